import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePage } from '../../content/examples/pages.ts';
import { checkStyle, format, formatEdits, lint } from '../../content/examples/style.ts';

const page = (words: string, code: string) => parsePage('/p.mdx', `Text.\n\n\`\`\`python ${words}\n${code}\n\`\`\`\n`);
const kinds = (words: string, code: string) =>
  checkStyle(page(words, code), 'p.mdx').map(({ kind, line }) => `${kind}:${line}`);

test('blocks are formatted, with short lines', () => {
  assert.equal(format("x = {'a':1}"), 'x = {"a": 1}');
  assert.equal(format('x = ('), undefined);
});

test('names of other blocks, imports anywhere and one-line bodies are fine', () => {
  assert.deepEqual(lint('print(from_before)\nimport os\ndef f(): ...'), []);
});

test('mistakes are found at their line', () => {
  assert.deepEqual(kinds('', 'x = 1\n\n\ndef f(items=[]):\n    return items == None'), ['lint:7', 'lint:8']);
});

test('bad code on purpose is formatted and not linted', () => {
  assert.deepEqual(kinds('before', 'def f(items=[]): return items'), ['format:3']);
  assert.deepEqual(kinds('raises=ValueError', 'int("x") == None'), []);
});

test('a block may use the syntax of the version that it names', () => {
  assert.deepEqual(kinds('python=3.15', 'lazy import json'), []);
  assert.deepEqual(kinds('', 'lazy import json'), ['lint:4']);
});

test('a block with marked lines keeps them', () => {
  assert.deepEqual(formatEdits(page('{2}', 'x = 1; y = 2\nz = 3')), []);
  assert.equal(formatEdits(page('{2}', 'x=1\nz = 3'))[0]?.code, 'x = 1\nz = 3');
});

test('tests may let an expression stand for its exception', () => {
  const code = 'def test_order():\n    with raises(TypeError):\n        1 < "a"';
  assert.deepEqual(kinds('tests', code), []);
  assert.deepEqual(kinds('', code), ['lint:6']);
});
