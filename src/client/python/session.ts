/**
 * The life of the page's Python: one worker, started on first use, that takes one step at a time. A program that has
 * to be stopped, or that ends the interpreter, costs the worker, and a new one starts at once in the background.
 */
import {
  parseReply,
  type Reply,
  type Request,
  type Step,
  type StepResult,
  type Stream,
} from '../../shared/python-messages.ts';
import runtime from '../../shared/python-runtime.json' with { type: 'json' };

/** Seconds that a program may run. Time in which it waits for the reader does not count. */
export const TIME_LIMIT = 10;

/** Characters of output after which a worker is ended that keeps printing though Python told it to stop. */
const OUTPUT_LIMIT = 150_000;

/** Bytes of Python's memory after which a fresh worker takes over: WebAssembly's memory never shrinks. */
const HEAP_LIMIT = 300_000_000;

/** Milliseconds after a step in which the next one still finds its names, though the memory is large. */
const HEAP_PATIENCE = 200;

const CACHE = `python-top-1-percent/${runtime.folder}`;

/** How a step ended: as Python says, or as the page had to end it. */
export type Outcome =
  | StepResult
  /** By the reader, by the time limit, by a flood of output. */
  | { ended: 'stopped'; why: 'reader' | 'time' | 'output' }
  /** The interpreter is lost: too deep recursion in C, `os._exit`. */
  | { ended: 'crashed'; detail: string }
  /** Python could not be loaded. */
  | { ended: 'unavailable'; reason: string };

/** Who hears of a step while it runs. All are optional. */
export interface Listener {
  /** The step runs from now on: Python is there, and the steps before it are done. */
  onBegin?(): void;
  onPrint?(stream: Stream, text: string): void;
  /** The program asks for a line; nothing means that there are no more. */
  onAsk?(): Promise<string | undefined>;
  onTest?(name: string): void;
}

export type State =
  | { is: 'off' }
  /** `total` is 0 when the host does not say. */
  | { is: 'loading'; bytes: number; total: number }
  | { is: 'ready' }
  | { is: 'busy' }
  | { is: 'failed'; reason: string };

interface Turn {
  id: string;
  finish(outcome: Outcome): void;
  listener: Listener;
  /** Characters. */
  printed: number;
  /** Milliseconds that it may still run, counted from `since`. */
  left: number;
  /** Whether the reader is asked for a line: one at a time, whatever a program posts. */
  isAsking: boolean;
  /** When it began, or was given a line, as `performance.now()` says it. */
  since: number;
}

/** One page's Python. */
export class Session {
  /** Whether a program can ask for a line while it runs; known once Python has started. */
  canAsk = 'Suspending' in WebAssembly;
  /** Counts the interpreters of this page: names live as long as theirs. */
  generation = 0;

  #base: string;
  #workerUrl: string;
  #worker: Worker | undefined;
  #started: Promise<void> | undefined;
  #state: State = { is: 'off' };
  #turn: Turn | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #clock: ReturnType<typeof setTimeout> | undefined;
  #replacement: ReturnType<typeof setTimeout> | undefined;
  /** Counts the reader's stops: what was asked for before the last one does not begin. */
  #stops = 0;
  #cancelWait: (() => void) | undefined;
  #watchers = new Set<(state: State) => void>();

  /**
   * @param base path of the site; ends with a slash
   * @param workerUrl address of the worker's module: `./worker.ts?worker&url`
   */
  constructor(base: string, workerUrl: string) {
    this.#workerUrl = workerUrl;
    this.#base = new URL(`${base}python/${runtime.folder}/`, location.href).href;
  }

  get state(): State {
    return this.#state;
  }

  /** Calls `watcher` with each new state, and now with the present one, until the returned function is called. */
  watch(watcher: (state: State) => void): () => void {
    this.#watchers.add(watcher);
    watcher(this.#state);
    return () => this.#watchers.delete(watcher);
  }

  /** Starts Python if it is not there. Rejects with the reason when it cannot be had; the next call tries again. */
  start(): Promise<void> {
    return (this.#started ??= this.#boot());
  }

  /**
   * Takes a step when those before it are done.
   * @param begin forget everything before: names, files, modules
   */
  take(step: Step, listener: Listener = {}, begin = false): Promise<Outcome> {
    const asked = this.#stops;
    const turn = this.#last.then(() => this.#take(step, listener, begin, asked));
    // A listener that throws costs its own step, not those behind it.
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Ends what runs now, and what waits for its turn. */
  stop(): void {
    this.#stops++;
    this.#cancelWait?.();
    if (this.#turn) this.#cut({ ended: 'stopped', why: 'reader' });
  }

  async #take(step: Step, listener: Listener, begin: boolean, asked: number): Promise<Outcome> {
    const isStopped = (): boolean => asked !== this.#stops;
    try {
      if (!isStopped())
        await Promise.race([this.start(), new Promise<void>((resolve) => (this.#cancelWait = resolve))]);
    } catch (error) {
      return { ended: 'unavailable', reason: (error as Error).message };
    }
    if (isStopped()) return { ended: 'stopped', why: 'reader' };
    return new Promise((resolve) => {
      const id = crypto.randomUUID();
      this.#turn = {
        id,
        listener,
        printed: 0,
        left: TIME_LIMIT * 1000,
        since: 0,
        isAsking: false,
        finish: (outcome) => {
          this.#turn = undefined;
          clearTimeout(this.#clock);
          resolve(outcome);
        },
      };
      clearTimeout(this.#replacement);
      this.#set({ is: 'busy' });
      this.#limitTime(this.#turn);
      listener.onBegin?.();
      this.#send({ type: 'take', id, step, begin });
    });
  }

  #boot(): Promise<void> {
    this.generation++;
    this.#set({ is: 'loading', bytes: 0, total: 0 });
    return new Promise((resolve, reject) => {
      const absolute = new URL(this.#workerUrl, location.href).href;
      const code = new Blob([`import ${JSON.stringify(absolute)}`], { type: 'text/javascript' });
      const url = URL.createObjectURL(code);
      let worker: Worker | undefined;
      let isUp = false;
      const fail = (reason: string): void => {
        URL.revokeObjectURL(url);
        worker?.terminate();
        this.#worker = this.#started = undefined;
        this.#set({ is: 'failed', reason });
        reject(new Error(reason));
      };
      /** The interpreter is lost. One that never started is not replaced: the next would be lost the same way. */
      const lose = (detail: string): void => {
        if (isUp) this.#cut({ ended: 'crashed', detail });
        else fail(detail);
      };
      try {
        worker = this.#worker = new Worker(url, { type: 'module' });
      } catch (error) {
        // Not before `start` has noted that this start is under way.
        queueMicrotask(() => {
          fail(error instanceof Error ? error.message : String(error));
        });
        return;
      }
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        if (this.#worker === worker) lose(event.message || 'the worker could not be started');
      });
      worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        const reply = parseReply(data);
        if (!reply || this.#worker !== worker) return;
        if (reply.type === 'crashed') lose(reply.detail);
        else if (reply.type !== 'loaded' && reply.type !== 'started' && reply.type !== 'failed') this.#hear(reply);
        // The rest is said while Python starts. Later only a program says it.
        else if (isUp) return;
        else if (reply.type === 'loaded') this.#set({ is: 'loading', bytes: reply.bytes, total: reply.total });
        else if (reply.type === 'failed') fail(reply.reason);
        else {
          isUp = true;
          URL.revokeObjectURL(url);
          this.canAsk = reply.canAsk;
          this.#set({ is: 'ready' });
          resolve();
        }
      });
      this.#send({
        type: 'load',
        base: this.#base,
        cache: CACHE,
        version: runtime.pyodide,
        python: runtime.python,
      });
    });
  }

  #hear(reply: Extract<Reply, { id: string }>): void {
    const turn = this.#turn;
    if (turn?.id !== reply.id) return;
    switch (reply.type) {
      case 'printed':
        turn.printed += reply.text.length;
        if (turn.printed > OUTPUT_LIMIT) this.#cut({ ended: 'stopped', why: 'output' });
        else turn.listener.onPrint?.(reply.stream, reply.text);
        break;
      case 'asked':
        void this.#ask(turn);
        break;
      case 'testing':
        turn.listener.onTest?.(reply.name);
        break;
      case 'finished':
        turn.finish(reply.result);
        this.#set({ is: 'ready' });
        if (reply.heap > HEAP_LIMIT)
          this.#replacement = setTimeout(() => {
            this.#replace();
          }, HEAP_PATIENCE);
    }
  }

  async #ask(turn: Turn): Promise<void> {
    if (turn.isAsking) return;
    turn.isAsking = true;
    clearTimeout(this.#clock);
    turn.left -= performance.now() - turn.since;
    const line = await turn.listener.onAsk?.().catch(() => undefined);
    turn.isAsking = false;
    if (this.#turn !== turn) return;
    this.#limitTime(turn);
    this.#send({ type: 'answer', line });
  }

  #limitTime(turn: Turn): void {
    clearTimeout(this.#clock);
    turn.since = performance.now();
    this.#clock = setTimeout(() => {
      this.#cut({ ended: 'stopped', why: 'time' });
    }, turn.left);
  }

  /** Ends the worker with whatever it does, and starts another. */
  #cut(outcome: Outcome): void {
    if (!this.#worker) return;
    const turn = this.#turn;
    this.#replace();
    turn?.finish(outcome);
  }

  #replace(): void {
    clearTimeout(this.#replacement);
    this.#worker?.terminate();
    this.#worker = this.#started = undefined;
    // A failure is told to whoever asks for Python next.
    this.start().catch(() => undefined);
  }

  #send(request: Request): void {
    this.#worker?.postMessage(request);
  }

  #set(state: State): void {
    this.#state = state;
    for (const watcher of this.#watchers) watcher(state);
  }
}
