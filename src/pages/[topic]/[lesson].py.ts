import type { APIContext } from 'astro';
import { getLessons } from '../../lib/entries.ts';
import { readLesson } from '../../lib/lesson-parts.ts';
import { lessonProgram } from '../../lib/lesson-program.ts';

export async function getStaticPaths() {
  return (await getLessons()).map(({ id }) => {
    const [topic, lesson] = id.split('/');
    return { params: { topic: topic!, lesson: lesson! }, props: { id } };
  });
}

export const GET = ({ props }: APIContext<{ id: string }>): Response =>
  new Response(lessonProgram(readLesson(props.id)), { headers: { 'content-type': 'text/x-python; charset=utf-8' } });
