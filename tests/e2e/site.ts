/** The built site, served for the browser tests, and the paths of its pages. */
import { readdirSync } from 'node:fs';
import { serve } from '../../scripts/serve.mjs';

export const dist = new URL('../../dist', import.meta.url).pathname;

/** Paths of all pages: "/", "/functions/closures/". */
export const pagePaths: string[] = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('index.html'))
  .map((file) => `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`)
  .sort();

/** Serves dist/ as a static host does. */
export async function serveSite(): Promise<{ url: string; close: () => Promise<void> }> {
  const { url, close } = await serve(dist);
  return { url: url.replace(/\/$/, ''), close };
}
