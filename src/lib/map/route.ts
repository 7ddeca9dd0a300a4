import type { Level } from './levels.ts';
import { plateaus } from './plateaus.ts';
import { at } from './sequences.ts';

/**
 * A line drawn as an upright list: its track is a bar that steps to the right where the line
 * reaches the next level. The bar's place is CSS (`data-level` in route.css); the step between two
 * places is a small drawing with the same measures.
 */
export interface RouteMeasures {
  /** x of the bar on the lowest level of the line, and how far it moves per level. */
  x: number;
  step: number;
  /** The height of the row that holds a step. */
  row: number;
}

export const ROUTE_MEASURES = {
  mini: { x: 9, step: 14, row: 40 },
  full: { x: 13, step: 18, row: 50 },
} as const satisfies Record<string, RouteMeasures>;

/** What an upright list shows before a stop: the level that begins there, and the step up to it. */
export interface Rise {
  level: Level;
  /** How many levels the step climbs; none where the line begins. */
  climb: number;
  jog?: { width: number; height: number; path: string };
}

/** The place of one stop in the list. */
export interface RouteRow {
  /** How many levels the bar lies to the right of where the line begins. */
  offset: Level;
  rise?: Rise;
}

export function routeRows(levels: readonly Level[], measures: RouteMeasures): RouteRow[] {
  const heights = plateaus(levels);
  const lowest = at(heights, 0);
  return heights.map((level, i) => {
    const offset = (level - lowest) as Level;
    const previous = heights[i - 1];
    if (previous === level) return { offset };
    if (previous === undefined) return { offset, rise: { level, climb: 0 } };
    const from = (previous - lowest) as Level;
    return { offset, rise: { level, climb: level - previous, jog: jog(from, offset, measures) } };
  });
}

/** Down, 45° to the right, and down again; a step over several levels makes its row higher. */
function jog(from: Level, to: Level, { x, step, row }: RouteMeasures): NonNullable<Rise['jog']> {
  const across = (to - from) * step;
  const height = Math.max(row, across + 12);
  const start = x + from * step;
  const before = Math.floor((height - across) / 2);
  return {
    width: start + across + step,
    height,
    path: `M${start} 0v${before}l${across} ${across}V${height}`,
  };
}
