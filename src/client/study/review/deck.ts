/** The card on the page: ticks, front, back, grades. */
import { el } from '../../dom.ts';
import type { LessonFacts } from '../../../shared/roadmap-file.ts';
import type { Card } from '../cards.ts';
import { GRADES, outcomes, type Grade, type Seen } from './memory.ts';
import { intervalWords } from './words.ts';

/** What the grades are called. */
export const GRADE_NAMES: Readonly<Record<Grade, string>> = { 1: 'Again', 2: 'Hard', 3: 'Good', 4: 'Easy' };
const KIND_NAMES = { question: 'Question', prediction: 'Prediction', pitfall: 'Pitfall' } as const;

/** Ticks beyond these would be too thin to count. */
const TICKS_MOST = 40;

/** One tick for each card of the round, or for an equal share of them. */
export function deckBar(done: number, total: number): HTMLElement {
  const ticks = Math.min(total, TICKS_MOST);
  const full = total === 0 ? 0 : Math.floor((done / total) * ticks);
  return el(
    'div.deck-bar',
    {
      role: 'progressbar',
      'aria-valuemin': '0',
      'aria-valuemax': String(total),
      'aria-valuenow': String(done),
      'aria-label': `${done} of ${total} cards done`,
    },
    ...Array.from({ length: ticks }, (_, index) => el(index < full ? 'i.done' : index === full ? 'i.now' : 'i')),
  );
}

/**
 * A card with its front; `showBack` adds the other side.
 * @param line number of its line
 * @param place `Card 5 of 19`
 */
export function cardView(
  card: Card,
  lesson: LessonFacts,
  line: number,
  place: string,
): { element: HTMLElement; showBack: () => HTMLElement } {
  const element = el(
    'article.flash',
    { 'data-line': String(line), tabindex: '-1', 'aria-label': `${place}: ${lesson.title}` },
    el(
      'header',
      {},
      el('span', {}, el('span.badge', { 'data-line': String(line) }, String(line)), lesson.title),
      el('span', {}, `${KIND_NAMES[card.kind]} · ${place}`),
    ),
    el('div.front', {}, settle(card.front, card.href)),
  );
  if (card.kind === 'pitfall') withoutProgram(card.back, card.id);
  const back = el(
    'div.back',
    { tabindex: '-1', role: 'group', 'aria-label': 'Answer' },
    settle(card.back, card.href),
    el('p.meta', {}, el('a', { href: card.href }, `Open it in ${lesson.title}`)),
  );
  const showBack = (): HTMLElement => {
    element.append(back);
    return back;
  };
  return { element, showBack };
}

/** The program of a pitfall stands on the front: the back keeps what it printed. */
function withoutProgram(back: DocumentFragment, id: string): void {
  const figure = back.getElementById(id.slice(id.indexOf('#') + 1));
  figure?.replaceWith(...figure.querySelectorAll('.out'));
}

/** What was taken from another page: its ids and tools stay there, links to its parts lead there. */
function settle(part: DocumentFragment, href: string): DocumentFragment {
  for (const tools of part.querySelectorAll('.tools, .anchor-link, .note-label')) tools.remove();
  for (const link of part.querySelectorAll('a[href^="#"]'))
    link.setAttribute('href', href.replace(/#.*/, '') + link.getAttribute('href')!);
  for (const named of part.querySelectorAll('[id]')) named.removeAttribute('id');
  return part;
}

/** The four grades, each with the time until the card comes again. */
export function gradeButtons(seen: Seen | undefined, now: number, grade: (grade: Grade) => void): HTMLElement {
  const next = outcomes(seen, now);
  return el(
    'div.grades',
    { role: 'group', 'aria-label': 'How well did you know it?' },
    ...GRADES.map((value) => {
      const button = el(
        value === 3 ? 'button.main' : 'button',
        { type: 'button' },
        el('b', {}, GRADE_NAMES[value]),
        el('span', {}, intervalWords(next[value], now)),
        el('kbd', { 'aria-hidden': 'true' }, String(value)),
      );
      button.addEventListener('click', () => {
        grade(value);
      });
      return button;
    }),
  );
}
