/**
 * Proves reference guides. A table with the columns `example` and `gives` holds expressions and
 * their values: each is evaluated behind the programs of its page, and its repr, or the exception
 * that it raises, must be what the row says. A guide in `COMPLETE` must name everything that
 * Python itself lists.
 */
import path from 'node:path';
import { runSteps } from '../examples/cpython.ts';
import { readPage, type Page } from '../examples/pages.ts';
import type { Step } from '../examples/plan.ts';
import { diff } from '../examples/match.ts';
import type { Problem, ProblemKind } from '../examples/problems.ts';
import type { Interpreter, Interpreters } from '../interpreters.ts';
import { codeCell, codeOf, namesOf, tableRows, type TableRow } from './tables.ts';

/** A row with an expression. */
export interface Example {
  row: TableRow;
  code: string;
  /** What the row says that it gives. */
  gives: string;
  /** Whether the row says that it needs the current version. */
  isNew: boolean;
}

/**
 * What a guide must name: an expression for a list of names, evaluated on the current Python. Rows
 * whose first cell names something else stay allowed, since a guide may say more.
 */
const COMPLETE: Readonly<Record<string, string>> = {
  'string-methods': "[name for name in dir(str) if not name.startswith('_')]",
  'built-in-functions':
    "[name for name, value in vars(__import__('builtins')).items() if name[0] != '_' and callable(value) and not (isinstance(value, type) and issubclass(value, BaseException))]",
  exceptions:
    "[name for name, value in vars(__import__('builtins')).items() if isinstance(value, type) and issubclass(value, BaseException) and value.__name__ == name and name[0] != '_']",
  keywords: "__import__('keyword').kwlist + __import__('keyword').softkwlist",
  // The chapter on special names of the language reference, which Python carries for help().
  'special-methods':
    "sorted({name for text in __import__('pydoc_data.topics', fromlist=['topics']).topics.values() for name in __import__('re').findall(r'^object\\.(__\\w+__)\\(', text, 8)})",
};

/** @returns the rows of a page that are to be evaluated */
export function examplesOf({ source }: Page): Example[] {
  return tableRows(source).flatMap((row) => {
    const [at, shown] = [row.columns.indexOf('example'), row.columns.indexOf('gives')];
    if (at < 0 || shown < 0) return [];
    return [
      {
        row,
        code: codeOf(row.cells[at] ?? '') ?? '',
        gives: codeOf(row.cells[shown] ?? '') ?? '',
        isNew: row.cells.some((cell) => /\b3\.15\b/.test(cell)),
      },
    ];
  });
}

/**
 * What is wrong with a guide.
 *
 * @param listed an expression for the names that it must have; by default that of `COMPLETE`
 */
export async function checkGuide(
  file: string,
  interpreters: Interpreters,
  listed: string | undefined = COMPLETE[path.basename(file, '.mdx')],
): Promise<Problem[]> {
  const page = readPage(file);
  const examples = examplesOf(page);
  const values = await evaluateExamples(page, examples, interpreters);
  const missing = listed === undefined ? [] : await missingNames(page, listed, interpreters.current);
  const about = (kind: ProblemKind, line: number, pythons: string[], details: string[]): Problem => ({
    kind,
    file: path.relative(process.cwd(), file),
    line,
    fence: line,
    pythons,
    details,
  });
  return [
    ...examples.flatMap(({ row, gives }, i) =>
      [...values[i]!]
        .filter(([, value]) => value !== gives)
        .map(([python, value]) => about('row shows otherwise', row.line, [python], diff(gives, value))),
    ),
    ...(missing.length > 0 ? [about('names missing', 1, [], missing)] : []),
  ];
}

/** The page with the value of each example written into its row. */
export async function updatedGuide(file: string, interpreters: Interpreters): Promise<string> {
  const page = readPage(file);
  const examples = examplesOf(page);
  const values = await evaluateExamples(page, examples, interpreters);
  const lines = page.source.split('\n');
  for (const [i, { row }] of examples.entries()) {
    const cells = [...row.cells];
    cells[row.columns.indexOf('gives')] = codeCell([...values[i]!.values()][0]!);
    lines[row.line - 1] = `| ${cells.join(' | ')} |`;
  }
  return lines.join('\n');
}

/** For each example its value by Python, the current one first. */
async function evaluateExamples(
  page: Page,
  examples: readonly Example[],
  { current, previous }: Interpreters,
): Promise<Map<string, string>[]> {
  const out = examples.map(() => new Map<string, string>());
  for (const interpreter of [current, previous]) {
    const chosen = examples
      .map((example, i) => ({ example, i }))
      .filter(({ example }) => interpreter === current || !example.isNew);
    const setup = setupOf(page, interpreter);
    const results = await runSteps(interpreter, [...setup, ...chosen.map(({ example }) => valueStep(example.code))]);
    for (const [k, { i }] of chosen.entries()) {
      const { ended, output, detail } = results[setup.length + k]!;
      out[i]!.set(`CPython ${interpreter.version}`, ended === 'normally' ? output.trimEnd() : (detail ?? ended));
    }
  }
  return out;
}

/** The programs of the page, so that its names are there. */
function setupOf({ fences }: Page, { minor }: Interpreter): Step[] {
  return fences
    .filter(({ language, words }) => language === 'python' && words.norun === undefined && words.file === undefined)
    .filter(({ words }) => words.python === undefined || words.python === minor)
    .map(({ code }) => ({ do: 'run', source: `${code}\n` }));
}

/** Prints the repr of an expression, or the exception that it raises, whatever names the page has bound. */
function valueStep(code: string): Step {
  const source = [
    'try:',
    `    print(repr(eval(${JSON.stringify(code)})))`,
    'except BaseException as error:',
    '    print(f"{error.__class__.__name__}: {error}".removesuffix(": "))',
  ];
  return { do: 'run', source: `${source.join('\n')}\n` };
}

async function missingNames({ source }: Page, listed: string, interpreter: Interpreter): Promise<string[]> {
  const [result] = await runSteps(interpreter, [{ do: 'run', source: `print(*(${listed}), sep="\\n")\n` }]);
  if (result!.ended !== 'normally') return [result!.traceback ?? result!.ended];
  const named = new Set(tableRows(source).flatMap(namesOf));
  return result!.output.split('\n').filter((name) => name !== '' && !named.has(name));
}
