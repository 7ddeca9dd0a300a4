import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../../../../../src/client/study/plan/dates.ts';
import { makePlan, type Plan } from '../../../../../src/client/study/plan/schedule.ts';
import { anyDay, anyDone, anyLessons, anySettings, lesson, MONDAY, settings, topic, topics } from './material.ts';

const ten = Array.from({ length: 10 }, (_, index) => lesson(`a/${index}`));
const roadmap = { topics: [topic('a', 1)], lessons: ten };
const weeksOf = ({ weeks }: Plan): string[] =>
  weeks.map(
    ({ number, blocks, done, isOff }) =>
      `${isOff ? 'off' : number!}: ${[...done.map(({ id }) => `(${id.slice(2)})`), ...blocks.map(({ stop, minutes }) => `${stop.id.slice(2)}${minutes < 60 ? `/${minutes}` : ''}`)].join(' ')}`,
  );

test('lessons fill the weeks, one after the other', () => {
  const plan = makePlan(roadmap, settings(), new Map(), MONDAY);
  assert.deepEqual(weeksOf(plan), ['1: 0 1 2', '2: 3 4 5', '3: 6 7 8', '4: 9']);
  assert.equal(plan.finish, '2026-11-22');
  assert.deepEqual(
    plan.weeks.at(-1)!.ends.map(({ slug }) => slug),
    ['a'],
  );
});

test('a lesson longer than what is left is split over two weeks, in parts worth sitting down for', () => {
  const lessons = [lesson('a/0', { minutes: 100 }), lesson('a/1', { minutes: 100 }), lesson('a/2', { minutes: 90 })];
  const plan = makePlan({ ...roadmap, lessons }, settings(), new Map(), MONDAY);
  assert.deepEqual(
    plan.weeks.map(({ blocks }) =>
      blocks.map(
        ({ minutes, isContinued, goesOn }) => `${minutes}${isContinued ? ' continued' : ''}${goesOn ? ' goes on' : ''}`,
      ),
    ),
    [
      ['100', '80 goes on'],
      ['20 continued', '90'],
    ],
  );
});

test('the first week may be short, and has fewer hours', () => {
  const thursday = addDays(MONDAY, 3);
  const plan = makePlan(roadmap, settings({ start: thursday, hours: 7 }), new Map(), thursday);
  assert.equal(plan.weeks[0]!.room, 240);
  assert.equal(plan.weeks[0]!.from, thursday);
  assert.equal(plan.weeks[0]!.to, '2026-11-01');
});

test('this week keeps what it began with; what is done early is gone from later weeks, and the rest moves up', () => {
  const wednesday = addDays(MONDAY, 9);
  const done = new Map<string, string | undefined>([
    ['a/0', MONDAY],
    ['a/1', MONDAY],
    ['a/2', addDays(MONDAY, 1)],
    ['a/3', wednesday],
    ['a/7', wednesday],
  ]);
  const plan = makePlan(roadmap, settings(), done, wednesday);
  assert.deepEqual(weeksOf(plan), ['1: (0) (1) (2)', '2: (3) (7) 4 5', '3: 6 8 9']);
  assert.deepEqual(
    plan.weeks.map(({ when }) => when),
    ['past', 'now', 'ahead'],
  );
});

test('what was not done moves on, and starting again counts the weeks anew', () => {
  const later = addDays(MONDAY, 14);
  assert.deepEqual(weeksOf(makePlan(roadmap, settings(), new Map([['a/0', MONDAY]]), later)), [
    '1: (0)',
    '2: ',
    '3: 1 2 3',
    '4: 4 5 6',
    '5: 7 8 9',
  ]);
  const again = makePlan(roadmap, settings({ start: later }), new Map([['a/0', undefined]]), later);
  assert.deepEqual(weeksOf(again), ['1: 1 2 3', '2: 4 5 6', '3: 7 8 9']);
});

test('a week off moves the rest, and has no number', () => {
  const plan = makePlan(roadmap, settings({ off: [addDays(MONDAY, 7)] }), new Map(), MONDAY);
  assert.deepEqual(weeksOf(plan), ['1: 0 1 2', 'off: ', '2: 3 4 5', '3: 6 7 8', '4: 9']);
});

test('lessons in preparation are named, and planned when they are asked for', () => {
  const lessons = [lesson('a/0'), lesson('a/1', { isWritten: false })];
  const without = makePlan({ ...roadmap, lessons }, settings(), new Map(), MONDAY);
  assert.deepEqual(weeksOf(without), ['1: 0']);
  assert.deepEqual(
    without.inPreparation.map(({ id }) => id),
    ['a/1'],
  );
  assert.deepEqual(without.weeks[0]!.ends, [], 'the line does not end here');
  const withThem = makePlan({ ...roadmap, lessons }, settings({ drafts: true }), new Map(), MONDAY);
  assert.deepEqual(weeksOf(withThem), ['1: 0 1']);
});

test('projects take hours only when they are asked to, until they are built', () => {
  const lessons = ten.slice(0, 2);
  const plan = (more: object): string[] =>
    weeksOf(makePlan({ topics: [topic('a', 1, 5)], lessons }, settings(more), new Map(), MONDAY));
  assert.deepEqual(plan({}), ['1: 0 1']);
  assert.deepEqual(plan({ projects: true }), ['1: 0 1 oject:a', '2: oject:a', '3: oject:a']);
  assert.deepEqual(plan({ projects: true, built: ['a'] }), ['1: 0 1']);
});

test('before an interview there is as much as fits, and the rest is said', () => {
  const lessons = [
    lesson('a/0'),
    lesson('a/1', { level: 3 }),
    lesson('a/2', { level: 1, minutes: 100 }),
    lesson('a/3', { level: 2, prerequisites: ['a/1'] }),
  ];
  const goal = { kind: 'interview', date: addDays(MONDAY, 7) } as const;
  const plan = makePlan({ ...roadmap, lessons }, settings({ goal }), new Map(), MONDAY);
  assert.deepEqual(weeksOf(plan), ['1: 0 2']);
  assert.deepEqual(
    plan.left.map(({ id }) => id),
    ['a/1', 'a/3'],
  );
  const late = makePlan({ ...roadmap, lessons }, settings({ goal }), new Map(), goal.date);
  assert.equal(late.finish, undefined);
  assert.equal(late.left.length, 4);
});

test('whatever happens: each lesson once or split, behind its prerequisites, in weeks that are not overfull', () => {
  const cases = anyLessons.chain((lessons) => fc.tuple(fc.constant(lessons), anyDone(lessons), anySettings, anyDay));
  fc.assert(
    fc.property(cases, ([lessons, done, asked, today]) => {
      const plan = makePlan({ topics, lessons }, asked, done, today);
      const minutes = new Map<string, number>();
      const begins = new Map<string, number>();
      const ends = new Map<string, number>();
      let place = 0;
      for (const week of plan.weeks) {
        const sum = week.blocks.reduce((total, block) => total + block.minutes, 0);
        assert.ok(sum <= week.room, `${sum} minutes in a week of ${week.room}`);
        if (week.when === 'past' || week.isOff) assert.equal(week.blocks.length, 0);
        for (const { stop, minutes: part, isContinued } of week.blocks) {
          assert.ok(!done.has(stop.id), `${stop.id} is done`);
          assert.equal(isContinued, minutes.has(stop.id));
          minutes.set(stop.id, (minutes.get(stop.id) ?? 0) + part);
          if (!begins.has(stop.id)) begins.set(stop.id, place);
          ends.set(stop.id, place++);
          if (asked.goal.kind === 'interview') assert.ok(week.to < asked.goal.date);
        }
      }
      for (const one of lessons) {
        const planned = minutes.get(one.id);
        if (planned !== undefined) {
          assert.equal(planned, one.minutes);
          assert.ok(one.isWritten || asked.drafts);
          for (const needed of one.prerequisites)
            if (ends.has(needed)) assert.ok(ends.get(needed)! < begins.get(one.id)!, `${needed} before ${one.id}`);
        }
        const isLeft = plan.left.includes(one) || plan.inPreparation.includes(one);
        assert.ok(!(isLeft && planned !== undefined));
        if (asked.goal.kind !== 'topic') assert.ok(done.has(one.id) || isLeft || planned !== undefined, one.id);
        if (asked.goal.kind === 'topic' && one.topic === asked.goal.topic && (one.isWritten || asked.drafts))
          assert.ok(done.has(one.id) || planned !== undefined, one.id);
      }
      if (asked.goal.kind !== 'interview') assert.deepEqual(plan.left, []);
      const numbers = plan.weeks.flatMap(({ number }) => number ?? []);
      assert.deepEqual(
        numbers,
        numbers.map((_, index) => index + 1),
      );
    }),
    { numRuns: 400 },
  );
});
