/** Milliseconds without a change after which a text is stored. */
const DELAY = 300;

/** Texts with a change that is not stored yet. */
const waiting = new Set<Saving>();
const saveAll = (): void => {
  for (const saving of waiting) saving.now();
};
addEventListener('pagehide', saveAll);
document.addEventListener('visibilitychange', saveAll);

/** Stores a text a moment after its last change, and at once when the page is left. */
export class Saving {
  #save: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param save stores the text as it is then */
  constructor(save: () => void) {
    this.#save = save;
  }

  /** The text has changed. */
  later(): void {
    this.cancel();
    waiting.add(this);
    this.#timer = setTimeout(() => {
      this.now();
    }, DELAY);
  }

  /** Stores a change that waits; without one there is nothing to do. */
  now(): void {
    if (!waiting.has(this)) return;
    this.cancel();
    this.#save();
  }

  /** The change is not to be stored, or was stored by another way. */
  cancel(): void {
    clearTimeout(this.#timer);
    waiting.delete(this);
  }
}
