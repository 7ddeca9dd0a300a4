import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diff, lineMatches, matches, merge } from '../../content/examples/match.ts';

test('... stands for any text on its line, and everything else for itself', () => {
  assert.ok(lineMatches('took ... s', 'took 0.25 s'));
  assert.ok(lineMatches('[1, ..., 9]', '[1, 2, 3, 9]'));
  assert.ok(lineMatches('a...', 'a'));
  assert.ok(!lineMatches('took ... s', 'took 0.25 ms'));
  assert.ok(!lineMatches('a.c (...)', 'abc (1)'));
});

test('a line of ... stands for any number of lines', () => {
  assert.ok(matches('a\n...\nz', 'a\nb\nc\nz'));
  assert.ok(matches('a\n...\nz', 'a\nz'));
  assert.ok(matches('...', ''));
  assert.ok(!matches('a\n...\nz', 'a\nb\ny'));
  assert.ok(!matches('a', 'a\nb'));
});

test('merge keeps lines with ... that still match', () => {
  assert.equal(merge(undefined, 'new'), 'new');
  assert.equal(merge('took ...\nold', 'took 3\nnew'), 'took ...\nnew');
  assert.equal(merge('took ...', 'took 3\nand more'), 'took ...\nand more');
  assert.equal(merge('start\n...\nold', 'start\n1\n2\nnew'), 'start\n...\nnew');
  assert.equal(merge('was ...\nsame', 'is\nsame'), 'is\nsame');
  assert.equal(merge('a\n...\nz', 'a\nz'), 'a\n...\nz');
});

test('a changed line behind ... is not swallowed', () => {
  assert.equal(merge('...\ntotal 3', '1\n2\ntotal 4'), '...\ntotal 4');
});

test('diff shows changes with two lines around them', () => {
  const expected = ['1', '2', '3', '4', '5', '6', '7'].join('\n');
  assert.deepEqual(diff(expected, expected.replace('6', 'six')), ['  …', '  4', '  5', '- 6', '+ six', '  7']);
  assert.deepEqual(diff('', 'a\nb'), ['+ a', '+ b']);
  assert.deepEqual(diff('a', ''), ['- a']);
});

test('long texts are compared without aligning them', () => {
  const lines = (word: string) => Array.from({ length: 3000 }, (_, i) => `${word} ${i}`).join('\n');
  assert.ok(matches(lines('a'), lines('a')));
  assert.ok(!matches(lines('a'), lines('b')));
});
