/** The recordings of lessons: content/traces/<topic>/<lesson>.json, written by the example runner. */
import { existsSync, readFileSync } from 'node:fs';
import { tracedFences, type Recordings } from '../code-blocks/recordings.ts';
import { parseTrace, type Trace } from '../shared/trace.ts';
import { idsIn } from './content-files.ts';

/** A program that can be stepped through. */
export interface TracedProgram {
  source: string;
  trace: Trace;
}

const FOLDER = 'content/traces';

/** Ids of the lessons that have recordings: "functions/closures". */
export function tracedLessons(): string[] {
  return idsIn(FOLDER, '.json');
}

/**
 * @param lesson "topic/lesson"
 * @returns its traced programs by the id of their block; empty where it has none
 * @throws {Error} when a recording is missing, of another program, or cannot be read
 */
export function tracesOf(lesson: string): Record<string, TracedProgram> {
  const file = `${FOLDER}/${lesson}.json`;
  const traced = tracedFences(readFileSync(`content/lessons/${lesson}.mdx`, 'utf8'));
  const recordings = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Recordings) : {};
  return Object.fromEntries(
    traced.map(({ id, fence, hash }) => {
      const found = recordings[id];
      if (found?.hash !== hash)
        throw new Error(
          `content/lessons/${lesson}.mdx:${fence.line}: expected a recording of this program in ${file}, found ${found ? 'one of another program' : 'none'}`,
        );
      return [id, { source: fence.code, trace: parseTrace(found.trace) }];
    }),
  );
}
