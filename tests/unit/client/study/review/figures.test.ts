/** The figures beside the cards, and their words. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DAY, MINUTE, dayOf } from '../../../../../src/client/study/review/day.ts';
import { figuresOf } from '../../../../../src/client/study/review/figures.ts';
import { outcomes } from '../../../../../src/client/study/review/memory.ts';
import { EMPTY_REVIEW, withGrade, withoutGrade, type Review } from '../../../../../src/client/study/review/state.ts';
import { dayWords, intervalWords, minutesOf, weekdays } from '../../../../../src/client/study/review/words.ts';
import { MONDAY, poolOfSize, reviewOf } from './cards.ts';

const pool = poolOfSize(14);

test('a new pool: today brings ten, tomorrow the others', () => {
  const figures = figuresOf(EMPTY_REVIEW, pool, MONDAY);
  assert.equal(figures.due, 10);
  assert.deepEqual([...figures.byTopic], [['functions', 10]]);
  assert.deepEqual(figures.week, [10, 0, 0, 0, 0, 0, 0]);
  assert.deepEqual([figures.known, figures.learning, figures.fresh, figures.answers], [0, 0, 14, 0]);
  assert.equal(figures.nextDay, dayOf(MONDAY) + 1);
  assert.equal(figuresOf(EMPTY_REVIEW, [], MONDAY).nextDay, undefined);
});

test('after some grades', () => {
  let review: Review = EMPTY_REVIEW;
  let now = MONDAY;
  for (let day = 0; day < 40; day += 8) review = withGrade(review, pool[0]!.id, 4, (now = MONDAY + day * DAY)).review;
  review = withGrade(review, pool[1]!.id, 4, now).review;
  review = withGrade(review, pool[2]!.id, 1, now).review;
  const figures = figuresOf(review, pool, now + MINUTE);
  assert.deepEqual([figures.known, figures.learning, figures.fresh], [1, 2, 11]);
  assert.equal(figures.done, 2);
  assert.equal(figures.due, 9);
  assert.deepEqual([figures.right, figures.answers], [5, 6]);
});

test('a grade that was taken back counts nowhere', () => {
  const graded = withGrade(EMPTY_REVIEW, pool[0]!.id, 1, MONDAY);
  const back = withoutGrade(graded.review, graded.step, MONDAY + 1)!;
  assert.deepEqual(figuresOf(back, pool, MONDAY + 2), figuresOf(EMPTY_REVIEW, pool, MONDAY + 2));
});

test('property: known, learning and new are all cards; due by line adds up', () => {
  fc.assert(
    fc.property(reviewOf(pool), ({ review, now }) => {
      const figures = figuresOf(review, pool, now);
      const asked = pool.filter(({ id }) => review.out[id]?.on !== true);
      assert.equal(figures.known + figures.learning + figures.fresh, asked.length);
      assert.equal(
        [...figures.byTopic.values()].reduce((sum, number) => sum + number, 0),
        figures.due,
      );
      assert.equal(figures.week[0], figures.due);
    }),
  );
});

test('words for times', () => {
  const words = (days: number): string => intervalWords({ phase: 'review', due: MONDAY + days * DAY }, MONDAY);
  assert.equal(intervalWords(outcomes(undefined, MONDAY)[3], MONDAY), '10 min');
  assert.deepEqual([1, 5, 90, 365, 900].map(words), ['1 day', '5 days', '3 months', '1 year', '2.5 years']);
  const today = dayOf(MONDAY);
  assert.equal(dayWords(today + 1, MONDAY), 'tomorrow');
  assert.equal(dayWords(today + 3, MONDAY), 'on Thursday');
  assert.equal(dayWords(today + 30, MONDAY), 'on December 2');
  assert.deepEqual(weekdays(MONDAY), ['Today', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
  assert.equal(minutesOf(19), 10);
});
