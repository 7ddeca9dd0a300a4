/**
 * Answers of a placement check that is not finished, or just finished, so that leaving its page in the middle loses
 * nothing. They are of no use after the visit and stay out of what the reader keeps, so that they stand in
 * sessionStorage: they live as long as the tab.
 *
 * Stored: `roadmap.placement.<topic>` = { version: 1, draw, place, isFinished, answers: { "<card>": choice } }, where
 * a choice is its place on the page or "unknown". What cannot be read is dropped: a check is quickly begun again.
 * Where storage is full or forbidden, the answers live as long as the page.
 */
import { asObject } from '../../shared/progress.ts';
import { cardParts } from '../../shared/roadmap-file.ts';
import { PLACEMENT_PREFIX } from '../../shared/storage-keys.ts';

const VERSION = 1;

/** How far a reader is in one draw of a topic's check. */
export interface Attempt {
  /** The seed. */
  draw: string;
  /** Of the question on show, from 0. */
  place: number;
  isFinished: boolean;
  answers: Readonly<Record<string, number | 'unknown'>>;
}

/** The attempt of this visit at a topic's check, if any. */
export function readAttempt(topic: string): Attempt | undefined {
  try {
    const text = sessionStorage.getItem(PLACEMENT_PREFIX + topic);
    return text === null ? undefined : parseAttempt(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Keeps an attempt for this visit. @returns false when the browser would not */
export function writeAttempt(topic: string, attempt: Attempt): boolean {
  try {
    sessionStorage.setItem(PLACEMENT_PREFIX + topic, JSON.stringify({ version: VERSION, ...attempt }));
    return true;
  } catch {
    return false;
  }
}

/** @returns undefined for what is no attempt; single answers that mean nothing are left out */
export function parseAttempt(data: unknown): Attempt | undefined {
  const { version, draw, place, isFinished, answers } = asObject(data) ?? {};
  const given = asObject(answers);
  if (version !== VERSION || typeof draw !== 'string' || typeof isFinished !== 'boolean' || !given) return undefined;
  if (!isCount(place)) return undefined;
  const kept = Object.entries(given).filter(
    (entry): entry is [string, number | 'unknown'] =>
      cardParts(entry[0]) !== undefined && (entry[1] === 'unknown' || isCount(entry[1])),
  );
  return { draw, place, isFinished, answers: Object.fromEntries(kept) };
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
