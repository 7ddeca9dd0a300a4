import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textWidth } from '../../../../src/lib/map/text-width.ts';

test('text is as wide as its characters', () => {
  assert.equal(textWidth('', 12, 500), 0);
  const isEqual = (a: number, b: number) => {
    assert.ok(Math.abs(a - b) < 1e-9, `${a} and ${b}`);
  };
  isEqual(textWidth('ab', 10, 500), textWidth('a', 10, 500) + textWidth('b', 10, 500));
  isEqual(textWidth('Closures', 25, 500), 2 * textWidth('Closures', 12.5, 500));
  assert.ok(textWidth('Closures', 14, 700) > textWidth('Closures', 14, 500));
});

test('every printable character of ASCII is in the table', () => {
  // a character that is missing counts as 0.8 em, which none of these is
  for (let code = 0x20; code < 0x7f; code++) {
    for (const weight of [500, 700] as const) {
      assert.notEqual(textWidth(String.fromCodePoint(code), 1, weight), 0.8, String.fromCodePoint(code));
    }
  }
});
