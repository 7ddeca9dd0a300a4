import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { deckStyle, toHex } from '../../../../src/lib/decks/style.ts';

test('colors are the ones that a browser shows', () => {
  assert.equal(toHex('1 0 0'), '#ffffff');
  assert.equal(toHex('0 0 0'), '#000000');
  assert.equal(toHex('0.62796 0.25768 29.234'), '#ff0000');
  assert.equal(toHex('0.45201 0.31321 264.052'), '#0000ff');
});

test('every color that a rule uses is set, light and dark, from the tokens of the site', () => {
  const css = deckStyle(readFileSync('src/styles/tokens.css', 'utf8'));
  const [light = '', dark = ''] = css.split('\n');
  const used = new Set([...css.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name!));
  assert.ok(used.size > 10);
  for (const name of used)
    for (const theme of [light, dark]) assert.match(theme, new RegExp(`${name}: #[0-9a-f]{6};`), name);
  const set = [...light.matchAll(/(--[\w-]+):/g)].map(([, name]) => name!);
  assert.deepEqual(
    set.filter((name) => !used.has(name)),
    [],
  );
  assert.match(dark, /nightMode/);
});

test('a token that is not there is an error', () => {
  assert.throws(() => deckStyle(':root {}'), /no token --color-paper/);
});
