/** The memory of one card, held against the scheduler that ts-fsrs has itself. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createEmptyCard, fsrs, Grades, State } from 'ts-fsrs';
import { DAY, MINUTE, dayEnd, dayOf, dayStart } from '../../../../../src/client/study/review/day.ts';
import { GRADES, outcomes, type Grade, type Seen } from '../../../../../src/client/study/review/memory.ts';
import { MONDAY } from './cards.ts';

test('a day begins at 4 in the morning', () => {
  const at = (hour: number, minute = 0): number => new Date(2026, 10, 3, hour, minute).getTime();
  assert.equal(dayOf(at(4)), dayOf(at(23, 59)));
  assert.equal(dayOf(at(3, 59)), dayOf(at(4)) - 1);
  assert.equal(dayStart(dayOf(at(12))), at(4));
  assert.equal(dayEnd(at(3)), at(4));
});

test('each moment lies between the beginning and the end of its day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e12 }), (at) => {
      assert.ok(dayStart(dayOf(at)) <= at && at < dayEnd(at));
    }),
  );
});

test('a new card: two steps of minutes, then days', () => {
  const first = outcomes(undefined, MONDAY);
  assert.deepEqual(
    GRADES.map((grade) => first[grade].phase),
    ['learning', 'learning', 'learning', 'review'],
  );
  assert.deepEqual(
    ([1, 2, 3] as const).map((grade) => (first[grade].due - MONDAY) / MINUTE),
    [1, 6, 10],
  );
  const second = outcomes(first[3], MONDAY + 10 * MINUTE);
  assert.equal(second[3].phase, 'review');
  assert.ok(dayOf(second[3].due) > dayOf(MONDAY));
});

test('a forgotten card comes back in ten minutes and keeps the day it was first asked', () => {
  const known = outcomes(undefined, MONDAY)[4];
  const forgotten = outcomes(known, known.due)[1];
  assert.equal(forgotten.phase, 'relearning');
  assert.equal(forgotten.due - known.due, 10 * MINUTE);
  assert.equal(forgotten.first, MONDAY);
  assert.ok(forgotten.stability < known.stability);
});

test('a clock that was set back does no harm', () => {
  const seen = outcomes(undefined, MONDAY)[4];
  const again = outcomes(seen, MONDAY - 3 * DAY)[3];
  assert.equal(again.last, seen.last + 1);
});

test('every history of grades gives what the scheduler of ts-fsrs gives', () => {
  const scheduler = fsrs();
  // The scheduler counts days of UTC: it is told the reader's.
  const dayDate = (at: number): Date => new Date(dayOf(at) * DAY);
  const history = fc.array(
    fc.record({
      grade: fc.constantFrom<Grade[]>(1, 2, 3, 4),
      wait: fc.oneof(fc.integer({ min: 1, max: 30 * MINUTE }), fc.integer({ min: 1, max: 90 * DAY })),
    }),
    { minLength: 1, maxLength: 15 },
  );
  fc.assert(
    fc.property(history, (answers) => {
      let now = MONDAY;
      let theirs = createEmptyCard(dayDate(now));
      let ours: Seen | undefined;
      for (const { grade, wait } of answers) {
        now += wait;
        const day = dayDate(now);
        theirs = scheduler.next(theirs, day, Grades[grade - 1]!).card;
        ours = outcomes(ours, now)[grade];
        assert.equal(ours.stability, theirs.stability);
        assert.equal(ours.difficulty, theirs.difficulty);
        assert.equal(ours.step, theirs.learning_steps);
        assert.equal(ours.phase, State[theirs.state].toLowerCase());
        if (ours.phase === 'review') assert.equal(dayOf(ours.due) - dayOf(now), theirs.scheduled_days);
        else assert.equal(ours.due - now, theirs.due.getTime() - day.getTime());
      }
    }),
  );
});
