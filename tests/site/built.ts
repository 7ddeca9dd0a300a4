/** The built site, read once: pages, their elements and their addresses. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';

export const dist = new URL('../../dist/', import.meta.url).pathname;
if (!existsSync(join(dist, 'index.html'))) throw new Error('dist/ is missing: run "npm run build" first');

export type Element = DefaultTreeAdapterTypes.Element;

/** One page of the site. */
export interface BuiltPage {
  /** "/functions/closures/" */
  path: string;
  file: string;
  html: string;
  elements: Element[];
}

/** Every file of dist/, with forward slashes. */
export const builtFiles: string[] = readdirSync(dist, { recursive: true, encoding: 'utf8', withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(dist.length).replaceAll('\\', '/'));

export const builtPages: BuiltPage[] = builtFiles
  .filter((file) => file.endsWith('.html'))
  .sort()
  .map((file) => {
    const html = readFileSync(join(dist, file), 'utf8');
    return { path: `/${file.replace(/index\.html$/, '')}`, file, html, elements: elementsOf(html) };
  });

function elementsOf(html: string): Element[] {
  const found: Element[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(visit);
    if ('content' in node) visit(node.content);
  };
  visit(parse(html));
  return found;
}

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value;

const isEmbed = ({ path }: BuiltPage): boolean => path.startsWith('/embed/');

/**
 * Pages that are whole documents of the site, not redirects. Programs for frames are neither: they name the lesson as
 * their address, nothing of the site leads to them, and they have no header. embeds.test.ts has their rules.
 */
export const realPages: BuiltPage[] = builtPages.filter(
  (page) => !isEmbed(page) && page.elements.some(({ tagName }) => tagName === 'main'),
);

/** Pages that show one program in a frame of another page. */
export const embedPages: BuiltPage[] = builtPages.filter(isEmbed);
