/** Arrows of the step-through. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrow } from '../../../../src/client/python/trace-arrows.ts';

const dot = { left: 100, right: 110, top: 40, bottom: 50 };
const points = (path: string): number[] => [...path.matchAll(/-?[\d.]+/g)].map(([number]) => Number(number));

/** How far to the right a cubic runs. */
function furthest(line: string): number {
  const [a, , b, , c, , d] = points(line) as [number, number, number, number, number, number, number];
  const at = (t: number): number => (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d;
  return Math.max(...Array.from({ length: 101 }, (_, step) => at(step / 100)));
}

test('to a box at the right it ends at the left edge, in the height of its title', () => {
  const { line, head } = arrow(dot, { left: 200, right: 300, top: 0, bottom: 80 }, [], 26);
  assert.deepEqual(points(line).slice(0, 2), [105, 45]);
  assert.deepEqual(points(line).slice(-2), [193, 13]);
  assert.match(head, /^M200 13l-7 /);
});

test('to a box above or below it runs around the right of what stands between, within the room', () => {
  const target = { left: 20, right: 150, top: 400, bottom: 440 };
  const between = { left: 20, right: 220, top: 200, bottom: 300 };
  const beyond = { left: 20, right: 500, top: 600, bottom: 700 };
  const { line, head } = arrow(dot, target, [between, beyond], 26);
  assert.deepEqual(points(line).slice(-2), [157, 413]);
  assert.match(head, /^M150 413l7 /);
  assert.ok(furthest(line) > 228 && furthest(line) <= 220 + 27, `it runs to ${furthest(line)}`);
});

test('a low box gets the arrow in its middle', () => {
  const { line } = arrow(dot, { left: 200, right: 300, top: 100, bottom: 110 }, [], 26);
  assert.equal(points(line).at(-1), 105);
});
