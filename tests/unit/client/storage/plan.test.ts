import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forbidStorage, useStorage } from './fake-storage.ts';
import { settings } from '../study/plan/material.ts';

const KEY = 'roadmap.plan';
const storage = useStorage();
const { readPlan, watchPlan, writePlan } = await import('../../../../src/client/storage/plan.ts');

test('a plan is kept, and another tab hears of it', () => {
  assert.equal(readPlan(), undefined);
  assert.equal(writePlan(settings({ hours: 8 })), undefined);
  assert.deepEqual(readPlan(), settings({ hours: 8 }));
  assert.deepEqual(JSON.parse(storage.stored()[KEY]!), { version: 1, plan: settings({ hours: 8 }) });
  const heard: unknown[] = [];
  const stop = watchPlan((plan) => heard.push(plan));
  storage.tell(KEY, JSON.stringify({ version: 1, plan: settings({ hours: 5 }) }));
  storage.tell(null, null);
  stop();
  storage.tell(KEY, null);
  assert.deepEqual(heard, [settings({ hours: 5 }), undefined]);
});

test('what is no plan is set aside', () => {
  const broken = JSON.stringify({ version: 1, plan: { ...settings(), hours: 500 } });
  storage.put(KEY, broken);
  assert.equal(readPlan(), undefined);
  assert.equal(storage.stored()[`${KEY}.broken`], broken);
});

test('a refusal is said', () => {
  storage.setRoom(100);
  assert.equal(writePlan(settings()), 'full');
  forbidStorage();
  assert.equal(writePlan(settings()), 'forbidden');
  assert.equal(readPlan(), undefined);
});
