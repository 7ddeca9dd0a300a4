/** Results: hostile data, merging, and what they say. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  byLevel,
  byTopic,
  KEPT,
  mergeInterviews,
  NO_INTERVIEWS,
  parseInterviews,
  percent,
  RATINGS,
  readAgain,
  resultId,
  tally,
  type Answer,
  type Interviews,
  type Result,
} from '../../../../../src/client/study/interview/results.ts';
import { LEVELS, USUAL } from '../../../../../src/client/study/interview/settings.ts';

const answers: fc.Arbitrary<Answer> = fc.record(
  {
    question: fc.constantFrom('functions/closures#late', 'functions/scopes#legb', 'testing/doubles#mock'),
    level: fc.constantFrom(...LEVELS),
    rating: fc.constantFrom(...RATINGS),
    time: fc.nat(),
  },
  { noNullPrototype: true },
);
const results: fc.Arbitrary<Result> = fc
  .record(
    {
      at: fc.nat(100),
      seed: fc.constantFrom('a', 'b2'),
      settings: fc.constant(USUAL),
      answers: fc.array(answers, { minLength: 1, maxLength: 15 }),
    },
    { noNullPrototype: true },
  )
  .map((result) => ({ id: resultId(result.at, result.seed), ...result }));
const records: fc.Arbitrary<Interviews> = fc
  .array(results, { maxLength: 70 })
  .map((list) => mergeInterviews(NO_INTERVIEWS, { results: list }));

test('merging: the order does not matter, twice is once, fifty at most, the latest first', () => {
  fc.assert(
    fc.property(records, records, records, (a, b, c) => {
      const both = mergeInterviews(a, b);
      assert.deepEqual(mergeInterviews(b, a), both);
      assert.deepEqual(mergeInterviews(both, b), both);
      assert.deepEqual(mergeInterviews(both, c), mergeInterviews(a, mergeInterviews(b, c)));
      assert.ok(both.results.length <= KEPT);
      assert.equal(new Set(both.results.map(({ id }) => id)).size, both.results.length);
      const dates = both.results.map(({ at }) => at);
      assert.deepEqual(
        dates,
        dates.toSorted((x, y) => y - x),
      );
    }),
  );
});

test('what was kept is read as it was', () => {
  fc.assert(
    fc.property(records, (record) => {
      assert.deepEqual(parseInterviews(JSON.parse(JSON.stringify({ version: 1, ...record }))), record);
    }),
  );
});

test('any data gives results that can be shown, or none', () => {
  const near = fc.record(
    {
      id: fc.anything(),
      at: fc.oneof(fc.double(), fc.nat(), fc.anything()),
      seed: fc.oneof(fc.string(), fc.constant('abc')),
      settings: fc.oneof(fc.constant(USUAL), fc.object()),
      answers: fc.oneof(fc.array(answers), fc.array(fc.anything()), fc.anything()),
    },
    { requiredKeys: [] },
  );
  const data = fc.oneof(fc.anything(), fc.record({ results: fc.oneof(fc.anything(), fc.array(near)) }));
  fc.assert(
    fc.property(data, (given) => {
      const parsed = parseInterviews(given);
      for (const { id, at, seed, answers: all } of parsed?.results ?? []) {
        assert.equal(id, resultId(at, seed));
        assert.ok(!Number.isNaN(new Date(at).getTime()));
        const { score, count } = tally('', all);
        assert.ok(count > 0 && score >= 0 && score <= 1);
      }
    }),
    { numRuns: 500 },
  );
});

const RESULT = { id: '5-abc', at: 5, seed: 'abc', settings: USUAL };
const ANSWER = { question: 'functions/closures#late', level: 'mid', rating: 'well', time: 5 };

for (const [what, change] of [
  ['a question that is an address', { answers: [{ ...ANSWER, question: 'javascript:alert(1)' }] }],
  ['a question that leaves the site', { answers: [{ ...ANSWER, question: '../../x#y' }] }],
  ['a rating that is inherited', { answers: [{ ...ANSWER, rating: 'constructor' }] }],
  ['a level that nobody has', { answers: [{ ...ANSWER, level: '<b>' }] }],
  ['a negative time', { answers: [{ ...ANSWER, time: -1 }] }],
  ['a time that is no number', { answers: [{ ...ANSWER, time: '5' }] }],
  ['no answers', { answers: [] }],
  ['more answers than an interview has', { answers: Array.from({ length: 16 }, () => ANSWER) }],
  ['a seed with marks', { answers: [ANSWER], seed: '<img>' }],
  ['a date beyond all calendars', { answers: [ANSWER], at: 8.64e15 }],
  ['a number of questions that cannot be chosen', { answers: [ANSWER], settings: { ...USUAL, count: 1e9 } }],
  ['a topic that is a path', { answers: [ANSWER], settings: { ...USUAL, topics: ['../x'] } }],
] as const)
  test(`${what} is left out, and the others stay`, () => {
    const good = { ...RESULT, at: 6, id: '6-abc', answers: [ANSWER] };
    const parsed = parseInterviews({ results: [{ ...RESULT, ...change }, good] });
    assert.deepEqual(parsed, { results: [good] });
  });

test('what is no list of results is none', () => {
  for (const data of [undefined, null, 7, 'x', [], {}, { results: {} }]) assert.equal(parseInterviews(data), undefined);
});

const answer = (question: string, level: Answer['level'], rating: Answer['rating']): Answer => ({
  question,
  level,
  rating,
  time: 1000,
});
const GIVEN = [
  answer('functions/closures#late', 'junior', 'partly'),
  answer('testing/doubles#mock', 'junior', 'well'),
  answer('functions/scopes#legb', 'senior', 'missed'),
  answer('functions/closures#cell', 'senior', 'well'),
];

test('the score: well counts one, partly half', () => {
  const all = tally('', GIVEN);
  assert.deepEqual(all, { name: '', count: 4, missed: 1, partly: 1, well: 2, score: 0.625 });
  assert.equal(percent(all.score), '63 %');
  assert.equal(tally('', []).score, 0);
});

test('by topic as they were asked, by level as they rise', () => {
  assert.deepEqual(
    byTopic(GIVEN).map(({ name, count, score }) => [name, count, score]),
    [
      ['functions', 3, 0.5],
      ['testing', 1, 1],
    ],
  );
  assert.deepEqual(
    byLevel(GIVEN).map(({ name, count, score }) => [name, count, score]),
    [
      ['junior', 2, 0.75],
      ['senior', 2, 0.5],
    ],
  );
});

test('lessons to read again: missed before partly, each once', () => {
  assert.deepEqual(readAgain(GIVEN), ['functions/scopes', 'functions/closures']);
  assert.deepEqual(readAgain(GIVEN.slice(1, 2)), []);
});

test('topics add up to the whole, and so do levels', () => {
  fc.assert(
    fc.property(fc.array(answers), (given) => {
      for (const groups of [byTopic(given), byLevel(given)]) {
        assert.equal(
          groups.reduce((sum, { count }) => sum + count, 0),
          given.length,
        );
        for (const { count, missed, partly, well } of groups) assert.equal(missed + partly + well, count);
      }
    }),
  );
});
