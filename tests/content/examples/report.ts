/** Prints what was found. */
import { PROBLEMS, type Problem } from './problems.ts';

/** Problems as text, each with its place, in the order of the page. */
export function formatProblems(problems: readonly Problem[]): string {
  return problems
    .toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
    .map(({ kind, file, line, pythons, details }) => {
      const on = pythons.length > 0 ? ` (${pythons.join(', ')})` : '';
      return [`${file}:${line}: ${PROBLEMS[kind]}${on}`, ...details.map((text) => `    ${text}`)].join('\n');
    })
    .join('\n\n');
}
