import { roadmapFile } from '../lib/roadmap-file.ts';

export const GET = async (): Promise<Response> => Response.json(await roadmapFile());
