/**
 * A recording of a run: the format, a check of it, and its replay. `src/python/tracer.py` writes it,
 * at build time for the recordings of lessons and in the page's worker for edited programs.
 *
 * A recording holds what changes from step to step; `replay` makes full states of it. A step is
 * taken before a line runs, so it shows what the line before has done.
 */

/** The text of a scalar (`"'a'"`, `"3"`, `"None"`), or the number of an object on the heap. */
export type Value = string | number;

/** A name and what it is bound to. */
export type Binding = [name: string, value: Value];

/** What an object is: a sequence, a set, a mapping, an object with attributes, a function, a class … */
export const KINDS = ['seq', 'set', 'map', 'obj', 'fn', 'cls', 'gen', 'mod', 'other'] as const;
export type Kind = (typeof KINDS)[number];

/** An object on the heap. */
export interface HeapObject {
  k: Kind;
  /** Name of its type. */
  t: string;
  /** Items of `seq` and `set`, pairs of all others: key and value, or name and value. */
  v: Value[] | [Value, Value][];
  /** Name of a function, class, generator or module. */
  n?: string;
  /** More about it: bases of a class, state of a generator, text of an exception. */
  s?: string;
  /** Free variables of a function, from its cells. */
  c?: Binding[];
  /** Items that are left out beyond those shown. */
  m?: number;
}

/** A call, a line that is next, a return, a yield, an exception. */
export const EVENTS = ['c', 'l', 'r', 'y', 'e'] as const;
export type EventKind = (typeof EVENTS)[number];

/** A name on the stack with its names: the program's own is `<module>`. */
export type FrameNames = [name: string, names: Binding[]];

/** What is new in one step. */
export interface Step {
  e: EventKind;
  /** The line, counted from 1. */
  l: number;
  /** Numbers of the frames on the stack, the innermost last. */
  s: number[];
  /** UTF-16 units printed so far. */
  o: number;
  /** Frames that are new or changed. */
  f?: Record<string, FrameNames>;
  /** Objects that are new or changed. */
  h?: Record<string, HeapObject>;
  /** What is returned or yielded. Absent where the program or the body of a class ends. */
  r?: Value;
  /** The exception: `ValueError: too long`. */
  x?: string;
}

/** What stopped a recording before the program ended. */
export const LIMITS = ['steps', 'objects', 'output'] as const;
export type Limit = (typeof LIMITS)[number];

/** A recording. */
export interface Trace {
  v: 1;
  /** What was printed: stream and text, in the order written. */
  out: ['out' | 'err', string][];
  /** The exception that ended the program, as the last line of its traceback. */
  error: string | null;
  more: Limit | null;
  steps: Step[];
}

/** Steps that a recording can hold, as in tracer.py; more are refused. */
const MOST_STEPS = 1000;

/**
 * Reads a recording that came from a worker, from storage or from the network.
 * @throws {Error} that names the place in the value, what was expected and what was found
 */
export function parseTrace(value: unknown): Trace {
  const trace = object(value, 'trace');
  if (trace['v'] !== 1) fail('trace.v', 'the version 1', trace['v']);
  const out = list(trace['out'], 'trace.out').map((part, i): Trace['out'][number] => {
    const [stream, text] = pair(part, `trace.out[${i}]`);
    return [oneOf(stream, ['out', 'err'], `trace.out[${i}][0]`), string(text, `trace.out[${i}][1]`)];
  });
  const steps = list(trace['steps'], 'trace.steps');
  if (steps.length > MOST_STEPS) fail('trace.steps', `at most ${MOST_STEPS} steps`, steps.length);
  const known = { frames: new Set<number>(), objects: new Set<number>() };
  return {
    v: 1,
    out,
    error: trace['error'] === null ? null : string(trace['error'], 'trace.error'),
    more: trace['more'] === null ? null : oneOf(trace['more'], LIMITS, 'trace.more'),
    steps: steps.map((step, i) => parseStep(step, `trace.steps[${i}]`, known)),
  };
}

/** Frames and objects that steps so far have shown; a step may name no other. */
interface Known {
  frames: Set<number>;
  objects: Set<number>;
}

function parseStep(value: unknown, at: string, known: Known): Step {
  const from = object(value, at);
  const step: Step = {
    e: oneOf(from['e'], EVENTS, `${at}.e`),
    l: count(from['l'], `${at}.l`),
    s: list(from['s'], `${at}.s`).map((frame, i) => count(frame, `${at}.s[${i}]`)),
    o: count(from['o'], `${at}.o`),
  };
  const objects = entries(from['h'], `${at}.h`);
  const frames = entries(from['f'], `${at}.f`);
  for (const [number] of objects) known.objects.add(number);
  for (const [number] of frames) known.frames.add(number);
  for (const frame of step.s) if (!known.frames.has(frame)) fail(`${at}.s`, 'frames that a step has shown', frame);
  const value_ = (given: unknown, where: string): Value => {
    if (typeof given !== 'number') return string(given, where);
    return known.objects.has(given) ? given : fail(where, 'the number of an object that a step has shown', given);
  };
  if (frames.length > 0)
    step.f = Object.fromEntries(
      frames.map(([number, frame]) => {
        const [name, names] = pair(frame, `${at}.f.${number}`);
        const where = `${at}.f.${number}[1]`;
        return [number, [string(name, `${at}.f.${number}[0]`), bindings(names, where, value_)]];
      }),
    );
  if (objects.length > 0)
    step.h = Object.fromEntries(
      objects.map(([number, given]) => [number, parseObject(given, `${at}.h.${number}`, value_)]),
    );
  if (from['r'] !== undefined) step.r = value_(from['r'], `${at}.r`);
  if (from['x'] !== undefined) step.x = string(from['x'], `${at}.x`);
  return step;
}

type ReadValue = (given: unknown, where: string) => Value;

function parseObject(given: unknown, at: string, value: ReadValue): HeapObject {
  const from = object(given, at);
  const k = oneOf(from['k'], KINDS, `${at}.k`);
  const items = list(from['v'], `${at}.v`);
  const v =
    k === 'seq' || k === 'set'
      ? items.map((item, i) => value(item, `${at}.v[${i}]`))
      : items.map((item, i): [Value, Value] => {
          const [key, held] = pair(item, `${at}.v[${i}]`);
          return [value(key, `${at}.v[${i}][0]`), value(held, `${at}.v[${i}][1]`)];
        });
  const made: HeapObject = { k, t: string(from['t'], `${at}.t`), v };
  if (from['n'] !== undefined) made.n = string(from['n'], `${at}.n`);
  if (from['s'] !== undefined) made.s = string(from['s'], `${at}.s`);
  if (from['c'] !== undefined) made.c = bindings(from['c'], `${at}.c`, value);
  if (from['m'] !== undefined) made.m = count(from['m'], `${at}.m`);
  return made;
}

function bindings(given: unknown, at: string, value: ReadValue): Binding[] {
  return list(given, at).map((item, i): Binding => {
    const [name, held] = pair(item, `${at}[${i}]`);
    return [string(name, `${at}[${i}][0]`), value(held, `${at}[${i}][1]`)];
  });
}

function fail(at: string, expected: string, found: unknown): never {
  const shown = found === undefined ? 'nothing' : JSON.stringify(found).slice(0, 80);
  throw new Error(`${at}: expected ${expected}, found ${shown}`);
}

function object(value: unknown, at: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail(at, 'an object', value);
  return value as Record<string, unknown>;
}

function list(value: unknown, at: string): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : fail(at, 'a list', value);
}

function pair(value: unknown, at: string): [unknown, unknown] {
  const items = list(value, at);
  return items.length === 2 ? [items[0], items[1]] : fail(at, 'two items', value);
}

function string(value: unknown, at: string): string {
  return typeof value === 'string' ? value : fail(at, 'a text', value);
}

function count(value: unknown, at: string): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? value
    : fail(at, 'a whole number from 0', value);
}

function oneOf<T extends string>(value: unknown, choices: readonly T[], at: string): T {
  return choices.find((choice) => choice === value) ?? fail(at, `one of ${choices.join(', ')}`, value);
}

/** The entries of an object whose keys are numbers, by number. */
function entries(value: unknown, at: string): [number, unknown][] {
  if (value === undefined) return [];
  return Object.entries(object(value, at)).map(([key, held]) => [
    /^\d{1,6}$/.test(key) ? Number(key) : fail(at, 'numbers as keys', key),
    held,
  ]);
}

/** A frame on the stack, as one step shows it. */
export interface FrameState {
  number: number;
  /** `<module>` or the function's name. */
  name: string;
  /** The line that it is at. */
  line: number;
  names: Binding[];
}

/** Everything at one step. */
export interface TraceState {
  event: EventKind;
  line: number;
  /** The outermost first; the last one is at work. */
  frames: FrameState[];
  /** Objects that can be reached from the frames, by number, in the order of their first appearance. */
  objects: Map<number, HeapObject>;
  /** UTF-16 units printed so far. */
  printed: number;
  returned?: Value;
  raised?: string;
  /** Whether the frame at work begins with this call; else it goes on after a yield. */
  isNew: boolean;
}

/**
 * @param trace as `parseTrace` gives it
 * @returns the full state at each step; states share the objects that did not change
 */
export function replay(trace: Trace): TraceState[] {
  const frames = new Map<number, FrameNames>();
  const lines = new Map<number, number>();
  const heap = new Map<number, HeapObject>();
  return trace.steps.map((step) => {
    const top = step.s.at(-1);
    const isNew = top !== undefined && !lines.has(top);
    for (const [number, frame] of Object.entries(step.f ?? {})) frames.set(Number(number), frame);
    for (const [number, object] of Object.entries(step.h ?? {})) heap.set(Number(number), object);
    if (top !== undefined) lines.set(top, step.l);
    const stack = step.s.map((number): FrameState => {
      const [name, names] = frames.get(number)!;
      return { number, name, line: lines.get(number) ?? step.l, names };
    });
    const roots = stack.flatMap(({ names }) => names.map(([, value]) => value));
    const state: TraceState = {
      event: step.e,
      line: step.l,
      frames: stack,
      objects: reachable(step.r === undefined ? roots : [...roots, step.r], heap),
      printed: step.o,
      isNew,
    };
    if (step.r !== undefined) state.returned = step.r;
    if (step.x !== undefined) state.raised = step.x;
    return state;
  });
}

/** All values that an object holds. */
export function valuesIn({ v, c = [] }: HeapObject): Value[] {
  return [...v.flat(), ...c.map(([, value]) => value)];
}

/** The objects that values lead to, in the order of their numbers. */
function reachable(roots: readonly Value[], heap: ReadonlyMap<number, HeapObject>): Map<number, HeapObject> {
  const found = new Set<number>();
  const pending = [...roots];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (typeof value !== 'number' || found.has(value)) continue;
    found.add(value);
    pending.push(...valuesIn(heap.get(value)!));
  }
  return new Map([...found].sort((a, b) => a - b).map((number) => [number, heap.get(number)!]));
}
