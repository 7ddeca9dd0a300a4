/** The probe suite: the browser's Python does what CPython does, but for the differences that are stated. */
import assert from 'node:assert/strict';
import { availableParallelism } from 'node:os';
import { after, test } from 'node:test';
import { compareProbes, parseProbes, probes, stepOf, type Probe } from '../probes/probes.ts';
import { Browser } from './examples/browser.ts';
import { runScript, runSteps } from './examples/cpython.ts';
import type { Result } from './examples/results.ts';
import { provision } from './interpreters.ts';

const interpreters = provision();
const browser = new Browser();
after(() => browser.close());

/** Each probe in a process of its own, as many at a time as the machine has cores. */
async function onCPython(): Promise<Map<string, Result>> {
  const results = new Map<string, Result>();
  const waiting = [...probes];
  const work = async () => {
    for (let probe = waiting.shift(); probe; probe = waiting.shift()) results.set(probe.id, await onProcess(probe));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return results;
}

async function onProcess(probe: Probe): Promise<Result> {
  if (probe.script) return runScript(interpreters.previous, probe.source, {});
  return (await runSteps(interpreters.previous, [stepOf(probe)]))[0]!;
}

/** Each probe in an interpreter that knows nothing of those before. */
async function inBrowser(): Promise<Map<string, Result>> {
  const results = new Map<string, Result>();
  for (const probe of probes) results.set(probe.id, (await browser.runSteps([stepOf(probe)]))[0]!);
  return results;
}

test('probes have ids of their own and cover what the site teaches', () => {
  const ids = probes.map(({ id }) => id);
  assert.deepEqual(
    ids.filter((id, index) => ids.indexOf(id) !== index),
    [],
  );
  assert.ok(ids.length >= 170, `only ${ids.length} probes`);
});

test("the browser's Python does what CPython does, but for the stated differences", async () => {
  const [expected, got] = await Promise.all([onCPython(), inBrowser()]);
  const problems = compareProbes(expected, got).map(({ probe, message }) => `${probe}: ${message}`);
  assert.equal(problems.length, 0, problems.join('\n\n'));
});

const entry = { id: 'walls', title: 'Walls', cpython: 'It works.', browser: 'It says `no`.', instead: 'Go around.' };
const probe = (difference?: string): Probe => ({
  id: 'wall',
  group: 'walls',
  source: 'wall()\n',
  ...(difference === undefined ? {} : { difference }),
});
const printed = (output: string): Map<string, Result> => new Map([['wall', { ended: 'normally', output }]]);

for (const [what, expected, got, difference, message] of [
  ['equal results', 'yes', 'yes', undefined, undefined],
  ['places of the library', 'File "/usr/lib/python3.14/a.py", line 1', 'File "/lib/python314.zip/a.py", line 2'],
  ['a difference that nobody states', 'yes', 'no', undefined, /no difference is stated/],
  ['a stated difference', 'yes', 'no', 'walls', undefined],
  ['a difference that is gone', 'yes', 'yes', 'walls', /out of date/],
  ['a difference of another kind', 'yes', 'perhaps', 'walls', /does not do what "walls" says/],
  ['a difference without an entry', 'yes', 'no', 'doors', /lacks/],
] as const)
  test(`comparing finds what is wrong: ${what}`, () => {
    const problems = compareProbes(printed(expected), printed(got), [entry], [probe(difference)]);
    const found = problems.filter(({ message }) => !message.startsWith('no probe shows'));
    if (message === undefined) assert.deepEqual(found, []);
    else assert.match(found[0]!.message, message);
  });

test('an entry needs a probe, and its quotations need evidence', () => {
  const problems = compareProbes(
    printed('yes'),
    printed('no'),
    [{ ...entry, browser: 'It says `no`, not `nope`.' }],
    [probe('walls')],
  );
  assert.deepEqual(
    problems.map(({ message }) => message),
    ['the difference "walls" quotes `nope`, which occurs in no program and no result'],
  );
  assert.match(compareProbes(new Map(), new Map(), [entry], [])[0]!.message, /no probe shows/);
});

test('the head of a probe is read, or refused with its place', () => {
  assert.deepEqual(parseProbes('# %% a-b {"stdin": ["x"]}\nprint(1)\n\n# %% c\nprint(2)\n', 'text.py'), [
    { id: 'a-b', group: 'text', source: 'print(1)\n', stdin: ['x'] },
    { id: 'c', group: 'text', source: 'print(2)\n' },
  ]);
  assert.throws(
    () => parseProbes('# %% a\n# %% Not So\n', 'text.py'),
    /^Error: text\.py:2: expected "# %% kebab-case-id"/,
  );
  assert.throws(
    () => parseProbes('# %% a {"stdin": "x"}\n', 'text.py'),
    /text\.py:1: expected "stdin" \(a list of lines\)/,
  );
});
