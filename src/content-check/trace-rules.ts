/** Programs that are stepped through: where they may stand, how they are written, and their recordings. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fence } from '../code-blocks/extract.ts';
import { canRun } from '../code-blocks/figure.ts';
import { tracedFences } from '../code-blocks/recordings.ts';
import { parseTrace } from '../shared/trace.ts';
import type { ContentFile } from './files.ts';
import type { Problem } from './problem.ts';

const FOLDER = 'content/traces';

/** @param root the folder that holds content/ */
export function checkTraces(root: string, files: readonly ContentFile[]): Problem[] {
  const lessons = files.filter(({ kind }) => kind === 'lessons');
  const elsewhere = files
    .filter(({ kind }) => kind !== 'lessons')
    .flatMap(({ file, fences }) =>
      fences
        .filter(({ words }) => words.trace)
        .map(({ line }) => ({ file, line, message: 'expected "trace" in a lesson only, found it here' })),
    );
  const known = new Set(lessons.map(({ id }) => `${id}.json`));
  const orphans = recorded(root)
    .filter((name) => !known.has(name))
    .map((name) => ({
      file: `${FOLDER}/${name}`,
      line: 1,
      message: `expected the lesson content/lessons/${name.replace(/json$/, 'mdx')} of these recordings, found none`,
    }));
  return [...elsewhere, ...orphans, ...lessons.flatMap((lesson) => checkLesson(root, lesson))];
}

function recorded(root: string): string[] {
  const folder = join(root, FOLDER);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.json'));
}

function checkLesson(root: string, { id, file, text, fences }: ContentFile): Problem[] {
  const traced = tracedFences(text, fences);
  const name = `${FOLDER}/${id}.json`;
  const problems: Problem[] = traced.flatMap(({ fence }) => checkProgram(file, fence));
  let recordings: Record<string, unknown> = {};
  try {
    if (existsSync(join(root, name)))
      recordings = JSON.parse(readFileSync(join(root, name), 'utf8')) as typeof recordings;
  } catch (error) {
    problems.push({ file: name, line: 1, message: `expected JSON, found: ${(error as Error).message}` });
  }
  for (const unknown of Object.keys(recordings).filter((key) => traced.every((each) => each.id !== key)))
    problems.push({ file: name, line: 1, message: `expected a "trace" fence with the id "${unknown}", found none` });
  const record = `run "npm run examples -- ${id} --update"`;
  for (const { id: block, fence, hash } of traced) {
    const found = recordings[block] as { hash?: unknown; trace?: unknown } | undefined;
    const about = (message: string): void => void problems.push({ file, line: fence.line, message });
    if (found === undefined) about(`expected a recording of "${block}" in ${name}, found none: ${record}`);
    else if (found.hash !== hash) about(`the recording of "${block}" is of another program: ${record}`);
    else
      try {
        parseTrace(found.trace);
      } catch (error) {
        about(`the recording of "${block}" cannot be read: ${(error as Error).message}`);
      }
  }
  return problems;
}

/** A program is stepped through in the page, a statement a line. */
function checkProgram(file: string, fence: Fence): Problem[] {
  const { words, code, line } = fence;
  const problems: Problem[] = [];
  if (!canRun(fence) || words.file !== undefined || words.role !== undefined)
    problems.push({
      file,
      line,
      message: 'expected "trace" behind a program that runs in the page, found it with a word that keeps it from that',
    });
  blankTexts(code)
    .split('\n')
    .forEach((text, index) => {
      if (text.includes(';'))
        problems.push({
          file,
          line: line + 1 + index,
          message: 'a traced program has one statement a line, found ";"',
        });
    });
  return problems;
}

/** Python with its comments and the insides of its string literals blanked, line by line. */
function blankTexts(code: string): string {
  const blank = (found: string): string => found.replace(/[^\n]/g, ' ');
  return code.replace(/"""[^]*?"""|'''[^]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#[^\n]*/g, blank);
}
