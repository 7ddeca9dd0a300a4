/** The placement check as a reader takes it: all right, some wrong, by keyboard, again by its address, without a page. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { PROGRESS_KEY } from '../../src/shared/storage-keys.ts';
import { brokenRules, withPage } from './python-page.ts';
import { dist, useSite } from './site.ts';

const TOPIC = 'control-structures';
const PAGE = `/placement/${TOPIC}/?draw=7k2m`;
const LOOPS = `${TOPIC}/loops-and-control-flow`;
const site = useSite();

/** What the right choices of a topic's lessons print, from their pages. */
const pages = new Map<string, string>();
const lessonPage = (id: string): string => {
  if (!pages.has(id)) pages.set(id, readFileSync(join(dist, id, 'index.html'), 'utf8'));
  return pages.get(id)!;
};

async function start(page: Page): Promise<void> {
  await page.click('[data-start]:not([disabled])');
  await page.waitForSelector('.placement-form');
}

/** The cards of the draw and where their right choices stand, as the page's own answers are stored. */
async function rightPlaces(page: Page): Promise<number[]> {
  const outputs = await page.$$eval('.placement-form .pick samp', (samples) => samples.map((s) => s.textContent));
  const lesson = await page.textContent('.placement-where span');
  const matches: number[] = [];
  for (const id of lessons) {
    if (titles.get(id) !== lesson) continue;
    for (const right of await page.evaluate(rightOutputs, lessonPage(id)))
      for (const [index, output] of outputs.entries())
        if (output === right.output && right.all.every((other) => outputs.includes(other))) matches.push(index);
  }
  return matches;
}

/** The outputs of each prediction on a lesson's page, the right one apart. */
function rightOutputs(html: string): { output: string; all: string[] }[] {
  const page = new DOMParser().parseFromString(html.replace(/<style>.*?<\/style>/gs, ''), 'text/html');
  return [...page.querySelectorAll('.predict-block')].map((block) => ({
    output: block.querySelector('.choice.right samp')!.textContent,
    all: [...block.querySelectorAll('.choice samp')].map(({ textContent }) => textContent),
  }));
}

interface Roadmap {
  lessons: { id: string; topic: string; title: string }[];
}
const { lessons: all } = JSON.parse(readFileSync(join(dist, 'roadmap.json'), 'utf8')) as Roadmap;
const titles = new Map(all.map(({ id, title }) => [id, title]));
const lessons = all.filter(({ topic }) => topic === TOPIC).map(({ id }) => id);

/** Answers all ten; `wrong` says in which lessons the reader does not know. */
async function answer(page: Page, wrong: readonly string[] = []): Promise<void> {
  for (let place = 1; place <= 10; place++) {
    await page.waitForSelector(`.placement-where b:text-is("${place} of 10")`);
    const title = await page.textContent('.placement-where span');
    if (wrong.some((id) => titles.get(id) === title)) await page.check('input[value=unknown]');
    else {
      const places = await rightPlaces(page);
      assert.equal(places.length, 1, `question ${place} has its right answer once`);
      await page.locator('.placement-form .pick input').nth(places[0]!).check();
    }
    assert.equal(await page.locator('.placement-form .verdict, .placement-form .right').count(), 0, 'no feedback yet');
    await page.click('.placement-form button[type=submit]');
  }
  await page.waitForSelector('.placement-result');
}

type Marks = Record<string, { state: string }>;
const marks = (page: Page): Promise<Marks> =>
  page.evaluate((key) => {
    const text = localStorage.getItem(key);
    return text === null ? {} : (JSON.parse(text) as { marks: Record<string, { state: string }> }).marks;
  }, PROGRESS_KEY);

test('all right: every lesson is proposed, marked, and taken back', () =>
  withPage(site.browser, async (page) => {
    await page.goto(`${site.url}/${TOPIC}/`);
    await page.click('text=Know this already?');
    await page.goto(site.url + PAGE);
    await start(page);
    assert.deepEqual(await brokenRules(page.locator('main')), []);
    await answer(page);
    assert.equal(await page.textContent('.placement-result h2'), '10 of 10 right');
    assert.equal(await page.locator('.placement-lessons input:checked').count(), lessons.length);
    assert.deepEqual(await brokenRules(page.locator('main')), []);
    await page.click(`text=Mark ${lessons.length} lessons as done`);
    await page.waitForSelector('.placement-said');
    const done = await marks(page);
    for (const id of lessons) assert.equal(done[`lesson:${id}`]?.state, 'done');
    assert.deepEqual(await brokenRules(page.locator('main')), []);
    await page.click('text=Undo');
    await page.waitForSelector('text=Taken back.');
    for (const mark of Object.values(await marks(page))) assert.equal(mark.state, 'none');
    assert.equal(await page.locator('.placement-lessons input:checked').count(), lessons.length);
  }));

test('some wrong: what was not known is to be read, what was done stays done, and a lesson can be left out', () =>
  withPage(site.browser, async (page) => {
    const done = `lesson:${TOPIC}/comprehensions`;
    await page.goto(site.url + PAGE);
    await page.evaluate(
      ([key, id]) => {
        const kept = { version: 1, marks: { [id!]: { state: 'done', at: 7 } } };
        localStorage.setItem(key!, JSON.stringify(kept));
      },
      [PROGRESS_KEY, done],
    );
    await start(page);
    await answer(page, [LOOPS]);
    assert.equal(await page.textContent('.placement-result h2'), '8 of 10 right');
    assert.match(await page.innerText('.placement-lessons'), /Recommended to read\s+Loops/);
    assert.equal(await page.locator(`.placement-lessons input[value="${LOOPS}"]`).count(), 0);
    assert.equal(await page.locator('.placement-answers details[open]').count(), 2);
    const wrong = await page.innerText('.placement-answers details[open] >> nth=0');
    assert.match(wrong, /Your answer\s+I do not know\.\s+It prints/);
    const link = page.locator('.placement-answers details[open] a', { hasText: 'Read it in' }).first();
    assert.match((await link.getAttribute('href'))!, new RegExp(`^/${LOOPS}/#code-`));
    await page.locator('.placement-lessons input').first().uncheck();
    await page.click('text=Mark 2 lessons as done');
    await page.waitForSelector('.placement-said');
    const after = (await marks(page)) as Record<string, { state: string; at: number }>;
    assert.equal(Object.keys(after).length, 3);
    assert.deepEqual(after[done], { state: 'done', at: 7 });
    assert.equal(await page.locator('.placement-lessons input').count(), 1, 'the one left out is still proposed');
  }));

test('by keyboard: start, choose, go on, go back, and find the answer kept', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + PAGE);
    await page.locator('[data-start]:not([disabled])').focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.placement-form h2:focus');
    await page.locator('.placement-form input').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    const chosen = await page.getAttribute('.placement-form input:checked', 'value');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.placement-form h2:focus:has-text("Question 2")');
    await page.locator('.placement-form button', { hasText: 'Back' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.placement-form h2:focus:has-text("Question 1")');
    assert.equal(await page.getAttribute('.placement-form input:checked', 'value'), chosen);
    await page.reload();
    await page.waitForSelector('.placement-form');
    assert.equal(await page.getAttribute('.placement-form input:checked', 'value'), chosen, 'the visit keeps it');
  }));

test('a seed repeats the draw for another reader, a new draw is another one, and open questions are named', () => {
  const read = async (page: Page): Promise<string[]> => {
    const seen: string[] = [];
    for (let place = 1; place <= 10; place++) {
      await page.waitForSelector(`.placement-where b:text-is("${place} of 10")`);
      seen.push((await page.locator('.placement-form').innerText()).replace(/\n(?:Without|Back|Next|See)[^]*$/, ''));
      if (place === 10) assert.match(await page.innerText('.placement-left'), /1\s*,\s*2/);
      await page.click('.placement-form button[type=submit]');
    }
    await page.waitForSelector('.placement-result');
    return seen;
  };
  return withPage(site.browser, async (page) => {
    await page.goto(`${site.url}/placement/${TOPIC}/`);
    await start(page);
    const draw = new URL(page.url()).searchParams.get('draw')!;
    assert.match(draw, /^[a-z0-9]{4}$/);
    const first = await read(page);
    assert.equal(await page.textContent('.placement-result h2'), '0 of 10 right');
    await withPage(site.browser, async (other) => {
      await other.goto(`${site.url}/placement/${TOPIC}/?draw=${draw}`);
      await start(other);
      assert.deepEqual(await read(other), first);
    });
    await page.click('text=Take another draw');
    await page.waitForSelector('.placement-form');
    assert.notEqual(new URL(page.url()).searchParams.get('draw'), draw);
  });
});

test('a page that is missing is told, and Try again goes on', () =>
  withPage(
    site.browser,
    async (page) => {
      await page.route(`**/${LOOPS}/`, (route) => route.fulfill({ status: 404, body: '' }));
      await page.goto(site.url + PAGE);
      await page.click('[data-start]:not([disabled])');
      await page.waitForSelector('.placement-failed button:focus');
      assert.match(await page.innerText('.placement-failed'), /could not be loaded/);
      assert.deepEqual(await brokenRules(page.locator('main')), []);
      await page.unroute(`**/${LOOPS}/`);
      await page.keyboard.press('Enter');
      await page.waitForSelector('.placement-form h2:focus');
    },
    // What a service worker answers is not seen by `route`.
    { serviceWorkers: 'block' },
  ));

test('where marks cannot be stored, the reader is told', () =>
  withPage(site.browser, async (page) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('no room', 'QuotaExceededError');
      };
    });
    await page.goto(site.url + PAGE);
    await start(page);
    await answer(page);
    await page.click('.placement-lessons button[type=submit]');
    assert.match(await page.innerText('.placement-said'), /does not store it/);
  }));

test('without a script the page says where the questions stand', () =>
  withPage(
    site.browser,
    async (page) => {
      await page.goto(site.url + PAGE);
      assert.ok(await page.isVisible('.placement-plain'));
      assert.ok(!(await page.isVisible('[data-start]')));
      assert.equal(await page.locator('.placement-list a').count(), lessons.length);
    },
    { javaScriptEnabled: false },
  ));
