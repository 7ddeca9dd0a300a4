/** What is done in the browser, and what is measured there. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { ARGS, findChromium } from '../../tests/e2e/chromium.ts';
import { BLOCK, type Side } from './sides.ts';

/** Milliseconds that one step may take. */
const PATIENCE = 60_000;
/** Milliseconds for the browser to write its stores after a visit, and for memory to settle after an output. */
const SETTLE = 1000;

/** A reader's browser with a profile of its own on disk, empty at first. */
export interface Profile {
  context: BrowserContext;
  version: string;
  close(): Promise<void>;
}

export async function openProfile(): Promise<Profile> {
  const folder = mkdtempSync(path.join(tmpdir(), 'profile-'));
  const context = await chromium.launchPersistentContext(folder, { executablePath: findChromium(), args: ARGS });
  context.setDefaultTimeout(PATIENCE);
  // Both sides say how large Python's memory is with their last message.
  await context.addInitScript(() => {
    const heaps: number[] = [];
    Object.assign(globalThis, { heaps });
    globalThis.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        this.addEventListener('message', ({ data }: MessageEvent<{ heap?: number }>) => {
          if (data.heap !== undefined) heaps.push(data.heap);
        });
      }
    };
  });
  return {
    context,
    version: context.browser()?.version() ?? 'unknown',
    close: async () => {
      await context.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** One visit: times in milliseconds, sizes in bytes. */
export interface Visit {
  /** From the click on Run to the first text of the output in the page. */
  first: number;
  /** Time that the worker's thread ran until then; it depends less on what else runs than `first` does. */
  thread: number;
  /** Growth of the renderer's resident memory from before the click to after the output. */
  memory: number;
  /** Size of Python's WebAssembly memory. */
  heap: number;
}

/** Opens the side's page, clicks Run, waits for the output, and closes the page. */
export async function visit({ context }: Profile, side: Side): Promise<Visit> {
  const page = await context.newPage();
  try {
    await page.goto(side.host.url + side.page);
    await page.locator(side.ready).first().waitFor();
    // Whatever the page still does by itself is not part of the click.
    await page.waitForTimeout(SETTLE / 3);
    const before = await rendererMemory(context);
    const first = await page.evaluate(clickUntilOutput, { run: side.run, output: side.output });
    const thread = Math.max(...[...before.keys()].map(workerTime));
    await page.waitForTimeout(SETTLE);
    const after = await rendererMemory(context);
    const heap = await page.evaluate(() => (globalThis as unknown as { heaps: number[] }).heaps.at(-1) ?? 0);
    const growths = [...after].map(([id, bytes]) => bytes - (before.get(id) ?? 0));
    return { first, thread, memory: Math.max(...growths), heap };
  } finally {
    await page.close();
  }
}

/** Runs in the page. */
function clickUntilOutput({ run, output }: { run: string; output: string }): Promise<number> {
  return new Promise((resolve) => {
    const begun = performance.now();
    new MutationObserver((_, observer) => {
      if (!document.querySelector(output)?.textContent) return;
      observer.disconnect();
      resolve(performance.now() - begun);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    document.querySelector<HTMLElement>(run)!.click();
  });
}

/** Resident bytes (VmRSS of /proc/<id>/status) of each renderer process. */
async function rendererMemory(context: BrowserContext): Promise<Map<number, number>> {
  const session = await context.browser()!.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return new Map(
    processInfo
      .filter(({ type }) => type === 'renderer')
      .map(({ id }) => {
        const [, kilobytes = '0'] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${String(id)}/status`, 'utf8')) ?? [];
        return [id, Number(kilobytes) * 1024];
      }),
  );
}

/** Milliseconds that the workers' threads of a process have run (/proc/<id>/task/<thread>/schedstat). */
function workerTime(id: number): number {
  const tasks = `/proc/${String(id)}/task`;
  return readdirSync(tasks)
    .filter((task) => readFileSync(`${tasks}/${task}/comm`, 'utf8').startsWith('DedicatedWorker'))
    .reduce((sum, task) => sum + Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]) / 1e6, 0);
}

/**
 * Stops a program that never ends and runs another at once.
 * @returns milliseconds from the click on Stop to the first output of the second
 */
export async function stopAndRun({ context }: Profile, side: Side): Promise<number> {
  const page = await context.newPage();
  try {
    await page.goto(side.host.url + side.page);
    await page.locator(side.ready).first().waitFor();
    const id = (await page.locator(BLOCK).first().getAttribute('id'))!;
    const block = { run: `#${id} [data-do=run]`, output: side.output };
    // Python is there before the loop begins.
    await page.evaluate(clickUntilOutput, block);
    await page.locator(`#${id}:not([data-running])`).waitFor();
    // It loops when it runs first, and ends at once some seconds later: the next run needs no edit.
    const limit = Date.now() / 1000 + 3;
    const lines = ['import time', `if time.time() < ${String(limit)}:`, '    print("begun")', '    while True:'];
    await write(page, id, [...lines, '        pass', 'print("ready again")'].join('\n'));
    await page.evaluate(clickUntilOutput, block);
    await page.locator(`#${id} .live-out`, { hasText: 'begun' }).waitFor();
    await page.waitForFunction((end) => Date.now() / 1000 > end, limit);
    return await page.evaluate(async (name) => {
      const figure = document.getElementById(name)!;
      const begun = performance.now();
      const press = (): void => {
        figure.querySelector<HTMLElement>('[data-do=run]')!.click();
      };
      press();
      const until = async (isTrue: () => boolean | undefined): Promise<void> => {
        while (!isTrue()) await new Promise((resolve) => setTimeout(resolve));
      };
      await until(() => !('running' in figure.dataset));
      press();
      await until(() => figure.querySelector('.live-out')?.textContent.includes('ready again'));
      return performance.now() - begun;
    }, id);
  } finally {
    await page.close();
  }
}

/** Puts a program into a block's editor. */
async function write(page: Page, id: string, program: string): Promise<void> {
  const block = page.locator(`#${id}`);
  await block.locator('[data-do=edit]').click();
  await block.locator('.cm-content').focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(program);
}

/** Milliseconds from the click on Check to the results, on a page where Python has not started, and once more. */
export async function check({ context }: Profile, url: string): Promise<{ first: number; again: number }> {
  const page = await context.newPage();
  try {
    await page.goto(url);
    await page.locator('[data-do=check]:enabled').first().waitFor();
    await page.waitForTimeout(SETTLE / 3);
    const press = (): Promise<number> =>
      page.evaluate(clickUntilOutput, { run: '[data-do=check]', output: '.ex ol.tests' });
    const first = await press();
    await page.waitForTimeout(SETTLE);
    return { first, again: await press() };
  } finally {
    await page.close();
  }
}
