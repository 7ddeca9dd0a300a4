/** The record of the review: merging, reading what is stored, taking back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { MINUTE } from '../../../../../src/client/study/review/day.ts';
import {
  EMPTY_REVIEW,
  LOG_MOST,
  mergeReviews,
  parseReview,
  withGrade,
  withOut,
  withSettings,
  withoutGrade,
  type Review,
} from '../../../../../src/client/study/review/state.ts';
import { MONDAY, poolOfSize, reviewOf } from './cards.ts';

const pool = poolOfSize(6);
const [card] = pool as [(typeof pool)[0]];
const records = reviewOf(pool).map(({ review }) => review);

test('property: merging is commutative, associative and idempotent', () => {
  fc.assert(
    fc.property(records, records, records, (a, b, c) => {
      assert.deepEqual(mergeReviews(a, b), mergeReviews(b, a));
      assert.deepEqual(mergeReviews(a, a), a);
      assert.deepEqual(mergeReviews(mergeReviews(a, b), c), mergeReviews(a, mergeReviews(b, c)));
      assert.deepEqual(mergeReviews(a, EMPTY_REVIEW), a);
    }),
  );
});

test('property: what is stored is read as it was', () => {
  fc.assert(
    fc.property(records, (review) => {
      const read = parseReview(JSON.parse(JSON.stringify(review)));
      assert.deepEqual(read?.review, review);
      assert.equal(read.dropped, 0);
    }),
  );
});

test('property: nothing that is read throws', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (cards, log, settings) => {
      parseReview({ cards, log, settings, out: cards, topics: cards });
      parseReview({ cards: { [card.id]: cards }, log: [log], settings });
    }),
  );
});

test('of two tabs the later review of a card stays', () => {
  const early = withGrade(EMPTY_REVIEW, card.id, 1, MONDAY).review;
  const late = withGrade(EMPTY_REVIEW, card.id, 4, MONDAY + MINUTE).review;
  const merged = mergeReviews(late, early);
  assert.deepEqual(merged.cards, late.cards);
  assert.equal(merged.log.length, 2);
});

test('a grade that was taken back does not return from another record', () => {
  const graded = withGrade(EMPTY_REVIEW, card.id, 1, MONDAY);
  const back = withoutGrade(graded.review, graded.step, MONDAY + 1)!;
  const merged = mergeReviews(graded.review, back);
  assert.deepEqual(merged, back);
  assert.deepEqual(merged.cards[card.id], { at: MONDAY + 1 });
  assert.deepEqual(
    merged.log.map(({ grade }) => grade),
    [0],
  );
});

test('a grade cannot be taken back once the card was answered elsewhere', () => {
  const graded = withGrade(EMPTY_REVIEW, card.id, 1, MONDAY);
  const elsewhere = withGrade(graded.review, card.id, 3, MONDAY + MINUTE).review;
  assert.equal(withoutGrade(elsewhere, graded.step, MONDAY + 2 * MINUTE), undefined);
});

test('two grades of one moment are two', () => {
  const one = withGrade(EMPTY_REVIEW, card.id, 1, MONDAY).review;
  const two = withGrade(one, card.id, 3, MONDAY).review;
  assert.deepEqual(
    two.log.map(({ at, grade }) => [at - MONDAY, grade]),
    [
      [0, 1],
      [1, 3],
    ],
  );
});

test('the log keeps the last thousand grades', () => {
  let review: Review = EMPTY_REVIEW;
  for (let turn = 0; turn < LOG_MOST + 5; turn++) review = withGrade(review, card.id, 3, MONDAY + turn * MINUTE).review;
  assert.equal(review.log.length, LOG_MOST);
  assert.equal(review.log[0]!.at, MONDAY + 5 * MINUTE);
});

test('a broken card is dropped and counted, others stay', () => {
  const { review } = withGrade(withOut(EMPTY_REVIEW, card.id, true, MONDAY), card.id, 3, MONDAY);
  const good = review.cards[card.id]!;
  const broken = {
    'question:a/b#stability': { ...good, seen: { ...good.seen, stability: -1 } },
    'question:a/b#difficulty': { ...good, seen: { ...good.seen, difficulty: '5' } },
    'question:a/b#phase': { ...good, seen: { ...good.seen, phase: 'known' } },
    'question:a/b#step': { ...good, seen: { ...good.seen, step: 2 } },
    'question:a/b#due': { ...good, seen: { ...good.seen, due: 1e300 } },
    'question:a/b#time': { ...good, at: -1 },
    'question:a/b#none': null,
    'no card': good,
  };
  const read = parseReview({ ...review, cards: { ...review.cards, ...broken }, log: [...review.log, { id: 1 }] })!;
  assert.deepEqual(read.review, review);
  assert.equal(read.dropped, Object.keys(broken).length);
  assert.equal(parseReview({ cards: [] }), undefined);
  assert.equal(parseReview(null), undefined);
});

test('settings that mean nothing are the usual ones', () => {
  const settings = withSettings(EMPTY_REVIEW, { perDay: 3 }, MONDAY).settings;
  const read = (value: unknown): Review['settings'] => parseReview({ cards: {}, settings: value })!.review.settings;
  assert.deepEqual(read(settings), settings);
  for (const value of [undefined, { perDay: 1.5, at: 1 }, { perDay: -1, at: 1 }, { perDay: 5 }])
    assert.deepEqual(read(value), EMPTY_REVIEW.settings);
});
