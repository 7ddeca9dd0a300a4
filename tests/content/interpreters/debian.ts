/**
 * Takes CPython from Debian's next release without installing it: the packages are unpacked into the
 * project's cache, and the interpreters are told to use the C library that was unpacked beside them.
 * Nothing here needs root or changes the system; apt works on a state of its own.
 */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { debianMirror, type AptSource } from './apt-sources.ts';

const SUITE = 'forky';
const PACKAGES = ['python3.15-venv', 'python3.14-venv', 'python3-pip-whl', 'patchelf'];
const LIBRARIES: Partial<Record<NodeJS.Architecture, { folder: string; loader: string }>> = {
  x64: { folder: 'usr/lib/x86_64-linux-gnu', loader: 'ld-linux-x86-64.so.2' },
  arm64: { folder: 'usr/lib/aarch64-linux-gnu', loader: 'ld-linux-aarch64.so.1' },
};

/** Unpacks the packages once. @returns the folder that stands for `/`, or why there is none. */
export function unpackDebian(cache: string): { root: string } | { reason: string } {
  const root = path.join(cache, 'debian');
  if (existsSync(root)) return { root };
  const libraries = process.platform === 'linux' ? LIBRARIES[process.arch] : undefined;
  if (!libraries)
    return {
      reason: `Debian's packages are for Linux on x64 or arm64, this is ${process.platform} on ${process.arch}`,
    };
  if (!has('apt-get') || !has('dpkg')) return { reason: 'apt-get and dpkg are not there' };
  const mirror = debianMirror();
  if (!mirror) return { reason: 'no Debian archive in /etc/apt' };
  const state = path.join(cache, 'apt');
  try {
    const archives = download(state, mirror);
    // The paths inside the interpreters are absolute, so the folder has its final name from the start;
    // the caller holds the lock, and a half-made folder is removed below.
    mkdirSync(root);
    for (const name of readdirSync(archives).filter((name) => name.endsWith('.deb')))
      execFileSync('dpkg', ['-x', path.join(archives, name), root]);
    for (const name of ['python3.15', 'python3.14']) {
      relocate(root, libraries, name);
      pointToWheels(root, name);
    }
    return { root };
  } catch (error) {
    rmSync(root, { recursive: true, force: true });
    return { reason: `unpacking Debian's packages failed: ${describe(error)}` };
  } finally {
    rmSync(state, { recursive: true, force: true });
  }
}

/** Downloads the packages and all that they need, as if nothing were installed. */
function download(state: string, mirror: AptSource): string {
  rmSync(state, { recursive: true, force: true });
  mkdirSync(path.join(state, 'lists/partial'), { recursive: true });
  mkdirSync(path.join(state, 'cache/archives/partial'), { recursive: true });
  writeFileSync(path.join(state, 'status'), '');
  const signed = mirror.signedBy ? `Signed-By: ${mirror.signedBy}\n` : '';
  writeFileSync(
    path.join(state, 'debian.sources'),
    `Types: deb\nURIs: ${mirror.uri}\nSuites: ${SUITE}\nComponents: main\n${signed}`,
  );
  const options = [
    ['Dir::Etc::sourcelist', path.join(state, 'debian.sources')],
    ['Dir::Etc::sourceparts', '-'],
    ['Dir::State', state],
    ['Dir::State::Lists', path.join(state, 'lists')],
    ['Dir::State::status', path.join(state, 'status')],
    ['Dir::Cache', path.join(state, 'cache')],
    ['Acquire::Languages', 'none'],
    ['Acquire::IndexTargets::deb::DEP-11::DefaultEnabled', 'false'],
    ['APT::Sandbox::User', ''],
    ['Debug::NoLocking', 'true'],
  ].flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  const apt = (...args: string[]) =>
    execFileSync('apt-get', [...options, '-q', '-q', '-y', ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  apt('update');
  apt('--no-install-recommends', '--download-only', 'install', ...PACKAGES);
  return path.join(state, 'cache/archives');
}

/** Makes an unpacked program start by its path, with the unpacked C library and no environment variable. */
function relocate(root: string, { folder, loader }: { folder: string; loader: string }, name: string): void {
  const libraries = path.join(root, folder);
  const program = path.join(root, 'usr/bin', name);
  const patched = `${program}.patched`;
  const patchelf = (...args: string[]) =>
    execFileSync(path.join(libraries, loader), [
      '--library-path',
      libraries,
      path.join(root, 'usr/bin/patchelf'),
      ...args,
    ]);
  // Two calls and in this order: patchelf 0.18 breaks the program when it does both at once.
  patchelf('--force-rpath', '--set-rpath', libraries, '--output', patched, program);
  patchelf('--set-interpreter', path.join(libraries, loader), patched);
  renameSync(patched, program);
  execFileSync(program, ['-c', 'import ctypes, sqlite3, ssl']);
}

/** Lets `python -m venv` find the pip that it puts into an environment. */
function pointToWheels(root: string, name: string): void {
  const library = path.join(root, 'usr/lib', name);
  for (const file of readdirSync(library).filter((each) => each.startsWith('_sysconfig'))) {
    const full = path.join(library, file);
    if (!lstatSync(full).isFile()) continue;
    const text = readFileSync(full, 'utf8');
    writeFileSync(full, text.replaceAll('/usr/share/python-wheels', path.join(root, 'usr/share/python-wheels')));
  }
}

function has(command: string): boolean {
  return (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, command)));
}

function describe(error: unknown): string {
  const stderr = (error as { stderr?: Buffer }).stderr?.toString().trim();
  return stderr || (error instanceof Error ? error.message : String(error));
}
