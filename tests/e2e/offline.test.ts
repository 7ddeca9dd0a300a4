/** Without a network: what was visited opens, and its programs run, are edited and graded. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run, runCode, stderr, stdout, withPage } from './python-page.ts';
import { useSite } from './site.ts';

const site = useSite();

test('a visited lesson opens, runs, explains and grades without a network', () =>
  withPage(site.browser, async (page, context) => {
    await page.goto(`${site.url}/functions/functools/`);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    const block = page.locator('figure.code[data-run]').first();
    await run(block);
    await runCode(block, 'print("online")');
    const check = page.locator('[data-exercise="functions/run-once"]');
    await check.locator('[data-do=check]').click();
    await check.locator('.tests').waitFor();
    await page.waitForTimeout(1000);
    await context.setOffline(true);
    await page.reload();
    await block.locator('.cm-content').waitFor();
    await runCode(block, 'print("offline")\n1 / 0');
    assert.equal((await stdout(block)).trim(), 'offline');
    assert.match(await stderr(block), /ZeroDivisionError/);
    await block.locator('.explained:not([hidden])').waitFor();
    await check.locator('[data-do=check]').click();
    await check.locator('.tests').waitFor();
    await page.goto(`${site.url}/functions/decorators/`);
    assert.match(await page.locator('h1').innerText(), /not on this device/);
    await context.setOffline(false);
    await page.goto(`${site.url}/functions/decorators/`);
    assert.match(await page.locator('h1').innerText(), /Decorators/);
  }));
