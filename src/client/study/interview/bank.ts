/** The bank of questions: what the page lists is the data, and the list can be filtered. */
import { stateOf, type Progress } from '../../../shared/progress.ts';
import { readProgress, watchProgress } from '../../storage/progress.ts';
import { counted } from '../words.ts';
import { ALL, passes, type Filter, type MarkFilter } from './address.ts';
import { isLevel, type Drawable } from './settings.ts';

/** A question as the page lists it. */
export interface BankQuestion extends Drawable {
  /** Its words, with code marked up. */
  words: () => Node[];
  lessonTitle: string;
  lessonHref: string;
  topicTitle: string;
  /** Number of the line. */
  line: string;
  /** Where its answer stands. */
  href: string;
}

interface Row {
  question: BankQuestion;
  item: HTMLElement;
  text: string;
}

/** The list of all questions with its filters. */
export class Bank {
  readonly #section: HTMLElement;
  readonly #form: HTMLFormElement;
  readonly #rows: readonly Row[];
  readonly #byId: ReadonlyMap<string, BankQuestion>;
  readonly #changed: (filter: Filter) => void;

  /**
   * @param section the list
   * @param filter to begin with
   * @param changed is told the filter after each change
   */
  constructor(section: HTMLElement, filter: Filter, changed: (filter: Filter) => void) {
    this.#section = section;
    this.#form = section.querySelector('form')!;
    this.#rows = [...section.querySelectorAll<HTMLDetailsElement>('details')].flatMap(rowsOf);
    this.#byId = new Map(this.#rows.map(({ question }) => [question.id, question]));
    this.#changed = changed;
    this.#field('text').value = filter.text;
    this.#field('topic').value = filter.topic;
    this.#field('level').value = filter.level;
    this.#field('mark').value = filter.mark;
    this.#form.querySelector('fieldset')!.disabled = false;
    this.#form.addEventListener('input', () => {
      this.#apply();
      this.#changed(this.filter);
    });
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
    });
    watchProgress((progress) => {
      this.#apply(progress);
    });
    this.#apply();
  }

  get questions(): BankQuestion[] {
    return this.#rows.map(({ question }) => question);
  }

  /** A question by its id; undefined when the site no longer has it. */
  find(id: string): BankQuestion | undefined {
    return this.#byId.get(id);
  }

  /** A topic's name, or its slug when the site no longer has it. */
  topicTitle(slug: string): string {
    return this.#rows.find(({ question }) => question.topic === slug)?.question.topicTitle ?? slug;
  }

  get filter(): Filter {
    const level = this.#field('level').value;
    return {
      text: this.#field('text').value.trim(),
      topic: this.#field('topic').value,
      level: isLevel(level) ? level : '',
      mark: this.#field('mark').value as MarkFilter | '',
    };
  }

  #field(name: keyof Filter): HTMLInputElement | HTMLSelectElement {
    return this.#form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;
  }

  #apply(progress: Progress = readProgress()): void {
    const { filter } = this;
    const isFiltered = (Object.keys(ALL) as (keyof Filter)[]).some((name) => filter[name] !== '');
    let shown = 0;
    for (const { question, item, text } of this.#rows) {
      const mark = stateOf(progress, 'question', question.id);
      item.hidden = !passes(filter, { topic: question.topic, level: question.level, words: text, mark });
      if (mark === 'none') delete item.dataset['mark'];
      else item.dataset['mark'] = mark;
      markIn(item, mark);
      if (!item.hidden) shown++;
    }
    for (const details of this.#section.querySelectorAll('details')) this.#applyTo(details, isFiltered);
    const all = countWords(this.#rows.length);
    const none = shown === 0 ? ' Try another word, or fewer filters.' : '';
    this.#section.querySelector('.iv-count')!.textContent = isFiltered ? `${String(shown)} of ${all}.${none}` : all;
  }

  /** A topic opens when a filter finds something in it, and closes when the filters are gone. */
  #applyTo(details: HTMLDetailsElement, isFiltered: boolean): void {
    const items = [...details.querySelectorAll('li')];
    const shown = items.filter(({ hidden }) => !hidden).length;
    for (const lesson of details.querySelectorAll('div'))
      lesson.hidden = ![...lesson.querySelectorAll('li')].some(({ hidden }) => !hidden);
    details.hidden = shown === 0;
    if (isFiltered) details.open = shown > 0;
    else if (details.dataset['filtered'] !== undefined) details.open = false;
    if (isFiltered) details.dataset['filtered'] = '';
    else delete details.dataset['filtered'];
    details.querySelector('summary .meta')!.textContent =
      shown === items.length ? countWords(items.length) : `${String(shown)} of ${countWords(items.length)}`;
  }
}

/** `1` -> "1 question" */
export const countWords = (count: number): string => counted(count, 'question');

function markIn(item: HTMLElement, mark: MarkFilter): void {
  const shown = item.querySelector('em');
  if (mark === 'none') shown?.remove();
  else if (shown) shown.textContent = mark === 'known' ? 'Known' : 'Unsure';
  else {
    const made = document.createElement('em');
    made.textContent = mark === 'known' ? 'Known' : 'Unsure';
    item.append(made);
  }
}

function rowsOf(details: HTMLDetailsElement): Row[] {
  return [...details.querySelectorAll('li')].flatMap((item): Row[] => {
    const link = item.querySelector('a')!;
    const lesson = item.closest('div')!.querySelector<HTMLAnchorElement>('h3 a')!;
    const href = link.getAttribute('href')!;
    const match = /\/([\w-]+\/[\w-]+)\/#q-([\w-]+)$/.exec(href);
    const level = item.querySelector('span')!.textContent.toLowerCase();
    if (!match || !isLevel(level)) return [];
    const question: BankQuestion = {
      id: `${match[1]!}#${match[2]!}`,
      topic: details.dataset['topic']!,
      lesson: match[1]!,
      level,
      words: () => [...link.childNodes].map((node) => node.cloneNode(true)),
      lessonTitle: lesson.textContent,
      lessonHref: lesson.getAttribute('href')!,
      topicTitle: details.dataset['short']!,
      line: details.dataset['line']!,
      href,
    };
    return [{ question, item, text: `${link.textContent} ${lesson.textContent}`.toLowerCase() }];
  });
}
