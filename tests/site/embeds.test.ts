/** Programs for frames: the same as in their lesson, light, valid, and out of every list. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { idsIn } from '../../src/lib/content-files.ts';
import { pageBlocks, type PageProgram } from '../../src/lib/page-programs.ts';
import { site } from '../../src/site.ts';
import { attribute, builtPages, dist, embedPages, type BuiltPage, type Element } from './built.ts';

/** Bytes of HTML and CSS, compressed as a static host does. */
const MOST_BYTES = 12_000;

const lessonOf = ({ path }: BuiltPage): string => path.replace(/^\/embed/, '').replace(/[^/]+\/$/, '');
const blockOf = ({ path }: BuiltPage): string => path.split('/').at(-2)!;
const byPath = new Map(builtPages.map((page) => [page.path, page]));
const find = ({ elements }: BuiltPage, tag: string, name: string, value: string): Element | undefined =>
  elements.find((element) => element.tagName === tag && attribute(element, name) === value);
const figureIn = ({ html }: BuiltPage, id: string): string | undefined =>
  new RegExp(`<figure class="[^"]*" id="${id}".*?</figure>`, 's').exec(html)?.[0];

test('each Python block of each lesson has its page, and nothing else has one', () => {
  const expected = idsIn('content/lessons', '.mdx').flatMap((id) =>
    pageBlocks(readFileSync(`content/lessons/${id}.mdx`, 'utf8'))
      .filter(({ fence }) => fence.language === 'python')
      .map((block) => `/embed/${id}/${block.id}/`),
  );
  assert.ok(expected.length > 0);
  assert.deepEqual(embedPages.map(({ path }) => path).sort(), expected.sort());
});

test('the figure is that of the lesson', () => {
  for (const page of embedPages) {
    const figure = figureIn(page, blockOf(page));
    assert.ok(figure, `${page.path} has no figure`);
    assert.equal(figure, figureIn(byPath.get(lessonOf(page))!, blockOf(page)), page.path);
  }
});

test('the address and the link are those of the section, and the link leaves the frame', () => {
  for (const page of embedPages) {
    const canonical = attribute(find(page, 'link', 'rel', 'canonical')!, 'href')!;
    const link = find(page, 'a', 'target', '_top')!;
    assert.equal(new URL(attribute(link, 'href')!, site.url).href, canonical, page.path);
    const { pathname, hash } = new URL(canonical);
    assert.equal(pathname, lessonOf(page), page.path);
    const ids = byPath.get(pathname)!.elements.map((element) => attribute(element, 'id'));
    if (hash) assert.ok(ids.includes(hash.slice(1)), `${page.path}: ${hash} names no section`);
  }
});

test('no search engine, sitemap, search index or list for programs has them', () => {
  for (const page of embedPages) {
    assert.equal(attribute(find(page, 'meta', 'name', 'robots')!, 'content'), 'noindex', page.path);
    assert.ok(!page.html.includes('data-pagefind-body'), page.path);
  }
  for (const file of ['sitemap.xml', 'search-index.json', 'llms.txt'])
    assert.doesNotMatch(readFileSync(join(dist, file), 'utf8'), /\/embed\//, file);
});

test('a page carries what runs up to its program and ends with it', () => {
  for (const page of embedPages) {
    const text = /<script type="application\/json" id="program">(.*?)<\/script>/s.exec(page.html)?.[1];
    const { steps } = JSON.parse(text ?? '{"steps":[]}') as { steps: PageProgram[] };
    const runs = attribute(find(page, 'figure', 'id', blockOf(page))!, 'data-run') !== undefined;
    if (runs || steps.length > 0) assert.equal(steps.at(-1)?.id, blockOf(page), page.path);
    const ids = byPath.get(lessonOf(page))!.elements.map((element) => attribute(element, 'id'));
    for (const { id } of steps) assert.ok(ids.includes(id), `${page.path}: ${id} is no block of the lesson`);
  }
});

test('a traced program has the table of its steps, and no other has one', () => {
  const traced = idsIn('content/lessons', '.mdx').flatMap((id) =>
    pageBlocks(readFileSync(`content/lessons/${id}.mdx`, 'utf8'))
      .filter(({ fence }) => fence.words.trace)
      .map((block) => `/embed/${id}/${block.id}/`),
  );
  const tables = embedPages.filter(
    (page) => find(page, 'section', 'id', 'steps') && /<tbody\b.*<tr\b/s.test(page.html),
  );
  assert.deepEqual(tables.map(({ path }) => path).sort(), traced.sort());
});

test('landmarks, one heading, a strict policy and nothing that it would block', () => {
  for (const { path, elements } of embedPages) {
    for (const tag of ['main', 'footer', 'h1'])
      assert.equal(elements.filter(({ tagName }) => tagName === tag).length, 1, `${path}: ${tag}`);
    const policy = elements.find((element) => attribute(element, 'http-equiv') === 'content-security-policy')!;
    assert.doesNotMatch(attribute(policy, 'content')!, /'unsafe-inline'|'unsafe-eval'|https?:|\*/, path);
    const blocked = elements.filter(({ attrs }) => attrs.some(({ name }) => name === 'style' || name.startsWith('on')));
    assert.deepEqual(blocked, [], path);
    const ids = elements.flatMap((element) => attribute(element, 'id') ?? []);
    assert.equal(new Set(ids).size, ids.length, `${path}: an id stands twice`);
  }
});

test('valid HTML', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:standard'],
    // Printed forms are the compiler's; our own scripts carry hashes in the policy.
    rules: {
      'long-title': 'off',
      'no-trailing-whitespace': 'off',
      'attr-quotes': 'off',
      'void-style': 'off',
      'doctype-style': 'off',
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
      'require-sri': 'off',
      'no-inline-style': 'error',
      'prefer-native-element': ['error', { exclude: ['group'] }],
    },
  });
  const problems: string[] = [];
  for (const { path, html } of embedPages)
    for (const { messages } of (await validator.validateString(html, path)).results)
      problems.push(...messages.map(({ line, message, ruleId }) => `${path}:${line}: ${message} (${ruleId})`));
  assert.deepEqual(problems.slice(0, 40), [], `${problems.length} problems`);
});

test('weight', (t) => {
  const weights = embedPages
    .map(({ path, html, elements }) => {
      const linked = elements.some((element) => attribute(element, 'rel') === 'stylesheet');
      assert.ok(!linked, `${path} loads a style sheet that is not weighed`);
      const bytes = brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length;
      return { path, bytes };
    })
    .sort((a, b) => a.bytes - b.bytes);
  const median = weights[Math.floor(weights.length / 2)]!;
  const most = weights.at(-1)!;
  t.diagnostic(`median ${median.bytes} bytes, most ${most.bytes} (${most.path})`);
  assert.ok(most.bytes <= MOST_BYTES, `${most.path}: ${most.bytes} bytes of HTML and CSS`);
});
