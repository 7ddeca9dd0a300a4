/**
 * A plan as an iCalendar file (RFC 5545): one event a week, all its days long, with its stops in the description.
 * The event of a week keeps its name (UID), so that importing a changed plan moves it instead of adding another.
 */
import { addDays } from './dates.ts';
import { duration } from '../../../shared/duration.ts';
import type { Plan } from './schedule.ts';
import type { PlanSettings } from './settings.ts';
import { blockLine, minutesOf } from './words.ts';

/** Weeks of which the calendar is told: this one and those ahead that have something in them. */
export const calendarWeeks = ({ weeks }: Plan): Plan['weeks'] =>
  weeks.filter(({ number, when, blocks }) => number !== undefined && when !== 'past' && blocks.length > 0);

/**
 * @param url of the plan's page
 * @param now milliseconds since 1970; a later file counts as a later version of the same events
 * @returns lines that end in CRLF
 */
export function planCalendar(plan: Plan, settings: PlanSettings, url: string, now: number): string {
  const stamp = new Date(now).toISOString().replace(/[-:]|\.\d+/g, '');
  const sequence = Math.max(0, Math.floor((now - EPOCH) / 1000));
  const events = calendarWeeks(plan).flatMap((week) => [
    'BEGIN:VEVENT',
    `UID:${settings.id}-week-${week.number!}@python-top-1-percent-roadmap`,
    `DTSTAMP:${stamp}`,
    `SEQUENCE:${sequence}`,
    `DTSTART;VALUE=DATE:${compact(week.from)}`,
    `DTEND;VALUE=DATE:${compact(addDays(week.to, 1))}`,
    `SUMMARY:${escaped(`Python, week ${week.number!}: ${duration(minutesOf(week))}`)}`,
    `DESCRIPTION:${escaped(describe(week))}`,
    `URL:${url}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]);
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Python Top 1% Roadmap//Study plan//EN',
    'CALSCALE:GREGORIAN',
    ...events,
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
}

/** Versions are counted in seconds from here, so that they stay below 2³¹ until 2094. */
const EPOCH = Date.UTC(2026, 0, 1);

function describe({ blocks, done, ends }: Plan['weeks'][number]): string {
  return [
    ...done.map(({ title }) => `Done: ${title}`),
    ...blocks.map(blockLine),
    ...ends.map(({ number, project }) => `End of line ${number}. Its project: ${project.title}`),
  ].join('\n');
}

const compact = (date: string): string => date.replaceAll('-', '');

/** A value of type TEXT: separators are escaped, other control characters are left out. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[\\;,]/g, (char) => `\\${char}`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll(/[\u0000-\u001F\u007F]/g, '');

const MOST_OCTETS = 75;
const encoder = new TextEncoder();

/** A line in pieces of at most 75 octets; the pieces after the first begin with a space. No character is cut in two. */
export function folded(line: string): string {
  let text = '';
  let octets = 0;
  for (const char of line) {
    const size = encoder.encode(char).length;
    if (octets + size > MOST_OCTETS) {
      text += '\r\n ';
      octets = 1;
    }
    text += char;
    octets += size;
  }
  return text;
}
