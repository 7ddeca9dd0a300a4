import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ROUTE_MEASURES, routeRows } from '../../../../src/lib/map/route.ts';
import { strip, STRIP_SIZES } from '../../../../src/lib/map/strip.ts';
import { assertPath, lastPoint } from './path-data.ts';

test('a strip has equal steps and one climb per level', () => {
  const { stops, path, width, height } = strip([0, 1, 1, 3], STRIP_SIZES.small);
  assert.deepEqual(
    stops.map(({ x }) => x),
    [7, 25, 43, 61],
  );
  assert.deepEqual(
    stops.map(({ y }) => y),
    [28, 21, 21, 7],
  );
  assert.deepEqual([width, height], [68, 35]);
  assertPath(path);
  assert.deepEqual(lastPoint(path), [61, 7]);
});

test('a strip follows the plateaus, so it never descends', () => {
  const { stops, height } = strip([1, 2, 1], STRIP_SIZES.large);
  assert.equal(new Set(stops.map(({ y }) => y)).size, 1);
  assert.equal(height, 14);
});

test('one stop is a strip as well', () => {
  assert.deepEqual(strip([2], STRIP_SIZES.small).stops, [{ x: 7, y: 7 }]);
});

test('a route begins at the left, whatever its first level is', () => {
  const rows = routeRows([1, 1, 2, 3], ROUTE_MEASURES.mini);
  assert.deepEqual(
    rows.map(({ offset }) => offset),
    [0, 0, 1, 2],
  );
  assert.deepEqual(rows[0]?.rise, { level: 1, climb: 0 });
  assert.equal(rows[1]?.rise, undefined);
  assert.deepEqual(
    rows.map(({ rise }) => rise?.level),
    [1, undefined, 2, 3],
  );
});

test('a jog leads from bar to bar, and is as high as its row', () => {
  const jog = routeRows([0, 1], ROUTE_MEASURES.mini)[1]?.rise?.jog;
  assert.deepEqual(jog, { width: 37, height: 40, path: 'M9 0v13l14 14V40' });
  const steep = routeRows([0, 3], ROUTE_MEASURES.full)[1]?.rise;
  assert.equal(steep?.climb, 3);
  assert.deepEqual(steep.jog, { width: 85, height: 66, path: 'M13 0v6l54 54V66' });
});
