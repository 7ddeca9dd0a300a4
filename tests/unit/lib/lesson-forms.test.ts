/** A lesson as a program and as a notebook. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { embedsOf, stepsJson } from '../../../src/lib/embed.ts';
import { lessonParts, type LessonSource } from '../../../src/lib/lesson-parts.ts';
import { lessonProgram } from '../../../src/lib/lesson-program.ts';
import { notebook, type Cell } from '../../../src/lib/notebook.ts';

const none = new Set<string>();
const lesson = (body: string): LessonSource => ({
  id: 'shop/prices',
  title: 'Prices',
  source: `---\ntitle: Prices\n---\n\n${body}\n`,
  targets: { lessons: new Map(), topics: none, exercises: none, cheatsheets: none, references: none, projects: none },
  absolute: (path) => `https://example.org${path}`,
  url: 'https://example.org/shop/prices/',
});
const fence = (meta: string, code: string, output?: string): string =>
  `\`\`\`${meta}\n${code}\n\`\`\`\n${output === undefined ? '' : `\n\`\`\`output\n${output}\n\`\`\`\n`}`;
const cellsOf = (body: string): Cell[] => notebook(lesson(body)).cells.slice(1);
/** The program without what stands at the top of the file. */
const program = (body: string): string => lessonProgram(lesson(body)).replace(/^(#.*\n)*\n/, '');

test('parts are prose and programs in order; links to sections get the address', () => {
  const parts = lessonParts(
    lesson(
      `See [below](#tax) and \`[x](#y)\`.\n\n## Tax {#tax}\n\n${fence('python title="tax.py" {1}', 'print(1)', '1')}\nEnd.\n\n${fence('console', '$ ls')}`,
    ),
  );
  assert.deepEqual(
    parts.map((part) => (part.kind === 'prose' ? part.markdown : part.block.id)),
    [
      '# Prices\n\nSee [below](https://example.org/shop/prices/#tax) and `[x](#y)`.\n\n## Tax',
      'code-tax-1',
      'End.\n\n```console\n$ ls\n```',
    ],
  );
});

test('a program is a cell with its heading, its address and its output', () => {
  assert.equal(
    program(`## The \`tax\` {#tax}\n\n${fence('python', 'print(1)\nprint()', '1\n\n2')}\n${fence('python', 'a = 1')}`),
    [
      '# %% The tax',
      '# https://example.org/shop/prices/#code-tax-1',
      'print(1)',
      'print()',
      '',
      '# Output:',
      '#   1',
      '#',
      '#   2',
      '',
      '# %% The tax (2)',
      '# https://example.org/shop/prices/#code-tax-2',
      'a = 1',
      '',
    ].join('\n'),
  );
});

test('a program that raises stands in try, and its strings stay as they are', () => {
  assert.match(
    program(fence('python raises=ValueError', 'a = """x\ny"""\n\nint(a)', 'ValueError: …')),
    /\ntry:\n {4}a = """x\ny"""\n\n {4}int\(a\)\nexcept Exception: {2}# ValueError\n {4}import traceback\n\n {4}traceback\.print_exc\(\)\n\n# Output:\n# {3}ValueError: …\n$/,
  );
  assert.match(program(fence('python raises=SystemExit', 'exit()')), /\nexcept SystemExit: /);
});

test('what would stop the whole file stands in comments, with the reason', () => {
  for (const [meta, code, why] of [
    ['python python=3.15', 'lazy import json', 'needs Python 3.15'],
    ['python raises=SyntaxError', 'a b', 'ends in SyntaxError, which could stop the whole file'],
    ['python norun="needs a screen"', 'show()', 'not run: needs a screen'],
    ['python', 'from __future__ import annotations', 'a future import must begin a file'],
  ] as const)
    assert.ok(program(fence(meta, code)).endsWith(`\n# In comments: ${why}.\n# ${code}\n`), meta);
  assert.match(
    program(fence('python runtime=cpython fresh', 'main()')),
    /\n# In comments: save it as main\.py .*\n# main/,
  );
  assert.match(program(fence('python python=3.14', 'b = 1')), /\nb = 1\n$/);
});

test('a module of the lesson is written by the file', () => {
  assert.match(
    program(fence('python file="shop.py"', 'name = "é"')),
    /\nPath\("shop\.py"\)\.write_text\(\n {4}"name = \\"é\\"\\n",\n {4}encoding="utf-8",\n\)\n/,
  );
});

test('a notebook begins with title and origin, and numbers its cells', () => {
  const made = notebook(lesson(`Text.\n\n${fence('python', 'print(1)', '1')}`));
  assert.deepEqual(
    made.cells.map(({ id }) => id),
    ['text-1', 'code-1'],
  );
  assert.match(
    made.cells[0]!.source.join(''),
    /^# Prices\n\nFrom \[.*\]\(https:\/\/example\.org\/shop\/prices\/\)\. .*\n\nText\.$/,
  );
  assert.equal(made.metadata.source, 'https://example.org/shop/prices/');
});

test('output is a stream, and the end of a traceback is an error', () => {
  const [cell] = cellsOf(
    fence('python raises=shop.Refused', 'pay()', 'paying\nRefused: first\nshop.Refused: no\nmoney'),
  );
  assert.deepEqual(cell, {
    cell_type: 'code',
    id: 'code-1',
    metadata: { name: 'code-top-1', tags: ['raises-exception'] },
    source: ['pay()'],
    execution_count: 1,
    outputs: [
      { output_type: 'stream', name: 'stdout', text: ['paying\n', 'Refused: first\n'] },
      {
        output_type: 'error',
        ename: 'Refused',
        evalue: 'no\nmoney',
        traceback: ['shop.Refused: no', 'money'],
      },
    ],
  });
});

test('a SyntaxError keeps the place that it shows', () => {
  const [cell] = cellsOf(
    fence('python raises=SyntaxError', 'a b', '  File "main.py", line 1\n    a b\nSyntaxError: no'),
  );
  assert.ok(cell?.cell_type === 'code');
  assert.deepEqual(cell.outputs, [
    {
      output_type: 'error',
      ename: 'SyntaxError',
      evalue: 'no',
      traceback: ['  File "main.py", line 1', '    a b', 'SyntaxError: no'],
    },
  ]);
});

test('files are written by a cell, an empty namespace is asked for, and what needs more says so', () => {
  const cells = cellsOf(
    [
      fence('python file="shop.py"', 'rate = 2'),
      fence('python file="shop/tax.py"', 'rate = 3'),
      fence('python fresh', 'a = 1'),
      fence('python python=3.15', 'b = 1'),
      fence('python norun="needs a screen"', 'show()'),
    ].join('\n'),
  );
  assert.deepEqual(
    cells.map(({ source }) => source.join('')),
    [
      '%%writefile shop.py\nrate = 2',
      'from pathlib import Path\n\nPath("shop").mkdir(parents=True, exist_ok=True)',
      '%%writefile shop/tax.py\nrate = 3',
      '%reset -f',
      'a = 1',
      '*The next program needs Python 3.15 or later.*',
      'b = 1',
      '*Not run: needs a screen.*\n\n```python\nshow()\n```',
    ],
  );
  assert.deepEqual(cells[6]!.metadata.tags, ['raises-exception', 'python-3.15']);
});

test('a lesson with asyncio.run says what to write in Jupyter', () => {
  const first = (code: string): string => notebook(lesson(fence('python', code))).cells[0]!.source.join('');
  assert.match(first('asyncio.run(main())'), /await main\(\)/);
  assert.doesNotMatch(first('main()'), /await/);
});

test('an embed has the figure of the lesson, the path of its section and the steps to it', () => {
  const { source, id, title } = lesson(
    `${fence('python', 'a = 1')}\n## Tax {#tax}\n\n${fence('python title="tax.py"', 'print(a)', '1')}\n${fence('python trace', 'a')}\n${fence('python runtime=cpython', 'b')}`,
  );
  const embeds = embedsOf({ id, title, source });
  assert.deepEqual(
    embeds.map(({ block, name, path, steps }) => [block, name, path, steps.length]),
    [
      ['code-top-1', 'Prices', '/shop/prices/', 1],
      ['code-tax-1', 'tax.py', '/shop/prices/#tax', 2],
      ['code-tax-2', 'Tax', '/shop/prices/#tax', 3],
      ['code-tax-3', 'Tax', '/shop/prices/#tax', 0],
    ],
  );
  assert.match(embeds[1]!.html, /^<figure class="code" id="code-tax-1".*<samp>1<\/samp>/s);
});

test('steps cannot end the element that holds them', () => {
  const text = stepsJson([{ id: 'x', kind: 'run', source: '"</script><!--"' }]);
  assert.ok(!text.includes('<'));
  assert.equal((JSON.parse(text) as { steps: { source: string }[] }).steps[0]!.source, '"</script><!--"');
});
