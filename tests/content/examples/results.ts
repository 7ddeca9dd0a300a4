import type { Grade } from '../../../src/shared/python-messages.ts';
import { availableParallelism, loadavg } from 'node:os';
import type { Trace } from '../../../src/shared/trace.ts';

export type { Grade };

/** How a step of a page ended, on whichever Python. */
export interface Result {
  ended: 'normally' | 'raised' | 'flooded' | 'cut' | 'hung' | 'died' | 'not reached';
  /** stdout and stderr in the order written. */
  output: string;
  /** Of `raised`: the exception's class, the end of its traceback, and all of it. */
  name?: string;
  summary?: string;
  traceback?: string;
  /** Of `died`: what is known about it. */
  detail?: string;
  /** Of a traced block: its recording, as src/shared/trace.ts tells it. */
  trace?: Trace;
  /** Of a solution: what the tests say, as src/python/grader.py tells it. */
  grade?: Grade;
}

/** Milliseconds that a block may take, a script with processes of its own, and a console session. */
export const LIMIT = { block: 10_000, script: 30_000, session: 120_000 };

/** The limit on a machine that has more to do than its cores can: then everybody waits longer. */
export function patience(what: keyof typeof LIMIT): number {
  const load = loadavg()[0]! / availableParallelism();
  return LIMIT[what] * Math.min(3, Math.max(1, load));
}

/** Characters that a block may print. */
export const OUTPUT_LIMIT = 100_000;

/** The results of all steps, when some were not reached. */
export function fill(results: Result[], count: number): Result[] {
  const rest = Array.from({ length: Math.max(0, count - results.length) }, (): Result => ({
    ended: 'not reached',
    output: '',
  }));
  return [...results, ...rest];
}
