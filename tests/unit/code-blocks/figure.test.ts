import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeFigure } from '../../../src/code-blocks/figure.ts';
import { highlight, mergeRuns } from '../../../src/code-blocks/highlight.ts';
import { parseWords } from '../../../src/code-blocks/words.ts';

const figure = (code: string, meta = '', output?: string, language = 'python'): string => {
  const parsed = parseWords(language, meta, code.split('\n').length);
  return codeFigure({ id: 'code-a-1', language: parsed.language, words: parsed.words, code, output });
};

/** What a reader would copy by hand: the text without the markup. */
const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

test('highlighting changes nothing of the text', () => {
  const code =
    'def f[T](x: T, *args, **kw) -> "T":\n    """Doc & <tag>."""\n    return f"{x!r:>{10}}" if x and not None else 0x1f  # why';
  assert.equal(highlight(code, 'python').map(textOf).join('\n'), code);
});

test('classes and no styles, one element for neighbors of one role', () => {
  const html = highlight('from a import b', 'python').join('');
  assert.equal(html, '<i class=kw>from</i> a <i class=kw>import</i> b');
  assert.deepEqual(
    mergeRuns([
      { text: '(', role: 'pun' },
      { text: ')', role: 'pun' },
    ]),
    [{ text: '()', role: 'pun' }],
  );
});

test('what the grammar lacks is mended', () => {
  assert.match(highlight('lazy import json', 'python')[0]!, /class=kw>lazy/);
  assert.match(highlight('type Pair[T] = tuple[T, T]', 'python')[0]!, /class=kw>type/);
  assert.match(highlight('class Stack[T](Base):', 'python')[0]!, /class=cls>Stack/);
});

test('a block without words: tab, tools, focusable and named program', () => {
  const html = figure('print(1)', '', '1');
  assert.match(html, /<pre tabindex="0" role="group" aria-label="Python example">/);
  assert.match(html, /<figure class="code" id="code-a-1" data-lang="python" data-run>/);
  assert.match(html, /<a class="tool" data-do="link" href="#code-a-1">/);
  assert.match(html, /<span>stdout<\/span><span>exit 0<\/span>/);
  assert.doesNotMatch(html, /style=/);
});

test('marked lines carry their mark, others are plain text', () => {
  const html = figure('a = 1\nb = 2\nc = 3', '{2} ins={3}');
  assert.match(html, /<code>a .*\n<span class="l hl">b .*\n<\/span><span class="l add">c .*\n<\/span><\/code>/s);
});

test('an expected exception is shown as such', () => {
  const html = figure(
    'int("x")',
    'raises=ValueError',
    "before\nValueError: invalid literal for int() with base 10: 'x'",
  );
  assert.match(html, /class="out err"/);
  assert.match(html, /before\n<b class="exc">ValueError<\/b>: invalid/);
});

test('what the browser cannot run has no Run', () => {
  for (const meta of ['runtime=cpython', 'python=3.15', 'norun="needs a camera"'])
    assert.doesNotMatch(figure('x', meta), /data-run/);
  assert.match(figure('x', 'python=3.15'), /<em>Python 3.15<\/em>/);
});

test('text is escaped everywhere', () => {
  const html = figure('x = "<script>"', 'title="<b>&.py"', '<img>');
  assert.doesNotMatch(html, /<script>|<b>&\.py|<img>/);
});
