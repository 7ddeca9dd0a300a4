/** The tests of each milestone pass with its solution and fail without it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkProject, projectFolders } from './projects/check.ts';
import { formatProblems } from './examples/report.ts';
import { provision } from './interpreters.ts';

const interpreters = provision();

for (const folder of projectFolders())
  test(folder, async () => {
    const problems = await checkProject(folder, interpreters);
    if (problems.length > 0) assert.fail(`\n${formatProblems(problems)}\n`);
  });
