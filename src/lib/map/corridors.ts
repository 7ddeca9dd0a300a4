import type { Change } from './changes.ts';
import type { PlacedLine, PlacedStop } from './layout.ts';
import type { Point } from './paths.ts';
import { adjacent, at } from './sequences.ts';
import { labelBox, nameBox, type Box } from './text-boxes.ts';

/** A change as it is drawn, from the lower stop to the upper one. */
export interface ChangeRoute extends Change {
  corners: Point[];
}

/** A corridor stands at one of the ends or between them, a little to one side where that helps. */
const ASIDE = [0, 14, -14, 22, -22, 32, -32];
/** A change leaves and reaches its stops straight. */
const LEAD = 15;
/** What it costs, in units of length, to pass through another stop, a plate or words. */
const COSTS = { stop: 200, words: 40 };

/**
 * A change climbs vertically, with a 45° step at either end, where it meets the fewest stops and
 * words. A change that is flatter than 45° is not drawn.
 */
export function routeChange(change: Change, lines: readonly PlacedLine[]): ChangeRoute | undefined {
  const stops = lines.flatMap((line) => line.stops);
  const ends = [change.from, change.to].map((id) => stops.find((stop) => stop.id === id));
  const [lower, upper] = ends.sort((a, b) => (b?.y ?? 0) - (a?.y ?? 0));
  if (!lower || !upper) return undefined;
  const dx = Math.abs(lower.x - upper.x);
  const dy = lower.y - upper.y;
  if (dx > dy - 16) return undefined;

  const lead = Math.min(LEAD, (dy - dx) / 2 - 1);
  let best: { cost: number; corners: Point[] } | undefined;
  for (const base of [lower.x, upper.x, (lower.x + upper.x) / 2]) {
    for (const aside of ASIDE) {
      const x = base + aside;
      const [step1, step2] = [Math.abs(x - lower.x), Math.abs(x - upper.x)];
      if (step1 + step2 > dy - 2 * lead) continue;
      const corners: Point[] = [
        [lower.x, lower.y],
        [lower.x, lower.y - lead],
        [x, lower.y - lead - step1],
        [x, upper.y + lead + step2],
        [upper.x, upper.y + lead],
        [upper.x, upper.y],
      ];
      const cost = obstacles(corners, lower, upper, lines) + step1 + step2;
      if (!best || cost < best.cost) best = { cost, corners };
    }
  }
  return best && { ...change, corners: best.corners };
}

function obstacles(
  corners: readonly Point[],
  lower: PlacedStop,
  upper: PlacedStop,
  lines: readonly PlacedLine[],
): number {
  const isBetween = (y: number, room: number) => y < lower.y - room && y > upper.y + room;
  const isNear = (x: number, y: number, room: number) => Math.abs(xAt(corners, y) - x) < room;
  const crosses = ({ left, right, top, bottom }: Box) => {
    const y = (top + bottom) / 2;
    const x = isBetween(y, 0) ? xAt(corners, y) : -1;
    return x > left - 2 && x < right + 2;
  };
  let cost = 0;
  for (const line of lines) {
    if (isBetween(line.y, 0) && isNear(line.head, line.y, 17)) cost += COSTS.stop;
    if (crosses(nameBox(line))) cost += COSTS.words;
    for (const stop of line.stops) {
      if (isBetween(stop.y, 4) && isNear(stop.x, stop.y, 14)) cost += COSTS.stop;
      if (crosses(labelBox(stop))) cost += COSTS.words;
    }
  }
  return cost;
}

/** Where a route is at a height; it only ever climbs. */
function xAt(corners: readonly Point[], y: number): number {
  for (const [a, b] of adjacent(corners)) {
    if (b[1] <= y) return a[0] + ((b[0] - a[0]) * (a[1] - y)) / (a[1] - b[1] || 1);
  }
  return at(corners, -1)[0];
}
