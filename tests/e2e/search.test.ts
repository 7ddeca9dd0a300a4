/**
 * What readers type has to lead to the right page. Every query whose expected lesson is written is typed into the
 * built search in a real browser; the share with the expected page first, and among the first three, is printed.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { useSite } from './site.ts';

/** Shares that must hold as lessons are added. */
const LEAST_FIRST = 0.95;
const LEAST_THREE = 1;

interface Query {
  query: string;
  kind: string;
  expected: string[];
}
const root = new URL('../../', import.meta.url);
const isWritten = (id: string): boolean => existsSync(new URL(`content/lessons/${id}.mdx`, root));
const queries: Query[] = readFileSync(new URL('tests/fixtures/search-queries.tsv', root), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))
  .map(([query, kind, expect, also]) => ({
    query: query!,
    kind: kind!,
    expected: [expect!, ...(also ? also.split(',') : [])],
  }))
  .filter(({ expected }) => isWritten(expected[0]!));

const site = useSite();

/** Paths of the results for a query, once quick and full-text results are there. */
async function results(page: Page, query: string): Promise<string[]> {
  await page.fill('input[type=search]', query);
  await page.waitForFunction(
    (asked) => document.querySelector<HTMLElement>('.search-panel')?.dataset['answered'] === asked,
    query,
  );
  return page.$$eval('.hits a', (links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
}

test('the expected page comes first', async (t) => {
  const page = await site.browser.newPage();
  await page.goto(`${site.url}/search/`);
  await page.waitForSelector('.search-panel[data-ready]');
  const missed: string[] = [];
  let first = 0;
  let three = 0;
  for (const { query, expected } of queries) {
    const found = await results(page, query);
    const places = expected.map((id) => found.indexOf(`/${id}/`)).filter((place) => place >= 0);
    const place = places.length > 0 ? Math.min(...places) : Infinity;
    if (place === 0) first++;
    if (place < 3) three++;
    if (place > 0)
      missed.push(
        `${query}: ${expected[0]!} is ${place === Infinity ? 'not found' : `number ${place + 1}`}, first is ${found[0] ?? 'nothing'}`,
      );
  }
  const share = (count: number): number => count / queries.length;
  t.diagnostic(
    `${queries.length} queries: first ${(100 * share(first)).toFixed(1)} %, in three ${(100 * share(three)).toFixed(1)} %`,
  );
  for (const miss of missed) t.diagnostic(miss);
  assert.ok(queries.length > 0);
  assert.ok(share(first) >= LEAST_FIRST && share(three) >= LEAST_THREE, missed.join('\n'));
});

test('results land on the heading, in the title search and in the full text', async () => {
  const page = await site.browser.newPage();
  await page.goto(`${site.url}/search/?q=what+a+function+keeps+from+its+maker`);
  await page.waitForSelector('.hits a');
  assert.match(await page.$eval('.hits a', (link) => (link as HTMLAnchorElement).href), /\/functions\/closures\/#/);
  const deep = await results(page, 'reception clinic panel');
  assert.ok(deep.includes('/functions/closures/'), `full text finds ${deep.join(', ')}`);
});

test('filters by kind, topic and level', async () => {
  const page = await site.browser.newPage();
  await page.goto(`${site.url}/search/`);
  await page.waitForSelector('.search-panel[data-ready]');
  await results(page, 'function');
  await page.click('.filters button:has-text("Exercise")');
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.hit-kind')].every((kind) => kind.textContent === 'Exercise'),
  );
  assert.ok((await page.$$('.hits a')).length > 0);
  await page.selectOption('select[aria-label=Level]', 'expert');
  await page.waitForFunction(() => document.querySelectorAll('.hits a').length === 0);
  assert.match((await page.textContent('.search-status')) ?? '', /Nothing found/);
});

test('the dialog by keyboard: open, choose, follow, close', async () => {
  const page = await site.browser.newPage();
  await page.goto(`${site.url}/about/`);
  await page.keyboard.press('/');
  await page.waitForSelector('dialog[open] input:focus');
  await page.keyboard.type('decoratr');
  await page.waitForSelector('dialog .hits li.on');
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.getAttribute('dialog input', 'aria-activedescendant'), 'hit-1');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/functions/decorators/**');
  await page.keyboard.press('Control+k');
  await page.waitForSelector('dialog[open]');
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog:not([open])', { state: 'attached' });
});

test('a query in the address is answered, and the address follows the query', async () => {
  const page = await site.browser.newPage();
  await page.goto(`${site.url}/search/?q=**kwargs`);
  await page.waitForSelector('.hits a');
  assert.match(await page.$eval('.hits a', (link) => (link as HTMLAnchorElement).href), /args-and-kwargs/);
  await page.fill('input[type=search]', 'legb');
  await page.waitForFunction(() => location.search === '?q=legb');
});

test('without the full text, titles and symbols still answer, and the reader is told', async () => {
  // The service worker's requests pass by the route.
  const page = await site.browser.newPage({ serviceWorkers: 'block' });
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto(`${site.url}/search/?q=closures`);
  await page.waitForFunction(
    () => document.querySelector('.search-status')?.textContent.includes('full text could not be searched') === true,
  );
  assert.ok((await page.$$('.hits a')).length > 0);
});
