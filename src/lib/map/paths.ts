import { adjacent, at } from './sequences.ts';

export type Point = readonly [x: number, y: number];

/** Numbers in path data have one decimal, or none where nobody can see it. */
export const round = (value: number, digits: 0 | 1 = 1): number =>
  digits === 0 ? Math.round(value) : Math.round(value * 10) / 10;

const pair = (x: number, y: number, digits?: 0 | 1): string => `${round(x, digits)} ${round(y, digits)}`;

/** A polyline whose corners are rounded with radius `radius`, or less where sides are short. */
export function roundedPath(points: readonly Point[], radius: number): string {
  const corners = withoutRepeats(points);
  let path = `M${pair(...at(corners, 0))}`;
  for (let i = 1; i < corners.length - 1; i++) {
    const [before, corner, after] = [at(corners, i - 1), at(corners, i), at(corners, i + 1)];
    if (isStraight(before, corner, after)) continue;
    const cut = Math.min(radius, length(before, corner) / 2, length(corner, after) / 2);
    const from = towards(corner, before, cut);
    const to = towards(corner, after, cut);
    path += `L${pair(...from)}Q${pair(...corner)} ${pair(...to)}`;
  }
  return `${path}L${pair(...at(corners, -1))}`;
}

const length = (a: Point, b: Point): number => Math.hypot(b[0] - a[0], b[1] - a[1]);

function towards(from: Point, to: Point, distance: number): Point {
  const t = distance / length(from, to);
  return [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t];
}

const isStraight = (a: Point, b: Point, c: Point): boolean =>
  Math.abs((b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])) < 0.01;

const withoutRepeats = (points: readonly Point[]): Point[] =>
  points.filter((point, i) => i === 0 || length(at(points, i - 1), point) > 0.5);

/** A smooth curve through the points: Catmull-Rom, as cubic Béziers. */
export const curvePath = (points: readonly Point[]): string => writeCurves(bezierCurves(points));

/** A smooth closed curve through the points, of which the last leads back to the first. */
export function closedCurvePath(points: readonly Point[]): string {
  const around = [at(points, -1), ...points, at(points, 0), at(points, 1)];
  return `${writeCurves(bezierCurves(around).slice(1, -1))}Z`;
}

function writeCurves(curves: readonly Bezier[]): string {
  const { start, control1 } = at(curves, 0);
  // after the first curve S repeats the last control point mirrored, as Catmull-Rom asks for
  const rest = curves.map(({ control2, end }) => `${pair(...control2, 0)} ${pair(...end, 0)}`);
  return `M${pair(...start, 0)}C${pair(...control1, 0)} ${rest.join('S')}`;
}

export interface Bezier {
  start: Point;
  control1: Point;
  control2: Point;
  end: Point;
}

/** How far control points lie on the way to the point after next; 1/6 is the true Catmull-Rom. */
const TENSION = 1 / 6;

export function bezierCurves(points: readonly Point[]): Bezier[] {
  return adjacent(points).map(([start, end], i) => {
    const before = points[i - 1] ?? start;
    const after = points[i + 2] ?? end;
    return {
      start,
      control1: [start[0] + (end[0] - before[0]) * TENSION, start[1] + (end[1] - before[1]) * TENSION],
      control2: [end[0] - (after[0] - start[0]) * TENSION, end[1] - (after[1] - start[1]) * TENSION],
      end,
    };
  });
}

/** The same curve as a polyline, to look for where it meets something. */
export function flatten(points: readonly Point[], steps = 8): Point[] {
  const flat: Point[] = [at(points, 0)];
  for (const { start, control1, control2, end } of bezierCurves(points)) {
    for (let step = 1; step <= steps; step++) {
      const t = step / steps;
      const u = 1 - t;
      const mix = (axis: 0 | 1) =>
        u * u * u * start[axis] +
        3 * u * u * t * control1[axis] +
        3 * u * t * t * control2[axis] +
        t * t * t * end[axis];
      flat.push([mix(0), mix(1)]);
    }
  }
  return flat;
}

/** The corners of a track: level runs, and 45° climbs in the middle between two stops. */
export function trackCorners(line: { head: number; y: number; stops: readonly { x: number; y: number }[] }): Point[] {
  const corners: Point[] = [[line.head, line.y]];
  for (const [i, { x, y }] of line.stops.entries()) {
    const previous = line.stops[i - 1];
    if (previous && previous.y !== y) {
      const middle = (previous.x + x) / 2;
      const half = Math.abs(previous.y - y) / 2;
      corners.push([middle - half, previous.y], [middle + half, y]);
    }
    corners.push([x, y]);
  }
  return corners;
}
