/** The built site, served for the browser tests, and the paths of its pages. */
import { readdirSync } from 'node:fs';
import { after, before } from 'node:test';
import type { Browser } from 'playwright-core';
import { serve } from '../../scripts/serve.mjs';
import { launch } from './chromium.ts';

export const dist = new URL('../../dist', import.meta.url).pathname;

/** Pages that repeat a part of their lesson, in one shape: every so many stand for the others. */
const ALIKE = { '/embed/': 10, '/exercises/': 5 };

/** Paths of the pages: "/", "/functions/closures/". */
export const pagePaths: string[] = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('index.html'))
  .map((file) => `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`)
  .sort()
  .filter((path, index) =>
    Object.entries(ALIKE).every(([folder, every]) => !path.startsWith(folder) || index % every === 0),
  );

/** Serves dist/ as a static host does. */
export async function serveSite(): Promise<{ url: string; close: () => Promise<void> }> {
  const { url, close } = await serve(dist);
  return { url: url.replace(/\/$/, ''), close };
}

/** Starts a browser and the site for the tests of a file, and ends both with them. */
export function useSite(): { readonly browser: Browser; readonly url: string } {
  let browser: Browser | undefined;
  let site: Awaited<ReturnType<typeof serveSite>> | undefined;
  before(async () => {
    [browser, site] = await Promise.all([launch(), serveSite()]);
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });
  return {
    get browser() {
      if (!browser) throw new Error('the browser starts with the first test');
      return browser;
    },
    get url() {
      if (!site) throw new Error('the site is served from the first test on');
      return site.url;
    },
  };
}
