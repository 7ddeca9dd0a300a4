/** Every solution passes, every starter fails, and the tests notice every mistake in a solution. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkExercises } from './exercises/check.ts';
import { pagesUnder } from './examples/pages.ts';
import { formatProblems } from './examples/report.ts';
import { provision } from './interpreters.ts';

const reports = await checkExercises(pagesUnder('exercises'), provision(), { check: true });

test('there are exercises', () => {
  assert.ok(reports.length > 0);
});

for (const { file, problems } of reports)
  test(file, () => {
    if (problems.length > 0) assert.fail(`\n${formatProblems(problems)}\n`);
  });
