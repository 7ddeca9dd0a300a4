import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Level } from '../../../../src/lib/map/levels.ts';
import { plateaus } from '../../../../src/lib/map/plateaus.ts';

const LEVELS = [0, 1, 2, 3] as const;

/** Every sequence of `length` levels. */
const sequences = (length: number): Level[][] =>
  length === 0 ? [[]] : sequences(length - 1).flatMap((head) => LEVELS.map((level) => [...head, level]));

const descends = (levels: readonly Level[]) => levels.some((level, i) => level < (levels[i - 1] ?? 0));

test('a sequence that never descends stays as it is', () => {
  for (const levels of sequences(5).filter((levels) => !descends(levels))) {
    assert.deepEqual(plateaus(levels), levels);
  }
});

test('every sequence becomes the nearest one that never descends', () => {
  const rising = sequences(5).filter((levels) => !descends(levels));
  for (const levels of sequences(5)) {
    const distance = (other: readonly Level[]) =>
      levels.reduce<number>((total, level, i) => total + (level - (other[i] ?? 0)) ** 2, 0);
    const result = plateaus(levels);
    assert.equal(descends(result), false, `${levels.join()} -> ${result.join()}`);
    assert.equal(distance(result), Math.min(...rising.map(distance)), `${levels.join()} -> ${result.join()}`);
  }
});

test('halves are rounded down', () => {
  assert.deepEqual(plateaus([1, 0]), [0, 0]);
  assert.deepEqual(plateaus([1, 2, 1, 2]), [1, 1, 1, 2]);
});
