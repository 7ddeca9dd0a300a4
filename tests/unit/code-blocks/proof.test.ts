import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractFences } from '../../../src/code-blocks/extract.ts';
import { proofHash } from '../../../src/code-blocks/proof.ts';

const hash = (source: string) => proofHash(extractFences(source).fences);
const page = (words: string, code: string, output: string) =>
  `\`\`\`python${words}\n${code}\n\`\`\`\n\n\`\`\`output\n${output}\n\`\`\`\n`;

test('the hash is of code, of words that matter, and of outputs', () => {
  const base = hash(page('', 'print(1)', '1'));
  assert.match(base, /^[0-9a-f]{64}$/);
  assert.notEqual(hash(page('', 'print(2)', '1')), base);
  assert.notEqual(hash(page('', 'print(1)', '2')), base);
  assert.notEqual(hash(page(' fresh', 'print(1)', '1')), base);
});

test('prose, captions, marks and text that is only shown do not change it', () => {
  const base = hash(page('', 'print(1)', '1'));
  assert.equal(hash(`Prose.\n\n${page(' title="a.py" {1}', 'print(1)', '1')}\n\`\`\`text\nshown\n\`\`\`\n`), base);
});
