/** An interview while it goes on: one question, its clock, its answer, and how it went. */
import { announce, button, el } from '../../dom.ts';
import { loadCard } from '../cards.ts';
import type { Bank, BankQuestion } from './bank.ts';
import { clockWords, noticeBetween } from './clock.ts';
import { RATINGS, type Rating, type Result } from './results.ts';
import {
  current,
  isLast,
  limitOf,
  next,
  pause,
  rate,
  resultOf,
  resume,
  show,
  timeOf,
  type Session,
} from './session.ts';

/** How often the clock is drawn, in milliseconds. */
const TICK = 250;

const RATING_WORDS: Record<Rating, string> = {
  missed: 'I did not know it, or was wrong',
  partly: 'Something was missing',
  well: 'As good as the answer',
};

/** The questions of a session, one after another, in an element. */
export class AskView {
  readonly root = el('div.iv-ask', { tabindex: '-1' });
  readonly #bank: Bank;
  readonly #ended: (result: Result | undefined) => void;
  readonly #changed: (session: Session) => void;
  #now: Session;
  /** Time at the last tick, to hear a mark being passed. */
  #lastTime = 0;
  readonly #ticks: number;
  readonly #listeners = new AbortController();
  #words = el('span', { role: 'timer' });
  #fill = el('span');
  #pause = button(
    'Pause',
    () => {
      this.#togglePause();
    },
    { className: 'iv-link' },
  );
  #answer = el('div');
  #after = el('div');
  #next: HTMLButtonElement | undefined;

  /**
   * @param changed is told the session after each change
   * @param ended is told the result at the end; undefined when no question was rated
   */
  constructor(
    session: Session,
    bank: Bank,
    changed: (session: Session) => void,
    ended: (result: Result | undefined) => void,
  ) {
    this.#now = session;
    this.#bank = bank;
    this.#changed = changed;
    this.#ended = ended;
    changed(session);
    const { signal } = this.#listeners;
    this.#ticks = window.setInterval(() => {
      this.#drawClock();
    }, TICK);
    this.root.addEventListener('keydown', (event) => {
      this.#key(event);
    });
    document.addEventListener(
      'visibilitychange',
      () => {
        this.#pageTurned();
      },
      { signal },
    );
    // The answers come while the reader thinks: none is waited for, and a lost network ends nothing.
    for (const { question } of session.asked) loadCard(`question:${question}`).catch(() => undefined);
  }

  get #session(): Session {
    return this.#now;
  }
  set #session(session: Session) {
    this.#now = session;
    this.#changed(session);
  }

  /** Shows the question at hand, with its answer if that was shown before, and puts the focus on it. */
  draw(): void {
    const { asked, at } = this.#session;
    const question = this.#question;
    this.#lastTime = timeOf(this.#session, Date.now());
    this.#next = undefined;
    this.#words = el('span', { role: 'timer' });
    this.#fill = el('span');
    this.#answer = el('div.qa.iv-answer.prose', { hidden: true });
    this.#after = el(
      'div.iv-after',
      {},
      hinted(
        button(
          'Show the answer',
          () => {
            this.#show();
          },
          { className: 'btn solid' },
        ),
        'S',
      ),
    );
    const heading = el('h2', { tabindex: '-1' }, ...question.words());
    this.root.replaceChildren(
      ticks(asked.length, at),
      el(
        'header.iv-bar',
        {},
        el('span.badge', { 'data-line': question.line }, question.line),
        el('span', {}, `${question.topicTitle}, ${current(this.#session).level}`),
        el('span.meta', {}, `Question ${String(at + 1)} of ${String(asked.length)}`),
      ),
      el(
        'div.iv-clock',
        {},
        limitOf(this.#session) > 0 && el('span.iv-time', { 'aria-hidden': 'true' }, this.#fill),
        this.#words,
        hinted(this.#pause, 'P'),
      ),
      heading,
      this.#answer,
      this.#after,
      el(
        'p.iv-foot',
        {},
        button(
          'End the interview',
          () => {
            this.#end();
          },
          { className: 'btn plain' },
        ),
      ),
    );
    this.root.dataset['line'] = question.line;
    this.#drawClock();
    this.#drawPause();
    if (current(this.#session).isShown) this.#drawAnswer();
    else heading.focus();
  }

  /** Ends the ticking; the view is of no use afterwards. */
  close(): void {
    clearInterval(this.#ticks);
    this.#listeners.abort();
  }

  get #question(): BankQuestion {
    return this.#bank.find(current(this.#session).question)!;
  }

  #drawClock(): void {
    const limit = limitOf(this.#session);
    const time = timeOf(this.#session, Date.now());
    const words = clockWords(time, limit);
    const held = this.#session.pausedBy.has('reader') ? ', paused' : '';
    if (this.#words.textContent !== words + held) this.#words.textContent = words + held;
    if (limit > 0) this.#fill.style.inlineSize = `${String(Math.min(100, (100 * time) / limit))}%`;
    this.root.toggleAttribute('data-over', limit > 0 && time >= limit);
    const notice = noticeBetween(this.#lastTime, time, limit);
    if (notice) announce(notice);
    this.#lastTime = time;
  }

  #drawPause(): void {
    const isHeld = this.#session.pausedBy.has('reader');
    this.#pause.querySelector('span')!.textContent = isHeld ? 'Continue' : 'Pause';
    this.#pause.hidden = current(this.#session).isShown;
    this.root.toggleAttribute('data-paused', isHeld);
    this.#pause.nextElementSibling?.toggleAttribute('hidden', this.#pause.hidden);
  }

  #togglePause(): void {
    if (current(this.#session).isShown) return;
    const isHeld = this.#session.pausedBy.has('reader');
    this.#session = (isHeld ? resume : pause)(this.#session, 'reader', Date.now());
    announce(isHeld ? 'The clock goes on.' : 'The clock is paused.');
    this.#drawPause();
    this.#drawClock();
  }

  /** Time that the page is hidden is not counted. */
  #pageTurned(): void {
    const isHidden = document.visibilityState === 'hidden';
    this.#session = (isHidden ? pause : resume)(this.#session, 'page', Date.now());
    this.#drawClock();
    if (!isHidden && !current(this.#session).isShown) announce('The clock stood while the page was hidden.');
  }

  #show(): void {
    if (current(this.#session).isShown) return;
    this.#session = show(this.#session, Date.now());
    this.#drawClock();
    this.#drawPause();
    this.#drawAnswer();
  }

  #drawAnswer(): void {
    this.#answer.hidden = false;
    this.#answer.tabIndex = -1;
    this.#answer.setAttribute('aria-label', 'The answer');
    this.#answer.setAttribute('role', 'region');
    this.#after.replaceChildren(...this.#ratings());
    this.#answer.focus();
    void this.#load();
  }

  async #load(): Promise<void> {
    const answer = this.#answer;
    const { id, href } = this.#question;
    answer.replaceChildren(el('p.meta', {}, 'Loading the answer'));
    try {
      const { back } = await loadCard(`question:${id}`);
      foldFollowups(back);
      // A link to a program leads to its own page; here it would lead nowhere.
      for (const link of back.querySelectorAll('.tools > [data-do=link]')) link.remove();
      answer.replaceChildren(el('div.a', {}, back));
      answer.dispatchEvent(new CustomEvent('lesson:filled', { bubbles: true }));
    } catch {
      const again = button(
        'Try again',
        () => {
          answer.focus();
          void this.#load();
        },
        { className: 'iv-link' },
      );
      answer.replaceChildren(
        el(
          'p.iv-failed',
          { role: 'alert' },
          'The answer could not be loaded. The clock has stopped. ',
          again,
          ' ',
          el('a', { href, target: '_blank' }, 'Open it on its own page'),
        ),
      );
    }
  }

  #ratings(): Node[] {
    const { rating: given } = current(this.#session);
    const buttons = RATINGS.map((rating, index) => {
      const made = button(
        capital(rating),
        () => {
          this.#rate(rating);
        },
        { className: 'iv-rating' },
      );
      made.setAttribute('aria-pressed', String(rating === given));
      made.dataset['rating'] = rating;
      made.append(el('small', {}, RATING_WORDS[rating]), el('kbd', { 'aria-hidden': 'true' }, String(index + 1)));
      return made;
    });
    this.#next = button(
      isLast(this.#session) ? 'See the result' : 'Next question',
      () => {
        this.#goOn();
      },
      { className: 'btn solid' },
    );
    this.#next.disabled = given === undefined;
    return [
      el('p.iv-ask-how', { id: 'iv-how' }, 'How did your answer go?'),
      el('div.iv-ratings', { role: 'group', 'aria-labelledby': 'iv-how' }, ...buttons),
      hinted(this.#next, 'N'),
    ];
  }

  #rate(rating: Rating): void {
    this.#session = rate(this.#session, rating);
    for (const made of this.#after.querySelectorAll<HTMLElement>('[data-rating]'))
      made.setAttribute('aria-pressed', String(made.dataset['rating'] === rating));
    if (this.#next) this.#next.disabled = false;
  }

  #goOn(): void {
    if (current(this.#session).rating === undefined) return;
    if (isLast(this.#session)) {
      this.#end();
      return;
    }
    this.#session = next(this.#session, Date.now());
    this.draw();
    if (document.visibilityState === 'hidden') this.#pageTurned();
  }

  #end(): void {
    this.close();
    this.#ended(resultOf(this.#session));
  }

  /** Keys work while the focus is in the interview, and not where text is written or a program has its own keys. */
  #key(event: KeyboardEvent): void {
    const from = event.composedPath()[0];
    const isWriting =
      from instanceof HTMLElement && (from.isContentEditable || from.matches('input, textarea, select'));
    if (isWriting || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    const rating = RATINGS[Number(key) - 1];
    if (key === 's') this.#show();
    else if (key === 'p') this.#togglePause();
    else if (key === 'n') this.#goOn();
    else if (rating && current(this.#session).isShown) {
      this.#rate(rating);
      this.#next?.focus();
    } else return;
    event.preventDefault();
  }
}

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

/** A button with the key that does the same. */
function hinted(made: HTMLButtonElement, key: string): HTMLElement {
  made.setAttribute('aria-keyshortcuts', key);
  return el('span.iv-keyed', {}, made, el('kbd', { 'aria-hidden': 'true' }, key));
}

/** One tick for each question. */
function ticks(count: number, at: number): HTMLElement {
  return el(
    'ol.iv-ticks',
    { 'aria-hidden': 'true' },
    ...Array.from({ length: count }, (_, index) =>
      el('li', { class: index < at ? 'done' : index === at ? 'on' : undefined }),
    ),
  );
}

/** What is asked next can be answered before its answer is seen. */
export function foldFollowups(answer: ParentNode): void {
  for (const followup of answer.querySelectorAll('.followup')) {
    const words = followup.querySelector(':scope > b');
    if (!words) continue;
    const folded = el('details.followup', {}, el('summary', {}, words));
    folded.append(...followup.childNodes);
    followup.replaceWith(folded);
  }
}
