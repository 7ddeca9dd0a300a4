/** Which questions a check asks, decided by its topic's lessons and the seed in its address. */
import { predictionsOf } from '../../../shared/placement.ts';
import type { LessonFacts } from '../../../shared/roadmap-file.ts';
import { draw, seeded, shuffled } from '../draw.ts';

/** A question: a card, and its lesson. */
export interface Asked {
  /** `prediction:<topic>/<lesson>#<block>` */
  card: string;
  /** `topic/lesson` */
  lesson: string;
}

/**
 * Draws the questions in rounds: in each, every lesson that has predictions left gives one, in an order of chance,
 * until there are enough. So every lesson is asked about, and none is asked much more often than another.
 * @param lessons that have predictions, in order; no more than `count`
 * @returns in the order of the lessons and of their pages; fewer than `count` when there are no more
 */
export function drawQuestions(
  lessons: readonly Pick<LessonFacts, 'id' | 'cards'>[],
  count: number,
  seed: string,
): Asked[] {
  const random = seeded(`questions ${seed}`);
  const stacks = lessons.map((lesson) => ({ lesson: lesson.id, left: shuffled(predictionsOf(lesson), random) }));
  const drawn = new Set<string>();
  for (;;) {
    const open = stacks.filter(({ left }) => left.length > 0);
    const round = draw(open, count - drawn.size, random);
    if (round.length === 0) break;
    for (const { left } of round) drawn.add(left.pop()!);
  }
  return lessons.flatMap((lesson) =>
    predictionsOf(lesson)
      .filter((card) => drawn.has(card))
      .map((card) => ({ card, lesson: lesson.id })),
  );
}

/** In which order the choices of a question are shown: places on its page, from 0. Other questions do not change it. */
export const choiceOrder = (card: string, choices: number, seed: string): number[] =>
  shuffled([...Array(choices).keys()], seeded(`choices ${seed} ${card}`));

/** Letters and digits that are not taken for one another when a seed is read aloud. */
const SIGNS = '23456789abcdefghjkmnpqrstuvwxyz';
const SEED_LENGTH = 4;
/** A seed in an address, from this site or typed: short, and in small letters. */
const SEED = /^[a-z0-9]{1,16}$/;

/** A seed for a new draw. @param random as Math.random */
export const newSeed = (random: () => number): string =>
  Array.from({ length: SEED_LENGTH }, () => SIGNS[Math.floor(random() * SIGNS.length)]).join('');

/** The seed in the query of an address (`?draw=7k2m`), or undefined. */
export function seedIn(query: string): string | undefined {
  const seed = new URLSearchParams(query).get('draw')?.toLowerCase();
  return seed !== undefined && SEED.test(seed) ? seed : undefined;
}
