/** Reading as a person does: copying, linking, themes, keyboard, narrow screens, no script, no connection to the rest. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { pagePaths, useSite } from './site.ts';

const LESSON = '/functions/closures/';

const site = useSite();

async function withPage(
  use: (page: Page, context: BrowserContext) => Promise<void>,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<void> {
  const context = await site.browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'], ...options });
  try {
    await use(await context.newPage(), context);
  } finally {
    await context.close();
  }
}
const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

test('Copy takes the program, without its output', () =>
  withPage(async (page) => {
    await page.goto(site.url + LESSON);
    const figure = page.locator('figure.code:has(.out)').first();
    await figure.locator('[data-do=copy]').click();
    await page.waitForSelector('[data-said=Copied]');
    const copied = await clipboard(page);
    assert.equal(`${copied}\n`, await figure.locator('pre code').first().textContent());
  }));

test('Link copies the address of a block, and a heading copies its own', () =>
  withPage(async (page) => {
    await page.goto(site.url + LESSON);
    const figure = page.locator('figure.code').first();
    const id = await figure.getAttribute('id');
    await figure.locator('[data-do=link]').click();
    await figure.getByRole('button', { name: 'Copy link', exact: true }).click();
    await figure.getByRole('button', { name: 'Copied' }).waitFor();
    assert.equal(await clipboard(page), `${site.url}${LESSON}#${id!}`);
    const heading = page.locator('h2.anchor').first();
    await heading.hover();
    await heading.locator('.anchor-link').click();
    await page.waitForSelector('.copy-note:not([hidden])');
    const headingId = await heading.getAttribute('id');
    assert.equal(await clipboard(page), `${site.url}${LESSON}#${headingId!}`);
    await page.click('.copy-note button:has-text("Markdown")');
    assert.equal(
      await clipboard(page),
      `[${(await heading.textContent())!.trim()}](${site.url}${LESSON}#${headingId!})`,
    );
    await page.click('.copy-note button:has-text("HTML")');
    assert.match(await clipboard(page), /^<a href="http/);
  }));

test('an address of lines marks them', () =>
  withPage(async (page) => {
    await page.goto(site.url + LESSON);
    const id = await page.locator('figure.code').first().getAttribute('id');
    await page.goto(`${site.url}${LESSON}#${id!}:2-3`);
    await page.waitForSelector('.line-mark');
    const height = await page.$eval('.line-mark', (mark) => mark.getBoundingClientRect().height);
    const line = await page.$eval('figure.code pre', (pre) => parseFloat(getComputedStyle(pre).lineHeight));
    assert.ok(Math.abs(height - 2 * line) < 2, `${height} for two lines of ${line}`);
  }));

test('the theme follows the system, and the reader’s choice stays', () =>
  withPage(
    async (page) => {
      await page.goto(site.url + LESSON);
      const ground = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const dark = await ground();
      await page.click('site-theme button');
      const light = await ground();
      assert.notEqual(dark, light);
      await page.reload();
      assert.equal(await ground(), light);
    },
    { colorScheme: 'dark' },
  ));

test('an answer and a solution arrive when they are asked for', () =>
  withPage(async (page) => {
    await page.goto(site.url + LESSON);
    await page.locator('.qa summary').first().click();
    await page.waitForSelector('.qa[open] .a .listen');
    await page.locator('.ex .more summary').first().click();
    await page.waitForSelector('.ex .more[open] .hint');
    assert.ok((await page.locator('.ex .more[open] figure.role-solution').count()) === 1);
  }));

test('an answer that cannot be had leaves the way to its page', () =>
  withPage(
    async (page) => {
      await page.goto(site.url + LESSON);
      await page.route('**/questions/**', (route) => route.abort());
      await page.locator('.qa summary').first().click();
      await page.waitForSelector('.qa.more[data-state=failed] a');
    },
    // Its requests do not pass the route.
    { serviceWorkers: 'block' },
  ));

test('a prediction hides its output until it is asked for', () =>
  withPage(async (page) => {
    await page.goto(site.url + LESSON);
    const block = page.locator('.predict-block').first();
    assert.equal(await block.locator('.out').isVisible(), false);
    await block.locator('.choice.wrong summary').first().click();
    assert.ok(await block.locator('.choice.wrong[open] .verdict').first().isVisible());
    await block.locator('.choice.right summary').click();
    assert.ok(await block.locator('.choice.right[open] .verdict').isVisible());
    await block.locator('.reveal summary').click();
    assert.ok(await block.locator('.out').isVisible());
  }));

test('the map by keyboard: one tab stop, arrows, the card, Enter', () =>
  withPage(
    async (page) => {
      await page.goto(site.url);
      await page.focus('.home-find input');
      await page.keyboard.press('Tab');
      const first = await page.evaluate(() => document.activeElement?.getAttribute('href'));
      assert.ok(first, 'the map takes the focus after the search field');
      await page.keyboard.press('ArrowRight');
      const second = await page.evaluate(() => document.activeElement?.getAttribute('href'));
      assert.notEqual(second, first);
      await page.waitForSelector('.stop-card:not([hidden])');
      await page.keyboard.press('Escape');
      await page.waitForSelector('.stop-card', { state: 'hidden' });
      await page.keyboard.press('Enter');
      await page.waitForURL((at) => at.pathname === second);
    },
    { viewport: { width: 1440, height: 900 } },
  ));

test('the skip link, and the menu of narrow screens', () =>
  withPage(
    async (page) => {
      await page.goto(site.url + LESSON);
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(() => document.activeElement?.textContent.trim()), 'Skip to content');
      await page.keyboard.press('Enter');
      assert.equal(await page.evaluate(() => location.hash), '#main');
      await page.click('.menu summary');
      await page.click('.menu nav a:has-text("Reference")');
      await page.waitForURL('**/reference/');
    },
    { viewport: { width: 390, height: 844 } },
  ));

test('without a script everything can be read and reached', () =>
  withPage(
    async (page) => {
      await page.goto(site.url + LESSON);
      assert.ok(await page.locator('figure.code .out').first().isVisible());
      assert.equal(await page.locator('button:not([disabled]):visible').count(), 0, 'no button that does nothing');
      await page.locator('.qa summary').first().click();
      await page.locator('.qa[open] .a a').click();
      assert.match(page.url(), /\/questions\/functions\/closures\/#a-/);
      await page.goto(site.url);
      await page.locator('.line-item summary').nth(2).click();
      await page.locator('.line-item[open] a:has-text("Closures")').click();
      assert.equal(new URL(page.url()).pathname, LESSON);
      await page.goto(`${site.url}/search/`);
      assert.ok(await page.locator('a:has-text("Closures")').first().isVisible());
    },
    { javaScriptEnabled: false },
  ));

test('a page that is not there says so and shows the way', () =>
  withPage(async (page) => {
    const response = await page.goto(`${site.url}/functions/nope/`);
    assert.equal(response?.status(), 404);
    assert.ok(await page.locator('h1:has-text("not on the map")').isVisible());
    await page.click('main a.btn');
    await page.waitForURL(`${site.url}/`);
  }));

test('forced colors and print keep text and structure', () =>
  withPage(
    async (page) => {
      await page.goto(site.url + LESSON);
      const border = await page.$eval('figure.code > pre', (pre) => getComputedStyle(pre).borderTopStyle);
      assert.equal(border, 'solid');
      await page.emulateMedia({ media: 'print', forcedColors: 'none' });
      assert.equal(await page.locator('header.top').isVisible(), false);
      assert.ok(await page.locator('h1').isVisible());
      const isLaidOut = await page.$$eval('figure.code', (figures) =>
        figures.every((figure) => getComputedStyle(figure).contentVisibility === 'visible'),
      );
      assert.ok(isLaidOut, 'every program is printed');
    },
    { forcedColors: 'active' },
  ));

test('a cheat sheet prints on one A4 page', () =>
  withPage(async (page) => {
    for (const path of pagePaths.filter((path) => /^\/cheat-sheets\/.+/.test(path))) {
      await page.goto(site.url + path);
      await page.evaluate(() => document.fonts.ready);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      assert.equal(pdf.match(/\/Type\s*\/Page\b/g)?.length, 1, path);
    }
  }));

test('a cheat sheet keeps the lines and blanks of its programs', () =>
  withPage(async (page) => {
    await page.goto(`${site.url}/cheat-sheets/functions/`);
    assert.match(await page.locator('.sheets dt', { hasText: '@wraps' }).innerText(), /^def d\(f\):\n {4}@wraps/);
  }));
