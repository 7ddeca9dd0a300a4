/**
 * Runs pages in the browser's Python: Pyodide in a worker thread, reused for all pages. A block that
 * cannot be interrupted, or that kills the interpreter, costs the worker, and a new one takes over
 * at the next page.
 */
import { Worker } from 'node:worker_threads';
import { makeRuntime } from '../../../scripts/runtime/make.ts';
import { normalize } from './normalize.ts';
import type { Step } from './plan.ts';
import { fill, patience, type Result } from './results.ts';

const WORKER = new URL('browser-worker.ts', import.meta.url);

/** Time that an interrupted program has to end by itself. */
const GRACE = 3000;

const SIGINT = 2;

/** What the worker says. */
export type Reply = { type: 'ready' } | { type: 'result'; result: Result } | { type: 'died'; detail: string };

/** What the worker is given. */
export interface Given {
  /** For Pyodide's interrupts. */
  interrupt: Uint8Array;
  /** The archive of the standard library. */
  stdlib: string;
}

export class Browser {
  #worker: Worker | undefined;
  #ready: Promise<unknown> = Promise.resolve();
  #interrupt = new Uint8Array(new SharedArrayBuffer(1));
  #last: Promise<unknown> = Promise.resolve();

  /** Runs the steps of one page in an interpreter that knows nothing of pages before. */
  runSteps(steps: readonly Step[]): Promise<Result[]> {
    const run = this.#last.then(() => (steps.length === 0 ? [] : this.#run(steps)));
    this.#last = run.catch(() => undefined);
    return run;
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }

  async #boot(): Promise<Worker> {
    if (this.#worker) return this.#worker;
    // The very archive that the page loads.
    const { archive } = await makeRuntime();
    this.#interrupt[0] = 0;
    const worker = new Worker(WORKER, {
      workerData: { interrupt: this.#interrupt, stdlib: archive } satisfies Given,
      execArgv: ['--disable-warning=ExperimentalWarning'],
      // Pyodide's own words about a lost interpreter; the report has ours.
      stderr: true,
    });
    this.#worker = worker;
    this.#ready = new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
    return worker;
  }

  async #run(steps: readonly Step[]): Promise<Result[]> {
    const worker = await this.#boot();
    await this.#ready;
    const results: Result[] = [];
    const lost = await new Promise<Result | undefined>((resolve) => {
      let late = false;
      let timer: NodeJS.Timeout;
      const watch = () => {
        late = false;
        this.#interrupt[0] = 0;
        clearTimeout(timer);
        timer = setTimeout(() => {
          late = true;
          this.#interrupt[0] = SIGINT;
          timer = setTimeout(end, GRACE, { ended: 'hung', output: '' });
        }, patience('block'));
      };
      const end = (result?: Result) => {
        clearTimeout(timer);
        worker.off('error', failed).off('exit', left).off('message', heard);
        resolve(result);
      };
      const died = (detail: string) => {
        end({ ended: 'died', output: '', detail: detail.slice(-600) });
      };
      const failed = (error: unknown) => {
        died(error instanceof Error ? error.message : String(error));
      };
      const left = (code: number) => {
        died(`the worker ended with exit code ${code}`);
      };
      const heard = (reply: Reply) => {
        if (reply.type === 'died') died(reply.detail);
        if (reply.type !== 'result') return;
        results.push(late ? { ended: 'hung', output: '' } : clean(reply.result));
        if (results.length === steps.length) end();
        else watch();
      };
      worker.on('error', failed).on('exit', left).on('message', heard);
      watch();
      worker.postMessage(steps);
    });
    if (lost) {
      results.push(lost);
      await this.close();
    }
    return fill(results, steps.length);
  }
}

function clean(result: Result): Result {
  const text = (value: string | undefined, key: string) => (value === undefined ? {} : { [key]: normalize(value) });
  return {
    ...result,
    output: normalize(result.output),
    ...text(result.summary, 'summary'),
    ...text(result.traceback, 'traceback'),
  };
}
