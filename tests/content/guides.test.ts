/** The tables of every reference guide are true, and name what Python lists. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatProblems } from './examples/report.ts';
import { pagesUnder } from './examples/pages.ts';
import { checkGuide } from './guides/check.ts';
import { provision } from './interpreters.ts';

const interpreters = provision();

for (const file of pagesUnder('reference'))
  test(file, async () => {
    const problems = await checkGuide(file, interpreters);
    if (problems.length > 0) assert.fail(`\n${formatProblems(problems)}\n`);
  });
