/** Markdown of YAML files (questions, cheat sheets) -> HTML, through the same plugins as the pages. */
import { markdownToHtml } from 'satteri';
import { features, markdownPlugins } from '../code-blocks/index.ts';
import { site } from '../site.ts';
import { readLinkTargets } from './content-files.ts';

const plugins = markdownPlugins({ targets: readLinkTargets('content'), base: site.base });

/** A few paragraphs -> HTML. `scope` makes the ids of code blocks unique on the page. */
export function renderMarkdown(markdown: string, scope: string): string {
  const result = markdownToHtml(markdown, { features, hastPlugins: plugins });
  if (result instanceof Promise) throw new Error('the plugins of the pipeline have to be synchronous');
  return result.html.replaceAll(/(id="|href="#)code-top-/g, `$1code-${scope}-`);
}

/** One line of Markdown -> HTML without the paragraph around it. */
export function renderInline(markdown: string): string {
  return renderMarkdown(markdown, 'inline')
    .trim()
    .replace(/^<p>|<\/p>$/g, '');
}
