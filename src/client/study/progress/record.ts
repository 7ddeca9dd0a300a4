/** The record for a teacher: what is done and when, for print. The name stands on the paper and nowhere else. */
import type { Progress } from '../../../shared/progress.ts';
import { el } from '../../dom.ts';
import { shareWords } from './checklist.ts';
import { recordOf, tallyOf, type TopicLessons } from './tally.ts';

/** `November 22, 2026`, where the reader is. @param at in milliseconds since 1970 */
export const dateWords = (at: number): string =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'long' }).format(new Date(at));

/**
 * @param name as typed; without one there is a line to write on
 * @param now stands on the record, in milliseconds since 1970
 */
export function drawRecord(
  topics: readonly TopicLessons[],
  progress: Progress,
  name: string,
  now: number,
): HTMLElement {
  const record = recordOf(topics, progress);
  const { lessons, exercises } = tallyOf(
    topics.flatMap((entry) => entry.lessons),
    progress,
  );
  return el(
    'section.record',
    {},
    el('h1', {}, 'Record of study'),
    el('p', {}, 'Python Top 1% Roadmap'),
    el(
      'dl',
      {},
      el('div', {}, el('dt', {}, 'Name'), el('dd', name === '' ? { class: 'blank' } : {}, name)),
      el('div', {}, el('dt', {}, 'Date'), el('dd', {}, dateWords(now))),
      el('div', {}, el('dt', {}, 'Lessons done'), el('dd', {}, shareWords(lessons, 'lessons'))),
      el('div', {}, el('dt', {}, 'Exercises solved'), el('dd', {}, shareWords(exercises, 'exercises'))),
    ),
    record.length === 0 && el('p', {}, 'No lesson is done and no exercise is solved yet.'),
    ...record.map(({ topic, rows }) =>
      el(
        'table',
        {},
        el('caption', {}, `${topic.number}. ${topic.title}`),
        el('thead', {}, el('tr', {}, ...['What', 'Title', 'Date'].map((head) => el('th', { scope: 'col' }, head)))),
        el(
          'tbody',
          {},
          ...rows.map(({ kind, title, at }) =>
            el('tr', {}, el('td', {}, kind), el('td', {}, title), el('td', {}, dateWords(at))),
          ),
        ),
      ),
    ),
    el('p.record-foot', {}, 'The reader set these marks; exercises are marked as solved when all of their tests pass.'),
  );
}
