/** Using the page's Python in Firefox as a person does: with its own keys and buttons. */
import assert from 'node:assert/strict';
import type { Browser, ElementHandle, Page } from 'puppeteer-core';

/** Time for Python to load on a busy machine, in milliseconds. */
export const PATIENT = 60_000;

/** The editor stands in a shadow root, which `>>>` goes into. */
const EDITOR = '>>> .cm-content';
const LINES = '>>> .cm-line';

/**
 * A page of its own context; fails if something threw in it, or an error came to its console.
 *
 * @param expected errors that belong to what the page is used for
 */
export async function withFirefoxPage(
  browser: Browser,
  url: string,
  use: (page: Page) => Promise<void>,
  expected?: RegExp,
): Promise<void> {
  const context = await browser.createBrowserContext();
  const problems: string[] = [];
  try {
    const page = await context.newPage();
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await page.goto(url);
    await use(page);
    assert.deepEqual(
      problems.filter((problem) => !expected?.test(problem)),
      [],
    );
  } finally {
    await context.close();
  }
}

/** Asks again until the answer is not false, null or undefined. @throws after `PATIENT`, with what was waited for */
export async function until<T>(what: string, ask: () => Promise<T | false | null | undefined>): Promise<T> {
  const end = performance.now() + PATIENT;
  for (;;) {
    const answer = await ask();
    if (answer !== false && answer !== null && answer !== undefined) return answer;
    if (performance.now() > end) throw new Error(`waited ${String(PATIENT / 1000)} s in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A program of the page. */
export class FirefoxBlock {
  readonly page: Page;
  readonly figure: ElementHandle;

  constructor(page: Page, figure: ElementHandle) {
    this.page = page;
    this.figure = figure;
  }

  /** The first that a selector finds. */
  static async find(page: Page, selector = 'figure.code[data-run]'): Promise<FirefoxBlock> {
    return new FirefoxBlock(page, await until(selector, () => page.$(selector)));
  }

  /** Clicks a button or link of the block when it is there. */
  async press(selector: string): Promise<void> {
    await (await until(selector, () => this.figure.$(selector))).click();
  }

  /** The text of all that a selector finds in the block. */
  text(selector: string): Promise<string> {
    return this.figure.$$eval(selector, (found) => found.map((element) => element.textContent).join(''));
  }

  /** What the run printed to stdout. */
  stdout(): Promise<string> {
    return this.text('.live-out > .out:not(.err) samp');
  }
  stderr(): Promise<string> {
    return this.text('.live-out > .out.err samp');
  }
  /** The words of the head: "Stopped by you, after 0.4 s". */
  head(): Promise<string> {
    return this.text('.live-out > .out:not(.err) .out-head');
  }

  /** Waits until the program that runs has ended. */
  async finished(): Promise<void> {
    await until('the end of the program', () =>
      this.figure.evaluate(
        (element) =>
          !element.hasAttribute('data-running') && element.querySelector('.live-out:not([data-busy])') !== null,
      ),
    );
  }

  async run(): Promise<void> {
    await this.press('[data-do=run]');
    await this.finished();
  }

  /** Opens the editor, if it is closed, and marks all of its text. */
  async select(): Promise<void> {
    if ((await this.figure.$(EDITOR)) === null) await this.press('[data-do=edit]');
    const editor = await until('the editor', () => this.figure.$(EDITOR));
    await editor.focus();
    await this.chord('a');
  }

  /** Replaces the program as a reader who pastes: copied from a field that goes away again. */
  async paste(code: string): Promise<void> {
    await this.page.evaluate((text) => {
      const field = document.createElement('textarea');
      field.id = 'copied-from';
      field.value = text;
      document.body.append(field);
      field.focus();
      field.select();
    }, code);
    await this.chord('c');
    await this.page.evaluate(() => document.getElementById('copied-from')?.remove());
    await this.select();
    await this.chord('v');
    await until('the pasted program', async () => (await this.program()) === code.trimEnd());
  }

  /** The text in the editor, without empty lines at its end. */
  program(): Promise<string> {
    return this.figure.$$eval(LINES, (lines) =>
      lines
        .map((line) => line.textContent)
        .join('\n')
        .trimEnd(),
    );
  }

  /** Presses Control and a key. */
  async chord(key: 'a' | 'c' | 'v' | 'Enter'): Promise<void> {
    await this.page.keyboard.down('Control');
    await this.page.keyboard.press(key);
    await this.page.keyboard.up('Control');
  }

  /** Runs the program in the editor with the keyboard, and does not wait for its end. */
  async begin(code: string): Promise<void> {
    await this.paste(code);
    await this.chord('Enter');
  }

  /** Runs a program to its end. */
  async runCode(code: string): Promise<void> {
    await this.begin(code);
    await this.finished();
  }
}
