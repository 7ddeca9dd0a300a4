/** The search panel: field, filters, results. The dialog and the search page both hold one. */
import { withBase } from '../../shared/paths.ts';
import { SEARCH_KINDS, type SearchIndex } from '../../shared/search-index.ts';
import { loadFullText, searchFullText, type TextHit } from './full-text.ts';
import { prepare, rank, type Hit, type Ranker } from './rank.ts';

/** A row of the list, whichever search it came from. */
interface Row {
  url: string;
  title: string;
  section?: string | undefined;
  kind: string;
  line?: number | undefined;
  excerpt: { text: string; marked: boolean }[];
}

interface Filters {
  kind: string;
  topic: string;
  level: string;
}

const FULL_TEXT_COUNT = 8;
const LEVELS = ['foundation', 'core', 'advanced', 'expert'];

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** Builds the panel's parts and answers queries. `base` is the site's base path and ends with a slash. */
export class SearchPanel {
  readonly root = element('div', { class: 'search-panel' });
  readonly input = element('input', {
    type: 'search',
    'aria-label': 'Search',
    placeholder: '__slots__, KeyError, late binding',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    enterkeyhint: 'search',
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-controls': 'search-hits',
    'aria-autocomplete': 'list',
  });
  readonly #hits = element('ul', { class: 'hits', id: 'search-hits', role: 'listbox', 'aria-label': 'Results' });
  readonly #status = element('p', { class: 'search-status', role: 'status' });
  readonly #tabs = element('div', { class: 'filters', role: 'group', 'aria-label': 'Kind of page' });
  readonly #topic = element('select', { 'aria-label': 'Topic' });
  readonly #level = element('select', { 'aria-label': 'Level' });
  readonly #base: string;
  readonly #changed: (query: string) => void;
  #filters: Filters = { kind: '', topic: '', level: '' };
  #index: { topics: string[]; ranker: Ranker } | undefined;
  #rows: Row[] = [];
  #active = -1;
  #turn = 0;

  /** @param changed is told the query after each change */
  constructor(base: string, changed: (query: string) => void = () => {}) {
    this.#base = base;
    this.#changed = changed;
    const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    icon.setAttribute('class', 'i');
    icon.setAttribute('aria-hidden', 'true');
    const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
    use.setAttribute('href', '#i-search');
    icon.append(use);
    this.#topic.append(element('option', { value: '' }, 'All topics'));
    this.#level.append(
      element('option', { value: '' }, 'All levels'),
      ...LEVELS.map((level) => element('option', { value: level }, level[0]!.toUpperCase() + level.slice(1))),
    );
    this.root.append(
      element('div', { class: 'search-bar' }, icon, this.input),
      element(
        'div',
        { class: 'search-filters' },
        this.#tabs,
        element('div', { class: 'search-selects' }, this.#topic, this.#level),
      ),
      this.#status,
      this.#hits,
    );
    this.input.addEventListener('input', () => void this.#search());
    this.input.addEventListener('keydown', (event) => {
      this.#key(event);
    });
    for (const select of [this.#topic, this.#level])
      select.addEventListener('change', () => {
        this.#filters = { ...this.#filters, topic: this.#topic.value, level: this.#level.value };
        void this.#search();
      });
    this.#drawTabs();
  }

  /** Loads the small index, and warms the full-text engine. */
  async load(): Promise<void> {
    if (this.#index) return;
    try {
      const response = await fetch(`${this.#base}search-index.json`);
      if (!response.ok) throw new Error(`${response.status}`);
      const index = (await response.json()) as SearchIndex;
      this.#index = { topics: index.topics, ranker: prepare(index) };
      this.#topic.append(...index.topics.map((title) => element('option', { value: title }, title)));
    } catch {
      this.#status.textContent = 'Search could not be loaded. Check the connection and try again.';
      return;
    }
    this.root.dataset['ready'] = '';
    loadFullText(this.#base).catch(() => {});
    if (this.input.value) await this.#search();
  }

  /** Puts a query into the field and answers it. */
  async ask(query: string): Promise<void> {
    this.input.value = query;
    await this.#search();
  }

  async #search(): Promise<void> {
    const query = this.input.value.trim();
    const turn = ++this.#turn;
    this.#changed(query);
    if (!this.#index) return;
    if (query === '') {
      this.#show([], '');
      return;
    }
    const quick = rank(query, this.#index.ranker).filter((hit) => this.#passes(hit));
    this.#show(
      quick.map((hit) => this.#rowOf(hit)),
      query,
    );
    const text = await searchFullText(this.#base, query, this.#pagefindFilters(), FULL_TEXT_COUNT).catch(() => null);
    if (turn !== this.#turn || text === undefined) return;
    const known = new Set(this.#rows.map(({ url }) => url.replace(/#.*/, '')));
    const more = (text ?? []).filter((hit) => this.#textPasses(hit, known)).map((hit) => textRow(hit));
    this.#show([...this.#rows, ...more], query, text === null);
    this.root.dataset['answered'] = query;
  }

  #passes({ page }: Hit): boolean {
    const { kind, topic, level } = this.#filters;
    return (
      (!kind || page.kind === kind) &&
      (!topic || this.#index?.topics[(page.line ?? 0) - 1] === topic) &&
      (!level || page.level === level)
    );
  }

  #textPasses(hit: TextHit, known: Set<string>): boolean {
    return (!this.#filters.kind || hit.kind === this.#filters.kind) && !known.has(hit.url.replace(/#.*/, ''));
  }

  #pagefindFilters(): { topic?: string; level?: string } {
    const { topic, level } = this.#filters;
    return { ...(topic ? { topic } : {}), ...(level ? { level } : {}) };
  }

  #rowOf({ page, heading }: Hit): Row {
    return {
      url: withBase(this.#base, page.path) + (heading ? `#${heading.id}` : ''),
      title: page.title,
      section: heading?.text,
      kind: page.kind,
      line: page.line,
      excerpt: [{ text: page.symbols.slice(0, 6).join('  '), marked: false }],
    };
  }

  #show(rows: Row[], query: string, textFailed = false): void {
    this.#rows = rows;
    this.#active = rows.length > 0 ? 0 : -1;
    this.#hits.replaceChildren(...rows.map((row, index) => this.#item(row, index)));
    this.input.setAttribute('aria-expanded', String(rows.length > 0));
    const failed = textFailed ? ' The full text could not be searched.' : '';
    if (query === '') this.#status.textContent = '';
    else if (rows.length === 0)
      this.#status.textContent = `Nothing found for “${query}”. Try another word, or a name as it stands in code.${failed}`;
    else this.#status.textContent = `${rows.length} ${rows.length === 1 ? 'result' : 'results'}.${failed}`;
    this.#mark();
  }

  #item(row: Row, index: number): HTMLLIElement {
    const badge = row.line
      ? element(
          'span',
          { class: 'badge', 'data-line': String(row.line), 'aria-label': `Line ${row.line}` },
          String(row.line),
        )
      : element('span');
    const text = element('span', { class: 'hit-text' }, element('b', {}, row.title));
    if (row.section) text.append(element('span', { class: 'hit-path' }, row.section));
    const excerpt = row.excerpt.filter(({ text: part }) => part);
    if (excerpt.length > 0)
      text.append(
        element(
          'span',
          { class: 'hit-x' },
          ...excerpt.map(({ text: part, marked }) => (marked ? element('mark', {}, part) : part)),
        ),
      );
    const link = element(
      'a',
      { href: row.url, tabindex: '-1' },
      badge,
      text,
      element('span', { class: 'hit-kind' }, row.kind),
    );
    return element('li', { id: `hit-${index}`, role: 'option' }, link);
  }

  #mark(): void {
    [...this.#hits.children].forEach((item, index) => {
      item.classList.toggle('on', index === this.#active);
      item.setAttribute('aria-selected', String(index === this.#active));
      if (index === this.#active) item.scrollIntoView({ block: 'nearest' });
    });
    if (this.#active >= 0) this.input.setAttribute('aria-activedescendant', `hit-${this.#active}`);
    else this.input.removeAttribute('aria-activedescendant');
  }

  #key(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && this.#rows.length > 0) {
      this.#active = (this.#active + step + this.#rows.length) % this.#rows.length;
      this.#mark();
    } else if (event.key === 'Enter' && this.#active >= 0)
      this.#hits.children[this.#active]?.querySelector('a')?.click();
    else return;
    event.preventDefault();
  }

  #drawTabs(): void {
    const tabs = ['', ...SEARCH_KINDS].map((kind) => {
      const tab = element(
        'button',
        { type: 'button', 'aria-pressed': String(kind === this.#filters.kind) },
        kind || 'All',
      );
      tab.addEventListener('click', () => {
        this.#filters = { ...this.#filters, kind };
        for (const other of tabs) other.setAttribute('aria-pressed', String(other === tab));
        void this.#search();
      });
      return tab;
    });
    this.#tabs.replaceChildren(...tabs);
  }
}

function textRow(hit: TextHit): Row {
  return {
    url: hit.url,
    title: hit.page,
    section: hit.section,
    kind: hit.kind ?? 'Page',
    line: hit.line,
    excerpt: hit.excerpt,
  };
}
