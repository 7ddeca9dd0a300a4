/** The page's Python in Firefox, as a reader uses it; and in an engine that cannot suspend WebAssembly. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { DRAFT_PREFIX } from '../../src/shared/storage-keys.ts';
import { FirefoxBlock, until, withFirefoxPage } from './firefox-page.ts';
import { launchFirefox, WITHOUT_JSPI } from './firefox.ts';
import { dist, serveSite } from './site.ts';

const LESSON = '/functions/closures/';
const EXERCISE = 'functions/run-once';

/** Firefox says this of a worker that is ended while its WebAssembly runs for a promise. */
const ENDED_WORKER = /^Error: uncaught exception: undefined$/;
/** What Pyodide says when it ends: two sentences, and the error. */
const ENDED_PYTHON = /^(Pyodide has suffered a fatal error\b.*|The cause of the fatal error was:|JSHandle@error)$/;

let site: Awaited<ReturnType<typeof serveSite>>;
before(async () => {
  site = await serveSite();
});
after(() => site.close());

/** Starts a Firefox for the tests of a suite. @returns a function that opens a page in it and uses it */
function useFirefox(
  preferences: Record<string, unknown> = {},
): (path: string, use: (page: Page) => Promise<void>, expected?: RegExp) => Promise<void> {
  let browser: Browser;
  before(async () => {
    browser = await launchFirefox(preferences);
  });
  after(() => browser.close());
  return (path, use, expected) => withFirefoxPage(browser, site.url + path, use, expected);
}

describe('Firefox', () => {
  const open = useFirefox();

  test('Run prints what the page prints', () =>
    open(LESSON, async (page) => {
      const block = await FirefoxBlock.find(page);
      const shown = await block.text(':scope > .out samp');
      assert.notEqual(shown, '');
      await block.run();
      assert.equal((await block.stdout()).trim(), shown.trim());
      assert.match(await block.head(), /exit 0/);
    }));

  test('an edit is typed and run with the keyboard', () =>
    open(LESSON, async (page) => {
      const block = await FirefoxBlock.find(page);
      await block.select();
      await page.keyboard.type('print("mine", 1 + 1)');
      assert.equal(await block.program(), 'print("mine", 1 + 1)');
      await block.chord('Enter');
      await block.finished();
      assert.equal(await block.stdout(), 'mine 2\n');
    }));

  test('an error shows its traceback and what it means, and the next program runs', () =>
    open(LESSON, async (page) => {
      const block = await FirefoxBlock.find(page);
      await block.runCode('def half(x):\n    return x / 0\n\nprint("before")\nhalf(3)\n');
      assert.equal(await block.stdout(), 'before\n');
      assert.match(await block.stderr(), /^Traceback[^]*ZeroDivisionError: division by zero/);
      await until('the explanation', async () => /zero/i.test(await block.text('.explained')));
      await block.runCode('print("alive")');
      assert.equal(await block.stdout(), 'alive\n');
    }));

  test('Stop ends an endless loop, and the next program runs', () =>
    open(
      LESSON,
      async (page) => {
        const block = await FirefoxBlock.find(page);
        await block.begin('print("begun")\nwhile True:\n    pass\n');
        await until('output', async () => (await block.stdout()) === 'begun\n');
        await block.press('[data-do=run]');
        await block.finished();
        assert.match(await block.head(), /Stopped\s*by you, after \d+\.\d s/);
        await block.runCode('print("alive")');
        assert.equal(await block.stdout(), 'alive\n');
      },
      ENDED_WORKER,
    ));

  test('too deep recursion in C ends Python with an explanation, and the next program runs', () =>
    open(
      LESSON,
      async (page) => {
        const block = await FirefoxBlock.find(page);
        await block.runCode('class A:\n    def __repr__(self):\n        return repr([self])\n\nrepr(A())\n');
        assert.match(await block.text('.live-out'), /deeper than the browser allows/);
        await block.runCode('print("alive")');
        assert.equal(await block.stdout(), 'alive\n');
      },
      ENDED_PYTHON,
    ));

  test('input() asks in the page, and says when there is no more', () =>
    open(LESSON, async (page) => {
      const block = await FirefoxBlock.find(page);
      await block.begin('name = input("Who? ")\nprint("Hello", name)\ninput()\n');
      await until('the question', () => block.figure.$('.ask input'));
      await page.keyboard.type('Ada');
      await page.keyboard.press('Enter');
      await until('the greeting', async () => /Who\? Ada\nHello Ada\n/.test(await block.stdout()));
      await block.press('.ask button:not([type=submit])');
      await block.finished();
      assert.match(await block.stderr(), /EOFError/);
    }));

  test('an exercise is checked, wrongly and rightly', () =>
    open(`/exercises/${EXERCISE}/`, async (page) => {
      const check = async (): Promise<{ passed: number; total: number; words: string }> => {
        await (await until('Check', () => page.$('.ex [data-do=check]:not([disabled])'))).click();
        await until('the tests', async () => (await page.$('.ex .tests')) !== null);
        const words = await page.$eval('.ex .ex-state', (state) => state.textContent);
        const [, passed, total] = /(\d+) of (\d+) tests pass/.exec(words) ?? [];
        return { passed: Number(passed), total: Number(total), words };
      };
      const wrong = await check();
      assert.ok(wrong.total > 1 && wrong.passed < wrong.total, wrong.words);
      assert.notEqual(await page.$('.ex .tests .values'), null, 'a failing test shows the values');
      const { solution } = JSON.parse(readFileSync(join(dist, `exercises/${EXERCISE}.json`), 'utf8')) as {
        solution: string;
      };
      await page.evaluate(
        (key, code) => {
          const draft = JSON.parse(localStorage.getItem(key)!) as object;
          localStorage.setItem(key, JSON.stringify({ ...draft, code, result: undefined }));
        },
        DRAFT_PREFIX + EXERCISE,
        solution,
      );
      await page.reload();
      const editor = await FirefoxBlock.find(page, '.ex .role-starter');
      await until('the draft', async () => (await editor.program()) === solution.trimEnd());
      const right = await check();
      assert.equal(right.passed, wrong.total, right.words);
    }));

  test('a program is stepped through', () =>
    open(LESSON, async (page) => {
      const block = await FirefoxBlock.find(page, 'figure.code:has([data-do=step])');
      await block.press('[data-do=step]');
      const count = (): Promise<string> =>
        page.$$eval('.trace-count', (found) => found.map((e) => e.textContent).join());
      const first = await until('the player', async () => (await count()) || undefined);
      const slider = (await page.$('.trace-bar input[type=range]'))!;
      await slider.focus();
      await page.keyboard.press('ArrowRight');
      await until('the next step', async () => (await count()) !== first);
    }));
});

describe('an engine without JavaScript Promise Integration', () => {
  const open = useFirefox(WITHOUT_JSPI);

  test('time.sleep and asyncio.run wait, and print in order', () =>
    open(LESSON, async (page) => {
      assert.equal(await page.evaluate(() => 'Suspending' in WebAssembly), false);
      const block = await FirefoxBlock.find(page);
      await block.runCode(
        [
          'import asyncio, time',
          'begin = time.monotonic()',
          'time.sleep(0.3)',
          'print("slept", 0.25 < time.monotonic() - begin < 5)',
          'async def work(name, seconds):',
          '    await asyncio.sleep(seconds)',
          '    print(name)',
          'async def main():',
          '    await asyncio.gather(work("late", 0.2), work("early", 0.1))',
          'asyncio.run(main())',
          '',
        ].join('\n'),
      );
      assert.equal(await block.stdout(), 'slept True\nearly\nlate\n');
    }));

  test('Stop ends a long sleep', () =>
    open(LESSON, async (page) => {
      const block = await FirefoxBlock.find(page);
      await block.begin('import time\nprint("begun")\ntime.sleep(1000)\n');
      await until('output', async () => (await block.stdout()) === 'begun\n');
      await block.press('[data-do=run]');
      await block.finished();
      assert.match(await block.head(), /Stopped\s*by you/);
    }));

  test('lines for input() are given beforehand', () =>
    open(LESSON, async (page) => {
      const block = await FirefoxBlock.find(page);
      await block.begin('name = input("Who? ")\nage = input("Age? ")\nprint(name, age)\ninput()\n');
      await until('a place for lines', () => block.figure.$('.given-lines textarea'));
      assert.equal(await block.figure.$('.live-out'), null, 'it does not run before the lines are there');
      await page.keyboard.type('Ada\n36');
      await block.run();
      assert.equal(await block.stdout(), 'Who? Ada\nAge? 36\nAda 36\n');
      assert.match(await block.stderr(), /EOFError/);
    }));
});
