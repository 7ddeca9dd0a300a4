import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentHash, editStore } from '../../../../src/client/storage/edits.ts';
import { forbidStorage, useStorage } from './fake-storage.ts';

test('an edit belongs to the text that it changed', () => {
  const { stored } = useStorage();
  const store = editStore('print(1)');
  assert.equal(store.read(), undefined);
  assert.equal(store.write('print("één 🐍")'), undefined);
  assert.equal(editStore('print(1)').read(), 'print("één 🐍")');
  assert.equal(editStore('print(2)').read(), undefined);
  assert.deepEqual(Object.keys(stored()), [`roadmap.edit.${contentHash('print(1)')}`]);
  store.write(undefined);
  assert.deepEqual(stored(), {});
});

test('an edit that leaves nothing is an edit', () => {
  useStorage();
  editStore('print(1)').write('');
  assert.equal(editStore('print(1)').read(), '');
});

test('a stored value without a text is no edit, and is set aside', () => {
  const { put, stored } = useStorage();
  const key = `roadmap.edit.${contentHash('print(1)')}`;
  put(key, '{"version":1,"code":["print(2)"]}');
  assert.equal(editStore('print(1)').read(), undefined);
  assert.equal(stored()[`${key}.broken`], '{"version":1,"code":["print(2)"]}');
});

test('a browser that forbids storage says so', () => {
  forbidStorage();
  assert.equal(editStore('print(1)').read(), undefined);
  assert.equal(editStore('print(1)').write('print(2)'), 'forbidden');
});

test('texts are told apart by FNV-1a of 64 bits', () => {
  // The vectors of RFC 9923 for "", "a" and "foobar", whose characters are bytes.
  const known = { '': 0xcbf29ce484222325n, a: 0xaf63dc4c8601ec8cn, foobar: 0x85944171f73967e8n };
  for (const [text, hash] of Object.entries(known)) assert.equal(contentHash(text), hash.toString(36));
  assert.notEqual(contentHash('\u0161'), contentHash('a'));
  assert.notEqual(contentHash('🐍'), contentHash('🐎'));
});
