/** Days of the review: they begin at 4 in the morning, local time, so that a late evening is still today. */

const HOUR_OF_CHANGE = 4;
export const DAY = 24 * 60 * 60 * 1000;
export const MINUTE = 60 * 1000;

/**
 * The number of the reader's day that a moment is in.
 * @param at milliseconds since 1970
 * @returns days since 1 January 1970 in the reader's calendar
 */
export function dayOf(at: number): number {
  const date = new Date(at);
  const day = Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY;
  return date.getHours() < HOUR_OF_CHANGE ? day - 1 : day;
}

/** When a day of the reader begins, in milliseconds since 1970. */
export const dayStart = (day: number): number => new Date(1970, 0, 1 + day, HOUR_OF_CHANGE).getTime();

/** When the reader's day of a moment ends, in milliseconds since 1970. */
export const dayEnd = (at: number): number => dayStart(dayOf(at) + 1);
