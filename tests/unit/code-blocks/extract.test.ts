import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractFences } from '../../../src/code-blocks/extract.ts';

test('finds fences with their lines and pairs the output', () => {
  const { fences, problems } = extractFences('text\n\n```python title="x.py"\nprint(1)\n```\n\n```output\n1\n```\n');
  assert.deepEqual(problems, []);
  assert.equal(fences.length, 1);
  assert.deepEqual([fences[0]!.line, fences[0]!.endLine, fences[0]!.code], [3, 5, 'print(1)']);
  assert.deepEqual([fences[0]!.output?.line, fences[0]!.output?.code], [7, '1']);
});

test('takes the indentation of a YAML block scalar away, and keeps it aside', () => {
  const { fences } = extractFences('- answer: |\n    ```python\n    if x:\n        y()\n\n    ```\n');
  assert.equal(fences[0]!.code, 'if x:\n    y()\n');
  assert.equal(fences[0]!.indent, '    ');
});

test('a longer fence holds a shorter one', () => {
  const { fences } = extractFences('````text\n```python\n```\n````\n');
  assert.deepEqual(
    fences.map(({ language }) => language),
    ['text'],
  );
});

test('an output fence belongs to the program right before it', () => {
  const { fences, problems } = extractFences('```python\n1\n```\ntext\n```output\n1\n```\n');
  assert.equal(fences[0]!.output, undefined);
  assert.match(problems[0]!.message, /right behind a "python" fence/);
  assert.equal(problems[0]!.line, 5);
});

test('a fence that is never closed is reported where it opens', () => {
  const { problems } = extractFences('a\n```python\nx\n');
  assert.deepEqual(problems, [{ line: 2, message: 'expected a closing ```, found the end of the file' }]);
});

test('an unknown word carries the line of its fence', () => {
  assert.equal(extractFences('\n\n```python nope\n```\n').problems[0]!.line, 3);
});
