import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planProfile, PROFILE } from '../../../../../src/client/study/plan/profile.ts';
import { makePlan } from '../../../../../src/client/study/plan/schedule.ts';
import { lesson, MONDAY, settings, topic } from './material.ts';

const topics = [topic('a', 1), topic('b', 2)];
const lessons = [lesson('a/0'), lesson('a/1', { level: 1 }), lesson('b/0', { level: 2 }), lesson('b/1', { level: 3 })];
const profileOf = (done: ReadonlyMap<string, string>): ReturnType<typeof planProfile> =>
  planProfile(makePlan({ topics, lessons }, settings({ hours: 2 }), done, MONDAY), (slug) => (slug === 'a' ? 1 : 2));

test('minutes go across, lines lie below, weeks are ticks', () => {
  const profile = profileOf(new Map())!;
  assert.deepEqual(profile.runs, [
    { line: 1, from: 0, to: 620 },
    { line: 2, from: 620, to: PROFILE.width },
  ]);
  assert.deepEqual(profile.ticks, [620]);
  assert.equal(profile.here.x, 0);
  assert.match(profile.ridge, /^M0 [\d.]+C/);
  assert.match(profile.land, / 178L0 178Z$/);
});

test('the reader stands behind what is done', () => {
  assert.equal(profileOf(new Map([['a/0', MONDAY]]))!.here.x, PROFILE.width / 4);
});

test('a plan without stops has no profile', () => {
  assert.equal(profileOf(new Map(lessons.map(({ id }) => [id, '2020-01-06']))), undefined);
});
