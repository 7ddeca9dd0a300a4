/** Every internal link and anchor of every page leads somewhere; nothing is loaded from another host. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { site } from '../../src/site.ts';
import { attribute, builtFiles, builtPages, realPages } from './built.ts';

const files = new Set(builtFiles);
const idsByPath = new Map(
  builtPages.map(({ path, elements }) => [
    path,
    new Set(elements.map((element) => attribute(element, 'id')).filter((id) => id !== undefined)),
  ]),
);

test('internal links and anchors', () => {
  const broken: string[] = [];
  for (const { path, elements } of realPages)
    for (const element of elements) {
      const href = attribute(element, 'href') ?? attribute(element, 'src') ?? attribute(element, 'action');
      if (href === undefined || /^(https?|mailto|data):/.test(href) || element.tagName === 'use') continue;
      const url = new URL(href, `https://site.test${path}`);
      const target = decodeURIComponent(url.pathname);
      const ids = idsByPath.get(target);
      if (!ids && !files.has(target.slice(1)) && target !== '/pagefind/pagefind.js')
        broken.push(`${path}: ${href} leads nowhere`);
      if (ids && url.hash && !ids.has(decodeURIComponent(url.hash.slice(1))))
        broken.push(`${path}: ${href} names no element`);
    }
  assert.deepEqual(broken, []);
});

test('every page can be reached from the home page', () => {
  const reached = new Set<string>(['/', '/404.html', '/offline/']);
  const queue = ['/'];
  const byPath = new Map(realPages.map((page) => [page.path, page]));
  for (let path = queue.pop(); path !== undefined; path = queue.pop())
    for (const element of byPath.get(path)?.elements ?? []) {
      const href = element.tagName === 'a' ? attribute(element, 'href') : undefined;
      if (href === undefined || /^(https?|mailto):/.test(href)) continue;
      const target = new URL(href, `https://site.test${path}`).pathname;
      if (!reached.has(target) && byPath.has(target)) {
        reached.add(target);
        queue.push(target);
      }
    }
  assert.deepEqual(
    realPages.map(({ path }) => path).filter((path) => !reached.has(path)),
    [],
  );
});

test('nothing is loaded from another host', () => {
  const loads = ['script', 'img', 'link', 'iframe', 'source', 'audio', 'video', 'object', 'embed'];
  const outside = realPages.flatMap(({ path, elements }) =>
    elements
      .filter(({ tagName }) => loads.includes(tagName))
      .filter((element) => !['canonical', 'license'].includes(attribute(element, 'rel') ?? ''))
      .map((element) => attribute(element, 'src') ?? attribute(element, 'href') ?? '')
      .filter((url) => /^(https?:)?\/\//.test(url))
      .map((url) => `${path}: ${url}`),
  );
  assert.deepEqual(outside, []);
});

test('ids are unique on every page', () => {
  const repeated = realPages.flatMap(({ path, elements }) => {
    const ids = elements.map((element) => attribute(element, 'id')).filter((id) => id !== undefined);
    return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${path}#${id}`);
  });
  assert.deepEqual(repeated, []);
});

test('external links use https', () => {
  const plain = realPages.flatMap(({ path, elements }) =>
    elements
      .map((element) => attribute(element, 'href') ?? '')
      .filter((href) => href.startsWith('http:'))
      .map((href) => `${path}: ${href}`),
  );
  assert.deepEqual(plain, []);
});

test('pages know their own address', () => {
  for (const { path, elements } of realPages) {
    const canonical = elements.find((element) => attribute(element, 'rel') === 'canonical');
    const expected = path === '/404.html' ? '/404/' : path;
    assert.equal(attribute(canonical!, 'href'), new URL(expected, site.url).href);
  }
});
