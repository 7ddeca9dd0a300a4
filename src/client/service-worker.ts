/**
 * Keeps what a reader has visited, for the way without a network. Pages come from the network as long as it answers,
 * so nothing is ever out of date; files with a hash in their name come from the store.
 * Served as /service-worker.js by src/pages/service-worker.js.ts, with its types stripped: no imports here.
 */
const scope = globalThis as unknown as ServiceWorkerScope;

const STORE = 'python-top-1-percent-pages';
/** Entries of the store; the oldest go first. */
const MOST = 600;
/** Milliseconds after which a page that is in the store is not waited for any longer. */
const PATIENCE = 4000;
const OFFLINE = new URL('offline/', scope.registration.scope).href;

/** Folders of files with a hash in their path: what has one address never changes. */
const HASHED = ['_astro/', 'python/'].map((folder) => new URL(folder, scope.registration.scope).href);

/** The part of the service worker's global scope that is used here. */
interface ServiceWorkerScope {
  registration: { scope: string };
  location: { origin: string };
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
  addEventListener(type: 'message', listener: (event: Lasting & { data: unknown }) => void): void;
}
interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Lasting {
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
  event.respondWith(HASHED.some((folder) => request.url.startsWith(folder)) ? fromStore(event) : fromNetwork(event));
});

/** Of this site; the packed files of Python are kept by Python's own worker. */
function isOurs(url: string): boolean {
  return url.startsWith(scope.registration.scope) && !url.endsWith('.gz');
}

async function fromStore(event: Fetching): Promise<Response> {
  const { request } = event;
  const store = await openStore();
  return (await store.match(request.url)) ?? fetchAndKeep(event, store, request.url);
}

async function fromNetwork(event: Fetching): Promise<Response> {
  const { request } = event;
  const store = await openStore();
  const key = request.url.replace(/[?#].*/, '');
  const kept = await store.match(key);
  const fetched = fetchAndKeep(event, store, key);
  try {
    return await (kept ? Promise.race([fetched, late(kept, fetched)]) : fetched);
  } catch {
    if (kept) return kept;
    const offline = request.mode === 'navigate' ? await store.match(OFFLINE) : undefined;
    return offline ?? Response.error();
  }
}

/** The network's response, as it arrives: the page does not wait until it is kept. */
function fetchAndKeep(event: Fetching, store: Cache, url: string): Promise<Response> {
  const fetched = fetch(event.request);
  const isKept = fetched.then((response) => keep(store, url, response));
  event.waitUntil(isKept.catch(() => undefined));
  return fetched;
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
    const old = keys.filter((request) => request.url !== OFFLINE).slice(0, Math.max(0, keys.length - MOST));
    for (const request of old) await store.delete(request);
  } catch {
    await store.delete(url);
  }
}

const openStore = (): Promise<Cache> => caches.open(STORE);
