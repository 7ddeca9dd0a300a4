import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { parseAttempt, readAttempt, writeAttempt, type Attempt } from '../../../../src/client/storage/placement.ts';

const CARD = 'prediction:functions/closures#code-1';
const ATTEMPT: Attempt = { draw: '7k2m', place: 3, isFinished: false, answers: { [CARD]: 2 } };
const KEY = 'roadmap.placement.functions';
let stored: Map<string, string>;

beforeEach(() => {
  stored = new Map();
  Object.defineProperty(globalThis, 'sessionStorage', {
    configurable: true,
    value: {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, text: string) => stored.set(key, text),
    },
  });
});

test('an attempt is kept by topic and read again', () => {
  assert.equal(readAttempt('functions'), undefined);
  assert.equal(writeAttempt('functions', ATTEMPT), true);
  assert.deepEqual([...stored.keys()], [KEY]);
  assert.deepEqual(readAttempt('functions'), ATTEMPT);
  assert.equal(readAttempt('core-syntax'), undefined);
});

test('what is no attempt is not read', () => {
  for (const text of ['{', '[]', 'null', '{"version":2}', '{"version":1,"draw":7}']) {
    stored.set(KEY, text);
    assert.equal(readAttempt('functions'), undefined, text);
  }
  assert.equal(parseAttempt({ version: 1, ...ATTEMPT, place: -1 }), undefined);
  assert.equal(parseAttempt({ version: 1, ...ATTEMPT, place: 1.5 }), undefined);
  assert.equal(parseAttempt({ version: 1, ...ATTEMPT, answers: [] }), undefined);
});

test('answers that mean nothing are left out', () => {
  const answers = { [CARD]: 'unknown', nonsense: 1, 'prediction:a/b#c': 'maybe', 'prediction:a/b#d': -1 };
  assert.deepEqual(parseAttempt({ version: 1, ...ATTEMPT, answers })?.answers, { [CARD]: 'unknown' });
});

test('a browser without storage keeps nothing and says so', () => {
  Object.defineProperty(globalThis, 'sessionStorage', {
    configurable: true,
    get: () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    },
  });
  assert.equal(writeAttempt('functions', ATTEMPT), false);
  assert.equal(readAttempt('functions'), undefined);
});
