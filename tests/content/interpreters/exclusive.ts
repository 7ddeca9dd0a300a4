/**
 * A lock between processes: a folder that only one of them can make. A lock whose owner has died is
 * taken over.
 */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Runs `work` while no other process that names the same folder does. */
export function exclusively<T>(folder: string, work: () => T): T {
  mkdirSync(path.dirname(folder), { recursive: true });
  while (!take(folder)) {
    if (isAbandoned(folder)) rmSync(folder, { recursive: true, force: true });
    else sleep(100);
  }
  try {
    return work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function take(folder: string): boolean {
  try {
    mkdirSync(folder);
  } catch {
    return false;
  }
  writeFileSync(path.join(folder, 'pid'), String(process.pid));
  return true;
}

function isAbandoned(folder: string): boolean {
  try {
    const pid = Number(readFileSync(path.join(folder, 'pid'), 'utf8'));
    if (pid) process.kill(pid, 0);
    return false;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ESRCH' || (code === 'ENOENT' && ageOf(folder) > 10_000);
  }
}

function ageOf(folder: string): number {
  return Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
}

function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
