/** An interview as data: its clock, its questions, its result. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  clockWords,
  elapsed,
  NEW_CLOCK,
  noticeBetween,
  started,
  stopped,
  timeWords,
} from '../../../../../src/client/study/interview/clock.ts';
import {
  begin,
  current,
  isLast,
  next,
  parseSession,
  pause,
  rate,
  resultOf,
  resume,
  sessionData,
  show,
  timeOf,
  type Session,
} from '../../../../../src/client/study/interview/session.ts';
import { parseInterviews, type Rating } from '../../../../../src/client/study/interview/results.ts';
import { USUAL, type Drawable } from '../../../../../src/client/study/interview/settings.ts';

const MINUTE = 60_000;
const question = (name: string): Drawable => ({
  id: `functions/closures#${name}`,
  topic: 'functions',
  lesson: 'functions/closures',
  level: 'mid',
});
const TWO = [question('one'), question('two')];

test('a clock counts while it goes, and only then', () => {
  const clock = started(stopped(started(NEW_CLOCK, 1000), 4000), 10_000);
  assert.equal(elapsed(clock, 12_000), 5000);
  assert.equal(elapsed(stopped(clock, 12_000), 99_000), 5000);
});

test('a clock never counts backwards, whatever the time of the computer does', () => {
  const times = fc.array(fc.tuple(fc.constantFrom('start', 'stop'), fc.nat(1e9)), { maxLength: 20 });
  fc.assert(
    fc.property(times, (steps) => {
      let clock = NEW_CLOCK;
      for (const [step, now] of steps) {
        const before = clock.kept;
        clock = step === 'start' ? started(clock, now) : stopped(clock, now);
        assert.ok(clock.kept >= before);
        assert.ok(elapsed(clock, 0) >= clock.kept);
      }
    }),
  );
});

test('the clock in words: what is left, what is over, and no limit', () => {
  assert.equal(timeWords(83_900), '1:23');
  assert.equal(clockWords(0, 3 * MINUTE), '3:00 left of 3:00');
  assert.equal(clockWords(83_400, 3 * MINUTE), '1:37 left of 3:00');
  assert.equal(clockWords(3 * MINUTE, 3 * MINUTE), '0:00 over 3:00');
  assert.equal(clockWords(200_000, 3 * MINUTE), '0:20 over 3:00');
  assert.equal(clockWords(83_000, 0), '1:23 so far');
});

test('the end is announced before it comes and when it is there, once each', () => {
  const limit = MINUTE;
  const heard: string[] = [];
  for (let time = 0; time < 2 * MINUTE; time += 250) {
    const notice = noticeBetween(time, time + 250, limit);
    if (notice) heard.push(notice);
  }
  assert.deepEqual(heard, ['30 seconds are left.', 'The time is up. Go on: the overtime is counted.']);
  assert.equal(noticeBetween(0, 10 * MINUTE, 0), undefined);
  // A page that slept through both says the one that matters.
  assert.match(noticeBetween(0, 5 * MINUTE, limit)!, /time is up/);
});

test('a whole interview: the answer ends the clock, a rating lets the reader go on', () => {
  let session = begin(TWO, USUAL, 'abc', 1000);
  assert.equal(current(rate(session, 'well')).rating, undefined, 'nothing to rate before the answer');
  assert.equal(next(session, 2000), session, 'no next question without a rating');
  assert.equal(resultOf(session), undefined);
  session = show(session, 61_000);
  assert.equal(timeOf(session, 99_000), MINUTE);
  session = next(rate(rate(session, 'missed'), 'well'), 100_000);
  assert.equal(current(session).question, 'functions/closures#two');
  assert.ok(isLast(session));
  session = rate(show(session, 105_000), 'partly');
  assert.equal(next(session, 106_000), session, 'the last question has no next');
  assert.deepEqual(resultOf(session), {
    id: '1000-abc',
    at: 1000,
    seed: 'abc',
    settings: USUAL,
    answers: [
      { question: 'functions/closures#one', level: 'mid', rating: 'well', time: MINUTE },
      { question: 'functions/closures#two', level: 'mid', rating: 'partly', time: 5000 },
    ],
  });
});

test('the clock stands while anybody holds it', () => {
  let session = begin(TWO, USUAL, 'abc', 0);
  session = pause(session, 'reader', 1000);
  session = pause(session, 'page', 2000);
  session = resume(session, 'page', 5000);
  assert.equal(timeOf(session, 9000), 1000, 'the reader still holds it');
  session = resume(session, 'reader', 10_000);
  assert.equal(timeOf(session, 12_000), 3000);
  session = resume(show(session, 12_000), 'page', 20_000);
  assert.equal(timeOf(session, 30_000), 3000, 'a shown answer has ended it');
});

const STEPS = fc.array(
  fc.tuple(
    fc.constantFrom('show', 'missed', 'partly', 'well', 'next', 'hide', 'seek', 'hold', 'go'),
    fc.nat(10 * MINUTE),
  ),
  { maxLength: 30 },
);
/** An interview as it is after some steps, and the moment of the last one. */
function after(steps: readonly [string, number][]): { session: Session; now: number } {
  let now = 1_700_000_000_000;
  let session = begin(TWO, USUAL, 'abc', now);
  for (const [what, wait] of steps) {
    now += wait;
    if (what === 'show') session = show(session, now);
    else if (what === 'next') session = next(session, now);
    else if (what === 'hide' || what === 'hold') session = pause(session, what === 'hide' ? 'page' : 'reader', now);
    else if (what === 'seek' || what === 'go') session = resume(session, what === 'seek' ? 'page' : 'reader', now);
    else session = rate(session, what as Rating);
  }
  return { session, now };
}

test('a result can be kept and read again', () => {
  fc.assert(
    fc.property(STEPS, (steps) => {
      const result = resultOf(after(steps).session);
      if (result) assert.deepEqual(parseInterviews({ results: [result] }), { results: [result] });
    }),
  );
});

test('an interview that is interrupted goes on as it was, without the time between', () => {
  fc.assert(
    fc.property(STEPS, (steps) => {
      const { session, now } = after(steps);
      const kept = parseSession(JSON.parse(JSON.stringify(sessionData(session, now))));
      assert.ok(kept);
      const later = now + 60 * MINUTE;
      const goesOn = resume(kept, 'page', later);
      assert.equal(timeOf(goesOn, later), timeOf(session, now));
      assert.deepEqual(resultOf(goesOn), resultOf(session));
      assert.deepEqual(
        goesOn.asked.map(({ clock: _, ...question }) => question),
        session.asked.map(({ clock: _, ...question }) => question),
      );
      const seen = resume(session, 'page', now);
      assert.equal(
        timeOf(goesOn, later + MINUTE) - timeOf(goesOn, later),
        timeOf(seen, now + MINUTE) - timeOf(seen, now),
      );
    }),
  );
});

test('what is no interview is not gone on with', () => {
  const data = JSON.parse(JSON.stringify(sessionData(begin(TWO, USUAL, 'abc', 0), 0))) as Record<string, unknown>;
  assert.ok(parseSession(data));
  const asked = (data['asked'] as object[])[0];
  for (const wrong of [
    null,
    [],
    { ...data, at: 2 },
    { ...data, at: 0.5 },
    { ...data, asked: [] },
    { ...data, asked: Array(16).fill(asked) },
    { ...data, asked: [{ ...asked, rating: 'well' }] },
    { ...data, asked: [{ ...asked, time: -1 }] },
    { ...data, seed: '' },
    { ...data, settings: {} },
  ])
    assert.equal(parseSession(wrong), undefined, JSON.stringify(wrong));
});
