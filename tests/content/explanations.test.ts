/** Every explained error is one that Python really raises, in these words: its programs run on all three Pythons. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { explain } from '../../src/shared/explanations.ts';
import { programs, type Program } from '../fixtures/explanations/programs.ts';
import { Browser } from './examples/browser.ts';
import { runSteps } from './examples/cpython.ts';
import type { Step } from './examples/plan.ts';
import type { Result } from './examples/results.ts';
import { provision } from './interpreters.ts';

/** Characters of an explanation, with the reader's names in it. */
const LONGEST = 320;

const { current, previous } = provision();
const browser = new Browser();
after(() => browser.close());

/** A Python, and whether it runs programs that are only for some. */
const PYTHONS: [string, (steps: Step[]) => Promise<Result[]>, (only: Program['only']) => boolean][] = [
  [current.minor, (steps) => runSteps(current, steps), (only) => only !== 'browser'],
  [previous.minor, (steps) => runSteps(previous, steps), (only) => only === undefined || only === 'cpython'],
  ['the browser', (steps) => browser.runSteps(steps), (only) => only === undefined || only === 'browser'],
];

for (const [file, all] of programs())
  for (const [python, run, takes] of PYTHONS)
    test(`${file} on ${python}`, async () => {
      const chosen = all.filter(({ only }) => takes(only));
      const results = await runAll(chosen, run);
      const wrong = chosen.flatMap((program, index) => problemsOf(program, results[index]!));
      assert.deepEqual(wrong, []);
    });

/** Runs programs in one process, each in a namespace of its own; the results of writing files are left out. */
async function runAll(all: readonly Program[], run: (steps: Step[]) => Promise<Result[]>): Promise<Result[]> {
  const steps = all.flatMap(({ program, files = {} }): Step[] => [
    ...Object.entries(files).map(([path, source]): Step => ({ do: 'write', path, source })),
    { do: 'run', fresh: true, source: program },
  ]);
  const results = await run(steps);
  return results.filter((_, index) => steps[index]!.do === 'run');
}

function problemsOf({ id, program }: Program, { ended, summary, detail }: Result): string[] {
  const place = `${program}→ ${summary ?? [ended, detail].join(' ')}\n`;
  const explained = summary === undefined ? undefined : explain(summary);
  if (explained?.id !== id) return [`${place}is explained as ${explained?.id ?? 'nothing'}, not as ${id}`];
  const { text } = explained;
  return [
    ...(text.length > LONGEST ? [`${place}${id} has ${text.length} characters, more than ${LONGEST}`] : []),
    ...(/``|\$<| {2}/.test(text) ? [`${place}${id} lacks a part: ${text}`] : []),
  ];
}
