/** Formats and lints Python with ruff, as compiled for Node. */
import ruff from '@astral-sh/ruff-wasm-nodejs';
import type { Fence } from '../../../src/code-blocks/extract.ts';
import { ALLOWED_IN_TESTS, ruffSettings } from '../../../src/code-blocks/ruff.ts';
import { diff } from './match.ts';
import type { Page } from './pages.ts';
import type { Problem } from './problems.ts';
import type { Edit } from './splice.ts';

/** What the linter says about a line of a block, which counts from 1. */
export interface Finding {
  line: number;
  /** `B015`; nothing for what is no rule, such as a syntax error. */
  rule: string;
  message: string;
}

const workspaces = new Map<string, ruff.Workspace>();

function workspace(python = ''): ruff.Workspace {
  let found = workspaces.get(python);
  if (!found) {
    found = new ruff.Workspace(python ? ruffSettings(python) : ruffSettings(), ruff.PositionEncoding.Utf16);
    workspaces.set(python, found);
  }
  return found;
}

/** The block in ruff's format, or nothing if it cannot be read. */
export function format(code: string, python?: string): string | undefined {
  const ruff = workspace(python);
  try {
    return ruff.format(`${code}\n`).trimEnd();
  } catch {
    return undefined;
  }
}

export function lint(code: string, python?: string): Finding[] {
  const diagnostics = workspace(python).check(`${code}\n`) as ruff.Diagnostic[];
  return diagnostics.map(({ code: rule, message, start_location: { row } }) => ({
    line: row,
    rule: rule ?? '',
    message: `${rule ?? ''} ${message}`.trim(),
  }));
}

/** What the formatter and the linter have against a page's Python, or against some of it. */
export function checkStyle(page: Page, file: string, wanted: (fence: Fence) => boolean = () => true): Problem[] {
  return page.fences
    .filter((fence) => fence.language === 'python' && wanted(fence))
    .flatMap((fence) =>
      [...formatProblems(fence), ...lintProblems(fence)].map((problem) => ({
        ...problem,
        file,
        fence: fence.line,
        pythons: [],
      })),
    );
}

/** Edits that format a page's blocks. A block with marked lines keeps its lines, or is left alone. */
export function formatEdits(page: Page): Edit[] {
  return page.fences
    .filter(({ language }) => language === 'python')
    .flatMap((fence) => {
      const formatted = format(fence.code, fence.words.python);
      if (formatted === undefined || formatted === fence.code) return [];
      return hasMarks(fence) && countLines(formatted) !== countLines(fence.code) ? [] : [{ fence, code: formatted }];
    });
}

type Place = Pick<Problem, 'kind' | 'line' | 'details'>;

function formatProblems(fence: Fence): Place[] {
  const formatted = format(fence.code, fence.words.python);
  // What cannot be read is reported by those who compile it.
  if (formatted === undefined || formatted === fence.code) return [];
  const marked = hasMarks(fence) ? ['it marks lines by number, so format it by hand'] : [];
  return [{ kind: 'format', line: fence.line, details: [...diff(fence.code, formatted), ...marked] }];
}

function lintProblems(fence: Fence): Place[] {
  const { python, role } = fence.words;
  if (!isLinted(fence) || format(fence.code, python) === undefined) return [];
  return lint(fence.code, python)
    .filter(({ rule }) => role !== 'tests' || !ALLOWED_IN_TESTS.includes(rule))
    .map(({ line, message }) => ({ kind: 'lint', line: fence.line + line, details: [message] }));
}

/** Not what is wrong on purpose, what the reader is to finish, and what is only shown. */
function isLinted({ words }: Fence): boolean {
  return !words.before && words.role !== 'starter' && words.raises === undefined && words.norun === undefined;
}

function hasMarks({ words }: Fence): boolean {
  return words.highlight.length + words.ins.length + words.del.length > 0;
}

function countLines(text: string): number {
  return text.split('\n').length;
}
