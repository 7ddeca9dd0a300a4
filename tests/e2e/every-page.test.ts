/** Each page in a real browser, in both themes: axe, policy, console, other hosts, layout shift. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { pagePaths, useSite } from './site.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Pages looked at side by side. */
const LANES = 2;
/** A page may not move by more than this while it loads. (0.1 counts as good, https://web.dev/articles/cls.) */
const MOST_SHIFT = 0.005;

interface AxeResults {
  violations: { id: string; help: string; nodes: { target: string[]; failureSummary: string }[] }[];
}
declare const axe: { run(context: Document, options: object): Promise<AxeResults> };

const site = useSite();

/** Visits every page and collects what is wrong. */
async function visitAll(colorScheme: 'light' | 'dark', width: number): Promise<string[]> {
  const context = await site.browser.newContext({ colorScheme, viewport: { width, height: 900 } });
  const problems: string[] = [];
  const queue = [...pagePaths, '/no-such-page/'];
  const lane = async (): Promise<void> => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift())
      problems.push(...(await visit(context, path)));
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  await context.close();
  return problems.sort();
}

async function visit(context: BrowserContext, path: string): Promise<string[]> {
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`${path}: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !(path === '/no-such-page/' && message.text().includes('404')))
      problems.push(`${path}: console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url) && !/^(data|blob):/.test(request.url()))
      problems.push(`${path}: asks ${request.url()}`);
  });
  await page.addInitScript(watchShift);
  await page.goto(site.url + path, { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready);
  const shift = await page.evaluate(() => (globalThis as unknown as { shift: number }).shift);
  if (shift > MOST_SHIFT) problems.push(`${path}: layout shift of ${shift.toFixed(4)}`);
  const scrolls = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  if (scrolls) problems.push(`${path}: the page scrolls sideways`);
  await page.evaluate(readThrough);
  problems.push(...(await axeProblems(page, path)));
  await page.close();
  return problems;
}

function watchShift(): void {
  const world = globalThis as unknown as { shift: number };
  world.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[])
      if (!entry.hadRecentInput) world.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Scrolls to the end and back, as a reader does: programs far from the window are laid out on the way. */
async function readThrough(): Promise<void> {
  for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
    scrollTo(0, top);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  scrollTo(0, 0);
}

async function axeProblems(page: Page, path: string): Promise<string[]> {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() =>
    axe.run(document, {
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.slice(0, 3).map(({ target }) => `${path}: axe ${id}: ${help}: ${target.join(' ')}`),
  );
}

test('every page on a wide screen, light', async () => {
  assert.deepEqual(await visitAll('light', 1440), []);
});
test('every page on a narrow screen, dark', async () => {
  assert.deepEqual(await visitAll('dark', 390), []);
});
