/** The weeks of a plan without what is studied in them: their days, their room, their numbers. */
import { addDays, daysBetween, mondayOf } from './dates.ts';
import type { PlanSettings } from './settings.ts';

export interface Frame {
  /** Number of the week, from 1; undefined of a week off. */
  number: number | undefined;
  monday: string;
  /** First and last day in the plan: the first week may begin, and the last one end, on any day. */
  from: string;
  to: string;
  /** Minutes for study. */
  room: number;
  isOff: boolean;
}

/** Minutes below which a part of a lesson is not worth sitting down for. */
export const LEAST_PART = 20;

/**
 * The weeks of a plan, on and on; of an interview, those up to the day before it. Weeks too short for anything are
 * left out.
 */
export function* frames({ start, hours, goal, off }: PlanSettings): Generator<Frame, undefined> {
  const away = new Set(off);
  const end = goal.kind === 'interview' ? addDays(goal.date, -1) : '9999-12-31';
  let number = 0;
  for (let monday = mondayOf(start); monday <= end && monday <= LAST_MONDAY; monday = addDays(monday, 7)) {
    const from = monday < start ? start : monday;
    const sunday = addDays(monday, 6);
    const to = sunday < end ? sunday : end;
    if (to < from) continue;
    const isOff = away.has(monday);
    const room = isOff ? 0 : Math.floor((hours * 60 * (daysBetween(from, to) + 1)) / 7);
    if (!isOff && room < LEAST_PART) continue;
    yield { number: isOff ? undefined : ++number, monday, from, to, room, isOff };
  }
}

/** Later than any plan's last week. */
const LAST_MONDAY = '2199-12-30';
