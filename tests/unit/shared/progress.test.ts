import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  EMPTY_PROGRESS,
  markedAt,
  mergeProgress,
  parseProgress,
  stateOf,
  withMark,
} from '../../../src/shared/progress.ts';
import { anyProgress } from './marks.ts';

const v1 = JSON.parse(readFileSync(new URL('../../fixtures/progress/v1.json', import.meta.url), 'utf8')) as {
  marks: Record<string, unknown>;
};

test('a record of version 1 is read whole', () => {
  const parsed = parseProgress(v1)!;
  assert.equal(parsed.refused, 0);
  assert.deepEqual(parsed.progress.marks, v1.marks);
  assert.equal(stateOf(parsed.progress, 'lesson', 'functions/closures'), 'done');
  assert.equal(stateOf(parsed.progress, 'lesson', 'core-syntax/zen-of-python'), 'none');
  assert.equal(stateOf(parsed.progress, 'exercise', 'functions/run-once'), 'solved');
  assert.equal(stateOf(parsed.progress, 'question', 'functions/closures#late-binding'), 'known');
  assert.equal(markedAt(parsed.progress, 'lesson', 'functions/decorators'), 1_795_374_000_000);
  assert.equal(markedAt(parsed.progress, 'lesson', 'functions/functools'), undefined);
});

test('a mark leaves the record that it is added to as it was', () => {
  const marked = withMark(EMPTY_PROGRESS, 'lesson', 'a/b', 'done', 5);
  assert.deepEqual(EMPTY_PROGRESS, { marks: {} });
  assert.deepEqual(marked, { marks: { 'lesson:a/b': { state: 'done', at: 5 } } });
  assert.equal(stateOf(marked, 'lesson', 'a/c'), 'none');
});

test('the later word of the reader counts, also when it takes a mark back', () => {
  const done = withMark(EMPTY_PROGRESS, 'lesson', 'a/b', 'done', 5);
  const taken = withMark(EMPTY_PROGRESS, 'lesson', 'a/b', 'none', 6);
  assert.equal(stateOf(mergeProgress(taken, done), 'lesson', 'a/b'), 'none');
  const same = withMark(EMPTY_PROGRESS, 'lesson', 'a/b', 'reading', 5);
  assert.equal(stateOf(mergeProgress(done, same), 'lesson', 'a/b'), 'done');
});

test('merging is commutative, associative and idempotent, and an empty record adds nothing', () => {
  fc.assert(
    fc.property(anyProgress, anyProgress, anyProgress, (a, b, c) => {
      assert.deepEqual(mergeProgress(a, b), mergeProgress(b, a));
      assert.deepEqual(mergeProgress(mergeProgress(a, b), c), mergeProgress(a, mergeProgress(b, c)));
      assert.deepEqual(mergeProgress(a, a), a);
      assert.deepEqual(mergeProgress(a, EMPTY_PROGRESS), a);
    }),
  );
});

test('a merged record has every key of both, and no mark that is older than theirs', () => {
  fc.assert(
    fc.property(anyProgress, anyProgress, (a, b) => {
      const { marks } = mergeProgress(a, b);
      const keys = new Set([...Object.keys(a.marks), ...Object.keys(b.marks)]);
      assert.deepEqual(new Set(Object.keys(marks)), keys);
      for (const [key, { at }] of Object.entries(marks))
        assert.equal(at, Math.max(a.marks[key]?.at ?? 0, b.marks[key]?.at ?? 0));
    }),
  );
});

test('what was written is read back', () => {
  fc.assert(
    fc.property(anyProgress, (progress) => {
      const text = JSON.stringify({ version: 1, ...progress });
      assert.deepEqual(parseProgress(JSON.parse(text), {}), { progress, refused: 0 });
    }),
  );
});

test('no data makes reading throw, and what is kept of it is read again', () => {
  const hostile = fc.oneof(
    fc.anything(),
    fc.record({ marks: fc.anything() }),
    fc.record({ marks: fc.dictionary(fc.string(), fc.anything()) }),
    fc.record({
      marks: fc.dictionary(
        fc.stringMatching(/^(lesson|exercise|question|other):[\w-]{1,4}\/[\w-]{1,4}(#\w{1,3})?$/),
        fc.oneof(fc.anything(), fc.record({ state: fc.constantFrom('done', 'solved', 7, null), at: fc.anything() })),
      ),
    }),
  );
  fc.assert(
    fc.property(hostile, (data) => {
      const parsed = parseProgress(data);
      if (!parsed) return;
      assert.deepEqual(parseProgress(parsed.progress), { progress: parsed.progress, refused: 0 });
    }),
    { numRuns: 500 },
  );
});

test('single marks that mean nothing are counted and left out', () => {
  const good = { state: 'done', at: 1 };
  const parsed = parseProgress({
    marks: {
      'lesson:a/b': good,
      'lesson:a': good,
      'lesson:a/b/c': good,
      'topic:a/b': good,
      'lesson:a/<b>': good,
      __proto__x: good,
      [`lesson:a/${'b'.repeat(200)}`]: good,
      'lesson:a/state': { state: 'solved', at: 1 },
      'lesson:a/text': 'done',
      'lesson:a/no-time': { state: 'done' },
      'lesson:a/before': { state: 'done', at: -1 },
      'lesson:a/half': { state: 'done', at: 0.5 },
      'lesson:a/never': { state: 'done', at: 8.64e15 },
      'exercise:a/b': { state: 'done', at: 1 },
    },
  });
  assert.deepEqual(parsed, { progress: { marks: { 'lesson:a/b': good } }, refused: 13 });
});

test('only a record of marks is one', () => {
  for (const data of [null, 7, 'marks', [], {}, { marks: [] }, { marks: null }, { lessons: {} }])
    assert.equal(parseProgress(data), undefined, JSON.stringify(data));
});

test('marks follow pages that moved; of two that meet, the later stays', () => {
  const moved = {
    '/old/page/': '/new/page/',
    '/exercises/old/task/': '/exercises/new/task/',
    '/gone/page/': '/about/',
    '/old/page/#part': '/new/page/#part',
  };
  const parse = (marks: object): unknown => parseProgress({ marks }, moved)?.progress.marks;
  assert.deepEqual(
    parse({
      'lesson:old/page': { state: 'done', at: 2 },
      'question:old/page#why': { state: 'known', at: 3 },
      'exercise:old/task': { state: 'solved', at: 4 },
      'exercise:old/page': { state: 'solved', at: 5 },
      'lesson:gone/page': { state: 'done', at: 6 },
    }),
    {
      'lesson:new/page': { state: 'done', at: 2 },
      'question:new/page#why': { state: 'known', at: 3 },
      'exercise:new/task': { state: 'solved', at: 4 },
      'exercise:old/page': { state: 'solved', at: 5 },
      'lesson:gone/page': { state: 'done', at: 6 },
    },
  );
  for (const [old, now] of [
    [1, 2],
    [2, 1],
  ])
    assert.deepEqual(
      parse({ 'lesson:new/page': { state: 'reading', at: now }, 'lesson:old/page': { state: 'done', at: old } }),
      { 'lesson:new/page': { state: old! > now! ? 'done' : 'reading', at: 2 } },
    );
});
