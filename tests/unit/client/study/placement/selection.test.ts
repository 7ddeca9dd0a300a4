import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { choiceOrder, drawQuestions, newSeed, seedIn } from '../../../../../src/client/study/placement/selection.ts';
import { seeded } from '../../../../../src/client/study/draw.ts';

type Lesson = Parameters<typeof drawQuestions>[0][number];

/** Lessons with so many predictions each, and a question between them. */
const lessonsWith = (counts: readonly number[]): Lesson[] =>
  counts.map((count, index) => ({
    id: `topic/lesson-${index}`,
    cards: [
      ...Array.from({ length: count }, (_, nth) => ({ id: `prediction:topic/lesson-${index}#code-${nth}` })),
      { id: `question:topic/lesson-${index}#why` },
    ],
  }));
const counts = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 10 });
const COUNT = 10;

test('every lesson is asked about, nothing is asked twice, and only predictions are', () => {
  fc.assert(
    fc.property(counts, fc.string(), (each, seed) => {
      const asked = drawQuestions(lessonsWith(each), COUNT, seed);
      assert.equal(
        asked.length,
        Math.min(
          COUNT,
          each.reduce((sum, count) => sum + count, 0),
        ),
      );
      assert.equal(new Set(asked.map(({ card }) => card)).size, asked.length);
      assert.equal(new Set(asked.map(({ lesson }) => lesson)).size, each.length);
      for (const { card, lesson } of asked) assert.ok(card.startsWith(`prediction:${lesson}#`));
    }),
  );
});

test('no lesson is asked more often than another that had something left by more than one', () => {
  fc.assert(
    fc.property(counts, fc.string(), (each, seed) => {
      const asked = drawQuestions(lessonsWith(each), COUNT, seed);
      const shares = each.map((_, index) => asked.filter(({ lesson }) => lesson === `topic/lesson-${index}`).length);
      const least = Math.min(...shares.filter((share, index) => share < each[index]!));
      assert.ok(Math.max(...shares) <= least + 1);
    }),
  );
});

test('a seed repeats its draw, in the order of the lessons; other seeds give others', () => {
  const lessons = lessonsWith([3, 3, 3, 3, 3]);
  const draws = new Set<string>();
  for (let seed = 0; seed < 50; seed++) {
    const asked = drawQuestions(lessons, COUNT, String(seed));
    assert.deepEqual(drawQuestions(lessons, COUNT, String(seed)), asked);
    const places = asked.map(({ lesson }) => lesson);
    assert.deepEqual(places, [...places].sort());
    draws.add(asked.map(({ card }) => card).join());
  }
  assert.ok(draws.size > 40, `${draws.size} different draws`);
});

test('choices are shuffled by the seed and the card, each shown once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.string(), fc.string(), (choices, card, seed) => {
      const order = choiceOrder(card, choices, seed);
      assert.deepEqual(
        [...order].sort((a, b) => a - b),
        [...Array(choices).keys()],
      );
      assert.deepEqual(choiceOrder(card, choices, seed), order);
    }),
  );
  assert.ok(new Set(['a', 'b', 'c', 'd', 'e'].map((seed) => choiceOrder('card', 4, seed).join())).size > 1);
});

test('a new seed is read from its address again; what is no seed is not', () => {
  fc.assert(
    fc.property(fc.string(), (chance) => {
      const seed = newSeed(seeded(chance));
      assert.equal(seed.length, 4);
      assert.equal(seedIn(`?draw=${seed}`), seed);
    }),
  );
  assert.equal(seedIn('?draw=7K2M'), '7k2m');
  for (const query of ['', '?draw=', '?draw=a b', '?draw=%3Cb%3E', `?draw=${'a'.repeat(17)}`, '?other=7k2m'])
    assert.equal(seedIn(query), undefined, query);
});
