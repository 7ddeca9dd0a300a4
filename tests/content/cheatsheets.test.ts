/** Every row of a cheat sheet is Python, and shows the value that it has. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkCheatsheet, cheatsheetFiles } from './cheatsheets/check.ts';
import { formatProblems } from './examples/report.ts';
import { provision } from './interpreters.ts';

const interpreters = provision();

for (const file of cheatsheetFiles())
  test(file, async () => {
    const problems = await checkCheatsheet(file, interpreters);
    if (problems.length > 0) assert.fail(`\n${formatProblems(problems)}\n`);
  });
