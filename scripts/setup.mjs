// What every command needs first: the packages of the lock file, and Node 24, which is one of them.
// This file runs on Node 20 as well, and on the bare checkout: it uses nothing but Node itself.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const windows = process.platform === 'win32';
/** Node 24 of the packages. */
export const node24 = fileURLToPath(new URL(`../node_modules/node/bin/node${windows ? '.exe' : ''}`, import.meta.url));
const stamp = new URL('../node_modules/.installed', import.meta.url);

/** Installs the packages when the lock file is not what was installed last. */
export function install() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20) fail(`This project needs Node 20 or later to start; this is ${process.version}.`);
  const lock = createHash('sha256')
    .update(readFileSync(new URL('../package-lock.json', import.meta.url)))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock && existsSync(node24)) return;
  console.log('Installing packages …');
  run(windows ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { shell: windows });
  if (!existsSync(node24))
    fail(
      'npm ci finished, but Node 24 is missing: the "node" package needs its install script (npm config set ignore-scripts false).',
    );
  writeFileSync(stamp, lock);
}

/** Runs a program in the repository and ends this process if it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    ...options,
    env: environment(options.env),
  });
  if (error) fail(`${command} could not be started: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

/** The environment of every program: Node 24 first, no telemetry. */
export function environment(more = {}) {
  const bin = fileURLToPath(new URL('../node_modules/.bin', import.meta.url));
  const path = process.env.PATH ?? process.env.Path ?? '';
  return { ...process.env, PATH: `${bin}${windows ? ';' : ':'}${path}`, ASTRO_TELEMETRY_DISABLED: '1', ...more };
}

export function fail(message) {
  console.error(message);
  process.exit(1);
}
