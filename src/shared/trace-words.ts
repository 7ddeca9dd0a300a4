/** A recording in words: values, what a step does, which names changed. For the table and for the player. */
import { type FrameState, type HeapObject, type Limit, type TraceState, type Value } from './trace.ts';

/** Characters of a value in words. */
const LONGEST = 72;

/** Levels of objects in objects that words go into. */
const DEPTH = 3;

const BRACKETS: Record<string, [string, string]> = { list: ['[', ']'], tuple: ['(', ')'] };

type Heap = ReadonlyMap<number, HeapObject>;

/** A value as a reader would write it: `[1, 2]`, `Point(x=1)`, `function add`. At most 72 characters. */
export function valueText(value: Value, heap: Heap): string {
  const text = write(value, heap, DEPTH, new Set());
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

/** What a box of an object is called: `list`, `function add`, `generator count`. */
export function objectTitle(object: HeapObject): string {
  const names: Partial<Record<HeapObject['k'], string>> = {
    fn: 'function',
    cls: 'class',
    gen: object.t,
    mod: 'module',
  };
  const kind = object.t === 'method' ? 'method' : (names[object.k] ?? object.t);
  return object.n === undefined ? kind : `${kind} ${object.n}`;
}

function write(value: Value, heap: Heap, depth: number, inside: ReadonlySet<number>): string {
  if (typeof value === 'string') return value;
  const object = heap.get(value);
  if (!object) return '…';
  if (depth === 0 || inside.has(value)) return BRACKETS[object.t]?.join('…') ?? objectTitle(object);
  const deeper = new Set([...inside, value]);
  const one = (item: Value): string => write(item, heap, depth - 1, deeper);
  const rest = object.m === undefined ? [] : [`… ${object.m} more`];
  const pairs = (join: string): string[] => [
    ...(object.v as [Value, Value][]).map(([key, held]) => `${one(key)}${join}${one(held)}`),
    ...rest,
  ];
  const items = (): string[] => [...(object.v as Value[]).map(one), ...rest];
  switch (object.k) {
    case 'seq': {
      const [open, close] = BRACKETS[object.t] ?? [`${object.t}([`, '])'];
      const comma = object.t === 'tuple' && object.v.length === 1 ? ',' : '';
      return open + items().join(', ') + comma + close;
    }
    case 'set':
      return object.v.length === 0 || object.t !== 'set'
        ? `${object.t}(${items().join(', ')})`
        : `{${items().join(', ')}}`;
    case 'map':
      return object.t === 'dict' ? `{${pairs(': ').join(', ')}}` : `${object.t}({${pairs(': ').join(', ')}})`;
    case 'obj':
      return `${object.t}(${pairs('=').join(', ')})`;
    case 'other':
      return object.s ?? `${object.t} object`;
    case 'gen':
      return `${objectTitle(object)} (${object.s ?? 'paused'})`;
    case 'fn': {
      if (depth < DEPTH) return objectTitle(object);
      const kept = (object.c ?? []).map(([name, held]) => `${name} = ${one(held)}`);
      return kept.length > 0 ? `${objectTitle(object)} that keeps ${kept.join(', ')}` : objectTitle(object);
    }
    default:
      return objectTitle(object);
  }
}

/** Names that are new or have another value than in the step before, all bound to one object. */
export interface ChangedName {
  /** `j`, or `j of add` for a name of a function. */
  names: string[];
  value: string;
  /** Another name that has been bound to the same object all along. */
  same?: string;
}

/** How a frame is called: the function's name; nothing for the program itself. */
function frameName({ name }: FrameState): string | undefined {
  return name === '<module>' ? undefined : name;
}

/** What changed since the step before, by name, the innermost frame first. */
export function changedNames(state: TraceState, before: TraceState | undefined): ChangedName[] {
  const changes: ChangedName[] = [];
  const ofObject = new Map<number, ChangedName>();
  for (const frame of state.frames.toReversed()) {
    const was = new Map(before?.frames.find(({ number }) => number === frame.number)?.names);
    for (const [name, value] of frame.names) {
      const text = valueText(value, state.objects);
      const isSame = was.get(name) === value && before !== undefined && valueText(value, before.objects) === text;
      if (isSame) continue;
      const known = typeof value === 'number' ? ofObject.get(value) : undefined;
      if (known) {
        known.names.push(nameIn(frame, name));
        continue;
      }
      const change: ChangedName = { names: [nameIn(frame, name)], value: text };
      changes.push(change);
      if (typeof value === 'number') ofObject.set(value, change);
    }
  }
  for (const [object, change] of ofObject) {
    const others = state.frames.flatMap((frame) =>
      frame.names.filter(([, value]) => value === object).map(([name]) => nameIn(frame, name)),
    );
    const other = others.find((name) => !change.names.includes(name));
    if (other !== undefined) change.same = other;
  }
  return changes;
}

/** `j`, `j of add` */
function nameIn(frame: FrameState, name: string): string {
  const owner = frameName(frame);
  return owner === undefined ? name : `${name} of ${owner}`;
}

/** `j = 2`, `items of add = [1], the same object as orders` */
export function changeText({ names, value, same }: ChangedName): string {
  return `${names.join(' and ')} = ${value}${same === undefined ? '' : `, the same object as ${same}`}`;
}

/** What happens in a step: `line 5 is next`, `add begins`, `add returns 8`. */
export function eventText(state: TraceState): string {
  const top = state.frames.at(-1);
  const name = top && frameName(top);
  const value = state.returned === undefined ? undefined : valueText(state.returned, state.objects);
  switch (state.event) {
    case 'c':
      return state.isNew ? `${name ?? 'the program'} begins` : `${name ?? 'the program'} goes on after its yield`;
    case 'r':
      if (value !== undefined) return `${name ?? 'the program'} returns ${value}`;
      return name === undefined ? 'the program ends' : `the body of class ${name} ends`;
    case 'y':
      return `${name ?? 'the program'} yields ${value ?? 'None'}`;
    case 'e':
      return `raises ${state.raised ?? 'an exception'}`;
    case 'l':
      return `line ${state.line} is next`;
  }
}

/** The whole step in one line, for screen readers: `line 5 is next; j = 2`. */
export function stepText(state: TraceState, before: TraceState | undefined): string {
  const event = eventText(state);
  const place = state.event === 'l' ? event : `line ${state.line}: ${event}`;
  return [place, ...changedNames(state, before).map(changeText)].join('; ');
}

/** Why a recording ends before its program. */
export function limitText(more: Limit): string {
  const what: Record<Limit, string> = {
    steps: 'after 1,000 steps',
    objects: 'after 300 objects',
    output: 'after 100,000 characters of output',
  };
  return `The recording stops here, ${what[more]}; the program was ended.`;
}
