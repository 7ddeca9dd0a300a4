import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forbidStorage, useStorage } from './fake-storage.ts';

useStorage();
const { deleteEverything, readSetAside, readTexts, watchTexts, writeTexts } =
  await import('../../../../src/client/storage/everything.ts');
const { mark, readProgress } = await import('../../../../src/client/storage/progress.ts');

test('reads the site’s texts, and what was set aside apart from them', () => {
  const { put } = useStorage();
  put('roadmap.plan', 'p');
  put('roadmap.progress.broken', 'x');
  put('roadmap.draft.a/b.broken.2', 'y');
  put('other', 'z');
  assert.deepEqual([...readTexts()], [['roadmap.plan', 'p']]);
  assert.deepEqual([...readSetAside()].sort(), [
    ['roadmap.draft.a/b.broken.2', 'y'],
    ['roadmap.progress.broken', 'x'],
  ]);
});

test('writes all or nothing: a storage that is full in the middle is as it was', () => {
  const { put, setRoom, stored } = useStorage();
  put('roadmap.a', 'a'.repeat(20));
  put('roadmap.b', 'b'.repeat(20));
  put('roadmap.c', 'c');
  const before = stored();
  setRoom(95);
  const changes = [
    { key: 'roadmap.c', to: 'c'.repeat(10) },
    { key: 'roadmap.a', to: undefined },
    { key: 'roadmap.d', to: 'd'.repeat(12) },
    { key: 'roadmap.b', to: 'b'.repeat(50) },
  ];
  assert.equal(writeTexts(changes), 'full');
  assert.deepEqual(stored(), before);
  setRoom(1000);
  assert.equal(writeTexts(changes), undefined);
  assert.equal(stored()['roadmap.a'], undefined);
  assert.equal(stored()['roadmap.d'], 'd'.repeat(12));
});

test('what nobody understands is set aside before it is written over', () => {
  const { put, stored, setRoom } = useStorage();
  put('roadmap.plan', 'damaged');
  assert.equal(writeTexts([{ key: 'roadmap.plan', to: '{}' }], ['roadmap.plan']), undefined);
  assert.deepEqual(stored(), { 'roadmap.plan': '{}', 'roadmap.plan.broken': 'damaged' });
  put('roadmap.plan', 'again');
  setRoom(60);
  assert.equal(writeTexts([{ key: 'roadmap.plan', to: '{}' }], ['roadmap.plan']), 'full');
  assert.equal(stored()['roadmap.plan'], 'again');
});

test('marks that could not be stored do not come back after an import', () => {
  const { setRoom } = useStorage();
  setRoom(0);
  assert.equal(mark('lesson', 'a/b', 'done'), 'full');
  assert.equal(Object.keys(readProgress().marks).length, 1);
  setRoom(1000);
  writeTexts([{ key: 'roadmap.progress', to: '{"version":1,"marks":{}}' }]);
  assert.deepEqual(readProgress().marks, {});
});

test('deleting leaves the keys of others', async () => {
  const { put, stored } = useStorage();
  for (const key of ['roadmap.theme', 'roadmap.progress', 'roadmap.progress.broken', 'bank.session']) put(key, 'x');
  assert.equal(await deleteEverything(), undefined);
  assert.deepEqual(stored(), { 'bank.session': 'x' });
});

test('another tab’s change is heard, and only the site’s', () => {
  const { tell } = useStorage();
  let heard = 0;
  const stop = watchTexts(() => heard++);
  tell('other', 'x');
  tell('roadmap.review', 'x');
  tell(null, null);
  stop();
  tell('roadmap.review', 'y');
  assert.equal(heard, 2);
});

test('a browser that forbids storage has nothing, and says so when it is to keep something', () => {
  useStorage();
  forbidStorage();
  assert.equal(readTexts().size + readSetAside().size, 0);
  assert.equal(writeTexts([{ key: 'roadmap.plan', to: '{}' }]), 'forbidden');
});
