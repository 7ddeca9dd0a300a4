import type { APIContext } from 'astro';
import { addresses } from '../../lib/addresses.ts';
import { getExercisesOf, getLessons, getRoadmap } from '../../lib/entries.ts';
import { readExerciseSource } from '../../lib/exercise-source.ts';
import { topicFiles, zipOf, type LessonExercises } from '../../lib/exercise-zip.ts';

interface Props {
  title: string;
  lessons: LessonExercises[];
}

export async function getStaticPaths() {
  const { topics } = await getRoadmap();
  const entries = new Map((await getLessons()).map((entry) => [entry.id, entry]));
  const found = await Promise.all(
    topics.map(async ({ slug, title, lessons }) => {
      const written = lessons.flatMap(({ id }) => entries.get(id) ?? []);
      const props: Props = {
        title,
        lessons: await Promise.all(
          written.map(async (lesson) => ({
            id: lesson.id,
            title: lesson.data.title,
            exercises: (await getExercisesOf(lesson)).map(({ id, data }) => readExerciseSource(id, data)),
          })),
        ),
      };
      return { params: { topic: slug }, props };
    }),
  );
  return found.filter(({ props }) => props.lessons.some(({ exercises }) => exercises.length > 0));
}

export const GET = ({ params, props: { title, lessons } }: APIContext<Props>): Response =>
  new Response(zipOf(topicFiles({ slug: params['topic']!, title }, lessons, addresses())), {
    headers: { 'content-type': 'application/zip' },
  });
