/**
 * `<site-review>`: asks the cards that are due and takes their grades. The order comes from study/review/queue.ts,
 * the record from storage/review.ts; this element joins them to the page.
 */
import { announce, button, el } from '../dom.ts';
import type { Refusal } from '../storage/box.ts';
import { readProgress, watchProgress } from '../storage/progress.ts';
import { changeReview, droppedEntries, readReview, watchReview } from '../storage/review.ts';
import { loadCard } from '../study/cards.ts';
import { cardView, deckBar, gradeButtons, GRADE_NAMES } from '../study/review/deck.ts';
import { figuresOf, type Figures } from '../study/review/figures.ts';
import type { Grade } from '../study/review/memory.ts';
import { missedCards, missedOrder, orderOf, poolOf, type PoolCard } from '../study/review/queue.ts';
import { sideView } from '../study/review/side.ts';
import { withGrade, withOut, withoutGrade, type Review, type Step } from '../study/review/state.ts';
import { ReviewTools } from '../study/review/tools.ts';
import { count, dayWords, intervalWords, minutesOf } from '../study/review/words.ts';
import { address, lessonsById, loadRoadmap } from '../study/roadmap.ts';
import { paths } from '../../shared/paths.ts';
import type { LessonFacts, RoadmapFile } from '../../shared/roadmap-file.ts';

/** What is known at one moment. */
interface Now {
  now: number;
  review: Review;
  pool: PoolCard[];
  figures: Figures;
  /** Ids of the round that goes on: today's cards, or the missed ones. */
  order: string[];
  /** Cards of the round, and how many of them are done. */
  total: number;
  done: number;
}

/** The card on the page. */
interface Shown {
  id: string;
  isBackShown: boolean;
  showBack: () => void;
}

const REFUSED: Record<Refusal, string> = {
  full: 'The storage of this browser is full: what you do here lasts until you leave this page.',
  forbidden: 'This browser does not let the site store anything: what you do here lasts until you leave this page.',
};
/** Cards whose pages are fetched ahead, so that a round goes on without a network. */
const AHEAD = 30;

class SiteReview extends HTMLElement {
  #roadmap!: RoadmapFile;
  #lessons!: Map<string, LessonFacts>;
  #tools!: ReviewTools;
  readonly #notice = el('p.review-notice', { hidden: true });
  readonly #deck = el('section.deck', { 'aria-label': 'Cards' });
  readonly #side = el('aside.review-side', { 'aria-label': 'Figures' });
  readonly #sideNote = el(
    'p.meta',
    {},
    'Cards come from stops that you have finished. Grades and dates stay in this browser; ',
    el('a', { href: address(paths.progress) }, 'your file'),
    ' takes them along.',
  );
  /** Grades of this visit, the last one last. */
  readonly #steps: Step[] = [];
  /** Cards whose page could not be loaded. */
  readonly #behind = new Set<string>();
  /** When the round over the missed cards began; undefined in today's round. */
  #missedSince: number | undefined;
  #shown: Shown | undefined;
  #turn = 0;

  connectedCallback(): void {
    void this.#start();
  }

  async #start(): Promise<void> {
    this.replaceChildren(this.#deck);
    this.#deck.replaceChildren(el('p', {}, 'Fetching the cards.'));
    try {
      this.#roadmap = await loadRoadmap();
    } catch {
      this.#say(
        'The cards cannot be listed',
        ['The list of cards could not be fetched. Check the connection.'],
        [button('Try again', () => void this.#start(), { className: 'btn solid' })],
      );
      return;
    }
    this.#lessons = lessonsById(this.#roadmap);
    this.#tools = new ReviewTools(this.#roadmap, (change) => {
      this.#store(change);
      this.#follow();
    });
    this.replaceChildren(this.#notice, this.#deck, this.#side, this.#tools.root);
    document.addEventListener('keydown', (event) => {
      this.#key(event);
    });
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) this.#follow();
    });
    addEventListener('online', () => {
      this.#behind.clear();
      this.#follow();
    });
    watchReview(() => {
      this.#follow();
    });
    watchProgress(() => {
      this.#follow();
    });
    await this.#next(false);
    const dropped = droppedEntries();
    if (dropped > 0)
      this.#tell(
        `${count(dropped, 'stored entry', 'stored entries')} of the review could not be read and ${dropped === 1 ? 'is' : 'are'} left out. All others are here.`,
      );
  }

  #look(): Now {
    const now = Date.now();
    const review = readReview();
    const pool = poolOf(this.#roadmap, readProgress(), review);
    const figures = figuresOf(review, pool, now);
    if (this.#missedSince === undefined) {
      const order = orderOf(review, pool, now, this.#behind);
      return { now, review, pool, figures, order, total: figures.done + order.length, done: figures.done };
    }
    const order = missedOrder(review, pool, now, this.#missedSince, this.#behind);
    const total = missedCards(review, pool, now).length;
    return { now, review, pool, figures, order, total, done: total - order.length };
  }

  /** Something changed beside the card on the page: it stays as long as it is still to be asked. */
  #follow(): void {
    const look = this.#look();
    this.#drawAround(look);
    if (this.#shown && look.order.includes(this.#shown.id)) return;
    const wasAsked = this.#shown !== undefined;
    void this.#next(false).then(() => {
      if (wasAsked) announce('The cards have changed. Another card is shown.');
    });
  }

  /**
   * Shows the next card, or says that there is none.
   * @param isFocused whether the focus goes to it
   * @param wanted the card to show if it is to be asked at all
   */
  async #next(isFocused: boolean, wanted?: string): Promise<void> {
    const turn = ++this.#turn;
    this.#shown = undefined;
    const look = this.#look();
    this.#drawAround(look);
    const { order } = look;
    const id = wanted !== undefined && order.includes(wanted) ? wanted : order[0];
    if (id === undefined || this.#behind.has(id)) {
      if (id === undefined) this.#drawNothing(look);
      else this.#drawUnreachable(order.length);
      if (isFocused) this.#deck.querySelector<HTMLElement>('h2')?.focus();
      return;
    }
    this.#deck.setAttribute('aria-busy', 'true');
    const card = await loadCard(id).catch(() => undefined);
    if (turn !== this.#turn) return;
    this.#deck.removeAttribute('aria-busy');
    if (card === undefined) {
      this.#behind.add(id);
      return this.#next(isFocused);
    }
    const lesson = this.#lessons.get(card.lesson)!;
    const line = this.#roadmap.topics.find(({ slug }) => slug === lesson.topic)!.number;
    const place = `Card ${Math.min(look.done + 1, look.total)} of ${look.total}`;
    const view = cardView(card, lesson, line, place);
    const actions = el('div.deck-do');
    const show = button('Show the answer', () => this.#shown?.showBack(), { className: 'btn solid' });
    actions.append(show, el('kbd', { 'aria-hidden': 'true' }, 'Space'));
    const showBack = (): void => {
      if (this.#shown?.id !== id || this.#shown.isBackShown) return;
      this.#shown.isBackShown = true;
      const back = view.showBack();
      actions.replaceWith(
        gradeButtons(readReview().cards[id]?.seen, Date.now(), (grade) => {
          this.#grade(grade);
        }),
      );
      back.focus();
    };
    this.#shown = { id, isBackShown: false, showBack };
    this.#deck.setAttribute('aria-label', place);
    this.#deck.dataset['line'] = String(line);
    this.#deck.replaceChildren(deckBar(look.done, look.total), view.element, actions, this.#foot(look, id));
    if (isFocused) view.element.focus();
    void this.#fetchAhead(order);
  }

  #grade(grade: Grade): void {
    const id = this.#shown?.id;
    if (id === undefined || !this.#shown?.isBackShown) return;
    const now = Date.now();
    this.#store((review) => {
      const graded = withGrade(review, id, grade, now);
      this.#steps.push(graded.step);
      return graded.review;
    });
    announce(`${GRADE_NAMES[grade]}. It comes again in ${intervalWords(readReview().cards[id]!.seen!, now)}.`);
    void this.#next(true);
  }

  #undo(): void {
    const step = this.#steps.pop();
    if (!step) return;
    const before = withoutGrade(readReview(), step, Date.now());
    if (before) {
      this.#store(() => before);
      announce('The last grade is taken back.');
    } else this.#tell('The card was graded again in another tab, so its grade stays.');
    void this.#next(true, step.id);
  }

  #leaveOut(id: string): void {
    this.#store((review) => withOut(review, id, true, Date.now()));
    announce('The card is left out. The list of such cards stands under Cards and settings.');
    void this.#next(true);
  }

  #setRound(isMissed: boolean): void {
    this.#missedSince = isMissed ? Date.now() : undefined;
    void this.#next(true);
  }

  #store(change: (review: Review) => Review): void {
    const refused = changeReview(change);
    if (refused) this.#tell(REFUSED[refused]);
    else this.#notice.hidden = true;
  }

  #tell(sentence: string): void {
    this.#notice.textContent = sentence;
    this.#notice.hidden = false;
    announce(sentence);
  }

  #key(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!this.#shown || !readReview().settings.keys) return;
    const target = event.target as Element;
    if (target.closest('input, select, textarea, [contenteditable], dialog')) return;
    const grade = { 1: 1, 2: 2, 3: 3, 4: 4 }[event.key] as Grade | undefined;
    if (grade !== undefined && this.#shown.isBackShown) this.#grade(grade);
    else if (event.key.toLowerCase() === 'u' && this.#steps.length > 0) this.#undo();
    else if ((event.key === ' ' || event.key === 'Enter') && !this.#shown.isBackShown) {
      if (target.closest('button, a, summary')) return;
      this.#shown.showBack();
    } else return;
    event.preventDefault();
  }

  /** What stands around the card. */
  #drawAround({ now, review, pool, figures }: Now): void {
    const { due } = figures;
    const lede = this.closest('.review-grid')?.querySelector('.lede');
    const none = pool.length === 0 ? 'Asked again before you forget.' : 'Nothing more is due today.';
    if (lede)
      lede.textContent =
        due === 0
          ? none
          : `${count(due, 'card')} ${due === 1 ? 'is' : 'are'} due today, about ${count(minutesOf(due), 'minute')}.`;
    this.#side.replaceChildren(...sideView(figures, this.#roadmap, now), this.#sideNote);
    this.#tools.update(review);
  }

  #foot({ order, review, pool, now }: Now, id?: string): HTMLElement {
    const waiting = order.filter((other) => this.#behind.has(other)).length;
    const link = (words: string, press: () => void): HTMLElement => button(words, press, { className: 'link' });
    const missed = missedCards(review, pool, now).length;
    return el(
      'div.deck-foot',
      {},
      waiting > 0 &&
        el(
          'p',
          {},
          `${count(waiting, 'card waits', 'cards wait')} at the end: the page cannot be loaded now, without a network or a visit before.`,
        ),
      this.#steps.length > 0 &&
        link('Undo the last grade', () => {
          this.#undo();
        }),
      id !== undefined &&
        link('Leave this card out', () => {
          this.#leaveOut(id);
        }),
      this.#missedSince !== undefined
        ? link('Back to the cards of today', () => {
            this.#setRound(false);
          })
        : missed > 0 &&
            link(`Only what I missed (${missed})`, () => {
              this.#setRound(true);
            }),
    );
  }

  #drawNothing(look: Now): void {
    const { figures, pool, review, now } = look;
    const toMap = el('a.btn.solid', { href: address(paths.home) }, 'Open the map');
    if (pool.length === 0)
      this.#say(
        'No cards yet',
        [
          'Mark a stop as done at the end of its lesson, and its questions, predictions and pitfalls come here, each again shortly before you would forget it.',
          'Or add the cards of a whole line under Cards and settings.',
        ],
        [toMap],
      );
    else if (this.#missedSince !== undefined)
      this.#say(
        'All of them answered',
        ['You have answered every card that you missed in the last seven days.'],
        [this.#foot(look)],
      );
    else {
      const isOff = figures.fresh > 0 && review.settings.perDay === 0;
      const next =
        figures.nextDay === undefined
          ? isOff
            ? 'No card is to come: the number of new cards a day is 0.'
            : 'No card is to come: all of them are left out.'
          : `The next cards come ${dayWords(figures.nextDay, now)}.`;
      this.#say(figures.done > 0 ? 'Done for today' : 'Nothing is due', [next], [this.#foot(look)]);
    }
  }

  #drawUnreachable(cards: number): void {
    this.#say(
      `${count(cards, 'card')} cannot be loaded`,
      ['Their pages cannot be had without a network, as they were not visited on this device. The cards stay due.'],
      [
        button(
          'Try again',
          () => {
            this.#behind.clear();
            void this.#next(true);
          },
          { className: 'btn solid' },
        ),
      ],
    );
  }

  #say(title: string, sentences: string[], actions: HTMLElement[]): void {
    this.#deck.setAttribute('aria-label', 'Cards');
    delete this.#deck.dataset['line'];
    this.#deck.removeAttribute('aria-busy');
    this.#deck.replaceChildren(
      el('h2', { tabindex: '-1' }, title),
      ...sentences.map((sentence) => el('p', {}, sentence)),
      el('div.go', {}, ...actions),
    );
  }

  /** Fetches the pages of the cards that follow, one after another. */
  async #fetchAhead(order: readonly string[]): Promise<void> {
    const { connection } = navigator as { connection?: { saveData?: boolean } };
    if (!navigator.onLine || connection?.saveData) return;
    const turn = this.#turn;
    for (const id of order.slice(1, AHEAD)) {
      if (turn !== this.#turn) return;
      await loadCard(id).catch(() => undefined);
    }
  }
}
customElements.define('site-review', SiteReview);
