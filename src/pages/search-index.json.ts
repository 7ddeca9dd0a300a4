import { searchIndex } from '../lib/search-index.ts';

export const GET = async (): Promise<Response> => Response.json(await searchIndex());
