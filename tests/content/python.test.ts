/** The Python that runs readers' code: what it says about solutions, and that no program harms the next. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { after, test } from 'node:test';
import { Browser } from './examples/browser.ts';
import { runSteps } from './examples/cpython.ts';
import type { Step } from './examples/plan.ts';
import type { Grade, Result } from './examples/results.ts';
import { provision } from './interpreters.ts';

const interpreters = provision();
const browser = new Browser();
after(() => browser.close());

const run = (source: string, fresh = false): Step => ({
  do: 'run',
  source: `${source}\n`,
  ...(fresh ? { fresh } : {}),
});
const grade = (source: string, tests: string): Step => ({ do: 'grade', source, tests });

async function graded(source: string, tests: string): Promise<Grade> {
  const [result] = await browser.runSteps([grade(source, tests)]);
  assert.ok(result?.grade, result?.detail);
  return result.grade;
}

/** The same steps on CPython and in the browser's Python, which must agree. */
async function onBoth(...steps: Step[]): Promise<Result[]> {
  const [inBrowser, onCPython] = await Promise.all([browser.runSteps(steps), runSteps(interpreters.previous, steps)]);
  const outputs = (results: Result[]) => results.map(({ ended, output, summary }) => ({ ended, output, summary }));
  assert.deepEqual(outputs(inBrowser), outputs(onCPython));
  return inBrowser;
}

test('a failed assert shows its text, what came out and what was wanted', async () => {
  const { status, tests } = await graded(
    'def total(xs):\n    print("debug", xs)\n    return xs\n',
    'def test_sum():\n    "sums up"\n    assert total([1, 2]) == 3\n\ndef test_truth():\n    "is true"\n    assert not total([1]), "should be empty"\n',
  );
  assert.equal(status, 'failed');
  const [sum, truth] = tests;
  assert.deepEqual(
    [sum!.title, sum!.status, sum!.expression, sum!.got, sum!.want],
    ['sums up', 'failed', 'total([1, 2]) == 3', '[1, 2]', '3'],
  );
  assert.deepEqual([truth!.expression, truth!.message, truth!.got], ['not total([1])', 'should be empty', 'False']);
  assert.equal((sum as unknown as { printed: string }).printed, 'debug [1, 2]\n');
});

test('async tests, raises and its value', async () => {
  const { status, tests } = await graded(
    'import asyncio\n\nasync def late(x):\n    await asyncio.sleep(0.01)\n    if x < 0:\n        raise ValueError("below zero")\n    return x\n',
    [
      'async def test_late():',
      '    "waits"',
      '    assert await late(2) == 2',
      'async def test_raises():',
      '    "refuses"',
      '    with raises(ValueError, match="^below") as caught:',
      '        await late(-1)',
      '    assert str(caught.value) == "below zero"',
      'def test_nothing_raised():',
      '    "raises"',
      '    with raises(ValueError, KeyError):',
      '        pass',
      'async def test_other_words():',
      '    "says why"',
      '    with raises(ValueError, match="negative"):',
      '        await late(-1)',
    ].join('\n'),
  );
  assert.equal(status, 'failed');
  assert.deepEqual(
    tests.map((test) => [test.status, test.got, test.want]),
    [
      ['passed', null, null],
      ['passed', null, null],
      ['failed', 'no exception', 'ValueError or KeyError'],
      ['failed', 'ValueError: below zero', "ValueError with a message like 'negative'"],
    ],
  );
});

test('an exception in the solution is shown from its first line there', async () => {
  const { tests } = await graded(
    'def half(x):\n    return x / 0\n',
    'def test_half():\n    "halves"\n    assert half(2) == 1\n',
  );
  const { status, message, traceback } = tests[0] as unknown as Record<string, string>;
  assert.deepEqual([status, message], ['error', 'ZeroDivisionError: division by zero']);
  assert.equal(
    traceback,
    'Traceback (most recent call last):\n  File "solution.py", line 2, in half\n    return x / 0\n           ~~^~~\nZeroDivisionError: division by zero\n',
  );
});

test('a missing name, a solution that does not run and endless printing are told apart', async () => {
  const tests = 'def test_a():\n    "a"\n    assert area(2) == 4\n\ndef test_b():\n    "b"\n    assert area(3) == 9\n';
  const missing = await graded('def arae(x):\n    return x * x\n', tests);
  assert.deepEqual([missing.missing, missing.tests.map(({ status }) => status)], [['area'], ['missing', 'missing']]);
  const unreadable = await graded('def area(x)\n    return x\n', tests);
  assert.deepEqual([unreadable.status, unreadable.line, unreadable.tests.length], ['broken', 1, 0]);
  assert.match(unreadable.error!, /SyntaxError: expected ':'$/);
  const raising = await graded('x = 1\narea = {}[x]\n', tests);
  assert.deepEqual([raising.status, raising.line, raising.error], ['broken', 2, 'KeyError: 1']);
  const endless = await graded('def area(x):\n    while True:\n        print(x)\n', tests);
  assert.equal(endless.tests[0]!.message, 'the code prints without end');
});

test('a solution runs as a module, so its main part is skipped', async () => {
  const source = 'def name():\n    return __name__\n\nif __name__ == "__main__":\n    raise SystemExit\n';
  assert.equal((await graded(source, 'def test_name():\n    "n"\n    assert name() == "solution"\n')).status, 'passed');
});

test('tracebacks and inspect find the lines of earlier blocks, and none of our frames', async () => {
  const [, printed, shown] = await onBoth(
    run('def parse(text):\n    return int(text)'),
    run(
      '# a comment\nimport traceback\n\ntry:\n    parse("x")\nexcept ValueError:\n    traceback.print_exc()\n\n\ndef where():\n    traceback.print_stack()\n\n\nwhere()',
    ),
    run('import inspect\n\nprint(inspect.getsource(parse))'),
  );
  assert.match(printed!.output, /line 2, in parse\n {4}return int\(text\)/);
  assert.match(
    printed!.output,
    / {2}File "main.py", line 14, in <module>\n {4}where\(\)\n {2}File "main.py", line 11, in where\n/,
  );
  assert.doesNotMatch(printed!.output, /runner|steps|driver/);
  assert.equal(shown!.output, 'def parse(text):\n    return int(text)');
});

test('asyncio behaves as in CPython', async () => {
  await onBoth(
    run(
      'import asyncio\n\n\nasync def main():\n    async with asyncio.TaskGroup() as group:\n        tasks = [group.create_task(asyncio.sleep(0.01, n)) for n in range(3)]\n    print([task.result() for task in tasks])\n    return await asyncio.to_thread(len, "four")\n\n\nprint(asyncio.run(main()))',
    ),
    run(
      'async def nested():\n    asyncio.run(main())\n\n\ntry:\n    asyncio.run(nested())\nexcept RuntimeError as error:\n    print(error)',
    ),
    run('with asyncio.Runner() as runner:\n    print(runner.run(asyncio.wait_for(asyncio.sleep(0, "done"), 1)))'),
    run(
      'async def slow():\n    async with asyncio.timeout(0.01):\n        await asyncio.sleep(5)\n\n\nasyncio.run(slow())',
    ),
  );
});

test('an await that can never finish is found', async () => {
  const [result] = await browser.runSteps([run('import asyncio\n\nasyncio.run(asyncio.Event().wait())')]);
  assert.equal(result?.name?.split('.').at(-1), 'Deadlock');
});

const HOSTILE = {
  builtins: 'import builtins\nbuiltins.len = None\nbuiltins.print = None\ndel builtins.open',
  modules: 'import sys\nsys.modules.clear()',
  path: 'import sys\nsys.path.clear()\nsys.meta_path.clear()\nsys.path_hooks.clear()',
  folder: 'import os, shutil\nshutil.rmtree(os.getcwd())',
  streams: 'import sys\nsys.stdout.close()\nsys.stdout = sys.stderr = sys.__stdout__ = None',
  import: 'import builtins\nbuiltins.__import__ = None',
  loop: 'import asyncio\nasyncio._set_running_loop(asyncio.new_event_loop())',
  logging: 'import logging\nlogging.basicConfig(level=0)\nlogging.disable(50)',
  trace: 'import sys\nsys.settrace(lambda *args: None)\nsys.setrecursionlimit(200)\nsys.excepthook = None',
  warnings: 'import warnings\nwarnings.simplefilter("error")\nwarnings.showwarning = None',
  library: 'import json, os\njson.dumps = os.getcwd = None\nos.environ.clear()\nos.pread = os.fstat = None',
  decimal: 'import decimal\ndecimal.getcontext().prec = 2',
};

const CLEAN = `import asyncio, decimal, json, logging, os, sys, warnings
logging.warning("logged")
warnings.warn("warned")
print(json.dumps({"a": 1}), decimal.Decimal(1) / 3, os.listdir(), "HOME" in os.environ)
print(asyncio.run(asyncio.sleep(0, "slept")), len("abc"), sys.getrecursionlimit(), __name__)
open("left.txt", "w").close()
hidden = True`;

for (const [name, program] of Object.entries(HOSTILE))
  test(`no trace is left of a program that spoils ${name}`, async () => {
    await browser.runSteps([run(program)]);
    const [clean, names] = await browser.runSteps([run(CLEAN), run('print(hidden)', true)]);
    assert.equal(
      clean!.output || clean!.traceback,
      'WARNING:root:logged\nmain.py:3: UserWarning: warned\n  warnings.warn("warned")\n{"a": 1} 0.3333333333333333333333333333 [] True\nslept 3 1000 __main__',
    );
    assert.equal(names!.name, 'NameError');
  });

test('mutants: one small mistake each, none where tests do not look', () => {
  const solution = [
    '"""A docstring."""',
    'def price(n: int = 1, *, code: str = "x") -> "Price":',
    '    """Another."""',
    '    if n < 1 and not code:',
    '        raise ValueError(f"n is {n}, " "below 1")',
    '    total = n * 3',
    '    log(total)',
    '    return total',
    '',
    'if __name__ == "__main__":',
    '    print(price(2))',
  ].join('\n');
  const folder = path.resolve(import.meta.dirname, 'exercises');
  const script =
    'import sys; sys.dont_write_bytecode = True; sys.path.insert(0, sys.argv[1]); import mutants\nfor m in mutants.mutants_of(sys.argv[2]): print(m.line, m.was, "->", m.now)';
  const listed = execFileSync(interpreters.current.python, ['-c', script, folder, solution], { encoding: 'utf8' });
  assert.deepEqual(listed.trim().split('\n'), [
    '2 1 -> 2',
    "2 'x' -> 'x?'",
    '4 if n < 1 and (not code): -> if True:',
    '4 if n < 1 and (not code): -> if False:',
    '4 n < 1 and (not code) -> n < 1 or not code',
    '4 n < 1 -> n <= 1',
    '4 1 -> 2',
    '4 not code -> code',
    '6 n * 3 -> n + 3',
    '6 3 -> 4',
    '7 log(total) -> pass',
    '8 return total -> return None',
  ]);
});

test('an error in the test itself shows what the test asserts', async () => {
  const { tests } = await graded(
    'def counter(f):\n    return f\n',
    'def test_calls():\n    "counts calls"\n    assert counter(print).calls == 0\n',
  );
  const [{ status, expression, message, traceback }] = tests as [(typeof tests)[0]];
  assert.deepEqual([status, expression, traceback], ['error', 'counter(print).calls == 0', null]);
  assert.match(message!, /^AttributeError/);
});
