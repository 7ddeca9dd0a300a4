/** Files beside the pages: sitemap, Markdown, llms.txt, search index, archives. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { unzipSync } from 'fflate';
import type { SearchIndex } from '../../src/shared/search-index.ts';
import { site } from '../../src/site.ts';
import { builtFiles, dist, realPages } from './built.ts';

const read = (file: string): string => readFileSync(join(dist, file), 'utf8');

test('the sitemap lists every page that may be listed, and no other', () => {
  const listed = [...read('sitemap.xml').matchAll(/<loc>(.*?)<\/loc>/g)]
    .map((match) => new URL(match[1]!).pathname)
    .sort();
  const expected = realPages
    .filter(({ html }) => !html.includes('content="noindex"'))
    .map(({ path }) => path)
    .sort();
  assert.deepEqual(listed, expected);
});

test('each lesson and topic has its Markdown, without components and site links', () => {
  const files = builtFiles.filter((file) => file.endsWith('/index.md'));
  assert.ok(files.length > 0);
  for (const file of files) {
    const outside = read(file)
      .split(/^```[^]*?^```$/m)
      .join('')
      .replace(/`[^`]*`/g, '');
    assert.match(outside, /^# /, file);
    assert.doesNotMatch(outside, /<\/?[A-Z]\w*|\]\((lesson|topic|reference|exercise|cheatsheet|project):|\{#/, file);
  }
  const listed = [...read('llms.txt').matchAll(/\((https[^)]+)\)/g)]
    .map((match) => new URL(match[1]!).pathname.slice(1))
    .sort();
  assert.deepEqual(listed, files.sort());
});

test('the search index knows every page once', () => {
  const { pages, topics } = JSON.parse(read('search-index.json')) as SearchIndex;
  assert.equal(topics.length, 12);
  const paths = pages.map(({ path }) => path);
  assert.equal(new Set(paths).size, paths.length);
  for (const path of paths)
    assert.ok(
      realPages.some((page) => page.path === path),
      `${path} is no page`,
    );
});

test('robots.txt names the sitemap', () => {
  assert.match(read('robots.txt'), new RegExp(`Sitemap: ${new URL('/sitemap.xml', site.url).href}`));
});

test('each project can be downloaded whole', () => {
  const zips = builtFiles.filter((file) => file.startsWith('projects/') && file.endsWith('.zip'));
  for (const file of zips) {
    const names = Object.keys(unzipSync(readFileSync(join(dist, file))));
    const name = file.replace(/^projects\/|\.zip$/g, '');
    for (const needed of ['README.md', 'starter/', 'tests/', 'solution/'])
      assert.ok(
        names.some((entry) => entry.startsWith(`${name}/${needed}`)),
        `${file} lacks ${needed}`,
      );
    assert.ok(
      names.every((entry) => !entry.includes('__pycache__') && !entry.endsWith('index.mdx')),
      file,
    );
  }
});
