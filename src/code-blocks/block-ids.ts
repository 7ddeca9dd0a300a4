/** The permanent ids of code blocks (`code-cells-1`), found in a page's source as the page itself gives them. */
import type { Fence } from './extract.ts';

const HEADING = /^#{2,3}\s.*\{#(?<id>[\w-]+)\}\s*$/;

/**
 * @param source the text of an MDX file
 * @param fences all of its fences, as `extractFences` gives them
 * @returns the id of each fence: its section and its place in it, counted from 1
 */
export function blockIds(source: string, fences: readonly Fence[]): string[] {
  const lines = source.split(/\r?\n/);
  const count = new Map<string, number>();
  let section = 'top';
  let from = 0;
  return fences.map((fence) => {
    for (const text of lines.slice(from, fence.line - 1)) section = HEADING.exec(text)?.groups?.['id'] ?? section;
    from = (fence.output ?? fence).endLine;
    const number = (count.get(section) ?? 0) + 1;
    count.set(section, number);
    return `code-${section}-${number}`;
  });
}
