/** A card as a deck holds it, and the numbers that stay with it for good. */
import { createHash } from 'node:crypto';
import type { CardKind } from '../../shared/roadmap-file.ts';

export interface DeckCard {
  /** Permanent, see CardFacts in shared/roadmap-file.ts. */
  id: string;
  kind: CardKind;
  /** Slug of its topic. */
  topic: string;
  /** Slug of its lesson, without the topic. */
  lesson: string;
  /** Of a question; else empty. */
  level: string;
  front: CardSide;
  back: CardSide;
  /** Where it stands on the site: an absolute address. */
  link: string;
  /** Its place among all cards of the roadmap, from 1: new cards are shown in this order. */
  position: number;
  /** When its text changed last, in seconds since 1970. An import takes over what is newer than what it finds. */
  changed: number;
}

export interface CardSide {
  html: string;
  /** The same as plain text. */
  text: string;
}

/** A topic as the decks name it. */
export interface DeckTopic {
  slug: string;
  /** Of the line, from 1. */
  number: number;
  title: string;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * The number of a deck, a note or a note type: the same text always gives the same number. Anki takes such a number for
 * milliseconds since 1970, so it lies between the years 2001 and 2019: in the past, and far from what Anki gives itself.
 */
export const stableNumber = (text: string): number => 1e12 + Number(digest(text).readBigUInt64BE() % 550_000_000_000n);

/** What Anki knows a note by when a deck is imported again. */
export const noteGuid = (id: string): string => digest(`note ${id}`).toString('base64url').slice(0, 16);
