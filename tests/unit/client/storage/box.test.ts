import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keysWith, openBox, type Box } from '../../../../src/client/storage/box.ts';
import { forbidStorage, useStorage } from './fake-storage.ts';

interface Name {
  name: string;
}
const KEY = 'test.name';
const EMPTY: Name = { name: 'nobody' };

const open = (version = 1): Box<Name> =>
  openBox<Name>({
    key: KEY,
    version,
    parse: ({ name }) => (typeof name === 'string' ? { name } : undefined),
    empty: EMPTY,
  });

test('a value is stored with its version, read again, and removed', () => {
  const { stored } = useStorage();
  const box = open();
  assert.equal(box.read(), EMPTY);
  assert.equal(box.write({ name: 'Ada' }), undefined);
  assert.deepEqual(stored(), { [KEY]: '{"version":1,"name":"Ada"}' });
  assert.deepEqual(open().read(), { name: 'Ada' });
  assert.equal(box.write(undefined), undefined);
  assert.deepEqual(stored(), {});
  assert.equal(box.read(), EMPTY);
});

for (const [what, text] of [
  ['text that is no JSON', '{"version":1,"name":'],
  ['an empty text', ''],
  ['null', 'null'],
  ['a list', '[1]'],
  ['a number', '7'],
  ['a value without a version', '{"name":"Ada"}'],
  ['a value of a later version', '{"version":2,"name":{"first":"Ada"}}'],
  ['a value of another form', '{"version":1,"name":7}'],
  ['JSON of great depth', '['.repeat(100_000)],
] as const)
  test(`${what} is set aside, and nothing is read`, () => {
    const { put, stored } = useStorage();
    put(KEY, text);
    assert.equal(open().read(), EMPTY);
    assert.equal(stored()[`${KEY}.broken`], text);
    assert.equal(open().write({ name: 'Grace' }), undefined);
    assert.deepEqual(open().read(), { name: 'Grace' });
    assert.deepEqual(stored(), { [KEY]: '{"version":1,"name":"Grace"}', [`${KEY}.broken`]: text });
  });

test('writing and removing set aside what another version of the site wrote since the last reading', () => {
  const { put, stored } = useStorage();
  const box = open();
  box.write({ name: 'Ada' });
  put(KEY, '{"version":2,"name":"first"}');
  box.write({ name: 'Grace' });
  assert.equal(stored()[`${KEY}.broken`], '{"version":2,"name":"first"}');
  put(KEY, '{"version":2,"name":"second"}');
  box.write(undefined);
  assert.deepEqual(stored(), {
    [`${KEY}.broken`]: '{"version":2,"name":"first"}',
    [`${KEY}.broken.2`]: '{"version":2,"name":"second"}',
  });
});

test('the same broken text is set aside once', () => {
  const { put, stored } = useStorage();
  put(KEY, '{');
  open().read();
  open().read();
  assert.deepEqual(Object.keys(stored()), [KEY, `${KEY}.broken`]);
});

test('a full storage says so, and keeps what it holds', () => {
  const { setRoom, stored } = useStorage();
  const box = open();
  box.write({ name: 'Ada' });
  setRoom(60);
  assert.equal(box.write({ name: 'x'.repeat(60) }), 'full');
  assert.deepEqual(box.read(), { name: 'Ada' });
  assert.deepEqual(Object.keys(stored()), [KEY]);
});

test('what cannot be read is not written over while there is no room to set it aside', () => {
  const { put, setRoom, stored } = useStorage();
  const theirs = `{"version":2,"name":"${'x'.repeat(40)}"}`;
  put(KEY, theirs);
  setRoom(90);
  const box = open();
  assert.equal(box.read(), EMPTY);
  assert.equal(box.write({ name: 'Ada' }), 'full');
  assert.equal(box.write(undefined), 'full');
  assert.deepEqual(stored(), { [KEY]: theirs });
  setRoom(1000);
  assert.equal(box.write({ name: 'Ada' }), undefined);
  assert.equal(stored()[`${KEY}.broken`], theirs);
});

test('a forbidden storage is an empty box that refuses to be filled', () => {
  useStorage();
  forbidStorage();
  const box = open();
  assert.equal(box.read(), EMPTY);
  assert.equal(box.write({ name: 'Ada' }), 'forbidden');
  assert.equal(box.write(undefined), 'forbidden');
  assert.deepEqual(keysWith(''), []);
});

test('another tab is heard until it no longer interests', () => {
  const { tell, stored, listeners } = useStorage();
  const heard: Name[] = [];
  const stop = open().watch((value) => heard.push(value));
  tell(KEY, '{"version":1,"name":"Ada"}');
  tell('test.other', '{"version":1,"name":"someone"}');
  tell(KEY, null);
  tell(KEY, '{"version":9}');
  tell(null, null);
  assert.deepEqual(heard, [{ name: 'Ada' }, EMPTY, EMPTY, EMPTY]);
  assert.equal(stored()[`${KEY}.broken`], '{"version":9}');
  stop();
  tell(KEY, '{"version":1,"name":"Grace"}');
  assert.equal(heard.length, 4);
  assert.equal(listeners(), 0);
});

test('keys are listed by their beginning, without what was set aside', () => {
  const { put } = useStorage();
  for (const key of ['draft.a/b', 'draft.a/c', 'draft.a/b.broken', 'draft.a/b.broken.2', 'edit.1']) put(key, '');
  assert.deepEqual(keysWith('draft.'), ['draft.a/b', 'draft.a/c']);
});
