/** The checklist: topics that open, with the state of each lesson to be set. */
import { paths } from '../../../shared/paths.ts';
import { questionCount } from '../../../shared/placement.ts';
import { STATES, stateOf, type Progress, type StateOf } from '../../../shared/progress.ts';
import type { LessonFacts } from '../../../shared/roadmap-file.ts';
import { el, iconOf } from '../../dom.ts';
import { nextLesson } from '../next-lesson.ts';
import { address } from '../roadmap.ts';
import { tallyOf, type Share, type TopicLessons } from './tally.ts';

type LessonState = StateOf<'lesson'>;

const WORDS: Record<LessonState, string> = { none: 'Not started', reading: 'Reading', done: 'Done' };

/** A state as the page says it. */
export const stateWord = (state: LessonState): string => WORDS[state];

/** `3 of 7 lessons`. */
export const shareWords = ({ done, of }: Share, things: string): string => `${done} of ${of} ${things}`;

export class Checklist {
  readonly root = el('div.checklist');
  readonly #topics: readonly TopicLessons[];
  readonly #set: (lesson: LessonFacts, state: LessonState) => void;
  /** Puts the marks of the present into what is drawn. */
  readonly #shows: ((progress: Progress) => void)[] = [];

  /** @param set is told which state the reader chose for a lesson */
  constructor(
    topics: readonly TopicLessons[],
    progress: Progress,
    set: (lesson: LessonFacts, state: LessonState) => void,
  ) {
    this.#topics = topics;
    this.#set = set;
    const next = nextLesson(
      topics.flatMap(({ lessons }) => lessons),
      progress,
    );
    for (const entry of this.#topics) {
      const topic = this.#topic(entry);
      topic.open = entry.topic.slug === next?.topic;
      this.root.append(topic);
    }
    this.show(progress);
  }

  /** Shows marks; nothing is drawn anew, so that the focus stays. */
  show(progress: Progress): void {
    for (const show of this.#shows) show(progress);
  }

  #topic({ topic, lessons }: TopicLessons): HTMLDetailsElement {
    const tally = el('span.meta');
    this.#shows.push((progress) => {
      const { lessons: read, exercises, questions } = tallyOf(lessons, progress);
      tally.textContent = [
        shareWords(read, 'lessons'),
        ...(exercises.of > 0 ? [shareWords(exercises, 'exercises')] : []),
        ...(questions.of > 0 ? [shareWords(questions, 'questions')] : []),
      ].join(' · ');
    });
    const line = String(topic.number);
    return el(
      'details',
      { 'data-line': line },
      el(
        'summary',
        {},
        el('span.badge', { 'data-line': line }, line),
        el('h3', {}, topic.title),
        tally,
        iconOf('down') as unknown as HTMLElement,
      ),
      el('ul', {}, ...lessons.map((lesson) => this.#lesson(lesson))),
      questionCount({ lessons }, topic.slug) > 0 &&
        el(
          'p.check-place',
          {},
          'Do you know this topic already? ',
          el('a', { href: address(paths.placement(topic.slug)) }, 'Take its placement check'),
          '.',
        ),
    );
  }

  #lesson(lesson: LessonFacts): HTMLLIElement {
    const select = el(
      'select',
      { 'aria-label': `State of ${lesson.title}` },
      ...STATES.lesson.map((state) => el('option', { value: state }, stateWord(state))),
    );
    select.addEventListener('change', () => {
      this.#set(lesson, select.value as LessonState);
    });
    const solved = el('span.meta');
    const item = el(
      'li',
      {},
      el('span.stop', { 'aria-hidden': 'true' }),
      el('span.check-text', {}, el('a', { href: address(paths.lesson(lesson.id)) }, lesson.title), solved),
      select,
    );
    this.#shows.push((progress) => {
      const state = stateOf(progress, 'lesson', lesson.id);
      select.value = state;
      item.dataset['state'] = state;
      const { exercises, questions } = tallyOf([lesson], progress);
      solved.textContent = [
        ...(exercises.of > 0 ? [`${shareWords(exercises, 'exercises')} solved`] : []),
        ...(questions.of > 0 ? [`${shareWords(questions, 'questions')} known`] : []),
      ].join(' · ');
    });
    return item;
  }
}
