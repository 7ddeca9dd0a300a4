import type { PlacedLine, PlacedStop } from './layout.ts';

/** A prerequisite in another topic: `from` is to be read before `to`. */
export interface Change {
  from: string;
  to: string;
}

const MOST_PER_LINE = 3;

/**
 * The few changes that the map draws: the steepest connections between near lines, one per pair of
 * lines, one per stop, three per line. The others are named on the pages of topics and lessons.
 */
export function chooseChanges(lines: readonly PlacedLine[], most: number): Change[] {
  const chosen: Change[] = [];
  const taken = new Set<string>();
  const perLine = new Map<number, number>();
  for (const { from, to, lines: pair } of candidates(lines)) {
    if (chosen.length === most) break;
    const isFull = pair.some((n) => perLine.get(n) === MOST_PER_LINE);
    const keys = [from, to, pair.join()];
    if (isFull || keys.some((key) => taken.has(key))) continue;
    for (const key of keys) taken.add(key);
    for (const n of pair) perLine.set(n, (perLine.get(n) ?? 0) + 1);
    chosen.push({ from, to });
  }
  return chosen;
}

interface Candidate extends Change {
  /** The two lines' numbers, in order. */
  lines: [number, number];
  cost: number;
}

/** Every prerequisite across lines, cheapest to draw first. */
function candidates(lines: readonly PlacedLine[]): Candidate[] {
  const places = new Map<string, { stop: PlacedStop; n: number; row: number }>();
  for (const [row, { topic, stops }] of lines.entries()) {
    for (const stop of stops) places.set(stop.id, { stop, n: topic.n, row });
  }
  const all: Candidate[] = [];
  for (const { topic, stops } of lines) {
    for (const [i, lesson] of topic.lessons.entries()) {
      const to = stops[i] && places.get(stops[i].id);
      for (const id of lesson.prerequisites) {
        const from = places.get(id);
        if (!from || !to || from.n === to.n) continue;
        const dx = Math.abs(from.stop.x - to.stop.x);
        const dy = Math.abs(from.stop.y - to.stop.y);
        all.push({
          from: id,
          to: to.stop.id,
          lines: from.n < to.n ? [from.n, to.n] : [to.n, from.n],
          cost: 2 * Math.max(0, dx - dy + 24) + dx + 45 * Math.abs(from.row - to.row),
        });
      }
    }
  }
  return all.sort((a, b) => a.cost - b.cost || (a.from + a.to < b.from + b.to ? -1 : 1));
}
