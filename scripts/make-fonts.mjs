// Makes the two font files of the site from the packages of their authors: Latin, the axes that the
// design uses, nothing else. Run with `npm run fonts` after a change of package version or of the text below.
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);
const range = (from, to) => String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, i) => from + i));
const LATIN = `${range(0x20, 0x7e)}\u00a0–—‘’“”„•…′″‹›«»€−×÷·°½£§©±¿¡µÀÁÂÄÅÇÈÉÊËÍÎÏÑÒÓÔÖØÙÚÛÜàáâäåãæçèéêëìíîïñòóôöøõùúûüýßłŁ`;

const FONTS = [
  {
    from: '@fontsource-variable/commissioner',
    file: 'commissioner-latin-full-normal.woff2',
    to: 'commissioner',
    text: LATIN,
    axes: { wght: { min: 400, max: 700 }, slnt: { min: -12, max: 0 }, FLAR: { min: 0, max: 100 }, VOLM: 0 },
  },
  {
    from: '@fontsource-variable/google-sans-code',
    file: 'google-sans-code-latin-wght-normal.woff2',
    to: 'google-sans-code',
    text: `${LATIN}↑→←↓│└├─`,
    axes: { wght: { min: 400, max: 700 } },
  },
];

for (const { from, file, to, text, axes } of FONTS) {
  const source = await readFile(require.resolve(`${from}/files/${file}`));
  const font = await subsetFont(source, text, { targetFormat: 'woff2', variationAxes: axes });
  await writeFile(new URL(`../src/fonts/${to}.woff2`, import.meta.url), font);
  await writeFile(
    new URL(`../src/fonts/${to}.LICENSE.txt`, import.meta.url),
    await readFile(require.resolve(`${from}/LICENSE`)),
  );
  console.log(`${to}.woff2: ${font.length} bytes`);
}
