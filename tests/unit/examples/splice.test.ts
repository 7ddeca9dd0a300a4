import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractFences } from '../../../src/code-blocks/extract.ts';
import { applyEdits, type Edit } from '../../content/examples/splice.ts';

const SOURCE = [
  'Text.',
  '',
  '```python',
  'print(1)',
  '```',
  '',
  '```output',
  '0',
  '```',
  '',
  '  ```python',
  '  print(2)',
  '  ```',
  'End.',
].join('\n');

function edited(source: string, edit: (index: number) => Omit<Edit, 'fence'>): string {
  const { fences } = extractFences(source);
  return applyEdits(
    source,
    fences.map((fence, i) => ({ fence, ...edit(i) })),
  );
}

test('outputs are replaced, made and removed, with the indentation of their block', () => {
  assert.equal(
    edited(SOURCE, (i) => ({ output: ['one\n\ntwo', '2'][i]! })),
    [
      'Text.',
      '',
      '```python',
      'print(1)',
      '```',
      '',
      '```output',
      'one',
      '',
      'two',
      '```',
      '',
      '  ```python',
      '  print(2)',
      '  ```',
      '',
      '  ```output',
      '  2',
      '  ```',
      'End.',
    ].join('\n'),
  );
  assert.equal(
    edited(SOURCE, () => ({ output: '' })),
    ['Text.', '', '```python', 'print(1)', '```', '', '  ```python', '  print(2)', '  ```', 'End.'].join('\n'),
  );
});

test('code and output of one block change together', () => {
  const { fences } = extractFences(edited(SOURCE, () => ({ code: 'a = 1\n\n\nprint(a)', output: 'x' })));
  assert.deepEqual(
    fences.map(({ code, output }) => [code, output?.code]),
    [
      ['a = 1\n\n\nprint(a)', 'x'],
      ['a = 1\n\n\nprint(a)', 'x'],
    ],
  );
});

test('writing what is there changes nothing', () => {
  const { fences } = extractFences(SOURCE);
  assert.equal(applyEdits(SOURCE, [{ fence: fences[0]!, code: 'print(1)', output: '0' }]), SOURCE);
});

test('an output that holds a fence gets longer marks', () => {
  const written = edited('```python\nx\n```', () => ({ output: '```\ninside\n```' }));
  assert.equal(extractFences(written).fences[0]?.output?.code, '```\ninside\n```');
});
