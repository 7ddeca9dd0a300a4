/** The figures beside the cards: due by line, this week, how well the cards are known. */
import { el } from '../../dom.ts';
import type { RoadmapFile } from '../../../shared/roadmap-file.ts';
import type { Figures } from './figures.ts';
import { count, weekdays } from './words.ts';

/** Pixels of the highest bar. */
const BAR = 88;

/** Builds the sections; `now` names the days. */
export function sideView(figures: Figures, { topics }: RoadmapFile, now: number): HTMLElement[] {
  return [dueByLine(figures, topics), week(figures, now), standing(figures)].filter((section) => section !== undefined);
}

function dueByLine({ byTopic }: Figures, topics: RoadmapFile['topics']): HTMLElement | undefined {
  const rows = topics
    .flatMap((topic) => {
      const due = byTopic.get(topic.slug) ?? 0;
      return due > 0 ? [{ topic, due }] : [];
    })
    .sort((a, b) => b.due - a.due || a.topic.number - b.topic.number);
  if (rows.length === 0) return undefined;
  const most = rows[0]!.due;
  return el(
    'section',
    {},
    el('h2', {}, 'Due by line'),
    el(
      'ul.due',
      {},
      ...rows.map(({ topic: { number, short }, due }) => {
        const bar = el('i', { 'aria-hidden': 'true' });
        bar.style.width = `${(100 * due) / most}%`;
        const line = String(number);
        return el(
          'li',
          { 'data-line': line },
          el('span.badge', { 'data-line': line }, line),
          el('span', {}, short),
          bar,
          el('b', {}, String(due)),
        );
      }),
    ),
  );
}

function week({ week: counts }: Figures, now: number): HTMLElement {
  const most = Math.max(1, ...counts);
  const names = weekdays(now);
  return el(
    'section',
    {},
    el('h2', {}, 'This week'),
    el(
      'ol.week',
      {},
      ...counts.map((due, index) => {
        const bar = el('i', { 'aria-hidden': 'true' });
        bar.style.height = `${Math.round((BAR * due) / most)}px`;
        return el(
          index === 0 ? 'li.today' : 'li',
          {},
          el('b', {}, String(due), el('span.vh', {}, ' due ')),
          bar,
          el('span', {}, names[index]),
        );
      }),
    ),
  );
}

function standing({ known, learning, fresh, answers, right }: Figures): HTMLElement {
  const row = (name: string, value: string): HTMLElement => el('div', {}, el('dt', {}, name), el('dd', {}, value));
  return el(
    'section',
    {},
    el('h2', {}, 'Your cards'),
    el(
      'dl.standing',
      {},
      row('Known well, for over 21 days', String(known)),
      row('Learning', String(learning)),
      row('New', String(fresh)),
      row('Right answers in the last 30 days', answers === 0 ? 'None yet' : `${Math.round((100 * right) / answers)} %`),
    ),
    answers > 0 && el('p.meta', {}, `Of ${count(answers, 'answer')}, all but those graded Again count as right.`),
  );
}
