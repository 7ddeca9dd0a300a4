import type { APIContext } from 'astro';
import { getLessons } from '../../../lib/entries.ts';
import { markdownResponse } from '../../../lib/markdown-page.ts';

export async function getStaticPaths() {
  return (await getLessons()).map(({ id, data }) => {
    const [topic, lesson] = id.split('/');
    return { params: { topic: topic!, lesson: lesson! }, props: { id, title: data.title } };
  });
}

export const GET = ({ props }: APIContext<{ id: string; title: string }>): Response =>
  markdownResponse(`content/lessons/${props.id}.mdx`, props.title);
