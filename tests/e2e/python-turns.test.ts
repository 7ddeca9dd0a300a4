/** Several programs at once: each runs in the state that its place on the page promises, whatever is pressed meanwhile. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { finished, head, PATIENT, runCode, stderr, stdout, withPage, write } from './python-page.ts';
import { useSite } from './site.ts';

const LESSON = '/functions/closures/';
const site = useSite();
const program = (page: Page, at: number): Locator => page.locator('.prose > figure.code[data-run]').nth(at);
const isRunning = (block: Locator): Promise<void> => block.locator('.out-head', { hasText: 'Running' }).waitFor();
const press = (block: Locator, words: 'Run' | 'Stop'): Promise<void> =>
  block.locator('[data-do=run]', { hasText: words }).click();

test('a program that is asked for while one above it runs does not count on names that this one forgets', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + LESSON);
    const [above, between, below] = ['late-binding-4', 'nonlocal-1', 'nonlocal-2'].map((id) =>
      page.locator(`#code-${id}`),
    ) as [Locator, Locator, Locator];
    await write(above, 'import time\ntime.sleep(1.5)');
    await write(below, 'print(kept)');
    await runCode(between, 'kept = "yes"');
    await press(above, 'Run');
    await isRunning(above);
    await press(below, 'Run');
    await finished(above);
    await finished(below);
    assert.equal(await stdout(below), 'yes\n');
  }));

test('a program that is asked for while an exercise is checked does not count on names that are gone', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + LESSON);
    const [above, below] = [program(page, 0), program(page, 1)];
    const exercise = page.locator('[data-exercise]').first();
    await write(exercise.locator('.role-starter'), 'import time\ntime.sleep(1.5)');
    await write(below, 'print(kept)');
    await runCode(above, 'kept = "yes"');
    await exercise.locator('[data-do=check]').click();
    await exercise.locator('.ex-time', { hasText: 'Testing' }).waitFor();
    await press(below, 'Run');
    await finished(below);
    assert.equal(await stdout(below), 'yes\n');
    assert.match(await exercise.locator('.ex-results').innerText(), /does not define/);
  }));

test('the run key pressed twice runs a program once', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + LESSON);
    const block = program(page, 1);
    await runCode(program(page, 0), 'runs = 0');
    await write(block, 'import time\ntime.sleep(0.5)\nruns += 1\nprint(runs)');
    await page.keyboard.press('ControlOrMeta+Enter');
    await page.keyboard.press('ControlOrMeta+Enter');
    await isRunning(block);
    await finished(block);
    await page.waitForTimeout(1000);
    assert.equal(await stdout(block), '1\n');
  }));

test('a program that was changed while it runs starts again', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + LESSON);
    const block = program(page, 0);
    await write(block, 'while True: pass');
    await page.keyboard.press('ControlOrMeta+Enter');
    await isRunning(block);
    await write(block, 'print("changed")');
    await page.keyboard.press('ControlOrMeta+Enter');
    await block.locator('samp', { hasText: 'changed' }).waitFor({ timeout: 8000 });
    await finished(block);
    assert.match(await head(block), /exit 0/);
  }));

test('Stop of a program that waits leaves the running one alone', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + LESSON);
    const [first, second] = [program(page, 0), program(page, 1)];
    await write(first, 'import time\ntime.sleep(2)\nprint("done")');
    await page.keyboard.press('ControlOrMeta+Enter');
    await isRunning(first);
    await press(second, 'Run');
    await second.locator('.out-head', { hasText: 'Waiting' }).waitFor();
    await press(second, 'Stop');
    await finished(second);
    assert.match(await head(second), /Stopped/);
    await finished(first);
    assert.equal(await stdout(first), 'done\n');
  }));

test('Stop while a program asks for a line takes the question away', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + LESSON);
    const block = program(page, 0);
    await write(block, 'input("Who? ")');
    await page.keyboard.press('ControlOrMeta+Enter');
    await block.locator('.ask input').waitFor();
    await press(block, 'Stop');
    await finished(block);
    assert.equal(await block.locator('.ask').count(), 0);
  }));

test('Reset of a running program stops it', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + LESSON);
    const block = program(page, 0);
    await write(block, 'while True: pass');
    await page.keyboard.press('ControlOrMeta+Enter');
    await isRunning(block);
    await block.locator('[data-do=edit]', { hasText: 'Reset' }).click();
    await block.locator('[data-do=run]', { hasText: 'Run' }).waitFor({ timeout: 4000 });
    assert.equal(await block.locator('.live-out').count(), 0);
  }));

test('Reset of the page stops what runs, and holds nothing afterwards', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + LESSON);
    await runCode(program(page, 0), 'kept = 1');
    await write(program(page, 1), 'import time\ntime.sleep(1.5)');
    await page.keyboard.press('ControlOrMeta+Enter');
    await isRunning(program(page, 1));
    await page.locator('.py-bar').getByRole('button', { name: 'Forget names' }).click();
    await page.waitForFunction(() => !document.querySelector('[data-running]'));
    await page.waitForTimeout(2000);
    assert.doesNotMatch((await page.locator('.py-bar').textContent())!, /holds/);
  }));

test('Stop ends a check whose tests are still on the way', () =>
  withPage(
    site.browser,
    async (page, context) => {
      await page.goto(site.url + LESSON);
      await runCode(program(page, 0), 'print("ready")');
      await context.route(/exercises\/.*\.json$/, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 1500));
        await route.continue();
      });
      const exercise = page.locator('[data-exercise]').first();
      await exercise.locator('[data-do=check]').click();
      await exercise.locator('[data-do=check]', { hasText: 'Stop' }).click();
      await exercise.locator('.ex-problem, .tests').first().waitFor({ timeout: PATIENT });
      assert.match(await exercise.locator('.ex-results').innerText(), /Stopped by you/);
    },
    { serviceWorkers: 'block' },
  ));

test('a program above that ends in an error of the reader’s own is named', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + LESSON);
    const [above, below] = [program(page, 0), program(page, 1)];
    await write(above, 'raise LookupError("mine")');
    await write(below, 'print(kept)');
    await press(below, 'Run');
    await finished(below);
    assert.match(await stderr(below), /NameError/);
    assert.match(await below.locator('.out-note').innerText(), /LookupError: mine/);
  }));
