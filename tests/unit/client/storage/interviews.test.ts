/** Results in the browser's storage. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import {
  deleteInterview,
  keepInterview,
  mergeInterviewsInto,
  readInterviews,
  replaceInterviews,
} from '../../../../src/client/storage/interviews.ts';
import { NO_INTERVIEWS, resultId, type Result } from '../../../../src/client/study/interview/results.ts';
import { USUAL } from '../../../../src/client/study/interview/settings.ts';
import { forbidStorage, useStorage, type Browser } from './fake-storage.ts';

const KEY = 'roadmap.interviews';
const result = (at: number): Result => ({
  id: resultId(at, 'abc'),
  at,
  seed: 'abc',
  settings: USUAL,
  answers: [{ question: 'functions/closures#late', level: 'mid', rating: 'well', time: 5 }],
});
const dates = (): number[] => readInterviews().results.map(({ at }) => at);

let browser: Browser;
beforeEach(() => {
  browser = useStorage();
});

test('a result is kept beside the others, the latest first, and deleted by its id', () => {
  assert.equal(keepInterview(result(1)), undefined);
  assert.equal(keepInterview(result(2)), undefined);
  assert.deepEqual(dates(), [2, 1]);
  assert.equal(deleteInterview('2-abc'), undefined);
  assert.deepEqual(dates(), [1]);
  assert.equal(mergeInterviewsInto({ results: [result(1), result(3)] }), undefined);
  assert.deepEqual(dates(), [3, 1]);
});

test('deleting the last one, or all, leaves nothing', () => {
  keepInterview(result(1));
  deleteInterview('1-abc');
  assert.deepEqual(browser.stored(), {});
  mergeInterviewsInto({ results: [result(1), result(2)] });
  assert.equal(replaceInterviews(NO_INTERVIEWS), undefined);
  assert.deepEqual(browser.stored(), {});
});

test('beyond fifty the oldest goes', () => {
  for (let at = 1; at <= 53; at++) keepInterview(result(at));
  assert.equal(dates().length, 50);
  assert.equal(dates().at(-1), 4);
});

test('what another version wrote is set aside', () => {
  const later = '{"version":2,"results":[]}';
  browser.put(KEY, later);
  assert.deepEqual(dates(), []);
  keepInterview(result(1));
  assert.deepEqual(dates(), [1]);
  assert.equal(browser.stored()[`${KEY}.broken`], later);
});

test('a refusal is told', () => {
  browser.setRoom(10);
  assert.equal(keepInterview(result(1)), 'full');
  forbidStorage();
  assert.equal(keepInterview(result(1)), 'forbidden');
  assert.deepEqual(dates(), []);
});
