/** The table of explained errors: sound as data, and safe for any text. tests/content/explanations.test.ts proves it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entries, explain } from '../../../src/shared/explanations.ts';
import type { Entry } from '../../../src/shared/explanations/entry.ts';
import { programs } from '../../fixtures/explanations/programs.ts';

const all = new Set([...entries.values()].flat());
const proved = new Set([...programs().values()].flat().map(({ id }) => id));

/** Ids of the entries for which a rule does not hold. */
const breaking = (isSound: (entry: Entry) => boolean) =>
  [...all].filter((entry) => !isSound(entry)).map(({ id }) => id);

test('ids are unique and permanent in form', () => {
  const ids = [...all].map(({ id }) => id);
  assert.deepEqual(
    ids.filter((id, index) => ids.indexOf(id) !== index),
    [],
  );
  assert.deepEqual(
    breaking(({ id }) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)),
    [],
  );
});

test('every entry has a program, and every program an entry', () => {
  assert.deepEqual(
    breaking(({ id }) => proved.has(id)),
    [],
  );
  const ids = new Set([...all].map(({ id }) => id));
  assert.deepEqual(
    [...proved].filter((id) => !ids.has(id)),
    [],
  );
});

test('only the last entry of an exception fits every message', () => {
  const early = [...entries].flatMap(([error, list]) =>
    list.slice(0, -1).flatMap(({ id, message }) => (message ? [] : [`${error}: ${id}`])),
  );
  assert.deepEqual(early, []);
});

test('texts are one to three sentences with paired backticks', () => {
  const sentences = (text: string) => text.replace(/`[^`]+`/g, 'code').match(/[.?](?= [A-Z“"(]| code|$)/g)?.length ?? 0;
  assert.deepEqual(
    breaking(({ text }) => sentences(text) >= 1 && sentences(text) <= 3),
    [],
  );
  assert.deepEqual(
    breaking(({ text }) => text.endsWith('.') && text.length <= 320 && !/[!—–]|``/.test(text.replace(/`[^`]+`/g, ''))),
    [],
  );
  assert.deepEqual(
    breaking(({ text }) => text.split('`').length % 2 === 1),
    [],
  );
});

test('a text uses only groups that its message has', () => {
  assert.deepEqual(
    breaking(({ text, message }) =>
      [...text.matchAll(/\$<(\w+)>/g)].every(([, name]) => message?.source.includes(`(?<${name!}>`)),
    ),
    [],
  );
});

test('a message is looked for without state', () => {
  assert.deepEqual(
    breaking(({ message }) => message === undefined || /^u?$/.test(message.flags)),
    [],
  );
});

test('what the table does not know is not explained', () => {
  const unknown = [
    '',
    '\n',
    'OutOfStock: tea',
    'NameErrors: name x is not defined',
    'orders.NameError: x',
    "make.<locals>.Broken: x\nNameError: name 'x' is not defined",
    'constructor: x',
    '__proto__',
    'hasOwnProperty',
    "  NameError: name 'x' is not defined",
    "NameError:name 'x' is not defined",
    'KeyError',
  ];
  assert.deepEqual(
    unknown.filter((summary) => explain(summary) !== undefined),
    [],
  );
});

test('the lines of a SyntaxError before its message, and notes behind a message, are passed over', () => {
  const syntax = '  File "main.py", line 1\n    if True\n           ^\nSyntaxError: expected \':\'\n';
  assert.equal(explain(syntax)?.id, 'syntax-colon');
  const noted = "KeyError: 'tea'\nNameError: name 'x' is not defined";
  assert.equal(explain(noted)?.id, 'key-missing');
  const empty = 'AssertionError\nwhile checking the stock: tea';
  assert.equal(explain(empty)?.id, 'assertion');
});

test('parts of the program stay what they are: short, plain text', () => {
  const text = (summary: string) => explain(summary)?.text ?? '';
  assert.match(text("KeyError: '<img src=x onerror=alert(1)>'"), /`'<img src=x onerror=alert\(1\)>'`/);
  assert.match(text("KeyError: 'a`b'"), /`'a'b'`/);
  assert.match(text("KeyError: '$<key>$&'"), /`'\$<key>\$&'`/);
  assert.ok(text(`KeyError: '${'x'.repeat(100_000)}'`).length <= 320);
  assert.ok(text(`NameError: name '${'x'.repeat(300)}' is not defined`).length <= 320);
  const halved = text(`KeyError: '${'\u{1F40D}'.repeat(60)}'`);
  assert.equal(halved, halved.toWellFormed());
});

test('no message makes the search slow', () => {
  const parts = [
    "'",
    '"',
    'x',
    '_',
    '.',
    ' ',
    '0',
    '(',
    '):',
    "'a' ",
    "' and '",
    "', '",
    'x.',
    '__',
    '\n',
    '\r',
    'a: ',
  ];
  const starts = [
    ...[...all].map(({ message }) => message?.source.replace(/^\^/, '').split(/[[({\\]/)[0] ?? ''),
    ...[
      "name '",
      "'",
      'unsupported operand type(s) for ',
      "module '",
      "time data '",
      "f() missing 1 required positional argument: '",
    ],
  ];
  const slow = [];
  const summaries = [...entries.keys()].flatMap((error) => {
    const chosen = error === 'TypeError' || error === 'AttributeError' ? new Set(starts) : ['', "name '", "'"];
    return [...chosen].flatMap((start) => parts.map((part) => [`${error}: ${start}`, part] as const));
  });
  for (const [start, part] of [...summaries, ['x', 'x'], ['\n', '\n'], [' \n', ' \n'], ['  ', 'a: ']] as const) {
    const took = timeOf(start + part.repeat(Math.ceil(100_000 / part.length)));
    if (took > 50) slow.push(`${took} ms for ${JSON.stringify(start + part)}`);
  }
  assert.deepEqual(slow, []);
});

/** Milliseconds for an explanation: the best of some tries, since the machine may have other work. */
function timeOf(summary: string): number {
  let best = Infinity;
  for (let tries = 0; tries < 5 && best > 10; tries++) {
    const began = performance.now();
    explain(summary);
    best = Math.min(best, performance.now() - began);
  }
  return best;
}
