/** The questions of a check as they stand on the pages of their lessons, taken from there. */
import { paths } from '../../../shared/paths.ts';
import { cardParts } from '../../../shared/roadmap-file.ts';
import { el } from '../../dom.ts';
import { loadPage } from '../../load-page.ts';
import { address } from '../roadmap.ts';
import { contextOf, type Statement } from './context.ts';
import type { Keyed } from './score.ts';
import type { Asked } from './selection.ts';

/** A choice of a question. */
export interface Choice {
  /** What would be printed. */
  output: string;
  /** Why it is, or is not. A copy for whoever asks. */
  reason: () => DocumentFragment;
}

/** A question with all that is shown of it. */
export interface Question extends Keyed {
  /** In the order of the page. */
  choices: Choice[];
  /** Copy of the statements of earlier programs that it builds on; undefined when it stands alone. */
  before: (() => Element) | undefined;
  /** Copy of the program that is asked about. */
  program: () => Element;
  /** Where it stands on the site. */
  href: string;
}

/** Loads the questions of a draw. @throws when a page cannot be had, or no longer has a question */
export const loadQuestions = (asked: readonly Asked[]): Promise<Question[]> =>
  Promise.all(
    asked.map(async ({ card, lesson }) => {
      const url = address(paths.lesson(lesson));
      const block = cardParts(card)!.part;
      const question = questionOf(await loadPage(url), block, url);
      if (!question) throw new Error(`${url} has no prediction "${block}"`);
      return { card, lesson, ...question, href: `${url}#${block}` };
    }),
  );

function questionOf(page: Document, id: string, url: string): Omit<Question, 'card' | 'lesson' | 'href'> | undefined {
  const figure = page.getElementById(id);
  const choices = [...(figure?.closest('.predict-block')?.querySelectorAll('.choice') ?? [])];
  const right = choices.findIndex((choice) => choice.classList.contains('right'));
  if (!figure || right < 0) return undefined;
  const programs = [...page.querySelectorAll('figure.code[data-lang="python"]')].filter(
    (other) => !other.closest('[data-exercise]'),
  );
  const before = programs.slice(0, programs.indexOf(figure));
  const needed = contextOf(before.map(namesIn), namesIn(figure));
  return {
    right,
    choices: choices.map((choice) => ({
      output: choice.querySelector('samp')?.textContent ?? '',
      reason: () => copyOf(choice.querySelector(':scope > div > div'), url),
    })),
    before:
      needed.length === 0 ? undefined : () => programOf(needed.map((part) => linesOf(before[part.program]!, part))),
    program: () => programOf([linesOf(figure)]),
  };
}

/** The source of a program without its strings and comments: words in them are no names. */
function namesIn(figure: Element): string {
  const code = figure.querySelector('pre code')?.cloneNode(true) as Element | undefined;
  for (const text of code?.querySelectorAll('.str') ?? []) text.textContent = text.textContent.replace(/\S/g, ' ');
  for (const remark of code?.querySelectorAll('.com') ?? []) remark.textContent = '';
  return code?.textContent ?? '';
}

/** A program in the look of the site, without output, tools and id, which stay the lesson's. */
function programOf(parts: readonly Node[]): Element {
  const code = el('code', {});
  parts.forEach((part, index) => {
    if (index > 0) code.append(parts.some(({ textContent }) => textContent?.includes('\n')) ? '\n\n' : '\n');
    code.append(part);
  });
  return el(
    'figure.code.bare-code',
    {},
    el('pre', { tabindex: '0', role: 'group', 'aria-label': 'Python program' }, code),
  );
}

/** A copy of lines of a program with their colors; all of them when no lines are named. */
function linesOf(figure: Element, { from, to }: Pick<Statement, 'from' | 'to'> = { from: 0, to: Infinity }): Node {
  const code = figure.querySelector('pre code')!;
  const lines = code.textContent.split('\n');
  const length = (count: number): number => lines.slice(0, count).reduce((sum, line) => sum + line.length + 1, 0);
  const range = code.ownerDocument.createRange();
  range.setStart(...pointAt(code, length(from)));
  range.setEnd(...pointAt(code, Math.min(length(to + 1), length(lines.length)) - 1));
  return document.importNode(range.cloneContents(), true);
}

/** Where a character of an element stands, as a range takes it. */
function pointAt(element: Element, offset: number): [Node, number] {
  const texts = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = offset;
  for (let node = texts.nextNode() as Text | null; node; node = texts.nextNode() as Text | null) {
    if (left <= node.length) return [node, left];
    left -= node.length;
  }
  return [element, element.childNodes.length];
}

/** A copy of an element's content; links within its page lead there. */
function copyOf(element: Element | null, url: string): DocumentFragment {
  const copy = document.createDocumentFragment();
  for (const node of element?.childNodes ?? []) copy.append(document.importNode(node, true));
  for (const link of copy.querySelectorAll('a[href^="#"]')) link.setAttribute('href', url + link.getAttribute('href')!);
  return copy;
}
