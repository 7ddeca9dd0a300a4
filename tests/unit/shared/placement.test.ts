import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedLessons, countWord, predictionsOf, questionCount } from '../../../src/shared/placement.ts';
import type { LessonFacts } from '../../../src/shared/roadmap-file.ts';

const lesson = (name: string, predictions: number): LessonFacts => ({
  id: `topic/${name}`,
  topic: 'topic',
  title: name,
  level: 0,
  minutes: 30,
  prerequisites: [],
  isWritten: true,
  exercises: [],
  cards: [
    ...Array.from({ length: predictions }, (_, nth) => ({ id: `prediction:topic/${name}#code-${nth}` })),
    { id: `pitfall:topic/${name}#code-9` },
    { id: `question:topic/${name}#why`, level: 'core', title: 'Why?' },
  ],
});

test('predictions are told from other cards', () => {
  assert.deepEqual(predictionsOf(lesson('a', 2)), ['prediction:topic/a#code-0', 'prediction:topic/a#code-1']);
});

test('lessons without predictions are not asked about, nor those of other topics', () => {
  const lessons = [lesson('a', 5), lesson('b', 0), { ...lesson('c', 5), topic: 'other' }];
  assert.deepEqual(
    askedLessons({ lessons }, 'topic').map(({ title }) => title),
    ['a'],
  );
});

test('a check needs ten predictions, has ten questions, and more only for more lessons', () => {
  const topic = (...counts: number[]): number =>
    questionCount({ lessons: counts.map((count, index) => lesson(`l${index}`, count)) }, 'topic');
  assert.equal(topic(), 0);
  assert.equal(topic(9), 0);
  assert.equal(topic(5, 5), 10);
  assert.equal(topic(...Array<number>(9).fill(3)), 10);
  assert.equal(topic(...Array<number>(16).fill(3)), 16);
  assert.equal(countWord(10), 'Ten');
  assert.equal(countWord(16), '16');
});
