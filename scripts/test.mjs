// npm test [-- part …]: installs what the checks need and runs them; a summary of what ran stands at the end.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { environment, fail, install, node24, root } from './setup.mjs';

install();

const bin = (...path) => join(root, 'node_modules', ...path);
/** Milliseconds after which a test that hangs has failed; the longest takes a quarter of it on a slow machine. */
const LONGEST_TEST = 900_000;
const tests = (folder) => [
  '--test',
  `--test-timeout=${LONGEST_TEST}`,
  '--test-reporter=spec',
  `--test-concurrency=${folder === 'unit' ? 2 : 1}`,
  ...testFiles(folder),
];

/** Each part: its name, and the commands it runs with Node 24. */
const PARTS = {
  types: [[bin('astro/bin/astro.mjs'), 'check', '--minimumFailingSeverity', 'hint']],
  lint: [[bin('eslint/bin/eslint.js'), '--max-warnings=0', '.']],
  format: [[bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.']],
  unit: [() => tests('unit')],
  content: [() => tests('content')],
  build: [[join(root, 'scripts/start.mjs'), '--build-only']],
  site: [[join(root, 'scripts/start.mjs'), '--build-only'], () => tests('site')],
  browser: [[join(root, 'scripts/start.mjs'), '--build-only'], () => tests('e2e')],
};

function testFiles(folder) {
  const files = readdirSync(join(root, 'tests', folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => join('tests', folder, file))
    .sort();
  if (files.length === 0) fail(`tests/${folder}/ holds no tests.`);
  return files;
}

const asked = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const unknown = asked.filter((part) => !Object.hasOwn(PARTS, part));
if (unknown.length > 0)
  fail(`There is no part "${unknown.join('", "')}". The parts are: ${Object.keys(PARTS).join(', ')}.`);
const chosen = asked.length > 0 ? asked : Object.keys(PARTS);

const results = [];
for (const part of chosen) {
  console.log(`\n── ${part} ${'─'.repeat(Math.max(4, 60 - part.length))}`);
  const start = performance.now();
  const isGreen = PARTS[part].every((command) => {
    const args = typeof command === 'function' ? command() : command;
    return spawnSync(node24, args, { cwd: root, stdio: 'inherit', env: environment() }).status === 0;
  });
  results.push({ part, isGreen, seconds: (performance.now() - start) / 1000 });
}

console.log(`\n── summary ${'─'.repeat(53)}`);
for (const { part, isGreen, seconds } of results)
  console.log(`${isGreen ? 'passed' : 'FAILED'}  ${part.padEnd(10)} ${seconds.toFixed(1).padStart(7)} s`);
const failed = results.filter(({ isGreen }) => !isGreen).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
