/** Recordings of several Pythons: compared with each other, with varying text made equal. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Trace } from '../../../src/shared/trace.ts';
import type { Outcome } from '../../content/examples/evaluate.ts';
import { parsePage } from '../../content/examples/pages.ts';
import { checkTraces, formatRecordings, normalized } from '../../content/examples/traces.ts';

const trace = (out: string, ...printed: number[]): Trace => ({
  v: 1,
  out: [['out', out]],
  error: null,
  more: null,
  steps: printed.map((o) => ({ e: 'l', l: 1, s: [], o })),
});

test('addresses are made equal, and positions move with them', () => {
  const long = normalized(trace('at 0x7fffdeadbeef\nTask-12 b', 0, 17, 18, 25, 27));
  const short = normalized(trace('at 0x7ff\nTask-3 b', 0, 8, 9, 15, 17));
  assert.deepEqual(long.out, [['out', 'at 0x…\nTask-… b']]);
  assert.deepEqual(long, short);
  assert.deepEqual(
    long.steps.map(({ o }) => o),
    [0, 6, 7, 13, 15],
  );
});

test('Pythons that record different things are reported with the place and the difference', () => {
  const page = parsePage('/elsewhere/page.mdx', 'Text.\n\n```python trace\nprint(1)\n```\n');
  const outcome = (python: string, recorded: Trace): Outcome => ({
    python,
    results: new Map([[0, { ended: 'normally', output: '1', trace: recorded }]]),
    skipped: [],
  });
  const same = [outcome('CPython 3.15.0', trace('1\n', 0, 2)), outcome('Pyodide 1', trace('1\n', 0, 2))];
  assert.deepEqual(checkTraces(page, 'page.mdx', same, false), []);
  const other = [outcome('CPython 3.15.0', trace('1\n', 0, 1)), same[1]!];
  const [problem, ...more] = checkTraces(page, 'page.mdx', other, false);
  assert.deepEqual(more, []);
  assert.deepEqual(
    [problem?.kind, problem?.file, problem?.line, problem?.pythons],
    ['traces differ', 'page.mdx', 3, ['CPython 3.15.0']],
  );
  assert.deepEqual(problem?.details.slice(-2), ['- {"e":"l","l":1,"s":[],"o":2}', '+ {"e":"l","l":1,"s":[],"o":1}']);
});

test('a file of recordings is JSON, sorted, a step a line', () => {
  const text = formatRecordings({ b: { hash: '2', trace: trace('x', 0, 1) }, a: { hash: '1', trace: trace('', 0) } });
  const read = JSON.parse(text) as Record<string, { hash: string; trace: Trace }>;
  assert.deepEqual(Object.keys(read), ['a', 'b']);
  assert.deepEqual(read['b'], { hash: '2', trace: trace('x', 0, 1) });
  assert.equal(text.split('\n').filter((line) => line.startsWith('{"e"')).length, 3);
});
