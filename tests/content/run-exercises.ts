/**
 * Proves exercises:
 *   npm run exercises                          all
 *   npm run exercises -- functions/full-name   one; a topic's name, or a file, works too
 *   npm run exercises -- --check               write nothing, and want a proof of every one
 */
import { parseArgs } from 'node:util';
import { findPages, pagesUnder } from './examples/pages.ts';
import { formatProblems } from './examples/report.ts';
import { checkExercises } from './exercises/check.ts';
import { provision } from './interpreters.ts';

const { values: options, positionals } = parseArgs({ allowPositionals: true, options: { check: { type: 'boolean' } } });

const files = positionals.length === 0 ? pagesUnder('exercises') : positionals.flatMap(named);
const interpreters = provision();
const start = performance.now();
const reports = await checkExercises(files, interpreters, options);

const problems = reports.flatMap((report) => report.problems);
if (problems.length > 0) console.log(`${formatProblems(problems)}\n`);
const failed = reports.filter((report) => report.problems.length > 0).length;
const mutants = reports.reduce((sum, report) => sum + report.mutants, 0);
const seconds = ((performance.now() - start) / 1000).toFixed(1);
console.log(`${reports.length} exercises and ${mutants} mutants of their solutions in ${seconds} s.`);
console.log(`${reports.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function named(name: string): string[] {
  const id = name.replace(/^content\//, '').replace(/^exercises\//, '');
  const inside = pagesUnder(`exercises/${id}`);
  const found = inside.length > 0 ? inside : findPages(name);
  if (found.length === 0) {
    console.error(`No exercise is called ${name}. An exercise is named as in functions/full-name, or by its file.`);
    process.exit(2);
  }
  return found;
}
