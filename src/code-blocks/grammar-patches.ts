/** What the Python grammar does not know yet, mended on the tokens of one line. */
import type { Run } from './highlight.ts';

const CLASS_NAME = /^(\s*)([A-Za-z_]\w*)/;

/**
 * - `class Point[T](Base):` leaves the name plain: it becomes a class
 * - `type Pair[T] = …` (PEP 695) reads `type` as a builtin: it becomes a keyword
 * - `lazy import x`, `lazy from x import y` (PEP 810): `lazy` becomes a keyword
 */
export function patchRoles(runs: Run[]): Run[] {
  const line = runs.map((run) => run.text).join('');
  if (/^\s*lazy\s+(import|from)\b/.test(line)) return paint(runs, 'lazy', 'kw');
  if (/^\s*type\s+[A-Za-z_]\w*(\[.*?\])?\s*=/.test(line)) return paint(runs, 'type', 'kw');
  if (/^\s*class\s+[A-Za-z_]\w*\[/.test(line)) return nameClass(runs);
  return runs;
}

/** Gives the first occurrence of a word a role of its own. */
function paint(runs: Run[], word: string, role: NonNullable<Run['role']>): Run[] {
  const index = runs.findIndex((run) => run.text.includes(word));
  const run = runs[index];
  if (!run) return runs;
  const at = run.text.indexOf(word);
  const parts: Run[] = [
    { text: run.text.slice(0, at), role: run.role },
    { text: word, role },
    { text: run.text.slice(at + word.length), role: run.role },
  ];
  return [...runs.slice(0, index), ...parts.filter((part) => part.text !== ''), ...runs.slice(index + 1)];
}

function nameClass(runs: Run[]): Run[] {
  const after = runs.findIndex((run) => run.text.trim() === 'class');
  const index = runs.findIndex((run, i) => i > after && run.text.trim() !== '');
  const name = CLASS_NAME.exec(runs[index]?.text ?? '')?.[2];
  if (name === undefined) return runs;
  return [...runs.slice(0, index), ...paint(runs.slice(index), name, 'cls')];
}
