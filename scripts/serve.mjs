// Serves a built site as a static host does: compressed, index.html for folders, 404.html for the rest.
import { createServer } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const TYPES = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  xml: 'application/xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  woff2: 'font/woff2',
  png: 'image/png',
  wasm: 'application/wasm',
  zip: 'application/zip',
  gz: 'application/gzip',
  py: 'text/x-python; charset=utf-8',
  ipynb: 'application/x-ipynb+json; charset=utf-8',
};
const COMPRESSED = new Set(['html', 'js', 'mjs', 'css', 'json', 'svg', 'xml', 'txt', 'md', 'py', 'ipynb']);

/**
 * @param {string} folder the built site
 * @param {{ base?: string, port?: number }} options `base` is the path the site is served under; port 0 takes a free one
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve(folder, { base = '/', port = 0 } = {}) {
  const bodies = new Map();
  const answer = async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = decodeURIComponent(pathname);
    const inside = path.startsWith(base) ? `/${path.slice(base.length)}` : undefined;
    const file = inside === undefined ? undefined : await locate(folder, inside);
    if (file === 'folder') {
      response.writeHead(301, { location: `${pathname}/` }).end();
      return;
    }
    const found = file ?? join(folder, '404.html');
    const type = found.split('.').at(-1);
    const encoding = COMPRESSED.has(type) ? accepted(request.headers['accept-encoding']) : undefined;
    const key = `${encoding} ${found} ${(await stat(found)).mtimeMs}`;
    if (!bodies.has(key)) bodies.set(key, encode(await readFile(found), encoding));
    const body = bodies.get(key);
    response.writeHead(file ? 200 : 404, {
      'content-type': TYPES[type] ?? 'application/octet-stream',
      'content-length': body.length,
      'cache-control': /\/(_astro|python)\//.test(found) ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...(encoding ? { 'content-encoding': encoding, vary: 'accept-encoding' } : {}),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error) =>
      response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error.message)),
    );
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://localhost:${address.port}${base}`,
    close: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
}

async function locate(folder, path) {
  const target = join(folder, normalize(path));
  if (!target.startsWith(folder)) return undefined;
  const info = await stat(target).catch(() => undefined);
  if (info?.isFile()) return target;
  if (!info?.isDirectory()) return undefined;
  if (!path.endsWith('/')) return 'folder';
  const index = join(target, 'index.html');
  return (await stat(index).catch(() => undefined))?.isFile() ? index : undefined;
}

const accepted = (header = '') => (header.includes('br') ? 'br' : header.includes('gzip') ? 'gzip' : undefined);
function encode(body, encoding) {
  if (encoding === 'br') return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
  return encoding === 'gzip' ? gzipSync(body, { level: 9 }) : body;
}
