/** Every example of every page prints what the page says, on all Pythons, and is recorded as proved. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPages } from './examples/check.ts';
import { allPages } from './examples/pages.ts';
import { formatProblems } from './examples/report.ts';
import { provision } from './interpreters.ts';

const reports = await checkPages(allPages(), provision(), { check: true });

test('there are pages', () => {
  assert.ok(reports.length > 0);
});

for (const { file, problems } of reports)
  test(file, () => {
    if (problems.length > 0) assert.fail(`\n${formatProblems(problems)}\n`);
  });
