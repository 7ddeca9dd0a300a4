import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { recordOf, tallyOf, topicsOf } from '../../../../../src/client/study/progress/tally.ts';
import { EMPTY_PROGRESS, STATES, withMark, type Progress } from '../../../../../src/shared/progress.ts';
import type { LessonFacts, RoadmapFile } from '../../../../../src/shared/roadmap-file.ts';

const lesson = (id: string, isWritten = true): LessonFacts => ({
  id,
  topic: id.split('/')[0]!,
  title: `Title of ${id}`,
  level: 0,
  minutes: 30,
  prerequisites: [],
  isWritten,
  exercises: isWritten ? [{ id: `${id}-x`, title: 'Exercise', level: 'easy' }] : [],
  cards: isWritten ? [{ id: `question:${id}#q` }, { id: `prediction:${id}#code-1` }] : [],
});
const topic = (slug: string, number: number): RoadmapFile['topics'][number] => ({
  slug,
  number,
  title: slug,
  short: slug,
  project: { slug: 'p', title: 'P', isWritten: false },
});
const roadmap: RoadmapFile = {
  topics: [topic('b', 1), topic('a', 2), topic('c', 3)],
  lessons: [lesson('b/one'), lesson('b/two'), lesson('b/three', false), lesson('a/one'), lesson('c/one', false)],
};
const topics = topicsOf(roadmap);

test('topics come in the order of the lines, with what can be read', () => {
  assert.deepEqual(
    topics.map((entry) => [entry.topic.slug, entry.lessons.map(({ id }) => id)]),
    [
      ['b', ['b/one', 'b/two']],
      ['a', ['a/one']],
    ],
  );
});

test('only what is done, solved and known counts; predictions are no questions', () => {
  let progress: Progress = withMark(EMPTY_PROGRESS, 'lesson', 'b/one', 'done', 5);
  progress = withMark(progress, 'lesson', 'b/two', 'reading', 6);
  progress = withMark(progress, 'exercise', 'b/two-x', 'solved', 7);
  progress = withMark(progress, 'question', 'b/one#q', 'unsure', 8);
  assert.deepEqual(tallyOf(topics[0]!.lessons, progress), {
    lessons: { done: 1, of: 2 },
    exercises: { done: 1, of: 2 },
    questions: { done: 0, of: 2 },
  });
  assert.deepEqual(recordOf(topics, progress), [
    {
      topic: topics[0]!.topic,
      rows: [
        { kind: 'Lesson', title: 'Title of b/one', at: 5 },
        { kind: 'Exercise', title: 'Exercise', at: 7 },
      ],
    },
  ]);
  assert.deepEqual(recordOf(topics, EMPTY_PROGRESS), []);
});

test('topics add up to all of them, whatever is marked', () => {
  const id = fc.constantFrom('a/one', 'b/one', 'b/two', 'c/one', 'x/y');
  const marked = fc.array(fc.tuple(id, fc.constantFrom(...STATES.lesson)));
  fc.assert(
    fc.property(marked, (marks) => {
      const progress = marks.reduce((all, [key, state]) => withMark(all, 'lesson', key, state, 1), EMPTY_PROGRESS);
      const all = tallyOf(
        topics.flatMap(({ lessons }) => lessons),
        progress,
      );
      const each = topics.map(({ lessons }) => tallyOf(lessons, progress).lessons.done);
      assert.equal(
        each.reduce((sum, done) => sum + done, 0),
        all.lessons.done,
      );
      assert.ok(all.lessons.done <= all.lessons.of);
      const rows = recordOf(topics, progress).flatMap((entry) => entry.rows);
      assert.equal(rows.length, all.lessons.done + all.exercises.done);
    }),
  );
});
