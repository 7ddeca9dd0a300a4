import type { Change } from './changes.ts';
import type { PlacedLine, PlacedStop } from './layout.ts';
import type { Point } from './paths.ts';
import { adjacent, at, sum } from './sequences.ts';
import { labelBox, nameBox, type Box } from './text-boxes.ts';

/** A change as it is drawn, from the lower stop to the upper one. */
export interface ChangeRoute extends Change {
  corners: Point[];
}

/** A corridor stands at one of the ends or between them, or a little to one side. */
const ASIDE = [0, 14, -14, 22, -22, 32, -32, 44, -44, 58, -58];
/** A change leaves and reaches its stops straight. */
const LEAD = 15;
/** How far a corridor keeps from stops and plates. */
const CLEAR = { stop: 14, plate: 17 };
/** What it costs, in units of length, to pass behind a word. */
const WORDS = 40;

/**
 * A change climbs in an upright corridor, with a 45° step at either end, where it passes behind
 * the fewest words. It is not drawn if it would be flatter than 45°, or pass through a stop or a
 * plate: that would look like another change.
 */
export function routeChange(change: Change, lines: readonly PlacedLine[]): ChangeRoute | undefined {
  const stops = lines.flatMap((line) => line.stops);
  const ends = [change.from, change.to].map((id) => stops.find((stop) => stop.id === id));
  const [lower, upper] = ends.sort((a, b) => (b?.y ?? 0) - (a?.y ?? 0));
  if (!lower || !upper) return undefined;

  let best: { cost: number; corners: Point[] } | undefined;
  for (const corners of corridors(lower, upper)) {
    if (isBlocked(corners, lines)) continue;
    const across = sum(adjacent(corners).map(([a, b]) => Math.abs(a[0] - b[0])));
    const cost = across + WORDS * countWords(corners, lines);
    if (!best || cost < best.cost) best = { cost, corners };
  }
  return best && { ...change, corners: best.corners };
}

function corridors(lower: PlacedStop, upper: PlacedStop): Point[][] {
  const dy = lower.y - upper.y;
  const lead = Math.min(LEAD, (dy - Math.abs(lower.x - upper.x)) / 2 - 1);
  if (lead < 7) return [];
  const all: Point[][] = [];
  for (const base of [lower.x, upper.x, (lower.x + upper.x) / 2]) {
    for (const aside of ASIDE) {
      const x = base + aside;
      const [step1, step2] = [Math.abs(x - lower.x), Math.abs(x - upper.x)];
      if (step1 + step2 > dy - 2 * lead) continue;
      all.push([
        [lower.x, lower.y],
        [lower.x, lower.y - lead],
        [x, lower.y - lead - step1],
        [x, upper.y + lead + step2],
        [upper.x, upper.y + lead],
        [upper.x, upper.y],
      ]);
    }
  }
  return all;
}

function isBlocked(corners: readonly Point[], lines: readonly PlacedLine[]): boolean {
  const meets = (x: number, y: number, room: number) => {
    const crossing = xAt(corners, y);
    return crossing !== undefined && Math.abs(crossing - x) < room;
  };
  return lines.some(
    (line) => meets(line.head, line.y, CLEAR.plate) || line.stops.some(({ x, y }) => meets(x, y, CLEAR.stop)),
  );
}

function countWords(corners: readonly Point[], lines: readonly PlacedLine[]): number {
  const boxes = lines.flatMap((line) => [nameBox(line), ...line.stops.map(labelBox)]);
  return boxes.filter(({ left, right, top, bottom }: Box) => {
    const x = xAt(corners, (top + bottom) / 2);
    return x !== undefined && x > left - 2 && x < right + 2;
  }).length;
}

/** Where a route is at a height between its ends, which are not part of it; it only ever climbs. */
function xAt(corners: readonly Point[], y: number): number | undefined {
  if (y > at(corners, 0)[1] - 4 || y < at(corners, -1)[1] + 4) return undefined;
  const piece = adjacent(corners).find(([, b]) => b[1] <= y);
  if (!piece) return undefined;
  const [a, b] = piece;
  return a[0] + ((b[0] - a[0]) * (a[1] - y)) / (a[1] - b[1] || 1);
}
