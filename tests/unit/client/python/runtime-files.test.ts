import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { gzipSync } from 'node:zlib';
import { fetchRuntime } from '../../../../src/client/python/runtime-files.ts';

const BASE = 'https://example.org/python/v2/';
const STORE = 'python-top-1-percent/v2';
const FILES: Record<string, string> = { 'pyodide.asm.wasm': 'the wasm '.repeat(500), 'stdlib.zip': 'the zip' };
const [WASM, ZIP] = ['pyodide.asm.wasm', 'stdlib.zip'].map((name) => BASE + name) as [string, string];

type Network = (name: string) => Response;
const packed = (name: string): Response => {
  const body = gzipSync(FILES[name.replace(/\.gz$/, '')]!);
  return new Response(body, { headers: { 'content-length': String(body.length) } });
};

interface World {
  asked: string[];
  /** Stores by name, with what they keep. */
  stores: Map<string, Map<string, Response>>;
  progress: [bytes: number, total: number][];
  load: (network?: Network) => typeof fetch;
}

/** @param t the test, at whose end the network is as before */
function openWorld(t: TestContext, isForbidden = false): World {
  const asked: string[] = [];
  const stores: World['stores'] = new Map();
  const progress: World['progress'] = [];
  const forbidden = (): never => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  const caches = {
    keys: () => (isForbidden ? forbidden() : Promise.resolve([...stores.keys()])),
    delete: (name: string) => Promise.resolve(stores.delete(name)),
    open: (name: string) => {
      const kept = stores.get(name) ?? new Map<string, Response>();
      stores.set(name, kept);
      return Promise.resolve({
        match: (url: string) => Promise.resolve(kept.get(url)?.clone()),
        put: async (url: string, response: Response) => {
          // A browser keeps a response when all of it has come.
          const body = await response.arrayBuffer();
          kept.set(url, new Response(body, { headers: response.headers }));
        },
      });
    },
  };
  Object.defineProperty(globalThis, 'caches', { configurable: true, value: caches });
  return {
    asked,
    stores,
    progress,
    load: (network = packed) => {
      t.mock.method(globalThis, 'fetch', async (url: string | URL) => {
        asked.push(String(url));
        await Promise.resolve();
        return network(String(url).slice(BASE.length));
      });
      return fetchRuntime(BASE, STORE, (bytes, total) => progress.push([bytes, total]));
    },
  };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

test('all large files are asked for at once, packed, and come unpacked with their types', async (t) => {
  const { asked, load } = openWorld(t);
  const get = load();
  await settled();
  assert.deepEqual(asked, [`${WASM}.gz`, `${ZIP}.gz`]);
  const [wasm, zip] = await Promise.all([get(WASM), get(new Request(ZIP))]);
  assert.deepEqual([await wasm.text(), await zip.text()], [FILES['pyodide.asm.wasm'], FILES['stdlib.zip']]);
  assert.deepEqual(
    [wasm, zip].map(({ headers }) => headers.get('content-type')),
    ['application/wasm', 'application/zip'],
  );
  assert.equal(asked.length, 2);
});

test('a host that has its files unpacked on the way is as good', async (t) => {
  const { load } = openWorld(t);
  const get = load((name) => new Response(FILES[name.replace(/\.gz$/, '')]));
  assert.equal(await (await get(ZIP)).text(), FILES['stdlib.zip']);
  assert.equal(await (await get(WASM)).text(), FILES['pyodide.asm.wasm']);
});

test('other files come from the network, each time', async (t) => {
  const { asked, load } = openWorld(t);
  const get = load((name) => (name.endsWith('.gz') ? packed(name) : new Response(name)));
  assert.equal(await (await get(`${BASE}pyodide.mjs`)).text(), 'pyodide.mjs');
  await get(new URL(`${BASE}pyodide.mjs`));
  assert.equal(asked.filter((url) => url.endsWith('.mjs')).length, 2);
});

test('the next visit takes the files from the store', async (t) => {
  const { asked, load, stores, progress } = openWorld(t);
  const get = load();
  await Promise.all([get(WASM).then((file) => file.text()), get(ZIP).then((file) => file.text())]);
  await settled();
  assert.deepEqual([...stores.get(STORE)!.keys()].sort(), [`${WASM}.gz`, `${ZIP}.gz`]);
  asked.length = progress.length = 0;
  const again = load(() => Response.error());
  assert.equal(await (await again(WASM)).text(), FILES['pyodide.asm.wasm']);
  assert.equal(await (await again(ZIP)).text(), FILES['stdlib.zip']);
  assert.deepEqual([asked, progress], [[], []]);
});

test('stores of other versions go, and those of others stay', async (t) => {
  const { load, stores } = openWorld(t);
  for (const name of ['python-top-1-percent/v1', 'python-top-1-percent-pages', 'theirs']) stores.set(name, new Map());
  await load()(ZIP);
  assert.deepEqual([...stores.keys()].sort(), ['python-top-1-percent-pages', STORE, 'theirs']);
});

test('where stores are forbidden, files come over the network', async (t) => {
  const { load, asked } = openWorld(t, true);
  assert.equal(await (await load()(ZIP)).text(), FILES['stdlib.zip']);
  assert.equal(asked.length, 2);
});

test('what has come is counted, against the total when the host says it of all files', async (t) => {
  const { load, progress } = openWorld(t);
  const get = load();
  await Promise.all([get(WASM).then((file) => file.text()), get(ZIP).then((file) => file.text())]);
  const sizes = Object.values(FILES).map((text) => gzipSync(text).length);
  const total = sizes[0]! + sizes[1]!;
  assert.deepEqual(progress.at(-1), [total, total]);
  for (const [bytes, of] of progress) assert.ok(bytes <= total && (of === 0 || of === total));
});

test('the total is 0 when the host does not say it of each file', async (t) => {
  const { load, progress } = openWorld(t);
  const get = load((name) => {
    const { body } = packed(name);
    return name.startsWith('stdlib') ? new Response(body) : packed(name);
  });
  await Promise.all([get(WASM).then((file) => file.text()), get(ZIP).then((file) => file.text())]);
  assert.ok(progress.length > 0);
  assert.deepEqual([...new Set(progress.map(([, total]) => total))], [0]);
});

test('a file that cannot be had says which and why, to whoever asks for it', async (t) => {
  const { load } = openWorld(t);
  const get = load((name) => (name.startsWith('stdlib') ? new Response('', { status: 404 }) : packed(name)));
  await settled();
  await assert.rejects(get(ZIP), new Error(`${ZIP}.gz answered 404`));
  assert.equal(await (await get(WASM)).text(), FILES['pyodide.asm.wasm']);
});

test('a network that is not there is an error of the file, not of nobody', async (t) => {
  const { load } = openWorld(t);
  const get = load(() => {
    throw new TypeError('Failed to fetch');
  });
  await settled();
  await assert.rejects(get(WASM), /Failed to fetch/);
});

test('broken data are an error, not a shorter file', async (t) => {
  const { load } = openWorld(t);
  const get = load((name) => new Response(gzipSync(FILES[name.replace(/\.gz$/, '')]!).subarray(0, 20)));
  await assert.rejects((await get(WASM)).text());
});
