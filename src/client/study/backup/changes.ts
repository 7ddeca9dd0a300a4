/** What an import does to the storage, as data: texts before and after, how to take it back, what it means. */
import { EMPTY_PROGRESS, type MarkKind, type Progress } from '../../../shared/progress.ts';
import {
  DRAFT_PREFIX,
  EDIT_PREFIX,
  INTERVIEW_KEY,
  PLAN_KEY,
  PROGRESS_KEY,
  REVIEW_KEY,
} from '../../../shared/storage-keys.ts';
import { isPart, isSame, marksOf, parseJson, parsePart, partsOf, type Parts } from './parts.ts';

/** A key whose text changes; undefined is no text. */
export interface Change {
  key: string;
  from: string | undefined;
  to: string | undefined;
}

/**
 * What has to be written so that the storage holds these parts and no others. A key that is not the site's is never
 * among it, nor is a value that stays the same.
 * @param texts what is stored now
 */
export function changesTo(texts: ReadonlyMap<string, string>, after: Parts): Change[] {
  const changes: Change[] = [];
  for (const key of new Set([...texts.keys(), ...after.keys()])) {
    if (!isPart(key)) continue;
    const [from, value] = [texts.get(key), after.get(key)];
    const isStored = from !== undefined && value !== undefined && isSame(parsePart(key, parseJson(from), true), value);
    if (!isStored && (from !== undefined || value !== undefined))
      changes.push({ key, from, to: value && JSON.stringify(value) });
  }
  return changes;
}

/**
 * What takes changes back. What the reader has done since then stays: marks that were set later are kept, and another
 * value that was written later is left alone.
 * @param texts what is stored now
 * @returns `kept`, the keys that are left alone
 */
export function undoOf(
  changes: readonly Change[],
  texts: ReadonlyMap<string, string>,
): { changes: Change[]; kept: string[] } {
  const undo: Change[] = [];
  const kept: string[] = [];
  for (const { key, from, to } of changes) {
    const now = texts.get(key);
    if (now === to) undo.push({ key, from: now, to: from });
    else if (key === PROGRESS_KEY) undo.push({ key, from: now, to: withLater(from, to, now) });
    else kept.push(key);
  }
  return { changes: undo, kept };
}

/** The progress before an import, with the marks that were set after it. */
function withLater(before: string | undefined, imported: string | undefined, now: string | undefined): string {
  const [old, then, current] = [before, imported, now].map(progressIn) as [Progress, Progress, Progress];
  const later = Object.entries(current.marks).filter(([key, mark]) => !isSame(mark, then.marks[key]));
  return JSON.stringify({ version: 1, marks: { ...old.marks, ...Object.fromEntries(later) } });
}

function progressIn(text: string | undefined): Progress {
  return text === undefined ? EMPTY_PROGRESS : marksOf(partsOf(new Map([[PROGRESS_KEY, text]])).get(PROGRESS_KEY));
}

/** How many things have the state that counts. */
export interface Holdings {
  lessons: number;
  exercises: number;
  questions: number;
  drafts: number;
  edits: number;
  review: boolean;
  interviews: boolean;
  plan: boolean;
}

const COUNTED: readonly { kind: MarkKind; state: string; name: 'lessons' | 'exercises' | 'questions' }[] = [
  { kind: 'lesson', state: 'done', name: 'lessons' },
  { kind: 'exercise', state: 'solved', name: 'exercises' },
  { kind: 'question', state: 'known', name: 'questions' },
];

/** What parts hold. */
export function holdingsOf(parts: Parts): Holdings {
  const marks = marksOf(parts.get(PROGRESS_KEY));
  const counts = COUNTED.map(({ name, ...counted }) => [name, keysIn(marks, counted).size]);
  return {
    ...(Object.fromEntries(counts) as Pick<Holdings, 'lessons' | 'exercises' | 'questions'>),
    drafts: keysOf(parts, DRAFT_PREFIX).length,
    edits: keysOf(parts, EDIT_PREFIX).length,
    review: parts.has(REVIEW_KEY),
    interviews: parts.has(INTERVIEW_KEY),
    plan: parts.has(PLAN_KEY),
  };
}

/** What becomes of a key. `left`: the file holds another value, and what is here stays. */
export type Fate = 'added' | 'merged' | 'replaced' | 'removed' | 'left';

export interface Effect {
  /** Things that get the state that counts, and things that lose it. */
  marks: Record<'lessons' | 'exercises' | 'questions', { more: number; fewer: number }>;
  /** Whether marks change at all, if only to “reading”. */
  hasMarks: boolean;
  /** Keys other than that of progress, of which something is to be said. */
  keys: { key: string; fate: Fate }[];
}

/**
 * What the step from one set of parts to another means for the reader.
 * @param file what the file holds
 */
export function effectOf(before: Parts, after: Parts, file: Parts): Effect {
  const [old, young] = [marksOf(before.get(PROGRESS_KEY)), marksOf(after.get(PROGRESS_KEY))];
  const marks = COUNTED.map(({ name, ...counted }) => {
    const [had, has] = [keysIn(old, counted), keysIn(young, counted)];
    return [name, { more: missing(has, had), fewer: missing(had, has) }];
  });
  const keys = [...new Set([...before.keys(), ...file.keys()])]
    .filter((key) => key !== PROGRESS_KEY)
    .flatMap((key) => {
      const fate = fateOf(before.get(key), after.get(key), file.get(key));
      return fate ? [{ key, fate }] : [];
    });
  return {
    marks: Object.fromEntries(marks) as Effect['marks'],
    hasMarks: !isSame(old.marks, young.marks),
    keys: keys.sort((a, b) => a.key.localeCompare(b.key, 'en')),
  };
}

function fateOf(before: unknown, after: unknown, file: unknown): Fate | undefined {
  if (before === undefined) return after === undefined ? undefined : 'added';
  if (after === undefined) return 'removed';
  if (!isSame(before, after)) return isSame(after, file) ? 'replaced' : 'merged';
  return file === undefined || isSame(file, after) ? undefined : 'left';
}

function keysIn({ marks }: Progress, { kind, state }: { kind: MarkKind; state: string }): Set<string> {
  return new Set(Object.keys(marks).filter((key) => key.startsWith(`${kind}:`) && marks[key]!.state === state));
}

const missing = (these: Set<string>, those: Set<string>): number => [...these].filter((key) => !those.has(key)).length;
const keysOf = (parts: Parts, prefix: string): string[] => [...parts.keys()].filter((key) => key.startsWith(prefix));
