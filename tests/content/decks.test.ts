/** Decks as their readers take them: Anki's own library imports them, Python reads the tables. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { DeckCard } from '../../src/lib/decks/card.ts';
import { deckPackage } from '../../src/lib/decks/package.ts';
import { deckTable } from '../../src/lib/decks/table.ts';
import { sampleCards, sampleLook, sampleTopics } from '../fixtures/deck-cards.ts';
import { provision } from './interpreters.ts';

const { current, previous } = provision();
const IMPORT = join(import.meta.dirname, 'decks/import_decks.py');

interface Imported {
  imports: { new: number; updated: number; same: number; refused: number; notes: number; cards: number }[];
  notes: Record<string, { fields: string[]; tags: string[]; decks: string[]; isNew: boolean[]; question: string }>;
  isSound: boolean;
  problems: string;
}

/** Imports decks into one collection, one after another. */
function importAll(python: string, ...decks: DeckCard[][]): Imported {
  const folder = mkdtempSync(join(tmpdir(), 'anki-'));
  try {
    const files = decks.map((cards, index) => {
      const file = join(folder, `${index}.apkg`);
      const topics = sampleTopics.filter(({ slug }) => cards.some(({ topic }) => topic === slug));
      writeFileSync(file, deckPackage(topics, cards, sampleLook));
      return file;
    });
    return JSON.parse(execFileSync(python, [IMPORT, folder, ...files], { encoding: 'utf8' })) as Imported;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [cell, late, frames] = sampleCards as [DeckCard, DeckCard, DeckCard];

for (const { minor, python } of [current, previous]) {
  test(`Anki on Python ${minor} takes a deck as it is`, () => {
    const { imports, notes, isSound, problems } = importAll(python, sampleCards);
    assert.deepEqual(imports, [{ new: 3, updated: 0, same: 0, refused: 0, notes: 3, cards: 3 }]);
    assert.ok(isSound, problems);
    for (const { id, front, back, link, topic, lesson, kind } of sampleCards) {
      const note = notes[id];
      assert.ok(note, id);
      assert.deepEqual(note.fields, [front.html, back.html, link, id]);
      assert.deepEqual(note.tags, [`python-roadmap::${topic}::${lesson}`, `python-roadmap::kind::${kind}`].sort());
      assert.ok(note.question.includes(front.html), note.question);
    }
    assert.deepEqual(
      sampleCards.map(({ id }) => notes[id]!.decks),
      [
        ['Python Top 1% Roadmap::03 Functions & More'],
        ['Python Top 1% Roadmap::03 Functions & More'],
        ['Python Top 1% Roadmap::12 Internals'],
      ],
    );
  });

  test(`a second import on Python ${minor} updates and does not double`, () => {
    const mended = { ...cell, back: { html: '<p>Mended</p>', text: 'Mended' }, changed: cell.changed + 60 };
    const own = [cell, late];
    const { imports, notes, isSound, problems } = importAll(python, own, own, [mended, late], [mended, late, frames]);
    assert.deepEqual(imports, [
      { new: 2, updated: 0, same: 0, refused: 0, notes: 2, cards: 2 },
      { new: 0, updated: 0, same: 2, refused: 0, notes: 2, cards: 2 },
      { new: 0, updated: 1, same: 1, refused: 0, notes: 2, cards: 2 },
      { new: 1, updated: 0, same: 2, refused: 0, notes: 3, cards: 3 },
    ]);
    assert.ok(isSound, problems);
    assert.equal(notes[cell.id]!.fields[1], '<p>Mended</p>');
    const learned = Object.values(notes).filter(({ isNew }) => !isNew[0]);
    assert.equal(learned.length, 1, 'what the reader has learned is kept');
  });
}

test('Python reads the table back', () => {
  const program =
    'import csv, io, json, sys; text = sys.stdin.buffer.read().decode("utf-8"); ' +
    'print(json.dumps(list(csv.DictReader(io.StringIO(text, newline=""), strict=True))))';
  const rows = JSON.parse(
    execFileSync(current.python, ['-c', program], { input: deckTable(sampleCards), encoding: 'utf8' }),
  ) as unknown;
  assert.deepEqual(
    rows,
    sampleCards.map(({ id, kind, topic, lesson, level, front, back, link }) => ({
      id,
      kind,
      topic,
      lesson,
      level,
      front: front.text,
      back: back.text,
      link,
    })),
  );
});
