import type { APIContext } from 'astro';
import { addresses } from '../../../lib/addresses.ts';
import { getExercises, getRoadmap, type ExerciseEntry } from '../../../lib/entries.ts';
import { readExerciseSource } from '../../../lib/exercise-source.ts';
import { exerciseFiles, zipOf } from '../../../lib/exercise-zip.ts';

export async function getStaticPaths() {
  const { lessons } = await getRoadmap();
  return (await getExercises()).map(({ id, data }) => {
    const [topic, exercise] = id.split('/');
    return {
      params: { topic: topic!, exercise: exercise! },
      props: { id, data, lesson: lessons.get(data.lesson)?.title ?? data.lesson },
    };
  });
}

type Props = Pick<ExerciseEntry, 'id' | 'data'> & { lesson: string };

export const GET = ({ props: { id, data, lesson } }: APIContext<Props>): Response =>
  new Response(zipOf(exerciseFiles(readExerciseSource(id, data), lesson, addresses())), {
    headers: { 'content-type': 'application/zip' },
  });
