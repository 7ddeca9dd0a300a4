/** A page's Markdown for readers and programs: MDX without components, links with addresses. */
import { resolveLink, type LinkTargets } from '../code-blocks/links.ts';

/**
 * @param source the MDX file
 * @param absolute makes a path of the site absolute
 */
export function plainMarkdown(
  source: string,
  title: string,
  targets: LinkTargets,
  absolute: (path: string) => string,
): string {
  const body = source.replace(/^---\n.*?\n---\n/s, '');
  const parts = body.split(/(^[ \t]*```.*?^[ \t]*```[ \t]*$)/ms);
  const text = parts
    .map((part, index) =>
      index % 2 ? plainFence(part) : plainProse(part, targets, absolute).replace(/\n{3,}/g, '\n\n'),
    )
    .join('');
  return `# ${title}\n\n${text.trim()}\n`;
}

/** Keeps the language of a fence and drops the site's own words behind it. */
const plainFence = (fence: string): string => fence.replace(/^([ \t]*```\w+).*$/m, '$1');

const OPENERS: [RegExp, string][] = [
  [/<Pitfall>/g, '**Pitfall.**'],
  [/<Top1>/g, '**Top 1%.**'],
  [/<Note>/g, '**Note.**'],
  [/<New since="([^"]*)">/g, '**New in $1.**'],
  [/<Recap>/g, '## Recap'],
  [/<Predict>/g, '**What does it print?**'],
  [/<Wrong output=(?:"([^"]*)"|\{"((?:[^"\\]|\\.)*)"\})>/g, '- Not `$1$2`: '],
  [/<Right>/g, '- Right: '],
  [/<Hint>/g, '**Hint.** '],
  [/<Solution>/g, '**Solution.**'],
  [/<Table caption="([^"]*)">/g, '*$1*'],
  [/<Diagram title="([^"]*)"\s+desc="([^"]*)">.*?<\/Diagram>/gs, '*Drawing: $1.* $2'],
  [/<Item id="[^"]*">(.*?)<\/Item>/gs, '**$1**'],
];

function plainProse(text: string, targets: LinkTargets, absolute: (path: string) => string): string {
  const opened = OPENERS.reduce((done, [pattern, word]) => done.replace(pattern, word), text);
  return opened
    .replace(/<\/(Pitfall|Top1|Note|New|Recap|Predict|Wrong|Right|Hint|Solution|Table)>/g, '')
    .replace(/\{\/\*.*?\*\/\}/gs, '')
    .replace(/^(#{2,4} .*?)[ \t]*\{#[\w-]+\}[ \t]*$/gm, '$1')
    .replace(/(?<!!)\[([^\]]+)\]\(([a-z]+:[^)\s]+)\)/g, (whole, words: string, href: string) => {
      const to = resolveLink(href, targets, '/');
      return 'href' in to
        ? `[${words}](${to.href.startsWith('/') ? absolute(to.href) : to.href})`
        : 'pending' in to
          ? words
          : whole;
    });
}
