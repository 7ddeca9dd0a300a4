import type { Distance } from './distances.ts';
import { at } from './sequences.ts';

/** Where a line lies along the sheet, in whole units. */
export interface Position {
  head: number;
  /** One x per stop. */
  xs: number[];
}

/** How far right and left the head and the last stop may lie. */
export interface Bounds {
  head: number;
  end: number;
}

const ROUNDS = 600;
const STILL = 0.02;

/**
 * The position near `wanted` that keeps every distance: pairs that stand too close are pushed
 * apart equally, again and again, until nothing moves.
 */
export function relax(wanted: Position, distances: readonly Distance[], bounds: Bounds): Position {
  // the head is item 0, and so stop i is item i + 1
  const xs = [wanted.head, ...wanted.xs];
  const last = xs.length - 1;
  for (let round = 0; round < ROUNDS; round++) {
    let moved = 0;
    const push = (item: number, by: number) => {
      xs[item] = at(xs, item) + by;
      moved = Math.max(moved, Math.abs(by));
    };
    for (const { from, to, least } of distances) {
      const lack = least - (at(xs, to + 1) - at(xs, from + 1));
      if (lack <= STILL / 2) continue;
      push(from + 1, -lack / 2);
      push(to + 1, lack / 2);
    }
    push(0, Math.max(0, bounds.head - at(xs, 0)));
    push(last, Math.min(0, bounds.end - at(xs, last)));
    if (moved < STILL) break;
  }
  const [head = 0, ...rest] = xs.map(Math.round);
  return { head, xs: rest };
}
