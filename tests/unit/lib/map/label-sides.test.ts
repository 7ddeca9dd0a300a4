import assert from 'node:assert/strict';
import { test } from 'node:test';
import { distances, type Side } from '../../../../src/lib/map/distances.ts';
import { chooseLabelSides } from '../../../../src/lib/map/label-sides.ts';
import { orderLines, type Line } from '../../../../src/lib/map/lines.ts';
import { MEDIUM, WIDE } from '../../../../src/lib/map/sheets.ts';
import { readTopics } from '../../../fixtures/map-topics.ts';

/** Length and repeats of the best of all 2ⁿ choices. */
function bestOfAll(line: Line): number {
  const count = line.stops.length;
  let best = Infinity;
  for (let mask = 0; mask < 1 << count; mask++) {
    const sides = line.stops.map((_, i): Side => (mask & (1 << i) ? 'below' : 'above'));
    best = Math.min(best, costOf(line, sides));
  }
  return best;
}

function costOf(line: Line, sides: readonly Side[]): number {
  const all = distances(line, sides, WIDE);
  const xs: number[] = [];
  let repeats = 0;
  for (const [i, stop] of line.stops.entries()) {
    const bounds = all.filter(({ to }) => to === i).map(({ from, least }) => (xs[from] ?? 0) + least);
    xs.push(Math.max(...bounds));
    if (sides[i] === sides[i - 1] && stop.level === line.stops[i - 1]?.level) repeats += 14;
  }
  return (xs.at(-1) ?? 0) + (line.stops.at(-1)?.labelWidth ?? 0) / 2 + repeats;
}

test('the choice is the best of all choices', () => {
  for (const line of orderLines(readTopics(), WIDE).filter(({ stops }) => stops.length <= 10)) {
    const { sides } = chooseLabelSides(line, WIDE);
    assert.ok(Math.abs(costOf(line, sides) - bestOfAll(line)) < 1e-6, line.topic.short);
  }
});

test('a packed line keeps its distances', () => {
  for (const sheet of [WIDE, MEDIUM]) {
    for (const line of orderLines(readTopics(), sheet)) {
      const labelled = chooseLabelSides(line, sheet);
      for (const { from, to, least } of labelled.distances) {
        const gap = (labelled.packed[to] ?? NaN) - (from < 0 ? 0 : (labelled.packed[from] ?? NaN));
        assert.ok(gap >= least - 1e-6, `${line.topic.short}: ${from} to ${to}`);
      }
    }
  }
});
