/** What a reader asks of a plan. The plan itself is computed from it, from the roadmap and from what is done. */
import { asObject } from '../../../shared/progress.ts';
import { isDate, mondayOf } from './dates.ts';

/** What is to be reached. */
export type Goal =
  | { kind: 'all' }
  /** One line, with what it needs of others. */
  | { kind: 'topic'; topic: string }
  /** As much as fits before an interview. */
  | { kind: 'interview'; date: string };

export interface PlanSettings {
  /** Random: tells this plan's weeks from those of others in a calendar. */
  id: string;
  goal: Goal;
  /** Hours a week, from 1 to `MOST_HOURS`. */
  hours: number;
  /** First day. */
  start: string;
  /** Mondays of the weeks off, in order. */
  off: readonly string[];
  /** Whether lessons in preparation take part. */
  drafts: boolean;
  /** Whether the projects at the end of a line take hours. */
  projects: boolean;
  /** Topics whose project is built and takes no more hours. */
  built: readonly string[];
  /** What was done before this moment, in milliseconds since 1970, was no part of the plan. */
  since: number;
}

/** Most hours a week that a plan may have. */
export const MOST_HOURS = 60;
const MOST_OFF = 200;
const MOST_BUILT = 50;
const SLUG = /^[a-z0-9][a-z0-9-]{0,59}$/;

/** A plan of the whole roadmap that begins now. @param today the reader's date @param now milliseconds since 1970 */
export const newSettings = (id: string, today: string, now: number): PlanSettings => ({
  id,
  goal: { kind: 'all' },
  hours: 5,
  start: today,
  off: [],
  drafts: false,
  projects: false,
  built: [],
  since: now,
});

/** A random id: 16 hexadecimal digits. */
export const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Settings from data of unknown origin. @returns undefined when anything in them is not as it must be */
export function parseSettings(data: unknown): PlanSettings | undefined {
  const { id, goal, hours, start, off, drafts, projects, built, since } = asObject(data) ?? {};
  const aim = parseGoal(goal);
  if (typeof id !== 'string' || !/^[0-9a-f]{16}$/.test(id) || !aim || !isDate(start)) return undefined;
  if (!Number.isInteger(hours) || (hours as number) < 1 || (hours as number) > MOST_HOURS) return undefined;
  if (typeof drafts !== 'boolean' || typeof projects !== 'boolean') return undefined;
  if (!isListOf(off, MOST_OFF, (date) => isDate(date) && mondayOf(date) === date)) return undefined;
  if (!isListOf(built, MOST_BUILT, isSlug)) return undefined;
  if (!Number.isSafeInteger(since) || (since as number) < 0 || (since as number) > 8.64e15) return undefined;
  return {
    id,
    goal: aim,
    hours: hours as number,
    start,
    off: [...new Set(off)].sort(),
    drafts,
    projects,
    built: [...new Set(built)],
    since: since as number,
  };
}

function parseGoal(data: unknown): Goal | undefined {
  const { kind, topic, date } = asObject(data) ?? {};
  if (kind === 'all') return { kind };
  if (kind === 'topic' && isSlug(topic)) return { kind, topic };
  return kind === 'interview' && isDate(date) ? { kind, date } : undefined;
}

const isSlug = (value: unknown): value is string => typeof value === 'string' && SLUG.test(value);

const isListOf = (value: unknown, most: number, is: (one: unknown) => boolean): value is string[] =>
  Array.isArray(value) && value.length <= most && value.every(is);

/** The settings with a week taken off, or taken back. @param monday of the week */
export const withWeekOff = (settings: PlanSettings, monday: string, isOff: boolean): PlanSettings => ({
  ...settings,
  off: isOff
    ? [...new Set([...settings.off, monday])].sort().slice(-MOST_OFF)
    : settings.off.filter((date) => date !== monday),
});
