/** The Markdown beside each page. */
import { readFileSync } from 'node:fs';
import { withBase } from '../shared/paths.ts';
import { site } from '../site.ts';
import { readLinkTargets } from './content-files.ts';
import { plainMarkdown } from './plain-markdown.ts';

const targets = readLinkTargets('content');

/** An absolute address of the published site. */
export const absoluteUrl = (path: string): string => new URL(withBase(site.base, path), site.url).href;

/** @param file the page's source, relative to the repository */
export function markdownResponse(file: string, title: string): Response {
  const text = plainMarkdown(readFileSync(file, 'utf8'), title, targets, absoluteUrl);
  return new Response(text, { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
}
