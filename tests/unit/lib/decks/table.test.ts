import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deckTable } from '../../../../src/lib/decks/table.ts';
import { sampleCards } from '../../../fixtures/deck-cards.ts';

test('cells with commas, quotes and line ends are quoted, others are not', () => {
  const lines = deckTable(sampleCards).split('\r\n');
  assert.deepEqual(lines.slice(0, 2), [
    'id,kind,topic,lesson,level,front,back,link',
    'question:functions/closures#cell,question,functions,closures,junior,What is a cell?,' +
      '"A ""box"", with <one> value",https://example.org/functions/closures/#x',
  ]);
  assert.equal(lines.length, sampleCards.length + 2, 'within a cell, lines end with LF');
  assert.equal(lines.at(-1), '');
});
