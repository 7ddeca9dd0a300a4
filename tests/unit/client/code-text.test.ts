import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineRange, programText } from '../../../src/client/code-text.ts';
import { movedTo } from '../../../src/client/moved.ts';
import { marks } from '../../../src/client/search/full-text.ts';

test('Copy leaves prompts and output of a session out', () => {
  assert.equal(programText('$ python -V\nPython 3.15.0\n$ exit\n', 'console'), 'python -V\nexit');
  assert.equal(programText('x = "$ 5"\n', 'python'), 'x = "$ 5"');
});

test('addresses of lines', () => {
  assert.deepEqual(lineRange('#code-cells-1:3-5'), { block: 'code-cells-1', from: 3, to: 5 });
  assert.deepEqual(lineRange('#code-cells-1:3'), { block: 'code-cells-1', from: 3, to: 3 });
  for (const bad of ['#cells', '#a:0', '#a:5-3', '#a:x', '']) assert.equal(lineRange(bad), undefined);
});

test('moved pages and headings, with and without a base', () => {
  const renamed = { '/old/': '/new/', '/page/#old': '/page/#new' };
  assert.equal(movedTo('/old/', '#part', '/', renamed), '/new/#part');
  assert.equal(movedTo('/roadmap/old', '', '/roadmap/', renamed), '/roadmap/new/');
  assert.equal(movedTo('/page/', '#old', '/', renamed), '/page/#new');
  assert.equal(movedTo('/page/', '#other', '/', renamed), undefined);
});

test('an excerpt is taken apart into text', () => {
  assert.deepEqual(marks('a <mark>b</mark> &lt;c&gt; &amp;amp;'), [
    { text: 'a ', marked: false },
    { text: 'b', marked: true },
    { text: ' <c> &amp;', marked: false },
  ]);
});
