/**
 * The probe suite in real browsers, with the very worker that pages start: the Python there does what CPython does,
 * but for the differences that are stated.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { patience } from '../content/examples/results.ts';
import { provision } from '../content/interpreters.ts';
import { expectedResults } from '../probes/expected.ts';
import { compareProbes, probes, stepOf, type Host, type Probe } from '../probes/probes.ts';
import { openInChromium, openInFirefox, type Opened } from './browsers.ts';
import { WITHOUT_JSPI } from './firefox.ts';
import { dist, serveSite } from './site.ts';
import { STEP_LIMIT, takeSteps } from './worker-probe.ts';

/** Where programs wait and ask, which depends on whether the engine can suspend them. */
const WAITING = ['asyncio', 'console', 'threads', 'time'];

const RUNS: {
  title: string;
  host: Host;
  canSuspend: boolean;
  open: (url: string) => Promise<Opened>;
  among: readonly Probe[];
}[] = [
  { title: 'Chromium', host: 'chromium', canSuspend: true, open: openInChromium, among: probes },
  { title: 'Firefox', host: 'firefox', canSuspend: true, open: openInFirefox, among: probes },
  {
    title: 'Firefox as an engine without JavaScript Promise Integration',
    host: 'firefox',
    canSuspend: false,
    open: (url) => openInFirefox(url, WITHOUT_JSPI),
    among: probes.filter(({ group }) => WAITING.includes(group)),
  },
];

let site: Awaited<ReturnType<typeof serveSite>>;
before(async () => {
  // Made before the browsers need the processors.
  await expectedResults(provision().previous);
  site = await serveSite();
});
after(() => site.close());

describe('probes in a lesson’s page', { concurrency: 2 }, () => {
  for (const { title, host, canSuspend, open, among } of RUNS)
    test(title, async (t) => {
      const page = await open(`${site.url}/functions/closures/`);
      try {
        assert.equal(await page.evaluate(() => Promise.resolve('Suspending' in WebAssembly), undefined), canSuspend);
        const results = await takeSteps(page, dist, among.map(stepOf), patience('block') / (STEP_LIMIT * 1000));
        const got = new Map(among.map(({ id }, index) => [id, results[index]!]));
        const problems = compareProbes(await expectedResults(provision().previous), got, undefined, undefined, host);
        assert.equal(problems.length, 0, problems.map(({ probe, message }) => `${probe}: ${message}`).join('\n\n'));
        t.diagnostic(`${String(got.size)} probes`);
        assert.ok(got.size > 80, `only ${String(got.size)} probes`);
      } finally {
        await page.close();
      }
    });
});
