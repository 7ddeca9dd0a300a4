/** The form of an interview: its choices in and out. */
import { countWords } from './bank.ts';
import { cleanSeed, isLevel, poolOf, seedFrom, type Drawable, type Settings } from './settings.ts';

/** What the reader asks for. */
export type Ask = 'interview' | 'sheet';

/** The form that the page brings, enabled. */
export class Setup {
  readonly #form: HTMLFormElement;
  readonly #bank: readonly Drawable[];

  /** @param asked is told the choices when the reader starts an interview, or asks for the sheet */
  constructor(
    section: HTMLElement,
    bank: readonly Drawable[],
    asked: (what: Ask, settings: Settings, seed: string) => void,
  ) {
    this.#form = section.querySelector('form')!;
    this.#bank = bank;
    this.#form.querySelector('fieldset')!.disabled = false;
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      asked('interview', this.settings, this.#seed());
    });
    this.#form.querySelector('[data-sheet]')!.addEventListener('click', () => {
      asked('sheet', this.settings, this.#seed());
    });
    this.#form.addEventListener('input', () => {
      this.#count();
    });
    this.#count();
  }

  get settings(): Settings {
    const data = new FormData(this.#form);
    return {
      topics: data.getAll('topics').map(String),
      levels: data.getAll('levels').filter(isLevel),
      count: Number(data.get('count')),
      minutes: Number(data.get('minutes')),
    };
  }

  /** Fills the form; an empty seed is a new one by chance. */
  fill(settings: Settings, seed: string): void {
    const chosen: Record<string, readonly string[]> = {
      topics: settings.topics,
      levels: settings.levels,
      count: [String(settings.count)],
    };
    for (const input of this.#form.querySelectorAll('input'))
      if (input.name !== 'seed') input.checked = chosen[input.name]?.includes(input.value) ?? false;
    this.#form.querySelector('select')!.value = String(settings.minutes);
    this.#seedField.value = seed;
    this.#count();
  }

  /** Puts the focus on Start. */
  focus(): void {
    this.#start.focus();
  }

  get #seedField(): HTMLInputElement {
    return this.#form.elements.namedItem('seed') as HTMLInputElement;
  }

  get #start(): HTMLButtonElement {
    return this.#form.querySelector('[type=submit]')!;
  }

  #seed(): string {
    return cleanSeed(this.#seedField.value) || seedFrom(crypto.getRandomValues(new Uint8Array(6)));
  }

  #count(): void {
    const { settings } = this;
    const pool = poolOf(this.#bank, settings).length;
    const few = pool > 0 && pool < settings.count ? ` The interview will have ${countWords(pool)}.` : '';
    const words = pool === 0 ? 'No question fits these choices.' : `${countWords(pool)} to draw from.${few}`;
    const status = this.#form.querySelector('.iv-pool')!;
    if (status.textContent !== words) status.textContent = words;
    for (const button of this.#form.querySelectorAll('button')) button.disabled = pool === 0;
  }
}
