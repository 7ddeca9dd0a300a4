/** The site under a path of its own (`/roadmap/`), as project pages of a code host serve it. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { build } from '../../scripts/build.mjs';
import { serve } from '../../scripts/serve.mjs';
import { launch } from './chromium.ts';

const BASE = '/roadmap/';
const folder = new URL('../../dist-base', import.meta.url).pathname;

let browser: Browser;
let site: Awaited<ReturnType<typeof serve>>;
before(async () => {
  await build({ outDir: 'dist-base', env: { SITE_BASE: BASE, SITE_URL: 'https://example.org' } });
  [browser, site] = await Promise.all([launch(), serve(folder, { base: BASE })]);
});
after(async () => {
  await browser.close();
  await site.close();
});

test('no address leaves the base', () => {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  const outside = pages.flatMap((file) =>
    [
      ...readFileSync(join(folder, file), 'utf8')
        .replace(/<pre.*?<\/pre>|<samp.*?<\/samp>|<code.*?<\/code>/gs, '')
        .matchAll(/\s(?:href|src|action)="(\/[^"]*)"/g),
    ]
      .map((match) => match[1]!)
      .filter((address) => !address.startsWith(BASE))
      .map((address) => `${file}: ${address}`),
  );
  assert.deepEqual(outside, []);
});

test('pages, fonts, scripts, search and links work there', async () => {
  const page = await browser.newPage();
  const failed: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) failed.push(response.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') failed.push(message.text());
  });
  await page.goto(site.url);
  await page.evaluate(() => document.fonts.ready);
  await page.keyboard.press('/');
  await page.waitForSelector('dialog[open] input:focus');
  await page.keyboard.type('late binding');
  await page.waitForSelector('dialog .hits li.on');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${BASE}functions/closures/**`);
  await page.locator('.qa summary').first().click();
  await page.waitForSelector('.qa[open] .listen');
  await page.goto(`${site.url}search/?q=reception+clinic+panel`);
  await page.waitForSelector('.hits a');
  assert.match(await page.$eval('.hits a', (link) => (link as HTMLAnchorElement).pathname), /^\/roadmap\//);
  assert.deepEqual(failed, []);
});
