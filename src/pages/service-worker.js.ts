import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';

/** The service worker stands beside the pages that it serves, as one file without imports. */
export const GET = (): Response =>
  new Response(stripTypeScriptTypes(readFileSync('src/client/service-worker.ts', 'utf8')), {
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  });
