import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editDistance, fold, queryWords, stem, words } from '../../../../src/client/search/text.ts';

test('counts insertions, deletions, substitutions and swaps, and gives up at the limit', () => {
  assert.equal(editDistance('decoratr', 'decorator', 2), 1);
  assert.equal(editDistance('recursoin', 'recursion', 2), 1);
  assert.equal(editDistance('panads', 'pandas', 2), 1);
  assert.equal(editDistance('abc', 'xyz', 1), 2);
  assert.equal(editDistance('same', 'same', 0), 0);
});

test('identifiers stay whole and are taken apart', () => {
  assert.deepEqual(words('functools.lru_cache()').sort(), ['cache', 'functools', 'functools.lru_cache', 'lru']);
});

test('a query keeps what it is about', () => {
  assert.deepEqual(queryWords('how to pass a list as arguments to a function'), [
    'pass',
    'list',
    'arguments',
    'function',
  ]);
  assert.deepEqual(queryWords('what is this'), ['what', 'is', 'this']);
});

test('folds case, quotes and spaces; joins plural and singular', () => {
  assert.equal(fold('  “It’s”  OK '), `"it's" ok`);
  assert.equal(stem('decorators'), stem('decorator'));
  assert.equal(stem('dictionaries'), 'dictionary');
  assert.equal(stem('class'), 'class');
});
