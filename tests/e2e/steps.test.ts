/** Stepping through programs: the page's recording, the reader's version, frames in other pages. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brokenRules, PATIENT, run, stdout, withPage, write } from './python-page.ts';
import { useSite } from './site.ts';

const site = useSite();
const LESSON = '/functions/closures/';

test('a recording plays without Python; the reader’s version is recorded in the page', () =>
  withPage(site.browser, async (page) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(site.url + LESSON);
    const block = page.locator('figure.code:has([data-do=step])').first();
    await block.locator('[data-do=step]').click();
    await block.locator('.trace').waitFor();
    await block.getByRole('button', { name: 'Next' }).click();
    await page.keyboard.press('ArrowRight');
    assert.match(await block.locator('.trace-count').innerText(), /3 of \d+/);
    assert.deepEqual(
      asked.filter((url) => url.includes('/python/')),
      [],
    );
    assert.deepEqual(await brokenRules(block), []);
    await block.locator('[data-do=step]').click();
    await block.locator('.trace').waitFor({ state: 'detached' });
    await write(block, 'rows = [1, 2]\nalias = rows\nalias.append(3)\nprint(rows)\n');
    await block.getByRole('button', { name: 'Step through my version' }).click();
    await block.locator('.trace').waitFor({ timeout: PATIENT });
    assert.equal((await stdout(block)).trim(), '[1, 2, 3]');
    await page.locator('.trace').getByRole('button', { name: 'Last' }).click();
    assert.match(await block.locator('.trace').innerText(), /alias/);
  }));

test('an endless program of the reader’s is recorded as far as it can be shown', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + LESSON);
    const block = page.locator('figure.code[data-run]').first();
    await write(block, 'n = 0\nwhile True:\n    n += 1\n');
    await block.getByRole('button', { name: 'Step through my version' }).click();
    await block.locator('.trace').waitFor({ timeout: PATIENT });
    assert.match(await block.innerText(), /Stopped[^]*as many steps as can be shown/);
  }));

test('without a script the link leads to a table of the steps', () =>
  withPage(
    site.browser,
    async (page) => {
      await page.goto(site.url + LESSON);
      await page.locator('[data-do=step]').first().click();
      await page.waitForURL('**/embed/functions/closures/**');
      await page.locator('#steps summary').click();
      assert.ok((await page.locator('#steps tbody tr').count()) > 5);
    },
    { javaScriptEnabled: false },
  ));

test('a program in a frame of another page runs after what it needs', () =>
  withPage(site.browser, async (page) => {
    await page.goto(`${site.url}/embed/functions/closures/code-nonlocal-2/`);
    const block = page.locator('figure.code');
    const printed = await block.locator(':scope > .out samp').textContent();
    await run(block);
    assert.equal((await stdout(block)).trim(), printed!.trim());
    await block.locator('[data-do=step]').click();
    await block.locator('.trace').waitFor();
  }));

test('the menu of Link gives code for a frame that works', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + LESSON);
    const block = page.locator('figure.code[data-run]').first();
    await block.locator('[data-do=link]').click();
    await block.getByRole('button', { name: 'Copy HTML to embed it' }).click();
    await page.waitForFunction(async () => (await navigator.clipboard.readText()).startsWith('<iframe'));
    const html = await page.evaluate(() => navigator.clipboard.readText());
    const src = /src="([^"]+)"/.exec(html)![1]!;
    await page.keyboard.press('Escape');
    await page.goto(src);
    assert.equal(await page.locator('figure.code').count(), 1);
  }));
