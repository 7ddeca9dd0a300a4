/** Reads the Markdown tables of a reference guide. */

/** One row of a table: its cells as they are written, without the blanks around them. */
export interface TableRow {
  /** In the file, from 1. */
  line: number;
  /** What the head calls each column. */
  columns: string[];
  cells: string[];
}

/** @returns the rows of all tables in the text, in order; tables within fences are text */
export function tableRows(source: string): TableRow[] {
  const out: TableRow[] = [];
  let columns: string[] | undefined;
  let isCode = false;
  for (const [index, text] of source.split('\n').entries()) {
    if (/^\s*```/.test(text)) isCode = !isCode;
    if (isCode || !text.startsWith('|')) {
      columns = undefined;
      continue;
    }
    const cells = splitRow(text);
    if (columns === undefined) columns = cells;
    else if (!cells.every((cell) => /^:?-+:?$/.test(cell))) out.push({ line: index + 1, columns, cells });
  }
  return out;
}

/** A pipe within a cell is written `\|`. */
function splitRow(text: string): string[] {
  return text
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}

/** The code of a cell that is one piece of code, in one or two backticks. */
export function codeOf(cell: string): string | undefined {
  const match = /^(?<marks>`{1,2})(?<code>.+?)\k<marks>$/.exec(cell);
  return match?.groups!['code']!.replace(/^ (?=`)|(?<=`) $/g, '').replaceAll(String.raw`\|`, '|');
}

/** A cell that holds this code. */
export function codeCell(code: string): string {
  const escaped = code.replaceAll('|', String.raw`\|`);
  return escaped.includes('`') ? `\`\` ${escaped} \`\`` : `\`${escaped}\``;
}

/** The names that a row is about: each code in its first cell, up to the first bracket or blank. */
export function namesOf({ cells }: TableRow): string[] {
  return [...(cells[0] ?? '').matchAll(/`+\s?([^\s`(]+)[^`]*`+/g)].map((match) => match[1]!);
}
