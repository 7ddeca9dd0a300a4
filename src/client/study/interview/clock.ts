/** The clock of a question, as data. All times are milliseconds; `now` is given, so that tests can pretend it. */

export interface Clock {
  /** What it counted before it was last started. */
  kept: number;
  /** When it was started; undefined while it stands. */
  since: number | undefined;
}

export const NEW_CLOCK: Clock = { kept: 0, since: undefined };

/** A clock that goes; one that goes already goes on. */
export const started = (clock: Clock, now: number): Clock =>
  clock.since === undefined ? { kept: clock.kept, since: now } : clock;

/** A clock that stands. */
export const stopped = (clock: Clock, now: number): Clock => ({ kept: elapsed(clock, now), since: undefined });

/** What it has counted. A computer's clock that was set back counts nothing. */
export const elapsed = ({ kept, since }: Clock, now: number): number =>
  kept + (since === undefined ? 0 : Math.max(0, now - since));

/** `83_000` -> "1:23" */
export function timeWords(time: number): string {
  const seconds = Math.floor(time / 1000);
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
}

/**
 * The clock in words: "1:37 left of 3:00", "0:20 over 3:00", "1:23 so far".
 * @param limit 0 is none
 */
export function clockWords(time: number, limit: number): string {
  if (limit === 0) return `${timeWords(time)} so far`;
  // What is left and what has gone make up the whole at every moment.
  const gone = Math.floor(time / 1000) * 1000;
  return gone < limit
    ? `${timeWords(limit - gone)} left of ${timeWords(limit)}`
    : `${timeWords(gone - limit)} over ${timeWords(limit)}`;
}

/** Before the end the reader is told, this many milliseconds. */
const WARNING = 30_000;

/** What has to be said aloud when the clock went from one time to another, if anything. */
export function noticeBetween(before: number, after: number, limit: number): string | undefined {
  if (limit === 0) return undefined;
  const passes = (mark: number): boolean => before < mark && mark <= after;
  if (passes(limit)) return 'The time is up. Go on: the overtime is counted.';
  return passes(limit - WARNING) ? '30 seconds are left.' : undefined;
}
