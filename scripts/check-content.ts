/**
 * Checks content/ and prints every problem with its place. `--record` adds new pages and anchors to
 * content/anchors.lock; it never removes one.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkContent } from '../src/content-check/index.ts';
import { formatProblems } from '../src/content-check/problem.ts';
import { renamed } from '../src/shared/renamed.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
if (process.argv.includes('--record')) {
  const file = `${root}content/anchors.lock`;
  const published = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  const all = [...new Set([...published, ...checkContent(root, renamed).lock])].sort();
  writeFileSync(file, `${all.join('\n')}\n`);
  console.log(`content/anchors.lock holds ${all.length} addresses, ${all.length - published.length} of them new.`);
}
const { problems, lessons, planned } = checkContent(root, renamed);
if (problems.length > 0) {
  console.error(
    `${formatProblems(problems)}\n${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in content/`,
  );
  process.exit(1);
}
console.log(`Content is whole: ${lessons} lessons, ${planned} of them in preparation.`);
