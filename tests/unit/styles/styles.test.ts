/** Tokens, layers and contrast, read from the style sheets. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { layerOrder } from '../../../src/lib/layer-order.ts';
import { lowContrasts } from './contrast.ts';

const folder = new URL('../../../src/styles/', import.meta.url);
const sheets = readdirSync(folder)
  .filter((name) => name.endsWith('.css'))
  .map((name) => ({ name, css: readFileSync(new URL(name, folder), 'utf8').replace(/(^|\s)\/\*.*?\*\//gs, '') }));

/** Preludes of the rules at the top of a sheet. */
function topLevel(css: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let text = '';
  for (const character of css.replace(/"[^"]*"/g, '""')) {
    if (character === '{' && depth++ === 0) found.push(text.trim());
    else if (character === '}') depth--;
    text = '{};'.includes(character) ? '' : text + character;
  }
  return found;
}

test('every rule stands in a known layer; only tokens, fonts and print stand outside', () => {
  const layers = layerOrder.replace(/^@layer |;$/g, '').split(',');
  for (const { name, css } of sheets) {
    for (const prelude of topLevel(css)) {
      const layer = /^@layer ([\w-]+)$/.exec(prelude)?.[1];
      if (layer !== undefined) assert.ok(layers.includes(layer), `${name}: unknown layer "${layer}"`);
      else {
        const allowed =
          /^@(font-face|page|media print|media \(forced-colors: active\)|theme static)$/.test(prelude) ||
          name.startsWith('tokens') ||
          // The editor's shadow root: nothing of the page's layers reaches in.
          name.startsWith('editor') ||
          // A frame chooses its theme by its address, as the root's own attribute does in the tokens.
          /^:root:has\(#(light|dark):target\)$/.test(prelude);
        assert.ok(allowed, `${name}: "${prelude}" stands in no layer`);
      }
    }
  }
});

test('colors stand in the sheets of tokens and nowhere else', () => {
  for (const { name, css } of sheets) {
    if (name.startsWith('tokens')) continue;
    const found = css.match(/#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/gi) ?? [];
    assert.deepEqual(found, [], `${name}: ${found.join(', ')}`);
  }
});

test('no text, graphic or code token falls below its contrast, in both themes', () => {
  const tokens = sheets
    .filter(({ name }) => name.startsWith('tokens'))
    .map(({ css }) => css)
    .join('\n');
  const { pairs, low } = lowContrasts(tokens);
  assert.ok(pairs > 500, `only ${pairs} pairs were computed`);
  assert.deepEqual(low, []);
});
