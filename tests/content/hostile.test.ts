/** Programs that go wrong in every way fail with their place, and the pages around them are run. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { checkPages } from './examples/check.ts';
import { LIMIT } from './examples/results.ts';
import { provision } from './interpreters.ts';

const FOLDER = path.resolve(import.meta.dirname, '../fixtures/examples');
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
const files = readdirSync(FOLDER).map((name) => path.join(FOLDER, name));
const reports = await checkPages(files, provision(), { check: true });

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
