import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchable } from '../../../src/lib/searchable.ts';

test('every value stands in an attribute of its own, and the lists name just those that are there', () => {
  assert.deepEqual(
    searchable({ title: 'Closures, and more', kind: 'Lesson', line: 3, topic: 'Functions', symbols: ['a', 'b'] }),
    {
      'data-title': 'Closures, and more',
      'data-kind': 'Lesson',
      'data-number': '3',
      'data-symbols': 'a b',
      'data-topic': 'Functions',
      'data-pagefind-body': '',
      'data-pagefind-meta': 'title[data-title], kind[data-kind], number[data-number], symbols[data-symbols]',
      'data-pagefind-filter': 'topic[data-topic]',
    },
  );
});
