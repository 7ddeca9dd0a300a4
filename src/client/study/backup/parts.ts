/**
 * What the reader's file is made of: each key that the site stores something of the reader under, how its value is
 * checked, and what a merge of two values is. A key that is not here is neither exported nor accepted.
 */
import { asObject, mergeProgress, parseProgress, type Progress } from '../../../shared/progress.ts';
import {
  DRAFT_PREFIX,
  EDIT_PREFIX,
  INTERVIEW_KEY,
  PLAN_KEY,
  PROGRESS_KEY,
  REVIEW_KEY,
} from '../../../shared/storage-keys.ts';
import { parseDraft } from '../../storage/drafts.ts';
import { mergeInterviews, parseInterviews } from '../interview/results.ts';
import { parseSettings } from '../plan/settings.ts';
import { mergeReviews, parseReview } from '../review/state.ts';

/** A stored value with its version. */
export type Value = Readonly<Record<string, unknown>> & { readonly version: number };

/** Values by key. */
export type Parts = ReadonlyMap<string, Value>;

interface Kind {
  isKey: (key: string) => boolean;
  version: number;
  /** The value without its version, or undefined when it is not one of this version. `isStrict`: nothing is left out. */
  parse: (stored: Record<string, unknown>, isStrict: boolean) => object | undefined;
  /** Without it, what is here stays. */
  merge?: (mine: Value, theirs: Value) => object;
}

const is =
  (known: string) =>
  (key: string): boolean =>
    key === known;

const KINDS: readonly Kind[] = [
  {
    isKey: is(PROGRESS_KEY),
    version: 1,
    parse: (stored, isStrict) => {
      const parsed = parseProgress(stored);
      return isStrict && parsed?.refused !== 0 ? undefined : parsed?.progress;
    },
    merge: (mine, theirs) => mergeProgress(marksOf(mine), marksOf(theirs)),
  },
  {
    isKey: (key) => key.startsWith(DRAFT_PREFIX) && /^[\w-]{1,100}\/[\w-]{1,100}$/.test(key.slice(DRAFT_PREFIX.length)),
    version: 1,
    parse: (stored, isStrict) => {
      const draft = parseDraft(stored);
      return isStrict && draft && hasMore(stored, draft) ? undefined : draft;
    },
  },
  {
    isKey: (key) => key.startsWith(EDIT_PREFIX) && /^[0-9a-z]{1,13}$/.test(key.slice(EDIT_PREFIX.length)),
    version: 1,
    parse: ({ code, ...rest }, isStrict) =>
      typeof code !== 'string' || (isStrict && Object.keys(rest).length > 1) ? undefined : { code },
  },
  {
    isKey: is(REVIEW_KEY),
    version: 1,
    parse: (stored, isStrict) => {
      const parsed = parseReview(stored);
      return isStrict && parsed?.dropped !== 0 ? undefined : parsed?.review;
    },
    merge: (mine, theirs) => mergeReviews(parseReview(mine)!.review, parseReview(theirs)!.review),
  },
  {
    isKey: is(INTERVIEW_KEY),
    version: 1,
    parse: (stored, isStrict) => {
      const parsed = parseInterviews(stored);
      return isStrict && parsed && hasMore(stored, parsed) ? undefined : parsed;
    },
    merge: (mine, theirs) => mergeInterviews(parseInterviews(mine)!, parseInterviews(theirs)!),
  },
  {
    isKey: is(PLAN_KEY),
    version: 1,
    parse: (stored) => {
      const plan = parseSettings(stored['plan']);
      return plan && { plan };
    },
  },
];

const kindOf = (key: string): Kind | undefined => KINDS.find(({ isKey }) => isKey(key));

/** Whether the site keeps something of the reader under a key. */
export const isPart = (key: string): boolean => kindOf(key) !== undefined;

/** Version of what the site stores under a key, or undefined for a key that is not its own. */
export const versionOf = (key: string): number | undefined => kindOf(key)?.version;

/**
 * A value as the site stores it.
 * @param isStrict refuses a value of which something would be left out
 * @returns undefined when the key or the value is not the site's
 */
export function parsePart(key: string, value: unknown, isStrict: boolean): Value | undefined {
  const kind = kindOf(key);
  const stored = asObject(value);
  if (kind === undefined || stored?.['version'] !== kind.version) return undefined;
  const parsed = kind.parse(stored, isStrict);
  return parsed && { version: kind.version, ...parsed };
}

/** Parts of stored texts; what is not understood is left out. */
export function partsOf(texts: ReadonlyMap<string, string>): Parts {
  const parts = new Map<string, Value>();
  for (const [key, text] of texts) {
    const value = parsePart(key, parseJson(text), false);
    if (value) parts.set(key, value);
  }
  return parts;
}

/** What is here together with what the file holds: the later mark of each thing, and what is not here yet. */
export function mergeParts(mine: Parts, theirs: Parts): Parts {
  const merged = new Map(mine);
  for (const [key, value] of theirs) {
    const own = mine.get(key);
    const merge = kindOf(key)?.merge;
    if (own === undefined) merged.set(key, value);
    else if (merge) merged.set(key, { version: own.version, ...merge(own, value) });
  }
  return merged;
}

/** Whether two values say the same, whatever the order of their keys. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) || Array.isArray(b))
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => isSame(item, b[i]));
  const [left, right] = [asObject(a), asObject(b)];
  if (!left || !right) return Object.is(a, b);
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && isSame(left[key], right[key]))
  );
}

/** The marks of a value under the key of progress. */
export const marksOf = (value: Value | undefined): Progress =>
  (value && parseProgress(value)?.progress) ?? { marks: {} };

/** @returns undefined for what is not JSON */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function hasMore({ version: _, ...stored }: Record<string, unknown>, parsed: object): boolean {
  return !isSame(stored, parsed);
}
