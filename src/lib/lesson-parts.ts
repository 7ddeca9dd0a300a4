/** A lesson as prose and programs in order, for the forms in which it can be taken away. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { extractFences } from '../code-blocks/extract.ts';
import { addresses, type Addresses } from './addresses.ts';
import { isScript, pageBlocks, type PageBlock } from './page-programs.ts';
import { plainMarkdown } from './plain-markdown.ts';
import { paths } from '../shared/paths.ts';

/** What a form of a lesson is made from. */
export interface LessonSource extends Addresses {
  /** "topic/lesson" */
  id: string;
  title: string;
  /** The MDX file. */
  source: string;
  /** Address of the lesson. */
  url: string;
}

/** Reads `content/lessons/<id>.mdx`. @throws when it is missing */
export function readLesson(id: string): LessonSource {
  const source = readFileSync(`content/lessons/${id}.mdx`, 'utf8');
  const { title } = parse(/^---\n(.*?)\n---\n/s.exec(source)?.[1] ?? '') as { title: string };
  return { ...addresses(), id, title, source, url: addresses().absolute(paths.lesson(id)) };
}

/** Prose is Markdown; a program is run, or written to a file, or only shown, for a reason. */
export type LessonPart =
  | { kind: 'prose'; markdown: string }
  | { kind: 'run' | 'write'; block: PageBlock }
  | { kind: 'show'; block: PageBlock; why: string };

/**
 * Prose with links as addresses, and Python programs (and files) as parts of their own. Other fences, such as shell
 * sessions, stay in the prose.
 * @throws when a fence of the source is lost on the way to Markdown
 */
export function lessonParts({ id, title, source, targets, absolute, url }: LessonSource): LessonPart[] {
  const text = plainMarkdown(source, title, targets, absolute).trimEnd();
  const { fences } = extractFences(text);
  const blocks = pageBlocks(source);
  if (fences.length !== blocks.length)
    throw new Error(
      `content/lessons/${id}.mdx: expected ${blocks.length} code blocks in its Markdown, found ${fences.length}`,
    );
  const lines = text.split('\n');
  const parts: LessonPart[] = [];
  let from = 0;
  const prose = (to: number): void => {
    const markdown = lines.slice(from, to).join('\n').trim();
    if (markdown) parts.push({ kind: 'prose', markdown: withAddresses(markdown, url) });
  };
  for (const [index, fence] of fences.entries()) {
    const part = programOf(blocks[index]!);
    if (!part) continue;
    prose(fence.line - 1);
    parts.push(part);
    from = fence.output?.endLine ?? fence.endLine;
  }
  prose(lines.length);
  return parts;
}

function programOf(block: PageBlock): LessonPart | undefined {
  const { fence } = block;
  const { words, language } = fence;
  if (language !== 'python' && (words.file === undefined || words.norun !== undefined)) return undefined;
  if (words.norun !== undefined) return { kind: 'show', block, why: `not run: ${words.norun}` };
  if (isScript(fence)) return { kind: 'show', block, why: 'save it as main.py and run that: it needs its own process' };
  return { kind: words.file === undefined ? 'run' : 'write', block };
}

/** Links to a section of the lesson lead to the site, code aside. */
function withAddresses(markdown: string, url: string): string {
  return markdown
    .split(/(^[ \t]*```.*?^[ \t]*```[ \t]*$|`[^`\n]*`)/ms)
    .map((part, index) => (index % 2 ? part : part.replaceAll('](#', `](${url}#`)))
    .join('');
}
