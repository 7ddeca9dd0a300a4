import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { score, type Answer, type Keyed } from '../../../../../src/client/study/placement/score.ts';

const QUESTIONS: Keyed[] = [
  { card: 'one', lesson: 'topic/loops', right: 0 },
  { card: 'two', lesson: 'topic/loops', right: 2 },
  { card: 'three', lesson: 'topic/errors', right: 1 },
];

test('a lesson is known when all its questions are right', () => {
  const result = score(QUESTIONS, { one: 0, two: 2, three: 0 });
  assert.deepEqual(result.verdicts, [true, true, false]);
  assert.equal(result.right, 2);
  assert.deepEqual(result.lessons, [
    { lesson: 'topic/loops', asked: 2, right: 2, isKnown: true },
    { lesson: 'topic/errors', asked: 1, right: 0, isKnown: false },
  ]);
});

test('not to know is wrong, and so is no answer', () => {
  const answers = { one: 0, two: 'unknown' } as const;
  const { verdicts, lessons } = score(QUESTIONS, answers);
  assert.deepEqual(verdicts, [true, false, false]);
  assert.deepEqual(
    lessons.map(({ isKnown }) => isKnown),
    [false, false],
  );
});

test('what is right adds up, and one wrong answer keeps a lesson from being skipped', () => {
  const answer = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constant('unknown' as const), fc.constant(undefined));
  const questions = fc.array(
    fc.record({ lesson: fc.constantFrom('a', 'b', 'c'), right: fc.integer({ min: 0, max: 3 }), answer }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(questions, (drawn) => {
      const keyed = drawn.map(({ lesson, right }, index) => ({ card: String(index), lesson, right }));
      const answers: Record<string, Answer> = {};
      drawn.forEach(({ answer: given }, index) => {
        if (given !== undefined) answers[String(index)] = given;
      });
      const result = score(keyed, answers);
      assert.equal(
        result.right,
        result.lessons.reduce((sum, { right }) => sum + right, 0),
      );
      assert.equal(
        keyed.length,
        result.lessons.reduce((sum, { asked }) => sum + asked, 0),
      );
      for (const { lesson, isKnown } of result.lessons)
        assert.equal(
          isKnown,
          drawn.every((question) => question.lesson !== lesson || question.answer === question.right),
        );
    }),
  );
});
