import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameStop, type Stop } from '../../../../src/lib/map/stops.ts';

const planned: Stop = {
  id: 'functions/closures',
  title: 'Closures',
  label: 'Closures',
  level: 1,
  minutes: 45,
};
const closures: Stop = { ...planned, path: '/functions/closures/' };

test('a name has title, level, time and change', () => {
  assert.equal(nameStop(closures), 'Closures · Core · 45 min');
  assert.equal(nameStop(closures, 4), 'Closures · Core · 45 min · change for line 4');
});

test('a label that the title lacks comes first', () => {
  const stop = { ...closures, title: 'Conditionals & Pattern Matching', label: 'if and match' };
  assert.equal(nameStop(stop), 'if and match · Conditionals & Pattern Matching · Core · 45 min');
  assert.equal(
    nameStop({ ...closures, title: 'The Zen of Python', label: 'Zen of Python' }),
    'The Zen of Python · Core · 45 min',
  );
});

test('a stop without a page is in preparation', () => {
  assert.equal(nameStop(planned), 'Closures · Core · 45 min · in preparation');
});
