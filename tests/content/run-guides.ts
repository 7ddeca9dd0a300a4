/**
 * Proves the tables of reference guides:
 *   npm run guides                              all guides
 *   npm run guides -- string-methods            one
 *   npm run guides -- string-methods --update   … and write the values into its rows
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { pagesUnder } from './examples/pages.ts';
import { formatProblems } from './examples/report.ts';
import { checkGuide, updatedGuide } from './guides/check.ts';
import { provision } from './interpreters.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { update: { type: 'boolean' } },
});

const interpreters = provision();
const files = (positionals.length === 0 ? [''] : positionals).flatMap((name) => {
  const found = pagesUnder(`reference/${name}`.replace(/\/$/, ''));
  if (found.length > 0) return found;
  console.error(`No guide is called ${name}: content/reference/${name}.mdx is not there.`);
  process.exit(2);
});
for (const file of files) {
  if (options.update) writeFileSync(file, await updatedGuide(file, interpreters));
  const problems = await checkGuide(file, interpreters);
  if (problems.length > 0) {
    console.log(formatProblems(problems));
    process.exitCode = 1;
  }
}
console.log(`${files.length} guides on CPython ${interpreters.current.version} and ${interpreters.previous.version}.`);
