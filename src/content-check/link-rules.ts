/** Links by id and the anchors they name. */
import { resolveLink, type LinkTargets } from '../code-blocks/links.ts';
import { paths } from '../shared/paths.ts';
import { proseLines, type ContentFile } from './files.ts';
import type { Problem } from './problem.ts';

/** Path of each page -> the anchors that it has. */
export type Anchors = ReadonlyMap<string, ReadonlySet<string>>;

const PATH_OF: Record<ContentFile['kind'], ((id: string) => string) | undefined> = {
  lessons: paths.lesson,
  topics: paths.topic,
  exercises: paths.exercise,
  cheatsheets: paths.cheatsheet,
  reference: paths.reference,
  projects: paths.project,
  questions: undefined,
};

/** The page of a content file; questions have none of their own. */
export const pathOf = ({ kind, id }: ContentFile): string | undefined => PATH_OF[kind]?.(id);

/** The permanent anchors of every page: headings, named items, exercises and questions. */
export function collectAnchors(files: readonly ContentFile[]): Anchors {
  const anchors = new Map<string, Set<string>>();
  for (const content of files) {
    const path = pathOf(content);
    if (!path) continue;
    const ids = new Set(content.headings.flatMap(({ id }) => (id === undefined ? [] : [id])));
    for (const match of proseLines(content.text)
      .join('\n')
      .matchAll(/<Item id="([\w-]+)"/g))
      ids.add(match[1]!);
    if (content.kind === 'lessons') for (const id of generatedAnchors(content, files)) ids.add(id);
    if (content.kind === 'topics') ids.add('stops');
    anchors.set(path, ids);
  }
  return anchors;
}

function generatedAnchors(lesson: ContentFile, files: readonly ContentFile[]): string[] {
  const { exercises } = (lesson.data.value ?? {}) as { exercises?: string[] };
  const questions = files.find(({ kind, id }) => kind === 'questions' && id === lesson.id)?.data.value as
    { id: string }[] | undefined;
  return [
    'references',
    ...(lesson.text.includes('<Recap>') ? ['recap'] : []),
    ...(exercises?.length ? ['practice', ...exercises.map((name) => `ex-${name}`)] : []),
    ...(Array.isArray(questions) ? ['interview', ...questions.map(({ id }) => `q-${id}`)] : []),
  ];
}

export function checkLinks(content: ContentFile, targets: LinkTargets, anchors: Anchors): Problem[] {
  const { file } = content;
  const lines = file.endsWith('.mdx') ? proseLines(content.text) : content.text.split('\n');
  return lines.flatMap((line, index) => {
    const prose = line.replace(/(`+)(?:(?!\1).)*\1/g, '');
    return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].flatMap((match) => {
      const message = problemOf(match[1]!, content, targets, anchors);
      return message === undefined ? [] : [{ file, line: index + 1, message }];
    });
  });
}

function problemOf(href: string, content: ContentFile, targets: LinkTargets, anchors: Anchors): string | undefined {
  const resolved = resolveLink(href, targets, '/');
  if ('problem' in resolved) return `link: ${resolved.problem}`;
  if ('pending' in resolved || /^(https|mailto):/.test(href)) return undefined;
  const [path, hash] = href.startsWith('#')
    ? [pathOf(content) ?? `/${content.id}/`, href.slice(1)]
    : resolved.href.split('#');
  if (hash === undefined || hash === '') return undefined;
  const known = anchors.get(path!);
  return known && !known.has(hash) ? `link: expected an anchor of ${path!}, found "#${hash}"` : undefined;
}
