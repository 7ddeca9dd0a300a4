import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hillContours } from '../../../../src/lib/map/hill.ts';
import { drawMaps } from '../../../../src/lib/map/maps.ts';
import { inventTopics, readTopics } from '../../../fixtures/map-topics.ts';
import { assertPath, lastPoint } from './path-data.ts';

const drawings = [readTopics(), inventTopics(3), inventTopics(20)].map(drawMaps);

test('every path is well-formed', () => {
  for (const { wide, medium, overview } of drawings) {
    for (const map of [wide, medium]) {
      const paths = [
        ...map.relief.ground.map(({ path }) => path),
        ...map.relief.contours,
        ...map.knolls.map(({ path }) => path),
        ...map.changes,
        ...map.lines.flatMap((line) => [line.track, line.hit, ...line.stops.map(({ hit }) => hit)]),
      ];
      for (const path of paths) assertPath(path);
    }
    for (const { path } of overview.lines) assertPath(path);
  }
  for (const { path } of hillContours([0, 0], [40, 80, 120])) assertPath(path);
});

test('areas are closed and tracks end at their last stop', () => {
  for (const { wide } of drawings) {
    for (const { path } of [...wide.relief.ground, ...wide.knolls]) assert.match(path, /Z$/);
    for (const { track, stops } of wide.lines) {
      assert.deepEqual(lastPoint(track), [stops.at(-1)?.x, stops.at(-1)?.y]);
    }
  }
});

test("a stop's outline begins at the outer left corner of its label's box", () => {
  for (const { wide } of drawings) {
    for (const { hit, labelY } of wide.lines.flatMap((line) => line.stops)) {
      const [left = NaN, outer = NaN, right = NaN, inner = NaN] = (hit.match(/-?[\d.]+/g) ?? []).map(Number);
      assert.equal(left, -right);
      assert.ok(Math.min(outer, inner) < labelY && labelY < Math.max(outer, inner));
      assert.ok(Math.abs(inner) < Math.abs(outer));
    }
  }
});

test('changes name the line and the stop at their other end', () => {
  for (const { wide } of drawings) {
    const lineOf = new Map(wide.lines.flatMap(({ n, stops }) => stops.map(({ id }) => [id, n])));
    const ends = wide.lines.flatMap(({ stops }) => stops.flatMap(({ change }) => change ?? []));
    assert.equal(ends.length, 2 * wide.changes.length);
    for (const { id, n } of ends) assert.equal(lineOf.get(id), n);
  }
});
