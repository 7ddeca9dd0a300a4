import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slim } from '../../../src/lib/finished-page.ts';
import { layerOrder } from '../../../src/lib/layer-order.ts';

test('white space between tags becomes one blank, but not in programs', () => {
  assert.equal(
    slim('<p>\n  <b>a</b>\n\n<i>b</i></p><pre>\n  <i>x</i>\n   <b>y</b></pre>'),
    '<p> <b>a</b> <i>b</i></p><pre>\n  <i>x</i>\n   <b>y</b></pre>',
  );
});

test('the order of the layers stays first', () => {
  const html = `<head><style>${layerOrder}</style><script>go()</script><style>a{}</style></head>`;
  assert.equal(slim(html), `<head><script>go()</script><style>${layerOrder}a{}</style></head>`);
  const alone = `<head><style>${layerOrder}</style></head>`;
  assert.equal(slim(alone), alone);
});
