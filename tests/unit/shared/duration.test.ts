import assert from 'node:assert/strict';
import { test } from 'node:test';
import { duration } from '../../../src/shared/duration.ts';

test('minutes, as the pages, the plan and its files write them', () => {
  assert.deepEqual([5, 59, 60, 65, 120, 440].map(duration), ['5 min', '59 min', '1 h', '1 h 05', '2 h', '7 h 20']);
});
