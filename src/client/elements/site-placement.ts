/**
 * `<site-placement data-topic="functions">`: the placement check of a topic. The page brings the introduction with a
 * button; the seed of the draw stands in the address, the answers are kept for the visit.
 */
import { announce, button, el } from '../dom.ts';
import { askedLessons, questionCount } from '../../shared/placement.ts';
import { stateOf, type StateOf } from '../../shared/progress.ts';
import { lessonsById, loadRoadmap } from '../study/roadmap.ts';
import { loadQuestions, type Question } from '../study/placement/questions.ts';
import { questionView } from '../study/placement/question-view.ts';
import { lessonCount, lessonsView, resultView, type ResultFrame } from '../study/placement/result-view.ts';
import { score, type Answer } from '../study/placement/score.ts';
import { choiceOrder, drawQuestions, newSeed, seedIn } from '../study/placement/selection.ts';
import { readAttempt, writeAttempt, type Attempt } from '../storage/placement.ts';
import { mark, readProgress, watchProgress } from '../storage/progress.ts';

/** What is being asked. */
interface Check {
  questions: Question[];
  titles: ReadonlyMap<string, string>;
}

class SitePlacement extends HTMLElement {
  #topic = '';
  #attempt: Attempt | undefined;
  #check: Check | undefined;
  /** States of lessons before they were marked here. */
  #before = new Map<string, StateOf<'lesson'>>();
  #said = '';
  #lessons: HTMLElement | undefined;
  #unwatch: (() => void) | undefined;

  connectedCallback(): void {
    this.#topic = this.dataset['topic'] ?? '';
    this.#unwatch = watchProgress(() => {
      this.#showLessons();
    });
    const draw = seedIn(location.search);
    const kept = readAttempt(this.#topic);
    const start = this.querySelector<HTMLButtonElement>('[data-start]');
    if (start) {
      start.addEventListener('click', () => void this.#begin(seedIn(location.search) ?? newSeed(Math.random)));
      start.disabled = false;
    }
    // An address without a draw goes on with what the reader was at.
    if (kept && (draw === undefined || draw === kept.draw)) void this.#load(kept, false);
  }

  disconnectedCallback(): void {
    this.#unwatch?.();
  }

  #begin(draw: string): Promise<void> {
    return this.#load({ draw, place: 0, isFinished: false, answers: {} }, true);
  }

  /** @param takesFocus whether a reader pressed something to get here */
  async #load(attempt: Attempt, takesFocus: boolean): Promise<void> {
    if (this.hasAttribute('aria-busy')) return;
    this.#attempt = attempt;
    this.#before.clear();
    this.#said = '';
    this.setAttribute('aria-busy', 'true');
    try {
      const roadmap = await loadRoadmap();
      const lessons = askedLessons(roadmap, this.#topic);
      const asked = drawQuestions(lessons, questionCount(roadmap, this.#topic), attempt.draw);
      const titles = new Map([...lessonsById(roadmap)].map(([id, { title }]) => [id, title]));
      this.#check = { questions: await loadQuestions(asked), titles };
    } catch {
      this.#showFailure(attempt, takesFocus);
      return;
    } finally {
      this.removeAttribute('aria-busy');
    }
    const url = new URL(location.href);
    url.searchParams.set('draw', attempt.draw);
    history.replaceState(history.state, '', url);
    this.#keep({});
    this.#show(takesFocus);
  }

  #keep(change: Partial<Attempt>): void {
    this.#attempt = { ...this.#attempt!, ...change };
    writeAttempt(this.#topic, this.#attempt);
  }

  #show(takesFocus: boolean): void {
    const { root, heading } = this.#attempt!.isFinished ? this.#result() : this.#question();
    this.replaceChildren(root);
    if (!takesFocus) return;
    heading.focus({ preventScroll: true });
    this.scrollIntoView({ block: 'start' });
  }

  #question(): ReturnType<typeof questionView> {
    this.#lessons = undefined;
    const { questions, titles } = this.#check!;
    const { answers, draw } = this.#attempt!;
    const place = Math.min(this.#attempt!.place, questions.length - 1);
    const question = questions[place]!;
    return questionView({
      question,
      lesson: titles.get(question.lesson) ?? question.lesson,
      place,
      answered: questions.map(({ card }) => answers[card] !== undefined),
      order: choiceOrder(question.card, question.choices.length, draw),
      answer: answers[question.card],
      choose: (answer: Answer) => {
        this.#keep({ answers: { ...this.#attempt!.answers, [question.card]: answer } });
      },
      go: (next) => {
        const isFinished = next >= questions.length;
        this.#keep({ place: isFinished ? 0 : next, isFinished });
        this.#show(true);
      },
    });
  }

  #result(): ReturnType<typeof resultView> {
    const view = resultView(this.#frame());
    this.#lessons = view.lessons;
    return view;
  }

  #frame(): ResultFrame {
    const { questions, titles } = this.#check!;
    const { answers, draw } = this.#attempt!;
    const progress = readProgress();
    return {
      questions,
      answers,
      score: score(questions, answers),
      titleOf: (lesson) => titles.get(lesson) ?? lesson,
      isDone: (lesson) => stateOf(progress, 'lesson', lesson) === 'done',
      mark: (lessons) => {
        this.#mark(lessons);
      },
      undo:
        this.#before.size === 0
          ? undefined
          : () => {
              this.#undo();
            },
      said: this.#said,
      again: () => void this.#begin(newSeed(Math.random)),
      repeat: () => void this.#begin(draw),
    };
  }

  /** The lessons follow the marks, also those of another tab. */
  #showLessons(): void {
    if (!this.#lessons) return;
    const hadFocus = this.#lessons.contains(document.activeElement);
    const fresh = lessonsView(this.#frame());
    this.#lessons.replaceWith(fresh);
    this.#lessons = fresh;
    if (hadFocus) fresh.querySelector<HTMLElement>('.placement-said button, button[type=submit], a')?.focus();
  }

  #mark(lessons: string[]): void {
    const progress = readProgress();
    this.#before = new Map(
      lessons
        .map((lesson) => [lesson, stateOf(progress, 'lesson', lesson)] as const)
        .filter(([, state]) => state !== 'done'),
    );
    this.#write(
      [...this.#before.keys()].map((lesson) => [lesson, 'done']),
      `${lessonCount(this.#before.size)} marked as done.`,
    );
  }

  /** Gives the lessons the states that they had, unless they got another one since. */
  #undo(): void {
    const progress = readProgress();
    const back = [...this.#before].filter(([lesson]) => stateOf(progress, 'lesson', lesson) === 'done');
    this.#before.clear();
    this.#write(back, 'Taken back.');
  }

  #write(states: readonly (readonly [string, StateOf<'lesson'>])[], said: string): void {
    const refusals = states.map(([lesson, state]) => mark('lesson', lesson, state));
    const isKept = refusals.every((refusal) => refusal === undefined);
    this.#said = isKept ? said : `${said} The browser does not store it, so it holds until you leave this page.`;
    announce(this.#said);
    this.#showLessons();
  }

  #showFailure(attempt: Attempt, takesFocus: boolean): void {
    this.#lessons = undefined;
    const again = button('Try again', () => void this.#load(attempt, true), { className: 'btn solid' });
    this.replaceChildren(
      el(
        'div.placement-failed',
        { role: 'alert' },
        el(
          'p',
          {},
          'The questions could not be loaded. They are taken from the pages of the lessons. Check the connection and try again.',
        ),
        el('p.go', {}, again),
      ),
    );
    if (takesFocus) again.focus();
  }
}
customElements.define('site-placement', SitePlacement);
