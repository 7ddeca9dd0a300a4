/** Cards, clocks and records for the tests of the review. */
import fc from 'fast-check';
import { DAY, MINUTE } from '../../../../../src/client/study/review/day.ts';
import type { Grade } from '../../../../../src/client/study/review/memory.ts';
import type { PoolCard } from '../../../../../src/client/study/review/queue.ts';
import {
  EMPTY_REVIEW,
  withGrade,
  withOut,
  withoutGrade,
  withSettings,
  withTopic,
  type Review,
  type Step,
} from '../../../../../src/client/study/review/state.ts';

/** A Monday at 9 in the morning, local time. */
export const MONDAY = new Date(2026, 10, 2, 9).getTime();

/** Cards of one lesson, `question:functions/closures#q1` and so on. */
export const poolOfSize = (size: number): PoolCard[] =>
  Array.from({ length: size }, (_, index) => ({
    id: `question:functions/closures#q${index + 1}`,
    lesson: 'functions/closures',
    topic: 'functions',
  }));

/** One thing that a reader does with a card of the pool, after a while. */
export interface Act {
  kind: 'grade' | 'undo' | 'out' | 'in' | 'topic' | 'settings';
  card: number;
  grade: Grade;
  wait: number;
}

export const actOf = (cards: number): fc.Arbitrary<Act> =>
  fc.record({
    kind: fc.constantFrom('grade', 'grade', 'grade', 'grade', 'undo', 'out', 'in', 'topic', 'settings'),
    card: fc.nat(cards - 1),
    grade: fc.constantFrom<Grade[]>(1, 2, 3, 4),
    wait: fc.oneof(fc.nat(30 * MINUTE), fc.nat(40 * DAY)),
  });

/** What a record becomes by acts, and when the last one was. */
export function play(pool: readonly PoolCard[], acts: readonly Act[], from = MONDAY): { review: Review; now: number } {
  let review = EMPTY_REVIEW;
  let now = from;
  const steps: Step[] = [];
  for (const { kind, card, grade, wait } of acts) {
    now += wait;
    const { id, topic } = pool[card]!;
    if (kind === 'grade') {
      const graded = withGrade(review, id, grade, now);
      review = graded.review;
      steps.push(graded.step);
    } else if (kind === 'undo') {
      const step = steps.pop();
      if (step) review = withoutGrade(review, step, now) ?? review;
    } else if (kind === 'topic') review = withTopic(review, topic, grade > 2, now);
    else if (kind === 'settings') review = withSettings(review, { perDay: card }, now);
    else review = withOut(review, id, kind === 'out', now);
  }
  return { review, now };
}

/** Records that a reader can come to. */
export const reviewOf = (pool: readonly PoolCard[]): fc.Arbitrary<{ review: Review; now: number }> =>
  fc.array(actOf(pool.length), { maxLength: 40 }).map((acts) => play(pool, acts));
