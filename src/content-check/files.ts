/** Reads content/ with the places that messages need. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument, type Document } from 'yaml';
import { extractFences, type Fence, type FenceProblem } from '../code-blocks/extract.ts';

/** Kinds of content files, by folder. */
export const KINDS = ['lessons', 'topics', 'exercises', 'questions', 'cheatsheets', 'reference', 'projects'] as const;
export type Kind = (typeof KINDS)[number];

/** A YAML document whose nodes know their lines within the file. */
export interface Data {
  document: Document;
  /** The value, or undefined when it cannot be parsed. */
  value: unknown;
  /** Problems of the YAML itself. */
  errors: { line: number; message: string }[];
  /** Line of the node at a path; the nearest parent's where the path leads nowhere. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** One content file. */
export interface ContentFile {
  kind: Kind;
  /** Id within its collection: "functions/closures". */
  id: string;
  /** Path relative to the repository. */
  file: string;
  text: string;
  /** Frontmatter of MDX, or the whole of YAML. */
  data: Data;
  fences: Fence[];
  fenceProblems: FenceProblem[];
  headings: Heading[];
}

/** A heading of an MDX file; `id` is absent where the author gave none. */
export interface Heading {
  id: string | undefined;
  text: string;
  depth: number;
  line: number;
}

/** @param offset lines before the YAML in its file */
export function parseData(source: string, offset: number): Data {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const errors = document.errors.map((error) => ({
    line: lines.linePos(error.pos[0]).line + offset,
    message: error.message.split('\n')[0]!,
  }));
  return {
    document,
    value: errors.length > 0 ? undefined : document.toJS(),
    errors,
    lineOf(path) {
      for (let length = path.length; length >= 0; length--) {
        const node = length === 0 ? document.contents : document.getIn(path.slice(0, length) as unknown[], true);
        const range = (node as { range?: [number, number, number] } | null)?.range;
        if (range) return lines.linePos(range[0]).line + offset;
      }
      return offset + 1;
    },
  };
}

/** All content files below `root/content`. */
export function readContent(root: string): ContentFile[] {
  return KINDS.flatMap((kind) => {
    const folder = join(root, 'content', kind);
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => (kind === 'projects' ? /^[^/]+\/index\.mdx$/.test(name) : /\.(mdx|yaml)$/.test(name)))
      .sort()
      .map((name) => readFile(kind, name, `content/${kind}/${name}`, readFileSync(join(folder, name), 'utf8')));
  });
}

/** Takes one file apart. */
export function readFile(kind: Kind, name: string, file: string, text: string): ContentFile {
  const { fences, problems } = extractFences(text);
  const id = name.replace(/\/index\.mdx$/, '').replace(/\.(mdx|yaml)$/, '');
  const common = { kind, id, file, text, fences, fenceProblems: problems };
  if (file.endsWith('.yaml')) return { ...common, data: parseData(text, 0), headings: [] };
  const frontmatter = /^---\r?\n(.*?)\r?\n---(?:\r?\n|$)/s.exec(text);
  return { ...common, data: parseData(frontmatter?.[1] ?? '', 1), headings: headingsOf(proseLines(text)) };
}

/** The lines of an MDX file with everything blanked that is not prose: frontmatter, fences, comments. */
export function proseLines(text: string): string[] {
  const blank = (match: string): string => match.replace(/[^\n]/g, '');
  return text
    .replace(/^---\r?\n.*?\r?\n---(?:\r?\n|$)/s, blank)
    .replace(/^[ \t]*(`{3,}|~{3,}).*?^[ \t]*\1[ \t]*$/gms, blank)
    .replace(/\{\/\*.*?\*\/\}/gs, blank)
    .split('\n');
}

function headingsOf(lines: string[]): Heading[] {
  return lines.flatMap((line, index) => {
    const match = /^(#{1,6})\s+(.*?)(?:\s*\{#([\w-]+)\})?\s*$/.exec(line);
    return match ? [{ depth: match[1]!.length, text: match[2]!, id: match[3], line: index + 1 }] : [];
  });
}
