/** A lesson as a Jupyter notebook (https://nbformat.readthedocs.io/en/latest/format_description.html), with outputs. */
import { pythons, site } from '../site.ts';
import { lessonParts, type LessonPart, type LessonSource } from './lesson-parts.ts';
import { folderOf, makeFolder } from './lesson-program.ts';
import type { PageBlock } from './page-programs.ts';

/** A text as a notebook holds it: its lines, each but the last with its newline. */
type Lines = string[];

type Output =
  | { output_type: 'stream'; name: 'stdout'; text: Lines }
  | { output_type: 'error'; ename: string; evalue: string; traceback: Lines };

interface CellMetadata {
  /** Id of the block on the page. */
  name?: string;
  tags?: string[];
}

export type Cell =
  | { cell_type: 'markdown'; id: string; metadata: CellMetadata; source: Lines }
  | {
      cell_type: 'code';
      id: string;
      metadata: CellMetadata;
      source: Lines;
      execution_count: number | null;
      outputs: Output[];
    };

/** nbformat 4.5. */
export interface Notebook {
  nbformat: 4;
  nbformat_minor: 5;
  metadata: {
    title: string;
    kernelspec: { name: string; display_name: string; language: string };
    language_info: { name: string; file_extension: string; mimetype: string };
    /** Where the notebook comes from. */
    source: string;
    license: { name: string; url: string };
  };
  cells: Cell[];
}

/**
 * Prose as Markdown cells, programs as code cells with their proved output. A cell that raises, or that only a later
 * Python runs, carries the tag `raises-exception`, with which "run all" goes on behind it. Modules become `%%writefile`
 * cells, and a program with a namespace of its own follows `%reset -f`.
 */
export function notebook(lesson: LessonSource): Notebook {
  const [first, ...rest] = lessonParts(lesson);
  const runsLoops = rest.some((part) => part.kind === 'run' && part.block.fence.code.includes('asyncio.run('));
  if (first?.kind !== 'prose') throw new Error(`content/lessons/${lesson.id}.mdx: expected its title before all else`);
  const [title, ...body] = first.markdown.split('\n');
  const opening = [title, '', about(lesson, runsLoops), ...body].join('\n');
  const cells = [markdown(opening), ...rest.flatMap(cellsOf)];
  const count = { markdown: 0, code: 0 };
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {
      title: lesson.title,
      kernelspec: { name: 'python3', display_name: 'Python 3', language: 'python' },
      language_info: { name: 'python', file_extension: '.py', mimetype: 'text/x-python' },
      source: lesson.url,
      license: { ...site.license },
    },
    cells: cells.map((cell) => {
      const number = ++count[cell.cell_type];
      return cell.cell_type === 'code'
        ? { ...cell, id: `code-${number}`, execution_count: number }
        : { ...cell, id: `text-${number}` };
    }),
  };
}

/** What stands under the title. */
function about({ url }: LessonSource, runsLoops: boolean): string {
  const loops = runsLoops
    ? '\n\nJupyter runs an event loop of its own: where a program calls `asyncio.run(main())`, write `await main()` here.'
    : '';
  return `From [${site.name}](${url}). License: [${site.license.name}](${site.license.url}). The outputs are those of Python ${pythons.current}.${loops}`;
}

function cellsOf(part: LessonPart): Cell[] {
  if (part.kind === 'prose') return [markdown(part.markdown)];
  const { block } = part;
  const { code: source, words, output } = block.fence;
  if (part.kind === 'show') return [markdown(`*${sentence(part.why)}*\n\n${fenced(source, 'python', output?.code)}`)];
  if (part.kind === 'write') {
    const write = code(block, `%%writefile ${words.file!}\n${source}`, []);
    const folder = folderOf(words.file!);
    if (folder === undefined) return [write];
    // `%%writefile` writes into folders that are there.
    return [code(undefined, `from pathlib import Path\n\n${makeFolder(folder)}`, []), write];
  }
  const needs = [
    ...(words.python === undefined ? [] : [`Python ${words.python} or later`]),
    ...(words.runtime === undefined ? [] : ['CPython with threads, processes or packages, not a Python in a browser']),
  ];
  const tags = [
    ...(words.raises !== undefined || words.python !== undefined ? ['raises-exception'] : []),
    ...(words.python === undefined ? [] : [`python-${words.python}`]),
    ...(words.runtime === undefined ? [] : [words.runtime]),
  ];
  return [
    ...(needs.length > 0 ? [markdown(`*The next program needs ${needs.join(', and ')}.*`)] : []),
    ...(words.fresh ? [code(undefined, '%reset -f', [])] : []),
    code(block, source, tags),
  ];
}

const markdown = (text: string): Cell => ({ cell_type: 'markdown', id: '', metadata: {}, source: linesOf(text) });

const code = (block: PageBlock | undefined, source: string, tags: string[]): Cell => ({
  cell_type: 'code',
  id: '',
  metadata: { ...(block ? { name: block.id } : {}), ...(tags.length > 0 ? { tags } : {}) },
  source: linesOf(source),
  execution_count: null,
  outputs: block ? outputsOf(block) : [],
});

/** What a program printed, and its exception apart from that. */
function outputsOf({ fence: { words, output } }: PageBlock): Output[] {
  if (!output || words.file !== undefined) return [];
  const lines = output.code.split('\n');
  const at = words.raises === undefined ? lines.length : errorStart(lines, words.raises);
  const printed = lines.slice(0, at);
  const error = lines.slice(at);
  return [
    ...(printed.length > 0
      ? [{ output_type: 'stream' as const, name: 'stdout' as const, text: linesOf(`${printed.join('\n')}\n`) }]
      : []),
    ...(error.length > 0
      ? [{ output_type: 'error' as const, ...nameAndValue(error, words.raises!), traceback: error }]
      : []),
  ];
}

/** The line that names the exception, the last one that does. */
function namedLine(lines: string[], raises: string): number {
  const name = raises.split('.').at(-1)!;
  return lines.findLastIndex((line) => new RegExp(`^([\\w.]+\\.)?${name}\\b`).test(line));
}

/** The line on which the end of the traceback begins: a SyntaxError shows its place before its name. */
function errorStart(lines: string[], raises: string): number {
  const named = namedLine(lines, raises);
  if (named < 0) return lines.length;
  const place = lines.slice(0, named).findLastIndex((line) => /^ {2}File "/.test(line));
  return /(Syntax|Indentation|Tab)Error$/.test(raises) && place >= 0 ? place : named;
}

function nameAndValue(error: string[], raises: string): { ename: string; evalue: string } {
  const [, ename, evalue] =
    /^(?:[\w.]+\.)?(\w+)(?:: (.*))?$/s.exec(error.slice(namedLine(error, raises)).join('\n')) ?? [];
  return { ename: ename ?? raises, evalue: evalue ?? '' };
}

function fenced(source: string, language: string, output: string | undefined): string {
  const fence = (text: string, name: string): string => `\`\`\`${name}\n${text}\n\`\`\``;
  return [fence(source, language), ...(output === undefined ? [] : [fence(output, 'output')])].join('\n\n');
}

const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;

const linesOf = (text: string): Lines => text.split(/(?<=\n)/);
