import type { LabelledLine } from './label-sides.ts';
import type { Level } from './levels.ts';
import { relax, type Bounds, type Position } from './relaxation.ts';
import { adjacent, at, clamp, mean, sum } from './sequences.ts';
import type { Sheet } from './sheets.ts';

/** Where each level begins at the height of one line: x of core, advanced and expert. */
export type Begins = (level: 1 | 2 | 3) => number;

/** Boundaries of levels are straight from foot to top; lines are `rows` steps apart on the way. */
export function boundariesAt(row: number, rows: number, sheet: Sheet): Begins {
  return (level) => {
    const { foot, top } = at(sheet.boundaries, level - 1);
    return foot + ((top - foot) * row) / Math.max(1, rows - 1);
  };
}

/** A stop that would like to stand at a certain x, because its change stands there. */
export interface Pull {
  stop: number;
  x: number;
}

/**
 * Lays a line along the sheet: plateaus are stretched towards the width of their level, the whole
 * line slides so that its climbs lie on the boundaries of the levels, drifts a little towards its
 * changes, and is settled within its bounds.
 */
export function placeLine(
  line: LabelledLine,
  begins: Begins,
  pulls: readonly Pull[],
  bounds: Bounds,
  sheet: Sheet,
): Position {
  const xs = spread(line, begins, sheet);
  let shift = mean(climbErrors(line, xs, begins));
  if (pulls.length > 0) {
    const drift = mean(pulls.map(({ stop, x }) => x - (at(xs, stop) + shift)));
    shift += clamp(drift * 0.8, -sheet.drift, sheet.drift);
  }
  shift = Math.max(shift, bounds.head);
  shift = Math.min(shift, bounds.end - at(xs, -1));
  return relax({ head: shift, xs: xs.map((x) => x + shift) }, line.distances, bounds);
}

/** x of each stop from the head, roomier than packed. */
function spread(line: LabelledLine, begins: Begins, sheet: Sheet): number[] {
  const gaps = adjacent(line.packed).map(([a, b]) => clamp((b - a) * sheet.air, sheet.minPitch + 6, 140));
  const xs = [at(line.packed, 0)];
  for (const [i, [stop, next]] of adjacent(line.stops).entries()) {
    const gap = at(gaps, i);
    const step =
      stop.level === next.level
        ? gap * stretch(line, stop.level, gaps, begins, sheet)
        : Math.max(gap, sheet.climb + 52);
    xs.push(at(xs, -1) + step);
  }
  return xs;
}

/** How much a plateau is stretched towards the width of its level at this height of the sheet. */
function stretch(line: LabelledLine, level: Level, gaps: readonly number[], begins: Begins, sheet: Sheet): number {
  if (level === 0 || level === 3) return 1.12; // these two are open at one end
  const first = line.stops.findIndex((stop) => stop.level === level);
  const last = line.stops.findLastIndex((stop) => stop.level === level);
  const room = begins(level === 1 ? 2 : 3) - begins(level) - (sheet.climb + 40);
  return clamp(room / sum(gaps.slice(first, last)), 1, sheet.maxStretch);
}

/** How far the climbs of a line lie from the boundaries that they should lie on. */
function climbErrors(line: LabelledLine, xs: readonly number[], begins: Begins): number[] {
  const errors: number[] = [];
  for (const [i, [stop, next]] of adjacent(line.stops).entries()) {
    const middle = (at(xs, i) + at(xs, i + 1)) / 2;
    for (const level of [1, 2, 3] as const) {
      if (stop.level < level && level <= next.level) errors.push(begins(level) - middle);
    }
  }
  if (errors.length > 0) return errors;
  // a line without climbs lies in the middle of its level
  const level = at(line.stops, 0).level;
  const from = begins(level === 0 ? 1 : level);
  const to = begins(level === 0 ? 1 : level === 1 ? 2 : 3);
  return [(from + to) / 2 - (at(xs, 0) + at(xs, -1)) / 2];
}
