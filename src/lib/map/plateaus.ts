import type { Level } from './levels.ts';
import { at, sum } from './sequences.ts';

/**
 * The nearest sequence of levels that never descends: a line of the map only climbs.
 *
 * Pool adjacent violators: neighboring lessons that would make the line descend are pooled, and
 * share the mean of their levels, rounded half down.
 */
export function plateaus(levels: readonly Level[]): Level[] {
  const pools: Level[][] = [];
  for (const level of levels) {
    let pool = [level];
    while (pools.length > 0 && average(at(pools, -1)) > average(pool)) {
      pool = [...(pools.pop() ?? []), ...pool];
    }
    pools.push(pool);
  }
  return pools.flatMap((pool) => pool.map(() => Math.max(0, Math.ceil(average(pool) - 0.5)) as Level));
}

const average = (levels: readonly Level[]): number => sum(levels) / levels.length;
