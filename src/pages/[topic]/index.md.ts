import type { APIContext } from 'astro';
import { getRoadmap, getTopics } from '../../lib/entries.ts';
import { markdownResponse } from '../../lib/markdown-page.ts';

export async function getStaticPaths() {
  const { topics } = await getRoadmap();
  return (await getTopics()).map(({ id }) => ({
    params: { topic: id },
    props: { id, title: topics.find(({ slug }) => slug === id)?.title ?? id },
  }));
}

export const GET = ({ props }: APIContext<{ id: string; title: string }>): Response =>
  markdownResponse(`content/topics/${props.id}.mdx`, props.title);
