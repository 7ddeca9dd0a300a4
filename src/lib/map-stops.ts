/** The roadmap as the map's components take it: stops with complete addresses. */
import { withBase } from '../shared/paths.ts';
import { site } from '../site.ts';
import { lineOf, type Lesson, type Roadmap, type Topic } from './curriculum.ts';
import type { Stop } from './map/stops.ts';

/** One lesson as a stop. */
export function stopOf(lesson: Lesson): Stop {
  const { id, title, label, level, minutes, path } = lesson;
  return { id, title, label, level, minutes, ...(path ? { path: withBase(site.base, path) } : {}) };
}

/** The stops of a topic with what its page says of each: outcome, and prerequisites in other lines. */
export function stopsWithChanges(
  topic: Topic,
  roadmap: Roadmap,
): (Stop & { outcome: string; changes: { n: number; title: string; path?: string }[] })[] {
  return topic.lessons.map((lesson) => ({
    ...stopOf(lesson),
    outcome: lesson.outcome,
    changes: lesson.prerequisites
      .map((id) => roadmap.lessons.get(id)!)
      .filter((before) => before.topic !== topic.slug)
      .map((before) => ({
        n: lineOf(roadmap.topics, before.topic),
        title: before.title,
        ...(before.path ? { path: withBase(site.base, before.path) } : {}),
      })),
  }));
}
