/** The table of a recording: a row a step, with all output in it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { traceTable } from '../../../src/lib/trace-table.ts';
import { parseTrace } from '../../../src/shared/trace.ts';

function tableOf(name: string) {
  const file = new URL(`../../fixtures/traces/${name}.json`, import.meta.url);
  const { trace } = JSON.parse(readFileSync(file, 'utf8')) as { trace: unknown };
  const parsed = parseTrace(trace);
  return { ...traceTable(parsed), text: parsed.out.map(([, part]) => part).join('') };
}

test('each step is a row, and the rows hold all that is printed', () => {
  const { rows, text, end } = tableOf('defaults');
  assert.deepEqual(
    rows.map(({ step }) => step),
    rows.map((_, index) => index + 1),
  );
  assert.equal(rows.map(({ printed }) => printed).join(''), text);
  assert.equal(text, "True\n['Alan']\n");
  assert.equal(end, undefined);
});

test('a row says what happens and which names changed', () => {
  const { rows } = tableOf('defaults');
  assert.deepEqual(rows[2], {
    step: 3,
    line: 1,
    what: 'admit begins',
    changes: ["patient of admit = 'Ada'", 'queue of admit = []'],
    printed: '',
  });
});

test('the end of a program that fails or is cut is a sentence', () => {
  assert.equal(tableOf('raises').end, 'The program ends with ValueError: minutes must not be negative');
  assert.equal(tableOf('cut').end, 'The recording stops here, after 1,000 steps; the program was ended.');
});
