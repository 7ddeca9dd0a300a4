/** The sheet for the interviewer: the drawn questions with answers, follow-ups and room for notes, to be printed. */
import { button, el } from '../../dom.ts';
import { loadCard } from '../cards.ts';
import type { BankQuestion } from './bank.ts';
import { countWords } from './bank.ts';
import { limitWords } from './report.ts';
import { RATINGS } from './results.ts';
import type { Settings } from './settings.ts';

/** What can be done with a sheet. */
export interface SheetActions {
  leave: () => void;
}

/** Shows the sheet in an element, when all its answers are there. */
export async function showSheet(
  root: HTMLElement,
  questions: readonly BankQuestion[],
  settings: Settings,
  seed: string,
  actions: SheetActions,
): Promise<void> {
  const heading = el('h2', { tabindex: '-1' }, 'Interview sheet');
  const status = el('p.meta', { role: 'status' }, 'Loading the answers');
  const print = button(
    'Print',
    () => {
      window.print();
    },
    { icon: 'print', className: 'btn solid' },
  );
  print.disabled = true;
  const sheet = el(
    'div.iv-sheet',
    {},
    heading,
    el(
      'p.iv-sheet-facts',
      {},
      `${countWords(questions.length)}, ${limitWords(settings)}. Seed ${seed}: the same choices draw the same questions.`,
    ),
    el('p.iv-sheet-who', {}, 'Candidate', el('span'), 'Date', el('span')),
    el('div.go', {}, print, button('Back to all questions', actions.leave, { className: 'btn plain' })),
    status,
  );
  root.replaceChildren(sheet);
  heading.focus();
  const load = async (): Promise<void> => {
    try {
      const parts = await Promise.all(questions.map(questionPart));
      sheet.append(el('ol.iv-sheet-list', {}, ...parts));
      status.textContent = 'Ready to be printed on A4.';
      print.disabled = false;
    } catch {
      const again = button(
        'Try again',
        () => {
          status.textContent = 'Loading the answers';
          heading.focus();
          void load();
        },
        { className: 'iv-link' },
      );
      status.replaceChildren('An answer could not be loaded. ', again);
    }
  };
  await load();
}

async function questionPart(question: BankQuestion): Promise<HTMLElement> {
  const { back } = await loadCard(`question:${question.id}`);
  for (const tools of back.querySelectorAll('.tools')) tools.remove();
  // Two lessons may name a program alike, and nothing refers to it here.
  for (const named of back.querySelectorAll('[id]')) named.removeAttribute('id');
  return el(
    'li',
    { 'data-line': question.line },
    el('h3', {}, ...question.words()),
    el(
      'p.meta',
      {},
      el('span.badge', { 'data-line': question.line }, question.line),
      ` ${question.topicTitle}: ${question.lessonTitle}, ${question.level}`,
    ),
    el('div.a.prose', {}, back),
    el(
      'div.iv-notes',
      {},
      el('b', {}, 'Notes'),
      el('span.iv-boxes', {}, ...RATINGS.map((rating) => el('span', {}, el('i'), rating))),
    ),
  );
}
