/** What exists in content/, read from disk: for the links of Markdown, before Astro's collections are there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { LinkTargets } from '../code-blocks/links.ts';
import type { Curriculum } from '../schemas/curriculum.ts';

/** Ids of the files below a folder with one ending: `lessons/functions/closures.mdx` -> `functions/closures`. */
export function idsIn(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .sort();
}

/** @param content path of the content folder */
export function readLinkTargets(content: string): LinkTargets {
  const spine = parse(readFileSync(join(content, 'curriculum.yaml'), 'utf8')) as Curriculum;
  const written = new Set(idsIn(join(content, 'lessons'), '.mdx'));
  const ids = spine.topics.flatMap((topic) => topic.lessons.map((lesson) => `${topic.slug}/${lesson.slug}`));
  return {
    lessons: new Map(ids.map((id) => [id, written.has(id)])),
    topics: new Set(spine.topics.map((topic) => topic.slug)),
    exercises: new Set(idsIn(join(content, 'exercises'), '.mdx')),
    cheatsheets: new Set(idsIn(join(content, 'cheatsheets'), '.yaml')),
    references: new Set(idsIn(join(content, 'reference'), '.mdx')),
    projects: new Set(idsIn(join(content, 'projects'), '/index.mdx')),
  };
}
