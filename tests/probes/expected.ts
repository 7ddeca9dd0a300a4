/**
 * What the probes do on CPython. Each needs a process of its own, which takes most of a minute in all, so the results
 * are kept under `.cache/` for whoever compares another Python with them, as long as nothing changes that they
 * depend on.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { runScript, runSteps } from '../content/examples/cpython.ts';
import type { Result } from '../content/examples/results.ts';
import type { Interpreter } from '../content/interpreters.ts';
import { probes, stepOf, type Probe } from './probes.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const CACHE = path.join(ROOT, '.cache/probes-on-cpython.json');

/** All that runs a probe on CPython or changes what is noted of it, beside the probe and the interpreter. */
const MACHINERY = [
  'tests/probes/probes.ts',
  'tests/probes/expected.ts',
  'tests/content/interpreters.ts',
  ...sourcesIn('tests/content/interpreters'),
  ...sourcesIn('tests/content/examples'),
  'tests/content/requirements.lock',
  ...sourcesIn('src/python'),
];

/** What is kept. */
interface Kept {
  /** Says what the results depend on, see `keyOf`. */
  key: string;
  results: [id: string, result: Result][];
}

/**
 * The results of all probes on CPython by id: kept ones, or those of a run. A probe that hung says more about the
 * machine than about Python, so a run with one is not kept.
 *
 * @param interpreter a CPython of the version that the browser's Python has
 */
export async function expectedResults(interpreter: Interpreter): Promise<Map<string, Result>> {
  const key = keyOf(interpreter);
  const kept = readKept(CACHE);
  if (kept?.key === key) return new Map(kept.results);
  const results = await runAll(interpreter);
  if (![...results.values()].some(({ ended }) => ended === 'hung')) keep(CACHE, { key, results: [...results] });
  return results;
}

/**
 * A hash of the probes, of the machinery that runs them, and of the interpreter and the system that it stands on.
 *
 * @param among the probes
 */
export function keyOf({ version, python, bin }: Interpreter, among: readonly Probe[] = probes): string {
  const sum = createHash('sha256').update(
    JSON.stringify([version, python, bin, process.platform, process.arch, among]),
  );
  for (const file of MACHINERY) sum.update(`\n${file}\n`).update(readFileSync(path.join(ROOT, file)));
  return sum.digest('hex');
}

/** What a file holds that `keep` wrote; undefined if it is missing or was left half written. */
export function readKept(file: string): Kept | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const { key, results } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Kept>;
    return typeof key === 'string' && Array.isArray(results) ? { key, results } : undefined;
  } catch {
    return undefined;
  }
}

/** Writes results so that others see all of them or none. */
export function keep(file: string, kept: Kept): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const own = `${file}.${String(process.pid)}`;
  writeFileSync(own, JSON.stringify(kept));
  renameSync(own, file);
}

/** As many at a time as the machine has cores. */
async function runAll(interpreter: Interpreter): Promise<Map<string, Result>> {
  const results = new Map<string, Result>();
  const waiting = [...probes];
  const work = async () => {
    for (let probe = waiting.shift(); probe; probe = waiting.shift())
      results.set(probe.id, await runOne(interpreter, probe));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return results;
}

async function runOne(interpreter: Interpreter, probe: Probe): Promise<Result> {
  if (probe.script) return runScript(interpreter, probe.source, {});
  return (await runSteps(interpreter, [stepOf(probe)]))[0]!;
}

/** The source files of a folder, as paths from the root. */
function sourcesIn(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder))
    .filter((name) => /\.(ts|py)$/.test(name))
    .sort()
    .map((name) => `${folder}/${name}`);
}
