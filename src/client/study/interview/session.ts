/** An interview while it goes on, as data. `now` is in milliseconds. */
import { elapsed, NEW_CLOCK, started, stopped, type Clock } from './clock.ts';
import { asObject } from '../../../shared/progress.ts';
import {
  isMoment,
  isSeed,
  parseSettings,
  questionParts,
  RATINGS,
  resultId,
  type Rating,
  type Result,
} from './results.ts';
import { COUNTS, isLevel, type Drawable, type Level, type Settings } from './settings.ts';

interface Asked {
  question: string;
  level: Level;
  clock: Clock;
  isShown: boolean;
  rating: Rating | undefined;
}

export interface Session {
  settings: Settings;
  seed: string;
  startedAt: number;
  asked: readonly Asked[];
  /** Which question is asked, from 0. */
  at: number;
  /** Who holds the clock: the reader by the button, or the browser while the page is hidden. */
  pausedBy: ReadonlySet<'reader' | 'page'>;
}

/** @param questions at least one */
export function begin(questions: readonly Drawable[], settings: Settings, seed: string, now: number): Session {
  const asked = questions.map(({ id, level }): Asked => ({
    question: id,
    level,
    clock: NEW_CLOCK,
    isShown: false,
    rating: undefined,
  }));
  return run({ settings, seed, startedAt: now, asked, at: 0, pausedBy: new Set() }, now);
}

export const current = ({ asked, at }: Session): Asked => asked[at]!;
export const isLast = ({ asked, at }: Session): boolean => at === asked.length - 1;
export const timeOf = (session: Session, now: number): number => elapsed(current(session).clock, now);
export const limitOf = ({ settings }: Session): number => settings.minutes * 60_000;

/** The answer is shown: the clock of the question ends. */
export const show = (session: Session, now: number): Session =>
  change(session, (asked) => ({ ...asked, clock: stopped(asked.clock, now), isShown: true }));

/** The reader says how it went. Before the answer is shown there is nothing to say. */
export const rate = (session: Session, rating: Rating): Session =>
  change(session, (asked) => (asked.isShown ? { ...asked, rating } : asked));

/** The next question, with its clock running. A question without a rating, and the last one, stay. */
export function next(session: Session, now: number): Session {
  if (current(session).rating === undefined || isLast(session)) return session;
  return run({ ...session, at: session.at + 1, pausedBy: new Set() }, now);
}

/** Holds the clock. */
export function pause(session: Session, by: 'reader' | 'page', now: number): Session {
  const held = { ...session, pausedBy: new Set([...session.pausedBy, by]) };
  return change(held, (asked) => ({ ...asked, clock: stopped(asked.clock, now) }));
}

/** Lets the clock go on, unless somebody else holds it. */
export function resume(session: Session, by: 'reader' | 'page', now: number): Session {
  return run({ ...session, pausedBy: new Set([...session.pausedBy].filter((holder) => holder !== by)) }, now);
}

/** The result so far: questions with a rating. Undefined when there is none. */
export function resultOf({ asked, settings, seed, startedAt }: Session): Result | undefined {
  const answers = asked.flatMap(({ question, level, clock, rating }) =>
    rating === undefined ? [] : [{ question, level, rating, time: Math.round(clock.kept) }],
  );
  return answers.length === 0 ? undefined : { id: resultId(startedAt, seed), at: startedAt, seed, settings, answers };
}

/** The session as JSON can keep it; its clock stands at `now`. `parseSession` reads it. */
export const sessionData = ({ pausedBy, asked, ...session }: Session, now: number): object => ({
  ...session,
  isPaused: pausedBy.has('reader'),
  asked: asked.map(({ clock, ...question }) => ({ ...question, time: Math.round(elapsed(clock, now)) })),
});

/**
 * A session from data of unknown origin. The page holds its clock until `resume`.
 * @returns undefined for what is no session
 */
export function parseSession(data: unknown): Session | undefined {
  const { settings: chosen, seed, startedAt, at, isPaused, asked: given } = asObject(data) ?? {};
  const settings = parseSettings(chosen);
  if (!settings || !isSeed(seed) || !isMoment(startedAt) || !Array.isArray(given)) return undefined;
  const asked = given.flatMap((question) => parseAsked(question) ?? []);
  if (asked.length !== given.length || asked.length > Math.max(...COUNTS)) return undefined;
  if (typeof at !== 'number' || !asked[at]) return undefined;
  return { settings, seed, startedAt, at, asked, pausedBy: new Set(isPaused === true ? ['page', 'reader'] : ['page']) };
}

function parseAsked(data: unknown): Asked | undefined {
  const { question, level, time, isShown, rating } = asObject(data) ?? {};
  if (typeof question !== 'string' || !questionParts(question) || !isLevel(level)) return undefined;
  if (!isMoment(time) || typeof isShown !== 'boolean') return undefined;
  const known = RATINGS.find((name) => name === rating);
  if (rating !== undefined && (known === undefined || !isShown)) return undefined;
  return { question, level, clock: { kept: time, since: undefined }, isShown, rating: known };
}

const change = (session: Session, how: (asked: Asked) => Asked): Session => ({
  ...session,
  asked: session.asked.map((asked, index) => (index === session.at ? how(asked) : asked)),
});

/** The clock goes while the question is open and nobody holds it. */
const run = (session: Session, now: number): Session =>
  current(session).isShown || session.pausedBy.size > 0
    ? session
    : change(session, (asked) => ({ ...asked, clock: started(asked.clock, now) }));
