/** The probe suite: the browser's Python does what CPython does, but for the differences that are stated. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { expectedResults, keep, keyOf, readKept } from '../probes/expected.ts';
import { compareProbes, parseProbes, probes, stepOf, type Host, type Probe } from '../probes/probes.ts';
import { Browser } from './examples/browser.ts';
import type { Result } from './examples/results.ts';
import { provision } from './interpreters.ts';

const interpreters = provision();
const browser = new Browser();
after(() => browser.close());

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
  const [expected, got] = await Promise.all([expectedResults(interpreters.previous), inBrowser()]);
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

test('a difference of some hosts is one there only', () => {
  const coarse: Probe = { ...probe('walls'), hosts: ['firefox'] };
  const found = (host: Host, got: string) =>
    compareProbes(printed('yes'), printed(got), [entry], [coarse], host).map(({ message }) => message.split('\n')[0]);
  assert.deepEqual(found('firefox', 'no'), []);
  assert.deepEqual(found('firefox', 'yes'), ['both do the same, so the difference "walls" is out of date']);
  assert.deepEqual(found('node', 'yes'), []);
  assert.deepEqual(found('node', 'no'), ['the Pythons disagree, and no difference is stated for node']);
});

test('results on CPython are kept whole, under a key that changes with what they depend on', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'kept-'));
  t.after(() => {
    rmSync(folder, { recursive: true });
  });
  const file = join(folder, 'kept.json');
  assert.equal(readKept(file), undefined);
  const kept = { key: 'a', results: [['wall', { ended: 'normally', output: 'é' }]] satisfies [string, Result][] };
  keep(file, kept);
  assert.deepEqual(readKept(file), kept);
  assert.deepEqual(readdirSync(folder), ['kept.json']);
  writeFileSync(file, '{"key": "a", "results": [');
  assert.equal(readKept(file), undefined);

  const { previous } = interpreters;
  const key = keyOf(previous);
  assert.equal(keyOf({ ...previous }), key);
  assert.notEqual(keyOf({ ...previous, version: '3.14.99' }), key);
  assert.notEqual(keyOf(previous, probes.slice(1)), key);
  assert.notEqual(keyOf(previous, [{ ...probes[0]!, source: 'pass\n' }, ...probes.slice(1)]), key);
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
  assert.deepEqual(parseProbes('# %% a {"difference": "d", "hosts": ["firefox"]}\npass\n', 'text.py')[0]!.hosts, [
    'firefox',
  ]);
  assert.throws(
    () => parseProbes('# %% a {"difference": "d", "hosts": ["lynx"]}\n', 'text.py'),
    /text\.py:1: .*found \{"hosts":\["lynx"\]\}/,
  );
  assert.throws(
    () => parseProbes('# %% a {"hosts": ["node"]}\n', 'text.py'),
    /text\.py:1: expected "difference" beside/,
  );
});
