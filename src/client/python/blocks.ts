/**
 * The programs of this page, loaded with the first Run or Edit. Programs of the text share one namespace; those of
 * a question or an exercise have one of their own.
 */
import { announce, button, el } from '../dom.ts';
import { Block, type BlockHost } from './block.ts';
import type { Step } from '../../shared/python-messages.ts';
import { paths, withBase } from '../../shared/paths.ts';
import { parseTrace, type Trace } from '../../shared/trace.ts';
import { stepOf, wayTo, type Held, type Program } from './chain.ts';
import type { Known, Output } from './output.ts';
import { base, page, session, turns, update, wordsFor } from './page.ts';
import type { Outcome } from './session.ts';
import { readShared } from './share.ts';

const blocks = new Map<Element, Block>();
const NOTHING: Held & { group: undefined } = { group: undefined, generation: -1, programs: [] };
let held: Held & { group: Element | undefined } = NOTHING;
/** Blocks whose run is asked for and not over, and what they run. */
const running = new Map<Block, { source: string; isOver: Promise<unknown> }>();
/** How a run ended that was stopped before it began. */
export const STOPPED: Outcome = { ended: 'stopped', why: 'reader' };

const host: BlockHost = { verb: 'runs', run: (block) => void run(block), step: (block) => void stepThrough(block) };

/** The block of a figure. */
export function blockOf(figure: HTMLElement): Block {
  let block = blocks.get(figure);
  if (!block) blocks.set(figure, (block = new Block(figure, host)));
  return block;
}

/** A tool of a block was pressed. */
export function use(figure: HTMLElement, tool: 'run' | 'edit' | 'step'): void {
  const block = blockOf(figure);
  if (tool === 'run') {
    if (running.has(block)) turns.stop(block);
    else if (!asksFirst(block)) void run(block);
  } else if (tool === 'step') void stepThrough(block);
  else if (block.editor) {
    turns.stop(block);
    block.reset();
  } else void block.edit();
}

/** Names that the programs of this page gave are gone, since an exercise was graded or Python began anew. */
export function forget(): void {
  held = NOTHING;
  update();
}

async function run(block: Block): Promise<void> {
  if (block.path !== undefined) {
    announce('Kept. The next program that imports this file gets it as it is now.');
    return;
  }
  const stdin = session.canAsk ? undefined : givenLines(block);
  if (stdin !== 'asked') await take(block, stdin ? { stdin } : {});
}

/** Opens the player of a program, with the recording of the page or one of the reader's version; or closes it. */
async function stepThrough(block: Block): Promise<void> {
  if (block.player) {
    block.closePlayer();
    return;
  }
  const link = block.figure.querySelector<HTMLAnchorElement>('[data-do=step]');
  try {
    const recorded = link && !block.isEdited ? await recordingOf(link, block.id) : await record(block);
    if (recorded) await block.openPlayer(recorded);
  } catch (error) {
    block.tell(`The steps could not be shown: ${(error as Error).message}`);
  }
}

/** The recording that came with the page: no Python is needed. */
async function recordingOf(link: HTMLAnchorElement, id: string): Promise<Trace> {
  const [topic, lesson] = link.pathname.split('/').slice(-4);
  const response = await fetch(withBase(base, paths.traces(`${topic!}/${lesson!}`)));
  if (!response.ok) throw new Error(`the host answered ${String(response.status)}`);
  const traces = (await response.json()) as Record<string, { trace: unknown } | undefined>;
  return parseTrace(traces[id]?.trace);
}

/** Runs the program in the page and records it. */
async function record(block: Block): Promise<Trace | undefined> {
  const outcome = await take(block, { trace: true });
  return outcome && 'trace' in outcome && outcome.trace !== undefined ? parseTrace(outcome.trace) : undefined;
}

/**
 * Runs a program after all that it needs, and shows what it prints. A program that runs already goes on; one that was
 * changed since starts again.
 * @returns undefined when it runs already
 */
async function take(block: Block, options: Pick<Step, 'stdin' | 'trace'>): Promise<Outcome | undefined> {
  await block.restore();
  const last = running.get(block);
  if (last) {
    if (last.source === block.source) return undefined;
    turns.stop(block);
    await last.isOver;
    return take(block, options);
  }
  const output = block.beginOutput();
  if (turns.isTaken) output.wait('Waiting for another program');
  const outcome = turns.take(block, (isStopped) => runAfterOthers(block, options, output, isStopped));
  running.set(block, { source: block.source, isOver: outcome });
  if (!(await outcome)) output.end(STOPPED, { sources: [], files: new Map() });
  running.delete(block);
  block.endOutput();
  return (await outcome) ?? STOPPED;
}

/** The turn of a program. What is held is known only now: another program may have run since the press of Run. */
async function runAfterOthers(
  block: Block,
  options: Pick<Step, 'stdin' | 'trace'>,
  output: Output,
  isStopped: () => boolean,
): Promise<Outcome> {
  const { group, programs, at } = neighborsOf(block);
  for (const program of programs) if (program instanceof Block) await program.restore();
  const way = wayTo(programs, at, held.group === group ? held : NOTHING, session.generation);
  const before = way.programs.slice(0, -1);
  const endWatch = session.watch((state) => {
    if (state.is === 'loading') output.wait(wordsFor(state));
  });
  const step = (...what: Parameters<typeof session.take>): Promise<Outcome> =>
    isStopped() ? Promise.resolve(STOPPED) : session.take(...what);
  let outcome: Outcome = { ended: 'normally' };
  let generation = session.generation;
  let note = ranAfter(before.length);
  const done: Program[] = way.begin ? [] : programs.slice(0, at).filter(({ id }) => isHeld(id));
  for (const [index, program] of before.entries()) {
    output.wait(`Running what comes before (${String(index + 1)} of ${String(before.length)})`);
    outcome = await step(stepOf(program), {}, way.begin && index === 0);
    if (!isAlive(outcome)) {
      note = `This happened in a program above (${titleOf(program)}), which runs first.`;
      break;
    }
    // The page's own programs end as the page says.
    if (outcome.ended === 'raised' && program instanceof Block && program.isEdited)
      note = `Your version of a program above (${program.title}) ended in ${lastLine(outcome.summary)}`;
    done.push(program);
  }
  if (isAlive(outcome)) {
    outcome = await step(
      { ...stepOf(block), ...options },
      {
        onBegin: () => {
          generation = session.generation;
          output.begin();
        },
        onPrint: (stream, text) => {
          output.print(stream, text);
        },
        onAsk: () => output.ask(),
      },
      way.begin && before.length === 0,
    );
    done.push(block);
  }
  endWatch();
  output.end(outcome, known(programs, done), note);
  held =
    isAlive(outcome) && !isStopped()
      ? { group, generation, programs: done.map(({ id, source }) => ({ id, source })) }
      : NOTHING;
  update();
  return outcome;
}

/** Whether the interpreter still holds what has run. */
const isAlive = ({ ended }: Outcome): boolean => ['normally', 'raised', 'flooded', 'cut'].includes(ended);
const isHeld = (id: string): boolean => held.programs.some((program) => program.id === id);

const ranAfter = (count: number): string | undefined =>
  count === 0 ? undefined : `Ran after ${String(count)} program${count === 1 ? '' : 's'} above.`;

const lastLine = (summary = 'an error'): string => summary.trimEnd().split('\n').at(-1)!;

const titleOf = (program: Program | undefined): string => (program instanceof Block ? program.title : 'a program');

function known(programs: readonly Program[], done: readonly Program[]): Known {
  return {
    sources: done.filter(({ path }) => path === undefined),
    files: new Map(programs.flatMap(({ path, id }) => (path === undefined ? [] : [[path, id]]))),
  };
}

/** The programs that share a namespace with a block, in the page's order. */
function neighborsOf(block: Block): { group: Element; programs: Program[]; at: number } {
  const group = block.figure.closest('.qa, .ex') ?? document.body;
  const figures = [...group.querySelectorAll<HTMLElement>('figure.code:is([data-run], [data-file])')].filter(
    (figure) => (figure.closest('.qa, .ex') ?? document.body) === group,
  );
  const here = figures.map((figure) => blockOf(figure));
  const programs: Program[] = [...programsBefore(), ...here];
  return { group, programs, at: programs.indexOf(block) };
}

/** An embedded program stands alone; what its page has above it comes along as data. */
function programsBefore(): Program[] {
  const data = document.getElementById('program');
  if (!data) return [];
  const { steps } = JSON.parse(data.textContent) as { steps: Program[] };
  return steps.slice(0, -1);
}

/** A prediction asks before it shows: the first Run waits for an answer. */
function asksFirst(block: Block): boolean {
  const question = block.figure.closest('.predict-block');
  const isAnswered = question?.querySelector('.choice[open]') ?? block.figure.querySelector('.reveal[open]');
  if (!question || isAnswered || question.querySelector('.ask-first')) return false;
  const ask = question.querySelector('.predict-ask');
  const note = el('span.ask-first', {}, ' Choose first, then run it. ');
  note.append(
    button('Run anyway', () => {
      note.remove();
      block.focusTool('run');
      void run(block);
    }),
  );
  ask?.append(note);
  announce('Choose an answer first, then run the program.');
  question.querySelector<HTMLElement>('.choice > summary')?.focus();
  return true;
}

/**
 * Where Python cannot wait for the reader, lines for `input()` are given before the run.
 * @returns "asked" when the reader has to fill them in first
 */
function givenLines({ source, figure }: Block): string[] | undefined | 'asked' {
  if (!/\binput\s*\(|\bstdin\b/.test(source)) return undefined;
  const known = figure.querySelector<HTMLTextAreaElement>('.given-lines textarea');
  if (known) return known.value === '' ? [] : known.value.replace(/\n$/, '').split('\n');
  const field = el('textarea', { rows: '3' });
  const words = 'This browser cannot ask while a program runs. Write the lines for input() here, then run it again:';
  figure.querySelector('.out, .reveal, .live-out')?.before(el('label.given-lines', {}, words, field));
  if (!field.isConnected) figure.append(el('label.given-lines', {}, words, field));
  field.focus();
  return 'asked';
}

page.held = () => (held.generation === session.generation ? held.programs.length : 0);
page.reset = () => {
  turns.stop();
  forget();
  for (const block of blocks.values()) block.restoreOutput();
  announce('All names are forgotten. The printed outputs are back.');
};

/** Opens the edits of an earlier visit. */
export async function restore(within: ParentNode): Promise<void> {
  const figures = within.querySelectorAll<HTMLElement>('figure.code:is([data-run], [data-file][data-lang=python])');
  await Promise.all([...figures].map((figure) => blockOf(figure).restore()));
}

/** Shows the program that the address brings, if it brings one. */
export async function openAddress(): Promise<void> {
  const shared = await readShared(location.hash);
  const figure = shared && document.getElementById(shared.block);
  if (shared && figure?.matches('figure.code[data-run]')) await blockOf(figure).showShared(shared.code);
}
