/** What a page weighs on load, compressed as a static host serves it: Brotli at quality 9. */
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { attribute, builtFiles, dist, realPages, type BuiltPage } from './built.ts';

interface Budgets {
  /** Bytes of HTML, CSS and own JavaScript. */
  lessonMedian: number;
  lessonMost: number;
  /** JavaScript among them. */
  script: number;
  /** JavaScript of the search page, which is search. */
  searchScript: number;
  /** JavaScript of a page that is a tool: progress, placement, review, interview, plan. */
  toolScript: number;
  topicMost: number;
  homeMost: number;
  otherMost: number;
  fonts: number;
  css: number;
}
const { byteBudgets } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  byteBudgets: Budgets;
};

const compressed = (body: Buffer): Buffer =>
  brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
const weight = (body: Buffer): number => compressed(body).length;
const weights = new Map<string, number>();
const weigh = (file: string): number => {
  const known = weights.get(file) ?? weight(readFileSync(join(dist, file)));
  weights.set(file, known);
  return known;
};

/** Scripts and styles that a page loads, with the modules that they import at once. */
function loadedFiles({ elements, html }: BuiltPage): { scripts: string[]; styles: string[] } {
  const sources = elements
    .filter(({ tagName }) => tagName === 'script')
    .flatMap((element) => attribute(element, 'src') ?? []);
  const styles = elements
    .filter((element) => attribute(element, 'rel') === 'stylesheet')
    .map((element) => attribute(element, 'href')!.slice(1));
  const scripts = new Set<string>();
  const follow = (file: string): void => {
    if (scripts.has(file)) return;
    scripts.add(file);
    const text = readFileSync(join(dist, file), 'utf8');
    for (const match of text.matchAll(/(?:\bfrom|\bimport)\s*"(\.[^"]+)"/g)) follow(join(file, '..', match[1]!));
  };
  for (const source of sources) follow(source.slice(1));
  const inline = [...html.matchAll(/<script type="module">(.*?)<\/script>/gs)].map((match) => match[1]!);
  for (const text of inline)
    for (const match of text.matchAll(/(?:\bfrom|\bimport)\s*"\/([^"]+\.js)"/g)) follow(match[1]!);
  return { scripts: [...scripts], styles };
}

/** Own JavaScript in the page itself. */
const inlineScript = (html: string): number =>
  [...html.matchAll(/<script(?![^>]*json)[^>]*>(.*?)<\/script>/gs)].reduce(
    (sum, match) => sum + (match[1] ? weight(Buffer.from(match[1])) : 0),
    0,
  );

interface Weight {
  path: string;
  total: number;
  script: number;
}
function weightOf(page: BuiltPage): Weight {
  const { scripts, styles } = loadedFiles(page);
  const sum = (files: string[]): number => files.reduce((bytes, file) => bytes + weigh(file), 0);
  return {
    path: page.path,
    total: weigh(page.file) + sum(scripts) + sum(styles),
    script: sum(scripts) + inlineScript(page.html),
  };
}
const all = realPages.map(weightOf);
const isLesson = ({ path }: Weight): boolean =>
  realPages.some((page) => page.path === path && page.html.includes('data-kind="Lesson"'));
const isTopic = ({ path }: Weight): boolean =>
  realPages.some((page) => page.path === path && page.html.includes('class="topic-route"'));
const over = (pages: Weight[], most: number): string[] =>
  pages.filter(({ total }) => total > most).map(({ path, total }) => `${path}: ${total} bytes, the budget is ${most}`);

test('lessons', (t) => {
  const lessons = all.filter(isLesson).sort((a, b) => a.total - b.total);
  assert.ok(lessons.length > 0);
  const median = lessons[Math.floor((lessons.length - 1) / 2)]!.total;
  t.diagnostic(
    `median ${median}, most ${lessons.at(-1)!.total} (${lessons.at(-1)!.path}), script ${Math.max(...lessons.map(({ script }) => script))}`,
  );
  assert.ok(median <= byteBudgets.lessonMedian, `median ${median} bytes, the budget is ${byteBudgets.lessonMedian}`);
  assert.deepEqual(over(lessons, byteBudgets.lessonMost), []);
});

test('topics, home and all other pages', (t) => {
  const topics = all.filter(isTopic);
  const home = all.filter(({ path }) => path === '/');
  t.diagnostic(`home ${home[0]!.total}, heaviest topic ${Math.max(...topics.map(({ total }) => total))}`);
  assert.deepEqual(over(topics, byteBudgets.topicMost), []);
  assert.deepEqual(over(home, byteBudgets.homeMost), []);
  assert.deepEqual(
    over(
      all.filter((page) => !isLesson(page) && !isTopic(page) && page.path !== '/'),
      byteBudgets.otherMost,
    ),
    [],
  );
});

test('JavaScript on load', () => {
  const isTool = (path: string): boolean => /^\/(?:progress|placement|review|interview|plan)\//.test(path);
  const most = (path: string): number =>
    path === '/search/' ? byteBudgets.searchScript : isTool(path) ? byteBudgets.toolScript : byteBudgets.script;
  assert.deepEqual(
    all.filter(({ path, script }) => script > most(path)).map(({ path, script }) => `${path}: ${script}`),
    [],
  );
});

test('fonts, once', () => {
  const fonts = builtFiles.filter((file) => file.endsWith('.woff2'));
  assert.equal(fonts.length, 2);
  const bytes = fonts.reduce((sum, file) => sum + statSync(join(dist, file)).size, 0);
  assert.ok(bytes <= byteBudgets.fonts, `${bytes} bytes of fonts`);
});

test('style sheets of one page', () => {
  for (const { path, html } of realPages) {
    const css = [...html.matchAll(/<style[^>]*>(.*?)<\/style>/gs)].map((match) => match[1]!).join('');
    const bytes = weight(Buffer.from(css));
    assert.ok(bytes <= byteBudgets.css, `${path}: ${bytes} bytes of CSS`);
  }
});

/** Body bytes of the first round trip: ten packets of 1,460, less headers and framing (RFC 6928). */
const FIRST_FLIGHT = 13_800;

/** What a browser can decode of a page whose first bytes have arrived. */
function decodedStart(html: string, bytes: number): string {
  const body = compressed(Buffer.from(html));
  return brotliDecompressSync(body.subarray(0, bytes), { finishFlush: constants.BROTLI_OPERATION_FLUSH }).toString(
    'utf8',
  );
}

test('the first screen of a lesson arrives in the first round trip', (t) => {
  for (const { path } of all.filter(isLesson)) {
    const { html } = realPages.find((page) => page.path === path)!;
    const start = decodedStart(html, FIRST_FLIGHT);
    const words = (text: string): number =>
      text
        .slice(text.indexOf('<div class="prose'))
        .replace(/<[^>]*>/g, ' ')
        .trim()
        .split(/\s+/).length;
    t.diagnostic(
      `${path}: ${(start.length / 1000).toFixed(0)} of ${(html.length / 1000).toFixed(0)} kB of HTML, ${words(start)} words`,
    );
    assert.ok(start.includes('</figure>'), `${path}: the first program is not in the first ${FIRST_FLIGHT} bytes`);
    assert.ok(words(start) >= 150, `${path}: only ${words(start)} words are in the first ${FIRST_FLIGHT} bytes`);
  }
});
