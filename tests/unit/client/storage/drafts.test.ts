import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftsOf, parseDraft, type Draft } from '../../../../src/client/storage/drafts.ts';
import { forbidStorage, useStorage } from './fake-storage.ts';

const ID = 'functions/run-once';
const KEY = `roadmap.draft.${ID}`;
const draft = (code: string, more: Partial<Draft> = {}): Draft => ({ code, starter: 's1', ...more });

test('a draft hangs on its exercise, with what the tests said', () => {
  const { stored } = useStorage();
  const drafts = draftsOf(ID);
  assert.equal(drafts.read(), undefined);
  assert.equal(drafts.write(draft('a = 1', { result: { passed: 2, total: 3 } })), undefined);
  assert.deepEqual(draftsOf(ID).read(), draft('a = 1', { result: { passed: 2, total: 3 } }));
  assert.equal(draftsOf('functions/other').read(), undefined);
  drafts.remove();
  assert.deepEqual(stored(), {});
});

test('a tab writes over its own draft, and over the one that it opened', () => {
  useStorage();
  const first = draftsOf(ID);
  first.write(draft('a'));
  first.write(draft('ab'));
  const second = draftsOf(ID);
  assert.equal(second.open()?.code, 'ab');
  second.write(draft('abc'));
  assert.deepEqual(second.read(), draft('abc'));
});

test('the drafts of two tabs are both kept, whoever writes last', () => {
  useStorage();
  const [left, right] = [draftsOf(ID), draftsOf(ID)];
  left.write(draft('left 1'));
  right.write(draft('right 1'));
  assert.deepEqual(right.read(), draft('right 1', { other: 'left 1' }));
  // Reading is not opening: the left tab still shows its own.
  assert.equal(left.read()?.code, 'right 1');
  left.write(draft('left 2'));
  assert.deepEqual(left.read(), draft('left 2', { other: 'right 1' }));
  right.write(draft('right 2', { other: 'right 1' }));
  assert.deepEqual(right.read(), draft('right 2', { other: 'left 2' }));
});

test('a draft that another tab wrote is no other one when it is the same, or was opened here', () => {
  useStorage();
  const [left, right] = [draftsOf(ID), draftsOf(ID)];
  left.write(draft('same'));
  right.write(draft('same'));
  assert.deepEqual(right.read(), draft('same'));
  left.write(draft('left'));
  assert.equal(right.open()?.code, 'left');
  right.write(draft('built on left'));
  assert.deepEqual(right.read(), draft('built on left'));
});

test('a kept other draft can be forgotten', () => {
  const { stored } = useStorage();
  const drafts = draftsOf(ID);
  drafts.write(draft('mine', { other: 'theirs' }));
  assert.equal(drafts.read()?.other, 'theirs');
  drafts.write(draft('mine', { other: undefined }));
  assert.deepEqual(stored(), { [KEY]: '{"version":1,"code":"mine","starter":"s1"}' });
});

test('removing leaves what another tab has stored since, until it is opened', () => {
  const { stored } = useStorage();
  const [left, right] = [draftsOf(ID), draftsOf(ID)];
  left.write(draft('left'));
  right.write(draft('right'));
  left.remove();
  assert.equal(left.open()?.code, 'right');
  left.remove();
  assert.deepEqual(stored(), {});
});

test('a draft that could not be stored leaves the one before, which is still this tab’s', () => {
  const { setRoom } = useStorage();
  const drafts = draftsOf(ID);
  drafts.write(draft('kept'));
  setRoom(0);
  assert.equal(drafts.write(draft('too long')), 'full');
  assert.deepEqual(drafts.read(), draft('kept'));
  setRoom(1000);
  drafts.write(draft('shorter'));
  assert.deepEqual(drafts.read(), draft('shorter'));
});

test('a browser that forbids storage says so', () => {
  useStorage();
  forbidStorage();
  const drafts = draftsOf(ID);
  assert.equal(drafts.read(), undefined);
  assert.equal(drafts.write(draft('a')), 'forbidden');
  drafts.remove();
});

test('another tab’s draft is heard, and its removal', () => {
  const { tell } = useStorage();
  const heard: (Draft | undefined)[] = [];
  draftsOf(ID).watch((value) => heard.push(value));
  tell(KEY, '{"version":1,"code":"theirs","starter":"s1"}');
  tell(KEY, null);
  assert.deepEqual(heard, [draft('theirs'), undefined]);
});

test('hostile values are no drafts, and hostile parts are left out', () => {
  for (const stored of [{}, { code: 1, starter: 's' }, { code: 'a' }, { code: 'a', starter: null }, { code: ['a'] }])
    assert.equal(parseDraft(stored), undefined, JSON.stringify(stored));
  const plain = { code: 'a', starter: 's' };
  for (const result of [
    null,
    'passed',
    [1, 1],
    { passed: '1', total: '1' },
    { passed: 1 },
    { passed: -1, total: 3 },
    { passed: 4, total: 3 },
    { passed: 0, total: 0 },
    { passed: 0.5, total: 1 },
    { passed: null, total: null },
  ])
    assert.deepEqual(parseDraft({ ...plain, result }), plain, JSON.stringify(result));
  assert.deepEqual(parseDraft({ ...plain, other: { code: 'b' }, more: '<b>' }), plain);
  assert.deepEqual(parseDraft({ ...plain, result: { passed: 1, total: 2, more: 1 } }), {
    ...plain,
    result: { passed: 1, total: 2 },
  });
});
