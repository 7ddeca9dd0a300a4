/**
 * Keeps what a reader has visited, for the way without a network. Pages come from the network as long as it answers,
 * so nothing is ever out of date; files with a hash in their name come from the store.
 * Served as /service-scope.js by src/pages/service-scope.js.ts, with its types stripped: no imports here.
 */
const scope = globalThis as unknown as ServiceWorkerScope;

const STORE = 'python-top-1-percent-pages';
/** Entries of the store; the oldest go first. */
const MOST = 600;
/** Milliseconds after which a page that is in the store is not waited for any longer. */
const PATIENCE = 4000;
const OFFLINE = new URL('offline/', scope.registration.scope).href;

/** The part of the service worker's global scope that is used here. */
interface ServiceWorkerScope {
  registration: { scope: string };
  location: { origin: string };
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Lasting & Fetching) => void): void;
  addEventListener(type: 'message', listener: (event: Lasting & { data: unknown }) => void): void;
}
interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching {
  request: Request;
  respondWith(response: Promise<Response>): void;
}

scope.addEventListener('install', (event) => {
  event.waitUntil(
    openStore()
      .then((store) => store.add(OFFLINE))
      .then(() => scope.skipWaiting()),
  );
});
scope.addEventListener('activate', (event) => {
  event.waitUntil(scope.clients.claim());
});

/** The first page was loaded before there was a service worker: it names what it has loaded. */
scope.addEventListener('message', (event) => {
  const { data } = event;
  if (!Array.isArray(data)) return;
  const urls = data.filter((url): url is string => typeof url === 'string' && isOurs(url)).slice(0, 100);
  event.waitUntil(
    openStore().then((store) =>
      Promise.allSettled(
        urls.map(async (url) => {
          if (!(await store.match(url))) await store.add(url);
        }),
      ),
    ),
  );
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !isOurs(request.url)) return;
  event.respondWith(/\/(_astro|python)\//.test(request.url) ? fromStore(request) : fromNetwork(request));
});

/** Of this site; the packed files of Python are kept by Python's own scope. */
function isOurs(url: string): boolean {
  return url.startsWith(scope.registration.scope) && !url.endsWith('.gz');
}

async function fromStore(request: Request): Promise<Response> {
  const store = await openStore();
  const kept = await store.match(request.url);
  if (kept) return kept;
  const response = await fetch(request);
  await keep(store, request.url, response);
  return response;
}

async function fromNetwork(request: Request): Promise<Response> {
  const store = await openStore();
  const key = request.url.replace(/[?#].*/, '');
  const kept = await store.match(key);
  const fetched = fetch(request).then(async (response) => {
    await keep(store, key, response);
    return response;
  });
  try {
    return await (kept ? Promise.race([fetched, late(kept, fetched)]) : fetched);
  } catch {
    if (kept) return kept;
    const offline = request.mode === 'navigate' ? await store.match(OFFLINE) : undefined;
    return offline ?? Response.error();
  }
}

/** The kept response, when the network is slower than a reader's patience. */
function late(kept: Response, fetched: Promise<unknown>): Promise<Response> {
  fetched.catch(() => undefined);
  return new Promise((resolve) => setTimeout(resolve, PATIENCE, kept));
}

/** A full store costs the next visit without a network this page, nothing else. */
async function keep(store: Cache, url: string, response: Response): Promise<void> {
  if (response.status !== 200 || response.redirected) return;
  try {
    await store.put(url, response.clone());
    const keys = await store.keys();
    for (const old of keys.slice(0, Math.max(0, keys.length - MOST))) await store.delete(old);
  } catch {
    await store.delete(url);
  }
}

const openStore = (): Promise<Cache> => caches.open(STORE);
