/** What a plan says in words, on the page, in the calendar and in the checklist. */
import { duration } from '../../../shared/duration.ts';
import { counted } from '../words.ts';
import { longDate } from './dates.ts';
import type { Block, Plan, Week } from './schedule.ts';
import type { PlanSettings } from './settings.ts';

/** Minutes of study in a week, with those of lessons that are done. */
export const minutesOf = ({ blocks, done }: Week): number =>
  [...blocks, ...done].reduce((sum, { minutes }) => sum + minutes, 0);

/** The name of a lesson, or of a project. */
export const nameOf = ({ stop }: Block): string => stop.lesson?.title ?? `Project: ${stop.project!.project.title}`;

/** What stands behind a part of a stop: "continued", "first part", or nothing. */
export const partOf = ({ isContinued, goesOn }: Block): string | undefined =>
  isContinued ? 'continued' : goesOn ? 'first part' : undefined;

/** "Closures, 45 min", "Closures (continued), 20 min" */
export function blockLine(block: Block): string {
  const part = partOf(block);
  return `${nameOf(block)}${part === undefined ? '' : ` (${part})`}, ${duration(block.minutes)}`;
}

/** The plan in one or two sentences. */
export function summary(
  { weeks, left, finish, doneCount }: Plan,
  { goal, hours }: PlanSettings,
  today: string,
): string {
  const pace = `at ${counted(hours, 'hour')} a week`;
  const ahead = weeks.filter(({ number, when }) => number !== undefined && when !== 'past');
  if (goal.kind === 'interview') {
    const date = longDate(goal.date);
    if (goal.date <= today) return `The interview was to be on ${date}. Choose a new date.`;
    const stops = new Set(ahead.flatMap(({ blocks }) => blocks.flatMap(({ stop }) => stop.lesson?.id ?? []))).size;
    const fit = left.length > 0 ? `${stops} of ${counted(stops + left.length, 'stop')} fit` : 'All stops fit';
    if (stops > 0) return `${fit} before the interview on ${date}, ${pace}.`;
    return left.length > 0
      ? `There is no time left for a stop before the interview on ${date}.`
      : `Every stop is done before the interview on ${date}.`;
  }
  if (finish === undefined)
    return doneCount > 0 ? 'Every stop of this plan is done.' : 'No stop of this plan is written yet.';
  const isUnderWay = weeks.some(({ when }) => when === 'past');
  return `${counted(ahead.length, isUnderWay ? 'more week' : 'week')} ${pace}. You finish on ${longDate(finish)}.`;
}
