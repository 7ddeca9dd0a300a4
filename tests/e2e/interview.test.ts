/** Interview practice as a candidate and an interviewer use it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { brokenRules, run, stdout, withPage } from './python-page.ts';
import { useSite } from './site.ts';

const site = useSite();
const START = new Date('2026-03-02T09:00:00Z');

/** Opens the page when its tools are enabled. */
async function open(page: Page, search = ''): Promise<void> {
  await page.goto(`${site.url}/interview/${search}`);
  await page.locator('site-interview[data-ready]').waitFor();
}

const clock = (page: Page): Promise<string> => page.locator('[role=timer]').innerText();
const question = (page: Page): Promise<string> => page.locator('.iv-ask h2').innerText();
const press = (page: Page, key: string): Promise<void> => page.keyboard.press(key);

/** Draws with a seed and gives the questions, by the keyboard from the first to the last. */
async function answerAll(page: Page, count: number, rating = '3'): Promise<string[]> {
  const asked: string[] = [];
  for (let index = 0; index < count; index++) {
    await page.getByText(`Question ${String(index + 1)} of ${String(count)}`).waitFor();
    asked.push(await question(page));
    await press(page, 's');
    await page.locator('.iv-answer .listen').waitFor();
    await press(page, rating);
    await press(page, 'n');
  }
  await page.locator('.iv-report').waitFor();
  return asked;
}

test('a whole interview by keyboard, with its clock', async () => {
  await withPage(site.browser, async (page) => {
    await page.clock.install({ time: START });
    await open(page);
    await page.focus('[name=seed]');
    await page.keyboard.type('abc');
    await press(page, 'Enter');
    await page.locator('.iv-ask h2:focus').waitFor();
    assert.match(page.url(), /\?count=5&minutes=3&seed=abc$/);
    await page.clock.pauseAt(new Date('2026-03-02T10:00:00Z'));
    // A question begins with its whole time, whatever the hour.
    await press(page, 's');
    await press(page, '1');
    await press(page, 'n');
    assert.equal(await clock(page), '3:00 left of 3:00');
    await page.clock.runFor(83_000);
    assert.equal(await clock(page), '1:37 left of 3:00');
    await press(page, 'p');
    await page.clock.runFor(60_000);
    assert.equal(await clock(page), '1:37 left of 3:00, paused');
    await press(page, 'p');
    await page.clock.runFor(68_000);
    await page.waitForFunction(() =>
      [...document.querySelectorAll('[role=status]')].some(({ textContent }) => /30 seconds/.test(textContent)),
    );
    await page.clock.runFor(49_000);
    assert.equal(await clock(page), '0:20 over 3:00', 'the overtime is counted');
    await press(page, 'n');
    assert.match(await page.locator('.iv-bar .meta').innerText(), /Question 2/, 'no way on without a rating');
    await press(page, 's');
    await page.locator('.iv-answer:focus').waitFor();
    await page.clock.runFor(60_000);
    assert.equal(await clock(page), '0:20 over 3:00', 'reading the answer is not counted');
    await page.locator('.iv-answer .listen').waitFor();
    await press(page, '2');
    await press(page, 'Enter');
    for (const rating of ['3', '3', '3']) {
      await press(page, 's');
      await press(page, rating);
      await press(page, 'n');
    }
    await page.locator('.iv-report h2:focus').waitFor();
    assert.equal(await page.locator('.iv-report h2').innerText(), 'Result: 70 %');
    assert.match(await page.locator('.iv-report .lede').innerText(), /5 questions: 3 well, 1 partly, 1 missed/);
    const last = page.locator('.iv-table').last().locator('tbody tr');
    assert.match(await last.nth(1).innerText(), /Partly\s+3:20, 0:20 over/);
    assert.equal(await page.locator('.iv-again a').count(), 2);
  });
});

test('time that the page is hidden is not counted', async () => {
  await withPage(site.browser, async (page) => {
    await page.clock.install({ time: START });
    await open(page, '?seed=abc&minutes=1');
    await page.click('text=Start the interview');
    await page.locator('.iv-ask').waitFor();
    await page.clock.pauseAt(new Date('2026-03-02T09:30:00Z'));
    await press(page, 's');
    await press(page, '3');
    await press(page, 'n');
    const turn = (state: string): Promise<void> =>
      page.evaluate((now) => {
        Object.defineProperty(document, 'visibilityState', { configurable: true, value: now });
        document.dispatchEvent(new Event('visibilitychange'));
      }, state);
    await page.clock.runFor(10_000);
    await turn('hidden');
    await page.clock.runFor(300_000);
    await turn('visible');
    assert.equal(await clock(page), '0:50 left of 1:00');
    await page.clock.runFor(5000);
    assert.equal(await clock(page), '0:45 left of 1:00');
  });
});

test('the same seed gives the same questions, and the result is there after a reload', async () => {
  await withPage(site.browser, async (page) => {
    await open(page, '?levels=junior,mid&count=5&minutes=0&seed=k7q');
    assert.equal(await page.inputValue('[name=seed]'), 'k7q');
    await page.click('text=Start the interview');
    await press(page, 's');
    await page.locator('.iv-answer .listen').waitFor();
    assert.deepEqual(await brokenRules(page.locator('main')), []);
    const first = await answerAll(page, 5);
    assert.deepEqual(await brokenRules(page.locator('main')), []);
    await page.click('text=Repeat with the same seed');
    assert.deepEqual(await answerAll(page, 5, '1'), first);
    await page.reload();
    await page.locator('.iv-report').waitFor();
    assert.equal(await page.locator('.iv-report h2').innerText(), 'Result: 0 %');
    await page.click('text=Back to all questions');
    await page.locator('.iv-kept li').nth(1).waitFor();
    assert.match(await page.locator('.iv-kept').innerText(), /0 %[^]*seed k7q[^]*100 %/);
    // The ratings are marks of the bank, and the filter knows them.
    await page.selectOption('[name=mark]', 'unsure');
    await page.getByText(/^5 of \d+ questions\.$/).waitFor();
    assert.deepEqual((await page.locator('.iv-bank li:visible a').allInnerTexts()).toSorted(), first.toSorted());
    // Deleting can be undone.
    await page.locator('.iv-kept li .iv-link').first().click();
    assert.equal(await page.locator('.iv-kept li').count(), 1);
    await page.click('.iv-kept >> text=Undo');
    assert.equal(await page.locator('.iv-kept li').count(), 2);
    await page.click('text=Delete all');
    await page.getByText('None yet.').waitFor();
    await page.reload();
    await page.getByText('None yet.').waitFor();
  });
});

test('a reload in the middle loses nothing: the interview goes on when the reader does', async () => {
  await withPage(site.browser, async (page) => {
    await page.clock.install({ time: START });
    await open(page, '?count=5&minutes=3&seed=abc');
    await page.click('text=Start the interview');
    await page.reload();
    await page.getByText('An interview has not ended: question 1 of 5.').waitFor();
    assert.deepEqual(await brokenRules(page.locator('main')), []);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.clock.pauseAt(new Date('2026-03-02T10:00:00Z'));
    await press(page, 's');
    await press(page, '3');
    await press(page, 'n');
    await page.clock.runFor(50_000);
    const asked = await question(page);
    await page.reload();
    await page.getByText('An interview has not ended: question 2 of 5.').waitFor();
    await page.clock.runFor(600_000);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.clock.runFor(1000);
    assert.equal(await question(page), asked);
    assert.equal(await clock(page), '2:09 left of 3:00');
    // Also where the answer was on show.
    await press(page, 's');
    await press(page, '2');
    await page.goto(`${site.url}/about/`);
    await page.goBack();
    if (!(await page.locator('.iv-ask').isVisible())) await page.getByRole('button', { name: 'Continue' }).click();
    await page.locator('.iv-answer .listen').waitFor();
    assert.equal(await page.locator('[data-rating=partly]').getAttribute('aria-pressed'), 'true');
    await press(page, 'n');
    await page.getByText('Question 3 of 5').waitFor();
    await page.click('text=End the interview');
    assert.equal(await page.locator('.iv-report h2').innerText(), 'Result: 75 %');
    await open(page);
    assert.equal(await page.locator('.iv-waiting').isVisible(), false, 'it has ended');
  });
});

test('the program of an answer runs in the page, and its keys stay its own', async () => {
  await withPage(site.browser, async (page) => {
    await open(page, '?topics=functions&count=15&minutes=0&seed=abc');
    await page.click('text=Start the interview');
    for (;;) {
      await press(page, 's');
      await page.locator('.iv-answer .listen').waitFor();
      if ((await page.locator('.iv-answer > .a > figure[data-run] [data-do=run]').count()) > 0) break;
      await press(page, '3');
      await press(page, 'n');
    }
    const block = page.locator('.iv-answer > .a > figure[data-run]').first();
    const printed = await block.locator('.out samp').first().innerText();
    await run(block);
    assert.equal((await stdout(block)).trim(), printed.trim());
    await block.locator('[data-do=edit]').click();
    await block.locator('.cm-content').focus();
    await page.keyboard.type('1');
    assert.equal(await page.locator('[data-rating][aria-pressed=true]').count(), 0);
  });
});

test('an answer that cannot be loaded stops nothing, and is asked for again', async () => {
  await withPage(
    site.browser,
    async (page) => {
      await page.route(/\/questions\//, (route) => route.abort());
      await open(page, '?seed=abc');
      await page.click('text=Start the interview');
      await press(page, 's');
      await page.getByText('The answer could not be loaded.').waitFor();
      await page.unroute(/\/questions\//);
      await page.click('text=Try again');
      await page.locator('.iv-answer .listen').waitFor();
    },
    { serviceWorkers: 'block' },
  );
});

test('the sheet for the interviewer: questions, answers, follow-ups, notes, and only they are printed', async () => {
  await withPage(site.browser, async (page) => {
    await open(page, '?count=5&minutes=3&seed=abc');
    await page.click('text=Sheet for the interviewer');
    await page.locator('.iv-sheet-list > li').nth(4).waitFor();
    assert.match(page.url(), /seed=abc&view=sheet$/);
    const sheet = await page.locator('.iv-sheet-list h3').allInnerTexts();
    for (const item of await page.locator('.iv-sheet-list > li').all()) {
      assert.ok((await item.locator('.followup').count()) > 0);
      assert.equal(await item.locator('.listen').count(), 1);
      assert.equal(await item.locator('.iv-notes').count(), 1);
    }
    assert.deepEqual(await brokenRules(page.locator('main')), []);
    await page.emulateMedia({ media: 'print' });
    for (const part of ['.top', '.iv-head', '.iv-setup', '.iv-bank', '.iv-sheet .go'])
      assert.equal(await page.locator(part).isVisible(), false, `${part} is not printed`);
    assert.ok(await page.locator('.iv-notes').first().isVisible());
    await page.emulateMedia({ media: 'screen' });
    await page.reload();
    await page.locator('.iv-sheet-list > li').nth(4).waitFor();
    await page.click('text=Back to all questions');
    await page.click('text=Start the interview');
    assert.deepEqual((await answerAll(page, 5)).toSorted(), sheet.toSorted());
  });
});

test('the bank is filtered, the count is told, and the address keeps the filter', async () => {
  await withPage(site.browser, async (page) => {
    await open(page);
    assert.deepEqual(await brokenRules(page.locator('main')), []);
    await page.fill('[type=search]', 'closures');
    await page.selectOption('[name=topic]', 'functions');
    await page.selectOption('[name=level]', 'senior');
    const count = await page.locator('.iv-count').innerText();
    assert.match(count, /^\d+ of \d+ questions\.$/);
    const shown = await page.locator('.iv-bank li:visible').count();
    assert.equal(count.split(' ')[0], String(shown));
    assert.ok(shown > 0);
    await page.reload();
    await page.locator('site-interview[data-ready]').waitFor();
    assert.equal(await page.locator('.iv-count').innerText(), count);
    await page.fill('[type=search]', '<img src=x>');
    assert.match(await page.locator('.iv-count').innerText(), /^0 of .* Try another word/);
    await page.fill('[type=search]', '');
    await page.selectOption('[name=topic]', '');
    await page.selectOption('[name=level]', '');
    await page.waitForFunction(() => location.search === '');
  });
});

test('without a script the bank stands, and each question leads to its answer', async () => {
  await withPage(
    site.browser,
    async (page) => {
      await page.goto(`${site.url}/interview/`);
      assert.ok(await page.getByText('The mock interview needs JavaScript.').isVisible());
      for (const part of ['.iv-setup', '.iv-filters', '.iv-kept']) assert.ok(!(await page.locator(part).isVisible()));
      await page.locator('.iv-bank summary').first().click();
      const link = page.locator('.iv-bank details[open] li a').first();
      const words = await link.innerText();
      await link.click();
      assert.match(page.url(), /\/questions\/[\w/-]+#q-/);
      assert.equal(await page.locator('details:target .q').innerText(), words);
    },
    { javaScriptEnabled: false },
  );
});
