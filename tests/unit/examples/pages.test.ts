import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { parsePage } from '../../content/examples/pages.ts';
import { plan } from '../../content/examples/plan.ts';

const content = path.resolve(import.meta.dirname, '../../../content');
const versions = { current: '3.15.0', previous: '3.14.8', browser: '3.14.8' };
const fence = (words: string, code: string) => `\`\`\`${words}\n${code}\n\`\`\`\n`;

test('a page has an id by its place in content/', () => {
  const id = (name: string) => parsePage(path.join(content, name), '').id;
  assert.equal(id('lessons/functions/closures.mdx'), 'lessons/functions/closures');
  assert.equal(id('projects/streamline/index.mdx'), 'projects/streamline');
  assert.equal(id('../elsewhere.mdx'), undefined);
});

test('each question is a program of its own', () => {
  const source = [
    '- id: one',
    '  answer: |',
    '    ```python',
    '    a = 1',
    '    ```',
    '',
    '    ```python',
    '    a += 1',
    '    ```',
    '- id: two',
    '  answer: |',
    '    ```python',
    '    b = 1',
    '    ```',
  ].join('\n');
  const page = parsePage(path.join(content, 'questions/functions/x.yaml'), source);
  assert.deepEqual(
    page.fences.map(({ starts, line, code }) => [starts, line, code]),
    [
      [true, 3, 'a = 1'],
      [false, 7, 'a += 1'],
      [true, 12, 'b = 1'],
    ],
  );
  const { steps } = plan(page, 'current', versions);
  assert.deepEqual(
    steps.map(({ step }) => step.fresh ?? false),
    [true, false, true],
  );
});

test('each Python takes the blocks that it can run', () => {
  const source = [
    fence('python', 'a = 1'),
    fence('python runtime=cpython', 'import threading'),
    fence('python python=3.15', 'lazy import json'),
    fence('python runtime=cpython fresh', 'print("script")'),
    fence('python norun="no display"', 'open_window()'),
    fence('python fresh', 'b = 1'),
  ].join('\n');
  const page = parsePage('/elsewhere.mdx', source);
  const taken = (runtime: 'current' | 'previous' | 'browser') => plan(page, runtime, versions);
  const codes = (runtime: 'current' | 'previous' | 'browser') =>
    taken(runtime).steps.map(({ step }) => `${step.do} ${step.source.trim()}`);
  assert.deepEqual(codes('current'), [
    'run a = 1',
    'run import threading',
    'run lazy import json',
    'check open_window()',
    'run b = 1',
  ]);
  assert.deepEqual(codes('previous'), ['run a = 1', 'run import threading', 'check open_window()', 'run b = 1']);
  assert.deepEqual(codes('browser'), ['run a = 1', 'check open_window()', 'run b = 1']);
  assert.deepEqual(
    taken('current').scripts.map(({ fence }) => fence.code),
    ['print("script")'],
  );
  assert.equal(taken('browser').skipped.length, 3);
  assert.equal(taken('current').steps.at(-1)?.step.fresh, true);
});

test('a block that starts anew starts anew also where the first one of its question is left out', () => {
  const page = parsePage(
    '/elsewhere.mdx',
    [fence('python fresh python=3.15', 'a = 1'), fence('python', 'b = 1')].join('\n'),
  );
  assert.equal(plan(page, 'previous', versions).steps[0]?.step.fresh, true);
});

test('files are written, modules are also compiled, and scripts find those above them', () => {
  const source = [
    fence('python file="shop/prices.py"', 'A = 1'),
    fence('toml file="config.toml"', 'a = 1'),
    fence('toml', 'b = 1'),
    fence('python runtime=cpython fresh', 'import shop.prices'),
    fence('json file="late.json"', '{}'),
  ].join('\n');
  const { steps, scripts } = plan(parsePage('/elsewhere.mdx', source), 'current', versions);
  assert.deepEqual(
    steps.map(({ step }) => [step.do, step.path]),
    [
      ['check', undefined],
      ['write', 'shop/prices.py'],
      ['write', 'config.toml'],
      ['write', 'late.json'],
    ],
  );
  assert.deepEqual(scripts[0]?.files, { 'shop/prices.py': 'A = 1\n', 'config.toml': 'a = 1\n' });
});

test('the solution of an exercise runs before the examples around it', () => {
  const source = [
    fence('python', 'double(2)'),
    fence('python starter', '...'),
    fence('python solution', 'def double(x): ...'),
    fence('python tests', '...'),
  ].join('\n');
  const { steps } = plan(parsePage('/elsewhere.mdx', source), 'browser', versions);
  assert.deepEqual(
    steps.map(({ step }) => step.source.trim()),
    ['def double(x): ...', 'double(2)'],
  );
});
