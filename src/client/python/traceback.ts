/** Reads Python's traceback, to link its lines to the programs of the page. Pure. */

/** A piece of a traceback. */
export type Piece =
  | { kind: 'text'; text: string }
  /** `File "main.py", line 3`: a place in a program of the page. */
  | { kind: 'place'; text: string; line: number; block: string }
  /** The marks under a line: `~~~~^^^`. */
  | { kind: 'marks'; text: string }
  /** The name of the exception. */
  | { kind: 'name'; text: string };

/** A program that a traceback may speak of, latest last. */
export interface Source {
  id: string;
  source: string;
}

/** What Python calls a reader's program, and a solution under test. */
const FILES = ['main.py', 'solution.py'];
/** Where files of the page lie, as src/python/browser.py says. */
const HOME = '/home/reader/';
const HEADER = 'Traceback (most recent call last):';
const PLACE = /^(?<before>[\s|+]*)(?<place>File "(?<file>[^"]+)", line (?<line>\d+))(?<after>.*)$/;

/**
 * @param text the traceback
 * @param sources the programs that have run, in order; all are called main.py, so a place is given to the latest
 *   one whose line reads as the traceback quotes it
 * @param files paths of files of the page, as their blocks name them -> id of the block
 */
export function readTraceback(text: string, sources: readonly Source[], files: ReadonlyMap<string, string>): Piece[] {
  const lines = text.replace(/\n$/, '').split('\n');
  const last = exceptionLine(lines);
  const pieces: Piece[] = [];
  for (const [index, line] of lines.entries()) {
    const end = index < lines.length - 1 ? '\n' : '';
    const place = PLACE.exec(line)?.groups;
    const block = place && blockOf(place['file']!, Number(place['line']), lines[index + 1], sources, files);
    if (place && block !== undefined) {
      pieces.push(
        { kind: 'text', text: place['before']! },
        { kind: 'place', text: place['place']!, line: Number(place['line']), block },
        { kind: 'text', text: place['after']! + end },
      );
    } else if (/^[\s|]*[~^]+\s*$/.test(line)) pieces.push({ kind: 'marks', text: line + end });
    else if (index === last) {
      const name = NAME.exec(line)![0];
      pieces.push({ kind: 'name', text: name }, { kind: 'text', text: line.slice(name.length) + end });
    } else pieces.push({ kind: 'text', text: line + end });
  }
  return pieces;
}

/** `ValueError`, `json.decoder.JSONDecodeError`, `make.<locals>.Odd`. */
const NAME = /^[\p{L}_][\p{L}\p{N}_.<>]*(?=:|$)/u;

/** Where the last exception of a chain is named; its message and its notes, which may read like names, follow. */
function exceptionLine(lines: readonly string[]): number | undefined {
  const begin = lines.lastIndexOf(HEADER) + 1;
  const at = lines.findIndex((line, index) => index >= begin && /^\S/.test(line));
  return at >= 0 && NAME.test(lines[at]!) ? at : undefined;
}

function blockOf(
  file: string,
  line: number,
  quoted: string | undefined,
  sources: readonly Source[],
  files: ReadonlyMap<string, string>,
): string | undefined {
  // Not by the last part alone: the standard library has a main.py, a queue.py, a types.py.
  const name = file.startsWith(HOME) ? file.slice(HOME.length) : file;
  if (!FILES.includes(name)) return files.get(name);
  const having = sources.flatMap(({ id, source }) => {
    const text = source.split('\n')[line - 1];
    return text === undefined ? [] : [{ id, text: bare(text) }];
  });
  const said = quoted === undefined ? undefined : bare(quoted);
  return (having.findLast(({ text }) => text === said) ?? having.at(-1))?.id;
}

/** A line without its indentation, and without the bars that groups of exceptions draw. */
const bare = (line: string): string => line.replace(/^[\s|]*/, '').trimEnd();

/** The last place in a block, where the reader's line went wrong: from 1. */
export function lineIn(pieces: readonly Piece[], block: string): number | undefined {
  const found = pieces.findLast((piece) => piece.kind === 'place' && piece.block === block);
  return found?.kind === 'place' ? found.line : undefined;
}
