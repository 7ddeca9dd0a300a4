import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prepare, rank } from '../../../../src/client/search/rank.ts';
import type { SearchPage } from '../../../../src/shared/search-index.ts';

const page = (
  title: string,
  symbols: string[],
  aliases: string[] = [],
  headings: [string, string][] = [],
  kind: SearchPage['kind'] = 'Lesson',
): SearchPage => ({
  path: `/${title}/`,
  title,
  kind,
  symbols,
  aliases,
  headings,
});
const ranker = prepare({
  topics: [],
  pages: [
    page('Closures', ['__closure__', 'nonlocal'], ['late binding'], [['cells', 'What a cell holds']]),
    page('Decorators', ['@', 'functools.wraps', '@decorator'], ['wrapper']),
    page('*args & **kwargs', ['*args', '**kwargs', '**'], ['pass a list as arguments']),
    page('Lambda, map & filter', ['lambda', 'map()'], ['pure functions']),
    page('Count calls', ['make_counter'], [], [], 'Exercise'),
  ],
});
const first = (query: string): string | undefined => rank(query, ranker)[0]?.page.title;

test('a symbol as a whole wins, however it is spelled', () => {
  assert.equal(first('**kwargs'), '*args & **kwargs');
  assert.equal(first('**'), '*args & **kwargs');
  assert.equal(first('__closure__'), 'Closures');
  assert.equal(first('lambda:'), 'Lambda, map & filter');
  assert.equal(first('map'), 'Lambda, map & filter');
});

test('other words for a subject, questions and slips of the keyboard', () => {
  assert.equal(first('late binding'), 'Closures');
  assert.equal(first('how to pass a list as arguments to a function'), '*args & **kwargs');
  assert.equal(first('decoratr'), 'Decorators');
  assert.equal(first('closur'), 'Closures');
});

test('lands on the heading that has the words', () => {
  const [hit] = rank('what does a cell hold', ranker);
  assert.deepEqual(hit?.heading, { id: 'cells', text: 'What a cell holds' });
});

test('nothing for nothing, and nothing for nonsense', () => {
  assert.deepEqual(rank('   ', ranker), []);
  assert.deepEqual(rank('zzzzzz', ranker), []);
});
