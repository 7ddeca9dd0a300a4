/** Which card comes next, over a week of pretended days and for every record that a reader can come to. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DAY, MINUTE, dayOf } from '../../../../../src/client/study/review/day.ts';
import type { Grade } from '../../../../../src/client/study/review/memory.ts';
import {
  dueToday,
  missedCards,
  missedOrder,
  nextCard,
  orderOf,
  poolOf,
  type PoolCard,
} from '../../../../../src/client/study/review/queue.ts';
import {
  EMPTY_REVIEW,
  isOut,
  withGrade,
  withOut,
  withSettings,
  withTopic,
  withoutGrade,
  type Review,
} from '../../../../../src/client/study/review/state.ts';
import { EMPTY_PROGRESS, withMark } from '../../../../../src/shared/progress.ts';
import type { RoadmapFile } from '../../../../../src/shared/roadmap-file.ts';
import { MONDAY, poolOfSize, reviewOf } from './cards.ts';

/** Answers what a day asks for until nothing is left. */
function study(
  review: Review,
  pool: readonly PoolCard[],
  from: number,
  answer: (id: string, asked: number) => Grade,
): { review: Review; asked: string[] } {
  const asked: string[] = [];
  let now = from;
  for (let id = nextCard(review, pool, now); id !== undefined; id = nextCard(review, pool, now)) {
    assert.ok(asked.length < 500, 'a day ends');
    const times = asked.filter((other) => other === id).length;
    asked.push(id);
    review = withGrade(review, id, answer(id, times), now).review;
    now += MINUTE / 2;
  }
  return { review, asked };
}

test('a week of pretended days', () => {
  const pool = poolOfSize(25);
  let review = EMPTY_REVIEW;
  const first: number[] = [];
  for (let day = 0; day < 7; day++) {
    const now = MONDAY + day * DAY;
    const fresh = dueToday(review, pool, now).fresh.length;
    first.push(fresh);
    const due = dueToday(review, pool, now).reviews;
    const done = study(review, pool, now, (_, times) => (times === 0 && day === 0 ? 1 : 3));
    assert.deepEqual(
      due.filter((id) => !done.asked.includes(id)),
      [],
      'every due card comes',
    );
    review = done.review;
    assert.equal(nextCard(review, pool, now + 3 * 60 * MINUTE), undefined, 'nothing more today');
  }
  assert.deepEqual(first, [10, 10, 5, 0, 0, 0, 0]);
  assert.equal(Object.keys(review.cards).length, 25);
});

test('steps whose minutes are over come first, then reviews, new cards and the steps to come', () => {
  const pool = poolOfSize(4);
  let review = withGrade(EMPTY_REVIEW, pool[0]!.id, 4, MONDAY - 30 * DAY).review;
  review = withGrade(review, pool[1]!.id, 1, MONDAY).review;
  review = withGrade(review, pool[2]!.id, 3, MONDAY).review;
  const later = MONDAY + 2 * MINUTE;
  assert.deepEqual(
    orderOf(review, pool, later),
    [1, 0, 3, 2].map((index) => pool[index]!.id),
  );
  assert.deepEqual(
    orderOf(review, pool, later, new Set([pool[1]!.id])),
    [0, 3, 2, 1].map((index) => pool[index]!.id),
    'a card whose page cannot be loaded waits behind the others',
  );
});

test('a new card whose page cannot be loaded leaves its place in the day’s number to the next one', () => {
  const pool = poolOfSize(5);
  const review = withSettings(EMPTY_REVIEW, { perDay: 2 }, MONDAY);
  const fresh = (behind: number[]): number[] =>
    dueToday(review, pool, MONDAY, new Set(behind.map((index) => pool[index]!.id))).fresh.map((id) =>
      pool.findIndex((card) => card.id === id),
    );
  assert.deepEqual(fresh([]), [0, 1]);
  assert.deepEqual(fresh([0]), [1, 2]);
  assert.deepEqual(fresh([0, 1, 2, 3]), [4, 0], 'where too few can be loaded, those that cannot still wait');
});

test('the pool: finished lessons and added topics; a card that the site no longer has is kept and not asked', () => {
  const lesson = (id: string, topic: string, cards: string[]): RoadmapFile['lessons'][number] => ({
    id,
    topic,
    title: id,
    level: 0,
    minutes: 30,
    prerequisites: [],
    isWritten: true,
    exercises: [],
    cards: cards.map((card) => ({ id: `question:${id}#${card}` })),
  });
  const roadmap: RoadmapFile = {
    topics: [],
    lessons: [lesson('a/x', 'a', ['1']), lesson('a/y', 'a', ['2']), lesson('b/z', 'b', ['3', '4'])],
  };
  const progress = withMark(
    withMark(EMPTY_PROGRESS, 'lesson', 'a/y', 'done', MONDAY),
    'lesson',
    'a/x',
    'reading',
    MONDAY,
  );
  const ids = (review: Review): string[] => poolOf(roadmap, progress, review).map(({ id }) => id);
  assert.deepEqual(ids(EMPTY_REVIEW), ['question:a/y#2']);
  const added = withTopic(EMPTY_REVIEW, 'b', true, MONDAY);
  assert.deepEqual(ids(added), ['question:a/y#2', 'question:b/z#3', 'question:b/z#4']);
  assert.deepEqual(ids(withTopic(added, 'b', false, MONDAY + 1)), ['question:a/y#2']);
  const gone = withGrade(EMPTY_REVIEW, 'question:a/old#9', 1, MONDAY).review;
  assert.equal(nextCard(gone, poolOf(roadmap, progress, gone), MONDAY), 'question:a/y#2');
  assert.ok(gone.cards['question:a/old#9']);
});

test('only what was missed: each until it gets a better grade than Again', () => {
  const pool = poolOfSize(3);
  let review = withGrade(EMPTY_REVIEW, pool[0]!.id, 1, MONDAY - 8 * DAY).review;
  review = withGrade(review, pool[1]!.id, 1, MONDAY - 2 * DAY).review;
  review = withGrade(review, pool[2]!.id, 1, MONDAY - DAY).review;
  review = withGrade(review, pool[2]!.id, 3, MONDAY - DAY + MINUTE).review;
  assert.deepEqual(missedCards(review, pool, MONDAY), [pool[1]!.id, pool[2]!.id]);
  const order = (now: number): string[] => missedOrder(review, pool, now, MONDAY);
  assert.deepEqual(order(MONDAY), [pool[1]!.id, pool[2]!.id]);
  review = withGrade(review, pool[1]!.id, 1, MONDAY + 1).review;
  assert.deepEqual(order(MONDAY + 2), [pool[2]!.id, pool[1]!.id]);
  review = withGrade(review, pool[2]!.id, 2, MONDAY + 3).review;
  review = withGrade(review, pool[1]!.id, 3, MONDAY + 4).review;
  assert.deepEqual(order(MONDAY + 5), []);
});

const pool = poolOfSize(12);

test('property: a card that is left out is never asked', () => {
  fc.assert(
    fc.property(reviewOf(pool), ({ review, now }) => {
      for (const id of [...orderOf(review, pool, now), ...missedOrder(review, pool, now, now)])
        assert.equal(isOut(review, id), false);
    }),
  );
});

test('property: a day never brings more new cards than allowed, and its study ends', () => {
  fc.assert(
    fc.property(
      reviewOf(pool),
      fc.nat(12),
      fc.array(fc.constantFrom<Grade[]>(1, 2, 3, 4), { minLength: 1, maxLength: 30 }),
      ({ review, now }, perDay, grades) => {
        const began = withSettings(review, { perDay }, now);
        const today = dayOf(now + DAY);
        const done = study(began, pool, now + DAY, (_, times) => (times > 3 ? 4 : grades[times % grades.length]!));
        const fresh = Object.values(done.review.cards).filter(({ seen }) => seen && dayOf(seen.first) === today);
        assert.ok(fresh.length <= perDay);
      },
    ),
  );
});

test('property: every due card comes', () => {
  fc.assert(
    fc.property(reviewOf(pool), ({ review, now }) => {
      const due = pool.filter(({ id }) => {
        const seen = review.cards[id]?.seen;
        return seen !== undefined && seen.due <= now && !isOut(review, id);
      });
      const { asked } = study(review, pool, now, () => 4);
      for (const { id } of due) assert.ok(asked.includes(id));
    }),
  );
});

test('property: a grade that is taken back leaves the cards, the order and the figures as they were', () => {
  fc.assert(
    fc.property(reviewOf(pool), fc.nat(11), fc.constantFrom<Grade[]>(1, 2, 3, 4), ({ review, now }, card, grade) => {
      const { id } = pool[card]!;
      const graded = withGrade(review, id, grade, now);
      const back = withoutGrade(graded.review, graded.step, now + MINUTE)!;
      assert.deepEqual(back.cards[id]?.seen, review.cards[id]?.seen);
      assert.deepEqual(orderOf(back, pool, now), orderOf(review, pool, now));
      assert.deepEqual(missedCards(back, pool, now), missedCards(review, pool, now));
      assert.deepEqual({ ...back, cards: 0, log: 0 }, { ...review, cards: 0, log: 0 });
    }),
  );
});

test('a card left out keeps its memory', () => {
  const { id } = pool[0]!;
  const graded = withGrade(EMPTY_REVIEW, id, 3, MONDAY).review;
  const out = withOut(graded, id, true, MONDAY + 1);
  assert.deepEqual(out.cards, graded.cards);
  assert.deepEqual(
    orderOf(withOut(out, id, false, MONDAY + 2), pool, MONDAY + DAY),
    orderOf(graded, pool, MONDAY + DAY),
  );
});
