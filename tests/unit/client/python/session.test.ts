import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TIME_LIMIT, type Outcome } from '../../../../src/client/python/session.ts';
import runtime from '../../../../src/shared/python-runtime.json' with { type: 'json' };
import { openPage, settled } from './fake-worker.ts';

const LIMIT = TIME_LIMIT * 1000;
const BY_READER: Outcome = { ended: 'stopped', why: 'reader' };
const BY_TIME: Outcome = { ended: 'stopped', why: 'time' };
const DONE: Outcome = { ended: 'normally' };

test('nothing is started before it is needed', async (t) => {
  const { workers, states } = openPage(t);
  await settled();
  assert.equal(workers.length, 0);
  assert.deepEqual(states, [{ is: 'off' }]);
});

test('the worker is a module in a blob, which is given back, and is told where Python is', async (t) => {
  const { session, worker, blobs } = openPage(t);
  const started = session.start();
  assert.equal(await blobs.made[0]!.text(), 'import "https://example.org/roadmap/_astro/worker.1a2b.js"');
  assert.equal(blobs.made[0]!.type, 'text/javascript');
  assert.equal(worker().url, blobs.urls[0]);
  assert.deepEqual(worker().options, { type: 'module' });
  assert.deepEqual(worker().heard, [
    {
      type: 'load',
      base: `https://example.org/roadmap/python/${runtime.folder}/`,
      cache: `python-top-1-percent/${runtime.folder}`,
      version: runtime.pyodide,
      python: runtime.python,
    },
  ]);
  assert.deepEqual(blobs.revoked, []);
  await worker().start();
  await started;
  assert.deepEqual(blobs.revoked, blobs.urls);
});

test('a start is told step by step, and happens once', async (t) => {
  const { session, states, worker, workers } = openPage(t);
  assert.equal(session.start(), session.start());
  await worker().say({ type: 'loaded', bytes: 5, total: 0 });
  await worker().say({ type: 'loaded', bytes: 8, total: 10 });
  await worker().start();
  await session.start();
  assert.equal(workers.length, 1);
  assert.equal(session.generation, 1);
  assert.deepEqual(states, [
    { is: 'off' },
    { is: 'loading', bytes: 0, total: 0 },
    { is: 'loading', bytes: 5, total: 0 },
    { is: 'loading', bytes: 8, total: 10 },
    { is: 'ready' },
  ]);
});

test('whoever watches no longer is not told', async (t) => {
  const { session, worker } = openPage(t);
  const heard: string[] = [];
  const stop = session.watch(({ is }) => heard.push(is));
  void session.start();
  stop();
  await worker().start();
  assert.deepEqual(heard, ['off', 'loading']);
});

for (const canAsk of [true, false])
  test(`whether a program can ask is what the worker says: ${String(canAsk)}`, async (t) => {
    const { session, worker } = openPage(t);
    void session.start();
    await worker().start(canAsk);
    assert.equal(session.canAsk, canAsk);
    // A program says otherwise.
    await worker().start(!canAsk);
    assert.equal(session.canAsk, canAsk);
  });

test('a program starts Python, runs, prints, and ends', async (t) => {
  const { run, worker, states } = openPage(t);
  const program = run('print(1)', {}, true);
  await settled();
  assert.equal(program.hasBegun, false);
  await worker().start();
  assert.equal(program.hasBegun, true);
  const { id, ...request } = worker().taken;
  assert.match(id, /^[\da-f-]{36}$/);
  assert.deepEqual(request, { type: 'take', step: { do: 'run', source: 'print(1)' }, begin: true });
  assert.equal(states.at(-1)?.is, 'busy');
  await worker().print('1\n');
  await worker().print('warning', 'stderr');
  assert.equal(program.outcome, undefined);
  await worker().finish({ ended: 'raised', name: 'ValueError' });
  assert.deepEqual(program, {
    outcome: { ended: 'raised', name: 'ValueError' },
    printed: '1\n[warning]',
    hasBegun: true,
  });
  assert.equal(states.at(-1)?.is, 'ready');
});

test('programs wait for their turn, in order', async (t) => {
  const { run, worker, session } = openPage(t);
  await Promise.all([session.start(), worker().start()]);
  const [first, second, third] = [run('1', {}, true), run('2'), run('3')];
  await settled();
  assert.deepEqual([first.hasBegun, second.hasBegun, third.hasBegun], [true, false, false]);
  await worker().print('one');
  await worker().finish();
  assert.deepEqual([second.hasBegun, third.hasBegun], [true, false]);
  assert.equal(worker().taken.step.source, '2');
  assert.equal(worker().taken.begin, false);
  await worker().print('two');
  await worker().finish();
  await worker().finish();
  assert.deepEqual([first.printed, second.printed, third.printed], ['one', 'two', '']);
  assert.deepEqual([first.outcome, second.outcome, third.outcome], [DONE, DONE, DONE]);
});

test('a listener that throws costs its own step, not those behind it', async (t) => {
  const { session, run, worker } = openPage(t);
  await Promise.all([session.start(), worker().start()]);
  const broken = session.take(
    { do: 'run', source: '1' },
    {
      onBegin: () => {
        throw new Error('of the page');
      },
    },
  );
  const next = run('2');
  await assert.rejects(broken, /of the page/);
  await settled();
  await worker().finish();
  assert.deepEqual(next.outcome, DONE);
});

test('the tests of an exercise are named while they run', async (t) => {
  const { run, worker, session } = openPage(t);
  await Promise.all([session.start(), worker().start()]);
  const names: string[] = [];
  run('', { onTest: (name) => names.push(name) });
  await settled();
  await worker().say({ type: 'testing', id: worker().taken.id, name: 'test_one' });
  await worker().say({ type: 'testing', id: 'other', name: 'test_two' });
  assert.deepEqual(names, ['test_one']);
});

test('stop while Python loads: nothing runs, and Python goes on loading', async (t) => {
  const { run, worker, workers, session, states } = openPage(t);
  const [first, second] = [run('1'), run('2')];
  await settled();
  session.stop();
  await settled();
  assert.deepEqual([first.outcome, second.outcome], [BY_READER, BY_READER]);
  assert.deepEqual([first.hasBegun, second.hasBegun], [false, false]);
  const after = run('3');
  await settled();
  await worker().start();
  assert.equal(workers.length, 1);
  assert.equal(worker().taken.step.source, '3');
  await worker().finish();
  assert.deepEqual(after.outcome, DONE);
  assert.equal(states.at(-1)?.is, 'ready');
});

test('stop while a program runs: its worker ends, what waits is not begun, and a new one starts', async (t) => {
  const { run, worker, workers, session, states } = openPage(t);
  await Promise.all([session.start(), worker().start()]);
  const [running, waiting] = [run('1'), run('2')];
  await settled();
  const old = worker();
  session.stop();
  await settled();
  assert.deepEqual([running.outcome, waiting.outcome, waiting.hasBegun], [BY_READER, BY_READER, false]);
  assert.deepEqual([old.isTerminated, workers.length, session.generation], [true, 2, 2]);
  assert.equal(states.at(-1)?.is, 'loading');
  const next = run('3');
  await worker().start();
  await worker().finish();
  assert.deepEqual(next.outcome, DONE);
});

test('stop while nothing runs costs nothing', async (t) => {
  const { run, worker, workers, session } = openPage(t);
  session.stop();
  await Promise.all([session.start(), worker().start()]);
  session.stop();
  const program = run('1');
  await settled();
  await worker().finish();
  assert.deepEqual([program.outcome, workers.length], [DONE, 1]);
});

test('a program is stopped at the time limit, and not before', async (t) => {
  const { run, worker, workers, session, pass } = openPage(t);
  void session.start();
  const program = run('while True: pass');
  // Time in which Python loads does not count.
  await pass(60_000);
  await worker().start();
  await pass(LIMIT - 1);
  assert.equal(program.outcome, undefined);
  await pass(1);
  assert.deepEqual(program.outcome, BY_TIME);
  assert.deepEqual([workers[0]!.isTerminated, workers.length], [true, 2]);
});

test('each program has its own time', async (t) => {
  const { run, worker, session, pass } = openPage(t);
  await Promise.all([session.start(), worker().start()]);
  const [first, second] = [run('1'), run('2')];
  await pass(LIMIT - 1);
  await worker().finish();
  await pass(LIMIT - 1);
  assert.deepEqual([first.outcome, second.outcome], [DONE, undefined]);
  await worker().finish();
  await pass(LIMIT * 2);
  assert.deepEqual(second.outcome, DONE);
});

test('time in which a program waits for the reader does not count, and what it ran before does', async (t) => {
  const { run, worker, session, pass } = openPage(t);
  await Promise.all([session.start(), worker().start()]);
  const answers: ((line: string | undefined) => void)[] = [];
  const program = run('input()', { onAsk: () => new Promise((resolve) => answers.push(resolve)) });
  const ask = (): Promise<void> => worker().say({ type: 'asked', id: worker().taken.id });
  await pass(6000);
  await ask();
  await pass(3_600_000);
  assert.equal(program.outcome, undefined);
  answers[0]!('Ada');
  await settled();
  assert.deepEqual(worker().heard.at(-1), { type: 'answer', line: 'Ada' });
  await pass(3000);
  await ask();
  await pass(3_600_000);
  answers[1]!(undefined);
  await settled();
  assert.deepEqual(worker().heard.at(-1), { type: 'answer', line: undefined });
  await pass(LIMIT - 9001);
  assert.equal(program.outcome, undefined);
  await pass(1);
  assert.deepEqual(program.outcome, BY_TIME);
});

test('a program that asks where nobody answers gets the end of input, and its time runs on', async (t) => {
  const { run, worker, workers, session, pass } = openPage(t);
  await Promise.all([session.start(), worker().start()]);
  const program = run('while True:\n    try: input()\n    except EOFError: pass');
  await settled();
  for (let second = 1; second < TIME_LIMIT; second++) {
    await pass(1000);
    await worker().say({ type: 'asked', id: worker().taken.id });
  }
  assert.deepEqual(worker().heard.at(-1), { type: 'answer', line: undefined });
  assert.equal(program.outcome, undefined);
  await pass(1000);
  assert.deepEqual(program.outcome, BY_TIME);
  assert.equal(workers.length, 2);
});

test('a page that cannot ask gives the end of input', async (t) => {
  const { run, worker, session } = openPage(t);
  await Promise.all([session.start(), worker().start()]);
  run('input()', { onAsk: () => Promise.reject(new Error('no field')) });
  await settled();
  await worker().say({ type: 'asked', id: worker().taken.id });
  assert.deepEqual(worker().heard.at(-1), { type: 'answer', line: undefined });
});

test('an answer that comes after its program has ended is not given to the next', async (t) => {
  const { run, worker, session, pass } = openPage(t);
  await Promise.all([session.start(), worker().start()]);
  let answer: (line: string) => void = () => undefined;
  const asking = run('input()', { onAsk: () => new Promise((resolve) => (answer = resolve)) });
  await settled();
  await worker().say({ type: 'asked', id: worker().taken.id });
  session.stop();
  const next = run('2');
  await worker().start();
  answer('late');
  await settled();
  assert.deepEqual(asking.outcome, BY_READER);
  assert.deepEqual(
    worker().heard.map(({ type }) => type),
    ['load', 'take'],
  );
  // Nor does it give the next one more time.
  await pass(LIMIT);
  assert.deepEqual(next.outcome, BY_TIME);
});

test('a flood of output ends the worker', async (t) => {
  const { run, worker, workers, session } = openPage(t);
  await Promise.all([session.start(), worker().start()]);
  const program = run('while True: print("x")');
  await settled();
  for (let count = 0; count < 15; count++) await worker().print('x'.repeat(10_000));
  assert.equal(program.outcome, undefined);
  await worker().print('!');
  assert.deepEqual(program.outcome, { ended: 'stopped', why: 'output' });
  assert.equal(program.printed.length, 150_000);
  assert.deepEqual([workers[0]!.isTerminated, workers.length], [true, 2]);
});

test('output is counted for each program anew', async (t) => {
  const { run, worker, session } = openPage(t);
  await Promise.all([session.start(), worker().start()]);
  for (let count = 0; count < 3; count++) {
    const program = run('print("x" * 100_000)');
    await settled();
    await worker().print('x'.repeat(100_000));
    await worker().finish();
    assert.deepEqual(program.outcome, DONE);
  }
});

for (const [what, lose] of [
  ['says that it is lost', (worker) => worker.say({ type: 'crashed', detail: 'exit(3)' })],
  ['has an error that nobody caught', (worker) => worker.err('exit(3)').then(() => undefined)],
] as [string, (worker: ReturnType<ReturnType<typeof openPage>['worker']>) => Promise<void>][])
  test(`a worker that ${what} while a program runs is a crash, and a new one starts`, async (t) => {
    const { run, worker, workers, session, states } = openPage(t);
    await Promise.all([session.start(), worker().start()]);
    const [program, next] = [run('os._exit(3)'), run('2')];
    await settled();
    await lose(worker());
    assert.deepEqual(program.outcome, { ended: 'crashed', detail: 'exit(3)' });
    assert.deepEqual([workers[0]!.isTerminated, workers.length, session.generation], [true, 2, 2]);
    await worker().start();
    await worker().finish();
    assert.deepEqual(next.outcome, DONE);
    assert.ok(!states.some(({ is }) => is === 'failed'));
  });

test('an interpreter that is lost while nothing runs is replaced', async (t) => {
  const { worker, workers, session, run } = openPage(t);
  await Promise.all([session.start(), worker().start()]);
  await worker().err('');
  assert.deepEqual([workers[0]!.isTerminated, workers.length], [true, 2]);
  const program = run('1');
  await worker().start();
  await worker().finish();
  assert.deepEqual(program.outcome, DONE);
});

for (const [what, lose] of [
  ['says that it failed', (worker) => worker.say({ type: 'failed', reason: 'no network' })],
  ['is lost', (worker) => worker.say({ type: 'crashed', detail: 'no network' })],
  [
    'has an error',
    async (worker) => {
      assert.equal(await worker.err('no network'), false, 'the error is not reported again');
    },
  ],
] as [string, (worker: ReturnType<ReturnType<typeof openPage>['worker']>) => Promise<void>][])
  test(`a worker that ${what} while it starts: the reason is told, and the next program tries again`, async (t) => {
    const { run, worker, workers, session, states, blobs } = openPage(t);
    const program = run('1');
    await settled();
    await lose(worker());
    assert.deepEqual(program.outcome, { ended: 'unavailable', reason: 'no network' });
    assert.deepEqual(states.at(-1), { is: 'failed', reason: 'no network' });
    assert.deepEqual([workers.length, workers[0]!.isTerminated], [1, true]);
    assert.deepEqual(blobs.revoked, blobs.urls);
    const again = run('2');
    await settled();
    assert.deepEqual([workers.length, states.at(-1)?.is], [2, 'loading']);
    await worker().start();
    await worker().finish();
    assert.deepEqual([again.outcome, session.generation], [DONE, 2]);
  });

test('programs that wait for a start that fails are all told, each after a try of its own', async (t) => {
  const { run, worker, workers } = openPage(t);
  const [first, second] = [run('1'), run('2')];
  await settled();
  await worker().say({ type: 'failed', reason: 'a' });
  assert.deepEqual([first.outcome, second.outcome], [{ ended: 'unavailable', reason: 'a' }, undefined]);
  await worker().say({ type: 'failed', reason: 'b' });
  assert.deepEqual(second.outcome, { ended: 'unavailable', reason: 'b' });
  assert.equal(workers.length, 2);
});

test('a browser that refuses to start a worker says why', async (t) => {
  const { run, refuse, states, session, worker, blobs } = openPage(t);
  refuse(new Error('workers are forbidden'));
  await assert.rejects(session.start(), /workers are forbidden/);
  const program = run('1');
  await settled();
  assert.deepEqual(program.outcome, { ended: 'unavailable', reason: 'workers are forbidden' });
  assert.deepEqual(states.at(-1), { is: 'failed', reason: 'workers are forbidden' });
  assert.deepEqual(blobs.revoked, blobs.urls);
  refuse();
  const next = run('2');
  await settled();
  await worker().start();
  await worker().finish();
  assert.deepEqual(next.outcome, DONE);
});

test('a new worker that cannot be started does not keep a stopped program from ending', async (t) => {
  const { run, refuse, states, session, worker } = openPage(t);
  await Promise.all([session.start(), worker().start()]);
  const program = run('1');
  await settled();
  refuse(new Error('no memory'));
  session.stop();
  await settled();
  assert.deepEqual(program.outcome, BY_READER);
  assert.deepEqual(states.at(-1), { is: 'failed', reason: 'no memory' });
});

test('late messages and errors of a worker that was ended are not heard', async (t) => {
  const { run, worker, workers, session, states } = openPage(t);
  await Promise.all([session.start(), worker().start()]);
  run('1');
  await settled();
  const old = worker();
  session.stop();
  const next = run('2');
  await worker().start();
  const { id } = worker().taken;
  const before = states.length;
  await old.say({ type: 'printed', id, stream: 'stdout', text: 'late' });
  await old.say({ type: 'finished', id, result: { ended: 'normally' }, heap: 1 });
  await old.say({ type: 'crashed', detail: 'late' });
  await old.say({ type: 'failed', reason: 'late' });
  await old.say({ type: 'started', canAsk: false });
  await old.err('late');
  assert.deepEqual([next.outcome, next.printed, workers.length, session.canAsk], [undefined, '', 2, true]);
  assert.equal(states.length, before);
});

test('what a program forges is not heard', async (t) => {
  const { run, worker, workers, session, states } = openPage(t);
  await Promise.all([session.start(), worker().start()]);
  const asked: string[] = [];
  const program = run('import js', {
    onAsk: () => {
      asked.push('forged');
      return Promise.resolve('x');
    },
  });
  await settled();
  const { heard } = worker();
  const [before, sent] = [states.length, heard.length];
  for (const forged of [
    { type: 'finished', id: 'x', result: { ended: 'normally' }, heap: 1 },
    { type: 'finished', id: '', result: { ended: 'normally' }, heap: 1e12 },
    { type: 'printed', id: 'x', stream: 'stdout', text: '<b>' },
    { type: 'asked', id: 'x' },
    { type: 'finished', id: worker().taken.id },
    { type: 'loaded', bytes: 1, total: 1 },
    { type: 'started', canAsk: false },
    { type: 'failed', reason: 'forged' },
    { type: 'crashed' },
    null,
    'finished',
  ])
    await worker().say(forged);
  assert.deepEqual([program.outcome, program.printed, asked, workers.length], [undefined, '', [], 1]);
  assert.deepEqual([states.length, heard.length], [before, sent]);
  await worker().finish();
  assert.deepEqual(program.outcome, DONE);
});

test('the end of one program is not the end of the next', async (t) => {
  const { run, worker, session } = openPage(t);
  await Promise.all([session.start(), worker().start()]);
  run('1');
  await settled();
  const { id } = worker().taken;
  await worker().finish();
  const next = run('2');
  await settled();
  assert.notEqual(worker().taken.id, id);
  await worker().say({ type: 'finished', id, result: { ended: 'normally' }, heap: 1 });
  await worker().say({ type: 'printed', id, stream: 'stdout', text: 'late' });
  assert.deepEqual([next.outcome, next.printed], [undefined, '']);
});

test('a memory that has grown large costs the interpreter, when its program is done', async (t) => {
  const { run, worker, workers, session, pass, states } = openPage(t);
  await Promise.all([session.start(), worker().start()]);
  const small = run('1');
  await settled();
  await worker().finish(DONE, 300_000_000);
  await pass(10_000);
  assert.deepEqual([small.outcome, workers.length], [DONE, 1]);
  const large = run('2');
  await settled();
  await worker().finish(DONE, 300_000_001);
  assert.deepEqual(large.outcome, DONE);
  await pass(1000);
  assert.deepEqual([workers[0]!.isTerminated, workers.length, session.generation], [true, 2, 2]);
  await worker().start();
  assert.equal(states.at(-1)?.is, 'ready');
});

test('programs that follow at once still find the names of one that used much memory', async (t) => {
  const { run, worker, workers, session, pass } = openPage(t);
  await Promise.all([session.start(), worker().start()]);
  const [large, next] = [run('kept = bytearray(400_000_000)'), run('len(kept)')];
  await settled();
  await worker().finish(DONE, 420_000_000);
  await pass(5000);
  assert.deepEqual([large.outcome, next.hasBegun, next.outcome, workers.length], [DONE, true, undefined, 1]);
  await worker().finish(DONE, 420_000_000);
  await pass(1000);
  assert.deepEqual([next.outcome, workers.length], [DONE, 2]);
});

test('a large interpreter that is lost meanwhile is replaced once', async (t) => {
  const { run, worker, workers, session, pass } = openPage(t);
  await Promise.all([session.start(), worker().start()]);
  run('1');
  await settled();
  await worker().finish(DONE, 420_000_000);
  await worker().err('lost');
  await worker().start();
  await pass(1000);
  assert.equal(workers.length, 2);
});
