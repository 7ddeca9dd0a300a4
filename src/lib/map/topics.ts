import type { Level } from './levels.ts';

/** A topic of the curriculum: one line of the map. */
export interface MapTopic {
  /** The line's number, from 1. */
  n: number;
  slug: string;
  /** The line's name on the map, at most 18 characters. */
  short: string;
  lessons: MapLesson[];
}

/** A lesson: one stop of its topic's line. */
export interface MapLesson {
  slug: string;
  /** The stop's name on the map, at most 19 characters. */
  label: string;
  title: string;
  level: Level;
  minutes: number;
  /** Ids (`topic/lesson`) of the lessons to read before this one. */
  prerequisites: string[];
}

/** The id of a lesson, which readers' progress hangs on as well. */
export const stopId = (topic: MapTopic, lesson: MapLesson): string => `${topic.slug}/${lesson.slug}`;
