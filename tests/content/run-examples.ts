/**
 * Proves the examples of pages:
 *   npm run examples                                  all pages
 *   npm run examples -- functions/closures            one lesson
 *   npm run examples -- functions                     everything of a topic
 *   npm run examples -- questions/functions/closures  or exercises/…, topics/…, reference/…, projects/…, a file
 *   npm run examples -- functions/closures --update   … and write what is printed into the page
 *   npm run examples -- --check                       write nothing, and want a proof of every page
 */
import { parseArgs } from 'node:util';
import { checkPages, type PageReport } from './examples/check.ts';
import { allPages, findPages } from './examples/pages.ts';
import { formatProblems } from './examples/report.ts';
import { provision } from './interpreters.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { update: { type: 'boolean' }, check: { type: 'boolean' } },
});

const files = positionals.length === 0 ? allPages() : positionals.flatMap(named);
const interpreters = provision();
const start = performance.now();
const reports = await checkPages(files, interpreters, options);
print(reports);

function named(name: string): string[] {
  const found = findPages(name);
  if (found.length === 0) {
    console.error(
      `No page is called ${name}. A page is named as in functions/closures, topics/functions, questions/functions/closures, or by its file.`,
    );
    process.exit(2);
  }
  return found;
}

function print(reports: PageReport[]): void {
  const problems = reports.flatMap((report) => report.problems);
  if (problems.length > 0) console.log(`${formatProblems(problems)}\n`);
  for (const { file, updated } of reports) if (updated) console.log(`${file}: written`);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const { current, previous } = interpreters;
  console.log(
    `${reports.length} pages in ${seconds} s on CPython ${current.version}, CPython ${previous.version} and Pyodide.`,
  );
  const failed = new Set(problems.map(({ file, fence }) => `${file}:${fence}`)).size;
  const passed = Math.max(0, reports.reduce((sum, report) => sum + report.fences, 0) - failed);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
