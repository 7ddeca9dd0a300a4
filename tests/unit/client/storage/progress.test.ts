import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mock, test } from 'node:test';
import fc from 'fast-check';
import { mergeProgress, stateOf, type Progress } from '../../../../src/shared/progress.ts';
import { anyProgress } from '../../shared/marks.ts';
import { forbidStorage, useStorage } from './fake-storage.ts';

type Store = typeof import('../../../../src/client/storage/progress.ts');

const KEY = 'roadmap.progress';
const v1 = readFileSync(new URL('../../../fixtures/progress/v1.json', import.meta.url), 'utf8');
let tabs = 0;

/** The module as another tab has it: with a state of its own. */
async function openTab(): Promise<Store> {
  const file = new URL('../../../../src/client/storage/progress.ts', import.meta.url);
  return (await import(`${file.href}?tab=${tabs++}`)) as Store;
}

test('a record of version 1 is read', async () => {
  const { put } = useStorage();
  put(KEY, v1);
  const { readProgress } = await openTab();
  assert.deepEqual(readProgress().marks, (JSON.parse(v1) as Progress).marks);
});

test('a mark is stored with the time that it was set', async () => {
  const { stored } = useStorage();
  mock.timers.enable({ apis: ['Date'], now: 1_795_370_400_000 });
  try {
    const { mark, readProgress } = await openTab();
    assert.equal(mark('lesson', 'a/b', 'done'), undefined);
    assert.equal(stored()[KEY], '{"version":1,"marks":{"lesson:a/b":{"state":"done","at":1795370400000}}}');
    mock.timers.tick(1000);
    mark('lesson', 'a/b', 'reading');
    assert.deepEqual(readProgress().marks, { 'lesson:a/b': { state: 'reading', at: 1_795_370_401_000 } });
  } finally {
    mock.timers.reset();
  }
});

test('two tabs do not write over each other, and hear each other', async () => {
  const { tell, stored } = useStorage();
  const [left, right] = [await openTab(), await openTab()];
  const heard: string[] = [];
  const stop = right.watchProgress((progress) => heard.push(stateOf(progress, 'lesson', 'a/b')));
  left.mark('lesson', 'a/b', 'done');
  tell(KEY, stored()[KEY]!);
  right.mark('lesson', 'a/c', 'done');
  assert.deepEqual(heard, ['done', 'done']);
  for (const tab of [left, right])
    assert.deepEqual(Object.keys(tab.readProgress().marks), ['lesson:a/b', 'lesson:a/c']);
  stop();
  right.mark('lesson', 'a/d', 'done');
  assert.equal(heard.length, 2);
});

test('a full storage says so; the mark lives in the page, and is stored once there is room', async () => {
  const { setRoom, stored } = useStorage();
  const { mark, readProgress } = await openTab();
  mark('lesson', 'a/b', 'done');
  const before = stored();
  setRoom(100);
  assert.equal(mark('lesson', 'a/c', 'done'), 'full');
  assert.equal(stateOf(readProgress(), 'lesson', 'a/c'), 'done');
  assert.deepEqual(stored(), before);
  setRoom(10_000);
  assert.equal(mark('lesson', 'a/d', 'reading'), undefined);
  assert.deepEqual(Object.keys((JSON.parse(stored()[KEY]!) as Progress).marks), [
    'lesson:a/b',
    'lesson:a/c',
    'lesson:a/d',
  ]);
});

test('a forbidden storage says so; marks live in the page', async () => {
  useStorage();
  const { mark, readProgress, mergeInto } = await openTab();
  forbidStorage();
  assert.equal(mark('question', 'a/b#c', 'known'), 'forbidden');
  assert.equal(mergeInto({ marks: { 'lesson:a/b': { state: 'done', at: 1 } } }), 'forbidden');
  assert.equal(stateOf(readProgress(), 'question', 'a/b#c'), 'known');
  assert.equal(stateOf(readProgress(), 'lesson', 'a/b'), 'done');
});

test('what cannot be read is set aside, not lost', async () => {
  const { put, stored } = useStorage();
  put(KEY, '{"version":9,"marks":{}}');
  const { mark } = await openTab();
  mark('lesson', 'a/b', 'done');
  assert.equal(stored()[`${KEY}.broken`], '{"version":9,"marks":{}}');
});

test('a single mark that means nothing is left out, and the record that held it set aside', async () => {
  const { put, stored } = useStorage();
  const text = '{"version":1,"marks":{"lesson:a/b":{"state":"done","at":1},"lesson:a/c":{"state":"later","at":2}}}';
  put(KEY, text);
  const { mark, readProgress } = await openTab();
  assert.deepEqual(Object.keys(readProgress().marks), ['lesson:a/b']);
  mark('lesson', 'a/d', 'done');
  assert.equal(stored()[`${KEY}.broken`], text);
  assert.deepEqual(Object.keys(readProgress().marks), ['lesson:a/b', 'lesson:a/d']);
});

test('another record is merged, or takes the place of this one', async () => {
  await fc.assert(
    fc.asyncProperty(anyProgress, anyProgress, async (mine, theirs) => {
      useStorage();
      const { replaceProgress, mergeInto, readProgress } = await openTab();
      assert.equal(replaceProgress(mine), undefined);
      assert.deepEqual(readProgress(), mine);
      assert.equal(mergeInto(theirs), undefined);
      assert.deepEqual(readProgress(), mergeProgress(mine, theirs));
      replaceProgress(theirs);
      assert.deepEqual(readProgress(), theirs);
    }),
    { numRuns: 30 },
  );
});
