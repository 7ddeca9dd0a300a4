/** Using the page's Python as a person does. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
declare const axe: {
  run(context: Element, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
};

/** Time for Python to load on a busy machine, in milliseconds. */
export const PATIENT = 60_000;

/** A page of its own context; fails if the page broke its policy or threw. */
export async function withPage(
  browser: Browser,
  use: (page: Page, context: BrowserContext) => Promise<void>,
  options: Parameters<Browser['newContext']>[0] = {},
  { allowsViolations = false } = {},
): Promise<void> {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'], ...options });
  const problems: string[] = [];
  context.on('weberror', (error) => problems.push(error.error().message));
  context.on('console', (message) => {
    if (!allowsViolations && /content security policy/i.test(message.text())) problems.push(message.text());
  });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENT);
    await use(page, context);
    assert.deepEqual(problems, []);
  } finally {
    await context.close();
  }
}

/** Presses Run and waits until the program has ended. */
export async function run(block: Locator): Promise<void> {
  await block.locator('[data-do=run]').click();
  await finished(block);
}

export async function finished(block: Locator): Promise<void> {
  await block.locator('.live-out:not([data-busy])').waitFor({ timeout: PATIENT });
  await block
    .page()
    .waitForFunction((id) => !document.getElementById(id)!.hasAttribute('data-running'), await idOf(block));
}

export const idOf = async (block: Locator): Promise<string> => (await block.getAttribute('id'))!;

/** What the run printed to stdout. */
export const stdout = (block: Locator): Promise<string> => block.locator('.live-out > .out:not(.err) samp').innerText();
export const stderr = (block: Locator): Promise<string> => block.locator('.live-out > .out.err samp').innerText();
/** The words of the head: "Stopped by you, after 0.4 s". */
export const head = (block: Locator): Promise<string> =>
  block.locator('.live-out > .out:not(.err) .out-head').innerText();

/** Replaces the program of a block as a reader who pastes. */
export async function write(block: Locator, code: string): Promise<void> {
  const page = block.page();
  if ((await block.locator('.cm-content').count()) === 0) await block.locator('[data-do=edit]').click();
  await block.locator('.cm-content').waitFor();
  await block.locator('.cm-content').focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.evaluate((text) => navigator.clipboard.writeText(text), code);
  await page.keyboard.press('ControlOrMeta+v');
}

/** Writes a program and runs it with the keyboard. */
export async function runCode(block: Locator, code: string): Promise<void> {
  await write(block, code);
  await block.page().keyboard.press('ControlOrMeta+Enter');
  await finished(block);
}

/** Rules of WCAG 2.2 AA that part of the page breaks, with the elements. */
export async function brokenRules(part: Locator): Promise<string[]> {
  const page = part.page();
  await page.evaluate(axeSource);
  return part.evaluate(async (element) => {
    const { violations } = await axe.run(element, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  });
}
