/**
 * Takes steps with the page's own worker, without the page's elements: in a served page, whose policy binds the
 * worker, and started as `src/client/python/session.ts` starts it.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Reply, Request, Step } from '../../src/shared/python-messages.ts';
import runtime from '../../src/shared/python-runtime.json' with { type: 'json' };
import { normalize } from '../content/examples/normalize.ts';
import type { Result } from '../content/examples/results.ts';
import type { Opened } from './browsers.ts';

/** What the page needs to know: it sees nothing of this module. */
interface Given {
  /** Path of the worker's script. */
  worker: string;
  load: Omit<Request & { type: 'load' }, 'base'> & { base: string };
  steps: readonly Step[];
  /** Milliseconds that a step may take, and that Python may take to start. */
  limit: { step: number; start: number };
}

/** Seconds after which a step counts as hung; the page's own limit for programs. */
export const STEP_LIMIT = 10;

/** Time for Python to start on a busy machine, in seconds. */
const START_LIMIT = 60;

/**
 * Takes each step after a `begin`, and answers a program that asks for a line with the end of the input. A step that
 * costs the interpreter ends as `died`, one that takes too long as `hung`; a new worker takes the next.
 *
 * @param page shows a page of the site that `dist` holds
 * @param dist the built site's folder
 * @param slower how many times the limits are, on a machine that has more to do
 * @returns one result a step, in order; `output` holds stdout and stderr in the order written
 * @throws when Python does not start
 */
export async function takeSteps(
  page: Pick<Opened, 'evaluate'>,
  dist: string,
  steps: readonly Step[],
  slower = 1,
): Promise<Result[]> {
  const results = await page.evaluate(takeInPage, {
    worker: workerIn(dist),
    load: {
      type: 'load',
      base: `/python/${runtime.folder}/`,
      cache: `python-top-1-percent/${runtime.folder}`,
      version: runtime.pyodide,
      python: runtime.python,
    },
    steps,
    limit: { step: STEP_LIMIT * 1000 * slower, start: START_LIMIT * 1000 * slower },
  });
  return results.map(clean);
}

/** Without what differs from one run to the next, as results of the other Pythons are. */
function clean(result: Result): Result {
  const { output, summary, traceback } = result;
  return {
    ...result,
    output: normalize(output),
    ...(summary === undefined ? {} : { summary: normalize(summary) }),
    ...(traceback === undefined ? {} : { traceback: normalize(traceback) }),
  };
}

/** Path of the worker's script on the site. @throws when there is not exactly one */
function workerIn(dist: string): string {
  const found = readdirSync(join(dist, '_astro')).filter((name) => /^worker-.*\.js$/.test(name));
  if (found.length !== 1)
    throw new Error(`${dist}/_astro: expected one worker-*.js, found ${found.join(', ') || 'none'}`);
  return `/_astro/${found[0]!}`;
}

/** Runs in the page, so it may use nothing from outside. */
async function takeInPage({ worker: path, load, steps, limit }: Given): Promise<Result[]> {
  const here = (place: string): string => new URL(place, location.href).href;
  let worker: Worker | undefined;
  /** Hears the worker; set by whoever waits for it. */
  let hear: (reply: Reply) => void = () => undefined;

  const drop = (): void => {
    worker?.terminate();
    worker = undefined;
  };

  /** Calls `wait` with a function that ends the wait; `late` gives the end when that takes too long. */
  const within = <T>(milliseconds: number, late: () => T | Error, wait: (end: (with_: T | Error) => void) => void) =>
    new Promise<T>((resolve, reject) => {
      const end = (result: T | Error): void => {
        clearTimeout(timer);
        hear = () => undefined;
        if (result instanceof Error) reject(result);
        else resolve(result);
      };
      const timer = setTimeout(() => {
        end(late());
      }, milliseconds);
      wait(end);
    });

  const start = (): Promise<Worker> =>
    within<Worker>(
      limit.start,
      () => new Error(`Python did not start within ${String(limit.start / 1000)} s`),
      (end) => {
        const code = new Blob([`import ${JSON.stringify(here(path))}`], { type: 'text/javascript' });
        const started = new Worker(URL.createObjectURL(code), { type: 'module' });
        hear = (reply) => {
          if (reply.type === 'failed') end(new Error(`Python could not be loaded: ${reply.reason}`));
          else if (reply.type === 'crashed') end(new Error(`Python ended while it started: ${reply.detail}`));
          else if (reply.type === 'started') end(started);
        };
        started.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
          hear(data);
        });
        started.addEventListener('error', (event) => {
          event.preventDefault();
          hear({ type: 'crashed', detail: event.message || 'the worker could not be started' });
        });
        started.postMessage({ ...load, base: here(load.base) } satisfies Request);
      },
    );

  const take = (python: Worker, step: Step): Promise<Result> => {
    const id = crypto.randomUUID();
    let output = '';
    const lost = (ended: 'hung' | 'died', detail?: string): Result => {
      drop();
      return { ended, output, ...(detail === undefined ? {} : { detail }) };
    };
    return within<Result>(
      limit.step,
      () => lost('hung'),
      (end) => {
        hear = (reply) => {
          if (reply.type === 'crashed') end(lost('died', reply.detail));
          else if (!('id' in reply) || reply.id !== id) return;
          else if (reply.type === 'printed') output += reply.text;
          else if (reply.type === 'asked') python.postMessage({ type: 'answer', line: undefined } satisfies Request);
          else if (reply.type === 'finished') end({ ...(reply.result as Result), output });
        };
        python.postMessage({ type: 'take', id, step, begin: true } satisfies Request);
      },
    );
  };

  const results: Result[] = [];
  try {
    for (const step of steps) results.push(await take((worker ??= await start()), step));
  } finally {
    drop();
  }
  return results;
}
