import type { Level } from './levels.ts';
import { roundedPath, trackCorners } from './paths.ts';
import { plateaus } from './plateaus.ts';
import { at } from './sequences.ts';

/** One line drawn small, with equal steps and without words. */
export interface StripDrawing {
  width: number;
  height: number;
  path: string;
  stops: { x: number; y: number }[];
}

export interface StripSize {
  /** From stop to stop. */
  pitch: number;
  /** From level to level. */
  climb: number;
}

/** In lists, and in the head of a lesson. */
export const STRIP_SIZES = {
  small: { pitch: 18, climb: 7 },
  large: { pitch: 24, climb: 8 },
} as const satisfies Record<string, StripSize>;

const MARGIN = 7;
const CORNER = 3;

export function strip(levels: readonly Level[], { pitch, climb }: StripSize): StripDrawing {
  const heights = plateaus(levels);
  const top = at(heights, -1);
  const stops = heights.map((level, i) => ({
    x: MARGIN + i * pitch,
    y: MARGIN + (top - level) * climb,
  }));
  const first = at(stops, 0);
  return {
    width: at(stops, -1).x + MARGIN,
    height: first.y + MARGIN,
    path: roundedPath(trackCorners({ head: first.x, y: first.y, stops }), CORNER),
    stops,
  };
}
