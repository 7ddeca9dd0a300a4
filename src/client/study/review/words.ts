/** Numbers and days of the review in words. */
import { DAY, MINUTE, dayOf, dayStart } from './day.ts';
import type { Seen } from './memory.ts';

/** `1 card`, `2 cards`. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;

/** How long it takes until a card comes again: `10 min`, `5 days`, `3 months`, `1.5 years`. */
export function intervalWords({ due, phase }: Pick<Seen, 'due' | 'phase'>, now: number): string {
  if (phase !== 'review') return `${Math.max(1, Math.round((due - now) / MINUTE))} min`;
  const days = Math.max(1, dayOf(due) - dayOf(now));
  if (days < 60) return count(days, 'day');
  if (days < 365) return count(Math.round(days / 30.4), 'month');
  return `${(days / 365).toFixed(1).replace('.0', '')} ${days < 383 ? 'year' : 'years'}`;
}

/** A day seen from today: `tomorrow`, `on Tuesday`, `on January 5`. */
export function dayWords(day: number, now: number): string {
  const ahead = day - dayOf(now);
  if (ahead === 1) return 'tomorrow';
  const date = new Date(dayStart(day));
  return `on ${date.toLocaleDateString('en-US', ahead < 7 ? { weekday: 'long' } : { month: 'long', day: 'numeric' })}`;
}

/** `Today`, then short names of days. */
export const weekdays = (now: number): string[] =>
  Array.from({ length: 7 }, (_, index) =>
    index === 0 ? 'Today' : new Date(dayStart(dayOf(now) + index)).toLocaleDateString('en-US', { weekday: 'short' }),
  );

/** Minutes that cards take, half a minute each. */
export const minutesOf = (cards: number): number => Math.ceil(cards / 2);

/** Milliseconds until the reader's next day. */
export const untilTomorrow = (now: number): number => Math.min(DAY, Math.max(1000, dayStart(dayOf(now) + 1) - now));
