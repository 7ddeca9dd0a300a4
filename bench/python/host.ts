/** A static host for both sides, which counts what it sends. */
import { readFileSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.zip': 'application/zip',
  '.gz': 'application/gzip',
};
/** What hosts compress, WebAssembly among it; archives are sent as they are. */
const COMPRESSED = new Set(['.html', '.js', '.mjs', '.css', '.json', '.svg', '.wasm']);
/** Names that change with what is in the file, as both sides would be published. */
const FOREVER = /^\/(?:_astro|python)\//;

/** `brotli` at quality 9 where the type allows it, or `none`: a host that does not compress at all. */
export type Encoding = 'brotli' | 'none';

export interface Host {
  /** Without a slash at its end. */
  url: string;
  /** Bytes of the bodies sent since the last call, by path; the headers are not counted. */
  sent(): Map<string, number>;
  close(): Promise<void>;
}

/**
 * Serves a folder at the root of a free port of localhost. Bodies are compressed before the first request, so that
 * no measurement contains that work.
 * @param warm paths to compress now, such as "/python/pyodide.asm.wasm"
 * @throws Error when the folder or a path of `warm` does not exist
 */
export async function serveFolder(folder: string, encoding: Encoding, warm: readonly string[]): Promise<Host> {
  const bodies = new Map<string, Buffer>();
  let sent = new Map<string, number>();
  const bodyOf = (file: string): Buffer => {
    const known = bodies.get(file);
    if (known) return known;
    const plain = readFileSync(file);
    const body = encoding === 'brotli' && COMPRESSED.has(path.extname(file)) ? brotli(plain) : plain;
    bodies.set(file, body);
    return body;
  };
  const answer = (pathname: string, response: ServerResponse): void => {
    const file = fileOf(folder, pathname);
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    const body = bodyOf(file);
    const extension = path.extname(file);
    sent.set(pathname, (sent.get(pathname) ?? 0) + body.length);
    response.writeHead(200, {
      'content-type': TYPES[extension] ?? 'application/octet-stream',
      'content-length': body.length,
      'cache-control': FOREVER.test(pathname) ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...(encoding === 'brotli' && COMPRESSED.has(extension) ? { 'content-encoding': 'br' } : {}),
    });
    response.end(body);
  };
  for (const pathname of warm) {
    const file = fileOf(folder, pathname);
    if (file === undefined) throw new Error(`${folder}: expected a file for ${pathname}, found none`);
    bodyOf(file);
  }
  const server = createServer(({ url }, response) => {
    answer(decodeURIComponent(new URL(url ?? '/', 'http://localhost').pathname), response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as { port: number };
  return {
    url: `http://localhost:${String(port)}`,
    sent: () => {
      const before = sent;
      sent = new Map();
      return before;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/** As the lesson's budgets count: brotli, quality 9. */
export const brotli = (body: Buffer): Buffer =>
  brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 } });

function fileOf(folder: string, pathname: string): string | undefined {
  const file = path.join(folder, pathname, pathname.endsWith('/') ? 'index.html' : '');
  const isInside = file.startsWith(path.join(folder, path.sep));
  return isInside && statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}
