/**
 * Spreads lessons over weeks. Pure: the same settings, roadmap, marks and date make the same plan.
 *
 * Weeks that are over show what was done in them. This week keeps the lessons that it began with, done or not, so
 * that it can be finished. From the next week on there is only what is left: a lesson done early is gone from its
 * week, and what follows moves up; a lesson not done in its week moves on.
 */
import type { LessonFacts, RoadmapFile, TopicFacts } from '../../../shared/roadmap-file.ts';
import { chosenLessons } from './order.ts';
import type { PlanSettings } from './settings.ts';
import { frames, LEAST_PART, type Frame } from './weeks.ts';

/** A lesson, or a project at the end of its line. */
export type Stop = { id: string; minutes: number; topic: string; needs: readonly string[] } & (
  { lesson: LessonFacts; project?: never } | { lesson?: never; project: TopicFacts }
);

/** A stop, or a part of one, in a week. */
export interface Block {
  stop: Stop;
  /** Of this part. */
  minutes: number;
  /** Whether it was begun in an earlier week. */
  isContinued: boolean;
  /** Whether it goes on in a later week. */
  goesOn: boolean;
}

export interface Week extends Frame {
  when: 'past' | 'now' | 'ahead';
  /** Lessons marked as done in this week. */
  done: LessonFacts[];
  /** What is to be done, in order. */
  blocks: Block[];
  /** Topics whose last lesson is in this week. */
  ends: TopicFacts[];
}

export interface Plan {
  weeks: Week[];
  /** Lessons that do not fit before the interview. */
  left: LessonFacts[];
  /** Lessons of the goal that are in preparation and take no part. */
  inPreparation: LessonFacts[];
  /** Lessons of the goal that are done. */
  doneCount: number;
  /** Last day of the last week with something to do; undefined when there is nothing to do. */
  finish: string | undefined;
}

/** What is done: the date of each lesson, or undefined of what was done before the plan. */
export type Done = ReadonlyMap<string, string | undefined>;

/**
 * @param done ids of lessons that are done
 * @param today the reader's date
 */
export function makePlan(
  { lessons, topics }: Pick<RoadmapFile, 'lessons' | 'topics'>,
  settings: PlanSettings,
  done: Done,
  today: string,
): Plan {
  const wanted = chosenLessons(lessons, settings.goal);
  const isDone = ({ id }: LessonFacts): boolean => done.has(id);
  const chosen = wanted.filter((lesson) => lesson.isWritten || settings.drafts || isDone(lesson));
  const source = frames(settings);
  const weeks: Week[] = [];
  let next = source.next();
  for (; !next.done && next.value.to < today; next = source.next()) weeks.push(weekOf(next.value, 'past'));
  const rest = new Frames(source, next.done ? undefined : next.value);

  const projects = settings.projects ? projectStops(topics, lessons, chosen, settings) : [];
  const stopsWithout = (isOut: (lesson: LessonFacts) => boolean): Stop[] => withProjects(chosen, isOut, projects);
  const first = rest.at(0);
  const isNow = first !== undefined && first.from <= today;
  let queue = stopsWithout(isDone).map(toDo);
  let begin = 0;
  const blocks = new Map<Frame, Block[]>();
  if (isNow && !first.isOff) {
    const before = stopsWithout((lesson) => done.has(lesson.id) && (done.get(lesson.id) ?? '') < first.from);
    const thisWeek = (fill(before.map(toDo), rest, 0, 1).blocks.get(first) ?? []).filter(
      ({ stop }) => !done.has(stop.id),
    );
    blocks.set(first, thisWeek);
    const parts = new Map(thisWeek.map((block) => [block.stop.id, block.minutes]));
    queue = queue.flatMap((item) => {
      const part = parts.get(item.stop.id);
      if (part === undefined) return [item];
      return part < item.minutes ? [{ stop: item.stop, minutes: item.minutes - part, isContinued: true }] : [];
    });
    // What is begun goes on first.
    queue.sort((a, b) => Number(b.isContinued) - Number(a.isContinued));
    begin = 1;
  }
  const filled = fill(queue, rest, begin, Infinity);
  for (const [frame, found] of filled.blocks) blocks.set(frame, found);
  const last = Math.max(
    isNow ? 0 : -1,
    ...[...blocks].filter(([, found]) => found.length).map(([f]) => rest.indexOf(f)),
  );
  for (let index = 0; index <= last; index++) {
    const frame = rest.at(index)!;
    weeks.push({ ...weekOf(frame, index === 0 && isNow ? 'now' : 'ahead'), blocks: blocks.get(frame) ?? [] });
  }
  markDone(weeks, chosen, done, today);
  markEnds(weeks, topics, lessons, done);
  return {
    weeks,
    left: filled.left.flatMap(({ lesson }) => lesson ?? []),
    inPreparation: wanted.filter((lesson) => !chosen.includes(lesson)),
    doneCount: chosen.filter(isDone).length,
    finish: weeks.findLast((week) => week.blocks.length > 0)?.to,
  };
}

const weekOf = (frame: Frame, when: Week['when']): Week => ({ ...frame, when, done: [], blocks: [], ends: [] });

/** Frames that are made when they are asked for. */
class Frames {
  readonly #source: Generator<Frame, undefined>;
  readonly #made: Frame[];
  constructor(source: Generator<Frame, undefined>, first: Frame | undefined) {
    this.#source = source;
    this.#made = first ? [first] : [];
  }
  at(index: number): Frame | undefined {
    while (this.#made.length > 0 && this.#made.length <= index) {
      const next = this.#source.next();
      if (next.done) return undefined;
      this.#made.push(next.value);
    }
    return this.#made[index];
  }
  indexOf(frame: Frame): number {
    return this.#made.indexOf(frame);
  }
}

interface Item {
  stop: Stop;
  minutes: number;
  isContinued: boolean;
}
const toDo = (stop: Stop): Item => ({ stop, minutes: stop.minutes, isContinued: false });

/** Puts items into frames, from one on, and never goes back. What does not fit before the end is left, with what needs it. */
function fill(
  items: readonly Item[],
  weeks: Frames,
  from: number,
  count: number,
): { blocks: Map<Frame, Block[]>; left: Stop[] } {
  const blocks = new Map<Frame, Block[]>();
  const left: Stop[] = [];
  const missing = new Set<string>();
  let place: Place = { index: from, used: 0 };
  for (const { stop, minutes, isContinued } of items) {
    if (place.index >= from + count) break;
    const found = stop.needs.some((id) => missing.has(id))
      ? undefined
      : parts(minutes, place, weeks, stop.project !== undefined);
    if (!found) {
      left.push(stop);
      missing.add(stop.id);
      continue;
    }
    found.parts.forEach((part, nth) => {
      const list = blocks.get(part.frame) ?? [];
      const goesOn = nth < found.parts.length - 1;
      list.push({ stop, minutes: part.minutes, isContinued: isContinued || nth > 0, goesOn });
      blocks.set(part.frame, list);
    });
    place = found.end;
  }
  return { blocks, left };
}

interface Place {
  index: number;
  /** Minutes of the week that are taken. */
  used: number;
}
interface Part {
  frame: Frame;
  minutes: number;
}

/**
 * Where some minutes go: into this week, over this and the next, or into later ones; undefined when they do not fit.
 * A project begins in any week; a lesson is spread over no more weeks than it must.
 */
function parts(
  minutes: number,
  { index, used }: Place,
  weeks: Frames,
  isProject: boolean,
): { parts: Part[]; end: Place } | undefined {
  const here = studyWeek(index, weeks);
  if (!here) return undefined;
  const free = here.frame.room - (here.index === index ? used : 0);
  const taken = here.frame.room - free;
  if (minutes <= free)
    return { parts: [{ frame: here.frame, minutes }], end: { index: here.index, used: taken + minutes } };
  const next = studyWeek(here.index + 1, weeks);
  if (!next) return undefined;
  const first = Math.min(free, minutes - LEAST_PART);
  const rest = minutes - first;
  if (first >= LEAST_PART && rest <= next.frame.room)
    return {
      parts: [
        { frame: here.frame, minutes: first },
        { frame: next.frame, minutes: rest },
      ],
      end: { index: next.index, used: rest },
    };
  // Longer than a whole week: it takes what there is, week by week. Else it waits for the next one.
  if ((taken > 0 && !isProject) || first < LEAST_PART)
    return parts(minutes, { index: next.index, used: 0 }, weeks, isProject);
  const more = parts(rest, { index: next.index, used: 0 }, weeks, isProject);
  return more && { parts: [{ frame: here.frame, minutes: first }, ...more.parts], end: more.end };
}

/** The first week from one on that is not off. */
function studyWeek(index: number, weeks: Frames): { index: number; frame: Frame } | undefined {
  for (let at = index; ; at++) {
    const frame = weeks.at(at);
    if (!frame) return undefined;
    if (!frame.isOff) return { index: at, frame };
  }
}

/** Projects that the plan has to leave time for: of lines that are done at its end. */
function projectStops(
  topics: readonly TopicFacts[],
  lessons: readonly LessonFacts[],
  chosen: readonly LessonFacts[],
  { built }: PlanSettings,
): Stop[] {
  const ids = new Set(chosen.map(({ id }) => id));
  return topics.flatMap((topic) => {
    const own = lessons.filter((lesson) => lesson.topic === topic.slug);
    const minutes = (topic.project.hours ?? 0) * 60;
    const isWhole = own.every(({ id }) => ids.has(id));
    if (!topic.project.isWritten || minutes <= 0 || !isWhole || built.includes(topic.slug)) return [];
    return [
      { id: `project:${topic.slug}`, minutes, topic: topic.slug, needs: own.map(({ id }) => id), project: topic },
    ];
  });
}

/** The lessons to do as stops, each project right behind the last lesson of its line. */
function withProjects(
  chosen: readonly LessonFacts[],
  isOut: (lesson: LessonFacts) => boolean,
  projects: readonly Stop[],
): Stop[] {
  const lessons = chosen.filter((lesson) => !isOut(lesson));
  const lastOf = new Map(lessons.map((lesson) => [lesson.topic, lesson.id]));
  const isWaiting = ({ topic }: Stop): boolean => !lastOf.has(topic);
  return [
    ...projects.filter(isWaiting),
    ...lessons.flatMap((lesson): Stop[] => [
      { id: lesson.id, minutes: lesson.minutes, topic: lesson.topic, needs: lesson.prerequisites, lesson },
      ...projects.filter(({ topic }) => lastOf.get(topic) === lesson.id),
    ]),
  ];
}

function markDone(weeks: Week[], chosen: readonly LessonFacts[], done: Done, today: string): void {
  for (const lesson of chosen) {
    const date = done.get(lesson.id);
    if (date === undefined) continue;
    // A clock that was ahead does not make a plan for the past.
    const day = date > today ? today : date;
    weeks.find(({ from, to, when }) => when !== 'ahead' && from <= day && day <= to)?.done.push(lesson);
  }
}

/** A line ends in the week of its last lesson, when all of it is done by then. */
function markEnds(weeks: Week[], topics: readonly TopicFacts[], lessons: readonly LessonFacts[], done: Done): void {
  const weekOfLesson = new Map<string, Week>();
  for (const week of weeks) {
    for (const { id } of week.done) weekOfLesson.set(id, week);
    for (const { stop } of week.blocks) weekOfLesson.set(stop.id, week);
  }
  for (const topic of topics) {
    const own = lessons.filter((lesson) => lesson.topic === topic.slug);
    if (!own.every(({ id }) => done.has(id) || weekOfLesson.has(id))) continue;
    const last = weeks.findLast((week) => own.some(({ id }) => weekOfLesson.get(id) === week));
    last?.ends.push(topic);
  }
}
