import type { PlacedLine } from './layout.ts';
import type { Point } from './paths.ts';
import { boundariesAt } from './positions.ts';
import { at, clamp } from './sequences.ts';
import type { Sheet } from './sheets.ts';

/** The line on which a level begins: one point per line of the map, from the foot upwards. */
export interface Contour {
  level: 1 | 2 | 3;
  points: Point[];
}

/** Where a contour may pass a line. `climb` is the middle of the climb to its level, if there is one. */
interface Interval {
  least: number;
  most: number;
  climb?: Point;
}

const ROUNDS = 60;
/** A contour keeps this far from stops that lie on its other side, and from the contour before it. */
const CLEAR = { end: 46, head: 34, contour: 44 };
/** Between two lines a contour always rises at least this much. */
const RISE = 8;

/**
 * Contours go through the climbs to their level. Where a line has none they pass to its right, or
 * to its left when it lies above the level altogether, as smoothly as they can.
 */
export function traceContours(lines: readonly PlacedLine[], sheet: Sheet): Contour[] {
  const contours: Contour[] = [];
  for (const level of [1, 2, 3] as const) {
    const intervals = lines.map((line) => intervalOf(line, level, sheet));
    const wanted = intervals.map(({ least, most, climb }, row) =>
      clamp(climb?.[0] ?? boundariesAt(row, lines.length, sheet)(level), least, most),
    );
    const lower = contours.at(-1)?.points;
    const xs = smooth(wanted, intervals).map((x, row) => {
      const { least, most } = at(intervals, row);
      return lower ? clamp(Math.max(x, at(lower, row)[0] + CLEAR.contour), least, most) : x;
    });
    const points: Point[] = [];
    for (const [row, line] of lines.entries()) {
      const y = intervals[row]?.climb?.[1] ?? line.y;
      points.push([at(xs, row), Math.min(y, (points.at(-1)?.[1] ?? Infinity) - RISE)]);
    }
    contours.push({ level, points });
  }
  return contours;
}

/** Intervals of several levels beside one end of a line lie beside each other. */
function intervalOf({ head, stops }: PlacedLine, level: 1 | 2 | 3, sheet: Sheet): Interval {
  const after = stops.findIndex((stop) => stop.level >= level);
  if (after < 0) {
    const { x, level: highest } = at(stops, -1);
    const least = x + CLEAR.end + (level - highest - 1) * CLEAR.contour;
    return { least, most: Math.max(least, sheet.width + 420) };
  }
  const [lower, upper] = [stops[after - 1], at(stops, after)];
  if (!lower) {
    const most = head - CLEAR.head - (upper.level - level) * CLEAR.contour;
    return { least: Math.min(most, -420), most };
  }
  // a climb over several levels is shared among their contours
  const t = (level - lower.level - 0.5) / (upper.level - lower.level);
  const x = lower.x + (upper.x - lower.x) * t;
  return { least: x - 5, most: x + 5, climb: [x, lower.y + (upper.y - lower.y) * t] };
}

/** Averages neighbors inside their intervals; both ends go on as they come. */
function smooth(wanted: readonly number[], intervals: readonly Interval[]): number[] {
  let xs = [...wanted];
  for (let round = 0; round < ROUNDS; round++) {
    xs = xs.map((x, row) => {
      const before = xs[row - 1] ?? 2 * x - (xs[row + 1] ?? x);
      const after = xs[row + 1] ?? 2 * x - (xs[row - 1] ?? x);
      const { least, most } = at(intervals, row);
      return clamp((2 * x + before + after) / 4, least, most);
    });
  }
  return xs;
}
