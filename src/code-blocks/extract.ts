/**
 * Finds the fences of a content file with their true line numbers, for the checks and the example
 * runner. It reads lines, not a syntax tree: a fence is the same thing in MDX and in a block scalar
 * of a YAML file (questions), and its indentation is kept aside so that output can be written back.
 */
import { parseWords, type FenceWords, type Language } from './words.ts';

/** One fenced block. Lines count from 1 within the file. */
export interface Fence {
  language: Language;
  words: FenceWords;
  /** The text without the fence's own indentation, without a final newline. */
  code: string;
  /** Line of the opening fence. */
  line: number;
  /** Line of the closing fence. */
  endLine: number;
  /** White space before the opening fence. */
  indent: string;
  /** The `output` fence that follows a Python fence with nothing but blank lines between. */
  output?: Fence;
}

/** What is wrong with a fence: a sentence and the line it stands on. */
export interface FenceProblem {
  line: number;
  message: string;
}

const OPEN = /^(?<indent>[ \t]*)(?<marks>`{3,}|~{3,})(?<info>[^`]*)$/;

/**
 * @param source the text of a file (MDX, or YAML with Markdown in block scalars)
 * @returns every fence in order (an `output` fence is found under the fence it belongs to, and not by
 * itself) and all problems found on the way
 */
export function extractFences(source: string): { fences: Fence[]; problems: FenceProblem[] } {
  const lines = source.split(/\r?\n/);
  const all: Fence[] = [];
  const problems: FenceProblem[] = [];
  for (let i = 0; i < lines.length; i++) {
    const open = OPEN.exec(lines[i]!);
    if (!open?.groups) continue;
    const { indent, marks, info } = open.groups as { indent: string; marks: string; info: string };
    const close = closingLine(lines, i, marks);
    if (close === undefined) {
      problems.push({ line: i + 1, message: `expected a closing ${marks}, found the end of the file` });
      break;
    }
    const body = lines
      .slice(i + 1, close)
      .map((text) => (text.startsWith(indent) ? text.slice(indent.length) : text.trimStart()));
    const language = info.trim().split(/\s+/)[0] ?? '';
    const parsed = parseWords(language, info.trim().slice(language.length), body.length);
    problems.push(...parsed.problems.map((message) => ({ line: i + 1, message })));
    all.push({
      language: parsed.language,
      words: parsed.words,
      code: body.join('\n'),
      line: i + 1,
      endLine: close + 1,
      indent,
    });
    i = close;
  }
  return { fences: pair(all, lines, problems), problems };
}

function closingLine(lines: string[], open: number, marks: string): number | undefined {
  const close = new RegExp(`^[ \\t]*${marks[0] === '`' ? '`' : '~'}{${marks.length},}[ \\t]*$`);
  for (let i = open + 1; i < lines.length; i++) if (close.test(lines[i]!)) return i;
  return undefined;
}

/** Hangs each `output` fence on the Python fence before it. */
function pair(all: Fence[], lines: string[], problems: FenceProblem[]): Fence[] {
  const out: Fence[] = [];
  for (const fence of all) {
    if (fence.language !== 'output') {
      out.push(fence);
      continue;
    }
    const before = out.at(-1);
    const between = before ? lines.slice(before.endLine, fence.line - 1) : ['none'];
    if (before?.language === 'python' && !before.output && between.every((text) => text.trim() === ''))
      before.output = fence;
    else
      problems.push({
        line: fence.line,
        message: 'expected an "output" fence right behind a "python" fence, found it alone',
      });
  }
  return out;
}
