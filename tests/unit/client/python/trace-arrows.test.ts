/** Arrows of the step-through. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrow } from '../../../../src/client/python/trace-arrows.ts';

const dot = { left: 100, right: 110, top: 40, bottom: 50 };
const points = (path: string): number[] => [...path.matchAll(/-?[\d.]+/g)].map(([number]) => Number(number));

test('to a box at the right it ends at the left edge, in the height of its title', () => {
  const { line, head } = arrow(dot, { left: 200, right: 300, top: 0, bottom: 80 }, 26);
  assert.deepEqual(points(line).slice(0, 2), [105, 45]);
  assert.deepEqual(points(line).slice(-2), [193, 13]);
  assert.match(head, /^M200 13l-7 /);
});

test('to a box above or below it runs around the right of both, within the room', () => {
  const target = { left: 20, right: 150, top: 400, bottom: 440 };
  const { line, head } = arrow(dot, target, 26);
  assert.deepEqual(points(line).slice(-2), [157, 413]);
  assert.match(head, /^M150 413l7 /);
  const handle = points(line)[2]!;
  // The curve itself reaches three quarters of the way from its ends to its handles.
  const furthest = 0.75 * handle + 0.25 * Math.max(105, 157);
  assert.ok(furthest > 150 && furthest <= 150 + 26 + 7, `the curve reaches ${furthest}`);
});

test('a low box gets the arrow in its middle', () => {
  const { line } = arrow(dot, { left: 200, right: 300, top: 100, bottom: 110 }, 26);
  assert.equal(points(line).at(-1), 105);
});
