import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { noteGuid, stableNumber } from '../../../../src/lib/decks/card.ts';
import { deckPackage } from '../../../../src/lib/decks/package.ts';
import { sampleCards, sampleLook, sampleTopics } from '../../../fixtures/deck-cards.ts';
import { inCollection } from '../../../fixtures/deck-reader.ts';

test('a package holds a collection and no media', () => {
  const files = unzipSync(deckPackage(sampleTopics, sampleCards, sampleLook));
  assert.deepEqual(Object.keys(files), ['collection.anki2', 'media']);
  assert.equal(strFromU8(files['media']!), '{}');
});

test('the same cards give the same bytes, in any order and time zone', () => {
  const bytes = deckPackage(sampleTopics, sampleCards, sampleLook);
  assert.deepEqual(deckPackage(sampleTopics, [...sampleCards].reverse(), sampleLook), bytes);
  const program = `
    import { createHash } from 'node:crypto';
    import { deckPackage } from './src/lib/decks/package.ts';
    import { sampleCards, sampleLook, sampleTopics } from './tests/fixtures/deck-cards.ts';
    console.log(createHash('sha256').update(deckPackage(sampleTopics, sampleCards, sampleLook)).digest('hex'));`;
  const inZone = (TZ: string): string =>
    execFileSync(process.execPath, ['--input-type=module-typescript', '-e', program], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
    });
  assert.equal(inZone('Asia/Tokyo'), inZone('America/Los_Angeles'));
});

test('numbers and names of notes, decks and the note type never change', () => {
  assert.equal(stableNumber('model card'), 1283001469163);
  assert.equal(stableNumber('deck functions'), 1532679345503);
  assert.equal(noteGuid('question:functions/closures#cell'), '79_cjOuCX-k2zfH6');
});

test('a note holds its card, and waits in the deck of its topic', () => {
  inCollection(deckPackage(sampleTopics, sampleCards, sampleLook), (database) => {
    const notes = database.prepare('SELECT * FROM notes JOIN cards ON nid = notes.id ORDER BY due').all();
    assert.deepEqual(
      notes.map(({ guid, flds, sfld, did, due, type, queue }) => [guid, flds, sfld, did, due, type, queue]),
      sampleCards.map(({ id, front, back, link, topic, position }) => [
        noteGuid(id),
        [front.html, back.html, link, id].join('\x1f'),
        front.text,
        stableNumber(`deck ${topic}`),
        position,
        0,
        0,
      ]),
    );
    const [row] = database.prepare('SELECT * FROM col').all();
    assert.equal(row!['ver'], 11);
    const [model] = Object.values(JSON.parse(row!['models'] as string) as Record<string, { flds: { name: string }[] }>);
    assert.deepEqual(
      model!.flds.map(({ name }) => name),
      ['Front', 'Back', 'Link', 'Id'],
    );
    assert.deepEqual(
      database
        .prepare('PRAGMA integrity_check')
        .all()
        .map((entry) => ({ ...entry })),
      [{ integrity_check: 'ok' }],
    );
  });
});

test('other ids give other numbers', () => {
  const ids = fc.uniqueArray(fc.stringMatching(/^question:[a-z]{1,9}\/[a-z]{1,9}#[a-z]{1,9}$/), { maxLength: 200 });
  fc.assert(
    fc.property(ids, (some) => {
      assert.equal(new Set(some.map(noteGuid)).size, some.length);
      assert.equal(new Set(some.map(stableNumber)).size, some.length);
      for (const id of some) assert.ok(stableNumber(id) >= 1e12 && stableNumber(id) < 1.55e12);
    }),
  );
});
