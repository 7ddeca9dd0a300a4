/** The file of an exercise: what Check and the comparison need, fetched when they need it. */
import type { ExerciseJson } from '../../lib/exercise-json.ts';
import { paths, withBase } from '../../shared/paths.ts';

export type ExerciseFile = ExerciseJson;

const files = new Map<string, Promise<ExerciseFile>>();

/** @throws Error when the file cannot be had; the next call tries again */
export function loadExercise(base: string, id: string): Promise<ExerciseFile> {
  const known = files.get(id);
  if (known) return known;
  const file = fetch(withBase(base, paths.exerciseJson(id))).then(async (response) => {
    if (!response.ok) throw new Error(`the host answered ${String(response.status)}`);
    return (await response.json()) as ExerciseFile;
  });
  files.set(id, file);
  file.catch(() => files.delete(id));
  return file;
}
