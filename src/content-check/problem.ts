/** What a check reports: a value, never a print. */
export interface Problem {
  /** Relative to the content folder's parent. */
  file: string;
  /** From 1. */
  line: number;
  /** What was expected and what was found. */
  message: string;
}

/** All problems, one a line, in the order of file and line. */
export function formatProblems(problems: readonly Problem[]): string {
  return [...problems]
    .sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
    .map(({ file, line, message }) => `${file}:${line}: ${message}`)
    .join('\n');
}
