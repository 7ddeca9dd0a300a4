/** The two sides: a lesson of the built site, and a minimal page with Pyodide as it is shipped. */
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serveFolder, type Encoding, type Host } from './host.ts';

export const ROOT = path.resolve(import.meta.dirname, '../..');
const SHIPPED = path.dirname(createRequire(import.meta.url).resolve('pyodide'));

/** What `loadPyodide` asks for. */
const FILES = ['pyodide.mjs', 'pyodide.asm.mjs', 'pyodide.asm.wasm', 'python_stdlib.zip', 'pyodide-lock.json'];

/** A side as a browser meets it. */
export interface Side {
  name: 'ours' | 'stock';
  host: Host;
  /** The page that is measured, and its parts. */
  page: string;
  /** Says that the page can be used. */
  ready: string;
  /** The button that is pressed. */
  run: string;
  /** Where the first output appears. */
  output: string;
}

export const LESSON = '/functions/closures/';
/** The first program of the lesson. */
export const BLOCK = 'figure.code[data-run]';

/** The site in a folder.
 * @throws Error when it is not built */
export async function serveOurs(dist: string, encoding: Encoding): Promise<Side> {
  if (!existsSync(path.join(dist, LESSON, 'index.html')))
    throw new Error(`${dist}: expected the built site with ${LESSON}, found none. Run "npm run build" first.`);
  const warm = readdirSync(path.join(dist, '_astro')).map((name) => `/_astro/${name}`);
  for (const folder of readdirSync(path.join(dist, 'python')))
    for (const name of readdirSync(path.join(dist, 'python', folder)))
      if (/\.(?:mjs|gz)$/.test(name)) warm.push(`/python/${folder}/${name}`);
  return {
    name: 'ours',
    host: await serveFolder(dist, encoding, [LESSON, ...warm]),
    page: LESSON,
    ready: `${BLOCK} [data-do=run]`,
    run: `${BLOCK} [data-do=run]`,
    output: `${BLOCK} .live-out > .out:not(.err) samp`,
  };
}

/** The minimal page.
 * @param program what it runs: the same as ours */
export async function serveStock(program: string, encoding: Encoding): Promise<Side> {
  const folder = mkdtempSync(path.join(tmpdir(), 'stock-'));
  cpSync(path.join(import.meta.dirname, 'stock/index.html'), path.join(folder, 'index.html'));
  for (const name of ['_astro', 'python']) mkdirSync(path.join(folder, name));
  for (const name of ['page.js', 'worker.js'])
    copyFileSync(path.join(import.meta.dirname, 'stock', name), path.join(folder, '_astro', name));
  for (const name of FILES) copyFileSync(path.join(SHIPPED, name), path.join(folder, 'python', name));
  writeFileSync(path.join(folder, 'program.json'), JSON.stringify({ program }));
  const host = await serveFolder(folder, encoding, ['/', ...FILES.map((name) => `/python/${name}`)]);
  return {
    name: 'stock',
    host: {
      ...host,
      close: async () => {
        await host.close();
        rmSync(folder, { recursive: true });
      },
    },
    page: '/',
    ready: 'body[data-ready]',
    run: 'button',
    output: '#output',
  };
}
