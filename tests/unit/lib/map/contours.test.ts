import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findFaults } from '../../../../src/lib/map/faults.ts';
import { layoutMap } from '../../../../src/lib/map/layout.ts';
import { measureScale } from '../../../../src/lib/map/relief.ts';
import { adjacent } from '../../../../src/lib/map/sequences.ts';
import { MEDIUM, WIDE, WIDE_PLAIN } from '../../../../src/lib/map/sheets.ts';
import { inventTopics, readTopics } from '../../../fixtures/map-topics.ts';

const layouts = [readTopics(), inventTopics(1), inventTopics(3), inventTopics(20)]
  .flatMap((topics) => [WIDE, WIDE_PLAIN, MEDIUM].map((sheet) => layoutMap(topics, sheet)))
  .filter((layout) => findFaults(layout).length === 0);

test('contours pass every line in the order of their levels', () => {
  for (const { lines, contours } of layouts) {
    for (const row of lines.keys()) {
      const xs = contours.map(({ points }) => points[row]?.[0] ?? NaN);
      assert.ok(
        adjacent(xs).every(([a, b]) => a < b),
        xs.join(),
      );
    }
  }
});

test('contours rise from line to line', () => {
  for (const { contours } of layouts) {
    for (const { points } of contours) assert.ok(adjacent(points).every(([a, b]) => b[1] < a[1]));
  }
});

test('a contour has the stops below its level on its left and the others on its right', () => {
  for (const { lines, contours } of layouts) {
    for (const { level, points } of contours) {
      for (const [row, { stops }] of lines.entries()) {
        const x = points[row]?.[0] ?? NaN;
        for (const stop of stops) assert.equal(stop.x > x, stop.level >= level, `${stop.id}, level ${level}`);
      }
    }
  }
});

test('the frame names each stretch of its edges once, from foundation upwards', () => {
  for (const layout of layouts) {
    const { foot, side } = measureScale(layout);
    const all = [...foot, ...side];
    assert.equal(foot[0]?.from, 0);
    assert.equal(foot.at(-1)?.to, layout.width);
    assert.equal(side[0]?.from, layout.height);
    assert.equal(side.at(-1)?.to, 0);
    assert.ok(adjacent(all).every(([a, b]) => a.level <= b.level));
    assert.ok(adjacent(foot).every(([a, b]) => a.to === b.from && a.level < b.level));
    assert.ok(adjacent(side).every(([a, b]) => a.to === b.from && a.level < b.level));
  }
});
