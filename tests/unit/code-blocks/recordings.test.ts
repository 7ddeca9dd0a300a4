/** Ids of blocks as the page gives them, and what a recording depends on. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blockIds } from '../../../src/code-blocks/block-ids.ts';
import { extractFences } from '../../../src/code-blocks/extract.ts';
import { tracedFences } from '../../../src/code-blocks/recordings.ts';

const fence = (info: string, code: string): string => `\`\`\`${info}\n${code}\n\`\`\`\n`;

/** Two sections; the second has a file, a block that the browser lacks, and a traced block. */
const page = (parts: { first?: string; file?: string; native?: string; fresh?: string; words?: string } = {}): string =>
  [
    fence('python', 'zero = 0'),
    '## Cells {#cells}',
    fence(`python${parts.fresh ?? ''}`, parts.first ?? 'one = 1'),
    fence('output', '## Not a heading {#no}'),
    '### Deeper {#deeper}',
    fence('python file="a.py"', parts.file ?? 'A = 1'),
    fence('python runtime=cpython', parts.native ?? 'import socket'),
    fence(`python trace${parts.words ?? ''}`, 'two = one + 1'),
    fence('python', 'three = 3'),
  ].join('\n');

test('blocks are counted in their section; outputs and what stands in them are not', () => {
  const source = page();
  assert.deepEqual(blockIds(source, extractFences(source).fences), [
    'code-top-1',
    'code-cells-1',
    'code-deeper-1',
    'code-deeper-2',
    'code-deeper-3',
    'code-deeper-4',
  ]);
});

test('only traced fences are recorded', () => {
  assert.deepEqual(
    tracedFences(page()).map(({ id, index }) => [id, index]),
    [['code-deeper-3', 4]],
  );
});

test('a recording depends on its program, on what ran before it and on files, and on nothing else', () => {
  const hash = (source: string): string => tracedFences(source)[0]!.hash;
  const before = hash(page());
  assert.notEqual(hash(page({ first: 'one = 2' })), before);
  assert.notEqual(hash(page({ file: 'A = 2' })), before);
  assert.notEqual(hash(page({ words: ' fresh' })), before);
  assert.notEqual(hash(page().replace('one + 1', 'one + 2')), before);
  assert.equal(hash(page({ native: 'import select' })), before);
  assert.equal(hash(page({ words: ' title="sum.py" {1}' })), before);
  assert.equal(hash(page().replace('three = 3', 'three = 4')), before);
  assert.equal(hash(page().replace('## Not a heading', 'Another output')), before);
});

test('what ran before a fresh start does not matter', () => {
  const hash = (source: string): string => tracedFences(source)[0]!.hash;
  const fresh = page({ fresh: ' fresh' });
  assert.equal(hash(fresh.replace('zero = 0', 'zero = 1')), hash(fresh));
  assert.notEqual(hash(page().replace('zero = 0', 'zero = 1')), hash(page()));
});
