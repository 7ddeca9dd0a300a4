/** A program of the page that runs: its tools, its editor, its output. */
import { announce, button, el, iconOf } from '../dom.ts';
import { editStore, type CodeStore } from '../storage/edits.ts';
import type { Refusal } from '../storage/box.ts';
import type { Trace } from '../../shared/trace.ts';
import type { Program } from './chain.ts';
import type { Editor } from './editor.ts';
import { Output } from './output.ts';

const MAC = /Mac|iPhone|iPad/.test(navigator.userAgent);
export const RUN_KEY = MAC ? '⌘ Enter' : 'Ctrl Enter';
const INDENT_KEY = MAC ? '⌘ ]' : 'Ctrl ]';

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
  #note: HTMLElement | undefined;
  #isShared = false;
  #saving: ReturnType<typeof setTimeout> | undefined;
  #opening: Promise<void> | undefined;
  #player: { remove(): void } | undefined;

  constructor(figure: HTMLElement, host: BlockHost, store?: CodeStore) {
    this.figure = figure;
    this.#host = host;
    this.id = figure.id;
    this.path = figure.dataset['file'];
    this.fresh = 'fresh' in figure.dataset;
    this.#pre = figure.querySelector<HTMLElement>(':scope > pre')!;
    this.#code = this.#pre.querySelector('code')!;
    this.#printed = [...this.#code.childNodes].map((node) => node.cloneNode(true));
    this.original = this.text;
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
    await (this.#opening ??= this.#open());
    if (focus) this.editor?.focus();
  }

  /** Puts the page's program back, and offers to undo that. */
  reset(): void {
    const edited = this.text;
    const isLost = this.isEdited && !this.#isShared;
    this.#close();
    if (isLost)
      this.tell('The page’s program is back.', [
        'Undo',
        () => {
          void this.edit().then(() => this.editor?.setText(edited));
        },
      ]);
  }

  /** Shows a program that came with the address. It is not stored, and does not run by itself. */
  async showShared(code: string): Promise<void> {
    if (code === this.original) return;
    this.#isShared = true;
    await this.edit(false);
    this.editor?.setText(code);
    this.tell(
      'This version came with the link. It runs only when you press Run.',
      [
        'Keep as my edit',
        () => {
          this.#isShared = false;
          this.tell();
          this.#save();
        },
      ],
      [
        'Close',
        () => {
          this.#close(true);
        },
      ],
    );
    this.figure.scrollIntoView({ block: 'center' });
  }

  /** Whether an earlier visit left an edit. */
  get hasStoredEdit(): boolean {
    return this.#store.read() !== undefined;
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
      this.#live.element.style.minHeight = '';
      this.markLine(this.#live.failedLine);
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

  /** Marks the line where the program failed, from 1. */
  markLine(line?: number): void {
    this.#mark?.remove();
    this.editor?.markLine(line);
    if (line === undefined || this.editor) return;
    const box = this.#code.getBoundingClientRect();
    const height = box.height / this.text.split('\n').length;
    this.#mark = el('div.line-mark.failed-line');
    this.#mark.style.top = `${String(box.top - this.figure.getBoundingClientRect().top + (line - 1) * height)}px`;
    this.#mark.style.height = `${String(height)}px`;
    this.#pre.after(this.#mark);
  }

  #outputs(): HTMLElement[] {
    return [...this.figure.querySelectorAll<HTMLElement>(':scope > .out, :scope > .reveal')];
  }

  async #open(): Promise<void> {
    const { openEditor } = await import('./editor.ts');
    // An offer to undo the last reset would replace what is written now.
    this.tell();
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
    const kept = this.#isShared ? undefined : this.#store.read();
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
    if (!isNew || this.#isShared) return;
    clearTimeout(this.#saving);
    this.#saving = setTimeout(() => {
      this.#save();
    }, 300);
  }

  #save(): void {
    const refused = this.#store.write(this.isEdited ? this.text : undefined);
    if (refused) this.tell(REFUSED[refused]);
  }

  #close(keepStored = false): void {
    clearTimeout(this.#saving);
    if (!keepStored && !this.#isShared) this.#store.write(undefined);
    this.#isShared = false;
    this.editor?.destroy();
    this.editor = this.#opening = undefined;
    this.#shell?.remove();
    this.tell();
    this.#code.replaceChildren(...this.#printed.map((node) => node.cloneNode(true)));
    this.#pre.hidden = false;
    delete this.figure.dataset['state'];
    this.figure.removeAttribute('data-edited');
    this.restoreOutput();
    this.#setTools();
  }

  /** Says something beneath the block, with choices; nothing takes it away. */
  tell(text?: string, ...choices: [words: string, choose: () => void][]): void {
    this.#note?.remove();
    this.#note = undefined;
    if (text === undefined) return;
    this.#note = el('p.block-note', {}, text, ...choices.map(([words, choose]) => button(words, choose)));
    this.figure.append(this.#note);
    announce(text);
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
