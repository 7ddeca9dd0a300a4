/** The service worker as it is served: its text without types, in a world with a fake network and fake caches. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { test, type TestContext } from 'node:test';
import vm from 'node:vm';

const SCRIPT = stripTypeScriptTypes(
  readFileSync(new URL('../../../src/client/service-worker.ts', import.meta.url), 'utf8'),
);
const SCOPE = 'https://example.org/roadmap/';
const PATIENCE = 4000;
const MOST = 600;

interface Answer {
  text: string;
  status?: number;
  redirected?: boolean;
}
type Network = (url: string) => Promise<Answer> | Answer;

/** A response that tells, as a browser's does, whether it was redirected. */
function responseOf({ text, status = 200, redirected = false }: Answer): Response {
  const response = new Response(text, { status });
  Object.defineProperty(response, 'redirected', { value: redirected });
  return response;
}

/** A store in the order of a browser's: what is put again goes to the end. */
class FakeCache {
  readonly kept = new Map<string, Response>();
  room = Infinity;
  #fetch: (url: string) => Promise<Response>;

  constructor(fetch: (url: string) => Promise<Response>) {
    this.#fetch = fetch;
  }
  match(url: string): Promise<Response | undefined> {
    return Promise.resolve(this.kept.get(url)?.clone());
  }
  put(url: string, response: Response): Promise<void> {
    if (this.kept.size >= this.room) return Promise.reject(new DOMException('full', 'QuotaExceededError'));
    this.kept.delete(url);
    this.kept.set(url, response);
    return Promise.resolve();
  }
  async add(url: string): Promise<void> {
    const response = await this.#fetch(url);
    if (!response.ok) throw new TypeError(`${url} answered ${String(response.status)}`);
    await this.put(url, response);
  }
  delete(asked: string | { url: string }): Promise<boolean> {
    return Promise.resolve(this.kept.delete(typeof asked === 'string' ? asked : asked.url));
  }
  keys(): Promise<{ url: string }[]> {
    return Promise.resolve([...this.kept.keys()].map((url) => ({ url })));
  }
}

/** All that was promised so far has been done. */
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
};

interface World {
  store: FakeCache;
  /** Addresses that were asked for over the network. */
  asked: string[];
  /** What the network says from now on. */
  online: (network: Network) => void;
  offline: () => void;
  /** A service worker's event; resolves when its work is done. */
  event: (type: 'install' | 'activate' | 'message', data?: unknown) => Promise<void>;
  /** What the page gets; undefined when the service worker leaves a request to the browser. */
  get: (path: string, options?: { method?: string; mode?: string }) => Promise<Response> | undefined;
  calls: string[];
}

/** @param t the test, in which timers stand still */
function openWorld(t: TestContext): World {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const listeners = new Map<string, (event: unknown) => void>();
  const asked: string[] = [];
  const calls: string[] = [];
  let network: Network = (url) => ({ text: `network: ${url}` });
  const fetch = async (request: string | { url: string }): Promise<Response> => {
    const url = typeof request === 'string' ? request : request.url;
    asked.push(url);
    return responseOf(await network(url));
  };
  const store = new FakeCache(fetch);
  const scope = {
    registration: { scope: SCOPE },
    location: { origin: 'https://example.org' },
    skipWaiting: () => Promise.resolve(void calls.push('skipWaiting')),
    clients: { claim: () => Promise.resolve(void calls.push('claim')) },
    addEventListener: (type: string, listener: (event: unknown) => void) => listeners.set(type, listener),
    caches: { open: (name: string) => Promise.resolve(name === 'python-top-1-percent-pages' ? store : undefined) },
    fetch,
    Response,
    URL,
    setTimeout,
  };
  vm.runInNewContext(SCRIPT, scope);
  return {
    store,
    asked,
    calls,
    online: (now) => {
      network = now;
    },
    offline: () => {
      network = () => Promise.reject(new TypeError('Failed to fetch'));
    },
    event: async (type, data) => {
      const work: Promise<unknown>[] = [];
      listeners.get(type)!({ data, waitUntil: (promise: Promise<unknown>) => work.push(promise) });
      await Promise.all(work);
    },
    get: (path, { method = 'GET', mode = 'navigate' } = {}) => {
      let answer: Promise<Response> | undefined;
      const request = { url: new URL(path, SCOPE).href, method, mode };
      listeners.get('fetch')!({
        request,
        respondWith: (response: Promise<Response>) => (answer = response),
        waitUntil: (work: Promise<unknown>) => void work,
      });
      return answer;
    },
  };
}

const textOf = async (answer: Promise<Response> | undefined): Promise<string> => {
  assert.ok(answer, 'the service worker answers');
  return (await answer).text();
};
const keptText = (store: FakeCache, path: string): Promise<string> | undefined =>
  store.kept
    .get(SCOPE + path)
    ?.clone()
    .text();

test('it keeps the page for the way without a network, then takes over at once', async (t) => {
  const { store, event, calls } = openWorld(t);
  await event('install');
  assert.deepEqual([...store.kept.keys()], [`${SCOPE}offline/`]);
  assert.deepEqual(calls, ['skipWaiting']);
  await event('activate');
  assert.deepEqual(calls, ['skipWaiting', 'claim']);
});

test('it is not installed without that page', async (t) => {
  const { event, offline, online, calls } = openWorld(t);
  offline();
  await assert.rejects(event('install'), /Failed to fetch/);
  online(() => ({ text: 'not found', status: 404 }));
  await assert.rejects(event('install'), /answered 404/);
  assert.deepEqual(calls, []);
});

test('the first visit’s files are kept, once, and only those of this site', async (t) => {
  const { store, event, asked } = openWorld(t);
  await event('message', [
    `${SCOPE}functions/closures/`,
    `${SCOPE}_astro/page.1a.css`,
    `${SCOPE}python/x/stdlib.zip.gz`,
    'https://example.org/other/',
    'https://elsewhere.example/roadmap/',
    7,
    null,
    { url: `${SCOPE}about/` },
  ]);
  assert.deepEqual([...store.kept.keys()], [`${SCOPE}functions/closures/`, `${SCOPE}_astro/page.1a.css`]);
  await event('message', [`${SCOPE}functions/closures/`]);
  assert.equal(asked.length, 2);
});

test('a file of the first visit that cannot be had does not keep the others away', async (t) => {
  const { store, event, online } = openWorld(t);
  online((url) => (url.endsWith('b') ? Promise.reject(new TypeError('no')) : { text: url }));
  await event('message', [`${SCOPE}a`, `${SCOPE}b`, `${SCOPE}c`]);
  assert.deepEqual([...store.kept.keys()], [`${SCOPE}a`, `${SCOPE}c`]);
});

test('other messages are nothing, and a long one is cut', async (t) => {
  const { store, event, asked } = openWorld(t);
  for (const data of ['x', null, undefined, { length: 1, 0: SCOPE }, []]) await event('message', data);
  assert.deepEqual(asked, []);
  await event(
    'message',
    Array.from({ length: 5000 }, (_, index) => `${SCOPE}${String(index)}`),
  );
  assert.equal(store.kept.size, 100);
});

test('a page comes from the network, and is kept anew each time', async (t) => {
  const { get, online, store } = openWorld(t);
  for (const text of ['first', 'second']) {
    online(() => ({ text }));
    assert.equal(await textOf(get('functions/')), text);
    assert.equal(await keptText(store, 'functions/'), text);
  }
});

test('a page is kept without what stands behind ? and #', async (t) => {
  const { get, store, offline, asked } = openWorld(t);
  await textOf(get('search/?q=closures#results'));
  assert.deepEqual([...store.kept.keys()], [`${SCOPE}search/`]);
  assert.deepEqual(asked, [`${SCOPE}search/?q=closures#results`]);
  offline();
  assert.match(await textOf(get('search/?q=other')), /q=closures/);
});

test('a kept page is shown when there is no network', async (t) => {
  const { get, offline } = openWorld(t);
  const before = await textOf(get('functions/'));
  offline();
  assert.equal(await textOf(get('functions/')), before);
});

test('a kept page is shown when the network takes longer than a reader waits, and the new one is kept', async (t) => {
  const { get, online, store } = openWorld(t);
  online(() => ({ text: 'old' }));
  await textOf(get('functions/'));
  let answer: (answer: Answer) => void = () => undefined;
  online(() => new Promise((resolve) => (answer = resolve)));
  const answers: string[] = [];
  void textOf(get('functions/')).then((text) => answers.push(text));
  await settled();
  t.mock.timers.tick(PATIENCE - 1);
  await settled();
  assert.deepEqual(answers, []);
  t.mock.timers.tick(1);
  await settled();
  assert.deepEqual(answers, ['old']);
  answer({ text: 'new' });
  await settled();
  assert.equal(await keptText(store, 'functions/'), 'new');
});

test('a page that is not kept is waited for, however long it takes', async (t) => {
  const { get, online } = openWorld(t);
  let answer: (answer: Answer) => void = () => undefined;
  online(() => new Promise((resolve) => (answer = resolve)));
  const text = textOf(get('functions/'));
  await settled();
  t.mock.timers.tick(PATIENCE * 10);
  await settled();
  answer({ text: 'late' });
  assert.equal(await text, 'late');
});

test('a network that fails after the reader’s patience is no error of anybody', async (t) => {
  const { get, online } = openWorld(t);
  await textOf(get('functions/'));
  let fail: (error: Error) => void = () => undefined;
  online(() => new Promise((_, reject) => (fail = reject)));
  const text = textOf(get('functions/'));
  await settled();
  t.mock.timers.tick(PATIENCE);
  assert.match(await text, /^network:/);
  const unhandled: unknown[] = [];
  const note = (reason: unknown): number => unhandled.push(reason);
  process.on('unhandledRejection', note);
  fail(new TypeError('late'));
  await settled();
  process.off('unhandledRejection', note);
  assert.deepEqual(unhandled, []);
});

test('a page that was never visited says so without a network; other files fail as they would', async (t) => {
  const { get, event, offline, online } = openWorld(t);
  online((url) => ({ text: url.endsWith('offline/') ? 'not on this device' : url }));
  await event('install');
  offline();
  assert.equal(await textOf(get('functions/')), 'not on this device');
  for (const mode of ['no-cors', 'cors', 'same-origin'])
    assert.equal((await get('icon.svg', { mode })!).type, 'error', mode);
});

test('without even that page, a page fails as it would', async (t) => {
  const { get, offline } = openWorld(t);
  offline();
  assert.equal((await get('functions/')!).type, 'error');
});

for (const path of ['_astro/page.1a2b.css', 'python/314.0.7-1a/pyodide.mjs'])
  test(`a file with a hash in its name comes from the store: ${path}`, async (t) => {
    const { get, asked, offline } = openWorld(t);
    const first = await textOf(get(path, { mode: 'cors' }));
    assert.equal(await textOf(get(path, { mode: 'cors' })), first);
    assert.equal(asked.length, 1);
    offline();
    assert.equal(await textOf(get(path, { mode: 'cors' })), first);
    await assert.rejects(get('_astro/other.js', { mode: 'cors' })!, /Failed to fetch/);
  });

test('what is not this site’s, not GET, or packed is left to the browser', (t) => {
  const { get, asked } = openWorld(t);
  assert.equal(get('https://elsewhere.example/roadmap/x.js'), undefined);
  assert.equal(get('https://example.org/other/'), undefined);
  assert.equal(get('https://example.org/'), undefined);
  assert.equal(get('python/314.0.7-1a/stdlib.zip.gz', { mode: 'cors' }), undefined);
  assert.equal(get('python/314.0.7-1a/pyodide.asm.wasm.gz', { mode: 'cors' }), undefined);
  for (const method of ['POST', 'HEAD']) assert.equal(get('functions/', { method }), undefined);
  assert.deepEqual(asked, []);
});

for (const [what, answer] of [
  ['missing', { text: 'x', status: 404 }],
  ['broken on the host', { text: 'x', status: 503 }],
  ['a part', { text: 'x', status: 206 }],
  ['redirected, which a browser refuses as the answer to a later visit', { text: 'x', redirected: true }],
] as [string, Answer][])
  test(`what is ${what} is passed on and not kept`, async (t) => {
    const { get, online, store } = openWorld(t);
    online(() => answer);
    for (const path of ['functions/', '_astro/x.js']) {
      const response = await get(path)!;
      assert.equal(response.status, answer.status ?? 200);
      assert.equal(await response.text(), 'x');
    }
    assert.equal(store.kept.size, 0);
  });

test('a page that is missing now does not take the kept one away', async (t) => {
  const { get, online, offline } = openWorld(t);
  online(() => ({ text: 'kept' }));
  await textOf(get('functions/'));
  online(() => ({ text: 'broken', status: 500 }));
  assert.equal(await textOf(get('functions/')), 'broken');
  offline();
  assert.equal(await textOf(get('functions/')), 'kept');
});

test('the oldest go when the store has too many', async (t) => {
  const { get, store } = openWorld(t);
  for (let index = 0; index < MOST; index++) await textOf(get(`page-${String(index)}/`));
  assert.equal(store.kept.size, MOST);
  // Visited again: no longer the oldest.
  await textOf(get('page-0/'));
  await textOf(get('page-new/'));
  assert.equal(store.kept.size, MOST);
  assert.deepEqual(
    ['page-0/', 'page-1/', 'page-2/', 'page-new/'].map((path) => store.kept.has(SCOPE + path)),
    [true, false, true, true],
  );
});

test('the page for the way without a network never goes', async (t) => {
  const { get, event, store } = openWorld(t);
  await event('install');
  for (let index = 0; index <= MOST; index++) await textOf(get(`page-${String(index)}/`));
  await settled();
  assert.equal(store.kept.has(`${SCOPE}offline/`), true);
  assert.equal(store.kept.size, MOST);
});

for (const path of ['functions/', '_astro/page.1a.css'])
  test(`nobody waits until a response is kept: ${path}`, async (t) => {
    const { get, store } = openWorld(t);
    store.put = () => new Promise(() => undefined);
    assert.match(await textOf(get(path)), /^network:/);
  });

test('only the site’s own folders hold files that never change', async (t) => {
  const { get, online } = openWorld(t);
  for (const path of ['functions/?from=/python/', 'topics/python/', 'search/?q=/_astro/'])
    for (const text of ['old', 'new']) {
      online(() => ({ text }));
      assert.equal(await textOf(get(path)), text, path);
    }
});

test('a full store costs nobody the page', async (t) => {
  const { get, store } = openWorld(t);
  store.room = 0;
  assert.match(await textOf(get('functions/')), /^network:/);
  assert.match(await textOf(get('_astro/x.js')), /^network:/);
  assert.equal(store.kept.size, 0);
});
