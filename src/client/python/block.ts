/** A program of the page that runs: its tools, its editor, its output. */
import { button, el, iconOf } from '../dom.ts';
import { editStore, type CodeStore } from '../storage/edits.ts';
import type { Refusal } from '../storage/box.ts';
import type { Trace } from '../../shared/trace.ts';
import type { Program } from './chain.ts';
import type { Editor } from './editor.ts';
import { Note, type Choice } from './note.ts';
import { Output } from './output.ts';
import { Saving } from './saving.ts';

const MAC = /Mac|iPhone|iPad/.test(navigator.userAgent);
export const RUN_KEY = MAC ? '⌘ Enter' : 'Ctrl Enter';
/** Pixels at the foot of the window in which an output counts as out of sight. */
const ROOM_FOR_OUTPUT = 80;
const INDENT_KEY = MAC ? '⌘ ]' : 'Ctrl ]';

const NO_EDITOR = 'The editor could not be loaded. Edit tries again.';
const REFUSED: Record<Refusal, string> = {
  full: 'This browser’s storage is full: the edit lasts until you leave the page. Copy it to keep it.',
  forbidden: 'This browser does not allow storage: the edit lasts until you leave the page. Copy it to keep it.',
};

/** What blocks ask of the page. */
export interface BlockHost {
  /** What the key beside the editor does: "runs", "checks". */
  verb: string;
  run(block: Block): void;
  /** Opens or closes the player of its steps. */
  step(block: Block): void;
}

export class Block implements Program {
  readonly figure: HTMLElement;
  readonly id: string;
  readonly path: string | undefined;
  readonly fresh: boolean;
  /** As the page prints it. */
  readonly original: string;
  /** The editor, when it is open. */
  editor: Editor | undefined;

  #host: BlockHost;
  #store: CodeStore;
  #code: HTMLElement;
  #pre: HTMLElement;
  #printed: Node[];
  #shell: HTMLElement | undefined;
  #live: Output | undefined;
  #mark: HTMLElement | undefined;
  #note: Note;
  /** The program that came with the address, while it is shown. */
  #shared: string | undefined;
  #isDraft: boolean;
  /** The reader wants the page's program, whatever is stored. */
  #wasReset = false;
  /** What this tab has read from the store or written to it last. */
  #stored: string | undefined;
  #refused: Refusal | undefined;
  #saving = new Saving(() => {
    this.#save();
  });
  #opening: Promise<void> | undefined;
  #player: { remove(): void } | undefined;

  constructor(figure: HTMLElement, host: BlockHost, store?: CodeStore) {
    this.figure = figure;
    this.#host = host;
    this.#note = new Note(
      (note) => {
        figure.append(note);
      },
      () => {
        this.focusTool('edit');
      },
    );
    this.id = figure.id;
    this.path = figure.dataset['file'];
    this.fresh = 'fresh' in figure.dataset;
    this.#pre = figure.querySelector<HTMLElement>(':scope > pre')!;
    this.#code = this.#pre.querySelector('code')!;
    this.#printed = [...this.#code.childNodes].map((node) => node.cloneNode(true));
    this.original = this.text;
    this.#isDraft = store !== undefined;
    this.#store = store ?? editStore(this.original);
  }

  /** The program as it is now. */
  get text(): string {
    return (this.editor?.text ?? this.#code.textContent).replace(/\n$/, '');
  }
  get source(): string {
    return `${this.text}\n`;
  }
  get isEdited(): boolean {
    return this.text !== this.original;
  }
  get title(): string {
    return this.figure.querySelector('.file')?.firstChild?.textContent ?? 'program';
  }

  /** Opens the editor, with the edit of an earlier visit if there is one. */
  async edit(focus = true): Promise<void> {
    this.#opening ??= this.#open();
    try {
      await this.#opening;
    } catch {
      this.#opening = undefined;
      this.tell(NO_EDITOR);
      return;
    }
    this.#note.clear(NO_EDITOR);
    if (focus) this.editor?.focus();
  }

  /** Opens the edit that is stored, if there is one: what a block shows is what it runs. */
  async restore(): Promise<void> {
    if (!this.editor && !this.#wasReset && this.#store.read() !== undefined) await this.edit(false);
  }

  /** Puts the page's program back, and offers to undo that. */
  reset(): void {
    const edited = this.text;
    const stored = this.#stored;
    const isLost = this.isEdited && this.#shared === undefined;
    this.#close();
    this.#wasReset = true;
    if (isLost)
      this.tell('The page’s program is back.', [
        'Undo',
        () => {
          void this.edit().then(() => {
            // The editor opens with what another tab may have stored: that is not what this one replaces.
            this.#stored = stored;
            this.editor?.setText(edited);
          });
        },
      ]);
  }

  /** Shows a program that came with the address. It is not stored, and does not run by itself. */
  async showShared(code: string): Promise<void> {
    if (code === this.original) return;
    this.#saving.now();
    this.#shared = code;
    await this.edit(false);
    this.editor?.setText(code);
    this.tell(
      'This version came with the link. It runs only when you press Run.',
      [
        'Keep as my edit',
        () => {
          this.#shared = undefined;
          this.#save();
        },
      ],
      [
        'Close',
        () => {
          this.#close(true);
          void this.restore();
        },
      ],
    );
    this.figure.scrollIntoView({ block: 'center' });
  }

  get player(): boolean {
    return this.#player !== undefined;
  }

  /** Shows a recording beneath the program. */
  async openPlayer(trace: Trace): Promise<void> {
    const { showTrace } = await import('./trace-player.ts');
    this.closePlayer();
    // Lines are marked in the page's own program, or in a copy beside the editor.
    this.#player = showTrace(this.figure, trace, this.source, this.editor ? undefined : this.#pre);
    this.#setStepLink('Close the steps');
  }

  closePlayer(): void {
    this.#player?.remove();
    this.#player = undefined;
    this.#setStepLink('Step through it');
  }

  #setStepLink(words: string): void {
    const link = this.figure.querySelector('[data-do=step]');
    link?.lastChild?.replaceWith(words);
  }

  /** A fresh place for the output of a run; the printed output steps aside. */
  beginOutput(): Output {
    const height = this.#outputs().reduce((sum, part) => sum + part.getBoundingClientRect().height, 0);
    this.closePlayer();
    this.#live?.element.remove();
    this.#live = new Output(this.id);
    this.#live.element.style.minHeight = `${String(height)}px`;
    for (const part of this.#outputs()) part.hidden = true;
    // The steps of a prediction wait behind its output; they stay when a run shows it.
    const behind = this.figure.querySelector(':scope > .reveal > .steps');
    if (behind) this.figure.append(behind);
    const steps = behind ?? this.figure.querySelector(':scope > .steps');
    if (steps) steps.before(this.#live.element);
    else this.figure.append(this.#live.element);
    this.figure.dataset['live'] = '';
    this.markLine();
    this.#setRunning(true);
    return this.#live;
  }

  /** The run is over. */
  endOutput(): void {
    this.#setRunning(false);
    if (this.#live) {
      const { element } = this.#live;
      element.style.minHeight = '';
      this.markLine(this.#live.failedLine);
      // Run stands above a program that may fill the screen.
      if (element.getBoundingClientRect().top > innerHeight - ROOM_FOR_OUTPUT)
        element.scrollIntoView({ block: 'nearest' });
    }
  }

  /** Shows the output that the page prints. */
  restoreOutput(): void {
    this.#live?.element.remove();
    this.#live = undefined;
    delete this.figure.dataset['live'];
    const steps = this.figure.querySelector(':scope > .steps');
    if (steps) this.figure.querySelector(':scope > .reveal')?.append(steps);
    for (const part of this.#outputs()) part.hidden = false;
    this.markLine();
  }

  /**
   * Marks the line where the program failed, from 1.
   * @param isSought brings it into view, too, when the editor is open
   */
  markLine(line?: number, isSought = false): void {
    this.#mark?.remove();
    this.editor?.markLine(line, isSought);
    if (line === undefined || this.editor) return;
    const box = this.#code.getBoundingClientRect();
    const height = box.height / this.text.split('\n').length;
    this.#mark = el('div.line-mark.failed-line');
    this.#mark.style.top = `${String(box.top - this.figure.getBoundingClientRect().top + (line - 1) * height)}px`;
    this.#mark.style.height = `${String(height)}px`;
    this.#pre.after(this.#mark);
  }

  /** Gives the keyboard to a tool of the block. */
  focusTool(name: 'run' | 'edit'): void {
    this.#tool(name)?.focus();
  }

  #outputs(): HTMLElement[] {
    return [...this.figure.querySelectorAll<HTMLElement>(':scope > .out, :scope > .reveal')];
  }

  async #open(): Promise<void> {
    const { openEditor } = await import('./editor.ts');
    // An offer to undo the last reset would replace what is written now.
    this.#note.clear();
    const host = el('div.editor');
    const keys = el(
      'p.editor-keys',
      {},
      ...Object.entries({ [RUN_KEY]: this.#host.verb, [INDENT_KEY]: 'indents', Tab: 'leaves the editor' }).map(
        ([key, word]) => el('span', {}, el('kbd', {}, key), ` ${word}`),
      ),
      this.figure.matches('[data-run]') &&
        button('Step through my version', () => {
          this.#host.step(this);
        }),
    );
    this.#shell = el('div.editor-shell', {}, host, keys);
    this.#pre.after(this.#shell);
    this.#pre.hidden = true;
    this.figure.dataset['state'] = 'edit';
    const kept = this.#shared === undefined ? this.#store.read() : undefined;
    this.#stored = kept;
    this.#wasReset = false;
    this.editor = openEditor(host, {
      text: kept ?? this.text,
      label: `${this.title}, Python editor`,
      onChange: (text) => {
        this.#changed(text);
      },
      onRun: () => {
        this.#host.run(this);
      },
    });
    this.#changed(this.editor.text, false);
  }

  #changed(text: string, isNew = true): void {
    // Copy reads the block's text.
    this.closePlayer();
    this.#code.textContent = `${text}\n`;
    this.figure.toggleAttribute('data-edited', this.isEdited);
    this.#setTools();
    if (!isNew) return;
    if (this.#shared !== undefined) {
      // A reader who goes on writing makes it an edit, unless it would replace one.
      if (text === this.#shared || this.#store.read() !== undefined) return;
      this.#shared = undefined;
      this.#note.clear();
    }
    this.#saving.later();
  }

  #save(): void {
    this.#saving.cancel();
    const other = this.#otherTabs();
    const refused = this.#store.write(this.isEdited ? this.text : undefined);
    if (!refused) this.#stored = this.isEdited ? this.text : undefined;
    if (other !== undefined)
      this.tell('Another tab has changed this program, too. The version of this tab is kept now.', [
        'Show the other',
        () => {
          this.editor?.setText(other);
        },
      ]);
    if (refused === this.#refused) return;
    if (this.#refused) this.#note.clear(REFUSED[this.#refused]);
    this.#refused = refused;
    if (refused) this.tell(REFUSED[refused]);
  }

  /** An edit that another tab has stored since this one did. Drafts keep both by themselves. */
  #otherTabs(): string | undefined {
    const stored = this.#isDraft ? undefined : this.#store.read();
    return stored === this.#stored || stored === this.text ? undefined : stored;
  }

  #close(keepStored = false): void {
    this.#saving.cancel();
    if (!keepStored && this.#shared === undefined && this.#otherTabs() === undefined) {
      this.#store.write(undefined);
      this.#stored = undefined;
    }
    this.#shared = undefined;
    this.editor?.destroy();
    this.editor = this.#opening = undefined;
    this.#shell?.remove();
    this.#note.clear();
    this.#code.replaceChildren(...this.#printed.map((node) => node.cloneNode(true)));
    this.#pre.hidden = false;
    delete this.figure.dataset['state'];
    this.figure.removeAttribute('data-edited');
    this.restoreOutput();
    this.#setTools();
  }

  /** Says something beneath the block. */
  tell(text: string, ...choices: Choice[]): void {
    this.#note.tell(text, ...choices);
  }

  #setRunning(isRunning: boolean): void {
    this.figure.toggleAttribute('data-running', isRunning);
    const tool = this.#tool('run');
    if (!tool) return;
    tool.replaceChildren(iconOf(isRunning ? 'stop' : 'play'), el('span', {}, isRunning ? 'Stop' : 'Run'));
  }

  #setTools(): void {
    const tool = this.#tool('edit');
    tool?.replaceChildren(iconOf(this.editor ? 'undo' : 'pen'), el('span', {}, this.editor ? 'Reset' : 'Edit'));
  }

  #tool(name: string): HTMLElement | null {
    return this.figure.querySelector(`.tool[data-do="${name}"]`);
  }
}
