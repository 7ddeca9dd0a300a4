import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nextLesson, type NextFacts } from '../../../../src/client/study/next-lesson.ts';
import { EMPTY_PROGRESS, stateOf, withMark, type Progress } from '../../../../src/shared/progress.ts';

const lesson = (id: string, prerequisites: string[] = [], isWritten = true): NextFacts => ({
  id,
  prerequisites,
  isWritten,
});
const route = [lesson('a/1'), lesson('a/2', ['b/1']), lesson('a/3', ['a/1']), lesson('b/1', ['a/1']), lesson('b/2')];
const after = (...marks: [id: string, state: 'none' | 'reading' | 'done'][]): Progress =>
  marks.reduce((progress, [id, state], at) => withMark(progress, 'lesson', id, state, at), EMPTY_PROGRESS);

test('a new reader begins with the first lesson', () => {
  assert.equal(nextLesson(route, EMPTY_PROGRESS)?.id, 'a/1');
});

test('a lesson waits for its prerequisites, wherever they stand', () => {
  assert.equal(nextLesson(route, after(['a/1', 'done']))?.id, 'a/3');
  assert.equal(nextLesson(route, after(['a/1', 'done'], ['a/3', 'done']))?.id, 'b/1');
  assert.equal(nextLesson(route, after(['a/1', 'done'], ['a/3', 'done'], ['b/1', 'done']))?.id, 'a/2');
});

test('what was begun comes first, the last begun before others; a mark that was taken back is none', () => {
  assert.equal(nextLesson(route, after(['b/2', 'reading']))?.id, 'b/2');
  assert.equal(nextLesson(route, after(['b/2', 'reading'], ['a/2', 'reading']))?.id, 'a/2');
  assert.equal(nextLesson(route, after(['b/2', 'reading'], ['b/2', 'none']))?.id, 'a/1');
});

test('lessons that are not written are neither offered nor waited for', () => {
  const planned = [lesson('a/1', [], false), lesson('a/2', ['a/1', 'gone/lesson'])];
  assert.equal(nextLesson(planned, EMPTY_PROGRESS)?.id, 'a/2');
  assert.equal(nextLesson(planned, after(['a/1', 'reading']))?.id, 'a/2');
});

test('there is no next lesson when all written ones are done', () => {
  assert.equal(nextLesson([lesson('a/1'), lesson('a/2', [], false)], after(['a/1', 'done'])), undefined);
  assert.equal(nextLesson<NextFacts>([], EMPTY_PROGRESS), undefined);
});

test('following the advice does every written lesson once, none before what it builds on', () => {
  const roadmap = fc
    .array(fc.record({ needs: fc.array(fc.nat(20), { maxLength: 3 }), isWritten: fc.boolean() }), { maxLength: 20 })
    .chain((rows) => {
      // A lesson builds only on earlier rows; then the rows are shuffled, as lines are not in that order.
      const lessons = rows.map(({ needs, isWritten }, index) =>
        lesson(
          `t/${index}`,
          needs.filter((place) => place < index).map((place) => `t/${place}`),
          isWritten,
        ),
      );
      return fc.shuffledSubarray(lessons, { minLength: lessons.length });
    });
  fc.assert(
    fc.property(roadmap, (lessons) => {
      let progress = EMPTY_PROGRESS;
      const written = lessons.filter(({ isWritten }) => isWritten);
      for (let step = 0; step < written.length; step++) {
        const next = nextLesson(lessons, progress)!;
        assert.ok(next.isWritten);
        assert.equal(stateOf(progress, 'lesson', next.id), 'none');
        for (const { id } of written)
          if (next.prerequisites.includes(id)) assert.equal(stateOf(progress, 'lesson', id), 'done');
        progress = withMark(progress, 'lesson', next.id, 'done', step);
      }
      assert.equal(nextLesson(lessons, progress), undefined);
    }),
  );
});
