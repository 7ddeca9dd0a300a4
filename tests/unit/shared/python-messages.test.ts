import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  LONGEST_TEXT,
  parseReply,
  type Grade,
  type Reply,
  type TestResult,
} from '../../../src/shared/python-messages.ts';

const TEST: TestResult = {
  name: 'test_sum',
  title: 'adds',
  status: 'failed',
  expression: 'add(1) == 1',
  operator: '==',
  got: '2',
  want: '1',
  message: null,
  traceback: null,
  printed: '',
  ms: 0.25,
};
const GRADE: Grade = { status: 'failed', error: null, line: null, missing: ['add'], printed: '', tests: [TEST] };
const finished = (result: unknown): unknown => ({ type: 'finished', id: '1', result, heap: 1 });
const graded = (more: object): unknown => finished({ ended: 'normally', grade: { ...GRADE, ...more } });
const tested = (more: object): unknown => graded({ tests: [TEST, { ...TEST, ...more }] });
const LONG = 'x'.repeat(LONGEST_TEXT + 1);

const REPLIES: Reply[] = [
  { type: 'loaded', bytes: 0, total: 0 },
  { type: 'started', canAsk: false },
  { type: 'failed', reason: 'no network' },
  { type: 'printed', id: '1', stream: 'stdout', text: '' },
  { type: 'printed', id: '1', stream: 'stderr', text: '<b>' },
  { type: 'asked', id: '1' },
  { type: 'testing', id: '1', name: 'test_sum' },
  { type: 'finished', id: '1', result: { ended: 'normally' }, heap: 20_000_000 },
  {
    type: 'finished',
    id: '1',
    result: { ended: 'raised', name: 'ValueError', summary: 'ValueError: x', traceback: 'Traceback …' },
    heap: 1,
  },
  { type: 'finished', id: '1', result: { ended: 'flooded' }, heap: 1 },
  { type: 'finished', id: '1', result: { ended: 'cut', trace: { any: ['thing'] } }, heap: 1 },
  { type: 'finished', id: '1', result: { ended: 'normally', grade: GRADE }, heap: 1 },
  {
    type: 'finished',
    id: '1',
    result: {
      ended: 'normally',
      grade: { status: 'broken', error: 'SyntaxError', line: 3, missing: [], printed: 'a', tests: [] },
    },
    heap: 1,
  },
  { type: 'crashed', detail: 'exit(3)' },
];

for (const reply of REPLIES)
  test(`a reply is taken as it is: ${JSON.stringify(reply).slice(0, 90)}`, () => {
    assert.deepEqual(parseReply(structuredClone(reply)), reply);
  });

test('a reply without one of its fields is none', () => {
  for (const reply of REPLIES)
    for (const field of Object.keys(reply)) {
      const rest: Record<string, unknown> = { ...reply };
      Reflect.deleteProperty(rest, field);
      assert.equal(parseReply(rest), undefined, `${reply.type} without ${field}`);
    }
});

test('a reply with a field of another kind is none', () => {
  for (const reply of REPLIES)
    for (const field of Object.keys(reply))
      for (const value of [null, undefined, {}, [], Symbol('x'), NaN])
        assert.equal(parseReply({ ...reply, [field]: value }), undefined, `${reply.type}: ${field}, ${typeof value}`);
});

test('anything else that a program may post is no reply', () => {
  for (const data of [undefined, null, 0, '', 'finished', true, [], ['finished'], {}, new Map(), new Date(), () => 1])
    assert.equal(parseReply(data), undefined);
  for (const type of ['take', 'load', 'toString', '__proto__', '', 'FINISHED', ['finished']])
    assert.equal(parseReply({ type, id: '1', text: '', stream: 'stdout' }), undefined, String(type));
});

test('only two streams are there', () => {
  for (const stream of ['stdin', 'constructor', '', 1])
    assert.equal(parseReply({ type: 'printed', id: '1', stream, text: '' }), undefined);
});

for (const [what, data] of Object.entries({
  'an unknown end': finished({ ended: 'well' }),
  'no end': finished({}),
  'a traceback that is no text': finished({ ended: 'raised', traceback: ['x'] }),
  'a summary that is null': finished({ ended: 'raised', summary: null }),
  'a grade that is null': finished({ ended: 'normally', grade: null }),
  'a grade of an unknown status': graded({ status: 'excellent' }),
  'an error that is no text': graded({ error: { toString: 'x' } }),
  'a line that is no number': graded({ line: '3' }),
  'a line between lines': graded({ line: 1.5 }),
  'missing names that are none': graded({ missing: [{}] }),
  'tests that are no list': graded({ tests: { length: 1, 0: TEST } }),
  'a test that is null': graded({ tests: [null] }),
  'a test of an unknown status': tested({ status: 'constructor' }),
  'a test whose value is no text': tested({ got: 2 }),
  'a test without an expression': tested({ expression: undefined }),
  'a test whose time is no number': tested({ ms: '1' }),
}))
  test(`a result with ${what} is none`, () => {
    assert.equal(parseReply(data), undefined);
  });

test('a message that nobody can read is no reply', () => {
  for (const data of [
    { type: 'printed', id: '1', stream: 'stdout', text: LONG },
    { type: 'printed', id: LONG, stream: 'stdout', text: '' },
    { type: 'crashed', detail: LONG },
    { type: 'failed', reason: LONG },
    { type: 'testing', id: '1', name: LONG },
  ])
    assert.equal(parseReply(data), undefined);
});

test('a result with very long texts is taken, and they are cut: an exception may say anything', () => {
  const raised = parseReply(finished({ ended: 'raised', name: 'ValueError', summary: LONG, traceback: LONG }));
  assert.ok(raised?.type === 'finished');
  const cut = `${'x'.repeat(LONGEST_TEXT)}… (200,001 characters)`;
  assert.deepEqual(raised.result, { ended: 'raised', name: 'ValueError', summary: cut, traceback: cut });
  const grade = parseReply(graded({ error: LONG, printed: LONG, tests: [{ ...TEST, message: LONG }] }));
  assert.ok(grade?.type === 'finished');
  assert.deepEqual(grade.result.grade, { ...GRADE, error: cut, printed: cut, tests: [{ ...TEST, message: cut }] });
});

test('a text of the greatest length is taken whole', () => {
  const text = 'x'.repeat(LONGEST_TEXT);
  assert.deepEqual(
    parseReply(finished({ ended: 'raised', traceback: text })),
    finished({ ended: 'raised', traceback: text }),
  );
  assert.ok(parseReply({ type: 'printed', id: '1', stream: 'stdout', text }));
});
