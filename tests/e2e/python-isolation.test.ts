/** A program in the page reaches nothing outside its worker: a second origin on this machine counts what arrives. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { ATTEMPTS } from './attempts.ts';
import { openInChromium, openInFirefox, type Opened } from './browsers.ts';
import { dist, serveSite } from './site.ts';
import { takeSteps } from './worker-probe.ts';

/** Time in which what was only begun may still arrive, in milliseconds. */
const LATE = 1500;

const hits: string[] = [];
const elsewhere = createServer((request, response) => {
  hits.push(`${request.method ?? ''} ${request.url ?? ''}`);
  response
    .writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/javascript' })
    .end('export default 1');
});
elsewhere.on('upgrade', (request, socket) => {
  hits.push(`upgrade ${request.url ?? ''}`);
  socket.destroy();
});
elsewhere.on('connection', () => hits.push('connection'));

let site: Awaited<ReturnType<typeof serveSite>>;
let origin = '';
before(async () => {
  site = await serveSite();
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${String((elsewhere.address() as AddressInfo).port)}`;
});
after(async () => {
  elsewhere.close();
  elsewhere.closeAllConnections();
  await site.close();
});

test('the second origin counts', async () => {
  await fetch(`${origin}/here`);
  assert.deepEqual(hits.splice(0), ['connection', 'GET /here']);
});

for (const [browser, open] of [
  ['Chromium', openInChromium],
  ['Firefox', (url: string) => openInFirefox(url)],
] as const)
  describe(browser, () => {
    let page: Opened;
    before(async () => {
      page = await open(`${site.url}/functions/closures/`);
    });
    after(() => page.close());

    test('no program of the list reaches another origin, and each has tried', async (t) => {
      const port = new URL(origin).port;
      const attempts = Object.entries(ATTEMPTS);
      const results = await takeSteps(
        page,
        dist,
        attempts.map(([, { code }]) => ({
          do: 'run',
          fresh: true,
          source: code.replaceAll('ORIGIN', origin).replaceAll('PORT', port),
        })),
      );
      await new Promise((resolve) => setTimeout(resolve, LATE));
      assert.deepEqual(hits.splice(0), []);
      const wrong = attempts.flatMap(([name, { refused }], index) => {
        const { ended, output, detail = '', traceback = '' } = results[index]!;
        const said = `${ended} ${output}${detail}${traceback}`;
        return refused.test(said) ? [] : [`${name}: expected ${String(refused)}, found ${said}`];
      });
      assert.deepEqual(wrong, []);
      t.diagnostic(`${String(attempts.length)} programs`);
    });

    test('the page’s policy alone keeps a worker in, with all its doors', async () => {
      const outcomes = await page.evaluate(tryDoors, origin);
      await new Promise((resolve) => setTimeout(resolve, LATE));
      assert.deepEqual(hits.splice(0), []);
      assert.deepEqual(
        outcomes.filter(([, outcome]) => outcome === 'came through'),
        [],
      );
      assert.ok(outcomes.length >= 7, `only ${outcomes.map(([door]) => door).join()}`);
    });
  });

/** Runs in the page: starts a worker from a blob, which uses every door, and says what came of each. */
function tryDoors(other: string): Promise<[door: string, outcome: string][]> {
  const text = `
    const other = ${JSON.stringify(other)};
    const event = (target, good) => new Promise((resolve, reject) => {
      target.onerror = () => reject(new Error('error event'));
      target[good] = resolve;
    });
    const doors = {
      fetch: () => fetch(other + '/policy-fetch', { mode: 'no-cors' }),
      XMLHttpRequest: () => {
        const request = new XMLHttpRequest();
        request.open('GET', other + '/policy-xhr', false);
        request.send();
      },
      WebSocket: () => event(new WebSocket(other.replace('http', 'ws') + '/policy-socket'), 'onopen'),
      EventSource: () => event(new EventSource(other + '/policy-events'), 'onopen'),
      'import()': () => import(other + '/policy-import.js'),
      Worker: () => event(new Worker(other + '/policy-worker.js'), 'onmessage'),
      'Worker from a blob': () => {
        const code = 'fetch(' + JSON.stringify(other + '/policy-nested') + ').then(() => postMessage(1), () => close())';
        return event(new Worker(URL.createObjectURL(new Blob([code]))), 'onmessage');
      },
      FontFace: () => new FontFace('x', 'url(' + other + '/policy-font.woff2)').load(),
      caches: async () => (await caches.open('policy')).add(other + '/policy-cache'),
    };
    const late = () => new Promise((_, reject) => setTimeout(() => reject(new Error('nothing came')), 1000));
    Promise.all(Object.entries(doors).map(async ([door, use]) => {
      try {
        await Promise.race([use(), late()]);
        return [door, 'came through'];
      } catch (error) {
        return [door, String(error)];
      }
    })).then((outcomes) => postMessage(outcomes));`;
  return new Promise((resolve, reject) => {
    const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    const worker = new Worker(url, { type: 'module' });
    worker.addEventListener('error', (event) => {
      reject(new Error(event.message));
    });
    worker.addEventListener('message', ({ data }: MessageEvent<[string, string][]>) => {
      worker.terminate();
      resolve(data);
    });
  });
}
