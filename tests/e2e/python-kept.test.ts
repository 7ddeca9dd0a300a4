/** What readers write is kept: when they leave at once, when the editor comes late or not at all, after Reset. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { PATIENT, run, runCode, withPage, write } from './python-page.ts';
import { useSite } from './site.ts';

const LESSON = '/functions/closures/';
const EXERCISE = '/exercises/functions/run-once/';
const DRAFT = 'roadmap.draft.functions/run-once';
const site = useSite();
const block = (page: Page): Locator => page.locator('.prose > figure.code[data-run]').first();
const exercise = (page: Page): Locator => page.locator('[data-exercise="functions/run-once"]');
const text = (editor: Locator): Promise<string> => editor.locator('.cm-content').innerText();
const putDraft = (page: Page, draft: object): Promise<void> =>
  page.evaluate(
    ([key, value]) => {
      localStorage.setItem(key, value);
    },
    [DRAFT, JSON.stringify({ version: 1, ...draft })] as const,
  );
const codeOfDraft = (page: Page): Promise<string> =>
  page.evaluate((key) => (JSON.parse(localStorage.getItem(key)!) as { code: string }).code, DRAFT);

test('the last letters before a page is left are kept', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + LESSON);
    await write(block(page), 'mine = 1');
    await page.waitForTimeout(500);
    await page.keyboard.type('23');
    await page.reload();
    await block(page).locator('.cm-content').waitFor();
    assert.equal((await text(block(page))).trim(), 'mine = 123');
    await page.goto(site.url + EXERCISE);
    await write(exercise(page), 'draft = 1');
    await page.goto('about:blank');
    await page.goto(site.url + EXERCISE);
    await exercise(page).locator('.cm-content').waitFor();
    assert.equal((await text(exercise(page))).trim(), 'draft = 1');
  }));

test('two tabs: the edit that is replaced can be had back, and Reset takes away only its own', () =>
  withPage(site.browser, async (page, context) => {
    const other = await context.newPage();
    for (const tab of [page, other]) {
      await tab.goto(site.url + LESSON);
      await block(tab).locator('[data-do=edit]').click();
      await block(tab).locator('.cm-content').waitFor();
    }
    const texts = [
      [page, 'first = 1'],
      [other, 'second = 2'],
    ] as const;
    for (const [tab, code] of texts) {
      await tab.bringToFront();
      await write(block(tab), code);
      await tab.waitForTimeout(500);
    }
    await block(other)
      .locator('.block-note', { hasText: 'Another tab has changed this program' })
      .waitFor({ timeout: 4000 });
    await page.bringToFront();
    await block(page).locator('[data-do=edit]', { hasText: 'Reset' }).click();
    await run(block(page));
    assert.equal(await block(page).locator('.cm-content').count(), 0, 'the page’s program runs after Reset');
    await other.bringToFront();
    await other.reload();
    await block(other).locator('.cm-content', { hasText: 'second = 2' }).waitFor({ timeout: 4000 });
    await page.bringToFront();
    await block(page).locator('.block-note button', { hasText: 'Undo' }).click();
    await page.waitForTimeout(500);
    await block(page).getByRole('button', { name: 'Show the other' }).click();
    assert.equal((await text(block(page))).trim(), 'second = 2');
  }));

test('an edited file is there again after a reload', () =>
  withPage(site.browser, async (page) => {
    await page.goto(`${site.url}/functions/scopes-and-namespaces/`);
    const file = page.locator('figure.code[data-file][data-lang=python]').first();
    await write(file, 'mine = 1');
    await page.waitForTimeout(500);
    await page.reload();
    await file.locator('.cm-content').waitFor({ timeout: 5000 });
    assert.equal((await text(file)).trim(), 'mine = 1');
  }));

test('Check takes the draft, though its editor comes late', () =>
  withPage(
    site.browser,
    async (page, context) => {
      await page.goto(site.url + EXERCISE);
      await putDraft(page, { code: 'mine = 1\n', starter: 'x' });
      await context.route(/_astro\/editor/, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 6000));
        await route.continue();
      });
      await page.reload();
      await exercise(page).locator('[data-do=check]').click();
      await exercise(page).locator('.ex-results > *').first().waitFor({ timeout: PATIENT });
      assert.match(await exercise(page).locator('.ex-results').innerText(), /does not define/);
      assert.equal((await codeOfDraft(page)).trim(), 'mine = 1');
    },
    { serviceWorkers: 'block' },
  ));

test('an editor that cannot be had is said, costs no draft, and comes with the next try', () =>
  withPage(
    site.browser,
    async (page, context) => {
      await page.goto(site.url + EXERCISE);
      await putDraft(page, { code: 'mine = 1\n', starter: 'x' });
      await context.route(/_astro\/editor/, (route) => route.abort());
      await page.reload();
      await exercise(page).locator('.block-note', { hasText: 'editor could not be loaded' }).waitFor({ timeout: 8000 });
      await exercise(page).locator('[data-do=check]').click();
      await exercise(page).locator('.ex-results > *').first().waitFor({ timeout: PATIENT });
      assert.equal((await codeOfDraft(page)).trim(), 'mine = 1');
      await context.unroute(/_astro\/editor/);
      await exercise(page).locator('[data-do=edit]').click();
      await exercise(page).locator('.cm-content').waitFor({ timeout: 8000 });
      assert.equal((await text(exercise(page))).trim(), 'mine = 1');
    },
    { serviceWorkers: 'block' },
  ));

test('after Reset a draft belongs to the new starter', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + EXERCISE);
    await putDraft(page, { code: 'mine = 1\n', starter: 'older', result: { passed: 1, total: 10 } });
    await page.reload();
    await exercise(page).locator('.block-note', { hasText: 'new starter since you began' }).waitFor();
    await exercise(page).locator('[data-do=edit]', { hasText: 'Reset' }).click();
    await exercise(page).locator('.cm-content').waitFor({ state: 'detached' });
    await page.reload();
    await exercise(page).locator('.ex-state', { hasText: '1 of 10' }).waitFor();
    await page.waitForTimeout(1500);
    assert.equal(await exercise(page).locator('.block-note', { hasText: 'new starter' }).count(), 0);
  }));

test('a program from the address that is closed gives the reader’s own back', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + LESSON);
    await write(block(page), 'print("shared")');
    await block(page).locator('[data-do=link]').click();
    await block(page).getByRole('button', { name: 'Copy link to your version' }).click();
    await page.waitForFunction(async () => (await navigator.clipboard.readText()).includes('='));
    const link = await page.evaluate(() => navigator.clipboard.readText());
    await write(block(page), 'print("mine")');
    await page.waitForTimeout(500);
    await page.goto('about:blank');
    await page.goto(link);
    await block(page).locator('.block-note', { hasText: 'came with the link' }).waitFor();
    await block(page).getByRole('button', { name: 'Close' }).click();
    await block(page).locator('.cm-content', { hasText: 'mine' }).waitFor({ timeout: 5000 });
  }));

test('a program in an address is shown, too, when only the fragment changes', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + LESSON);
    await write(block(page), 'print("shared")');
    await block(page).locator('[data-do=link]').click();
    await block(page).getByRole('button', { name: 'Copy link to your version' }).click();
    await page.waitForFunction(async () => (await navigator.clipboard.readText()).includes('='));
    const link = await page.evaluate(() => navigator.clipboard.readText());
    await block(page).locator('[data-do=edit]', { hasText: 'Reset' }).click();
    await page.evaluate((address) => {
      location.href = address;
    }, link);
    await block(page).locator('.cm-content', { hasText: 'shared' }).waitFor({ timeout: 5000 });
  }));

test('the keyboard stays where it was when a note goes away', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + LESSON);
    await write(block(page), 'input("Who? ")');
    await page.keyboard.press('ControlOrMeta+Enter');
    await block(page).locator('.ask input').waitFor({ timeout: PATIENT });
    await page.keyboard.type('Ada');
    await page.keyboard.press('Enter');
    await block(page).locator('.live-out:not([data-busy])').waitFor();
    const inBlock = (): Promise<boolean> => block(page).evaluate((figure) => figure.contains(document.activeElement));
    assert.equal(await inBlock(), true, 'after a line for input()');
    await block(page).locator('[data-do=edit]', { hasText: 'Reset' }).click();
    await block(page).locator('.block-note button', { hasText: 'Undo' }).focus();
    await page.keyboard.press('Enter');
    await block(page).locator('.cm-content').waitFor();
    assert.equal(await inBlock(), true, 'after Undo');
  }));

test('a place in a traceback marks its line in the open editor', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + LESSON);
    await runCode(block(page), 'def half(x):\n    return x / 0\n\nhalf(3)\n');
    await block(page).locator('.out.err a', { hasText: 'line 4' }).click();
    await block(page).locator('.cm-line.failed-line', { hasText: 'half(3)' }).waitFor({ timeout: 4000 });
    assert.equal(await block(page).locator('.line-mark').count(), 0);
  }));

test('print shows the whole program that is being edited', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + LESSON);
    await write(block(page), Array.from({ length: 300 }, (_, at) => `x${String(at)} = ${String(at)}`).join('\n'));
    await page.emulateMedia({ media: 'print' });
    assert.equal(await block(page).locator(':scope > pre').isVisible(), true);
    assert.equal(await block(page).locator('.editor-shell').isVisible(), false);
    await page.emulateMedia({ media: 'screen' });
    assert.equal(await block(page).locator(':scope > pre').isVisible(), false);
  }));
