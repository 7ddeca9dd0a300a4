import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makePlan, type Done } from '../../../../../src/client/study/plan/schedule.ts';
import type { PlanSettings } from '../../../../../src/client/study/plan/settings.ts';
import { summary } from '../../../../../src/client/study/plan/words.ts';
import { addDays } from '../../../../../src/client/study/plan/dates.ts';
import { lesson, MONDAY, settings, topic } from './material.ts';

const lessons = Array.from({ length: 4 }, (_, index) => lesson(`a/${index}`));
const say = (more: Partial<PlanSettings>, done: Done = new Map(), today = MONDAY): string =>
  summary(makePlan({ topics: [topic('a', 1)], lessons }, settings(more), done, today), settings(more), today);
const all: Done = new Map(lessons.map(({ id }) => [id, MONDAY]));

test('a plan in a sentence', () => {
  assert.equal(say({}), '2 weeks at 3 hours a week. You finish on 8 November 2026.');
  assert.equal(say({ hours: 4 }), '1 week at 4 hours a week. You finish on 1 November 2026.');
  assert.equal(
    say({ hours: 1 }, new Map(), addDays(MONDAY, 7)),
    '4 more weeks at 1 hour a week. You finish on 29 November 2026.',
  );
  assert.equal(say({}, all), 'Every stop of this plan is done.');
  assert.equal(say({ goal: { kind: 'topic', topic: 'b' } }), 'No stop of this plan is written yet.');
});

test('an interview in a sentence', () => {
  const goal = { kind: 'interview', date: addDays(MONDAY, 7) } as const;
  assert.equal(say({ goal }), '3 of 4 stops fit before the interview on 2 November 2026, at 3 hours a week.');
  assert.equal(say({ goal, hours: 8 }), 'All stops fit before the interview on 2 November 2026, at 8 hours a week.');
  assert.equal(say({ goal }, all), 'Every stop is done before the interview on 2 November 2026.');
  assert.equal(say({ goal }, new Map(), goal.date), 'The interview was to be on 2 November 2026. Choose a new date.');
  const tomorrow = { kind: 'interview', date: addDays(MONDAY, 1) } as const;
  assert.equal(say({ goal: tomorrow }), 'There is no time left for a stop before the interview on 27 October 2026.');
});
