import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildRoadmap, climb, neighbors } from '../../../src/lib/curriculum.ts';
import { duration } from '../../../src/shared/duration.ts';
import type { Curriculum } from '../../../src/schemas/curriculum.ts';
import type { LessonData } from '../../../src/schemas/lesson.ts';

const planned = {
  title: 'B',
  level: 'core' as const,
  minutes: 50,
  prerequisites: ['t/a'],
  outcome: 'You can.',
  covers: [],
};
const spine: Curriculum = {
  topics: [
    {
      slug: 't',
      title: 'T',
      short: 'T',
      summary: 'S.',
      project: { slug: 'p', title: 'P' },
      lessons: [
        { slug: 'a', label: 'A' },
        { slug: 'b', label: 'B', planned },
      ],
    },
  ],
};
const written = {
  title: 'A',
  level: 'foundation',
  minutes: 40,
  prerequisites: [],
  outcome: 'You can.',
  covers: [],
} as unknown as LessonData;

test('joins the spine with the pages', () => {
  const { topics, lessons } = buildRoadmap(spine, new Map([['t/a', written]]));
  assert.equal(topics[0]!.minutes, 90);
  assert.equal(lessons.get('t/a')!.path, '/t/a/');
  assert.equal(lessons.get('t/b')!.path, undefined);
  assert.equal(lessons.get('t/b')!.level, 1);
  assert.equal(climb(topics[0]!), 'Foundation to Core');
  assert.equal(neighbors(topics[0]!, lessons.get('t/b')!).previous?.id, 't/a');
  assert.equal(neighbors(topics[0]!, lessons.get('t/b')!).next, undefined);
});

test('a lesson that is neither written nor planned is named', () => {
  assert.throws(() => buildRoadmap(spine, new Map()), /lesson "t\/a" has neither a page nor "planned"/);
});

test('times in words', () => {
  assert.deepEqual([45, 60, 380, 605].map(duration), ['45 min', '1 h', '6 h 20', '10 h 05']);
});
