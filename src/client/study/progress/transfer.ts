/** The part of the progress page that writes the reader's file and reads it. */
import { announce, button, el } from '../../dom.ts';
import { effectOf, holdingsOf, type Change } from '../backup/changes.ts';
import { fromFile, refuseSize, toFile, type BackupFile } from '../backup/file.ts';
import { mergeParts, type Parts } from '../backup/parts.ts';
import { effectWords, holdingWords } from '../backup/words.ts';
import { download } from '../download.ts';
import { counted } from '../words.ts';
import { dateWords } from './record.ts';
import { readParts, refusalWords, undo, writeParts } from './store.ts';

/** Downloads all that the reader has here. */
export function exportFile(): void {
  const { name, text } = toFile(readParts(), new Date());
  download(name, text);
  announce(`${name} is downloaded.`);
}

export class Transfer {
  readonly root: HTMLElement;
  readonly #changed: () => void;
  readonly #titleOf: (exercise: string) => string;
  readonly #outcome = el('div.import');
  readonly #held = el('p.meta');
  readonly #export = button('Download the file', exportFile, { className: 'btn' });
  #file: { name: string; backup: BackupFile } | undefined;
  /** Counts files, so that of two the later is shown. */
  #turn = 0;

  /**
   * @param titleOf title of an exercise by its id
   * @param changed is called after the storage was changed
   */
  constructor(titleOf: (exercise: string) => string, changed: () => void) {
    this.#titleOf = titleOf;
    this.#changed = changed;
    const input = el('input', { type: 'file', accept: '.json,application/json', id: 'progress-file' });
    input.addEventListener('change', () => {
      const [file] = input.files ?? [];
      if (file) void this.take(file);
      // The same file may be chosen again after it was changed.
      input.value = '';
    });
    const drop = el(
      'div.drop',
      {},
      el('label', { for: 'progress-file' }, 'Bring a file back'),
      input,
      el('p.meta', {}, 'Choose the file, or drop it here. You see what would change before anything does.'),
    );
    this.#acceptDrops(drop);
    this.root = el(
      'section.progress-part',
      { 'aria-labelledby': 'your-file' },
      el('h2', { id: 'your-file' }, 'Your file'),
      el(
        'p',
        {},
        'Your marks, drafts, reviews and plan are kept in this browser only. Download them to keep a copy, or to take them to another browser.',
      ),
      el('p.progress-do', {}, this.#export, this.#held),
      drop,
      this.#outcome,
    );
    this.show();
  }

  /** Shows what there is now; a file that waits is compared again. */
  show(): void {
    const held = holdingWords(holdingsOf(readParts()));
    this.#held.textContent = held.length > 0 ? `It will hold ${list(held)}.` : 'There is nothing to take away yet.';
    this.#export.disabled = readParts().size === 0;
    if (this.#file) this.#preview(this.#file, false);
  }

  /** Reads a file and shows what it would change, or why it is not taken. */
  async take(file: File): Promise<void> {
    const turn = ++this.#turn;
    this.#file = undefined;
    const tooLarge = refuseSize(file.size);
    const read = tooLarge === undefined ? await readText(file) : { refused: tooLarge };
    if (turn !== this.#turn) return;
    const result = 'refused' in read ? read : fromFile(read.text);
    if ('refused' in result) this.#tell(`${file.name} was not taken. ${result.refused} Nothing was changed.`, true);
    else {
      this.#file = { name: file.name, backup: result };
      this.#preview(this.#file, true);
    }
  }

  #preview({ name, backup }: { name: string; backup: BackupFile }, isNew: boolean): void {
    const mine = readParts();
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['way'] : undefined;
    const heading = el('h3', { tabindex: '-1' }, name);
    const held = holdingWords(holdingsOf(backup.parts));
    const ways = [
      this.#way('Merge', 'The later mark of each thing stays.', mine, mergeParts(mine, backup.parts), backup),
      this.#way('Replace', 'What is here goes, and the file takes its place.', mine, backup.parts, backup),
    ];
    this.#outcome.replaceChildren(
      heading,
      el(
        'p',
        {},
        `Made on ${dateWords(backup.exported.getTime())}. `,
        held.length > 0 ? `It holds ${list(held)}.` : 'It holds nothing that counts as done.',
      ),
      el('div.ways', {}, ...ways),
      el(
        'p',
        {},
        button(
          'Cancel',
          () => {
            this.#file = undefined;
            this.#tell('The file was put aside. Nothing was changed.', false);
          },
          { className: 'btn plain' },
        ),
      ),
    );
    if (isNew) heading.focus();
    else if (focused) this.#outcome.querySelector<HTMLElement>(`[data-way=${focused}]`)?.focus();
  }

  #way(way: 'Merge' | 'Replace', what: string, mine: Parts, after: Parts, { parts }: BackupFile): HTMLElement {
    const words = effectWords(effectOf(mine, after, parts), this.#titleOf);
    const press = button(
      way,
      () => {
        // What another tab has written since the preview counts too.
        this.#apply(way === 'Merge' ? mergeParts(readParts(), parts) : parts);
      },
      { className: 'btn' },
    );
    press.dataset['way'] = way;
    return el(
      'div.way',
      {},
      el('h4', {}, way),
      el('p.meta', {}, what),
      words.length > 0
        ? el('ul', {}, ...words.map((word) => el('li', {}, word)))
        : el('p', {}, 'Nothing would change.'),
      press,
    );
  }

  #apply(after: Parts): void {
    const result = writeParts(after);
    if ('refusal' in result) {
      this.#file = undefined;
      this.#tell(`The file was not taken. ${refusalWords(result.refusal)}`, true);
      return;
    }
    this.#file = undefined;
    this.#changed();
    this.#tell('The file was taken over.', false, result.changes);
  }

  #undo(changes: readonly Change[]): void {
    const result = undo(changes);
    if ('refusal' in result) {
      this.#tell(`The import was not undone. ${refusalWords(result.refusal)}`, true);
      return;
    }
    this.#changed();
    const { kept } = result;
    this.#tell(
      kept.length === 0
        ? 'The import was undone.'
        : `The import was undone, except for ${counted(kept.length, 'thing')} that you have worked on since.`,
      false,
    );
  }

  /** Says how it went, with the focus on it: the button that was pressed is gone. */
  #tell(text: string, isBad: boolean, changes?: readonly Change[]): void {
    const said = el(isBad ? 'p.progress-bad' : 'p.progress-said', { tabindex: '-1' }, text);
    this.#outcome.replaceChildren(
      said,
      changes && changes.length > 0
        ? el(
            'p.progress-do',
            {},
            button(
              'Undo the import',
              () => {
                this.#undo(changes);
              },
              { icon: 'undo', className: 'btn' },
            ),
            el('span.meta', {}, 'As long as this page is open.'),
          )
        : '',
    );
    said.focus();
    announce(text);
  }

  #acceptDrops(area: HTMLElement): void {
    const over = (isOver: boolean): void => {
      area.toggleAttribute('data-over', isOver);
    };
    area.addEventListener('dragover', (event) => {
      event.preventDefault();
      over(true);
    });
    area.addEventListener('dragleave', () => {
      over(false);
    });
    area.addEventListener('drop', (event) => {
      event.preventDefault();
      over(false);
      const [file] = event.dataTransfer?.files ?? [];
      if (file) void this.take(file);
    });
  }
}

async function readText(file: File): Promise<{ text: string } | { refused: string }> {
  try {
    return { text: await file.text() };
  } catch {
    return { refused: 'The browser could not read it.' };
  }
}

/** `a, b and c`. */
export const list = (words: readonly string[]): string => new Intl.ListFormat('en-US').format(words);
