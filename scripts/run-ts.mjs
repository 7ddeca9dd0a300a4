/**
 * Runs a TypeScript file with the project's own Node, which strips types:
 *   node scripts/run-ts.mjs tests/content/run-examples.ts functions/closures
 * Written for any Node, since it is the first thing that starts.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const node = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url));
if (!existsSync(node)) {
  console.error('The project is not installed yet: run "npm ci" first.');
  process.exit(1);
}
const { status, signal, error } = spawnSync(node, process.argv.slice(2), { stdio: 'inherit' });
if (error) console.error(`Cannot start ${node}: ${error.message}`);
process.exit(status ?? (signal === 'SIGINT' ? 130 : 1));
