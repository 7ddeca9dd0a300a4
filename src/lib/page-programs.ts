/** The programs of a page from its source: their permanent ids, and what runs before each of them in the browser. */
import { blockIds } from '../code-blocks/block-ids.ts';
import { extractFences, type Fence } from '../code-blocks/extract.ts';
import { pythons } from '../site.ts';

/** A heading that carries an id. */
export interface Section {
  id: string;
  title: string;
}

/** A fence with the id that its figure has on the page. */
export interface PageBlock {
  /** `code-cells-1` */
  id: string;
  /** The section it stands in; nothing before the first heading. */
  section?: Section;
  fence: Fence;
}

/** One thing for the browser's Python to do in the page's namespace. */
export interface PageProgram {
  /** Id of the block's figure. */
  id: string;
  /** `write` puts the source into the file `path`, `run` runs it. */
  kind: 'run' | 'write';
  /** Ends with a newline. */
  source: string;
  /** Of the file to write, relative to the folder of the program. */
  path?: string;
  /** Begin with an empty namespace. */
  fresh?: true;
}

const HEADING = /^#{2,3}[ \t]+(.*?)[ \t]*\{#([\w-]+)\}[ \t]*$/gm;

/**
 * @param source an MDX page; what is wrong with its fences is the content check's business
 * @returns all blocks in order, each with its output
 */
export function pageBlocks(source: string): PageBlock[] {
  const { fences } = extractFences(source);
  const ids = blockIds(source, fences);
  const titles = new Map([...source.matchAll(HEADING)].map(([, title, id]) => [id!, title!]));
  return fences.map((fence, index) => {
    const id = ids[index]!;
    const scope = /^code-(.*)-\d+$/.exec(id)![1]!;
    const title = titles.get(scope);
    return { id, fence, ...(title === undefined ? {} : { section: { id: scope, title } }) };
  });
}

/**
 * What the browser's Python does for a page, in order, as the example runner decides it. Programs that need CPython
 * or a later Python are left out, and so are those of an exercise's roles. In an exercise with examples the
 * solution runs first, since they call it.
 * @param source an MDX page
 */
export function pagePrograms(source: string): PageProgram[] {
  const blocks = pageBlocks(source);
  const programs: PageProgram[] = [];
  const prelude = blocks.find(({ fence }) => fence.words.role === 'solution' && runsInBrowser(fence));
  if (prelude && blocks.some(({ fence }) => fence.language === 'python' && fence.words.role === undefined))
    programs.push({ id: prelude.id, kind: 'run', source: `${prelude.fence.code}\n` });
  let begin = false;
  for (const { id, fence } of blocks) {
    const { words, language } = fence;
    if (words.role !== undefined || (language !== 'python' && words.file === undefined)) continue;
    begin ||= language === 'python' && words.fresh && !isScript(fence);
    if (!runsInBrowser(fence) || words.norun !== undefined) continue;
    const source = `${fence.code}\n`;
    if (words.file !== undefined) {
      programs.push({ id, kind: 'write', source, path: words.file });
    } else {
      programs.push({ id, kind: 'run', source, ...(begin ? { fresh: true } : {}) });
      begin = false;
    }
  }
  return programs;
}

/**
 * What has to be done for one block to run: all programs before it, and itself.
 * @returns nothing when the block does not run in the browser
 */
export function stepsTo(programs: readonly PageProgram[], id: string): PageProgram[] {
  return programs.slice(0, programs.findIndex((program) => program.id === id) + 1);
}

/** `runtime=cpython fresh`: a program with a process of its own, started as `python main.py`. */
export function isScript({ words }: Fence): boolean {
  return words.runtime === 'cpython' && words.fresh && words.norun === undefined && words.file === undefined;
}

function runsInBrowser({ words }: Fence): boolean {
  return words.runtime !== 'cpython' && isWithin(words.python, pythons.previous);
}

/** Whether a version such as 3.14 is enough for a block that needs `wanted`. */
export function isWithin(wanted: string | undefined, version: string): boolean {
  const minor = (text: string): number => Number(text.split('.')[1]);
  return wanted === undefined || minor(wanted) <= minor(version);
}
