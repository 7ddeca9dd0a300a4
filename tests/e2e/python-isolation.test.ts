/** A program in the page reaches nothing outside its worker: a second origin on this machine counts what arrives. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import type { AddressInfo } from 'node:net';
import { ATTEMPTS } from './attempts.ts';
import { runCode, stdout, withPage } from './python-page.ts';
import { useSite } from './site.ts';

const site = useSite();
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
let port = 0;
before(() =>
  new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve)).then(
    () => void (port = (elsewhere.address() as AddressInfo).port),
  ),
);
after(() => elsewhere.close());

test('the second origin counts', async () => {
  await fetch(`http://127.0.0.1:${String(port)}/here`);
  assert.deepEqual(hits.splice(0), ['connection', 'GET /here']);
});

test('no program of the list reaches it', async (t) => {
  await withPageIgnoringPolicy((outcomes) => {
    t.diagnostic(`${String(outcomes.length)} programs`);
    for (const { name, text } of outcomes) assert.match(text, /tried/, `${name}: ${text}`);
  });
  assert.deepEqual(hits, []);
});

/** Blocked attempts are reported as violations of the policy: here they are what is wanted. */
async function withPageIgnoringPolicy(check: (outcomes: { name: string; text: string }[]) => void): Promise<void> {
  await withPage(
    site.browser,
    async (page) => {
      await page.goto(`${site.url}/functions/closures/`);
      const block = page.locator('figure.code[data-run]').first();
      const outcomes: { name: string; text: string }[] = [];
      for (const [name, code] of Object.entries(ATTEMPTS)) {
        await runCode(
          block,
          code.replaceAll('ORIGIN', `http://127.0.0.1:${String(port)}`).replaceAll('PORT', String(port)),
        );
        outcomes.push({ name, text: await stdout(block) });
      }
      // Whatever was only begun may still arrive.
      await page.waitForTimeout(1500);
      check(outcomes);
    },
    {},
    { allowsViolations: true },
  );
}
