/** Turns at the page's Python: one owner at a time, in order, each stopped by itself. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Turns } from '../../../../src/client/python/turns.ts';

/** Work that ends when it is told to. */
function lasting<T>(): { work: () => Promise<T>; end: (value: T) => void; fail: (error: Error) => void } {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  return { work: () => promise, end: resolve, fail: reject };
}
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('work is done in order, one after the other, with all of its steps', async () => {
  const turns = new Turns(() => assert.fail('nobody stops'));
  const log: string[] = [];
  const steps = (name: string) => async (): Promise<string> => {
    for (const step of [1, 2, 3]) {
      log.push(`${name}${String(step)}`);
      await settled();
    }
    return name;
  };
  const given = await Promise.all([turns.take({}, steps('a')), turns.take({}, steps('b'))]);
  assert.deepEqual(given, ['a', 'b']);
  assert.deepEqual(log, ['a1', 'a2', 'a3', 'b1', 'b2', 'b3']);
});

test('it is taken from the asking to the end', async () => {
  const turns = new Turns(() => undefined);
  assert.equal(turns.isTaken, false);
  const { work, end } = lasting<string>();
  const turn = turns.take({}, work);
  assert.equal(turns.isTaken, true);
  end('');
  await turn;
  assert.equal(turns.isTaken, false);
});

test('one that waits is stopped at once, and alone', async () => {
  let ended = 0;
  const turns = new Turns(() => ended++);
  const first = lasting<string>();
  const second = {};
  const log: string[] = [];
  const running = turns.take({}, first.work);
  const waiting = turns.take(second, () => Promise.resolve(log.push('second')));
  const third = turns.take({}, () => Promise.resolve('third'));
  await settled();
  turns.stop(second);
  assert.equal(await waiting, undefined);
  assert.equal(ended, 0, 'the running one goes on');
  first.end('first');
  assert.deepEqual(await Promise.all([running, third]), ['first', 'third']);
  assert.deepEqual(log, []);
});

test('the running one is told, and its step is ended; those behind it follow', async () => {
  const first = lasting<string>();
  const turns = new Turns(() => {
    first.end('ended');
  });
  const owner = {};
  let isStopped = (): boolean => false;
  const running = turns.take(owner, (asked) => {
    isStopped = asked;
    return first.work();
  });
  const behind = turns.take({}, () => Promise.resolve('behind'));
  await settled();
  assert.equal(isStopped(), false);
  turns.stop(owner);
  assert.equal(isStopped(), true);
  assert.deepEqual(await Promise.all([running, behind]), ['ended', 'behind']);
});

test('without an owner all are stopped', async () => {
  const first = lasting<string>();
  const turns = new Turns(() => {
    first.end('ended');
  });
  const running = turns.take({}, first.work);
  const waiting = turns.take({}, () => Promise.resolve('waited'));
  await settled();
  turns.stop();
  assert.deepEqual(await Promise.all([running, waiting]), ['ended', undefined]);
  assert.equal(turns.isTaken, false);
});

test('work that fails costs only its own turn', async () => {
  const turns = new Turns(() => undefined);
  const failing = turns.take({}, () => Promise.reject(new Error('no')));
  const next = turns.take({}, () => Promise.resolve('next'));
  await assert.rejects(failing, /no/);
  assert.equal(await next, 'next');
});
