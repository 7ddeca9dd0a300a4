/** The study plan in a browser, with a pretended today: a Wednesday. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import ICAL from 'ical.js';
import type { BrowserContext, Download, Page } from 'playwright-core';
import { useSite } from './site.ts';

const TODAY = new Date(2026, 9, 28, 12);
const site = useSite();

/** A browser of its own, in which today is pretended. */
async function context(width = 1280): Promise<BrowserContext> {
  const made = await site.browser.newContext({ viewport: { width, height: 900 }, acceptDownloads: true });
  await made.clock.setFixedTime(TODAY);
  return made;
}

async function openPlan(where: BrowserContext, hash = ''): Promise<Page> {
  const page = await where.newPage();
  await page.goto(`${site.url}/plan/${hash}`);
  await page.waitForSelector('.plan-live .wk');
  return page;
}

const weeks = (page: Page): Promise<string[]> =>
  page.$$eval('.plan-live .wk', (items) =>
    items.map((item) => (item as HTMLElement).innerText.replaceAll(/\s+/g, ' ')),
  );
const lede = (page: Page): Promise<string> => page.innerText('.plan-head .lede');
const stored = (page: Page): Promise<string | null> => page.evaluate(() => localStorage.getItem('roadmap.plan'));

async function download(page: Page, name: string): Promise<{ file: Download; text: string }> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.click(`button:has-text("${name}")`)]);
  return { file, text: readFileSync(await file.path(), 'utf8') };
}

interface CalendarEvent {
  uid: string;
  start: string;
  description: string;
}
function eventsOf(text: string): CalendarEvent[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const { uid, startDate, description } = new ICAL.Event(component);
    return { uid, start: startDate.toString(), description };
  });
}

test('goal and hours make weeks that are kept, and a lesson done in another tab moves them', async () => {
  const browser = await context();
  const page = await openPlan(browser);
  assert.match(await lede(page), /^\d+ weeks at 5 hours a week\. You finish on \d+ \w+ 20\d\d\.$/);
  assert.match((await weeks(page))[0]!, /^Week 1 28 Oct – 1 Nov This week/);
  assert.equal(await stored(page), null, 'a suggestion is not kept');

  await page.selectOption('select[name=goal]', 'topic');
  await page.selectOption('select[name=topic]', 'functions');
  await page.check('input[name=hours][value="8"]', { force: true });
  assert.match(await lede(page), /at 8 hours a week/);
  assert.match((await stored(page)) ?? '', /"topic":"functions".*"hours":8/);
  const before = await weeks(page);
  assert.ok(before.some((week) => week.includes('Closures')));

  const lesson = await browser.newPage();
  await lesson.goto(`${site.url}/functions/closures/`);
  await lesson.evaluate((at) => {
    const marks = { 'lesson:functions/closures': { state: 'done', at } };
    localStorage.setItem('roadmap.progress', JSON.stringify({ version: 1, marks }));
  }, TODAY.getTime());
  await page.waitForFunction(() => document.querySelector('.wk.cur')?.textContent.includes('Closures (done)'));
  const after = await weeks(page);
  assert.ok(!after.slice(1).some((week) => week.includes('Closures')));

  await page.reload();
  await page.waitForSelector('.plan-live .wk');
  assert.deepEqual(await weeks(page), after);
  assert.equal(await page.inputValue('select[name=topic]'), 'functions');
  await browser.close();
});

test('a week off moves the rest, by keyboard, and can be taken back', async () => {
  const browser = await context();
  const page = await openPlan(browser);
  const before = await weeks(page);
  await page.focus('.wk:nth-child(2) .wk-off');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.wk.off');
  const paused = await weeks(page);
  assert.match(paused[1]!, /^Week off 2 – 8 Nov Study this week/);
  assert.match(paused[2]!, /^Week 2 9 – 15 Nov/);
  assert.equal(
    await page.evaluate(() => document.activeElement?.getAttribute('aria-label')),
    'Study this week: 2 – 8 Nov',
    'the focus stays where it was',
  );
  await page.reload();
  await page.waitForSelector('.wk.off');
  await page.focus('.wk.off .wk-off');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.wk.off', { state: 'detached' });
  assert.deepEqual(await weeks(page), before);
  await browser.close();
});

test('weeks later the plan goes on from this week, and can start again', async () => {
  const browser = await context();
  const page = await openPlan(browser);
  await page.click('button:has-text("Keep this plan")');
  await browser.clock.setFixedTime(new Date(2026, 10, 18, 12));
  await page.reload();
  await page.waitForSelector('.wk.cur');
  assert.match((await weeks(page))[0]!, /^Week 4 16 – 22 Nov This week/);
  assert.match(await page.innerText('.plan-notes'), /in the last 3 weeks/);
  await page.click('button:has-text("Start again from this week")');
  assert.match((await weeks(page))[0]!, /^Week 1 18 – 22 Nov This week/);
  assert.equal(await page.inputValue('input[name=start]'), '2026-11-18');
  assert.ok(await page.isHidden('button:has-text("Start again from this week")'));
  await browser.close();
});

test('an interview takes what fits, and says what does not', async () => {
  const browser = await context();
  const page = await openPlan(browser);
  await page.selectOption('select[name=goal]', 'interview');
  await page.fill('input[name=interview]', '2026-11-11');
  await page.dispatchEvent('input[name=interview]', 'change');
  assert.match(
    await lede(page),
    /^\d+ of \d+ stops fit before the interview on 11 November 2026, at 5 hours a week\.$/,
  );
  assert.match((await weeks(page)).at(-1)!, /9 – 10 Nov/);
  assert.match(await page.innerText('.plan-left summary'), /stops left out/);
  await browser.close();
});

test('the calendar file has a week an event, and the next one moves them', async () => {
  const browser = await context();
  const page = await openPlan(browser);
  const { file, text } = await download(page, 'Calendar file');
  assert.equal(file.suggestedFilename(), 'python-study-plan.ics');
  const events = eventsOf(text);
  assert.equal(events.length, (await weeks(page)).length);
  assert.equal(events[0]!.start, '2026-10-28');
  assert.match(events[0]!.description, /Running Python, 50 min/);
  await page.reload();
  await page.waitForSelector('.plan-live .wk');
  await page.click('.wk:nth-child(2) .wk-off');
  const moved = eventsOf((await download(page, 'Calendar file')).text);
  assert.deepEqual(
    moved.map(({ uid }) => uid),
    events.map(({ uid }) => uid),
  );
  assert.equal(moved[1]!.start, '2026-11-09');
  const list = await download(page, 'Checklist file');
  assert.match(
    list.text,
    /^# Study plan\n[^]*- \[ \] \[Running Python\]\(http[^)]*\/core-syntax\/running-python\/\) \(50 min\)/,
  );
  await browser.close();
});

test('a link shows its plan, and the own one stays until the reader keeps the other', async () => {
  const giver = await context();
  await giver.grantPermissions(['clipboard-read', 'clipboard-write']);
  const first = await openPlan(giver);
  await first.check('input[name=hours][value="12"]', { force: true });
  await first.click('button:has-text("Copy link")');
  await first.waitForFunction(() => document.querySelector('.plan-said')?.textContent.includes('copied'));
  const hash = new URL(await first.evaluate(() => navigator.clipboard.readText())).hash;
  await giver.close();

  const reader = await context();
  const own = await openPlan(reader);
  await own.check('input[name=hours][value="3"]', { force: true });
  const kept = await stored(own);
  const page = await openPlan(reader, hash);
  assert.match(await lede(page), /at 12 hours a week/);
  assert.match(await page.innerText('.plan-notes'), /This plan came with the link/);
  await page.check('input[name=hours][value="8"]', { force: true });
  assert.equal(await stored(page), kept, 'the own plan is as it was');
  await page.click('button:has-text("Back to my plan")');
  assert.match(await lede(page), /at 3 hours a week/);
  assert.equal(new URL(page.url()).hash, '');

  await page.goto(`${site.url}/plan/${hash}`);
  await page.waitForFunction(() => document.querySelector('.lede')?.textContent.includes('12 hours'));
  await page.click('button:has-text("Keep this plan")');
  await own.waitForFunction(() => document.querySelector('.lede')?.textContent.includes('12 hours'));
  assert.equal(await page.locator('.plan-note').count(), 0);

  const bad = await openPlan(reader, `#plan=${Buffer.from('{"version":1,"id":"<b>"}').toString('base64url')}`);
  assert.match(await bad.innerText('.plan-problem'), /holds no plan/);
  assert.match(await lede(bad), /at 12 hours a week/);
  await reader.close();
});

test('without the roadmap there is the order of all stops, and another try', async () => {
  const browser = await context();
  const page = await browser.newPage();
  await page.route('**/roadmap.json', (route) => route.abort());
  await page.goto(`${site.url}/plan/`);
  await page.waitForSelector('.plan-failed button');
  assert.ok(await page.isVisible('.plan-static'));
  await page.unroute('**/roadmap.json');
  await page.click('.plan-failed button');
  await page.waitForSelector('.plan-live .wk');
  assert.ok(await page.isHidden('.plan-static'));
  await browser.close();
});

test('without JavaScript the page lists the order with minutes', async () => {
  const browser = await site.browser.newContext({ javaScriptEnabled: false });
  const page = await browser.newPage();
  await page.goto(`${site.url}/plan/`);
  assert.ok(await page.isVisible('.plan-static >> text=Running Python'));
  assert.match(await page.innerText('.plan-static'), /Running Python 50 min/);
  await browser.close();
});

test('a narrow page scrolls no way but down', async () => {
  const browser = await context(360);
  const page = await openPlan(browser);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(over <= 0, `${over} pixels too wide`);
  const small = await page.$$eval(
    'site-plan :is(button, select, input:not([type=radio], [type=checkbox]))',
    (controls) =>
      controls.map((control) => control.getBoundingClientRect()).filter(({ height }) => height > 0 && height < 24)
        .length,
  );
  assert.equal(small, 0);
  await browser.close();
});
