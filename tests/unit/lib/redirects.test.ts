import assert from 'node:assert/strict';
import { test } from 'node:test';
import { redirectPages } from '../../../src/lib/redirects.ts';

test('pages are redirected by the host, headings by the browser', () => {
  assert.deepEqual(redirectPages({ '/old/': '/new/', '/page/#old': '/page/#new' }, '/'), { '/old/': '/new/' });
});

test('a redirect leads to a page below the base', () => {
  assert.deepEqual(redirectPages({ '/old/': '/new/#part' }, '/roadmap/'), { '/old/': '/roadmap/new/#part' });
});
