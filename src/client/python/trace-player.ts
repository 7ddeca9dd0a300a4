/**
 * Steps through a recorded run: the line that is next, frames on the left, objects on the right, arrows between
 * them, and what has been printed so far. It needs no Python; recordings come from the site or from the worker.
 */
import styles from '../../styles/trace.css?inline';
import { replay, type Trace, type TraceState } from '../../shared/trace.ts';
import { limitText, stepText } from '../../shared/trace-words.ts';
import { adoptStyles, el } from '../dom.ts';
import { arrow, type Box } from './trace-arrows.ts';
import { viewOf } from './trace-view.ts';

/** A player on the page. */
export interface TracePlayer {
  element: HTMLElement;
  /** Takes the player and its marks off the page. */
  remove(): void;
}

let isStyled = false;

/**
 * Builds a player at the end of an element and shows the first step.
 * @param place where it goes, such as the figure of the program
 * @param trace as `parseTrace` gives it
 * @param source the program; shown in the player unless `program` is given
 * @param program the block's `pre`, which holds exactly this source: its lines are marked instead
 */
export function showTrace(place: HTMLElement, trace: Trace, source: string, program?: HTMLElement): TracePlayer {
  if (!isStyled) adoptStyles(styles);
  isStyled = true;
  const player = new Player(trace, source, program);
  place.append(player.element);
  player.start();
  return player;
}

const SVG = 'http://www.w3.org/2000/svg';

/** Room for arrows at the right of the boxes, as in trace.css. */
const ROOM = 26;

class Player implements TracePlayer {
  readonly element: HTMLElement;
  readonly #trace: Trace;
  readonly #states: TraceState[];
  readonly #output: string;
  readonly #program: HTMLElement;
  readonly #lineCount: number;
  readonly #mark = el('div.trace-mark', { 'aria-hidden': 'true' });
  readonly #frames = el('div.trace-frames', { role: 'group', 'aria-label': 'Frames' });
  readonly #objects = el('div.trace-objects', { role: 'group', 'aria-label': 'Objects' });
  readonly #arrows = document.createElementNS(SVG, 'svg');
  readonly #stage: HTMLElement;
  readonly #said = el('p.trace-said', { 'aria-live': 'polite' });
  readonly #count = el('span.trace-count');
  readonly #slider = el('input', { type: 'range', min: '1', step: '1', 'aria-label': 'Step' });
  readonly #printed = el('samp');
  readonly #printedBlock: HTMLElement;
  readonly #end = el('p.trace-end');
  readonly #buttons: Record<'first' | 'back' | 'next' | 'last', HTMLButtonElement>;
  readonly #observer = new ResizeObserver(() => {
    this.#draw();
  });
  #at = 0;

  constructor(trace: Trace, source: string, program: HTMLElement | undefined) {
    this.#trace = trace;
    this.#states = replay(trace);
    this.#output = trace.out.map(([, text]) => text).join('');
    this.#lineCount = source.replace(/\n$/, '').split('\n').length;
    const copy = program ? undefined : el('pre.trace-program', { tabindex: '0', 'aria-label': 'Program' });
    copy?.append(el('code', {}, source.replace(/\n$/, '')));
    copy?.setAttribute('role', 'group');
    this.#program = program ?? copy!;
    const make = (word: string, to: () => number): HTMLButtonElement => {
      const made = el('button.trace-button', { type: 'button' }, word);
      made.addEventListener('click', () => {
        this.go(to());
      });
      return made;
    };
    const last = Math.max(0, this.#states.length - 1);
    this.#buttons = {
      first: make('First', () => 0),
      back: make('Back', () => this.#at - 1),
      next: make('Next', () => this.#at + 1),
      last: make('Last', () => last),
    };
    this.#slider.max = String(last + 1);
    this.#slider.addEventListener('input', () => {
      this.go(Number(this.#slider.value) - 1);
    });
    this.#arrows.setAttribute('class', 'trace-arrows');
    this.#arrows.setAttribute('aria-hidden', 'true');
    this.#stage = el('div.trace-stage', {}, this.#frames, this.#objects);
    this.#stage.append(this.#arrows);
    this.#printedBlock = el(
      'div.trace-out',
      {},
      el('p', {}, 'Output so far'),
      el('pre', { tabindex: '0', role: 'group', 'aria-label': 'Output so far' }, this.#printed),
    );
    const { first, back, next, last: toLast } = this.#buttons;
    this.element = el(
      'section.trace',
      { 'aria-label': 'Step through the program' },
      el('div.trace-bar', {}, el('div.trace-buttons', {}, first, back, next, toLast), this.#slider, this.#count),
      this.#said,
      copy && el('div.trace-copy', {}, copy),
      this.#stage,
      this.#printedBlock,
      this.#end,
    );
    this.element.addEventListener('keydown', this.#press);
  }

  /** Shows the first step; the player must be on the page. */
  start(): void {
    this.#program.parentElement!.append(this.#mark);
    // A caption that grows moves the program.
    this.#observer.observe(this.#program.parentElement!);
    this.#observer.observe(this.#stage);
    this.#observer.observe(this.#program);
    this.go(0);
  }

  remove(): void {
    this.#observer.disconnect();
    this.#mark.remove();
    this.element.remove();
  }

  /** Shows a step, counted from 0; the nearest one if there is no such step. */
  go(step: number): void {
    const last = this.#states.length - 1;
    this.#at = Math.max(0, Math.min(last, step));
    const state = this.#states[this.#at];
    const { first, back, next, last: toLast } = this.#buttons;
    // A disabled button would lose the focus; these stay and say that they do nothing here.
    for (const [button, isIdle] of [
      [first, this.#at === 0],
      [back, this.#at === 0],
      [next, this.#at >= last],
      [toLast, this.#at >= last],
    ] as const)
      button.setAttribute('aria-disabled', String(isIdle));
    this.#end.textContent = this.#at >= last ? this.#ending() : '';
    this.#end.hidden = this.#end.textContent === '';
    if (!state) {
      this.#said.textContent = 'No step was recorded.';
      this.#count.textContent = 'Step 0 of 0';
      this.#slider.disabled = true;
      this.#mark.hidden = true;
      this.#printedBlock.hidden = true;
      return;
    }
    const before = this.#states[this.#at - 1];
    const count = `Step ${this.#at + 1} of ${this.#states.length}`;
    const said = stepText(state, before);
    this.#count.textContent = count;
    this.#said.textContent = said.charAt(0).toUpperCase() + said.slice(1);
    this.#slider.value = String(this.#at + 1);
    this.#slider.setAttribute('aria-valuetext', `${count}: line ${state.line}`);
    const view = viewOf(state, before);
    this.#frames.replaceChildren(...view.frames);
    this.#objects.replaceChildren(...view.objects);
    this.#showOutput(state, before);
    this.#draw();
  }

  #ending(): string {
    const { more, error } = this.#trace;
    return more ? limitText(more) : error === null ? '' : `The program ends with ${error}`;
  }

  /** The output up to now; what the last line printed is marked. */
  #showOutput(state: TraceState, before: TraceState | undefined): void {
    const isLast = this.#at === this.#states.length - 1;
    const end = isLast ? this.#output.length : state.printed;
    const start = Math.min(before?.printed ?? 0, end);
    this.#printedBlock.hidden = this.#output === '';
    const fresh = this.#output.slice(start, end);
    this.#printed.replaceChildren(this.#output.slice(0, start), fresh && el('mark', {}, fresh));
    const block = this.#printed.parentElement!;
    block.scrollTop = block.scrollHeight;
  }

  readonly #press = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const steps: Record<string, number> = {
      ArrowLeft: this.#at - 1,
      ArrowRight: this.#at + 1,
      Home: 0,
      End: this.#states.length - 1,
    };
    const to = steps[event.key];
    const target = event.target as HTMLElement;
    // The slider moves by itself; a block that scrolls keeps its keys.
    if (to === undefined || target === this.#slider || target.scrollWidth > target.clientWidth + 1) return;
    event.preventDefault();
    this.go(to);
  };

  /** Puts the mark on its line and draws the arrows anew. */
  readonly #draw = (): void => {
    const state = this.#states[this.#at];
    if (!state || !this.element.isConnected) return;
    this.#markLine(state);
    const origin = this.#stage.getBoundingClientRect();
    const boxOf = (element: Element): Box => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return {
        left: left - origin.left,
        right: right - origin.left,
        top: top - origin.top,
        bottom: bottom - origin.top,
      };
    };
    this.#arrows.setAttribute('width', String(this.#stage.clientWidth));
    this.#arrows.setAttribute('height', String(this.#stage.clientHeight));
    const boxes = [...this.#frames.children, ...this.#objects.children].map(boxOf);
    const paths: SVGPathElement[] = [];
    for (const ref of this.#stage.querySelectorAll<HTMLElement>('.trace-ref')) {
      const target = this.#objects.querySelector(`[data-object="${ref.dataset['to']}"]`);
      if (!target) continue;
      const { line, head } = arrow(boxOf(ref), boxOf(target), boxes, ROOM);
      paths.push(path(line, 'line'), path(head, 'head'));
    }
    this.#arrows.replaceChildren(...paths);
  };

  #markLine({ line, event }: TraceState): void {
    const code = this.#program.querySelector('code') ?? this.#program;
    const box = code.getBoundingClientRect();
    const height = box.height / this.#lineCount;
    const top = box.top - this.#program.parentElement!.getBoundingClientRect().top;
    this.#mark.hidden = line < 1 || line > this.#lineCount;
    this.#mark.classList.toggle('is-raising', event === 'e');
    this.#mark.style.top = `${top + (line - 1) * height}px`;
    this.#mark.style.height = `${height}px`;
  }
}

function path(d: string, kind: string): SVGPathElement {
  const made = document.createElementNS(SVG, 'path');
  made.setAttribute('class', kind);
  made.setAttribute('d', d);
  return made;
}
