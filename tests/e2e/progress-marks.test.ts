/** A reader's marks: set on a lesson, a question, an exercise; shown on the map, the lines and the header. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import type { RoadmapFile } from '../../src/shared/roadmap-file.ts';
import type { ExerciseJson } from '../../src/lib/exercise-json.ts';
import { PATIENT, withPage, write } from './python-page.ts';
import { dist, useSite } from './site.ts';

const site = useSite();
const roadmap = JSON.parse(readFileSync(join(dist, 'roadmap.json'), 'utf8')) as RoadmapFile;
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
declare const axe: { run(context: Document, options: object): Promise<{ violations: { id: string }[] }> };

const written = roadmap.lessons.filter(({ isWritten }) => isWritten);
const isOpen = (id: string): boolean => written.some((lesson) => lesson.id === id);
/** The first lesson that waits for nothing. */
const first = written.find(({ prerequisites }) => !prerequisites.some(isOpen))!;
/** A lesson that builds on another. */
const second = written.find(({ prerequisites }) => prerequisites.some(isOpen))!;
const LESSON = `/${first.id}/`;
const KEY = 'roadmap.progress';

type Marks = Record<string, { state: string; at: number }>;

async function withContext(use: (context: BrowserContext) => Promise<void>): Promise<void> {
  const context = await site.browser.newContext({ viewport: { width: 1440, height: 900 } });
  const problems: string[] = [];
  context.on('weberror', (error) => problems.push(error.error().message));
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  try {
    await use(context);
    assert.deepEqual(problems, []);
  } finally {
    await context.close();
  }
}

async function open(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(site.url + path);
  await stir(page);
  return page;
}

/** Does something, as a reader does soon: then the marks are shown, also where nothing is marked yet. */
async function stir(page: Page): Promise<void> {
  await page.keyboard.press('Shift');
  await page.waitForSelector('.tally[data-shown]', { state: 'attached' });
}

/** Gives the pages of a context marks that an earlier visit left. */
const leave = (context: BrowserContext, marks: Marks): Promise<unknown> =>
  context.addInitScript(
    ({ key, text }) => {
      if (location.protocol !== 'about:' && localStorage.getItem(key) === null) localStorage.setItem(key, text);
    },
    { key: KEY, text: JSON.stringify({ version: 1, marks }) },
  );

const marks = (page: Page): Promise<Record<string, string>> =>
  page.evaluate((key) => {
    const stored = JSON.parse(localStorage.getItem(key) ?? '{"marks":{}}') as { marks: Marks };
    return Object.fromEntries(Object.entries(stored.marks).map(([name, { state }]) => [name, state]));
  }, KEY);

const done = (page: Page): ReturnType<Page['locator']> => page.locator('.end-done');
const tally = (page: Page): Promise<string> => page.locator('.tally b').innerText();
const state = (page: Page, where: string, id = first.id): Promise<string | null> =>
  page.locator(`${where} [data-stop="${id}"]`).first().getAttribute('data-state');

test('a lesson marked as done shows on its page, the map, the lines, the topic, and moves Continue on', () =>
  withContext(async (context) => {
    const page = await open(context, LESSON);
    assert.equal(await tally(page), `0/${roadmap.lessons.length}`);
    await done(page).focus();
    await page.keyboard.press('Enter');
    assert.equal(await done(page).getAttribute('aria-pressed'), 'true');
    assert.equal(await tally(page), `1/${roadmap.lessons.length}`);
    assert.equal(await state(page, '.rail'), 'done');
    assert.equal(await state(page, '.crumb .strip'), 'done');

    await page.goto(`${site.url}/`);
    await page.waitForSelector(`.map-wide [data-stop="${first.id}"] .tick`, { state: 'attached' });
    for (const where of ['.map-wide', '.map-mid', '.map-small', '.lines .strip', '.lines .route'])
      assert.equal(await state(page, where), 'done', where);
    assert.match((await page.getAttribute(`.map-wide [data-stop="${first.id}"]`, 'aria-label'))!, / · done$/);
    const line = page.locator('.line-item', { has: page.locator(`[data-stop="${first.id}"]`) });
    const count = roadmap.lessons.filter(({ topic }) => topic === first.topic).length;
    assert.match(await line.locator('.li-meta').innerText(), new RegExp(`^1 of ${count} done · `));
    assert.equal(await line.locator('.li-strip .strip').getAttribute('aria-label'), `1 of ${count} stops done`);
    const next = written.find(
      ({ id, prerequisites }) =>
        id !== first.id && prerequisites.every((before) => before === first.id || !isOpen(before)),
    )!;
    assert.match(await page.locator('site-continue').innerText(), /^Continue: /);
    assert.equal(await page.getAttribute('site-continue a', 'href'), `/${next.id}/`);
    assert.equal(await state(page, '.map-wide', next.id), 'next');

    await page.goto(`${site.url}/${first.topic}/`);
    await page.waitForSelector('dd[data-shown]');
    assert.equal(await page.locator('dd[data-done-of]').innerText(), `1 of ${count}`);
    assert.equal(await state(page, '.route.full'), 'done');
    assert.ok(await page.locator('.route.full [data-state=done] .is-done').isVisible());
    assert.match(await page.locator('site-continue').innerText(), /^Continue: /);
    assert.equal(await page.getAttribute('site-continue a', 'href'), `/${next.id}/`);
    assert.equal(await state(page, '.route.full', next.id), 'next');

    await page.goto(site.url + LESSON);
    await done(page).click();
    assert.equal(await done(page).getAttribute('aria-pressed'), 'false');
    assert.deepEqual(await marks(page), { [`lesson:${first.id}`]: 'reading' });
    await page.goto(`${site.url}/`);
    assert.equal(await page.getAttribute('site-continue a', 'href'), LESSON);
  }));

test('a new reader is led to the start, and no stop is marked', () =>
  withContext(async (context) => {
    const page = await open(context, '/');
    assert.match(await page.locator('site-continue').innerText(), /^Start: /);
    assert.equal(await page.locator('[data-stop][data-state]:not([data-state=planned])').count(), 0);
  }));

test('prerequisites that are done have a check, in words as well', () =>
  withContext(async (context) => {
    const before = second.prerequisites.find(isOpen)!;
    await leave(context, { [`lesson:${before}`]: { state: 'done', at: 1 } });
    const page = await open(context, `/${second.id}/`);
    const need = page.locator(`.needs-one[data-stop="${before}"]`);
    assert.ok(await need.locator('.ok').isVisible());
    assert.match(await need.innerText(), /done/);
    assert.equal(await page.locator('.needs-one:not([data-state=done]) .ok >> visible=true').count(), 0);
  }));

test('a lesson is being read once a third of it was scrolled by hand, and stays done when it is', () =>
  withContext(async (context) => {
    const page = await open(context, LESSON);
    await page.evaluate(() => {
      scrollTo(0, document.documentElement.scrollHeight / 2);
    });
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    assert.deepEqual(await marks(page), {});
    await page.mouse.move(600, 500);
    await page.mouse.wheel(0, 300);
    await page.waitForFunction((key) => localStorage.getItem(key)?.includes('reading'), KEY);
    await done(page).click();
    await page.reload();
    await page.mouse.wheel(0, 3000);
    await page.waitForFunction(() => scrollY > 1000);
    assert.deepEqual(await marks(page), { [`lesson:${first.id}`]: 'done' });
  }));

test('a lesson is being read after twenty seconds in view', () =>
  withContext(async (context) => {
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(site.url + LESSON);
    await stir(page);
    await page.waitForSelector('.end-done:enabled');
    await page.clock.runFor(19_000);
    assert.deepEqual(await marks(page), {});
    await page.clock.runFor(2000);
    assert.deepEqual(await marks(page), { [`lesson:${first.id}`]: 'reading' });
  }));

for (const [where, path] of [
  ['its own page', '/questions/functions/closures/'],
  ['its lesson', '/functions/closures/'],
] as const)
  test(`a question is marked as known or not on ${where}, by keyboard`, () =>
    withContext(async (context) => {
      const page = await open(context, path);
      const question = page.locator('.qa').first();
      const id = (await question.getAttribute('id'))!.slice(2);
      const key = `question:functions/closures#${id}`;
      await question.locator('summary').focus();
      await page.keyboard.press('Enter');
      const [knew, notYet] = [question.getByText('I knew it'), question.getByText('Not yet')];
      await knew.focus();
      await page.keyboard.press('Enter');
      assert.equal((await marks(page))[key], 'known');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      assert.equal((await marks(page))[key], 'unsure');
      assert.equal(await knew.getAttribute('aria-pressed'), 'false');
      assert.equal(await notYet.getAttribute('aria-pressed'), 'true');
      await page.evaluate(axeSource);
      const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
      assert.deepEqual(
        violations.map(({ id }) => id),
        [],
      );
      await page.keyboard.press('Space');
      assert.equal((await marks(page))[key], 'none');
      await knew.click();
      await page.reload();
      await question.locator('summary').click();
      assert.equal(await knew.getAttribute('aria-pressed'), 'true');
    }));

test('another tab follows at once, and both keep their marks', () =>
  withContext(async (context) => {
    const [left, right] = [await open(context, LESSON), await open(context, `/${second.id}/`)];
    const map = await open(context, '/');
    await done(left).click();
    await done(right).click();
    for (const page of [left, right, map])
      await page.waitForFunction(
        (words) => document.querySelector('.tally b')?.textContent === words,
        `2/${roadmap.lessons.length}`,
      );
    assert.equal(await state(map, '.map-wide'), 'done');
    assert.equal(await state(map, '.map-wide', second.id), 'done');
    assert.deepEqual(Object.values(await marks(map)), ['done', 'done']);
  }));

test('the page that Back returns to shows what was marked meanwhile', () =>
  withContext(async (context) => {
    const page = await open(context, '/');
    await page.goto(site.url + LESSON);
    await stir(page);
    await done(page).click();
    await page.goBack();
    await page.waitForFunction(
      (words) => document.querySelector('.tally b')?.textContent === words,
      `1/${roadmap.lessons.length}`,
    );
  }));

for (const [what, error] of [
  ['full', 'QuotaExceededError'],
  ['forbidden', 'SecurityError'],
] as const)
  test(`with a ${what} storage marks hold for the page, and a note says so once`, () =>
    withContext(async (context) => {
      await context.addInitScript((name) => {
        Storage.prototype.setItem = () => {
          throw new DOMException('refused', name);
        };
      }, error);
      const page = await open(context, LESSON);
      await done(page).click();
      const note = page.locator('.unkept');
      await note.waitFor();
      assert.match(await note.innerText(), what === 'full' ? /no room left/ : /does not let/);
      assert.equal(await note.locator('a').getAttribute('href'), '/progress/');
      assert.equal(await done(page).getAttribute('aria-pressed'), 'true');
      assert.equal(await tally(page), `1/${roadmap.lessons.length}`);
      await note.getByRole('button', { name: 'Close' }).click();
      assert.equal(await done(page).evaluate((button) => button === document.activeElement), true);
      await done(page).click();
      await done(page).click();
      assert.equal(await note.count(), 0);
    }));

test('the header has the same boxes with and without marks, at every width', () =>
  withContext(async (context) => {
    const all = Object.fromEntries(roadmap.lessons.map(({ id }) => [`lesson:${id}`, { state: 'done', at: 1 }]));
    const page = await open(context, LESSON);
    const boxes = (): Promise<string[]> =>
      page.$$eval('.top a, .top button, .top summary', (parts) =>
        parts.map((part) => {
          const { left, top, width, height } = part.getBoundingClientRect();
          return [part.getAttribute('class'), left, top, width, height].join(' ');
        }),
      );
    for (const width of [320, 360, 390, 640, 768, 960, 1024, 1100, 1312, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate((key) => {
        localStorage.removeItem(key);
      }, KEY);
      await page.reload();
      await stir(page);
      await page.evaluate(() => document.fonts.ready);
      const empty = await boxes();
      const header = await page.$eval('.top .wrap', (top) => ({ room: top.clientWidth, needs: top.scrollWidth }));
      assert.ok(header.needs <= header.room, `${width}: the header needs ${header.needs} of ${header.room}`);
      const tops = await page.$$eval('.top .wrap > nav > a', (links) =>
        links.map((link) => link.getBoundingClientRect().height),
      );
      assert.ok(new Set(tops).size === 1, `${width}: a destination takes two lines: ${tops.join(', ')}`);
      assert.equal(
        await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth),
        false,
        `${width}: the page scrolls sideways`,
      );
      await page.evaluate(
        ({ key, text }) => {
          localStorage.setItem(key, text);
        },
        { key: KEY, text: JSON.stringify({ version: 1, marks: all }) },
      );
      await page.reload();
      await page.waitForFunction(
        (words) => document.querySelector('.tally b')?.textContent === words,
        `${roadmap.lessons.length}/${roadmap.lessons.length}`,
      );
      await page.evaluate(() => document.fonts.ready);
      assert.deepEqual(await boxes(), empty, String(width));
    }
  }));

test('marking moves nothing but fills', () =>
  withContext(async (context) => {
    await context.addInitScript(() => {
      const world = globalThis as unknown as { moved: number };
      world.moved = 0;
      // Also what follows an input counts here.
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as unknown as { value: number }[]) world.moved += entry.value;
      }).observe({ type: 'layout-shift' });
    });
    const page = await open(context, LESSON);
    await done(page).scrollIntoViewIfNeeded();
    await page.evaluate(() => {
      (globalThis as unknown as { moved: number }).moved = 0;
    });
    const before = await done(page).boundingBox();
    await done(page).click();
    await done(page)
      .locator('.end-dot')
      .evaluate((dot) => Promise.all(dot.getAnimations().map(({ finished }) => finished)));
    assert.deepEqual(await done(page).boundingBox(), before);
    assert.equal(await page.evaluate(() => (globalThis as unknown as { moved: number }).moved), 0);
  }));

test('an exercise whose tests all pass is solved', () =>
  withPage(site.browser, async (page) => {
    const { solution } = JSON.parse(
      readFileSync(join(dist, 'exercises/functions/run-once.json'), 'utf8'),
    ) as ExerciseJson;
    await page.goto(`${site.url}/exercises/functions/run-once/`);
    await page.locator('[data-do=check]').click();
    await page.locator('.ex-results > *').first().waitFor({ timeout: PATIENT });
    assert.deepEqual(await marks(page), {});
    await write(page.locator('.role-starter'), solution);
    await page.locator('[data-do=check]', { hasText: 'Check' }).click();
    await page.locator('.compare').waitFor({ timeout: PATIENT });
    assert.deepEqual(await marks(page), { 'exercise:functions/run-once': 'solved' });
  }));
