/** The step-through: keyboard, words, marks, arrows, both themes, wide and narrow, on a page of its own. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import type { AxeResults } from 'axe-core';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { launch } from './chromium.ts';

const root = new URL('../..', import.meta.url).pathname;
const axe = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

/** Where screenshots go, when somebody wants to look at them. */
const SHOTS = process.env['TRACE_SHOTS'];

/** The site's own policy for styles and scripts. */
const POLICY =
  "default-src 'none'; img-src data:; script-src 'self'; style-src 'self'; connect-src 'self'; font-src 'self'";

/** Fills a page with the program that its address names, and its player. */
const START = `
  import { parseTrace } from './src/shared/trace.ts';
  import { showTrace } from './src/client/python/trace-player.ts';
  const { source, trace } = await (await fetch('/recording' + location.search)).json();
  const figure = document.querySelector('figure');
  const pre = figure.querySelector('pre');
  pre.querySelector('code').textContent = source + '\\n';
  const isCopied = location.hash === '#copy';
  window.player = showTrace(isCopied ? document.querySelector('#apart') : figure, parseTrace(trace), source, isCopied ? undefined : pre);
`;

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Step through</title><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/page.css"><script type="module" src="/page.js"></script></head>
<body data-line="3"><main><h1>Steps</h1><button id="before">Before</button>
<figure class="code" id="code-top-1"><figcaption><span class="file">main.py</span></figcaption><pre tabindex="0" role="group" aria-label="Python example"><code></code></pre></figure>
<div id="apart"></div><button id="behind">Behind</button></main></body></html>`;

let browser: Browser;
let server: Server;
let url: string;

before(async () => {
  const styles = ['tokens', 'fonts', 'base', 'code-colors', 'code'].map((name) =>
    readFileSync(join(root, `src/styles/${name}.css`), 'utf8')
      .replace(/@theme static/, ':root')
      .replace(/^@import.*$/gm, '')
      .replace(/--\*: initial;/, ''),
  );
  const { outputFiles } = await build({
    stdin: { contents: START, resolveDir: root, loader: 'js' },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    plugins: [
      {
        name: 'inline',
        setup(builder) {
          builder.onResolve({ filter: /\.css\?inline$/ }, ({ path, resolveDir }) => ({
            path: join(resolveDir, path.replace('?inline', '')),
            namespace: 'inline',
          }));
          builder.onLoad({ filter: /.*/, namespace: 'inline' }, ({ path }) => ({
            contents: readFileSync(path, 'utf8'),
            loader: 'text',
          }));
        },
      },
    ],
  });
  const files: Record<string, [string, string]> = {
    '/': ['text/html', PAGE],
    '/page.css': [
      'text/css',
      `@layer theme,base,parts,pages,utilities;\n${styles.join('\n')}\nmain { padding-inline: var(--gutter) }`,
    ],
    '/page.js': ['text/javascript', outputFiles[0]!.text],
  };
  server = createServer(({ url: asked = '/' }, response) => {
    const { pathname, search } = new URL(asked, 'http://localhost');
    const [type, text] =
      pathname === '/recording'
        ? ['application/json', readFileSync(join(root, `tests/fixtures/traces/${search.slice(1)}.json`), 'utf8')]
        : pathname.startsWith('/fonts/')
          ? ['font/woff2', readFileSync(join(root, 'src', pathname))]
          : (files[pathname] ?? ['text/plain', '']);
    response.writeHead(text.length > 0 ? 200 : 404, {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': POLICY,
    });
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  browser = await launch();
});
after(async () => {
  await browser.close();
  server.close();
});

/** Errors on the pages of a test, and what the policy refused. */
const faults: string[] = [];
afterEach(() => {
  assert.deepEqual(faults.splice(0), []);
});

interface Look {
  width?: number;
  theme?: 'light' | 'dark';
  copy?: boolean;
}

/** Opens a recording of tests/fixtures/traces/; an error or a refused style on the page fails the test. */
async function open(name: string, { width = 1440, theme = 'light', copy = false }: Look = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: theme });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(`${url}?${name}${copy ? '#copy' : ''}`);
  await page.waitForSelector('.trace .trace-frame');
  return page;
}

const said = (page: Page): Promise<string> => page.locator('.trace-said').innerText();
const count = (page: Page): Promise<string> => page.locator('.trace-count').innerText();

test('the keyboard alone goes through a program', async () => {
  const page = await open('defaults');
  await page.focus('#before');
  assert.equal(await count(page), 'Step 1 of 18');
  await page.keyboard.press('ArrowRight');
  assert.equal(await count(page), 'Step 1 of 18', 'keys outside the player are not its own');
  await page.locator('.trace-button', { hasText: 'Next' }).focus();
  await page.keyboard.press('Enter');
  assert.equal(await count(page), 'Step 2 of 18');
  assert.equal(await said(page), 'Line 6 is next; admit = function admit');
  await page.keyboard.press('ArrowRight');
  assert.equal(await said(page), "Line 1: admit begins; patient of admit = 'Ada'; queue of admit = []");
  await page.keyboard.press('End');
  assert.equal(await count(page), 'Step 18 of 18');
  await page.keyboard.press('Enter');
  assert.equal(await count(page), 'Step 18 of 18', 'behind the last step there is none');
  await page.keyboard.press('ArrowLeft');
  assert.equal(await count(page), 'Step 17 of 18');
  await page.keyboard.press('Home');
  assert.equal(await count(page), 'Step 1 of 18');
  await page.locator('.trace input').focus();
  await page.keyboard.press('ArrowRight');
  assert.equal(await count(page), 'Step 2 of 18', 'the slider moves by one');
  assert.equal(await page.locator('.trace input').getAttribute('aria-valuetext'), 'Step 2 of 18: line 6');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'behind', 'Tab leaves the player');
  await page.close();
});

test('the marked line is the one that is said, in the block and in a copy', async () => {
  for (const copy of [false, true]) {
    const page = await open('defaults', { copy });
    await page.locator('.trace-button', { hasText: 'Next' }).click();
    await page.waitForTimeout(200);
    const line = await page.evaluate(() => {
      const mark = document.querySelector('.trace-mark')!.getBoundingClientRect();
      const code = document.querySelector(location.hash ? '.trace-program code' : 'figure code')!;
      const box = code.getBoundingClientRect();
      const lines = code.textContent.replace(/\n$/, '').split('\n');
      return lines[Math.floor(((mark.top + mark.height / 2 - box.top) / box.height) * lines.length)];
    });
    assert.equal(line, 'monday = admit("Ada")');
    await page.close();
  }
});

test('arrows begin at references and end at the boxes of their objects', async () => {
  for (const width of [390, 1440]) {
    const page = await open('defaults', { width });
    await page.keyboard.press('Tab');
    await page.locator('.trace-button', { hasText: 'Last' }).click();
    const misses = await page.evaluate(() => {
      const refs = [...document.querySelectorAll<HTMLElement>('.trace-ref')];
      const lines = [...document.querySelectorAll<SVGPathElement>('.trace-arrows .line')];
      const near = (point: DOMPoint, box: DOMRect): boolean =>
        point.x > box.left - 9 && point.x < box.right + 9 && point.y > box.top - 2 && point.y < box.bottom + 2;
      const wrong = refs.filter((ref, index) => {
        const path = lines[index]!;
        const matrix = path.getScreenCTM()!;
        const at = (length: number): DOMPoint => path.getPointAtLength(length).matrixTransform(matrix);
        const target = document.querySelector(`[data-object="${ref.dataset['to']}"]`)!;
        return (
          !near(at(0), ref.getBoundingClientRect()) || !near(at(path.getTotalLength()), target.getBoundingClientRect())
        );
      });
      return { refs: refs.length, lines: lines.length, wrong: wrong.length };
    });
    assert.deepEqual(misses, { refs: 4, lines: 4, wrong: 0 });
    await page.setViewportSize({ width: width - 60, height: 700 });
    await page.waitForFunction(() => {
      const ref = document.querySelector('.trace-ref')!.getBoundingClientRect();
      const path = document.querySelector<SVGPathElement>('.trace-arrows .line')!;
      const start = path.getPointAtLength(0).matrixTransform(path.getScreenCTM()!);
      return Math.abs(start.x - (ref.left + ref.right) / 2) < 2;
    });
    await page.close();
  }
});

test('what a step changed is marked by more than color', async () => {
  const page = await open('defaults');
  await page.locator('.trace-button', { hasText: 'Last' }).click();
  await page.keyboard.press('ArrowLeft');
  for (let guard = 0; guard < 20 && !(await page.locator('.is-changed').count()); guard++)
    await page.keyboard.press('ArrowLeft');
  const { weight, line } = await page
    .locator('.is-changed .trace-value, .is-changed dt')
    .first()
    .evaluate((element) => {
      const style = getComputedStyle(element);
      return { weight: Number(style.fontWeight), line: style.textDecorationLine };
    });
  assert.ok(weight >= 700 && line === 'underline');
  await page.close();
});

test('an exception and a cut recording are said at their end', async () => {
  const raising = await open('raises');
  assert.equal(await raising.locator('.trace-end').isVisible(), false);
  await raising.locator('.trace-button', { hasText: 'Last' }).click();
  assert.equal(
    await raising.locator('.trace-end').innerText(),
    'The program ends with ValueError: minutes must not be negative',
  );
  assert.match(await said(raising), /raises ValueError: minutes must not be negative/);
  await raising.close();
  const cut = await open('cut');
  await cut.locator('.trace-button', { hasText: 'Last' }).click();
  assert.equal(
    await cut.locator('.trace-end').innerText(),
    'The recording stops here, after 1,000 steps; the program was ended.',
  );
  await cut.close();
});

test('output grows with the steps', async () => {
  const page = await open('defaults');
  assert.equal(await page.locator('.trace-out samp').innerText(), '');
  await page.locator('.trace-button', { hasText: 'Last' }).click();
  assert.equal((await page.locator('.trace-out samp').innerText()).trim(), "True\n['Alan']");
  await page.close();
});

test('it goes away without a trace', async () => {
  const page = await open('defaults');
  await page.evaluate(() => {
    (window as unknown as { player: { remove(): void } }).player.remove();
  });
  assert.equal(await page.locator('.trace, .trace-mark').count(), 0);
  await page.close();
});

test('a step takes effect at once, without motion', async () => {
  const page = await open('defaults');
  const moving = await page.evaluate(() => {
    document.querySelectorAll<HTMLElement>('.trace-button')[3]!.click();
    return document.getAnimations().length;
  });
  assert.equal(moving, 0);
  await page.close();
});

for (const theme of ['light', 'dark'] as const)
  for (const width of [390, 1440])
    test(`no fault for axe, nothing cut off: ${theme}, ${width} wide`, async () => {
      for (const name of ['defaults', 'chain', 'generator', 'raises']) {
        const page = await open(name, { theme, width });
        await page.evaluate(axe);
        const steps = Number((await count(page)).split(' ').at(-1));
        for (const step of [Math.ceil(steps / 2), steps - 1]) {
          await page.locator('.trace input').fill(String(step));
          await page.waitForTimeout(150);
          const { violations } = await page.evaluate(() =>
            (window as unknown as { axe: { run(place: string): Promise<AxeResults> } }).axe.run('.trace'),
          );
          assert.deepEqual(
            violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
            [],
            `${name}, step ${step}`,
          );
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(wide <= 0, `${name}, step ${step}: ${wide} px too wide`);
          if (SHOTS) {
            mkdirSync(SHOTS, { recursive: true });
            await page.screenshot({ path: join(SHOTS, `${name}-${step}-${theme}-${width}.png`), fullPage: true });
          }
        }
        await page.close();
      }
    });
