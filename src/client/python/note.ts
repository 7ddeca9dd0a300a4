/** A sentence of the page beside a program, with choices. */
import { announce, button, el } from '../dom.ts';

export type Choice = [words: string, choose: () => void];

/** The one note of a place: a new one takes the place of the last. */
export class Note {
  #put: (note: HTMLElement) => void;
  #takeFocus: () => void;
  #shown: { element: HTMLElement; text: string } | undefined;

  /**
   * @param put brings a note into the page
   * @param takeFocus gives the keyboard a place when a note goes away that had it
   */
  constructor(put: (note: HTMLElement) => void, takeFocus: () => void) {
    this.#put = put;
    this.#takeFocus = takeFocus;
  }

  /** Shows a sentence, and says it to screen readers. Each choice takes it away. */
  tell(text: string, ...choices: Choice[]): void {
    this.clear();
    const made = choices.map(([words, choose]) =>
      button(words, () => {
        this.clear();
        choose();
      }),
    );
    const element = el('p.block-note', {}, text, ...made);
    this.#shown = { element, text };
    this.#put(element);
    announce(text);
  }

  /** @param text only if it says this */
  clear(text?: string): void {
    const shown = this.#shown;
    if (!shown || (text !== undefined && text !== shown.text)) return;
    const hadFocus = shown.element.contains(document.activeElement);
    shown.element.remove();
    this.#shown = undefined;
    if (hadFocus) this.#takeFocus();
  }
}
