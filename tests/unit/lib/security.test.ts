import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { policyFor, withPolicy } from '../../../src/lib/security.ts';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const PAGE =
  '<html><head><meta charset="utf-8"><style>a{}</style><script>go()</script></head>' +
  '<body><script type="module" src="/x.js"></script><script type="application/ld+json">{"a":1}</script></body></html>';

test('names what stands in the page, and nothing else', () => {
  const policy = policyFor(PAGE);
  assert.ok(policy.includes(hash('a{}')) && policy.includes(hash('go()')));
  assert.equal(policy.match(/sha256-/g)?.length, 2);
  assert.doesNotMatch(policy, /'unsafe-inline'|'unsafe-eval'|https?:/);
});

test('stands before everything that it binds', () => {
  const html = withPolicy(PAGE);
  assert.ok(html.indexOf('content-security-policy') < html.indexOf('<style>'));
  assert.equal(html.replace(/<meta http-equiv[^>]*>/, ''), PAGE);
});
