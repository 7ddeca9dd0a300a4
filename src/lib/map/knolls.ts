import type { Level } from './levels.ts';
import type { PlacedLine, PlacedStop } from './layout.ts';
import { at } from './sequences.ts';

/** A run of stops that are harder (a knoll) or easier (a dell) than the stretch around them. */
export interface Knoll {
  kind: 'knoll' | 'dell';
  level: Level;
  path: string;
}

/** Rings every run of stops that lie off the level at which their line passes them. */
export function drawKnolls(lines: readonly PlacedLine[]): Knoll[] {
  return lines.flatMap((line) =>
    runs(line.stops).map((run) => {
      const [first, last] = [at(run, 0), at(run, -1)];
      return {
        kind: first.ownLevel > first.level ? 'knoll' : 'dell',
        level: first.ownLevel,
        path: ring(first.x, last.x, first.y),
      } as const;
    }),
  );
}

/** Neighbours of one level and one height, among the stops off their line's level. */
function runs(stops: readonly PlacedStop[]): PlacedStop[][] {
  const found: PlacedStop[][] = [];
  for (const [i, stop] of stops.entries()) {
    if (stop.ownLevel === stop.level) continue;
    const run = found.at(-1);
    const previous = stops[i - 1];
    if (run && previous && run.at(-1) === previous && isAlike(previous, stop)) run.push(stop);
    else found.push([stop]);
  }
  return found;
}

const isAlike = (a: PlacedStop, b: PlacedStop): boolean => a.level === b.level && a.ownLevel === b.ownLevel;

/** A closed contour round a stretch of track, drawn as if by hand. */
function ring(left: number, right: number, y: number): string {
  const middle = (left + right) / 2;
  return (
    `M${left - 23} ${y + 2}` +
    `C${left - 24} ${y - 14} ${left - 7} ${y - 18} ${middle} ${y - 17}` +
    `S${right + 24} ${y - 15} ${right + 23} ${y - 2}` +
    `S${right + 9} ${y + 18} ${middle + 4} ${y + 18}` +
    `S${left - 22} ${y + 16} ${left - 23} ${y + 2}Z`
  );
}
