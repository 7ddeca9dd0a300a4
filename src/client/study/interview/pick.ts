/** Draws the questions of an interview. */
import { seeded, shuffled } from '../draw.ts';
import { LEVELS, poolOf, type Drawable, type Settings } from './settings.ts';

/**
 * The same seed, settings and bank give the same questions. Topics have equal shares as far as their questions go,
 * lessons have equal shares of their topic, and the questions stand from junior to senior, as interviews go.
 */
export function pick<T extends Drawable>(bank: readonly T[], settings: Settings, seed: string): T[] {
  const random = seeded(seed);
  const byLesson = (questions: readonly T[]): T[] =>
    takeTurns(
      questions,
      ({ lesson }) => lesson,
      random,
      (group) => shuffled(group, random),
    );
  const order = takeTurns(poolOf(bank, settings), ({ topic }) => topic, random, byLesson);
  const drawn = order.slice(0, settings.count);
  return drawn.sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
}

/**
 * All items, one of each group after another, until the groups are used up.
 * @param arrange the order within a group
 */
function takeTurns<T>(
  items: readonly T[],
  groupOf: (item: T) => string,
  random: () => number,
  arrange: (group: readonly T[]) => T[],
): T[] {
  const groups = [...Map.groupBy(items, groupOf).values()];
  const queues = shuffled(groups, random).map((group) => arrange(group));
  const longest = Math.max(0, ...queues.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) => queues.flatMap((queue) => queue.slice(turn, turn + 1))).flat();
}
