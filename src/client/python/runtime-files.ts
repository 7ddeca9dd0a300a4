/** Brings the large files of Python into the worker: packed on the way, kept for the next visit. */

/** Told how many bytes have come over the network, of how many; 0 when a host does not say. */
export type Progress = (bytes: number, total: number) => void;

/** Large files, as Pyodide asks for them, and their types. They are published with `.gz` behind the name. */
const PACKED: Record<string, string> = {
  'pyodide.asm.wasm': 'application/wasm',
  'stdlib.zip': 'application/zip',
};

/**
 * Starts to load all large files, and gives a `fetch` that answers for them.
 * @param base folder of the runtime; ends with a slash
 * @param cache name of the store that keeps the files; stores of other versions with its prefix are deleted
 * @returns a `fetch` that rejects when a file can be had neither from the store nor from the network
 */
export function fetchRuntime(base: string, cache: string, progress: Progress): typeof fetch {
  const plainFetch = globalThis.fetch.bind(globalThis);
  const store = openStore(cache);
  let bytes = 0;
  let total = 0;
  const count = new Map<string, number>();
  const load = async (name: string): Promise<Response> => {
    const url = `${base}${name}.gz`;
    const kept = await (await store)?.match(url);
    if (kept) return unpacked(kept, name);
    const response = await plainFetch(url);
    if (!response.ok || !response.body) throw new Error(`${url} answered ${String(response.status)}`);
    // A host that packs once more counts packed bytes, and these are not.
    const isRepacked = response.headers.has('content-encoding');
    count.set(name, isRepacked ? NaN : Number(response.headers.get('content-length') ?? NaN));
    total = [...count.values()].reduce((sum, size) => sum + size, 0);
    const [kin, own] = response.body.tee();
    const keep = store.then((opened) => opened?.put(url, new Response(kin, { headers: response.headers })));
    // A full or forbidden store costs the next visit a download, nothing else.
    keep.catch(() => undefined);
    const counted = own.pipeThrough(
      new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
        transform(chunk, controller) {
          bytes += chunk.length;
          progress(bytes, count.size === Object.keys(PACKED).length && total ? total : 0);
          controller.enqueue(chunk);
        },
      }),
    );
    return unpacked(new Response(counted), name);
  };
  const started = new Map(Object.keys(PACKED).map((name) => [`${base}${name}`, load(name)]));
  // Whoever asks for the file hears of the failure.
  for (const file of started.values()) file.catch(() => undefined);
  return (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    return started.get(url) ?? plainFetch(input, init);
  };
}

/** The store of this version, or nothing where stores are forbidden (private windows, blocked storage). */
async function openStore(name: string): Promise<Cache | undefined> {
  try {
    const prefix = name.slice(0, name.indexOf('/') + 1);
    for (const other of await caches.keys()) if (other.startsWith(prefix) && other !== name) await caches.delete(other);
    return await caches.open(name);
  } catch {
    return undefined;
  }
}

const GZIP = [0x1f, 0x8b];

/** A response with the file itself, whether the host sent it packed or had the browser unpack it. */
async function unpacked(response: Response, name: string): Promise<Response> {
  const reader = response.body!.getReader();
  const first = await reader.read();
  const isPacked = GZIP.every((byte, index) => first.value?.[index] === byte);
  const whole = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      if (first.value) controller.enqueue(first.value);
    },
    async pull(controller) {
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  const body = isPacked ? whole.pipeThrough(new DecompressionStream('gzip')) : whole;
  return new Response(body, { headers: { 'content-type': PACKED[name]! } });
}
