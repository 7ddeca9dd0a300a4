/** Exercises as a learner does them: wrong, right, with hints, in two tabs, with a full storage. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import type { ExerciseJson } from '../../src/lib/exercise-json.ts';
import { brokenRules, PATIENT, withPage, write } from './python-page.ts';
import { dist, useSite } from './site.ts';

const PAGE = '/exercises/functions/run-once/';
const LESSON = '/functions/functools/';
const site = useSite();
const file = JSON.parse(readFileSync(join(dist, 'exercises/functions/run-once.json'), 'utf8')) as ExerciseJson;
const exercise = (page: Page): Locator => page.locator('[data-exercise="functions/run-once"]');
const starter = (page: Page): Locator => exercise(page).locator('.role-starter');

async function check(page: Page): Promise<string> {
  // The results of the check before stay for a moment after the click.
  await exercise(page)
    .locator('.ex-results > *')
    .evaluateAll((results) => {
      for (const result of results) result.setAttribute('data-before', '');
    });
  await exercise(page).locator('[data-do=check]').click();
  await exercise(page).locator('.ex-results > :not([data-before])').first().waitFor({ timeout: PATIENT });
  await exercise(page).locator('[data-do=check]', { hasText: 'Check' }).waitFor();
  return exercise(page).locator('.ex-results').innerText();
}

for (const [where, path] of [
  ['its own page', PAGE],
  ['its lesson', LESSON],
] as const)
  test(`wrong, then right, on ${where}`, () =>
    withPage(site.browser, async (page) => {
      await page.goto(site.url + path);
      const wrong = await check(page);
      assert.match(wrong, /Expected[^]*Your code gave/);
      assert.match(await exercise(page).locator('.ex-state').innerText(), /^[1-9] of 10 tests pass$/);
      assert.deepEqual(await brokenRules(exercise(page)), []);
      await write(starter(page), file.solution);
      await page.keyboard.press('ControlOrMeta+Enter');
      await exercise(page).locator('.compare').waitFor({ timeout: PATIENT });
      assert.equal(await exercise(page).locator('.ex-state').innerText(), '10 of 10 tests pass');
      assert.match(await exercise(page).locator('.compare').innerText(), /Yours[^]*Reference/);
      assert.match(await exercise(page).locator('.ex-time').innerText(), /10 tests in \d+\.\d\d s/);
      assert.deepEqual(await brokenRules(exercise(page)), []);
      await page.waitForTimeout(400);
      await page.reload();
      await exercise(page).locator('.cm-content').waitFor();
      assert.equal(await exercise(page).locator('.ex-state').innerText(), '10 of 10 tests pass');
    }));

test('a syntax error and a missing function are said once', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + PAGE);
    await write(starter(page), 'def once(func)\n    return func\n');
    const broken = await check(page);
    assert.match(broken, /does not run, line 1[^]*SyntaxError/);
    assert.equal(broken.match(/SyntaxError/g)?.length, 1);
    assert.match(await starter(page).locator('.failed-line').innerText(), /def once/);
    await write(starter(page), 'def twice(func):\n    return func\n');
    const missing = await check(page);
    assert.equal(missing.match(/does not define/g)?.length, 1);
    assert.match(missing, /not run/);
  }));

test('what the code prints stands with its test, and an endless solution names the test', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + PAGE);
    await write(starter(page), file.solution.replace('if stored:', 'print("called")\n        if stored:'));
    await check(page);
    await exercise(page).locator('.printed summary').first().click();
    assert.match(await exercise(page).locator('.printed').first().innerText(), /called/);
    await write(starter(page), file.solution.replace('if stored:', 'while True: pass\n        if stored:'));
    await exercise(page).locator('[data-do=check]').click();
    await page.waitForTimeout(1500);
    await exercise(page).locator('[data-do=check]', { hasText: 'Stop' }).click();
    await exercise(page).locator('.ex-problem').waitFor({ timeout: PATIENT });
    assert.match(
      await exercise(page).locator('.ex-problem').innerText(),
      /Stopped by you in the test “later calls return/,
    );
  }));

test('a click into the starter opens the editor', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + PAGE);
    await starter(page).locator('pre').click();
    await starter(page).locator('.cm-content').waitFor();
  }));

test('hints one at a time, the solution behind a question', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + PAGE);
    const hints = exercise(page).locator('.hint');
    assert.deepEqual(await hints.evaluateAll((all) => all.map((hint) => (hint as HTMLElement).checkVisibility())), [
      true,
      false,
      false,
    ]);
    await hints.first().locator('summary').click();
    assert.deepEqual(await hints.evaluateAll((all) => all.map((hint) => (hint as HTMLElement).checkVisibility())), [
      true,
      true,
      false,
    ]);
    const answer = exercise(page).locator('details.answer');
    await answer.locator('summary').first().click();
    await exercise(page).locator('.confirm').waitFor();
    assert.equal(await answer.getAttribute('open'), null);
    await exercise(page).getByRole('button', { name: 'Show the solution' }).click();
    assert.notEqual(await answer.getAttribute('open'), null);
  }));

test('two tabs: neither draft is lost', () =>
  withPage(site.browser, async (page, context) => {
    const other = await context.newPage();
    for (const tab of [page, other]) {
      await tab.goto(site.url + PAGE);
      await starter(tab).locator('[data-do=edit]').click();
      await starter(tab).locator('.cm-content').waitFor();
    }
    await page.bringToFront();
    await write(starter(page), 'first = 1\n');
    await page.waitForTimeout(500);
    await other.bringToFront();
    await write(starter(other), 'second = 2\n');
    await other.waitForTimeout(500);
    await page.bringToFront();
    await exercise(page).locator('.block-note', { hasText: 'Another tab has changed this draft' }).waitFor();
    await page.reload();
    await exercise(page).locator('.cm-content').waitFor();
    const shown = await exercise(page).locator('.cm-content').innerText();
    assert.match(shown, /second = 2/);
    await exercise(page).getByRole('button', { name: 'Show the other' }).click();
    assert.match(await exercise(page).locator('.cm-content').innerText(), /first = 1/);
  }));

test('a draft of an older starter is kept, and told', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + PAGE);
    await page.evaluate(() => {
      localStorage.setItem(
        'roadmap.draft.functions/run-once',
        JSON.stringify({ version: 1, code: 'mine = 1\n', starter: 'older' }),
      );
    });
    await page.reload();
    await exercise(page).locator('.block-note', { hasText: 'new starter since you began' }).waitFor();
    assert.match(await exercise(page).locator('.cm-content').innerText(), /mine = 1/);
  }));

test('a full storage is told, and the draft stays in the page', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + PAGE);
    await page.evaluate(() => {
      const chunk = 'x'.repeat(100_000);
      try {
        for (let index = 0; ; index++) localStorage.setItem(`filler-${String(index)}`, chunk);
      } catch {
        try {
          for (let index = 0; ; index++) localStorage.setItem(`small-${String(index)}`, 'x'.repeat(50));
        } catch {
          // It is full now.
        }
      }
    });
    await write(starter(page), `${file.solution}\n# ${'long '.repeat(200)}\n`);
    await exercise(page).locator('.block-note', { hasText: 'storage is full' }).waitFor();
    await check(page);
    await exercise(page).locator('.compare').waitFor();
  }));

test('a broken draft is set aside, not lost', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + PAGE);
    await page.evaluate(() => {
      localStorage.setItem('roadmap.draft.functions/run-once', '{"version": 9, "code');
    });
    await page.reload();
    await check(page);
    assert.equal(
      await page.evaluate(() => localStorage.getItem('roadmap.draft.functions/run-once.broken')),
      '{"version": 9, "code',
    );
  }));
