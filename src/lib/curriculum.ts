/** The curriculum as the pages see it: spine and written lessons joined, with order and neighbors. */
import { paths } from '../shared/paths.ts';
import { LEVELS, type Level } from '../schemas/common.ts';
import type { Curriculum } from '../schemas/curriculum.ts';
import type { LessonData } from '../schemas/lesson.ts';

/** A lesson, written or in preparation. */
export interface Lesson {
  /** "topic/lesson", permanent. */
  id: string;
  slug: string;
  topic: string;
  /** Place along its line, from 1. */
  number: number;
  title: string;
  /** The name on the map. */
  label: string;
  levelName: Level;
  /** Index of the level, 0 to 3. */
  level: 0 | 1 | 2 | 3;
  minutes: number;
  prerequisites: string[];
  outcome: string;
  covers: string[];
  /** Absent while the page is in preparation. */
  path?: string;
}

/** A topic, which is a line on the map. */
export interface Topic {
  slug: string;
  /** Number of the line, from 1. */
  number: number;
  title: string;
  short: string;
  summary: string;
  path: string;
  lessons: Lesson[];
  minutes: number;
  project: { slug: string; title: string };
}

/** All topics in order, and every lesson by its id. */
export interface Roadmap {
  topics: Topic[];
  lessons: Map<string, Lesson>;
}

/**
 * Joins the spine with the lessons that are written.
 * @param written frontmatter by lesson id
 * @throws when a lesson is neither written nor planned; the content check says so with its line
 */
export function buildRoadmap(spine: Curriculum, written: ReadonlyMap<string, LessonData>): Roadmap {
  const lessons = new Map<string, Lesson>();
  const topics = spine.topics.map((topic, index) => {
    const stops = topic.lessons.map(({ slug, label, planned }, place): Lesson => {
      const id = `${topic.slug}/${slug}`;
      const page = written.get(id);
      const facts = page ?? planned;
      if (!facts) throw new Error(`content/curriculum.yaml: lesson "${id}" has neither a page nor "planned"`);
      const lesson: Lesson = {
        id,
        slug,
        topic: topic.slug,
        number: place + 1,
        title: facts.title,
        label,
        levelName: facts.level,
        level: LEVELS.indexOf(facts.level) as Lesson['level'],
        minutes: facts.minutes,
        prerequisites: facts.prerequisites,
        outcome: facts.outcome,
        covers: facts.covers,
        ...(page ? { path: paths.lesson(id) } : {}),
      };
      lessons.set(id, lesson);
      return lesson;
    });
    return {
      slug: topic.slug,
      number: index + 1,
      title: topic.title,
      short: topic.short,
      summary: topic.summary,
      path: paths.topic(topic.slug),
      lessons: stops,
      minutes: stops.reduce((sum, lesson) => sum + lesson.minutes, 0),
      project: topic.project,
    };
  });
  return { topics, lessons };
}

/** The lessons before and after one along its line. */
export function neighbors(topic: Topic, lesson: Lesson): { previous: Lesson | undefined; next: Lesson | undefined } {
  return { previous: topic.lessons[lesson.number - 2], next: topic.lessons[lesson.number] };
}

/** Number of a topic's line, from 1; 0 where there is no such topic. */
export function lineOf(topics: readonly Topic[], slug: string): number {
  return topics.findIndex((topic) => topic.slug === slug) + 1;
}

/** "Foundation to Advanced", or the one level of a line. */
export function climb(topic: Topic): string {
  const levels = topic.lessons.map((lesson) => lesson.level);
  const name = (level: number): string => LEVELS[level]![0]!.toUpperCase() + LEVELS[level]!.slice(1);
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  return low === high ? name(low) : `${name(low)} to ${name(high)}`;
}
