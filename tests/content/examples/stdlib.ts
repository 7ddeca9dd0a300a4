/** Pyodide's standard library with compiled modules: made once, and the browser's Python starts in a third of the time. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Interpreter } from '../interpreters.ts';
import { PYODIDE } from './proofs.ts';

const CACHE = path.resolve(import.meta.dirname, '../../../.cache/python');

/**
 * @param interpreter of the same minor version as Pyodide, whose bytecode it makes
 * @returns the archive's path
 */
export function compiledStdlib({ python }: Interpreter): string {
  const archive = path.join(CACHE, `stdlib-${PYODIDE}.zip`);
  if (existsSync(archive)) return archive;
  mkdirSync(CACHE, { recursive: true });
  const shipped = path.join(path.dirname(createRequire(import.meta.url).resolve('pyodide')), 'python_stdlib.zip');
  const made = `${archive}.${process.pid}`;
  execFileSync(python, [path.join(import.meta.dirname, 'compile_stdlib.py'), shipped, made], { stdio: 'pipe' });
  renameSync(made, archive);
  return archive;
}
