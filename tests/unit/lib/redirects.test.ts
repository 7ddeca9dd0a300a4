import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepFragment, redirectPages } from '../../../src/lib/redirects.ts';

test('pages are redirected by the host, headings by the browser', () => {
  assert.deepEqual(redirectPages({ '/old/': '/new/', '/page/#old': '/page/#new' }, '/'), { '/old/': '/new/' });
});

test('a redirect leads to a page below the base', () => {
  assert.deepEqual(redirectPages({ '/old/': '/new/#part' }, '/roadmap/'), { '/old/': '/roadmap/new/#part' });
});

test('the page of a redirect keeps the fragment, with and without a script', () => {
  const html = keepFragment('<!doctype html><meta http-equiv="refresh" content="0;url=/new/"><body></body>', '/');
  assert.match(html, /location\.replace\("\/new\/"\+location\.hash\)/);
  assert.match(html, /<noscript><meta http-equiv="refresh" content="0;url=\/new\/">/);
  assert.equal(keepFragment('<html></html>', '/'), '<html></html>');
});
