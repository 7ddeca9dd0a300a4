/** One question on the page: its program, its choices as radio buttons, and the way on and back. */
import { button, el } from '../../dom.ts';
import type { Question } from './questions.ts';
import type { Answer } from './score.ts';

/** What is shown, and what the reader may do. */
export interface QuestionFrame {
  question: Question;
  /** Title of its lesson. */
  lesson: string;
  /** From 0. */
  place: number;
  /** Of each question, whether it has an answer. */
  answered: boolean[];
  /** Order of the choices, as their places on the page. */
  order: number[];
  answer: Answer | undefined;
  choose: (answer: Answer) => void;
  /** To another question, from 0; behind the last one to the result. */
  go: (place: number) => void;
}

/** @returns the form, and its heading, which takes the focus when a reader comes from another question */
export function questionView(frame: QuestionFrame): { root: HTMLElement; heading: HTMLElement } {
  const { question, place, answered, order, answer } = frame;
  const isLast = place === answered.length - 1;
  const heading = el('h2', { tabindex: '-1' }, `Question ${place + 1}`, el('span.vh', {}, ` of ${answered.length}`));
  const left = el('p.meta.placement-left', { role: 'status' });
  const ticks = el('div.ticks', { 'aria-hidden': 'true' }, ...answered.map(() => el('span', {})));
  const sayLeft = (): void => {
    answered.forEach((isAnswered, index) => {
      ticks.children[index]!.className = [isAnswered && 'done', index === place && 'here'].filter(Boolean).join(' ');
    });
    if (isLast) left.replaceChildren(...openQuestions(answered, place, frame.go));
  };
  const pick = (value: Answer, words: HTMLElement): HTMLElement => {
    const input = el('input', { type: 'radio', name: 'answer', value: String(value), checked: value === answer });
    input.addEventListener('change', () => {
      answered[place] = true;
      frame.choose(value);
      sayLeft();
    });
    return el('label.pick', {}, input, words);
  };
  const form = el(
    'form.placement-form',
    { 'aria-label': 'Placement check' },
    el(
      'div.placement-where',
      {},
      el('p.meta', {}, el('b', {}, `${place + 1} of ${answered.length}`), el('span', {}, frame.lesson)),
      ticks,
    ),
    heading,
    question.before && el('p.placement-before', {}, 'Earlier in the same session:'),
    question.before?.(),
    question.before && el('p.placement-before', {}, 'Now this program runs:'),
    question.program(),
    el(
      'fieldset',
      {},
      el('legend', {}, 'What does it print?'),
      ...order.map((choice) => pick(choice, el('samp', {}, question.choices[choice]!.output))),
      pick('unknown', el('span', {}, 'I do not know')),
    ),
    left,
    el(
      'div.go',
      {},
      place > 0 &&
        button(
          'Back',
          () => {
            frame.go(place - 1);
          },
          { icon: 'left', className: 'btn' },
        ),
      el('button.btn.solid', { type: 'submit' }, isLast ? 'See the result' : 'Next'),
    ),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    frame.go(place + 1);
  });
  sayLeft();
  return { root: form, heading };
}

/** A sentence on what has no answer yet, with the way there; nothing when all have one. */
function openQuestions(answered: readonly boolean[], here: number, go: (place: number) => void): (Node | string)[] {
  const open = answered.flatMap((isAnswered, index) => (isAnswered || index === here ? [] : [index]));
  if (open.length === 0) return [];
  return [
    'Without an answer, which counts as wrong: ',
    ...open.flatMap((index, nth) => [
      ...(nth > 0 ? [', '] : []),
      button(
        String(index + 1),
        () => {
          go(index);
        },
        { className: 'placement-jump', label: `Question ${index + 1}` },
      ),
    ]),
    '.',
  ];
}
