/** The parts of a browser that a session needs: a worker that a test speaks for, and clocks that it turns. */
import type { TestContext } from 'node:test';
import { Session, type Listener, type Outcome, type State } from '../../../../src/client/python/session.ts';
import type { Request, StepResult } from '../../../../src/shared/python-messages.ts';

const made: FakeWorker[] = [];
let refusal: Error | undefined;

/** What the session starts; it does nothing by itself. */
export class FakeWorker {
  readonly heard: Request[] = [];
  isTerminated = false;
  readonly url: string;
  readonly options: unknown;
  #listeners: { type: string; call: (event: unknown) => void }[] = [];

  constructor(url: string, options: unknown) {
    if (refusal) throw refusal;
    this.url = url;
    this.options = options;
    made.push(this);
  }
  addEventListener(type: string, call: (event: unknown) => void): void {
    this.#listeners.push({ type, call });
  }
  postMessage(request: Request): void {
    this.heard.push(structuredClone(request));
  }
  terminate(): void {
    this.isTerminated = true;
  }

  /** The worker, or a program in it, posts anything. */
  async say(data: unknown): Promise<void> {
    this.#dispatch('message', { data: structuredClone(data) });
    await settled();
  }
  /** An error that nobody caught. @returns whether the browser would still report it */
  async err(message: string): Promise<boolean> {
    let isReported = true;
    this.#dispatch('error', { message, preventDefault: () => (isReported = false) });
    await settled();
    return isReported;
  }
  async start(canAsk = true): Promise<void> {
    await this.say({ type: 'started', canAsk });
  }
  /** What it was last asked to do. */
  get taken(): Extract<Request, { type: 'take' }> {
    const last = this.heard.findLast((request) => request.type === 'take');
    if (!last) throw new Error('expected a step that was asked for, found none');
    return last;
  }
  async print(text: string, stream = 'stdout'): Promise<void> {
    await this.say({ type: 'printed', id: this.taken.id, stream, text });
  }
  async finish(result: StepResult = { ended: 'normally' }, heap = 20_000_000): Promise<void> {
    await this.say({ type: 'finished', id: this.taken.id, result, heap });
  }

  #dispatch(type: string, event: unknown): void {
    for (const listener of this.#listeners) if (listener.type === type) listener.call(event);
  }
}

/** All that was promised so far has been done. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A page with a session, whose clocks stand still. */
export interface Page {
  session: Session;
  /** All workers so far. */
  workers: FakeWorker[];
  /** The one that serves now. */
  worker: () => FakeWorker;
  /** All states so far, the present one last. */
  states: State[];
  /** Addresses of blobs that were made, and those that were given back. */
  blobs: { made: Blob[]; urls: string[]; revoked: string[] };
  /** Time passes. */
  pass: (milliseconds: number) => Promise<void>;
  /** From now on the browser refuses to start workers; nothing lets it start them again. */
  refuse: (error?: Error) => void;
  /** A program is to run; what becomes of it stands in the run. */
  run: (source: string, listener?: Listener, begin?: boolean) => Run;
}

export interface Run {
  outcome: Outcome | undefined;
  printed: string;
  hasBegun: boolean;
}

/** @param t the test, at whose end the browser's parts are taken away */
export function openPage(t: TestContext, base = '/roadmap/'): Page {
  let now = 1000;
  const blobs: Page['blobs'] = { made: [], urls: [], revoked: [] };
  const states: State[] = [];
  made.length = 0;
  refusal = undefined;
  t.mock.timers.enable({ apis: ['setTimeout'] });
  t.mock.method(performance, 'now', () => now);
  t.mock.method(URL, 'createObjectURL', (blob: Blob) => {
    blobs.made.push(blob);
    blobs.urls.push(`blob:https://example.org/${String(blobs.made.length)}`);
    return blobs.urls.at(-1);
  });
  t.mock.method(URL, 'revokeObjectURL', (url: string) => blobs.revoked.push(url));
  for (const [name, value] of Object.entries({
    Worker: FakeWorker,
    location: new URL('https://example.org/roadmap/functions/closures/#cells'),
  }))
    Object.defineProperty(globalThis, name, { configurable: true, value });
  const session = new Session(base, '/roadmap/_astro/worker.1a2b.js');
  session.watch((state) => states.push(state));
  return {
    session,
    states,
    blobs,
    workers: made,
    worker: () => made.at(-1)!,
    pass: async (milliseconds) => {
      await settled();
      now += milliseconds;
      t.mock.timers.tick(milliseconds);
      await settled();
    },
    refuse: (error) => {
      refusal = error;
    },
    run: (source, listener = {}, begin = false) => {
      const run: Run = { outcome: undefined, printed: '', hasBegun: false };
      const heard: Listener = {
        ...listener,
        onBegin: () => {
          run.hasBegun = true;
          listener.onBegin?.();
        },
        onPrint: (stream, text) => (run.printed += stream === 'stderr' ? `[${text}]` : text),
      };
      void session.take({ do: 'run', source }, heard, begin).then((outcome) => (run.outcome = outcome));
      return run;
    },
  };
}
