import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextProof } from '../../content/examples/proofs.ts';

const versions = { pythons: ['3.15.0', '3.14.8'], browser: '314.0.7' };
const now = new Date('2026-11-22T12:00:00Z');

test('a proof keeps its date until something changes', () => {
  const before = { date: '2026-01-01', ...versions, hash: 'a' };
  assert.equal(nextProof(before, 'a', versions, now).date, '2026-01-01');
  assert.equal(nextProof(before, 'b', versions, now).date, '2026-11-22');
  assert.equal(nextProof(before, 'a', { ...versions, browser: '315.0.0' }, now).date, '2026-11-22');
  assert.equal(nextProof(undefined, 'a', versions, now).date, '2026-11-22');
});
