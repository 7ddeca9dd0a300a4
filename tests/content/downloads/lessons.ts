/** Runs lessons in the forms in which readers take them away: as a program and as a notebook. */
import path from 'node:path';
import { lessonProgram } from '../../../src/lib/lesson-program.ts';
import { readLesson } from '../../../src/lib/lesson-parts.ts';
import { notebook, type Cell, type Notebook } from '../../../src/lib/notebook.ts';
import { inFolder, runSteps, runToEnd, writeFiles } from '../examples/cpython.ts';
import { diff, matches } from '../examples/match.ts';
import type { Step } from '../examples/plan.ts';
import type { Interpreter } from '../interpreters.ts';

const VALIDATOR = path.join(import.meta.dirname, 'validate_notebooks.py');
const LIMIT = 120_000;

/** @returns what went wrong when the lesson's file ran, or nothing */
export async function runProgram(id: string, interpreter: Interpreter): Promise<string | undefined> {
  return inFolder(async (folder) => {
    writeFiles(folder, { 'lesson.py': lessonProgram(readLesson(id)) });
    const { code, how, output } = await runToEnd(interpreter, interpreter.python, ['lesson.py'], folder, LIMIT);
    return code === 0 ? undefined : `${how}\n${output.slice(-2000)}`;
  });
}

/** @returns a line for each lesson whose notebook nbformat refuses */
export async function invalidNotebooks(ids: readonly string[], interpreter: Interpreter): Promise<string> {
  return inFolder(async (folder) => {
    const names = ids.map((id) => `${id.replace('/', '.')}.ipynb`);
    writeFiles(
      folder,
      Object.fromEntries(ids.map((id, index) => [names[index]!, JSON.stringify(notebook(readLesson(id)))])),
    );
    const { code, output } = await runToEnd(interpreter, interpreter.python, [VALIDATOR, ...names], folder, LIMIT);
    return code === 0 ? output : `nbformat did not run:\n${output}`;
  });
}

/**
 * Runs the code cells of a lesson's notebook in order, in one namespace.
 * @returns a difference for each cell that printed something else than its outputs say, and the number of cells
 */
export async function runNotebook(id: string, interpreter: Interpreter): Promise<{ cells: number; wrong: string[] }> {
  const steps = stepsOf(notebook(readLesson(id)), interpreter);
  const results = await runSteps(
    interpreter,
    steps.map(({ step }) => step),
  );
  const wrong = steps.flatMap(({ cell }, index) => {
    const { ended, output, summary = '' } = results[index]!;
    const mayRaise = cell.metadata.tags?.includes('raises-exception') === true;
    const printed = [output, summary].filter(Boolean).join('\n');
    if (matches(outputOf(cell), printed) && (ended === 'normally' || (ended === 'raised' && mayRaise))) return [];
    return [`${cell.id}: ended ${ended}\n${diff(outputOf(cell), printed).join('\n')}`];
  });
  return { cells: steps.length, wrong };
}

type CodeCell = Extract<Cell, { cell_type: 'code' }>;

function stepsOf({ cells }: Notebook, { minor }: Interpreter): { cell: CodeCell; step: Step }[] {
  const steps: { cell: CodeCell; step: Step }[] = [];
  let fresh = false;
  for (const cell of cells) {
    if (cell.cell_type !== 'code' || needsLater(cell, minor)) continue;
    const source = `${cell.source.join('')}\n`;
    const file = /^%%writefile (\S+)\n/.exec(source);
    if (source === '%reset -f\n') fresh = true;
    else if (file) steps.push({ cell, step: { do: 'write', path: file[1]!, source: source.slice(file[0].length) } });
    else {
      steps.push({ cell, step: { do: 'run', source, ...(fresh ? { fresh } : {}) } });
      fresh = false;
    }
  }
  return steps;
}

/** Whether a cell's tag names a later Python than this one. */
function needsLater({ metadata }: CodeCell, minor: string): boolean {
  const wanted = metadata.tags?.flatMap((tag) => /^python-3\.(\d+)$/.exec(tag)?.[1] ?? [])[0];
  return wanted !== undefined && Number(wanted) > Number(minor.split('.')[1]);
}

/** What a cell says that it prints, its exception last. */
function outputOf({ outputs }: CodeCell): string {
  return outputs
    .map((output) => (output.output_type === 'stream' ? output.text.join('').trimEnd() : output.traceback.join('\n')))
    .join('\n');
}
