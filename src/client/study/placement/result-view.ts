/** The result of a check: what to mark as done, what to read, and each question with its reasons. */
import { button, el, iconOf } from '../../dom.ts';
import { paths } from '../../../shared/paths.ts';
import { address } from '../roadmap.ts';
import type { Question } from './questions.ts';
import type { Answers, LessonResult, Score } from './score.ts';

/** What is shown, and what the reader may do. */
export interface ResultFrame {
  questions: readonly Question[];
  answers: Answers;
  score: Score;
  /** Of a lesson's id. */
  titleOf: (lesson: string) => string;
  isDone: (lesson: string) => boolean;
  /** Marks lessons as done. */
  mark: (lessons: string[]) => void;
  /** Takes back what `mark` did; undefined when there is nothing to take back. */
  undo: (() => void) | undefined;
  /** What was told last. */
  said: string;
  again: () => void;
  repeat: () => void;
}

/** @returns the result, its heading, and the part with the lessons, which follows the marks */
export function resultView(frame: ResultFrame): { root: HTMLElement; heading: HTMLElement; lessons: HTMLElement } {
  const { score, questions } = frame;
  const heading = el('h2', { tabindex: '-1' }, `${score.right} of ${questions.length} right`);
  const lessons = lessonsView(frame);
  const root = el(
    'div.placement-result',
    {},
    heading,
    lessons,
    el('h3', {}, 'The questions'),
    el('div.placement-answers', {}, ...questions.map((_, index) => answerView(frame, index))),
    el(
      'div.go',
      {},
      button('Take another draw', frame.again, { className: 'btn' }),
      button('Repeat this draw', frame.repeat, { className: 'btn plain' }),
    ),
    el(
      'p.meta',
      {},
      'The address of this page repeats this draw, for you and for whoever gets it. Your answers are not in it.',
    ),
  );
  return { root, heading, lessons };
}

/** The lessons, by what the check proposes. */
export function lessonsView(frame: ResultFrame): HTMLElement {
  const { score, isDone } = frame;
  const open = score.lessons.filter(({ lesson, isKnown }) => isKnown && !isDone(lesson));
  const rest = score.lessons.filter(({ isKnown }) => !isKnown);
  const done = score.lessons.filter(({ lesson, isKnown }) => isKnown && isDone(lesson));
  return el(
    'div.placement-lessons',
    {},
    open.length > 0 && offer(frame, open),
    frame.said !== '' &&
      el('p.placement-said', {}, frame.said, frame.undo && button('Undo', frame.undo, { icon: 'undo' })),
    ...group('Done', 'All right, and marked as done.', done, frame),
    ...group('Recommended to read', '', rest, frame),
    score.lessons.every(({ isKnown }) => !isKnown) &&
      el('p.meta', {}, 'No lesson can be skipped by this draw. Start with the first of them.'),
  );
}

function offer({ titleOf, mark }: ResultFrame, open: readonly LessonResult[]): HTMLElement {
  const boxes = open.map(({ lesson }) =>
    el('input', { type: 'checkbox', name: 'lesson', value: lesson, checked: true }),
  );
  const submit = el('button.btn.solid', { type: 'submit' });
  const count = (): void => {
    const chosen = boxes.filter(({ checked }) => checked).length;
    submit.textContent = `Mark ${lessonCount(chosen)} as done`;
    submit.disabled = chosen === 0;
  };
  const form = el(
    'form',
    { 'aria-label': 'Lessons to skip' },
    el(
      'fieldset',
      {},
      el('legend', {}, 'All right: you may skip these'),
      ...open.map((result, index) =>
        el('label.pick', {}, boxes[index], el('span', {}, titleOf(result.lesson)), tally(result)),
      ),
    ),
    submit,
  );
  form.addEventListener('change', count);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    mark(boxes.filter(({ checked }) => checked).map(({ value }) => value));
  });
  count();
  return form;
}

/** "1 lesson", "3 lessons". */
export const lessonCount = (count: number): string => `${count} ${count === 1 ? 'lesson' : 'lessons'}`;

const tally = ({ right, asked }: LessonResult): HTMLElement => el('span.meta', {}, `${right} of ${asked} right`);

function group(
  title: string,
  words: string,
  results: readonly LessonResult[],
  { titleOf }: ResultFrame,
): (HTMLElement | false)[] {
  if (results.length === 0) return [];
  return [
    el('h3', {}, title),
    words !== '' && el('p.meta', {}, words),
    el(
      'ul.placement-list',
      {},
      ...results.map((result) =>
        el('li', {}, el('a', { href: address(paths.lesson(result.lesson)) }, titleOf(result.lesson)), tally(result)),
      ),
    ),
  ];
}

/** A question after the check; a wrong one is open. */
function answerView({ questions, answers, score, titleOf }: ResultFrame, index: number): HTMLElement {
  const { card, lesson, choices, right, before, program, href } = questions[index]!;
  const isRight = score.verdicts[index]!;
  const answer = answers[card];
  const chosen = typeof answer === 'number' ? choices[answer] : undefined;
  const verdict = el('span.verdict', {}, isRight ? 'Right' : 'Wrong');
  verdict.prepend(iconOf(isRight ? 'check' : 'cross'));
  return el(
    `details.${isRight ? 'right' : 'wrong'}`,
    { open: !isRight },
    el('summary', {}, el('b', {}, String(index + 1)), el('span', {}, titleOf(lesson)), verdict),
    el(
      'div',
      {},
      before?.(),
      program(),
      !isRight && el('h4', {}, 'Your answer'),
      !isRight && !chosen && el('p', {}, answer === 'unknown' ? 'I do not know.' : 'None.'),
      !isRight && chosen && el('samp', {}, chosen.output),
      !isRight && chosen && reason(chosen.reason()),
      el('h4', {}, 'It prints'),
      el('samp', {}, choices[right]!.output),
      reason(choices[right]!.reason()),
      el('p', {}, el('a', { href }, `Read it in “${titleOf(lesson)}”`)),
    ),
  );
}

const reason = (text: DocumentFragment): HTMLElement => el('div.placement-reason', {}, text);
