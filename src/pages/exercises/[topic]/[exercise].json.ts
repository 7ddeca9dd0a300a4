import type { APIContext } from 'astro';
import { getExercises, type ExerciseEntry } from '../../../lib/entries.ts';
import { exerciseJson } from '../../../lib/exercise-json.ts';
import { readExerciseSource } from '../../../lib/exercise-source.ts';

export async function getStaticPaths() {
  return (await getExercises()).map(({ id, data }) => {
    const [topic, exercise] = id.split('/');
    return { params: { topic: topic!, exercise: exercise! }, props: { id, data } };
  });
}

export const GET = ({ props: { id, data } }: APIContext<Pick<ExerciseEntry, 'id' | 'data'>>): Response =>
  Response.json(exerciseJson(readExerciseSource(id, data)));
