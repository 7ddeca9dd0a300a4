import type { APIContext } from 'astro';
import { getLessons } from '../../lib/entries.ts';
import { readLesson } from '../../lib/lesson-parts.ts';
import { notebook } from '../../lib/notebook.ts';

export async function getStaticPaths() {
  return (await getLessons()).map(({ id }) => {
    const [topic, lesson] = id.split('/');
    return { params: { topic: topic!, lesson: lesson! }, props: { id } };
  });
}

export const GET = ({ props }: APIContext<{ id: string }>): Response =>
  new Response(`${JSON.stringify(notebook(readLesson(props.id)), null, 1)}\n`, {
    headers: { 'content-type': 'application/x-ipynb+json' },
  });
