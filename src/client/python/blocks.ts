/**
 * The programs of this page, loaded with the first Run or Edit. Programs of the text share one namespace; those of
 * a question or an exercise have one of their own.
 */
import { announce, button, el } from '../dom.ts';
import { Block, type BlockHost } from './block.ts';
import { stepOf, wayTo, type Held, type Program } from './chain.ts';
import type { Known } from './output.ts';
import { page, session, update, wordsFor } from './page.ts';
import type { Outcome } from './session.ts';
import { readShared } from './share.ts';

const blocks = new Map<Element, Block>();
let held: Held & { group: Element | undefined } = { group: undefined, generation: -1, programs: [] };

const host: BlockHost = { run: (block) => void run(block) };

/** The block of a figure. */
export function blockOf(figure: HTMLElement): Block {
  let block = blocks.get(figure);
  if (!block) blocks.set(figure, (block = new Block(figure, host)));
  return block;
}

/** A tool of a block was pressed. */
export function use(figure: HTMLElement, tool: 'run' | 'edit'): void {
  const block = blockOf(figure);
  if (tool === 'run') {
    if ('running' in figure.dataset) session.stop();
    else if (!asksFirst(block)) void run(block);
  } else if (block.editor) block.reset();
  else void block.edit();
}

/** Names that the programs of this page gave are gone, since an exercise was graded or Python began anew. */
export function forget(): void {
  held = { group: undefined, generation: -1, programs: [] };
  update();
}

async function run(block: Block): Promise<void> {
  if (block.path !== undefined) {
    announce('Kept. The next program that imports this file gets it as it is now.');
    return;
  }
  const stdin = session.canAsk ? undefined : givenLines(block);
  if (stdin === 'asked') return;
  const { group, programs, at } = neighborsOf(block);
  const own = held.group === group ? held : { generation: -1, programs: [] };
  const way = wayTo(programs, at, own, session.generation);
  const before = way.programs.slice(0, -1);
  const output = block.beginOutput();
  const isOver = session.watch((state) => {
    if (state.is === 'loading') output.wait(wordsFor(state));
  });
  if (session.state.is === 'busy') output.wait('Waiting for another program');
  let note = '';
  let outcome: Outcome = { ended: 'normally' };
  const done: Program[] = way.begin ? [] : [...held.programs.map((program) => ({ ...program }))];
  for (const [index, program] of before.entries()) {
    output.wait(`Running what comes before (${String(index + 1)} of ${String(before.length)})`);
    outcome = await session.take(stepOf(program), {}, way.begin && index === 0);
    if (outcome.ended === 'stopped' || outcome.ended === 'crashed' || outcome.ended === 'unavailable') break;
    done.push(program);
    if (outcome.ended === 'flooded') note = 'A program above printed without end.';
  }
  const isCut = outcome.ended !== 'normally' && outcome.ended !== 'raised' && outcome.ended !== 'flooded';
  if (isCut) note = `This happened in a program above (${titleOf(before[done.length])}), which runs first.`;
  else {
    outcome = await session.take(
      { ...stepOf(block), ...(stdin ? { stdin } : {}) },
      {
        onBegin: () => {
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
    if (!note && before.length > 0)
      note = `Ran after ${String(before.length)} program${before.length === 1 ? '' : 's'} above.`;
  }
  isOver();
  output.end(outcome, known(programs, done), note);
  block.endOutput();
  const lives = outcome.ended === 'normally' || outcome.ended === 'raised' || outcome.ended === 'flooded';
  held = lives
    ? { group, generation: session.generation, programs: done.map(({ id, source }) => ({ id, source })) }
    : { group: undefined, generation: -1, programs: [] };
  update();
}

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
  forget();
  for (const block of blocks.values()) block.restoreOutput();
  announce('All names are forgotten. The printed outputs are back.');
};

/** Opens what an earlier visit left, and what the address brings. */
export async function restore(): Promise<void> {
  for (const figure of document.querySelectorAll<HTMLElement>('figure.code[data-run]')) {
    const block = blockOf(figure);
    if (block.hasStoredEdit && !block.editor) void block.edit(false);
  }
  const shared = await readShared(location.hash);
  const figure = shared && document.getElementById(shared.block);
  if (shared && figure?.matches('figure.code[data-run]')) await blockOf(figure).showShared(shared.code);
}
