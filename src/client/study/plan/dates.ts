/** Plain calendar dates, `YYYY-MM-DD`: no hours, no time zones. They are computed in UTC, where every day has 24 hours. */

const DAY = 86_400_000;
const FIRST = '2020-01-01';
const LAST = '2099-12-31';

const timeOf = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const dateOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Whether something is a date that exists, of this century's plans. */
export function isDate(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value) || value < FIRST || value > LAST) return false;
  const time = timeOf(value);
  return Number.isFinite(time) && dateOf(time) === value;
}

/** The date some days later, or earlier. */
export const addDays = (date: string, days: number): string => dateOf(timeOf(date) + days * DAY);

/** Days from one date to another; 0 on the same day. */
export const daysBetween = (from: string, to: string): number => Math.round((timeOf(to) - timeOf(from)) / DAY);

/** The Monday of a date's week. */
export const mondayOf = (date: string): string => addDays(date, -((new Date(timeOf(date)).getUTCDay() + 6) % 7));

/** The date on the reader's calendar at a moment, in milliseconds since 1970. */
export function calendarDate(moment: number): string {
  const local = new Date(moment);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}`;
}

const long = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const brief = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', timeZone: 'UTC' });

/** "31 January 2027" */
export const longDate = (date: string): string => long.format(timeOf(date));

/** "2 – 8 Nov", "26 Oct – 1 Nov", or one day: "1 Nov" */
export function dateRange(from: string, to: string): string {
  const end = brief.format(timeOf(to));
  if (from === to) return end;
  return `${(from.slice(0, 7) === to.slice(0, 7) ? day : brief).format(timeOf(from))} – ${end}`;
}
