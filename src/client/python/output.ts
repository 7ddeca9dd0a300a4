/** What a program prints, beneath it: stdout and stderr apart, then how it ended and what that means. */
import type { Stream } from '../../shared/python-messages.ts';
import { announce, button, el, iconOf } from '../dom.ts';
import { TIME_LIMIT, type Outcome } from './session.ts';
import { lineIn, readTraceback, type Piece, type Source } from './traceback.ts';

/** Programs and files that a traceback may speak of. */
export interface Known {
  sources: readonly Source[];
  files: ReadonlyMap<string, string>;
}

/** The output of one run. */
export class Output {
  readonly element = el('div.live-out');
  /** The line of the program where it ended, if it ended in an error of its own. */
  failedLine: number | undefined;

  #block: string;
  #began = 0;
  #ticker: ReturnType<typeof setInterval> | undefined;
  #status = el('span.out-status');
  #head = el('span.out-name');
  /** Takes the question for a line away. */
  #endAsk: (() => void) | undefined;
  #texts: Record<Stream, HTMLElement> = { stdout: el('samp'), stderr: el('samp') };
  #parts: Record<Stream, HTMLElement>;

  /** @param block id of the program's block, to which lines of tracebacks link */
  constructor(block: string) {
    this.#block = block;
    this.#parts = { stdout: this.#part('stdout'), stderr: this.#part('stderr') };
    this.#parts.stderr.hidden = true;
    this.element.append(this.#parts.stdout, this.#parts.stderr);
  }

  /** Says what is going on before the program runs: "Loading Python". */
  wait(words: string): void {
    this.#setHead(words, true);
    this.#status.textContent = '';
  }

  /** The program runs from now on. */
  begin(): void {
    this.#began = performance.now();
    this.#setHead('Running', true);
    this.#ticker = setInterval(() => {
      this.#status.textContent = seconds(this.#time());
    }, 100);
  }

  print(stream: Stream, text: string): void {
    this.#parts[stream].hidden = false;
    const samp = this.#texts[stream];
    if (samp.lastChild instanceof Text) samp.lastChild.appendData(text);
    else samp.append(text);
  }

  /** Shows how the program ended, and says it once. */
  end(outcome: Outcome, known: Known, note?: string): void {
    clearInterval(this.#ticker);
    this.#endAsk?.();
    const time = this.#began ? this.#time() : 0;
    const printed = this.#texts.stdout.textContent !== '';
    this.#setHead('stdout', false);
    this.#status.textContent = '';
    const finish = (word: string, text: string): void => {
      this.#status.textContent = text;
      // A run that was put away has nothing to say.
      if (this.element.isConnected) announce(note ? `${word}. ${note}` : word);
    };
    switch (outcome.ended) {
      case 'normally':
        finish('Finished', `exit 0 · ${milliseconds(time)}`);
        if (!printed && this.#texts.stderr.textContent === '') this.#say('It ended without output.');
        break;
      case 'raised':
        if (outcome.name === 'SystemExit') {
          this.#exit(outcome.summary ?? '', milliseconds(time));
          finish('Finished', this.#status.textContent);
          break;
        }
        this.#fail(outcome.traceback ?? '', outcome.summary ?? '', known);
        finish((outcome.summary ?? 'Error').split('\n')[0]!, '');
        this.#parts.stdout.hidden = !printed;
        break;
      case 'cut':
        this.#setHead('Stopped', false);
        finish('Stopped', 'after as many steps as can be shown');
        break;
      case 'stopped':
      case 'flooded': {
        const why: 'reader' | 'time' | 'output' = outcome.ended === 'stopped' ? outcome.why : 'output';
        this.#setHead('Stopped', false);
        this.#parts.stdout.classList.add('unfinished');
        const words = {
          reader: this.#began ? `by you, after ${seconds(time)}` : 'by you, before it began',
          time: `at the limit of ${String(TIME_LIMIT)} seconds`,
          output: 'at the limit of 100,000 characters',
        }[why];
        finish(`Stopped ${words}`, words);
        if (why === 'time')
          this.#explain(
            'A program in this page may run for ten seconds. Usually a loop never ends: look at what should make its condition false; a lock that is never released waits for ever, too. The names of this page are forgotten; the next run starts anew.',
          );
        if (why === 'output') this.#explain('The rest is not shown. Usually a loop prints without end.');
        break;
      }
      case 'crashed':
        this.#setHead('Python ended', false);
        finish('Python ended', '');
        this.#explain(crashWords(outcome.detail));
        break;
      case 'unavailable':
        this.#setHead('Python is not here', false);
        finish('Python could not be loaded', '');
        this.#explain(
          `Python could not be loaded: ${outcome.reason}. It comes over the network once, and is kept for the next visit; Run tries again.`,
        );
    }
    if (note) this.#note(note);
  }

  /** Asks for a line for `input()`; nothing when there are no more, or the run ends meanwhile. */
  ask(): Promise<string | undefined> {
    return new Promise((resolve) => {
      const field = el('input', {
        type: 'text',
        name: 'line',
        autocomplete: 'off',
        'aria-label': 'A line for input()',
      });
      const form = el('form.ask', {}, field);
      const finish = (line: string | undefined): void => {
        const hadFocus = form.contains(document.activeElement);
        form.remove();
        this.#endAsk = undefined;
        if (hadFocus) this.#texts.stdout.parentElement!.focus();
        this.#setHead('Running', true);
        if (line !== undefined) this.print('stdout', `${line}\n`);
        resolve(line);
      };
      this.#setHead('Waiting for a line', true);
      form.append(
        el('button.btn', { type: 'submit' }, 'Enter'),
        button('No more input', () => {
          finish(undefined);
        }),
      );
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        finish(field.value);
      });
      this.#endAsk = () => {
        finish(undefined);
      };
      this.#parts.stdout.hidden = false;
      this.#parts.stdout.append(form);
      announce('The program asks for a line');
      field.focus();
    });
  }

  #part(stream: Stream): HTMLElement {
    const name = stream === 'stdout' ? this.#head : el('span', {}, iconOf('cross'), 'stderr');
    return el(
      `div.out${stream === 'stderr' ? '.err' : ''}` as 'div',
      {},
      el('p.out-head', {}, name, stream === 'stdout' && this.#status),
      el('pre', { tabindex: '0', role: 'group', 'aria-label': `Output, ${stream}` }, this.#texts[stream]),
    );
  }

  #setHead(words: string, isBusy: boolean): void {
    this.#head.replaceChildren(...(isBusy ? [el('b.spin', { 'aria-hidden': 'true' })] : []), words);
    this.element.toggleAttribute('data-busy', isBusy);
  }

  #time(): number {
    return performance.now() - this.#began;
  }

  #fail(traceback: string, summary: string, { sources, files }: Known): void {
    const pieces = readTraceback(traceback, sources, files);
    this.failedLine = lineIn(pieces, this.#block);
    this.#parts.stderr.hidden = false;
    if (this.#texts.stderr.textContent !== '' && !this.#texts.stderr.textContent.endsWith('\n'))
      this.print('stderr', '\n');
    this.#texts.stderr.append(...pieces.map(show));
    this.#parts.stderr.querySelector('.out-head')!.append(el('span', {}, 'exit 1'));
    const place = el('p.explained', { hidden: true });
    this.element.append(place);
    void explanations().then(({ explain }) => {
      const text = explain(summary)?.text;
      if (text === undefined) return;
      place.append(...inlineCode(text));
      place.hidden = false;
    });
  }

  /** `sys.exit`: an end that Python does not print as an error. A text goes to stderr, and is exit code 1. */
  #exit(summary: string, time: string): void {
    const [, said = ''] = /^SystemExit(?:: (.*))?$/s.exec(summary.trim()) ?? [];
    const isCode = /^-?\d+$/.test(said);
    if (said !== '' && !isCode) this.print('stderr', `${said}\n`);
    this.#status.textContent = `exit ${said === '' ? '0' : isCode ? said : '1'} · ${time}`;
  }

  #say(text: string): void {
    this.#texts.stdout.append(el('span.quiet', {}, text));
  }

  /** Plain words; `code` stands in backticks. */
  #explain(text: string): void {
    this.element.append(el('p.explained', {}, ...inlineCode(text)));
  }

  #note(text: string): void {
    this.element.append(el('p.out-note', {}, text));
  }
}

/** The table of explained errors, which only errors need. */
export const explanations = (): Promise<typeof import('../../shared/explanations.ts')> =>
  import('../../shared/explanations.ts');

/** `code` in backticks becomes an element. */
export function inlineCode(text: string): (Node | string)[] {
  return text.split(/`([^`]+)`/).map((part, index) => (index % 2 ? el('code', {}, part) : part));
}

function show(piece: Piece): Node | string {
  switch (piece.kind) {
    case 'place':
      return el('a', { href: `#${piece.block}:${String(piece.line)}` }, piece.text);
    case 'marks':
      return el('span.at', {}, piece.text);
    case 'name':
      return el('b.exc', {}, piece.text);
    case 'text':
      // A quoted line must not wrap: the marks stand under its characters.
      return /^ {4,}\S/.test(piece.text) ? el('span.quoted', {}, piece.text) : piece.text;
  }
}

/** Why the interpreter was lost, in plain words. */
export function crashWords(detail: string): string {
  const exit = /exit\((-?\d+)\)/.exec(detail)?.[1];
  if (exit !== undefined)
    return `The program ended Python itself, with exit code ${exit}. A new Python has started; the names of this page are forgotten.`;
  if (/call stack|stack overflow|too much recursion/i.test(detail))
    return 'The calls went deeper than the browser allows inside code that is written in C, such as `repr`, `sorted`, `json.loads` or `functools.cache`. Native Python would raise `RecursionError` here. A new Python has started; the names of this page are forgotten.';
  return `Python itself ended (${detail}). A new Python has started; the names of this page are forgotten.`;
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
const milliseconds = (ms: number): string => (ms < 1000 ? `${String(Math.max(1, Math.round(ms)))} ms` : seconds(ms));
