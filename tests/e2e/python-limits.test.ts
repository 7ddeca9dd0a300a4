/** Programs that do not end, that flood, that kill Python: the page stays alive, says what happened, and runs the next. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { finished, head, runCode, stderr, stdout, withPage, write } from './python-page.ts';
import { useSite } from './site.ts';

const LESSON = '/functions/closures/';
const site = useSite();
const first = (page: Page): ReturnType<Page['locator']> => page.locator('figure.code[data-run]').first();

/** The next program runs as if nothing had been. */
async function nextRuns(page: Page): Promise<void> {
  await runCode(first(page), 'print("alive", sum(range(10)))');
  assert.equal((await stdout(first(page))).trim(), 'alive 45');
}

/** Milliseconds that the page takes to answer while Python is busy. */
const answerTime = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const begun = performance.now();
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - begun;
  });

for (const [name, code] of [
  ['an endless loop', 'while True:\n    pass'],
  [
    'an endless loop that swallows everything',
    'while True:\n    try:\n        while True: pass\n    except BaseException: pass',
  ],
  ['a long sleep', 'import time\ntime.sleep(1000)'],
  ['a long call into C', 'sum(range(10**12))'],
  ['a lock that is never released', 'import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()'],
] as const)
  test(`Stop ends ${name}`, () =>
    withPage(site.browser, async (page) => {
      await page.goto(site.url + LESSON);
      await runCode(first(page), 'print(1)');
      await write(first(page), code);
      await page.keyboard.press('ControlOrMeta+Enter');
      await first(page).locator('.out-head', { hasText: 'Running' }).waitFor();
      await page.waitForTimeout(700);
      assert.ok((await answerTime(page)) < 1000, 'the page answers while Python is busy');
      await first(page).locator('[data-do=run]', { hasText: 'Stop' }).click();
      await finished(first(page));
      assert.match(await head(first(page)), /Stopped\s+by you, after \d+\.\d s/);
      await nextRuns(page);
    }));

test('a program is stopped at the time limit', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + LESSON);
    await runCode(first(page), 'print("begun")\nwhile True: pass');
    assert.match(await head(first(page)), /at the limit of 10 seconds/);
    assert.equal(await stdout(first(page)), 'begun\n');
    await nextRuns(page);
  }));

test('a flood of output ends, also from a program that swallows everything', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + LESSON);
    await runCode(first(page), 'while True: print("flood")');
    assert.match(await head(first(page)), /limit of 100,000 characters/);
    assert.ok((await stdout(first(page))).length <= 100_000);
    await runCode(
      first(page),
      'while True:\n    try:\n        while True: print("flood")\n    except BaseException: pass',
    );
    assert.match(await head(first(page)), /Stopped/);
    await nextRuns(page);
  }));

for (const [name, code, words] of [
  ['os._exit', 'import os\nos._exit(3)', /exit code 3/],
  [
    'recursion inside C',
    'class A:\n    def __repr__(self):\n        return repr([self])\nrepr(A())',
    /deeper than the browser allows|RecursionError/,
  ],
  ['a bad address', 'import ctypes\nctypes.string_at(0xfffffff0)', /Python itself ended/],
] as const)
  test(`${name} ends Python, and a new one starts`, () =>
    withPage(site.browser, async (page) => {
      await page.goto(site.url + LESSON);
      await runCode(first(page), code);
      assert.match(await first(page).locator('.live-out').innerText(), words);
      await nextRuns(page);
    }));

test('a program that fills the memory costs the interpreter, not the page', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + LESSON);
    await runCode(first(page), 'kept = bytearray(400_000_000)\nprint(len(kept))');
    assert.equal((await stdout(first(page))).trim(), '400000000');
    await page.waitForFunction(() => /is ready/.test(document.querySelector('.py-bar')?.textContent ?? ''));
    await runCode(first(page), 'x = [0] * 10**10');
    assert.match(await stderr(first(page)), /MemoryError|OverflowError/);
    await nextRuns(page);
  }));

test('a program cannot forge the end of another, nor bring markup into the page', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + LESSON);
    const forged = [
      'import js',
      'from pyodide.ffi import to_js',
      'post = lambda **fields: js.postMessage(to_js(fields, dict_converter=js.Object.fromEntries))',
      'post(type="finished", id="x", result={"ended": "normally"}, heap=1)',
      'post(type="printed", id="x", stream="stdout", text="<b>forged</b>")',
      'post(type="finished")',
      'post(type="crashed")',
      'js.postMessage(None)',
      'print("honest")',
    ].join('\n');
    await runCode(first(page), forged);
    assert.equal(await stdout(first(page)), 'honest\n');
    await nextRuns(page);
  }));

test('Stop while Python still loads', () =>
  withPage(site.browser, async (page) => {
    await page.goto(site.url + LESSON);
    await first(page).locator('[data-do=run]').click();
    await first(page).locator('[data-do=run]', { hasText: 'Stop' }).click();
    await finished(first(page));
    assert.match(await head(first(page)), /Stopped/);
    await nextRuns(page);
  }));

test('Python that cannot be loaded says so, and the next Run tries again', () =>
  withPage(
    site.browser,
    async (page, context) => {
      await page.goto(site.url + LESSON);
      await page.waitForTimeout(500);
      await context.route(/python\//, (route) => route.abort());
      await first(page).locator('[data-do=run]').click();
      await finished(first(page));
      assert.match(await first(page).locator('.live-out').innerText(), /Python could not be loaded/);
      await context.unroute(/python\//);
      await nextRuns(page);
    },
    { serviceWorkers: 'block' },
  ));
