/** The draw of an interview: repeatable, even, and never more than the bank has. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pick } from '../../../../../src/client/study/interview/pick.ts';
import {
  cleanSeed,
  COUNTS,
  LEVELS,
  poolOf,
  seedFrom,
  USUAL,
  type Drawable,
  type Settings,
} from '../../../../../src/client/study/interview/settings.ts';

const TOPICS = ['core-syntax', 'functions', 'testing', 'data'];

const bankOf = (places: readonly (readonly [number, number, number])[]): Drawable[] =>
  places.map(([topic, lesson, level], index) => {
    const place = `${TOPICS[topic]!}/lesson-${String(lesson)}`;
    return { id: `${place}#question-${String(index)}`, topic: TOPICS[topic]!, lesson: place, level: LEVELS[level]! };
  });

const banks = fc
  .array(fc.tuple(fc.nat(TOPICS.length - 1), fc.nat(3), fc.nat(LEVELS.length - 1)), { maxLength: 60 })
  .map(bankOf);
const choices: fc.Arbitrary<Settings> = fc.record({
  topics: fc.subarray(TOPICS),
  levels: fc.subarray([...LEVELS]),
  count: fc.constantFrom(...COUNTS),
  minutes: fc.constant(3),
});
const seeds = fc.string({ minLength: 1 });

/** How many of each group. */
const counts = (groups: readonly string[]): Map<string, number> =>
  new Map([...Map.groupBy(groups, (group) => group)].map(([group, all]) => [group, all.length]));

/** Whether no group has two less than another while it has questions left. */
function isEven(
  drawn: readonly Drawable[],
  pool: readonly Drawable[],
  groupOf: (question: Drawable) => string,
): boolean {
  const got = counts(drawn.map(groupOf));
  const had = counts(pool.map(groupOf));
  const most = Math.max(0, ...got.values());
  return [...had].every(([group, all]) => (got.get(group) ?? 0) >= Math.min(all, most - 1));
}

test('the same seed draws the same questions, each once, from those that were chosen', () => {
  fc.assert(
    fc.property(banks, choices, seeds, (bank, settings, seed) => {
      const drawn = pick(bank, settings, seed);
      const pool = poolOf(bank, settings);
      assert.deepEqual(pick(bank, settings, seed), drawn);
      assert.equal(drawn.length, Math.min(settings.count, pool.length));
      assert.equal(new Set(drawn.map(({ id }) => id)).size, drawn.length);
      assert.ok(drawn.every((question) => pool.includes(question)));
    }),
  );
});

test('topics have equal shares, and so have the lessons of a topic, as far as their questions go', () => {
  fc.assert(
    fc.property(banks, choices, seeds, (bank, settings, seed) => {
      const drawn = pick(bank, settings, seed);
      const pool = poolOf(bank, settings);
      assert.ok(isEven(drawn, pool, ({ topic }) => topic));
      for (const topic of TOPICS) {
        const within = (questions: readonly Drawable[]): Drawable[] => questions.filter((one) => one.topic === topic);
        assert.ok(isEven(within(drawn), within(pool), ({ lesson }) => lesson));
      }
    }),
  );
});

test('questions stand from junior to senior', () => {
  fc.assert(
    fc.property(banks, seeds, (bank, seed) => {
      const levels = pick(bank, USUAL, seed).map(({ level }) => LEVELS.indexOf(level));
      assert.deepEqual(
        levels,
        levels.toSorted((a, b) => a - b),
      );
    }),
  );
});

test('another seed is another draw', () => {
  const bank = bankOf(Array.from({ length: 60 }, (_, index) => [index % 4, index % 3, index % 3] as const));
  const draws = new Set(
    ['a', 'b', 'c', 'd'].map((seed) =>
      pick(bank, USUAL, seed)
        .map(({ id }) => id)
        .join(),
    ),
  );
  assert.equal(draws.size, 4);
});

test('a seed is small letters and digits, and one by chance is such a seed', () => {
  assert.equal(cleanSeed(' Mock-Interview 42 '), 'mockintervie');
  assert.equal(cleanSeed('<b>'), 'b');
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 6, maxLength: 6 }), (bytes) => {
      const seed = seedFrom(bytes);
      assert.equal(seed.length, 6);
      assert.equal(cleanSeed(seed), seed);
    }),
  );
});
