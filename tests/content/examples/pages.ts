/** Finds the pages that hold examples, and reads their fences. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { extractFences, type Fence, type FenceProblem } from '../../../src/code-blocks/extract.ts';

const CONTENT = path.resolve(import.meta.dirname, '../../../content');

/** Folders of content/ that hold pages, with the ending of their files. */
const ROOMS: Record<string, string> = {
  lessons: '.mdx',
  topics: '.mdx',
  reference: '.mdx',
  questions: '.yaml',
  exercises: '.mdx',
  projects: '/index.mdx',
};

export interface Page {
  /** `lessons/functions/closures`, for the record of proofs; nothing for a file outside content/. */
  id?: string;
  /** Absolute. */
  file: string;
  source: string;
  fences: PageFence[];
  problems: FenceProblem[];
}

export interface PageFence extends Fence {
  /** Whether the fence begins a namespace of its own, by its word or by its place. */
  starts: boolean;
}

/** @returns the files of all pages in content/ */
export function allPages(): string[] {
  return Object.keys(ROOMS).flatMap((room) => pagesUnder(room));
}

/**
 * @param name `functions/closures`, `functions` (a whole topic), `topics/functions`,
 * `questions/functions/closures`, `reference/glossary`, or a file
 */
export function findPages(name: string): string[] {
  const direct = path.resolve(name);
  if (statSync(direct, { throwIfNoEntry: false })?.isFile()) return [direct];
  const id = name.replace(/\/$/, '').replace(/^content\//, '');
  const room = id.split('/')[0]!;
  if (Object.hasOwn(ROOMS, room)) return pagesUnder(id);
  return id.includes('/')
    ? pagesUnder(`lessons/${id}`)
    : Object.keys(ROOMS).flatMap((each) => pagesUnder(`${each}/${id}`));
}

/** The page of this id, or all pages below it. */
export function pagesUnder(id: string): string[] {
  const ending = ROOMS[id.split('/')[0]!]!;
  const file = path.join(CONTENT, `${id}${ending}`);
  if (existsSync(file)) return [file];
  const folder = path.join(CONTENT, id);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .flatMap((entry) => {
      if (entry.isDirectory()) return pagesUnder(`${id}/${entry.name}`);
      return entry.name.endsWith(path.extname(ending)) && !ending.startsWith('/')
        ? [path.join(folder, entry.name)]
        : [];
    });
}

export function readPage(file: string): Page {
  return parsePage(file, readFileSync(file, 'utf8'));
}

export function parsePage(file: string, source: string): Page {
  const { fences, problems } = extractFences(source);
  const id = idOf(file);
  const starts = file.endsWith('.yaml') ? startsOfItems(source, fences) : new Set<Fence>();
  return {
    ...(id ? { id } : {}),
    file,
    source,
    problems,
    fences: fences.map((fence) => ({ ...fence, starts: fence.words.fresh || starts.has(fence) })),
  };
}

function idOf(file: string): string | undefined {
  const relative = path.relative(CONTENT, file);
  if (relative.startsWith('..')) return undefined;
  return relative.replaceAll(path.sep, '/').replace(/(\/index)?\.\w+$/, '');
}

/** The first Python fence of each item of a YAML list: a question is a program of its own. */
function startsOfItems(source: string, fences: readonly Fence[]): Set<Fence> {
  const items = source.split('\n').flatMap((text, i) => (/^-\s/.test(text) ? [i + 1] : []));
  const starts = new Set<Fence>();
  let last = -1;
  for (const fence of fences) {
    if (fence.language !== 'python') continue;
    const item = items.findLastIndex((line) => line < fence.line);
    if (item !== last) starts.add(fence);
    last = item;
  }
  return starts;
}
