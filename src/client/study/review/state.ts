/** The record of the review as data: changes, merging, reading. Nothing here touches storage or the page. */
import { asObject } from '../../../shared/progress.ts';
import { renamed } from '../../../shared/renamed.ts';
import { cardParts } from '../../../shared/roadmap-file.ts';
import { outcomes, STEPS, type Grade, type Phase, type Seen } from './memory.ts';

/** A card's entry. Without `seen` it is new: its only grade was taken back. */
export interface CardEntry {
  /** When it changed last, in milliseconds since 1970. */
  at: number;
  seen?: Seen;
}

/** Something that the reader has switched on or off, and when. */
export interface Switch {
  on: boolean;
  at: number;
}

/** A grade that was given; 0 when it was taken back. */
export interface LogEntry {
  id: string;
  at: number;
  grade: 0 | Grade;
}

export interface Settings {
  /** New cards that a day may bring. */
  perDay: number;
  /** Whether keys give grades. */
  keys: boolean;
  at: number;
}

export interface Review {
  /** By the card's id. */
  cards: Readonly<Record<string, CardEntry>>;
  /** Cards that the reader leaves out, by id. */
  out: Readonly<Record<string, Switch>>;
  /** Topics whose cards the reader added, by slug. */
  topics: Readonly<Record<string, Switch>>;
  settings: Settings;
  /** The last grades, oldest first. */
  log: readonly LogEntry[];
}

/** Grades that are remembered for the figures. */
export const LOG_MOST = 1000;
/** Most new cards that a reader may ask for. */
export const PER_DAY_MOST = 200;

export const EMPTY_REVIEW: Review = {
  cards: {},
  out: {},
  topics: {},
  settings: { perDay: 10, keys: true, at: 0 },
  log: [],
};

/** What taking a grade back needs to know. */
export interface Step {
  id: string;
  /** When the grade was given. */
  at: number;
  before: Seen | undefined;
}

/** The record with one more grade, and the step that takes it back. */
export function withGrade(review: Review, id: string, grade: Grade, now: number): { review: Review; step: Step } {
  const entry = review.cards[id];
  const at = Math.max(now, (entry?.at ?? -1) + 1, (entry?.seen?.last ?? -1) + 1);
  const seen = outcomes(entry?.seen, at)[grade];
  return {
    review: {
      ...review,
      cards: { ...review.cards, [id]: { at, seen } },
      log: sortLog([...review.log, { id, at, grade }]),
    },
    step: { id, at, before: entry?.seen },
  };
}

/**
 * The record without a grade: the card is as it was before.
 * @returns undefined when the card was changed since, as by another tab
 */
export function withoutGrade(review: Review, { id, at, before }: Step, now: number): Review | undefined {
  if (review.cards[id]?.at !== at) return undefined;
  const changed = Math.max(now, at + 1);
  return {
    ...review,
    cards: { ...review.cards, [id]: before === undefined ? { at: changed } : { at: changed, seen: before } },
    log: review.log.map((entry) => (entry.id === id && entry.at === at ? { ...entry, grade: 0 } : entry)),
  };
}

/** The record with a card left out, or taken back. */
export const withOut = (review: Review, id: string, on: boolean, now: number): Review => ({
  ...review,
  out: switched(review.out, id, on, now),
});

/** The record with a topic's cards added, or no longer. */
export const withTopic = (review: Review, slug: string, on: boolean, now: number): Review => ({
  ...review,
  topics: switched(review.topics, slug, on, now),
});

/** The record with other settings. */
export const withSettings = (review: Review, changes: Partial<Omit<Settings, 'at'>>, now: number): Review => ({
  ...review,
  settings: { ...review.settings, ...changes, at: Math.max(now, review.settings.at + 1) },
});

function switched(switches: Review['out'], key: string, on: boolean, now: number): Review['out'] {
  return { ...switches, [key]: { on, at: Math.max(now, (switches[key]?.at ?? -1) + 1) } };
}

export const isOut = (review: Review, id: string): boolean => review.out[id]?.on === true;

/** Of each thing the later word; of two words of one moment always the same one. */
export function mergeReviews(a: Review, b: Review): Review {
  return {
    cards: mergeByTime(a.cards, b.cards),
    out: mergeByTime(a.out, b.out),
    topics: mergeByTime(a.topics, b.topics),
    settings: later(a.settings, b.settings),
    log: sortLog([...a.log, ...b.log]),
  };
}

function mergeByTime<T extends { at: number }>(
  a: Readonly<Record<string, T>>,
  b: Readonly<Record<string, T>>,
): Record<string, T> {
  const merged: Record<string, T> = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const known = merged[key];
    merged[key] = known === undefined ? value : later(known, value);
  }
  return merged;
}

function later<T extends { at: number }>(a: T, b: T): T {
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return JSON.stringify(a) >= JSON.stringify(b) ? a : b;
}

/** In order of time, each grade once; one that was taken back anywhere is taken back. */
function sortLog(entries: readonly LogEntry[]): LogEntry[] {
  const byKey = new Map<string, LogEntry>();
  for (const entry of entries) {
    const key = `${entry.at} ${entry.id}`;
    const known = byKey.get(key);
    if (known === undefined || entry.grade < known.grade) byKey.set(key, entry);
  }
  return [...byKey.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)).slice(-LOG_MOST);
}

/**
 * A record from data of unknown origin.
 * @returns undefined when it is no record at all; single entries that mean nothing are counted and left out
 */
export function parseReview(data: unknown): { review: Review; dropped: number } | undefined {
  const stored = asObject(data);
  const cards = asObject(stored?.['cards']);
  if (!stored || !cards) return undefined;
  let dropped = 0;
  const read = <T>(
    values: Record<string, unknown> | undefined,
    keyOf: (key: string) => string | undefined,
    parse: (value: unknown) => T | undefined,
  ): Record<string, T> =>
    Object.fromEntries(
      Object.entries(values ?? {}).flatMap(([name, value]) => {
        const key = keyOf(name);
        const parsed = key === undefined ? undefined : parse(value);
        if (key !== undefined && parsed !== undefined) return [[key, parsed] as const];
        dropped++;
        return [];
      }),
    );
  const log = Array.isArray(stored['log']) ? (stored['log'] as unknown[]) : [];
  const review: Review = {
    cards: read(cards, currentCard, parseCard),
    out: read(asObject(stored['out']), currentCard, parseSwitch),
    topics: read(asObject(stored['topics']), (slug) => (TOPIC.test(slug) ? slug : undefined), parseSwitch),
    settings: parseSettings(stored['settings']),
    log: sortLog(log.flatMap((entry) => parseLogEntry(entry) ?? [])),
  };
  return { review, dropped };
}

const TOPIC = /^[a-z][a-z0-9-]{0,99}$/;
/** Longest id that is kept; ids of the site are far shorter. */
const MAX_ID = 200;

/** A card follows its page to a new address. */
function currentCard(id: string): string | undefined {
  const parts = id.length <= MAX_ID ? cardParts(id) : undefined;
  if (!parts) return undefined;
  const moved = renamed[`/${parts.lesson}/`];
  return moved === undefined ? id : `${parts.kind}:${moved.replace(/^\/|\/$/g, '')}#${parts.part}`;
}

const isTime = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) < 8.64e15;
const isWithin = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && value >= least && value <= most;

const PHASES: readonly unknown[] = ['learning', 'review', 'relearning'] satisfies Phase[];

function parseCard(value: unknown): CardEntry | undefined {
  const { at, seen } = asObject(value) ?? {};
  if (!isTime(at)) return undefined;
  if (seen === undefined) return { at };
  const { phase, step, stability, difficulty, due, first, last } = asObject(seen) ?? {};
  if (!PHASES.includes(phase) || !isTime(due) || !isTime(first) || !isTime(last)) return undefined;
  const steps = phase === 'review' ? 1 : STEPS[phase as 'learning' | 'relearning'].length;
  if (!Number.isInteger(step) || !isWithin(step, 0, steps - 1)) return undefined;
  if (!isWithin(stability, 0.001, 36500) || !isWithin(difficulty, 1, 10)) return undefined;
  return { at, seen: { phase: phase as Phase, step, stability, difficulty, due, first, last } };
}

function parseSwitch(value: unknown): Switch | undefined {
  const { on, at } = asObject(value) ?? {};
  return typeof on === 'boolean' && isTime(at) ? { on, at } : undefined;
}

function parseSettings(value: unknown): Settings {
  const { perDay, keys, at } = asObject(value) ?? {};
  const isRead = Number.isInteger(perDay) && isWithin(perDay, 0, PER_DAY_MOST) && isTime(at);
  return isRead ? { perDay, keys: keys !== false, at } : EMPTY_REVIEW.settings;
}

function parseLogEntry(value: unknown): LogEntry | undefined {
  const { id, at, grade } = asObject(value) ?? {};
  const current = typeof id === 'string' ? currentCard(id) : undefined;
  if (current === undefined || !isTime(at) || !Number.isInteger(grade) || !isWithin(grade, 0, 4)) return undefined;
  return { id: current, at, grade: grade as LogEntry['grade'] };
}
