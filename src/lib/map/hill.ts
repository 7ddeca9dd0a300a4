import { closedCurvePath, type Point } from './paths.ts';

/** One closed contour of a hill; every fourth is an index contour, as on the map. */
export interface HillContour {
  path: string;
  isIndex: boolean;
}

/** How far the hill's outline swings from a circle: waves round the summit, turning as it widens. */
const WAVES = [
  { count: 1, depth: 0.1, phase: 2.6, turn: 0.05 },
  { count: 2, depth: 0.13, phase: 0.4, turn: 0.06 },
  { count: 3, depth: 0.07, phase: 2.4, turn: -0.09 },
  { count: 5, depth: 0.035, phase: 4.4, turn: 0.17 },
  { count: 8, depth: 0.012, phase: 1.3, turn: -0.23 },
];
const STEPS = 28;

/** The contours of an imaginary hill, for pages that no line reaches. */
export function hillContours(summit: Point, radii: readonly number[]): HillContour[] {
  return radii.map((radius, ring) => {
    const points = Array.from({ length: STEPS }, (_, step): Point => {
      const angle = (step / STEPS) * 2 * Math.PI;
      const swing = WAVES.reduce(
        (total, { count, depth, phase, turn }) => total + depth * Math.sin(count * angle + phase + turn * ring),
        1,
      );
      return [summit[0] + radius * swing * Math.cos(angle) * 1.3, summit[1] + radius * swing * Math.sin(angle) * 0.78];
    });
    return { path: closedCurvePath(points), isIndex: ring % 4 === 2 };
  });
}
