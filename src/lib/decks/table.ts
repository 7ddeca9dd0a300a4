/** Cards as a table: CSV as RFC 4180 has it, in UTF-8 without a byte order mark. */
import type { DeckCard } from './card.ts';

const COLUMNS: Record<string, (card: DeckCard) => string> = {
  id: ({ id }) => id,
  kind: ({ kind }) => kind,
  topic: ({ topic }) => topic,
  lesson: ({ lesson }) => lesson,
  level: ({ level }) => level,
  front: ({ front }) => front.text,
  back: ({ back }) => back.text,
  link: ({ link }) => link,
};

/** Lines end with CR LF; within a cell, with LF. */
export function deckTable(cards: readonly DeckCard[]): string {
  const rows = cards.map((card) => Object.values(COLUMNS).map((cell) => cell(card)));
  return [Object.keys(COLUMNS), ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
