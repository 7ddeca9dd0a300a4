import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { draw, seeded, shuffled } from '../../../../src/client/study/draw.ts';

const sorted = (items: readonly number[]): number[] => [...items].sort((a, b) => a - b);

test('a seed gives the same numbers for ever: addresses that were shared depend on them', () => {
  const random = seeded('7k2m');
  assert.deepEqual(
    Array.from({ length: 4 }, () => Math.floor(random() * 1e6)),
    [998115, 340766, 509102, 782205],
  );
});

test('numbers are at least 0 and less than 1, and the same seed repeats them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (seed) => {
      const [one, two] = [seeded(seed), seeded(seed)];
      for (let turn = 0; turn < 50; turn++) {
        const number = one();
        assert.ok(number >= 0 && number < 1);
        assert.equal(two(), number);
      }
    }),
  );
});

test('numbers are spread evenly, also over seeds that are alike', () => {
  const tenths = new Array<number>(10).fill(0);
  for (let seed = 0; seed < 10_000; seed++) tenths[Math.floor(seeded(String(seed))() * 10)]!++;
  for (const count of tenths) assert.ok(count > 850 && count < 1150, tenths.join(' '));
});

test('a shuffle keeps every item and leaves the list alone', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
      const before = [...items];
      const order = shuffled(items, seeded(seed));
      assert.deepEqual(sorted(order), sorted(items));
      assert.deepEqual(items, before);
      assert.deepEqual(shuffled(items, seeded(seed)), order);
    }),
  );
});

test('every order of three is as likely as any other', () => {
  const counts = new Map<string, number>();
  const random = seeded('orders');
  for (let turn = 0; turn < 6000; turn++) {
    const order = shuffled(['a', 'b', 'c'], random).join('');
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  assert.equal(counts.size, 6);
  for (const [order, count] of counts) assert.ok(count > 880 && count < 1120, `${order}: ${count}`);
});

test('a draw has as many items as were asked for, or all, and none twice', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer()), fc.integer({ min: -2, max: 30 }), fc.string(), (items, count, seed) => {
      const drawn = draw(items, count, seeded(seed));
      assert.equal(drawn.length, Math.min(items.length, Math.max(0, count)));
      assert.equal(new Set(drawn).size, drawn.length);
      assert.ok(drawn.every((item) => items.includes(item)));
    }),
  );
});
