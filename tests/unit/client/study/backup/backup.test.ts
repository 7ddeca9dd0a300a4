import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  changesTo,
  effectOf,
  holdingsOf,
  undoOf,
  type Change,
} from '../../../../../src/client/study/backup/changes.ts';
import { fromFile, MOST_BYTES, refuseSize, toFile } from '../../../../../src/client/study/backup/file.ts';
import { isPart, isSame, mergeParts, partsOf, type Parts } from '../../../../../src/client/study/backup/parts.ts';
import { effectWords, holdingWords } from '../../../../../src/client/study/backup/words.ts';
import { calendarDate } from '../../../../../src/client/study/plan/dates.ts';
import * as keys from '../../../../../src/shared/storage-keys.ts';
import { parts, textsOf } from './samples.ts';

const NOW = new Date('2026-11-22T12:00:00Z');

function applied(texts: ReadonlyMap<string, string>, changes: readonly Change[]): Map<string, string> {
  const after = new Map(texts);
  for (const { key, to } of changes) {
    if (to === undefined) after.delete(key);
    else after.set(key, to);
  }
  return after;
}
const sorted = (texts: ReadonlyMap<string, string>): [string, unknown][] =>
  [...texts].map(([key, text]): [string, unknown] => [key, JSON.parse(text)]).sort(([a], [b]) => (a < b ? -1 : 1));
const read = (text: string): Parts => {
  const result = fromFile(text);
  assert.ok('parts' in result, 'refused' in result ? result.refused : '');
  return result.parts;
};
const fileWith = (changes: object): string =>
  JSON.stringify({
    format: 'python-top-1-percent-roadmap',
    version: 1,
    exported: NOW.toISOString(),
    parts: {},
    ...changes,
  });
const refusal = (text: string): string => {
  const result = fromFile(text);
  assert.ok('refused' in result, text.slice(0, 200));
  return result.refused;
};

test('every key that the site stores a reader’s things under is in the file; the theme and a visit’s own are not', () => {
  const ends: Record<string, string> = { DRAFT_PREFIX: 'functions/run-once', EDIT_PREFIX: '3w5e11264sgsf' };
  for (const [name, key] of Object.entries(keys))
    assert.equal(
      isPart(key + (ends[name] ?? '')),
      !['THEME_KEY', 'PLACEMENT_PREFIX', 'INTERVIEW_SESSION_KEY'].includes(name),
      name,
    );
});

test('what is exported and put in the place of anything gives the same storage', () => {
  fc.assert(
    fc.property(parts, parts, (mine, others) => {
      const { text } = toFile(partsOf(textsOf(mine)), NOW);
      const before = textsOf(others);
      assert.deepEqual(sorted(applied(before, changesTo(before, read(text)))), sorted(textsOf(mine)));
      assert.deepEqual(changesTo(textsOf(mine), read(text)), []);
    }),
  );
});

test('merging twice is merging once, and the file keeps the later mark', () => {
  fc.assert(
    fc.property(parts, parts, (mine, theirs) => {
      const once = mergeParts(mine, theirs);
      assert.ok(isSame(Object.fromEntries(mergeParts(once, theirs)), Object.fromEntries(once)));
      for (const key of [...mine.keys(), ...theirs.keys()]) assert.ok(once.has(key));
    }),
  );
  const progress = (state: string, at: number): Parts =>
    new Map([['roadmap.progress', { version: 1, marks: { 'lesson:a/b': { state, at } } }]]);
  assert.deepEqual(mergeParts(progress('done', 5), progress('none', 6)), progress('none', 6));
  assert.deepEqual(mergeParts(progress('done', 5), progress('none', 4)), progress('done', 5));
});

test('an import that is taken back leaves what was there before', () => {
  fc.assert(
    fc.property(parts, parts, fc.boolean(), (mine, theirs, isMerge) => {
      const before = textsOf(mine);
      const changes = changesTo(before, isMerge ? mergeParts(mine, theirs) : theirs);
      const after = applied(before, changes);
      const { changes: back, kept } = undoOf(changes, after);
      assert.deepEqual(kept, []);
      assert.deepEqual(applied(after, back), before);
    }),
  );
});

test('taking an import back keeps what the reader did after it', () => {
  const text = (marks: object): string => JSON.stringify({ version: 1, marks });
  const [a, b, c] = [
    { state: 'done', at: 1 },
    { state: 'done', at: 2 },
    { state: 'reading', at: 3 },
  ];
  const changes: Change[] = [
    { key: 'roadmap.progress', from: text({ 'lesson:t/a': a }), to: text({ 'lesson:t/a': a, 'lesson:t/b': b }) },
    { key: 'roadmap.draft.t/x', from: undefined, to: '{"version":1,"code":"1","starter":"s"}' },
  ];
  const now = new Map([
    ['roadmap.progress', text({ 'lesson:t/a': a, 'lesson:t/b': b, 'lesson:t/c': c })],
    ['roadmap.draft.t/x', '{"version":1,"code":"12","starter":"s"}'],
  ]);
  const { changes: back, kept } = undoOf(changes, now);
  assert.deepEqual(kept, ['roadmap.draft.t/x']);
  assert.deepEqual(
    back.map(({ key, to }) => [key, to]),
    [['roadmap.progress', text({ 'lesson:t/a': a, 'lesson:t/c': c })]],
  );
});

test('no JSON whatever throws, or leads to a key outside the site’s own', () => {
  const anyKey = fc.oneof(
    fc.string(),
    fc.constantFrom('roadmap.theme', 'roadmap.draft.a/b.broken', 'roadmap.draft.__proto__/x', '__proto__', 'other.key'),
    fc.constantFrom('roadmap.progress', 'roadmap.review', 'roadmap.plan', 'roadmap.interviews', 'roadmap.draft.a/b'),
  );
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), fc.dictionary(anyKey, fc.jsonValue()), parts, (loose, held, mine) => {
      for (const text of [loose, fileWith({ parts: held }), fileWith(held), JSON.stringify(held)]) {
        const result = fromFile(text);
        if ('refused' in result) assert.match(result.refused, /\.$/);
        else
          for (const { key } of changesTo(textsOf(mine), mergeParts(mine, result.parts))) {
            assert.ok(key.startsWith('roadmap.') && isPart(key), key);
            assert.doesNotMatch(key, /theme|broken/);
          }
      }
    }),
  );
});

test('a file is refused for its first fault, in words', () => {
  const put = (key: string, value: unknown): string => fileWith({ parts: { [key]: value } });
  const cases: [string, RegExp][] = [
    ['', /not JSON/],
    ['{"format":', /not JSON/],
    ['[]', /not made by this site/],
    ['null', /not made by this site/],
    ['{"format":"another"}', /not made by this site/],
    [fileWith({ version: 2 }), /later version of this site/],
    [fileWith({ version: '1' }), /which version/],
    [fileWith({ version: 0 }), /which version/],
    [fileWith({ more: 1 }), /holds “more”/],
    [fileWith({ exported: 'yesterday' }), /when it was made/],
    [fileWith({ exported: '2026-13-40T00:00:00Z' }), /when it was made/],
    [fileWith({ parts: [] }), /no parts/],
    [fileWith({}).replace('"parts":{}', '"parts":{"__proto__":{"version":1}}'), /“__proto__”/],
    [put('roadmap.theme', 'dark'), /“roadmap\.theme”, which this site does not store/],
    [put('roadmap.progress.broken', { version: 1, marks: {} }), /does not store/],
    [put('bank.session', { version: 1 }), /“bank\.session”/],
    [put('k'.repeat(5000), {}), /^.{0,120}$/],
    [put('roadmap.progress', []), /does not have the form/],
    [put('roadmap.progress', { version: 2, marks: {} }), /later version/],
    [
      put('roadmap.progress', { version: 1, marks: { 'lesson:a/b': { state: 'won', at: 1 } } }),
      /does not have the form/,
    ],
    [
      put('roadmap.progress', { version: 1, marks: { 'lesson:a/b': { state: 'done', at: -1 } } }),
      /does not have the form/,
    ],
    [put('roadmap.draft.a/b', { version: 1, code: 1, starter: 's' }), /does not have the form/],
    [put('roadmap.draft.a/b', { version: 1, code: '', starter: 's', script: '<b>' }), /does not have the form/],
    [put('roadmap.draft.a/../b', { version: 1, code: '', starter: 's' }), /does not store/],
    [put('roadmap.edit.zz', { version: 1, code: '', more: 1 }), /does not have the form/],
    [put('roadmap.review', { version: 1 }), /does not have the form/],
    [put('roadmap.plan', { version: 1, plan: { hours: 1e9 } }), /does not have the form/],
    [put('roadmap.interviews', { version: 1, results: [{}] }), /does not have the form/],
    [`{"format":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, /nested deeper/],
  ];
  for (const [text, reason] of cases) assert.match(refusal(text), reason);
  assert.equal(refuseSize(MOST_BYTES), undefined);
  assert.match(refuseSize(200 * 1024 * 1024)!, /has 200 MB\..*at most 20 MB/);
});

test('the file has the reader’s day in its name', () => {
  assert.equal(calendarDate(new Date(2026, 0, 5, 23, 59).getTime()), '2026-01-05');
  assert.match(toFile(new Map(), new Date(2026, 10, 22)).name, /^python-roadmap-2026-11-22\.json$/);
});

test('a preview says what the file holds and what each way would change', () => {
  const progress = (marks: object): Parts => new Map([['roadmap.progress', { version: 1, marks }]]);
  const done = { state: 'done', at: 2 };
  const draft = (code: string): { version: 1; code: string; starter: string } => ({ version: 1, code, starter: 's' });
  const mine: Parts = new Map([
    ...progress({ 'lesson:a/one': done, 'exercise:a/x': { state: 'solved', at: 1 } }),
    ['roadmap.draft.a/x', draft('mine')],
    ['roadmap.draft.a/z', draft('only here')],
    ['roadmap.edit.1', { version: 1, code: 'edited' }],
  ]);
  const file: Parts = new Map([
    ...progress({ 'lesson:a/two': done, 'lesson:a/three': done, 'question:a/one#q': { state: 'known', at: 1 } }),
    ['roadmap.draft.a/x', draft('theirs')],
    ['roadmap.draft.a/y', draft('new')],
  ]);
  const title = (id: string): string => `<${id}>`;
  assert.deepEqual(holdingWords(holdingsOf(file)), ['2 lessons done', '1 question known', '2 drafts of exercises']);
  assert.deepEqual(effectWords(effectOf(mine, mergeParts(mine, file), file), title), [
    '2 more lessons done.',
    '1 more question known.',
    '1 draft added: <a/y>.',
    '1 draft kept as here, although the file has another version: <a/x>.',
  ]);
  assert.deepEqual(effectWords(effectOf(mine, file, file), title), [
    '2 more lessons done.',
    '1 lesson no longer done.',
    '1 exercise no longer solved.',
    '1 more question known.',
    '1 draft added: <a/y>.',
    '1 draft replaced by the file: <a/x>.',
    '1 draft removed: <a/z>.',
    '1 edited program removed.',
  ]);
  assert.deepEqual(effectWords(effectOf(mine, mine, mine), title), []);
  const read1 = progress({ 'lesson:a/one': { state: 'reading', at: 1 } });
  assert.equal(effectWords(effectOf(new Map(), read1, read1), title).length, 1);
});
