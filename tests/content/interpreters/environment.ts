/**
 * A virtual environment that holds the packages which lessons show, pinned by requirements.lock.
 * The installer is uv: the one on PATH, or the one that the lock names, brought by a pip.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const LOCK = path.resolve(import.meta.dirname, '../requirements.lock');

export function readLock(): string {
  return readFileSync(LOCK, 'utf8');
}

/** Makes the environment anew. @returns its interpreter */
export function createEnvironment(base: string, folder: string, cache: string): string {
  rmSync(folder, { recursive: true, force: true });
  execFileSync(base, ['-m', 'venv', '--without-pip', folder], { stdio: 'pipe' });
  const python = path.join(folder, 'bin/python');
  const uv = findUv(base, cache);
  const install = (...args: string[]) =>
    execFileSync(uv, ['pip', 'install', '--quiet', '--python', python, '--require-hashes', '--no-deps', ...args], {
      stdio: 'pipe',
    });
  // Packages without a wheel for this version are built with the locked setuptools, not with one that
  // an isolated build would fetch unchecked.
  const builders = path.join(cache, 'builders.lock');
  writeFileSync(builders, lockedEntries(readLock(), ['setuptools', 'wheel', 'packaging']));
  install('--requirement', builders);
  // Compiled now, since the runner writes no bytecode and imports should be quick.
  install('--no-build-isolation', '--compile-bytecode', '--requirement', LOCK);
  flushLinesAtOnce(python);
  return python;
}

/** The entries of some packages, with their hashes. */
export function lockedEntries(lock: string, names: string[]): string {
  return lock
    .split(/\n(?=[A-Za-z0-9])/)
    .filter((entry) => names.includes(/^[\w.-]+/.exec(entry)?.[0].toLowerCase() ?? ''))
    .join('\n')
    .concat('\n');
}

/**
 * Scripts write to a file here, where Python would hold their output back until the end and so show
 * what goes to stderr first. This makes stdout pass on each line, as it does in a terminal.
 */
function flushLinesAtOnce(python: string): void {
  const packages = execFileSync(python, ['-c', 'import sysconfig; print(sysconfig.get_path("purelib"))'], {
    encoding: 'utf8',
  }).trim();
  writeFileSync(
    path.join(packages, 'lines_at_once.pth'),
    'import sys; sys.stdout and sys.stdout.reconfigure(line_buffering=True)\n',
  );
}

function findUv(base: string, cache: string): string {
  try {
    execFileSync('uv', ['--version'], { stdio: 'ignore' });
    return 'uv';
  } catch {
    return bringUv(base, cache);
  }
}

function bringUv(base: string, cache: string): string {
  const target = path.join(cache, 'uv');
  const uv = path.join(target, 'bin/uv');
  if (existsSync(uv)) return uv;
  mkdirSync(target, { recursive: true });
  const wanted = path.join(target, 'uv.lock');
  writeFileSync(wanted, lockedEntries(readLock(), ['uv']));
  const args = [
    'install',
    '--quiet',
    '--disable-pip-version-check',
    '--require-hashes',
    '--target',
    target,
    '--requirement',
    wanted,
  ];
  execFileSync(base, [...pipOf(base, cache), ...args], { stdio: 'pipe' });
  return uv;
}

/** How to start a pip: the interpreter's own, or the wheel that was unpacked beside it. */
function pipOf(base: string, cache: string): string[] {
  try {
    execFileSync(base, ['-m', 'pip', '--version'], { stdio: 'ignore' });
    return ['-m', 'pip'];
  } catch {
    const wheels = path.join(cache, 'debian/usr/share/python-wheels');
    const wheel = existsSync(wheels) ? readdirSync(wheels).find((name) => name.startsWith('pip-')) : undefined;
    if (!wheel) throw new Error(`neither uv nor a pip for ${base} was found; install uv (https://docs.astral.sh/uv/)`);
    return [path.join(wheels, wheel, 'pip')];
  }
}
