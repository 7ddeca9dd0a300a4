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
const PLACE = /^(?<before>[\s|+]*)(?<place>File "(?<file>[^"]+)", line (?<line>\d+))(?<after>.*)$/;

/**
 * @param text the traceback
 * @param sources the programs that have run, in order; all are called main.py, so a place is given to the latest
 *   one whose line reads as the traceback quotes it
 * @param files names of files of the page -> id of their block
 */
export function readTraceback(text: string, sources: readonly Source[], files: ReadonlyMap<string, string>): Piece[] {
  const lines = text.replace(/\n$/, '').split('\n');
  const last = lines.findLastIndex((line) => /^[A-Za-z_][\w.]*(:|$)/.test(line));
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
      const name = /^[\w.]+/.exec(line)![0];
      pieces.push({ kind: 'name', text: name }, { kind: 'text', text: line.slice(name.length) + end });
    } else pieces.push({ kind: 'text', text: line + end });
  }
  return pieces;
}

function blockOf(
  file: string,
  line: number,
  quoted: string | undefined,
  sources: readonly Source[],
  files: ReadonlyMap<string, string>,
): string | undefined {
  const name = file.slice(file.lastIndexOf('/') + 1);
  if (!FILES.includes(name)) return files.get(file) ?? files.get(name);
  const said = quoted?.replace(/^[\s|]*/, '').trimEnd();
  const found = sources.findLast(({ source }) => source.split('\n')[line - 1]?.trim() === said);
  return (found ?? sources.at(-1))?.id;
}

/** The last place in a block, where the reader's line went wrong. */
export function lineIn(pieces: readonly Piece[], block: string): number | undefined {
  return pieces.findLast((piece) => piece.kind === 'place' && piece.block === block)?.['line' as never];
}
