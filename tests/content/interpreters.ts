/**
 * The two CPythons that prove examples, each with an environment of pinned packages. They are looked
 * for in PYTHON315 and PYTHON314, on PATH and with uv, and else made from Debian's packages under
 * `.cache/`. A missing one is an error that says how to get it.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pythons } from '../../src/site.ts';
import { unpackDebian } from './interpreters/debian.ts';
import { createEnvironment, readLock } from './interpreters/environment.ts';
import { exclusively } from './interpreters/exclusive.ts';

/** A CPython that is ready to run examples. */
export interface Interpreter {
  /** `3.15` */
  minor: string;
  /** `3.15.0` */
  version: string;
  /** The environment's interpreter. */
  python: string;
  /** The environment's folder of programs, for the front of PATH. */
  bin: string;
}

export interface Interpreters {
  current: Interpreter;
  previous: Interpreter;
}

const CACHE = path.resolve(import.meta.dirname, '../../.cache/python');

/** Finds or makes both interpreters. The first time takes a minute, later ones a few milliseconds. */
export function provision(): Interpreters {
  return { current: provisionOne(pythons.current), previous: provisionOne(pythons.previous) };
}

interface Stamp extends Interpreter {
  made: string;
}

function provisionOne(minor: string): Interpreter {
  const stamp = path.join(CACHE, `${minor}.json`);
  // What an environment depends on; when it changes, the environment is made again.
  const made = createHash('sha256')
    .update(`${readLock()}\n${process.env[variable(minor)] ?? ''}`)
    .digest('hex');
  const ready = readStamp(stamp, made);
  if (ready) return ready;
  return exclusively(path.join(CACHE, 'lock'), () => {
    const meanwhile = readStamp(stamp, made);
    if (meanwhile) return meanwhile;
    console.error(`Preparing CPython ${minor} with the packages that lessons show (once) …`);
    const base = findPython(minor);
    const folder = path.join(CACHE, `environment-${minor}`);
    const python = createEnvironment(base, folder, CACHE);
    const interpreter: Stamp = { minor, version: versionOf(python)!, python, bin: path.join(folder, 'bin'), made };
    writeFileSync(stamp, JSON.stringify(interpreter));
    return interpreter;
  });
}

function readStamp(file: string, made: string): Interpreter | undefined {
  if (!existsSync(file)) return undefined;
  const stamp = JSON.parse(readFileSync(file, 'utf8')) as Stamp;
  return stamp.made === made && existsSync(stamp.python) ? stamp : undefined;
}

function findPython(minor: string): string {
  const tried: string[] = [];
  for (const [name, find] of places(minor)) {
    const found = find();
    if (typeof found === 'string' && versionOf(found)?.startsWith(`${minor}.`)) return found;
    tried.push(`  ${name}: ${typeof found === 'string' ? `${found} is not a working CPython ${minor}` : found.reason}`);
    if (name === variable(minor) && process.env[name]) break;
  }
  throw new Error(
    `CPython ${minor} is needed to prove the examples and was not found. Looked at:\n${tried.join('\n')}\n` +
      `Install it (for instance: uv python install ${minor}), or set ${variable(minor)} to its path.`,
  );
}

type Found = string | { reason: string };

/** Where a Python may come from, in order of preference. */
function places(minor: string): [string, () => Found][] {
  return [
    [variable(minor), () => process.env[variable(minor)] ?? { reason: 'not set' }],
    ['PATH', () => (versionOf(`python${minor}`) ? `python${minor}` : { reason: `no working python${minor}` })],
    ['uv', () => fromUv(minor)],
    ["Debian's packages", () => fromDebian(minor)],
  ];
}

function variable(minor: string): string {
  return `PYTHON${minor.replace('.', '')}`;
}

function fromUv(minor: string): Found {
  const uv = (...args: string[]) =>
    execFileSync('uv', ['python', ...args, minor], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  try {
    return uv('find', '--managed-python');
  } catch {
    try {
      uv('install');
      return uv('find', '--managed-python');
    } catch (error) {
      const { code, stderr } = error as { code?: string; stderr?: string };
      return {
        reason: code === 'ENOENT' ? 'not installed' : `could not install it: ${stderr?.trim().split('\n').at(-1)}`,
      };
    }
  }
}

function fromDebian(minor: string): Found {
  mkdirSync(CACHE, { recursive: true });
  const unpacked = unpackDebian(CACHE);
  return 'root' in unpacked ? path.join(unpacked.root, 'usr/bin', `python${minor}`) : unpacked;
}

/** The version of a CPython, or nothing if it does not start. */
function versionOf(python: string): string | undefined {
  try {
    return execFileSync(python, ['-c', 'import platform; print(platform.python_version())'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return undefined;
  }
}
