import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neighborOf } from '../../../src/client/map-neighbors.ts';

/** Three lines from the foot upwards; the one in the middle has no spots. */
const spots = [
  ...[0, 40, 90].map((x) => ({ row: 0, x })),
  ...[30, 70].map((x) => ({ row: 2, x })),
  ...[85, 200].map((x) => ({ row: 3, x })),
];
const press = (from: number, ...keys: string[]) =>
  keys.reduce((current, key) => neighborOf(spots, current, key) ?? current, from);

test('left and right stay on the line', () => {
  assert.equal(neighborOf(spots, 0, 'ArrowRight'), 1);
  assert.equal(neighborOf(spots, 2, 'ArrowRight'), undefined);
  assert.equal(neighborOf(spots, 3, 'ArrowLeft'), undefined);
  assert.equal(neighborOf(spots, 4, 'ArrowLeft'), 3);
});

test('up and down lead to the nearest spot of the next line that has any', () => {
  assert.equal(neighborOf(spots, 1, 'ArrowUp'), 3);
  assert.equal(neighborOf(spots, 2, 'ArrowUp'), 4);
  assert.equal(neighborOf(spots, 3, 'ArrowDown'), 1);
  assert.equal(neighborOf(spots, 6, 'ArrowDown'), 4);
  assert.equal(neighborOf(spots, 0, 'ArrowDown'), undefined);
  assert.equal(neighborOf(spots, 5, 'ArrowUp'), undefined);
  assert.equal(press(0, 'ArrowUp', 'ArrowUp', 'ArrowUp'), 5);
});

test('Home and End lead to the ends of the line', () => {
  assert.equal(neighborOf(spots, 1, 'Home'), 0);
  assert.equal(neighborOf(spots, 3, 'End'), 4);
});

test('other keys, and no spot at all, lead nowhere', () => {
  assert.equal(neighborOf(spots, 1, 'Enter'), undefined);
  assert.equal(neighborOf(spots, -1, 'ArrowRight'), undefined);
  assert.equal(neighborOf([], 0, 'ArrowUp'), undefined);
});
