/** A roadmap, marks and settings for the tests of the plan, by hand and by chance. */
import fc from 'fast-check';
import { addDays, mondayOf } from '../../../../../src/client/study/plan/dates.ts';
import type { PlanSettings } from '../../../../../src/client/study/plan/settings.ts';
import type { LessonFacts, TopicFacts } from '../../../../../src/shared/roadmap-file.ts';

/** A Monday. */
export const MONDAY = '2026-10-26';

export const lesson = (id: string, more: Partial<LessonFacts> = {}): LessonFacts => ({
  id,
  topic: id.split('/')[0]!,
  title: `Title of ${id}`,
  level: 0,
  minutes: 60,
  prerequisites: [],
  isWritten: true,
  exercises: [],
  cards: [],
  ...more,
});

export const topic = (slug: string, number: number, hours?: number): TopicFacts => ({
  slug,
  number,
  title: `Topic ${slug}`,
  short: slug,
  project: { slug: `${slug}-project`, title: `Project of ${slug}`, isWritten: hours !== undefined, hours },
});

export const settings = (more: Partial<PlanSettings> = {}): PlanSettings => ({
  id: '0123456789abcdef',
  goal: { kind: 'all' },
  hours: 3,
  start: MONDAY,
  off: [],
  drafts: false,
  projects: false,
  built: [],
  since: 0,
  ...more,
});

/** Lessons of up to four topics; prerequisites point anywhere, but never in a circle. */
export const anyLessons: fc.Arbitrary<LessonFacts[]> = fc
  .array(
    fc.record({
      topic: fc.constantFrom('a', 'b', 'c', 'd'),
      level: fc.integer({ min: 0, max: 3 }),
      minutes: fc.integer({ min: 25, max: 100 }),
      isWritten: fc.boolean(),
      needs: fc.array(fc.nat(40), { maxLength: 3 }),
      place: fc.nat(1000),
    }),
    { maxLength: 40 },
  )
  .map((rows) =>
    rows
      .map(({ topic, level, minutes, isWritten, needs, place }, index) => ({
        place,
        lesson: lesson(`${topic}/l${index}`, {
          level,
          minutes,
          isWritten,
          prerequisites:
            index === 0
              ? []
              : [...new Set(needs.map((need) => need % index))].map((need) => `${rows[need]!.topic}/l${need}`),
        }),
      }))
      .sort((one, other) => one.place - other.place)
      .map((row) => row.lesson),
  );

export const topics = [topic('a', 1, 9), topic('b', 2, 2), topic('c', 3), topic('d', 4, 20)];

export const anyDay = fc.integer({ min: -100, max: 400 }).map((days) => addDays(MONDAY, days));

export const anySettings: fc.Arbitrary<PlanSettings> = fc.record({
  id: fc.stringMatching(/^[0-9a-f]{16}$/),
  goal: fc.oneof(
    fc.constant({ kind: 'all' as const }),
    fc.constantFrom('a', 'b', 'c').map((slug) => ({ kind: 'topic' as const, topic: slug })),
    anyDay.map((date) => ({ kind: 'interview' as const, date })),
  ),
  hours: fc.integer({ min: 1, max: 60 }),
  start: anyDay,
  off: fc.array(anyDay.map(mondayOf), { maxLength: 10 }).map((days) => [...new Set(days)].sort()),
  drafts: fc.boolean(),
  projects: fc.boolean(),
  built: fc.uniqueArray(fc.constantFrom('a', 'b', 'd')),
  since: fc.nat(1e13),
});

/** Which lessons are done, and when: some in no time of the plan. */
export const anyDone = (lessons: readonly LessonFacts[]): fc.Arbitrary<Map<string, string | undefined>> =>
  fc
    .array(fc.tuple(fc.nat(), fc.option(anyDay, { nil: undefined })), { maxLength: 12 })
    .map(
      (rows) =>
        new Map(lessons.length === 0 ? [] : rows.map(([index, day]) => [lessons[index % lessons.length]!.id, day])),
    );
