/**
 * What has to run before a program of a page. The programs of a page share one namespace, in their order; each Run
 * gives the state that the page's own text promises: everything above has run, nothing below has. Pure.
 */
import type { Step } from '../../shared/python-messages.ts';

/** A program or a file of the page. */
export interface Program {
  id: string;
  /** As the reader has it now, with the newline at its end. */
  source: string;
  /** The block is this file; others import it. */
  path?: string | undefined;
  /** Starts from an empty namespace. */
  fresh?: boolean | undefined;
}

/** What the interpreter holds: the programs that ran in it, in order. */
export interface Held {
  /** Which interpreter; a new one holds nothing. */
  generation: number;
  programs: Pick<Program, 'id' | 'source'>[];
}

/** The way to a program's output. */
export interface Way {
  /** Forget everything first. */
  begin: boolean;
  /** What to take, in order; the last one is the program itself. */
  programs: Program[];
}

/**
 * @param page the programs of one namespace, in the order of the page
 * @param target index of the program to run
 * @throws RangeError when there is no such program
 */
export function wayTo(page: readonly Program[], target: number, held: Held, generation: number): Way {
  const wanted = page[target];
  if (!wanted) throw new RangeError(`no program ${String(target)} among ${String(page.length)}`);
  const before = needed(page.slice(0, target + 1)).slice(0, -1);
  const isHeld =
    held.generation === generation &&
    held.programs.length === before.length &&
    before.every(({ id, source }, index) => held.programs[index]?.id === id && held.programs[index].source === source);
  return isHeld && before.length > 0
    ? { begin: false, programs: [wanted] }
    : { begin: true, programs: [...before, wanted] };
}

/** All files, and the programs from the last one that starts afresh. */
function needed(upTo: readonly Program[]): Program[] {
  const start = upTo.findLastIndex(({ fresh, path }) => fresh && path === undefined);
  return upTo.filter(({ path }, index) => path !== undefined || index >= start);
}

/** The step that a program is. */
export function stepOf({ source, path, fresh }: Program): Step {
  if (path !== undefined) return { do: 'write', source, path };
  return { do: 'run', source, ...(fresh ? { fresh } : {}) };
}
