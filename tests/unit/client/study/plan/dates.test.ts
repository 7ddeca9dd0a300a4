import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  calendarDate,
  dateRange,
  daysBetween,
  isDate,
  longDate,
  mondayOf,
} from '../../../../../src/client/study/plan/dates.ts';
import { anyDay } from './material.ts';

test('dates are those of a calendar', () => {
  for (const date of ['2026-11-22', '2028-02-29', '2020-01-01']) assert.ok(isDate(date), date);
  for (const date of ['2027-02-29', '2026-13-01', '2026-1-1', '1999-01-01', '2100-01-01', '', 20261122, null])
    assert.ok(!isDate(date), String(date));
});

test('days and weeks, also where clocks change', () => {
  assert.equal(addDays('2026-10-24', 2), '2026-10-26');
  assert.equal(addDays('2026-12-31', 1), '2027-01-01');
  assert.equal(mondayOf('2026-11-22'), '2026-11-16');
  assert.equal(mondayOf('2026-11-16'), '2026-11-16');
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -500, max: 500 }), (date, days) => {
      assert.equal(daysBetween(date, addDays(date, days)), days);
      assert.ok(daysBetween(mondayOf(date), date) >= 0 && daysBetween(mondayOf(date), date) < 7);
    }),
  );
});

test('a date is that of the reader’s calendar', () => {
  assert.equal(calendarDate(new Date(2026, 10, 22, 0, 30).getTime()), '2026-11-22');
  assert.equal(calendarDate(new Date(2026, 10, 22, 23, 30).getTime()), '2026-11-22');
});

test('dates in words', () => {
  assert.equal(longDate('2027-01-31'), '31 January 2027');
  assert.equal(dateRange('2026-11-02', '2026-11-08'), '2 – 8 Nov');
  assert.equal(dateRange('2026-10-26', '2026-11-01'), '26 Oct – 1 Nov');
  assert.equal(dateRange('2026-11-01', '2026-11-01'), '1 Nov');
});
