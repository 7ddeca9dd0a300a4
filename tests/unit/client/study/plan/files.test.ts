/** What is taken away from a plan: the calendar file, the checklist, the link. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { calendarWeeks, folded, planCalendar } from '../../../../../src/client/study/plan/ics.ts';
import { planHash, readPlanHash } from '../../../../../src/client/study/plan/link.ts';
import { planChecklist } from '../../../../../src/client/study/plan/markdown.ts';
import { makePlan } from '../../../../../src/client/study/plan/schedule.ts';
import { parseSettings } from '../../../../../src/client/study/plan/settings.ts';
import { anyDay, anyDone, anyLessons, anySettings, lesson, MONDAY, settings, topic, topics } from './material.ts';

const URL_OF_PAGE = 'https://example.org/plan/';
const NOW = Date.UTC(2026, 9, 26, 12, 30, 15);
const titles = ['*args and **kwargs', 'Commas, semicolons; and \\ backslashes', 'Überlänge '.repeat(12).trim(), 'Sets'];
const roadmap = {
  topics: [topic('a', 1)],
  lessons: titles.map((title, index) => lesson(`a/${index}`, { title, minutes: 100 })),
};
const plan = makePlan(roadmap, settings(), new Map(), MONDAY);

/** Events of a calendar file, as a calendar reads them. */
function eventsOf(text: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

test('the calendar has one event a week, all its days long, with its stops', () => {
  const events = eventsOf(planCalendar(plan, settings(), URL_OF_PAGE, NOW));
  assert.deepEqual(
    events.map(({ summary, startDate, endDate }) => `${summary}, ${startDate.toString()} to ${endDate.toString()}`),
    [
      'Python, week 1: 3 h, 2026-10-26 to 2026-11-02',
      'Python, week 2: 3 h, 2026-11-02 to 2026-11-09',
      'Python, week 3: 40 min, 2026-11-09 to 2026-11-16',
    ],
  );
  assert.equal(
    events[0]!.description,
    '*args and **kwargs, 1 h 40\nCommas, semicolons; and \\ backslashes (first part), 1 h 20',
  );
  assert.match(events[1]!.description, /^Commas, semicolons; and \\ backslashes \(continued\), 20 min\nÜberlänge/);
});

test('a later file moves the same weeks instead of adding others', () => {
  const before = eventsOf(planCalendar(plan, settings(), URL_OF_PAGE, NOW));
  const moved = settings({ off: [MONDAY] });
  const later = makePlan(roadmap, moved, new Map(), MONDAY);
  const after = eventsOf(planCalendar(later, moved, URL_OF_PAGE, NOW + 60_000));
  assert.deepEqual(
    after.map(({ uid }) => uid),
    before.map(({ uid }) => uid),
  );
  assert.equal(after[0]!.startDate.toString(), '2026-11-02');
  assert.equal(after[0]!.sequence, before[0]!.sequence + 60);
  assert.ok(before[0]!.sequence > 0);
});

test('lines are at most 75 octets long, and folding loses nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const line = text.replaceAll(/[\r\n]/g, '');
      const pieces = folded(line).split('\r\n');
      for (const piece of pieces) assert.ok(Buffer.byteLength(piece) <= 75);
      assert.equal(pieces.map((piece, index) => (index === 0 ? piece : piece.slice(1))).join(''), line);
    }),
  );
});

test('whatever the plan and its titles, a calendar reads as many weeks as it has', () => {
  const cases = anyLessons.chain((lessons) =>
    fc.tuple(fc.constant(lessons), anyDone(lessons), anySettings, anyDay, fc.string({ unit: 'binary', maxLength: 80 })),
  );
  fc.assert(
    fc.property(cases, ([lessons, done, asked, today, title]) => {
      const named = lessons.map((one) => ({ ...one, title }));
      const made = makePlan({ topics, lessons: named }, asked, done, today);
      const text = planCalendar(made, asked, URL_OF_PAGE, NOW);
      const events = eventsOf(text);
      assert.equal(events.length, calendarWeeks(made).length);
      assert.equal(new Set(events.map(({ uid }) => uid)).size, events.length);
      // Each line ends in CRLF, and neither of them stands alone.
      assert.doesNotMatch(text.replaceAll('\r\n', ''), /[\r\n]/);
    }),
    { numRuns: 30 },
  );
});

test('the checklist has boxes, links and minutes, and titles as they are written', () => {
  const done = new Map([['a/3', MONDAY]]);
  const text = planChecklist(
    makePlan(roadmap, settings(), done, MONDAY),
    '2 weeks at 3 hours a week.',
    (id) => `https://example.org/${id}/`,
  );
  assert.match(text, /^# Study plan\n\n2 weeks at 3 hours a week\.\n\n## Week 1: 26 Oct – 1 Nov, /);
  assert.ok(text.includes(String.raw`- [ ] [\*args and \*\*kwargs](https://example.org/a/0/) (1 h 40)`));
  assert.ok(text.includes('- [x] [Sets](https://example.org/a/3/)\n'));
  assert.ok(text.includes('(continued, 20 min)'));
  assert.ok(text.includes('End of line 1. Its project: Project of a'));
});

test('a plan survives its link, without what was done', () => {
  fc.assert(
    fc.property(anySettings, (asked) => {
      assert.deepEqual(readPlanHash(`#${planHash(asked)}`), { ...asked, since: 0 });
    }),
  );
});

test('what is no plan is refused', () => {
  const link = (data: unknown): string =>
    `#plan=${Buffer.from(typeof data === 'string' ? data : JSON.stringify(data)).toString('base64url')}`;
  const good = { version: 1, ...settings() };
  assert.ok(readPlanHash(link(good)));
  const refused: unknown[] = [
    'no JSON',
    'null',
    '[]',
    '{"version":1}',
    { ...good, version: 2 },
    { ...good, id: '<img src=x>' },
    { ...good, id: '0123456789ABCDEF\r\nBEGIN:VEVENT' },
    { ...good, hours: 0 },
    { ...good, hours: 61 },
    { ...good, hours: 2.5 },
    { ...good, hours: '8' },
    { ...good, start: '2026-02-30' },
    { ...good, start: '1970-01-01' },
    { ...good, start: '9999-12-31' },
    { ...good, off: ['2026-10-27'] },
    { ...good, off: Array.from({ length: 300 }, () => MONDAY) },
    { ...good, off: { length: 1 } },
    { ...good, goal: { kind: 'topic', topic: '../x' } },
    { ...good, goal: { kind: 'interview', date: 'soon' } },
    { ...good, goal: { kind: 'other' } },
    { ...good, goal: null },
    { ...good, drafts: 1 },
    { ...good, built: ['<b>'] },
    { ...good, since: -1 },
    { ...good, since: 1e300 },
  ];
  for (const data of refused) assert.equal(readPlanHash(link(data)), undefined, JSON.stringify(data));
  for (const hash of [
    '',
    '#plan=',
    '#plan=%',
    '#plan=a',
    `#plan=${'A'.repeat(10_000)}`,
    '#plan=____',
    link(good).slice(0, -9),
  ])
    assert.equal(readPlanHash(hash), undefined, hash.slice(0, 30));
});

test('no data of any shape breaks the reading of settings', () => {
  fc.assert(
    fc.property(fc.anything(), fc.string(), (data, text) => {
      parseSettings(data);
      readPlanHash(`#plan=${text}`);
      const read = parseSettings({ ...settings(), off: data });
      assert.ok(read === undefined || Array.isArray(read.off));
    }),
  );
});
