/** Loads what the tools of the learner know about the roadmap, once a page. */
import { paths } from '../../shared/paths.ts';
import type { LessonFacts, RoadmapFile } from '../../shared/roadmap-file.ts';

/** The base path of the site, `/` or `/roadmap/`. */
export const base = (): string => document.documentElement.dataset['base'] ?? '/';

/** A path of the site under its base. */
export const address = (path: string): string => base().replace(/\/$/, '') + path;

let loading: Promise<RoadmapFile> | undefined;

/** @throws when the file cannot be had; asking again tries again */
export function loadRoadmap(): Promise<RoadmapFile> {
  loading ??= fetch(address(paths.roadmapFile)).then(async (response) => {
    if (!response.ok) throw new Error(`${response.status} for ${paths.roadmapFile}`);
    return (await response.json()) as RoadmapFile;
  });
  loading.catch(() => (loading = undefined));
  return loading;
}

/** Lessons by id. */
export const lessonsById = ({ lessons }: RoadmapFile): Map<string, LessonFacts> =>
  new Map(lessons.map((lesson) => [lesson.id, lesson]));
