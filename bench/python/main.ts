/**
 * The page's Python beside stock Pyodide, measured in one run:
 *   npm run bench:python -- [--rounds 5] [--dist dist]
 * README.md says how to read what it prints.
 */
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { byFile, countBytes, printBytes, type Bytes } from './bytes.ts';
import { check, openProfile, stopAndRun, visit, type Profile, type Visit } from './browser.ts';
import { BLOCK, LESSON, ROOT, serveOurs, serveStock, type Side } from './sides.ts';
import { exactly, median, megabytes, milliseconds, printTable, seconds, spread } from './table.ts';

const EXERCISE = '/exercises/functions/run-once/';

const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, dist: { type: 'string', default: path.join(ROOT, 'dist') } },
});
const rounds = Number(options.rounds);
if (!Number.isInteger(rounds) || rounds < 1)
  throw new Error(`--rounds: expected a whole number from 1 on, found "${options.rounds}"`);

const begun = performance.now();
const ours = await serveOurs(options.dist, 'brotli');
const page = await look();
const stock = await serveStock(page.program, 'brotli');
printMachine(page.browser);

const visits: Record<Side['name'], Record<'cold' | 'warm', Visit[]>> = {
  ours: { cold: [], warm: [] },
  stock: { cold: [], warm: [] },
};
const sent: Record<Side['name'], Bytes> = { ours: new Map(), stock: new Map() };
const stops: number[] = [];
const checks: { first: number; again: number }[] = [];
for (let round = 0; round < rounds; round++) {
  // Which side goes first alternates, too.
  for (const side of round % 2 ? [stock, ours] : [ours, stock])
    await withProfile(async (profile) => {
      side.host.sent();
      visits[side.name].cold.push(await visit(profile, side));
      sent[side.name] = byFile(side.host.sent());
      visits[side.name].warm.push(await visit(profile, side));
      if (side !== ours) return;
      stops.push(await stopAndRun(profile, side));
      checks.push(await check(profile, side.host.url + EXERCISE));
    });
}
await ours.host.close();
await stock.host.close();

const rowOf = (name: string, of: (visit: Visit) => number, when: 'cold' | 'warm', show: (value: number) => string) => {
  const [own, other] = [visits.ours[when].map(of), visits.stock[when].map(of)];
  return [name, spread(own, show), spread(other, show), (median(own) / median(other)).toFixed(2)];
};
printTable(
  ['median (least to most)', 'ours', 'stock Pyodide', 'ratio'],
  [
    rowOf('click on Run to first output, cold', ({ first }) => first, 'cold', seconds),
    rowOf('click on Run to first output, warm', ({ first }) => first, 'warm', seconds),
    rowOf('the worker’s thread ran until then, cold', ({ thread }) => thread, 'cold', seconds),
    rowOf('the worker’s thread ran until then, warm', ({ thread }) => thread, 'warm', seconds),
    rowOf('renderer’s VmRSS after output minus before, warm', ({ memory }) => memory, 'warm', megabytes),
    rowOf('Python’s WebAssembly memory, warm', ({ heap }) => heap, 'warm', megabytes),
  ],
);
printTable(
  ['ours only', 'median (least to most)'],
  [
    ['Stop to the next program’s first output', spread(stops, seconds)],
    [
      'Check to results, Python not started yet, warm',
      spread(
        checks.map(({ first }) => first),
        seconds,
      ),
    ],
    [
      'Check to results, again',
      spread(
        checks.map(({ again }) => again),
        milliseconds,
      ),
    ],
    [`JavaScript of ${LESSON} before any interaction, brotli 9`, `${exactly(page.script)} bytes`],
  ],
);
printBytes('host with brotli', sent);
printBytes('host that does not compress', await countBytes(options.dist, page.program, 'none'));
console.log(`Took ${seconds(performance.now() - begun)}; load average now ${loadAverage()}.`);

async function withProfile(use: (profile: Profile) => Promise<void>): Promise<void> {
  const profile = await openProfile();
  try {
    await use(profile);
  } finally {
    await profile.close();
  }
}

/** Our page untouched: its first program, and the scripts that it loads by itself. */
async function look(): Promise<{ program: string; script: number; browser: string }> {
  const profile = await openProfile();
  try {
    const opened = await profile.context.newPage();
    await opened.goto(ours.host.url + LESSON, { waitUntil: 'networkidle' });
    const program = await opened.locator(`${BLOCK} pre code`).first().textContent();
    if (!program?.includes('print(')) throw new Error(`${LESSON}: expected a first program that prints`);
    const scripts = [...ours.host.sent()].filter(([pathname]) => pathname.endsWith('.js'));
    const script = scripts.reduce((sum, [, bytes]) => sum + bytes, 0);
    return { program, script, browser: profile.version };
  } finally {
    await profile.close();
  }
}

function printMachine(browser: string): void {
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'node_modules/pyodide/package.json'), 'utf8')) as {
    version: string;
  };
  const [cpu] = os.cpus();
  console.log(
    `${new Date().toISOString().slice(0, 10)}. Pyodide ${version}, Chromium ${browser}, Node ${process.version}, ` +
      `${os.type()} ${os.release()}.\n${String(os.cpus().length)} × ${cpu?.model ?? 'unknown processor'}, ` +
      `${(os.totalmem() / 2 ** 30).toFixed(0)} GiB; load average ${loadAverage()}. ${String(rounds)} rounds.\n`,
  );
}

/** Of the last 1, 5 and 15 minutes. */
function loadAverage(): string {
  return os
    .loadavg()
    .map((value) => value.toFixed(1))
    .join(' ');
}
