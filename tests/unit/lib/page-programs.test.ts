import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageBlocks, pagePrograms, stepsTo } from '../../../src/lib/page-programs.ts';

const fence = (meta: string, code: string): string => `\`\`\`${meta}\n${code}\n\`\`\`\n`;
const page = (...parts: string[]): string => parts.join('\n');

test('ids count the blocks of a section, whatever their language, and outputs are no blocks', () => {
  const blocks = pageBlocks(
    page(
      fence('python', 'a = 1'),
      '## What a `cell` is {#cells}',
      fence('python', 'print(1)'),
      fence('output', '1'),
      fence('console', '$ ls'),
      '#### Deep {#deep}',
      fence('python', '## Not a heading {#no}'),
      '### More {#more}',
      fence('text', 'x'),
    ),
  );
  assert.deepEqual(
    blocks.map(({ id }) => id),
    ['code-top-1', 'code-cells-1', 'code-cells-2', 'code-cells-3', 'code-more-1'],
  );
  assert.equal(blocks[0]!.section, undefined);
  assert.deepEqual(blocks[3]!.section, { id: 'cells', title: 'What a `cell` is' });
  assert.equal(blocks[1]!.fence.output?.code, '1');
});

test('what the browser lacks is left out, files are written, and fresh waits for the next program that runs', () => {
  const source = page(
    fence('python', 'a = 1'),
    fence('python runtime=cpython', 'import threading'),
    fence('python norun="needs a screen"', 'show()'),
    fence('toml file="app.toml"', 'x = 1'),
    fence('python file="shop.py"', 'rate = 2'),
    fence('python python=3.15 fresh', 'lazy import json'),
    fence('python python=3.14', 'b = 2'),
    fence('python', 'c = 3'),
  );
  assert.deepEqual(pagePrograms(source), [
    { id: 'code-top-1', kind: 'run', source: 'a = 1\n' },
    { id: 'code-top-4', kind: 'write', source: 'x = 1\n', path: 'app.toml' },
    { id: 'code-top-5', kind: 'write', source: 'rate = 2\n', path: 'shop.py' },
    { id: 'code-top-7', kind: 'run', source: 'b = 2\n', fresh: true },
    { id: 'code-top-8', kind: 'run', source: 'c = 3\n' },
  ]);
});

test('a program with a process of its own does not begin a namespace for the others', () => {
  const source = page(fence('python runtime=cpython fresh', 'main()'), fence('python', 'a = 1'));
  assert.deepEqual(pagePrograms(source), [{ id: 'code-top-2', kind: 'run', source: 'a = 1\n' }]);
});

test('the solution of an exercise runs before the examples that call it, and only then', () => {
  const roles = [
    fence('python starter', 'def f(): ...'),
    fence('python solution', 'def f():\n    return 1'),
    fence('python tests', 'def test_f(): ...'),
  ];
  assert.deepEqual(pagePrograms(page(...roles)), []);
  assert.deepEqual(
    pagePrograms(page(fence('python', 'f()'), ...roles)).map(({ id }) => id),
    ['code-top-3', 'code-top-1'],
  );
});

test('the steps to a block end with it', () => {
  const programs = pagePrograms(page(fence('python', 'a'), fence('python', 'b'), fence('python', 'c')));
  assert.deepEqual(
    stepsTo(programs, 'code-top-2').map(({ source }) => source),
    ['a\n', 'b\n'],
  );
  assert.deepEqual(stepsTo(programs, 'code-top-9'), []);
});
