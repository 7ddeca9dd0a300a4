import type { APIContext } from 'astro';
import { tracedLessons, tracesOf } from '../../../lib/traces.ts';

export const getStaticPaths = () =>
  tracedLessons().map((id) => {
    const [topic, lesson] = id.split('/');
    return { params: { topic, lesson } };
  });

/** By id of the block: the program and its recording, for the player (src/client/python/trace-player.ts). */
export const GET = ({ params }: APIContext): Response =>
  Response.json(tracesOf(`${params['topic']!}/${params['lesson']!}`));
