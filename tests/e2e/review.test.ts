/** The review in a real browser: pretended days, keys, undo, cards left out, two tabs, full storage, no network. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { useSite } from './site.ts';

const DAY = 24 * 60 * 60 * 1000;
/** A Monday at 9 in the morning. */
const MONDAY = new Date(2026, 10, 2, 9).getTime();
const CLOSURES = 'functions/closures';
const STRINGS = 'core-syntax/strings';
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
declare const axe: { run(context: Document, options: object): Promise<{ violations: { id: string }[] }> };

const site = useSite();

/** A reader's browser in which lessons are done, and its review. */
async function withReview(
  lessons: readonly string[],
  look: (page: Page, context: BrowserContext) => Promise<void>,
): Promise<void> {
  const context = await site.browser.newContext({ reducedMotion: 'reduce' });
  try {
    const page = await context.newPage();
    await page.clock.setFixedTime(MONDAY);
    await page.goto(`${site.url}/review/`);
    await ready(page);
    if (lessons.length > 0) {
      await finish(page, lessons);
      await page.reload();
      await ready(page);
    }
    await look(page, context);
  } finally {
    await context.close();
  }
}

const ready = (page: Page): Promise<unknown> => page.waitForSelector('.flash, .deck h2');

/** Marks lessons as done, as their pages do. */
const finish = (page: Page, lessons: readonly string[]): Promise<void> =>
  page.evaluate((ids) => {
    const marks = Object.fromEntries(ids.map((id) => [`lesson:${id}`, { state: 'done', at: 1 }]));
    localStorage.setItem('roadmap.progress', JSON.stringify({ version: 1, marks }));
  }, lessons);

interface Stored {
  cards: Record<string, { at: number; seen?: { phase: string; due: number } }>;
  out: Record<string, { on: boolean }>;
  log: { id: string; grade: number }[];
}
const stored = (page: Page): Promise<Stored> =>
  page.evaluate(() => JSON.parse(localStorage.getItem('roadmap.review') ?? '{"cards":{},"out":{},"log":[]}') as Stored);

/** Shows the back and gives a grade, by keys. */
async function answer(page: Page, key: string): Promise<void> {
  await page.waitForSelector('.deck-do');
  await page.keyboard.press('Space');
  await page.waitForSelector('.back:focus');
  await page.keyboard.press(key);
  await page.waitForSelector('.deck-do, .deck > h2');
}

const lede = (page: Page): Promise<string | null> => page.textContent('.lede');
const question = (page: Page): Promise<string | null> => page.textContent('.front');
const title = (page: Page): Promise<string | null> => page.textContent('.deck > h2');

test('nothing finished yet: what to do, and the cards of a topic on demand', () =>
  withReview([], async (page) => {
    assert.equal(await title(page), 'No cards yet');
    await page.selectOption('#add-topic', 'functions');
    await page.click('.review-tools form button');
    await page.waitForSelector('.flash');
    assert.match((await lede(page)) ?? '', /^10 cards are due today, about 5 minutes/);
    assert.match((await page.textContent('.kept')) ?? '', /Functions & Functional Programming, \d+ cards/);
    await page.fill('#per-day', '4');
    await page.keyboard.press('Tab');
    await page.waitForFunction(() => document.querySelector('.lede')!.textContent.startsWith('4 cards'));
    await page.click('.kept button');
    await page.waitForSelector('.deck > h2');
    assert.equal(await title(page), 'No cards yet');
  }));

test('the cards of each topic are there for Anki', () =>
  withReview([], async (page) => {
    await page.click('summary:has-text("Anki")');
    const links = await page.$$eval('.links a', (all) => all.map((link) => (link as HTMLAnchorElement).href));
    assert.ok(links.length > 0);
    for (const link of links) assert.equal((await page.request.head(link)).status(), 200, link);
  }));

test('a week of pretended days, by keys', () =>
  withReview([CLOSURES], async (page) => {
    const perDay: number[] = [];
    for (let day = 0; day < 7; day++) {
      await page.clock.setFixedTime(MONDAY + day * DAY);
      await page.reload();
      await ready(page);
      perDay.push(Number.parseInt((await lede(page)) ?? '', 10) || 0);
      for (let turn = 0; turn < 60 && (await page.$('.deck > h2')) === null; turn++) await answer(page, '3');
      assert.match((await title(page)) ?? '', /^(Done for today|Nothing is due)$/);
    }
    assert.equal(perDay[0], 10);
    assert.equal(perDay[1], 1);
    assert.ok(
      perDay.slice(2).some((cards) => cards > 0),
      `cards come again: ${perDay.join(', ')}`,
    );
    const { cards, log } = await stored(page);
    assert.equal(Object.keys(cards).length, 11);
    assert.ok(Object.values(cards).every(({ seen }) => seen?.phase === 'review' && seen.due > MONDAY + 6 * DAY));
    assert.ok(log.length > 22);
    assert.match((await page.textContent('.standing')) ?? '', /100 %/);
    assert.match((await page.textContent('.deck')) ?? '', /The next cards come (tomorrow|on )/);
  }));

test('the day changes at 4 in the morning', () =>
  withReview([CLOSURES], async (page) => {
    for (let turn = 0; turn < 10; turn++) await answer(page, '4');
    assert.equal(await title(page), 'Done for today');
    await page.clock.setFixedTime(new Date(2026, 10, 3, 3, 59));
    await page.reload();
    await ready(page);
    assert.equal(await title(page), 'Done for today');
    await page.clock.setFixedTime(new Date(2026, 10, 3, 4));
    await page.reload();
    await page.waitForSelector('.flash');
    assert.match((await lede(page)) ?? '', /^1 card is due today/);
  }));

test('a grade is taken back, and each grade says when the card comes again', () =>
  withReview([CLOSURES], async (page) => {
    const first = await question(page);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.grades');
    assert.deepEqual(await page.$$eval('.grades span', (spans) => spans.map(({ textContent }) => textContent)), [
      '1 min',
      '6 min',
      '10 min',
      '8 days',
    ]);
    await page.keyboard.press('4');
    await page.waitForFunction((asked) => document.querySelector('.front')?.textContent !== asked, first);
    assert.match((await page.textContent('.flash header')) ?? '', /Card 2 of 10/);
    assert.equal(await page.evaluate(() => document.activeElement?.className), 'flash');
    await page.keyboard.press('u');
    await page.waitForFunction((asked) => document.querySelector('.front')?.textContent === asked, first);
    assert.match((await page.textContent('.flash header')) ?? '', /Card 1 of 10/);
    const { cards, log } = await stored(page);
    assert.ok(Object.values(cards).every(({ seen }) => seen === undefined));
    assert.deepEqual(
      log.map(({ grade }) => grade),
      [0],
    );
    await page.uncheck('#review-keys');
    await page.locator('.flash').focus();
    await page.keyboard.press('Space');
    assert.equal(await page.$('.grades'), null);
  }));

test('a card is left out and taken back', () =>
  withReview([CLOSURES], async (page) => {
    const first = await question(page);
    await page.click('text=Leave this card out');
    await page.waitForFunction((asked) => document.querySelector('.front')?.textContent !== asked, first);
    assert.equal(Object.values((await stored(page)).out)[0]?.on, true);
    await page.reload();
    await page.waitForSelector('.flash');
    assert.notEqual(await question(page), first);
    await page.click('summary:has-text("Cards left out")');
    await page.click('.left-out button');
    await page.waitForSelector('summary:has-text("Cards left out")', { state: 'hidden' });
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'add-topic');
    await page.reload();
    await page.waitForSelector('.flash');
    assert.equal(await question(page), first);
  }));

test('only what was missed, until it is answered', () =>
  withReview([CLOSURES], async (page) => {
    await answer(page, '1');
    await answer(page, '4');
    await page.click('text=Only what I missed (1)');
    await page.waitForFunction(() => document.querySelector('.flash header')?.textContent.includes('Card 1 of 1'));
    await answer(page, '1');
    await answer(page, '3');
    assert.equal(await title(page), 'All of them answered');
    await page.click('text=Back to the cards of today');
    await page.waitForSelector('.flash');
  }));

test('two tabs: a card graded in one is not asked in the other, and no grade is lost', () =>
  withReview([CLOSURES], async (page, context) => {
    const other = await context.newPage();
    await other.clock.setFixedTime(MONDAY + 60_000);
    await other.goto(`${site.url}/review/`);
    await other.waitForSelector('.flash');
    const first = await question(page);
    assert.equal(await question(other), first);
    await answer(other, '4');
    await page.waitForFunction((asked) => document.querySelector('.front')?.textContent !== asked, first);
    await answer(page, '4');
    await other.waitForFunction(() => document.querySelector('.lede')!.textContent.startsWith('8 cards'));
    assert.equal(Object.keys((await stored(page)).cards).length, 2);
  }));

test('full storage is told, and the review goes on', () =>
  withReview([CLOSURES], async (page) => {
    await page.evaluate(() => {
      for (let size = 1 << 20; size > 0; size >>= 1)
        try {
          for (let count = 0; ; count++) localStorage.setItem(`fill-${size}-${count}`, 'x'.repeat(size));
        } catch {
          // smaller pieces still fit
        }
    });
    await answer(page, '4');
    assert.match((await page.textContent('.review-notice:not([hidden])')) ?? '', /storage of this browser is full/);
    assert.match((await lede(page)) ?? '', /^9 cards/);
    await page.evaluate(() => {
      for (const key of Object.keys(localStorage)) if (key.startsWith('fill-')) localStorage.removeItem(key);
    });
    await answer(page, '4');
    await page.waitForSelector('.review-notice', { state: 'hidden' });
    assert.equal(Object.keys((await stored(page)).cards).length, 2);
  }));

test('a broken card is told and left out, others stay', () =>
  withReview([CLOSURES], async (page) => {
    await answer(page, '4');
    await page.evaluate(() => {
      const review = JSON.parse(localStorage.getItem('roadmap.review')!) as { cards: Record<string, unknown> };
      review.cards['question:functions/closures#broken'] = { at: 'yesterday' };
      localStorage.setItem('roadmap.review', JSON.stringify(review));
    });
    await page.reload();
    await page.waitForSelector('.review-notice:not([hidden])');
    assert.match((await page.textContent('.review-notice')) ?? '', /^1 stored entry of the review could not be read/);
    assert.match((await lede(page)) ?? '', /^9 cards/);
  }));

test('without a network: visited cards are asked, others wait at the end', () =>
  withReview([CLOSURES], async (page, context) => {
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.reload();
    await page.waitForSelector('.flash');
    await page.fill('#per-day', '40');
    await page.keyboard.press('Tab');
    await page.waitForFunction(async () => {
      const pages = ['/review/', '/roadmap.json', '/functions/closures/', '/questions/functions/closures/'];
      const kept = await Promise.all(pages.map((path) => caches.match(path)));
      return kept.every((response) => response !== undefined);
    });
    await finish(page, [CLOSURES, STRINGS]);
    await context.setOffline(true);
    await page.reload();
    await page.waitForSelector('.flash');
    assert.match((await page.textContent('.deck-foot')) ?? '', /\d+ cards wait at the end/);
    assert.match((await page.textContent('.flash header')) ?? '', /Closures/);
    for (let turn = 0; turn < 11; turn++) await answer(page, '4');
    assert.match((await title(page)) ?? '', /^11 cards cannot be loaded$/);
    await context.setOffline(false);
    await page.waitForSelector('.flash');
    assert.match((await page.textContent('.flash header')) ?? '', /Strings/);
  }));

test('without the list of cards: told, and tried again', async () => {
  const page = await site.browser.newPage();
  await page.route('**/roadmap.json', (route) => route.abort());
  await page.goto(`${site.url}/review/`);
  await page.waitForSelector('.deck > h2');
  assert.match((await title(page)) ?? '', /cannot be listed/);
  await page.unroute('**/roadmap.json');
  await page.click('text=Try again');
  await page.waitForFunction(() => document.querySelector('.deck > h2')?.textContent === 'No cards yet');
  await page.close();
});

test('axe finds nothing on both sides of a card', () =>
  withReview([CLOSURES], async (page) => {
    await page.evaluate(axeSource);
    const problems = async (): Promise<string[]> =>
      (await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }))).violations.map(({ id }) => id);
    assert.deepEqual(await problems(), []);
    await answer(page, '1');
    await page.keyboard.press('Space');
    await page.waitForSelector('.grades');
    await page.click('text=Leave this card out');
    await page.waitForSelector('.deck-do');
    await page.click('summary:has-text("Cards left out")');
    await page.keyboard.press('Escape');
    await page.locator('.flash').focus();
    await page.keyboard.press('Space');
    await page.waitForSelector('.grades');
    assert.deepEqual(await problems(), []);
  }));
