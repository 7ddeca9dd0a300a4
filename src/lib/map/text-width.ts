import advanceWidths from './advance-widths.json' with { type: 'json' };

/** The advance widths of the text face in em, by weight and character: text is measured at build time. */
const advances: Record<'500' | '700', Record<string, number>> = advanceWidths;

/** For characters that the table lacks: wider than nearly all that it has. */
const UNKNOWN = 0.8;

/** The width of one line of text in the text face. */
export function textWidth(text: string, size: number, weight: 500 | 700): number {
  let ems = 0;
  for (const character of text) ems += advances[weight][character] ?? UNKNOWN;
  return ems * size;
}
