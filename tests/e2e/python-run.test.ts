/** Programs of a page: run, edited, kept, shared; errors that teach; input. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brokenRules, finished, head, idOf, run, runCode, stderr, stdout, withPage, write } from './python-page.ts';
import { useSite } from './site.ts';

const LESSON = '/functions/closures/';
const site = useSite();

test('a page whose programs are not run fetches nothing of Python', () =>
  withPage(site.browser, async (page) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(site.url + LESSON);
    await page.locator('footer').scrollIntoViewIfNeeded();
    await page.waitForTimeout(500);
    assert.deepEqual(
      asked.filter((path) => /python\/|worker-|tools|editor/.test(path)),
      [],
    );
  }));

test('every program of a lesson prints in the page what the page prints', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + LESSON);
    const blocks = await page.locator('.prose > figure.code[data-run]').all();
    assert.ok(blocks.length >= 10);
    const plain = (text: string): string => text.replace(/0x[0-9a-f]{4,}/g, '0x…').trim();
    for (const block of blocks) {
      const shown = (await block.locator(':scope > .out samp').allTextContents()).join('');
      await run(block);
      const texts = await block.locator('.live-out samp').allTextContents();
      const got = texts.join('').replace('It ended without output.', '');
      // A page may show the end of a traceback only.
      const isWhole = /Traceback/.test(shown);
      const said = isWhole ? got : got.replace(/^Traceback.*\n(?:[ ].*\n)*/m, '');
      const isSame = plain(said) === plain(shown);
      assert.ok(isSame, `expected\n${shown}\nfound\n${got}`);
    }
  }));

test('a later program runs what it needs first; Reset forgets', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + LESSON);
    const blocks = page.locator('.prose > figure.code[data-run]');
    const later = blocks.nth(6);
    await run(later);
    assert.match(await later.innerText(), /Ran after \d+ programs? above/);
    const bar = page.locator('.py-bar');
    await page.waitForFunction(() =>
      /holds the names of \d+ programs/.test(document.querySelector('.py-bar')!.textContent),
    );
    const next = blocks.nth(7);
    await run(next);
    await bar.getByRole('button', { name: 'Forget names' }).click();
    assert.equal(await later.locator('.live-out').count(), 0);
    assert.match((await bar.textContent())!, /is ready/);
    assert.equal(await bar.isVisible(), false);
  }));

test('an edit runs by key, is marked, survives, and one step resets it; the reset can be undone', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + LESSON);
    const block = page.locator('figure.code[data-run]').first();
    const original = await block.locator('pre code').first().textContent();
    await runCode(block, 'print("mine", 1 + 1)');
    assert.equal((await stdout(block)).trim(), 'mine 2');
    assert.equal(await block.getAttribute('data-edited'), '');
    await page.waitForTimeout(500);
    await page.reload();
    await block.locator('.cm-content').waitFor();
    assert.equal((await block.locator('.cm-content').innerText()).trim(), 'print("mine", 1 + 1)');
    assert.equal(await block.locator('.live-out').count(), 0, 'a kept edit does not run by itself');
    await block.locator('[data-do=copy]').click();
    await page.waitForSelector('[data-said=Copied]');
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'print("mine", 1 + 1)');
    await block.locator('[data-do=edit]').click();
    await block.locator('.editor-shell').waitFor({ state: 'detached' });
    assert.equal(await block.locator('pre code').first().textContent(), original);
    assert.equal(await block.getAttribute('data-edited'), null);
    await block.locator('.block-note button', { hasText: 'Undo' }).click();
    await block.locator('.cm-content').waitFor();
    assert.equal((await block.locator('.cm-content').innerText()).trim(), 'print("mine", 1 + 1)');
  }));

test('the editor lets the keyboard go, and indents by keys that are named beside it', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + LESSON);
    const block = page.locator('figure.code[data-run]').first();
    await write(block, 'x = 1');
    assert.match(await block.locator('.editor-keys').innerText(), /Ctrl \]\s*indents.*Tab\s*leaves/s);
    await page.keyboard.press('Control+]');
    assert.equal(await block.locator('.cm-line').first().innerText(), '    x = 1');
    await page.keyboard.press('Tab');
    const inside = await page.evaluate(() => document.activeElement?.classList.contains('editor'));
    assert.equal(inside, false);
    assert.deepEqual(await brokenRules(block), []);
  }));

test('a failing program shows its own frames, links them, marks the line, and explains', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + LESSON);
    const block = page.locator('figure.code[data-run]').first();
    await runCode(block, 'def half(x):\n    return x / 0\n\nprint("before")\nhalf(3)\n');
    assert.equal((await stdout(block)).trim(), 'before');
    const text = await stderr(block);
    assert.match(text, /^Traceback/);
    assert.match(text, /ZeroDivisionError: division by zero/);
    assert.doesNotMatch(text, /roadmap|runner\.py/);
    assert.match((await block.locator('.explained').allInnerTexts()).join(), /zero/i);
    assert.deepEqual(
      await block
        .locator('.out.err a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split(':')[1])),
      ['5', '2'],
    );
    assert.match(await block.locator('.failed-line').innerText(), /return x \/ 0/);
    assert.deepEqual(await brokenRules(block), []);
    await page.emulateMedia({ colorScheme: 'dark' });
    assert.deepEqual(await brokenRules(block), []);
  }));

test('stdout and stderr stand apart, text is never markup, and the end is announced once', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + LESSON);
    const block = page.locator('figure.code[data-run]').first();
    await runCode(block, 'import sys\nprint("<img src=x onerror=alert(1)>")\nprint("aside", file=sys.stderr)\n');
    assert.equal((await stdout(block)).trim(), '<img src=x onerror=alert(1)>');
    assert.equal((await stderr(block)).trim(), 'aside');
    assert.equal(await block.locator('.live-out img').count(), 0);
    await page.waitForFunction(() =>
      [...document.querySelectorAll('[role=status]')].some((e) => e.textContent === 'Finished'),
    );
  }));

test('output streams while the program runs', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + LESSON);
    const block = page.locator('figure.code[data-run]').first();
    await write(block, 'import time\nprint("first")\ntime.sleep(2)\nprint("second")\n');
    await page.keyboard.press('ControlOrMeta+Enter');
    await page.waitForFunction(
      (id) => document.getElementById(id)!.querySelector('.live-out samp')?.textContent === 'first\n',
      await idOf(block),
    );
    assert.equal(await block.locator('.live-out[data-busy]').count(), 1);
    await finished(block);
    assert.equal(await stdout(block), 'first\nsecond\n');
  }));

test('input() asks in the page, and says when there is no more', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + LESSON);
    const block = page.locator('figure.code[data-run]').first();
    await write(block, 'name = input("Who? ")\nprint("Hello", name)\ninput()\n');
    await page.keyboard.press('ControlOrMeta+Enter');
    await block.locator('.ask input').waitFor();
    await page.keyboard.type('Ada');
    await page.keyboard.press('Enter');
    await block.locator('.ask input').waitFor();
    assert.match(await stdout(block), /Who\? Ada\nHello Ada/);
    await block.getByRole('button', { name: 'No more input' }).click();
    await finished(block);
    assert.match(await stderr(block), /EOFError/);
  }));

test('a program in the address is shown, not run, not stored, and can be kept', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + LESSON);
    const block = page.locator('figure.code[data-run]').first();
    await write(block, 'print("shared")');
    await block.locator('[data-do=link]').click();
    await block.getByRole('button', { name: 'Copy link to your version' }).click();
    await page.waitForFunction(async () => (await navigator.clipboard.readText()).includes('='));
    const link = await page.evaluate(() => navigator.clipboard.readText());
    // Leaving stores the edit; another reader does not have it.
    await page.goto(`${site.url}/about/`);
    await page.evaluate(() => {
      localStorage.clear();
    });
    await page.goto(link);
    await block.locator('.cm-content').waitFor();
    assert.equal((await block.locator('.cm-content').innerText()).trim(), 'print("shared")');
    assert.match(await block.innerText(), /came with the link.*only when you press Run/s);
    await page.waitForTimeout(1000);
    assert.equal(await block.locator('.live-out').count(), 0);
    assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('edit')).length), 0);
    await block.getByRole('button', { name: 'Keep as my edit' }).click();
    assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('edit')).length), 1);
    await page.goto('about:blank');
    await page.goto(`${link.slice(0, -8)}!!broken`);
    await page.waitForTimeout(500);
    assert.equal(await page.locator('h1').count(), 1);
  }));

test('a prediction asks before it shows', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + LESSON);
    const question = page.locator('.predict-block').first();
    const block = question.locator('figure.code');
    await block.locator('[data-do=run]').click();
    await question.locator('.ask-first').waitFor();
    assert.equal(await block.locator('.live-out').count(), 0);
    await question.locator('.choice summary').first().click();
    await run(block);
    assert.equal(await head(block).then((text) => /exit 0/.test(text)), true);
  }));

test('on a narrow screen all of it is there', () =>
  withPage(
    site.browser,
    async (page) => {
      await page.goto(site.url + LESSON);
      const block = page.locator('figure.code[data-run]').first();
      await runCode(block, 'print("x" * 300)\n1/0');
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      assert.equal(wide, false);
      assert.deepEqual(await brokenRules(block), []);
    },
    { viewport: { width: 390, height: 844 }, colorScheme: 'dark', hasTouch: true },
  ));
