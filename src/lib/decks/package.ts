/** Decks as Anki imports them: a zip of a collection and of the names of its media, of which there are none. */
import { strToU8, zipSync } from 'fflate';
import type { DeckCard, DeckTopic } from './card.ts';
import { collection, type DeckLook } from './collection.ts';

/** All entries carry this date, in any time zone, so that the same cards give the same package. */
const DATE = new Date(2026, 0, 1);

/** @param topics those of the cards */
export function deckPackage(topics: readonly DeckTopic[], cards: readonly DeckCard[], look: DeckLook): Uint8Array {
  const options = { mtime: DATE, level: 9 } as const;
  return zipSync({
    'collection.anki2': [collection(topics, cards, look), options],
    media: [strToU8('{}'), options],
  });
}
