/** What goes wrong in pages, exercises, cheat sheets, guides and projects fails with its place, and the rest goes on. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { checkCheatsheet } from './cheatsheets/check.ts';
import { checkPages } from './examples/check.ts';
import { LIMIT } from './examples/results.ts';
import { checkExercises } from './exercises/check.ts';
import { checkGuide } from './guides/check.ts';
import { provision } from './interpreters.ts';
import { checkProject } from './projects/check.ts';

const FIXTURES = path.resolve(import.meta.dirname, '../fixtures');
const fixtures = (kind: string) => {
  const folder = path.join(FIXTURES, kind);
  return readdirSync(folder)
    .toSorted()
    .map((name) => path.join(folder, name));
};

/** `kind:line`, with `3.15`, `3.14` and `browser` where not all of them have the problem. */
const EXPECTED: Record<string, string[]> = {
  'good.mdx': [],
  'hang.mdx': ['hung:9'],
  'sleep.mdx': ['hung:1', 'not reached:10'],
  'flood.mdx': ['flooded:1'],
  'exit.mdx': ['exited:1'],
  'end.mdx': ['died:1 3.15 3.14', 'died:1 browser', 'not reached:7'],
  'deep.mdx': ['died:1 browser'],
  'wrong-output.mdx': ['output differs:8'],
  'wrong-exception.mdx': ['lint:14', 'raised another:1', 'did not raise:9', 'raised:13'],
  'missing-output.mdx': ['output missing:1', 'output unneeded:9'],
  'syntax.mdx': ['lint:2', 'does not compile:1', 'does not compile:5'],
  'differs.mdx': ['output missing:1 3.15 3.14', 'pythons differ:1 browser'],
  'console.mdx': ['console unreadable:5', 'console differs:12'],
  'questions.yaml': ['raised:10'],
};

LIMIT.block = 4000;
const interpreters = provision();
const files = fixtures('examples');
const reports = await checkPages(files, interpreters, { check: true });

test('every fixture is expected', () => {
  assert.deepEqual(files.map((file) => path.basename(file)).toSorted(), Object.keys(EXPECTED).toSorted());
});

for (const { file, problems } of reports) {
  const name = path.basename(file);
  test(name, () => {
    const found = problems.map(({ kind, line, pythons }) => {
      const where = pythons.map((python) => /^CPython (3\.\d+)/.exec(python)?.[1] ?? 'browser');
      return [`${kind}:${line}`, ...(where.length === 3 ? [] : where)].join(' ');
    });
    assert.deepEqual([...new Set(found)], EXPECTED[name]);
  });
}

const checked = await checkExercises(fixtures('exercises'), interpreters, { check: true });
const EXERCISES: Record<string, string[]> = {
  // The tests never look beyond the upper bound, and a mutant that counts down for ever is noticed.
  'gaps.mdx': [
    'test untitled:20',
    'mutant survives:14',
    'mutant survives:14',
    'mutant survives:15',
    'equivalent unneeded:16',
    'starter passes:5',
  ],
  // A mutant that ends the process is noticed, and those after it are tried.
  'ends.mdx': ['mutant survives:14', 'mutant survives:15', 'mutant survives:15'],
  'wrong.mdx': ['entry missing:10', 'solution fails:16', 'starter broken:7'],
};

for (const { file, problems } of checked) {
  const name = path.basename(file);
  test(`exercise ${name}`, () => {
    const onCPython = problems.filter(
      ({ kind, pythons }) => kind !== 'lint' && !pythons.some((python) => python.startsWith('Pyodide')),
    );
    assert.deepEqual(onCPython.map(({ kind, line }) => `${kind}:${line}`).toSorted(), EXERCISES[name]!.toSorted());
  });
}

test('rows of a cheat sheet', async () => {
  const problems = await checkCheatsheet(fixtures('cheatsheets')[0]!, interpreters);
  assert.deepEqual(
    problems.map(({ kind, line, pythons }) => `${kind}:${line} ${pythons.join()}`.replace(/\.\d+$/, '')).toSorted(),
    [
      'row does not compile:23 CPython 3.14',
      'row does not compile:23 CPython 3.15',
      'row does not compile:35 ',
      'row fails:28 CPython 3.14',
      'row fails:28 CPython 3.15',
      'row shows otherwise:25 CPython 3.14',
      'row shows otherwise:25 CPython 3.15',
    ],
  );
});

test('tables of a guide', async () => {
  const problems = await checkGuide(fixtures('guides')[0]!, interpreters, "['twice', 'or', 'thrice']");
  assert.deepEqual(
    problems.map(({ kind, line, details }) => `${kind}:${line} ${details.join(', ')}`),
    [
      ...[0, 1].map(() => 'row shows otherwise:13 - 3, + 2'),
      ...[0, 1].map(() => 'row shows otherwise:14 - 1, + SyntaxError: invalid syntax (<string>, line 1)'),
      'names missing:1 thrice',
    ],
  );
});

test('milestones of projects', async () => {
  const [sound, unsound] = await Promise.all(fixtures('projects').map((folder) => checkProject(folder, interpreters)));
  assert.deepEqual(sound, []);
  const found = unsound!.map(({ kind, file, details }) => `${kind}: ${path.basename(file)} ${details[0]}`);
  assert.deepEqual(
    [...new Set(found)],
    [
      'milestone passes: test_milestone_1.py tests on starter',
      'milestone fails: test_milestone_1.py tests on solution/2',
    ],
  );
});
