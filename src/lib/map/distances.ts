import type { Line, LineStop } from './lines.ts';
import { at } from './sequences.ts';
import type { Sheet } from './sheets.ts';

/** On which side of its line a label stands. */
export type Side = 'above' | 'below';

/** Stop `to` stands at least `least` to the right of stop `from`; stop −1 is the head of the line. */
export interface Distance {
  from: number;
  to: number;
  least: number;
}

/** From the head to the first stop. */
const HEAD_RUN = 58;
/** A climb also needs its two rounded corners and a straight piece beside each stop. */
const CLIMB_ROOM = 28;

/**
 * The least distance of a stop from the head of its line. The line's name stands above the head:
 * labels above the first run keep clear of it, and so does the first climb.
 */
export function distanceFromHead(line: Line, index: number, side: Side): number {
  const stop = at(line.stops, index);
  const next = line.stops[index + 1];
  const firstLevel = at(line.stops, 0).level;
  let least = index === 0 ? HEAD_RUN : 0;
  if (stop.level !== firstLevel) return least;
  if (side === 'above') least = Math.max(least, line.nameWidth + 32 + stop.labelWidth / 2);
  if (next && next.level !== firstLevel) least = Math.max(least, line.nameWidth + 12);
  return least;
}

/** The least distance between two stops that follow each other. */
export function distanceToNext(stop: LineStop, side: Side, next: LineStop, nextSide: Side, sheet: Sheet): number {
  if (stop.level === next.level) return sheet.minPitch;
  const climb = (next.level - stop.level) * sheet.climb;
  // a label that would lie in the way of the slope moves off by its own width
  return Math.max(
    climb + CLIMB_ROOM,
    side === 'above' ? stop.labelWidth + climb + 2 : 0,
    nextSide === 'below' ? next.labelWidth + climb + 2 : 0,
  );
}

/** The least distance between two stops of one plateau whose labels stand on the same side. */
export const distanceOfLabels = (a: LineStop, b: LineStop, sheet: Sheet): number =>
  (a.labelWidth + b.labelWidth) / 2 + sheet.labelGap;

/** Every distance that a line must keep once the sides of its labels are chosen. */
export function distances(line: Line, sides: readonly Side[], sheet: Sheet): Distance[] {
  const all: Distance[] = [];
  for (const [i, stop] of line.stops.entries()) {
    const side = at(sides, i);
    const fromHead = distanceFromHead(line, i, side);
    if (fromHead > 0) all.push({ from: -1, to: i, least: fromHead });
    for (let j = i + 1; j < line.stops.length; j++) {
      const other = at(line.stops, j);
      const otherSide = at(sides, j);
      if (j === i + 1) {
        all.push({ from: i, to: j, least: distanceToNext(stop, side, other, otherSide, sheet) });
      }
      if (side === otherSide && stop.level === other.level) {
        all.push({ from: i, to: j, least: distanceOfLabels(stop, other, sheet) });
      }
    }
  }
  return all;
}
