import { getRoadmap } from '../lib/entries.ts';

/** By stop: what the reader can do afterwards, for the cards of the map. */
export const GET = async (): Promise<Response> => {
  const { lessons } = await getRoadmap();
  return Response.json(Object.fromEntries([...lessons].map(([id, { outcome }]) => [id, outcome.replaceAll('`', '')])));
};
