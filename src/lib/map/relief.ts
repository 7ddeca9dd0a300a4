import type { MapLayout } from './layout.ts';
import { curvePath, flatten, type Point } from './paths.ts';
import { adjacent, at } from './sequences.ts';

/** The ground of the map as path data. */
export interface Relief {
  /** The land from each level upwards; its outline on the left is the index contour. */
  ground: { level: 1 | 2 | 3; path: string }[];
  /** The lighter contours between, before and after the levels. */
  contours: string[];
}

/** Contours run on beyond the sheet by this much. */
const BEYOND = 40;
/** Lighter contours: how many, and how far apart outside the index contours. */
const BETWEEN = [0.25, 0.5, 0.75];
const BEFORE = [-92, -184, -276, -368];
const AFTER = [78, 156, 234];

export function drawRelief({ contours, width, height }: MapLayout): Relief {
  const curves = contours.map(({ points }) => extend(points, height));
  const edge = width + BEYOND;
  const light = [
    ...adjacent(curves).flatMap(([a, b]) => BETWEEN.map((t) => mix(a, b, t))),
    ...BEFORE.map((dx) => shift(at(curves, 0), dx)),
    ...AFTER.map((dx) => shift(at(curves, -1), dx)),
  ];
  return {
    ground: contours.map(({ level }, i) => ({
      level,
      path: `${curvePath(at(curves, i))}H${edge}V${height + BEYOND}Z`,
    })),
    contours: light.filter((curve) => isVisible(curve, width)).map(curvePath),
  };
}

/** A word on the frame and the part of the edge that it names, in SVG units from 0. */
export interface Band {
  level: 0 | 1 | 2 | 3;
  from: number;
  to: number;
}

/** Which level meets which part of the foot, left to right, and of the right edge, foot upwards. */
export interface Scale {
  foot: Band[];
  side: Band[];
}

export function measureScale({ contours, width, height }: MapLayout): Scale {
  const curves = contours.map(({ points }) => flatten(extend(points, height)));
  const foot = curves.map((curve) => crossing(curve, 1, height) ?? width);
  const side = curves.map((curve) => crossing(curve, 0, width));
  // the level that the lower right corner has is where the foot ends and the side begins
  const corner = foot.filter((x) => x < width).length;
  return {
    foot: bands([0, ...foot.slice(0, corner), width], 0),
    side: bands([height, ...side.slice(corner).map((y) => Math.max(0, y ?? 0)), 0], corner),
  };
}

function bands(ticks: readonly number[], first: number): Band[] {
  return adjacent(ticks)
    .map(([from, to], i) => ({ level: Math.min(3, first + i) as Band['level'], from, to }))
    .filter(({ from, to }) => from !== to);
}

/** Where a curve first reaches a value of x (axis 0) or of y (axis 1): the other coordinate there. */
function crossing(curve: readonly Point[], axis: 0 | 1, value: number): number | undefined {
  for (const [a, b] of adjacent(curve)) {
    const [from, to] = [a[axis] - value, b[axis] - value];
    if (from === to || from * to > 0) continue;
    const t = from / (from - to);
    const other = axis === 0 ? 1 : 0;
    return a[other] + (b[other] - a[other]) * t;
  }
  return undefined;
}

/** Takes a contour beyond the foot and the top of the sheet, on the way that it has near its ends. */
function extend(points: readonly Point[], height: number): Point[] {
  const run = Math.min(2, points.length - 1);
  const onwards = (end: Point, inner: Point, y: number): Point => {
    const slope = (end[0] - inner[0]) / (end[1] - inner[1] || 1);
    return [end[0] + (y - end[1]) * slope * 0.9, y];
  };
  return [
    onwards(at(points, 0), at(points, run), height + BEYOND),
    ...points,
    onwards(at(points, -1), at(points, -1 - run), -BEYOND),
  ];
}

const shift = (curve: readonly Point[], dx: number): Point[] => curve.map(([x, y]) => [x + dx, y]);

const mix = (a: readonly Point[], b: readonly Point[], t: number): Point[] =>
  a.map(([x, y], i) => {
    const [bx, by] = at(b, i);
    return [x + (bx - x) * t, y + (by - y) * t];
  });

const isVisible = (curve: readonly Point[], width: number): boolean => flatten(curve).some(([x]) => x > 0 && x < width);
