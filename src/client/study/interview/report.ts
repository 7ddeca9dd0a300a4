/** The result of an interview, on the page. */
import { button, el } from '../../dom.ts';
import type { Bank } from './bank.ts';
import { countWords } from './bank.ts';
import { timeWords } from './clock.ts';
import { byLevel, byTopic, percent, readAgain, tally, type Answer, type Result, type Tally } from './results.ts';
import type { Settings } from './settings.ts';

/** What can be done with a result. */
export interface ReportActions {
  repeat: (settings: Settings, seed: string) => void;
  /** The same choices with a new seed. */
  again: (settings: Settings) => void;
  leave: () => void;
}

/** @param note what happened to it besides: that it could not be kept, for example */
export function reportView(
  { answers, settings, seed, at }: Result,
  bank: Bank,
  actions: ReportActions,
  note = '',
): HTMLElement {
  const all = tally('', answers);
  return el(
    'div.iv-report',
    {},
    el('h2', { tabindex: '-1' }, `Result: ${percent(all.score)}`),
    el(
      'p.lede',
      {},
      `${countWords(all.count)}: ${String(all.well)} well, ${String(all.partly)} partly, ${String(all.missed)} missed. ` +
        'A question answered partly counts half.',
    ),
    el('p.meta', {}, `${dateWords(at)}, seed ${seed}, ${limitWords(settings)}`),
    note !== '' && el('p.iv-failed', { role: 'alert' }, note),
    el(
      'div.go',
      {},
      button(
        'Repeat with the same seed',
        () => {
          actions.repeat(settings, seed);
        },
        { className: 'btn solid' },
      ),
      button(
        'New draw, same choices',
        () => {
          actions.again(settings);
        },
        { className: 'btn' },
      ),
      button('Back to all questions', actions.leave, { className: 'btn plain' }),
    ),
    ...again(answers, bank),
    table(
      'By topic',
      'Topic',
      byTopic(answers).map((row) => ({ ...row, name: bank.topicTitle(row.name) })),
    ),
    table(
      'By level',
      'Level',
      byLevel(answers).map((row) => ({ ...row, name: capital(row.name) })),
    ),
    times(answers, settings, bank),
  );
}

function again(answers: readonly Answer[], bank: Bank): HTMLElement[] {
  const lessons = readAgain(answers);
  const heading = el('h3', {}, 'Read again');
  if (lessons.length === 0) return [heading, el('p', {}, 'Nothing: every answer went well.')];
  const items = lessons.map((lesson) => {
    const known = bank.questions.find((question) => question.lesson === lesson);
    return known
      ? el(
          'li',
          {},
          el('span.badge', { 'data-line': known.line }, known.line),
          el('a', { href: known.lessonHref }, known.lessonTitle),
        )
      : el('li', {}, `${lesson} (no longer on the site)`);
  });
  return [heading, el('ul.iv-again', {}, ...items)];
}

function table(title: string, first: string, rows: readonly Tally[]): HTMLElement {
  return tableOf(
    title,
    [first, 'Questions', 'Well', 'Partly', 'Missed', 'Score'],
    rows.map((row) => [row.name, ...[row.count, row.well, row.partly, row.missed].map(String), percent(row.score)]),
  );
}

function times(answers: readonly Answer[], { minutes }: Settings, bank: Bank): HTMLElement {
  const rows = answers.map(({ question, rating, time }) => {
    const known = bank.find(question);
    const over = minutes > 0 ? time - minutes * 60_000 : 0;
    return [
      known ? el('a', { href: known.href }, ...known.words()) : question,
      capital(rating),
      `${timeWords(time)}${over >= 1000 ? `, ${timeWords(over)} over` : ''}`,
    ];
  });
  return tableOf('Question by question', ['Question', 'Your rating', 'Time'], rows);
}

function tableOf(title: string, head: readonly string[], rows: readonly (string | Node)[][]): HTMLElement {
  return el(
    'div.iv-table',
    { tabindex: '0', role: 'region', 'aria-label': title },
    el(
      'table',
      {},
      el('caption', {}, title),
      el('thead', {}, el('tr', {}, ...head.map((word) => el('th', { scope: 'col' }, word)))),
      el(
        'tbody',
        {},
        ...rows.map(([name, ...cells]) =>
          el('tr', {}, el('th', { scope: 'row' }, name), ...cells.map((cell) => el('td', {}, cell))),
        ),
      ),
    ),
  );
}

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

/** "November 22, 2026 at 6:40 PM", in the reader's own time. */
export const dateWords = (at: number): string =>
  new Date(at).toLocaleString('en-US', { dateStyle: 'long', timeStyle: 'short' });

/** "3 minutes for each question" */
export const limitWords = ({ minutes }: Settings): string =>
  minutes === 0 ? 'no limit of time' : `${String(minutes)} ${minutes === 1 ? 'minute' : 'minutes'} for each question`;
