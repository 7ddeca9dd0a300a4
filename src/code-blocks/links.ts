/** Links by id: `lesson:functions/closures#cells` and the like. */
import { paths, withBase } from '../shared/paths.ts';

/** The pages that links may name. Lesson, exercise and project ids as in their paths. */
export interface LinkTargets {
  /** "topic/lesson" -> whether the page is written. */
  lessons: ReadonlyMap<string, boolean>;
  topics: ReadonlySet<string>;
  exercises: ReadonlySet<string>;
  cheatsheets: ReadonlySet<string>;
  references: ReadonlySet<string>;
  projects: ReadonlySet<string>;
}

/** Where a link leads: an address, nothing yet (in preparation), or a problem as a sentence. */
export type Resolved = { href: string } | { pending: true } | { problem: string };

const BY_ID = /^(?<kind>[a-z]+):(?<id>[\w/-]+)(?<hash>#[\w-]+)?$/;

/** @param href as the author wrote it; @param base the site's base path */
export function resolveLink(href: string, targets: LinkTargets, base: string): Resolved {
  if (/^(https:|mailto:|#)/.test(href)) return { href };
  if (href.startsWith('http:')) return { problem: `expected https, found "${href}"` };
  const match = BY_ID.exec(href)?.groups as { kind: string; id: string; hash?: string } | undefined;
  if (!match) return { problem: `expected a link by id such as "lesson:functions/closures", found "${href}"` };
  const { kind, id, hash = '' } = match;
  const unknown = { problem: `there is no ${kind} "${id}"` };
  const to = (path: string): Resolved => ({ href: withBase(base, path) + hash });
  switch (kind) {
    case 'lesson': {
      const written = targets.lessons.get(id);
      return written === undefined ? unknown : written ? to(paths.lesson(id)) : { pending: true };
    }
    case 'topic':
      return targets.topics.has(id) ? to(paths.topic(id)) : unknown;
    case 'exercise':
      return targets.exercises.has(id) ? to(paths.exercise(id)) : unknown;
    case 'cheatsheet':
      return targets.cheatsheets.has(id) ? to(paths.cheatsheet(id)) : unknown;
    case 'reference':
      return targets.references.has(id) ? to(paths.reference(id)) : unknown;
    case 'project':
      return targets.projects.has(id) ? to(paths.project(id)) : unknown;
    default:
      return { problem: `expected lesson:, topic:, exercise:, cheatsheet:, reference: or project:, found "${kind}:"` };
  }
}
