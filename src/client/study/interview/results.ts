/** Results of interviews as data: reading them from anywhere, merging, and what they say. */
import { asObject } from '../../../shared/progress.ts';
import { cleanSeed, COUNTS, isLevel, isSlug, LEVELS, MINUTES, type Level, type Settings } from './settings.ts';

export const RATINGS = ['missed', 'partly', 'well'] as const;
export type Rating = (typeof RATINGS)[number];

export interface Answer {
  /** `<topic>/<lesson>#<question>` */
  question: string;
  level: Level;
  rating: Rating;
  /** Time until the answer was shown, in milliseconds. */
  time: number;
}

export interface Result {
  /** Unique: its moment and its seed. */
  id: string;
  /** When it began, in milliseconds since 1970. */
  at: number;
  seed: string;
  settings: Settings;
  answers: readonly Answer[];
}

/** The latest first. */
export interface Interviews {
  results: readonly Result[];
}

export const NO_INTERVIEWS: Interviews = { results: [] };

/** How many are kept. */
export const KEPT = 50;

export const resultId = (at: number, seed: string): string => `${String(at)}-${seed}`;

/** A question's id taken apart. */
export function questionParts(id: string): { topic: string; lesson: string; part: string } | undefined {
  const match = /^(?<lesson>(?<topic>[\w-]{1,60})\/[\w-]{1,80})#(?<part>[\w-]{1,80})$/.exec(id);
  return match?.groups as { topic: string; lesson: string; part: string } | undefined;
}

/**
 * Results from data of unknown origin.
 * @returns undefined when it is no list of results at all; a single one that means nothing is left out
 */
export function parseInterviews(data: unknown): Interviews | undefined {
  const results = asObject(data)?.['results'];
  if (!Array.isArray(results)) return undefined;
  return mergeInterviews(NO_INTERVIEWS, { results: results.flatMap((result) => parseResult(result) ?? []) });
}

function parseResult(data: unknown): Result | undefined {
  const { at, seed, settings: chosen, answers: given } = asObject(data) ?? {};
  const settings = parseSettings(chosen);
  if (!isMoment(at) || !isSeed(seed)) return undefined;
  if (!settings || !Array.isArray(given) || given.length > Math.max(...COUNTS)) return undefined;
  const answers = given.flatMap((answer) => parseAnswer(answer) ?? []);
  const isWhole = answers.length > 0 && answers.length === given.length;
  return isWhole ? { id: resultId(at, seed), at, seed, settings, answers } : undefined;
}

/** Milliseconds since 1970 that a date can show. */
export const isMoment = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value < 8.64e15;

export const isSeed = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && cleanSeed(value) === value;

/** Choices of an interview from data of unknown origin. */
export function parseSettings(data: unknown): Settings | undefined {
  const { topics, levels, count, minutes } = asObject(data) ?? {};
  if (!Array.isArray(topics) || topics.length > 50 || !topics.every(isSlug)) return undefined;
  if (!Array.isArray(levels) || levels.length > LEVELS.length || !levels.every(isLevel)) return undefined;
  const isKnown = (COUNTS as readonly unknown[]).includes(count) && (MINUTES as readonly unknown[]).includes(minutes);
  return isKnown ? { topics, levels, count: count as number, minutes: minutes as number } : undefined;
}

function parseAnswer(data: unknown): Answer | undefined {
  const { question, level, rating, time } = asObject(data) ?? {};
  if (typeof question !== 'string' || !questionParts(question) || !isLevel(level)) return undefined;
  if (!(RATINGS as readonly unknown[]).includes(rating)) return undefined;
  if (typeof time !== 'number' || !Number.isSafeInteger(time) || time < 0) return undefined;
  return { question, level, rating: rating as Rating, time };
}

/** Each result once, the latest first, no more than are kept; the order of the two does not matter. */
export function mergeInterviews(a: Interviews, b: Interviews): Interviews {
  const byId = new Map<string, Result>();
  for (const result of [...a.results, ...b.results]) {
    const known = byId.get(result.id);
    if (!known || JSON.stringify(known) < JSON.stringify(result)) byId.set(result.id, result);
  }
  const results = [...byId.values()].sort((x, y) => y.at - x.at || (x.id < y.id ? -1 : 1));
  return { results: results.slice(0, KEPT) };
}

/** What a rating is worth. */
const WORTH: Record<Rating, number> = { missed: 0, partly: 0.5, well: 1 };

/** How a group of questions went. */
export interface Tally {
  name: string;
  count: number;
  missed: number;
  partly: number;
  well: number;
  /** From 0 to 1; "partly" is worth half. */
  score: number;
}

/** How answers went in all. */
export function tally(name: string, answers: readonly Answer[]): Tally {
  const of = (rating: Rating): number => answers.filter((answer) => answer.rating === rating).length;
  const worth = answers.reduce((sum, { rating }) => sum + WORTH[rating], 0);
  return {
    name,
    count: answers.length,
    missed: of('missed'),
    partly: of('partly'),
    well: of('well'),
    score: answers.length === 0 ? 0 : worth / answers.length,
  };
}

/** By topic, in the order in which they were asked first. */
export const byTopic = (answers: readonly Answer[]): Tally[] =>
  [...Map.groupBy(answers, ({ question }) => questionParts(question)?.topic ?? '')].map(([topic, group]) =>
    tally(topic, group),
  );

/** By level, from junior to senior, without those that were not asked. */
export const byLevel = (answers: readonly Answer[]): Tally[] =>
  LEVELS.map((level) =>
    tally(
      level,
      answers.filter((answer) => answer.level === level),
    ),
  ).filter(({ count }) => count > 0);

/** Lessons to read again: those of missed questions first, then of questions answered in part; each once. */
export function readAgain(answers: readonly Answer[]): string[] {
  const lessons = (wanted: Rating): string[] =>
    answers.flatMap(({ question, rating }) => (rating === wanted ? (questionParts(question)?.lesson ?? []) : []));
  return [...new Set([...lessons('missed'), ...lessons('partly')])];
}

/** `0.75` -> "75 %" */
export const percent = (score: number): string => `${String(Math.round(score * 100))} %`;

/** What a rating says about a question. */
export const markOf = (rating: Rating): 'known' | 'unsure' => (rating === 'well' ? 'known' : 'unsure');
