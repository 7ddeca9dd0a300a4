import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { chosenLessons, prerequisiteOrder } from '../../../../../src/client/study/plan/order.ts';
import { anyLessons, lesson } from './material.ts';

const ids = (lessons: readonly { id: string }[]): string[] => lessons.map(({ id }) => id);

test('a list that is in order stays as it is', () => {
  const lessons = [lesson('a/1'), lesson('b/1', { prerequisites: ['a/1'] }), lesson('a/2')];
  assert.deepEqual(prerequisiteOrder(lessons), lessons);
});

test('prerequisites come first, and the rest keeps its order', () => {
  const lessons = [lesson('a/1', { prerequisites: ['c/1'] }), lesson('b/1'), lesson('c/1'), lesson('d/1')];
  assert.deepEqual(ids(prerequisiteOrder(lessons)), ['b/1', 'c/1', 'a/1', 'd/1']);
});

test('a circle and an unknown prerequisite hold nothing up', () => {
  const lessons = [
    lesson('a/1', { prerequisites: ['a/2'] }),
    lesson('a/2', { prerequisites: ['a/1'] }),
    lesson('a/3', { prerequisites: ['gone/1'] }),
  ];
  assert.deepEqual(ids(prerequisiteOrder(lessons)), ['a/3', 'a/1', 'a/2']);
});

test('a topic takes what it needs of others, and no more', () => {
  const lessons = [
    lesson('a/1'),
    lesson('a/2'),
    lesson('b/1', { prerequisites: ['a/2'] }),
    lesson('c/1', { prerequisites: ['b/1'] }),
    lesson('c/2'),
  ];
  assert.deepEqual(ids(chosenLessons(lessons, { kind: 'topic', topic: 'c' })), ['a/2', 'b/1', 'c/1', 'c/2']);
});

test('before an interview, foundation and core come first', () => {
  const lessons = [
    lesson('a/1', { level: 3 }),
    lesson('a/2', { level: 1 }),
    lesson('b/1'),
    lesson('b/2', { level: 2 }),
  ];
  assert.deepEqual(ids(chosenLessons(lessons, { kind: 'interview', date: '2026-12-01' })), [
    'b/1',
    'a/2',
    'b/2',
    'a/1',
  ]);
});

test('whatever the lessons are, each stands once and behind its prerequisites', () => {
  fc.assert(
    fc.property(anyLessons, fc.boolean(), (lessons, byLevel) => {
      const order = prerequisiteOrder(lessons, byLevel ? ({ level }) => level : undefined);
      assert.deepEqual(ids(order).sort(), ids(lessons).sort());
      const place = new Map(order.map(({ id }, index) => [id, index]));
      for (const { id, prerequisites } of order)
        for (const needed of prerequisites) assert.ok(place.get(needed)! < place.get(id)!, `${needed} before ${id}`);
    }),
  );
});
