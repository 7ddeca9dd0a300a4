/** Unpacks the archives of exercises and runs their tests as readers do. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { parse } from 'yaml';
import { addresses } from '../../../src/lib/addresses.ts';
import { idsIn } from '../../../src/lib/content-files.ts';
import { parseExercise, type ExerciseSource } from '../../../src/lib/exercise-source.ts';
import { moduleOf, topicFiles, zipOf } from '../../../src/lib/exercise-zip.ts';
import type { ExerciseData } from '../../../src/schemas/exercise.ts';
import { inFolder, runToEnd, writeFiles } from '../examples/cpython.ts';
import type { Interpreter } from '../interpreters.ts';

const RUNNER = path.join(import.meta.dirname, 'run_unittest.py');
const LIMIT = 120_000;

/** All exercises by topic. */
export function exercisesByTopic(): Map<string, ExerciseSource[]> {
  const all = idsIn('content/exercises', '.mdx').map((id) => {
    const file = `content/exercises/${id}.mdx`;
    const source = readFileSync(file, 'utf8');
    const data = parse(/^---\n(.*?)\n---\n/s.exec(source)?.[1] ?? '') as ExerciseData;
    return parseExercise(source, id, data, file);
  });
  return Map.groupBy(all, ({ id }) => id.split('/')[0]!);
}

export const TOOLS = ['unittest', 'pytest'] as const;
export type Tool = (typeof TOOLS)[number];

/** What the reader's module holds. */
export type Code = 'starter' | 'solution';

/** Tests of one exercise: how many ran, and how many of them failed. */
export type Counts = [run: number, failed: number];

/**
 * Unpacks a topic's archive, puts solutions in place of starters where that is asked, and runs all tests in one
 * process.
 * @returns counts by exercise name
 */
export async function runTests(
  topic: string,
  exercises: readonly ExerciseSource[],
  { tool, code, interpreter }: { tool: Tool; code: Code; interpreter: Interpreter },
): Promise<Map<string, Counts>> {
  const zip = unzipSync(
    zipOf(topicFiles({ slug: topic, title: topic }, [{ id: topic, title: topic, exercises }], addresses())),
  );
  const text = new TextDecoder();
  const files = Object.fromEntries(Object.entries(zip).map(([name, bytes]) => [name, text.decode(bytes)]));
  if (code === 'solution')
    for (const { id, solution } of exercises)
      files[`${topic}-exercises/${id.split('/')[1]!}/${moduleOf(id)}.py`] = solution;
  return inFolder(async (place) => {
    writeFiles(place, files);
    const folder = path.join(place, `${topic}-exercises`);
    const report = path.join(place, 'report.xml');
    const args =
      tool === 'unittest' ? [RUNNER] : ['-m', 'pytest', '-q', '-p', 'no:cacheprovider', `--junit-xml=${report}`];
    const { output, hung, how } = await runToEnd(interpreter, interpreter.python, args, folder, LIMIT);
    if (hung) throw new Error(`${tool} with every ${code} did not end in ${LIMIT / 1000} s:\n${output.slice(-2000)}`);
    try {
      return tool === 'unittest'
        ? new Map(Object.entries(JSON.parse(output) as Record<string, Counts>))
        : countsIn(readFileSync(report, 'utf8'), exercises);
    } catch {
      throw new Error(`${tool} with every ${code} ended with ${how} and no report:\n${output.slice(-2000)}`);
    }
  });
}

/**
 * Reads the JUnit report of pytest. A test has its module as `classname`, a module that could not be imported as
 * `name`: `run-once.test_run_once`, with the folder first.
 */
function countsIn(report: string, exercises: readonly ExerciseSource[]): Map<string, Counts> {
  const counts = new Map(exercises.map(({ id }): [string, Counts] => [id.split('/')[1]!, [0, 0]]));
  for (const [, attributes, rest] of report.matchAll(/<testcase ([^>]*?)(\/>|>.*?<\/testcase>)/gs)) {
    const [, module] = /\bclassname="([^"]+)"/.exec(attributes!) ?? /\bname="([^"]+)"/.exec(attributes!) ?? [];
    const found = counts.get(module?.split('.')[0] ?? '');
    if (!found) throw new Error(`expected a test of an exercise, found ${attributes!}`);
    found[0]++;
    if (/<(failure|error)\b/.test(rest!)) found[1]++;
  }
  return counts;
}
