import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseWords } from '../../../src/code-blocks/words.ts';

const problems = (language: string, meta: string, lines = 10): string[] => parseWords(language, meta, lines).problems;

test('reads every kind of word', () => {
  const { words, problems: none } = parseWords('python', 'title="a b.py" {2,5-7} ins={1} raises=ValueError fresh', 10);
  assert.deepEqual(none, []);
  assert.equal(words.title, 'a b.py');
  assert.deepEqual(words.highlight, [2, 5, 6, 7]);
  assert.deepEqual(words.ins, [1]);
  assert.equal(words.raises, 'ValueError');
  assert.equal(words.fresh, true);
  assert.equal(words.predict, false);
});

test('refuses what it does not know, and names it', () => {
  assert.match(problems('pyton', '')[0]!, /expected a language .*found "pyton"/);
  assert.match(problems('python', 'runs')[0]!, /expected one of .*found "runs"/);
  assert.match(problems('python', 'constructor')[0]!, /found "constructor"/);
  assert.match(problems('python', 'runtime=jython')[0]!, /expected runtime=cpython, found runtime="jython"/);
  assert.match(problems('python', 'fresh=yes')[0]!, /"fresh" takes no value/);
  assert.match(problems('console', 'raises=ValueError')[0]!, /can stand behind python only/);
  assert.match(problems('python', 'title="open')[0]!, /cannot read "title="open"/);
  assert.match(problems('python', 'fresh fresh')[0]!, /stands twice/);
});

test('refuses marks that are not in the block', () => {
  assert.match(problems('python', '{9}', 3)[0]!, /lines 9 are not in the block, which has 3/);
  assert.match(problems('python', '{3-1}', 5)[0]!, /not in the block/);
  assert.match(problems('python', '{a}', 5)[0]!, /expected line numbers/);
});

test('a block that is not run can neither raise nor need a runtime', () => {
  assert.match(problems('python', 'norun="no camera" raises=ValueError')[0]!, /the block is not run/);
  assert.deepEqual(problems('python', 'norun="no camera" title="x"'), []);
});
