import assert from 'node:assert/strict';
import { test } from 'node:test';
import { relax } from '../../../../src/lib/map/relaxation.ts';

const far = { head: -1000, end: 1000 };

test('a position that keeps its distances stays', () => {
  const wanted = { head: 10, xs: [70, 120, 300] };
  assert.deepEqual(
    relax(
      wanted,
      [
        { from: -1, to: 0, least: 60 },
        { from: 0, to: 1, least: 50 },
      ],
      far,
    ),
    wanted,
  );
});

test('stops that stand too close are pushed apart equally', () => {
  const { xs } = relax({ head: 0, xs: [100, 110] }, [{ from: 0, to: 1, least: 50 }], far);
  assert.deepEqual(xs, [80, 130]);
});

test('bounds are kept, and what stands there pushes the others', () => {
  const chain = [
    { from: -1, to: 0, least: 60 },
    { from: 0, to: 1, least: 50 },
  ];
  assert.deepEqual(relax({ head: 0, xs: [60, 110] }, chain, { head: 40, end: 1000 }), { head: 40, xs: [100, 150] });
  assert.deepEqual(relax({ head: 0, xs: [60, 110] }, chain, { head: -1000, end: 90 }), { head: -20, xs: [40, 90] });
});
