/** An exercise's file, taken apart: prompt, programs and note. */
import { readFileSync } from 'node:fs';
import { extractFences, type Fence } from '../code-blocks/extract.ts';
import { ROLES, type Role } from '../code-blocks/words.ts';
import type { ExerciseData } from '../schemas/exercise.ts';

/** An exercise as archives and data need it. */
export interface ExerciseSource {
  /** "topic/exercise" */
  id: string;
  data: ExerciseData;
  /** What is asked, as MDX, without starter, hints, solution and tests. */
  prompt: string;
  /** The programs end with a newline. */
  starter: string;
  solution: string;
  tests: string;
  /** What stands beside the solution, as MDX. */
  note: string;
  /** Files that the programs read, by name. */
  files: Record<string, string>;
}

/**
 * Reads `content/exercises/<id>.mdx`.
 * @throws when the file is missing or does not hold each program once
 */
export function readExerciseSource(id: string, data: ExerciseData): ExerciseSource {
  const file = `content/exercises/${id}.mdx`;
  return parseExercise(readFileSync(file, 'utf8'), id, data, file);
}

/** @param file how the exercise is called in errors */
export function parseExercise(source: string, id: string, data: ExerciseData, file: string): ExerciseSource {
  const { fences } = extractFences(source);
  const of = (role: Role): Fence => {
    const found = fences.filter(({ words }) => words.role === role);
    if (found.length !== 1)
      throw new Error(`${file}: expected one "python ${role}" fence (${ROLES.join(', ')}), found ${found.length}`);
    return found[0]!;
  };
  const [starter, solution, tests] = [of('starter'), of('solution'), of('tests')];
  const lines = source.split(/\r?\n/);
  const isRole = (line: number): boolean =>
    [starter, solution, tests].some((fence) => fence.line <= line && line <= fence.endLine);
  const text = lines.filter((_, index) => !isRole(index + 1)).join('\n');
  return {
    id,
    data,
    prompt: text
      .replace(/^---\n.*?\n---\n/s, '')
      .replace(/^<(Hint|Solution)>.*?<\/\1>[ \t]*$/gms, '')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    starter: `${starter.code}\n`,
    solution: `${solution.code}\n`,
    tests: `${tests.code}\n`,
    note: (/^<Solution>(.*?)<\/Solution>/ms.exec(text)?.[1] ?? '').trim(),
    files: Object.fromEntries(
      fences.flatMap(({ words, code }) => (words.file === undefined ? [] : [[words.file, `${code}\n`]])),
    ),
  };
}
