/** Recordings: what is refused, what a replay gives, and what is said about a step. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { changesOf } from '../../../src/shared/trace-changes.ts';
import {
  changedNames,
  changeText,
  eventText,
  limitText,
  stepText,
  valueText,
} from '../../../src/shared/trace-words.ts';
import { parseTrace, replay, type Step, type Trace } from '../../../src/shared/trace.ts';

const FIXTURES = new URL('../../fixtures/traces/', import.meta.url);

/** A recording of tests/fixtures/traces/, made by src/python/tracer.py. */
function recorded(name: string): Trace {
  const { trace } = JSON.parse(readFileSync(new URL(`${name}.json`, FIXTURES), 'utf8')) as { trace: unknown };
  return parseTrace(trace);
}

const STEPS: Step[] = [
  { e: 'l', l: 1, s: [1], o: 0, f: { 1: ['<module>', []] } },
  {
    e: 'l',
    l: 2,
    s: [1],
    o: 0,
    f: {
      1: [
        '<module>',
        [
          ['a', 1],
          ['b', 1],
        ],
      ],
    },
    h: { 1: { k: 'seq', t: 'list', v: ['1'] } },
  },
  { e: 'r', l: 2, s: [1], o: 2, h: { 1: { k: 'seq', t: 'list', v: ['1', '2'] } } },
];
const made = (change: (trace: { steps: Step[] } & Record<string, unknown>) => void = () => undefined): unknown => {
  const trace = { v: 1, out: [['out', 'x\n']], error: null, more: null, steps: structuredClone(STEPS) };
  change(trace);
  return trace;
};

test('a recording that is right comes back as it is', () => {
  assert.deepEqual(parseTrace(made()), made());
  for (const file of readdirSync(FIXTURES)) {
    const { trace } = JSON.parse(readFileSync(new URL(file, FIXTURES), 'utf8')) as { trace: unknown };
    assert.deepEqual(parseTrace(trace), trace, file);
  }
});

const WRONG: [string, Parameters<typeof made>[0], RegExp][] = [
  ['another version', (t) => (t['v'] = 2), /^trace\.v: expected the version 1, found 2$/],
  ['no steps', (t) => delete (t as Partial<typeof t>).steps, /^trace\.steps: expected a list, found nothing$/],
  ['an unknown stream', (t) => (t['out'] = [['html', '<b>']]), /^trace\.out\[0\]\[0\]: expected one of out, err/],
  ['text as error', (t) => (t['error'] = 3), /^trace\.error: expected a text, found 3$/],
  ['an unknown limit', (t) => (t['more'] = 'time'), /^trace\.more: expected one of steps, objects, output/],
  ['an unknown event', (t) => (t.steps[0]!.e = 'z' as 'l'), /^trace\.steps\[0\]\.e: expected one of c, l, r, y, e/],
  ['a line that is none', (t) => (t.steps[0]!.l = -1), /^trace\.steps\[0\]\.l: expected a whole number/],
  ['a frame that was never shown', (t) => (t.steps[0]!.s = [7]), /^trace\.steps\[0\]\.s: expected frames .*found 7$/],
  [
    'an object that was never shown',
    (t) => (t.steps[1]!.f = { 1: ['<module>', [['a', 9]]] }),
    /^trace\.steps\[1\]\.f\.1\[1\]\[0\]\[1\]: expected the number of an object that a step has shown, found 9$/,
  ],
  [
    'a kind that is none',
    (t) => (t.steps[1]!.h![1]!.k = 'html' as 'seq'),
    /^trace\.steps\[1\]\.h\.1\.k: expected one of seq/,
  ],
  [
    'a mapping without pairs',
    (t) => (t.steps[1]!.h![1] = { k: 'map', t: 'dict', v: ['1'] }),
    /^trace\.steps\[1\]\.h\.1\.v\[0\]: expected a list/,
  ],
  [
    'a key that is no number',
    (t) => (t.steps[1]!.h = { ['__proto__x']: STEPS[1]!.h![1]! }),
    /expected numbers as keys/,
  ],
  [
    'too many steps',
    (t) => (t.steps = new Array<Step>(1001).fill(STEPS[0]!)),
    /expected at most 1000 steps, found 1001/,
  ],
];
for (const [name, change, message] of WRONG)
  test(`refused: ${name}`, () => {
    assert.throws(
      () => parseTrace(made(change)),
      (error: Error) => message.test(error.message) || assert.fail(error.message),
    );
  });
test('refused: what is no recording at all', () => {
  for (const value of [null, undefined, 'trace', 3, []])
    assert.throws(() => parseTrace(value), /^Error: trace: expected/);
});

test('a replay gives the full state at each step', () => {
  const states = replay(parseTrace(made()));
  assert.deepEqual(
    states.map(({ frames }) => frames.map(({ names }) => names.map(([name]) => name))),
    [[[]], [['a', 'b']], [['a', 'b']]],
  );
  assert.deepEqual(
    states.map(({ objects }) => objects.get(1)?.v),
    [undefined, ['1'], ['1', '2']],
  );
  assert.deepEqual(
    states.map(({ printed }) => printed),
    [0, 0, 2],
  );
});

test('frames come and go, and each keeps its line', () => {
  const states = replay(recorded('defaults'));
  const inside = states.find(({ frames }) => frames.length === 2)!;
  assert.deepEqual(
    inside.frames.map(({ name, line }) => [name, line]),
    [
      ['<module>', 6],
      ['admit', 1],
    ],
  );
  assert.equal(states.at(-1)!.frames.length, 1);
  assert.deepEqual(
    states.filter(({ event }) => event === 'r').map((state) => eventText(state)),
    ["admit returns ['Ada']", "admit returns ['Ada', 'Grace']", "admit returns ['Alan']", 'the program ends'],
  );
});

test('an object that nothing leads to any more is not shown', () => {
  const states = replay(recorded('defaults'));
  const last = states.at(-1)!;
  assert.deepEqual(
    [...last.objects.values()].map(({ t }) => t),
    ['function', 'list'],
  );
});

test('a mutable default is one object: the words say so', () => {
  const states = replay(recorded('defaults'));
  const at = states.findIndex(({ frames }) => frames[0]!.names.some(([name]) => name === 'tuesday'));
  assert.deepEqual(changedNames(states[at]!, states[at - 1]), [
    { names: ['tuesday'], value: "['Ada', 'Grace']", same: 'monday' },
  ]);
  assert.equal(
    stepText(states[at]!, states[at - 1]),
    "line 8 is next; tuesday = ['Ada', 'Grace'], the same object as monday",
  );
});

test('a change inside an object is told by its names and marked at its item', () => {
  const states = replay(recorded('defaults'));
  const at = states.findIndex(({ objects }) => [...objects.values()].some(({ v }) => v.length === 2));
  const [state, before] = [states[at]!, states[at - 1]];
  assert.deepEqual(
    changedNames(state, before).map((change) => changeText(change)),
    ["queue of admit and monday = ['Ada', 'Grace']"],
  );
  const { items, names, objects } = changesOf(state, before);
  assert.deepEqual([[...items.values()].map((set) => [...set]), names.size, objects.size], [[[1]], 0, 0]);
});

test('closures tell what their cells hold', () => {
  const states = replay(recorded('closures'));
  const last = states.at(-1)!;
  const one = last.frames[0]!.names.find(([name]) => name === 'one')![1];
  assert.equal(valueText(one, last.objects), 'function <lambda> that keeps step = 2');
  const changed = states.findIndex((state, at) => changesOf(state, states[at - 1]).cells.size > 0);
  assert.deepEqual([...changesOf(states[changed]!, states[changed - 1]).cells.values()], [new Set(['step'])]);
});

test('a generator yields and goes on; attributes and keys are told', () => {
  const states = replay(recorded('generator'));
  const texts = states.map((state) => eventText(state));
  assert.ok(texts.includes("lines yields 'page 7'"), texts.join('\n'));
  assert.ok(texts.includes('the body of class Reader ends'));
  const last = states.at(-1)!;
  const reader = last.frames[0]!.names.find(([name]) => name === 'reader')![1];
  assert.equal(valueText(reader, last.objects), "Reader(source=generator lines (paused), seen={'first': 'page 7'})");
});

test('an exception, and a program that was cut', () => {
  const raising = recorded('raises');
  const states = replay(raising);
  assert.equal(raising.error, 'ValueError: minutes must not be negative');
  assert.deepEqual(
    states.filter(({ event }) => event === 'e').map((state) => [state.frames.length, eventText(state)]),
    [
      [2, 'raises ValueError: minutes must not be negative'],
      [1, 'raises ValueError: minutes must not be negative'],
    ],
  );
  const cut = recorded('cut');
  assert.deepEqual([cut.more, cut.steps.length], ['steps', 1000]);
  assert.match(limitText('steps'), /after 1,000 steps/);
});

test('words for values that hold themselves and for long ones end', () => {
  const states = replay(recorded('chain'));
  const last = states.at(-1)!;
  const pairs = last.frames[0]!.names.find(([name]) => name === 'pairs')![1];
  const text = valueText(pairs, last.objects);
  assert.equal(text.length, 72);
  assert.match(text, /^\[\{'name': 'E', 'next': \{'name': 'D'/);
  assert.match(text, /…$/);
});
