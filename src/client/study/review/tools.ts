/** Under the cards: topics to add, cards that are left out, settings. */
import { announce, el } from '../../dom.ts';
import { paths } from '../../../shared/paths.ts';
import { cardParts, type RoadmapFile } from '../../../shared/roadmap-file.ts';
import { address } from '../roadmap.ts';
import { PER_DAY_MOST, isOut, withOut, withSettings, withTopic, type Review } from './state.ts';
import { count } from './words.ts';

/** Changes the record and shows what follows from it. */
export type Change = (change: (review: Review) => Review) => void;

/** The section; `update` shows a record and keeps the focus where it is. */
export class ReviewTools {
  readonly root: HTMLElement;
  readonly #roadmap: RoadmapFile;
  readonly #change: Change;
  readonly #perDay = el('input', {
    type: 'number',
    id: 'per-day',
    min: '0',
    max: String(PER_DAY_MOST),
    step: '1',
    inputmode: 'numeric',
  });
  readonly #keys = el('input', { type: 'checkbox', id: 'review-keys' });
  readonly #topic = el('select', { id: 'add-topic' });
  readonly #add = el('button.btn', { type: 'submit' }, 'Add');
  readonly #added = el('ul.kept');
  readonly #out = el('ul.kept');
  readonly #outCount = el('summary');
  readonly #outBox = el('details.left-out', {}, this.#outCount, this.#out);

  constructor(roadmap: RoadmapFile, change: Change) {
    this.#roadmap = roadmap;
    this.#change = change;
    const add = el(
      'form.field',
      {},
      el('label', { for: 'add-topic' }, 'Add the cards of'),
      el('div', {}, this.#topic, this.#add),
    );
    add.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#addTopic();
    });
    this.#perDay.addEventListener('change', () => {
      this.#setPerDay();
    });
    this.#keys.addEventListener('change', () => {
      change((review) => withSettings(review, { keys: this.#keys.checked }, Date.now()));
    });
    this.root = el(
      'section.review-tools',
      { 'aria-labelledby': 'review-tools' },
      el('h2', { id: 'review-tools' }, 'Cards and settings'),
      el(
        'div.fields',
        {},
        add,
        el('div.field', {}, el('label', { for: 'per-day' }, 'New cards a day'), el('div', {}, this.#perDay)),
      ),
      this.#added,
      el(
        'p.check',
        {},
        this.#keys,
        el(
          'label',
          { for: 'review-keys' },
          'Use keys: Space or Enter shows the answer, 1 to 4 grade it, U takes the last grade back',
        ),
      ),
      this.#outBox,
      this.#decks(),
    );
  }

  update(review: Review): void {
    const { topics } = this.#roadmap;
    const isAdded = (slug: string): boolean => review.topics[slug]?.on === true;
    const open = topics.filter(({ slug }) => !isAdded(slug) && this.#cardsOf(slug) > 0);
    const chosen = this.#topic.value;
    this.#topic.replaceChildren(
      ...open.map(({ slug, title }) => el('option', { value: slug, selected: slug === chosen }, title)),
    );
    this.#topic.disabled = this.#add.disabled = open.length === 0;
    this.#added.replaceChildren(
      ...topics
        .filter(({ slug }) => isAdded(slug))
        .map(({ slug, title, number }) =>
          this.#row(
            `${title}, ${count(this.#cardsOf(slug), 'card')}`,
            'Remove',
            () => {
              this.#change((now) => withTopic(now, slug, false, Date.now()));
              announce(`The cards of ${title} are removed. Their dates are kept.`);
              this.#topic.focus();
            },
            number,
          ),
        ),
    );
    if (document.activeElement !== this.#perDay) this.#perDay.value = String(review.settings.perDay);
    this.#keys.checked = review.settings.keys;
    const names = this.#names();
    const out = [...names].filter(([id]) => isOut(review, id));
    this.#outBox.hidden = out.length === 0;
    this.#outCount.textContent = `Cards left out: ${out.length}`;
    this.#out.replaceChildren(
      ...out.map(([id, name]) =>
        this.#row(name, 'Take back', () => {
          this.#change((now) => withOut(now, id, false, Date.now()));
          announce('The card is back.');
          (this.#outBox.hidden ? this.#topic : this.#outCount).focus();
        }),
      ),
    );
  }

  /** The same cards for other programs. */
  #decks(): HTMLElement {
    const topics = this.#roadmap.topics.filter(({ slug }) => this.#cardsOf(slug) > 0);
    return el(
      'details.left-out',
      {},
      el('summary', {}, 'Take the cards to Anki'),
      el(
        'ul.kept',
        {},
        ...topics.map(({ slug, title, number }) =>
          el(
            'li',
            {},
            el('span.badge', { 'data-line': String(number) }, String(number)),
            el('span', {}, title),
            el(
              'span.links',
              {},
              el('a', { href: address(paths.deck(slug)), 'aria-label': `Anki deck: ${title}` }, 'Anki deck'),
              el('a', { href: address(paths.deckTable(slug)), 'aria-label': `Table: ${title}` }, 'Table'),
            ),
          ),
        ),
      ),
    );
  }

  #addTopic(): void {
    const topic = this.#roadmap.topics.find(({ slug }) => slug === this.#topic.value);
    if (!topic) return;
    this.#change((review) => withTopic(review, topic.slug, true, Date.now()));
    announce(`${count(this.#cardsOf(topic.slug), 'card')} of ${topic.title} are added.`);
  }

  #setPerDay(): void {
    const wanted = Math.round(Number(this.#perDay.value));
    const perDay = Math.min(PER_DAY_MOST, Math.max(0, Number.isFinite(wanted) ? wanted : 0));
    this.#perDay.value = String(perDay);
    this.#change((review) => withSettings(review, { perDay }, Date.now()));
  }

  #row(name: string, word: string, press: () => void, line?: number): HTMLElement {
    const button = el('button.link', { type: 'button', 'aria-label': `${word}: ${name}` }, word);
    button.addEventListener('click', press);
    const badge = line !== undefined && el('span.badge', { 'data-line': String(line) }, String(line));
    return el('li', {}, badge, el('span', {}, name), button);
  }

  #cardsOf(topic: string): number {
    return this.#roadmap.lessons
      .filter((lesson) => lesson.topic === topic)
      .reduce((sum, { cards }) => sum + cards.length, 0);
  }

  /** What cards are called in a list, by id. */
  #names(): Map<string, string> {
    return new Map(
      this.#roadmap.lessons.flatMap(({ title: lesson, cards }) =>
        cards.map(({ id, title }) => {
          const kind = cardParts(id)?.kind === 'pitfall' ? 'A pitfall' : 'A prediction';
          return [id, title ?? `${kind} of ${lesson}`] as const;
        }),
      ),
    );
  }
}
