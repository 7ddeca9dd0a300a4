/** After passing: the reader's solution and the reference side by side, and the note. */
import { el } from '../dom.ts';
import type { ExerciseFile } from './exercise-file.ts';

/** @param own the reader's solution */
export function compare(own: string, { solutionHtml, noteHtml }: ExerciseFile): HTMLElement {
  const mine = el('code', {}, own);
  void import('./editor.ts').then(({ highlight }) => {
    mine.replaceChildren(...highlight(own));
  });
  return el(
    'section.compare',
    { 'aria-label': 'Your solution and the reference' },
    el(
      'div.columns',
      {},
      column('Yours', mine),
      column('Reference', el('code', {}, ...parsed(`<pre>${solutionHtml}</pre>`)[0]!.childNodes)),
    ),
    ...(noteHtml === undefined ? [] : parsed(noteHtml)),
  );
}

function column(title: string, code: HTMLElement): HTMLElement {
  const pre = el('pre', { tabindex: '0', role: 'group', 'aria-label': title }, code);
  return el('div', {}, el('p.column-title', {}, title), el('div.code', {}, pre));
}

/** HTML of our own build as nodes; a parsed document runs no scripts. */
function parsed(html: string): Node[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return [...body.childNodes].map((node) => document.adoptNode(node));
}
