/**
 * Compares what happened with what a page says. Nothing is run and nothing is printed here: it takes
 * results and gives problems, and the edits that would make the page say what is true.
 */
import type { Fence } from '../../../src/code-blocks/extract.ts';
import { diff, matches, merge } from './match.ts';
import type { Page, PageFence } from './pages.ts';
import type { Problem, ProblemKind } from './problems.ts';
import type { Result } from './results.ts';
import type { Edit } from './splice.ts';

/** What one Python made of a page. Fences are named by their place in `page.fences`. */
export interface Outcome {
  /** `CPython 3.15.0` */
  python: string;
  results: Map<number, Result>;
  skipped: number[];
}

/** What a console session printed, in the form of its fence. */
export interface SessionOutcome {
  text: string;
  problem?: string;
}

export interface Evaluation {
  problems: Problem[];
  edits: Edit[];
}

/** @param file how the page is called in problems */
export function evaluate(
  page: Page,
  file: string,
  outcomes: readonly Outcome[],
  sessions: ReadonlyMap<number, SessionOutcome>,
): Evaluation {
  const problems: Problem[] = [];
  const edits: Edit[] = [];
  for (const [index, fence] of page.fences.entries()) {
    const session = sessions.get(index);
    const found = session ? evaluateSession(fence, session) : evaluateBlock(page, index, fence, outcomes);
    if (found.edit) edits.push({ fence, ...found.edit });
    problems.push(
      ...found.findings.map((finding) => ({
        file,
        line: fence.line,
        fence: fence.line,
        pythons: [],
        details: [],
        ...finding,
      })),
    );
  }
  return { problems, edits };
}

type Finding = { kind: ProblemKind; details?: string[]; pythons?: string[]; line?: number };
type Evaluated = { findings: Finding[]; edit?: Omit<Edit, 'fence'> };

function evaluateSession(fence: Fence, { text, problem }: SessionOutcome): Evaluated {
  if (problem) return { findings: [{ kind: 'console unreadable', details: [problem] }] };
  if (matches(fence.code, text)) return { findings: [] };
  return {
    findings: [{ kind: 'console differs', details: diff(fence.code, text) }],
    edit: { code: merge(fence.code, text) },
  };
}

function evaluateBlock(page: Page, index: number, fence: PageFence, outcomes: readonly Outcome[]): Evaluated {
  const expected = fence.output?.code;
  if (fence.words.norun !== undefined && expected !== undefined)
    return { findings: [{ kind: 'output unproved', line: fence.output!.line }] };
  const findings: (Finding & { python: string })[] = [];
  const printed: { python: string; text: string }[] = [];
  for (const outcome of outcomes) {
    const result = outcome.results.get(index);
    if (!result) continue;
    const verdict = judge(page, index, result, outcome);
    if ('kind' in verdict) findings.push({ ...verdict, python: outcome.python });
    else printed.push({ python: outcome.python, text: verdict.text });
  }
  const [first, ...others] = printed;
  if (fence.words.role !== undefined || !first) return { findings: group(findings) };
  // What the current Python prints is what the page should say; lines with `...` stay.
  const wanted = merge(expected, first.text);
  const differing = others.filter(({ text }) => !matches(wanted, text));
  const isTrue = (text: string) => (expected === undefined ? text === '' : text !== '' && matches(expected, text));
  for (const { python, text } of printed)
    if (!isTrue(text) && differing.every((other) => other.python !== python))
      findings.push({ ...difference(fence, text), python });
  for (const { python, text } of differing)
    findings.push({ kind: 'pythons differ', details: [`- ${first.python}`, ...diff(first.text, text)], python });
  const canEdit = differing.length === 0 && !isTrue(first.text);
  return { findings: group(findings), ...(canEdit ? { edit: { output: wanted } } : {}) };
}

/** What is wrong when a page says something else than what is printed. */
function difference({ output }: Fence, text: string): Finding {
  if (!output) return { kind: 'output missing', details: diff('', text) };
  if (text === '') return { kind: 'output unneeded', line: output.line };
  return { kind: 'output differs', line: output.line, details: diff(output.code, text) };
}

/** The text that a block shows when it did what its words say, or what is wrong. */
function judge(page: Page, index: number, result: Result, outcome: Outcome): { text: string } | Finding {
  const { words } = page.fences[index]!;
  const summary = lines(result.traceback);
  switch (result.ended) {
    case 'normally':
      return words.raises && words.file === undefined
        ? { kind: 'did not raise', details: [`expected ${words.raises}`] }
        : { text: result.output };
    case 'raised':
      break;
    case 'not reached':
      return { kind: 'not reached' };
    default:
      return { kind: result.ended, details: lines(result.detail) };
  }
  if (words.raises && isCalled(words.raises, result.name!))
    return {
      text: [result.output, result.summary]
        .filter(Boolean)
        .join('\n')
        .replace(/\n\n+(?=[^\n]*$)/, '\n'),
    };
  if (words.raises)
    return { kind: 'raised another', details: [`expected ${words.raises}, found ${result.name}`, ...summary] };
  if (result.name === 'SystemExit') return { kind: 'exited', details: summary };
  if (!result.traceback?.startsWith('Traceback')) return { kind: 'does not compile', details: summary };
  return { kind: 'raised', details: [...summary, ...hint(page, index, result, outcome)] };
}

/** `raises=JSONDecodeError` and `raises=json.JSONDecodeError` both name `json.decoder.JSONDecodeError`. */
function isCalled(wanted: string, name: string): boolean {
  return name.split('.').at(-1) === wanted.split('.').at(-1);
}

/** Where a missing name comes from, when it comes from a block that this Python did not run. */
function hint(page: Page, index: number, { name, summary }: Result, { skipped, python }: Outcome): string[] {
  const missing = name === 'NameError' ? /name '(\w+)' is not defined/.exec(summary ?? '')?.[1] : undefined;
  const missingModule = name === 'ModuleNotFoundError' ? /No module named '(\w+)/.exec(summary ?? '')?.[1] : undefined;
  for (const at of skipped.filter((at) => at < index)) {
    const { code, line, words } = page.fences[at]!;
    const defines = missing && new RegExp(`\\b${missing}\\b`).test(code);
    const writes = missingModule && words.file?.split(/[./]/).includes(missingModule);
    if (!defines && !writes) continue;
    const mark = words.runtime ? `runtime=${words.runtime}` : `python=${words.python}`;
    return [
      `${missing ?? missingModule} comes from the block at line ${line}, which ${python} does not run: mark this block ${mark}, too`,
    ];
  }
  if (missingModule && python.startsWith('Pyodide'))
    return [`the browser's Python has no ${missingModule}: mark this block runtime=cpython`];
  return [];
}

/** One problem for all Pythons that had the same one. */
function group(findings: readonly (Finding & { python: string })[]): Finding[] {
  const same = Map.groupBy(findings, ({ kind, line, details }) => JSON.stringify([kind, line, details]));
  return [...same.values()].map((each) => {
    const { kind, line, details } = each[0]!;
    return {
      kind,
      pythons: each.map(({ python }) => python),
      ...(line === undefined ? {} : { line }),
      ...(details ? { details } : {}),
    };
  });
}

function lines(text: string | undefined): string[] {
  return text ? text.split('\n') : [];
}
