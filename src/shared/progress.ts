/**
 * What a reader has done, as data: marks on permanent ids. Nothing here touches storage or the page.
 *
 * A mark is never removed: taking one back writes the state `none`, so that merging two records (of two tabs, or of
 * a file) keeps the later word of the reader on each thing.
 */
import { renamed } from './renamed.ts';

/** What marks may say, by the kind of thing that they are on. `none` takes a mark back. */
export const STATES = {
  /** `lesson:<topic>/<lesson>` */
  lesson: ['none', 'reading', 'done'],
  /** `exercise:<topic>/<exercise>` */
  exercise: ['none', 'solved'],
  /** `question:<topic>/<lesson>#<question>` */
  question: ['none', 'unsure', 'known'],
} as const;

export type MarkKind = keyof typeof STATES;
export type StateOf<K extends MarkKind> = (typeof STATES)[K][number];

export interface Mark {
  state: string;
  /** When it was set, in milliseconds since 1970. */
  at: number;
}

/** Marks by key, `<kind>:<id>`. */
export interface Progress {
  marks: Readonly<Record<string, Mark>>;
}

export const EMPTY_PROGRESS: Progress = { marks: {} };

export const markKey = (kind: MarkKind, id: string): string => `${kind}:${id}`;

/** The state of one thing; `none` when nobody marked it. */
export function stateOf<K extends MarkKind>({ marks }: Progress, kind: K, id: string): StateOf<K> {
  const mark = marks[markKey(kind, id)];
  return (mark?.state ?? 'none') as StateOf<K>;
}

/** When a thing got its state, or undefined. */
export const markedAt = ({ marks }: Progress, kind: MarkKind, id: string): number | undefined =>
  marks[markKey(kind, id)]?.at;

/** The progress with one more mark. */
export function withMark<K extends MarkKind>(
  progress: Progress,
  kind: K,
  id: string,
  state: StateOf<K>,
  at: number,
): Progress {
  return { marks: { ...progress.marks, [markKey(kind, id)]: { state, at } } };
}

/** The later mark of each thing; of two marks of one moment the one that says more, so that the order does not matter. */
export function mergeProgress(a: Progress, b: Progress): Progress {
  const marks: Record<string, Mark> = { ...a.marks };
  for (const [key, mark] of Object.entries(b.marks)) marks[key] = later(key, marks[key], mark);
  return { marks };
}

const later = (key: string, known: Mark | undefined, mark: Mark): Mark =>
  known === undefined || known.at < mark.at || (known.at === mark.at && rank(key, known) < rank(key, mark))
    ? mark
    : known;

const rank = (key: string, { state }: Mark): number =>
  (STATES[key.slice(0, key.indexOf(':')) as MarkKind] as readonly string[]).indexOf(state);

/** Longest key that is kept; ids of the site are far shorter. */
const MAX_KEY = 200;
const KEY = /^(?<kind>lesson|exercise|question):[\w-]+\/[\w-]+(?:#[\w-]+)?$/;

/**
 * Progress from data of unknown origin.
 * @param moved old address -> new address of pages; marks follow them
 * @returns undefined when it is no record of marks at all; single marks that mean nothing are counted and left out
 */
export function parseProgress(
  data: unknown,
  moved: Readonly<Record<string, string>> = renamed,
): { progress: Progress; refused: number } | undefined {
  const marks = asObject(asObject(data)?.['marks']);
  if (!marks) return undefined;
  const kept: Record<string, Mark> = {};
  let refused = 0;
  for (const [key, value] of Object.entries(marks)) {
    const mark = parseMark(key, value);
    if (mark === undefined) {
      refused++;
      continue;
    }
    const current = currentKey(key, moved);
    kept[current] = later(current, kept[current], mark);
  }
  return { progress: { marks: kept }, refused };
}

function parseMark(key: string, value: unknown): Mark | undefined {
  const kind = key.length <= MAX_KEY ? (KEY.exec(key)?.groups!['kind'] as MarkKind | undefined) : undefined;
  const { state, at } = asObject(value) ?? {};
  if (kind === undefined || typeof state !== 'string' || typeof at !== 'number') return undefined;
  const isKnown = (STATES[kind] as readonly string[]).includes(state);
  // Dates are of this site's time: later than its first day, and no later than a wrong clock would say.
  return isKnown && Number.isSafeInteger(at) && at >= 0 && at < 8.64e15 ? { state, at } : undefined;
}

/** A mark follows its page to a new address, if that is a page of its kind. */
function currentKey(key: string, moved: Readonly<Record<string, string>>): string {
  const kind = key.slice(0, key.indexOf(':'));
  const [page, hash] = key.slice(kind.length + 1).split('#');
  const folder = kind === 'exercise' ? '/exercises/' : '/';
  const target = moved[`${folder}${page!}/`];
  if (!target?.startsWith(folder)) return key;
  const current = `${kind}:${target.slice(folder.length).replace(/\/$/, '')}${hash === undefined ? '' : `#${hash}`}`;
  return KEY.test(current) ? current : key;
}

export function asObject(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}
