/** The Markdown pipeline of the site: the ordered list of plugins that MDX and Markdown go through. */
import type { HastPluginDefinition, HastPluginEntry } from 'satteri';
import { codeFigure } from './figure.ts';
import { resolveLink, type LinkTargets } from './links.ts';
import { paths, withBase } from '../shared/paths.ts';
import { parseWords } from './words.ts';

type Visitor = Exclude<NonNullable<HastPluginDefinition['element']>, unknown[]>['visit'];
type Element = Parameters<Visitor>[0];
type Context = Parameters<Visitor>[1];
/** Properties of an element are strings here: ids and addresses. */
const property = (node: Element, name: string): string | undefined => {
  const value = node.properties[name];
  return typeof value === 'string' ? value : undefined;
};
type Node = Element['children'][number];
type Jsx = Extract<Node, { type: 'mdxJsxFlowElement' }>;

/** Options of the pipeline. */
export interface PipelineOptions {
  targets: LinkTargets;
  /** Base path of the site. */
  base: string;
}

/** Features that the parser needs: explicit heading ids, and straight quotes and dashes in code's neighborhood. */
export const features = { headingAttributes: true, smartPunctuation: false } as const;

/** The plugins, in the order in which they run. */
export function markdownPlugins(options: PipelineOptions): HastPluginEntry[] {
  return [
    predictAnswers,
    ({ fileURL }) => codeBlocks(lessonIn(fileURL), options.base),
    headings,
    () => links(options),
    inlineCode,
    tables,
  ];
}

/** A word of code longer than this may break at the end of a line. */
const LONGEST_UNBROKEN = 24;

/** HTML as a node of either format. */
function raw(html: string, context: Context): Node {
  if (context.sourceFormat === 'markdown') return { type: 'raw', value: html } as unknown as Node;
  return {
    type: 'mdxJsxFlowElement',
    name: 'Fragment',
    attributes: [{ type: 'mdxJsxAttribute', name: 'set:html', value: html }],
    children: [],
  } as unknown as Node;
}

interface Block {
  language: string;
  meta: string;
  code: string;
}

function blockOf(pre: Node | undefined, context: Context): Block | undefined {
  if (pre?.type !== 'element' || pre.tagName !== 'pre') return undefined;
  const code = pre.children[0];
  if (code?.type !== 'element') return undefined;
  const data = (code.data ?? {}) as { lang?: string; meta?: string };
  return { language: data.lang ?? '', meta: data.meta ?? '', code: context.textContent(code).replace(/\n$/, '') };
}

/** The next sibling that is not white space. */
function following(node: Element, context: Context): Node | undefined {
  const siblings = context.parent(node).children as Node[];
  const at = context.indexOf(node) ?? siblings.length;
  return siblings.slice(at + 1).find((sibling) => !(sibling.type === 'text' && sibling.value.trim() === ''));
}

/** A number from a text, the same in every build. */
function hashOf(text: string): number {
  let hash = 7;
  for (let index = 0; index < text.length; index++) hash = (hash * 31 + text.charCodeAt(index)) >>> 0;
  return hash;
}

/** `<Right>` learns its text from the verified output, and its place among the wrong answers from the code. */
const predictAnswers: HastPluginDefinition = {
  name: 'predict-answers',
  mdxJsxFlowElement: {
    filter: ['Predict'],
    visit(node, context) {
      const blocks = node.children.map((child) => blockOf(child, context));
      const code = blocks.find((block) => block?.language === 'python')?.code ?? '';
      const output = blocks.find((block) => block?.language === 'output')?.code ?? '';
      const answers = node.children.filter(
        (child) => 'name' in child && (child.name === 'Wrong' || child.name === 'Right'),
      ) as Jsx[];
      const right = answers.find((child) => child.name === 'Right');
      if (!right) return;
      const wrong = answers.filter((child) => child !== right);
      const place = hashOf(code) % (wrong.length + 1);
      context.removeNode(right);
      const told = {
        ...right,
        attributes: [...right.attributes, { type: 'mdxJsxAttribute', name: 'output', value: output }],
      } as never;
      const before = wrong[place];
      if (before) context.insertBefore(before, told);
      else context.insertAfter(wrong.at(-1) as never, told);
    },
  },
};

/** `…/content/lessons/functions/closures.mdx` -> `functions/closures`; undefined for other pages. */
const lessonIn = (file: URL | undefined): string | undefined =>
  /\/content\/lessons\/(?<id>[\w-]+\/[\w-]+)\.mdx$/.exec(file?.pathname ?? '')?.groups?.['id'];

/** Fences become figures; an `output` fence joins the program before it. */
function codeBlocks(lesson: string | undefined, base: string): HastPluginDefinition {
  let section = 'top';
  const count = new Map<string, number>();
  return {
    name: 'code-blocks',
    element: {
      filter: ['pre', 'h2', 'h3'],
      visit(node, context) {
        if (node.tagName !== 'pre') {
          section = property(node, 'id') ?? section;
          return;
        }
        const block = blockOf(node, context);
        if (!block || block.language === 'output') return;
        const { language, words, problems } = parseWords(block.language, block.meta, block.code.split('\n').length);
        if (problems.length > 0) throw new Error(`code block in section "${section}": ${problems.join('; ')}`);
        const next = following(node, context);
        const output = blockOf(next, context);
        if (output?.language === 'output') context.removeNode(next as never);
        const number = (count.get(section) ?? 0) + 1;
        count.set(section, number);
        const id = `code-${section}-${number}`;
        const figure = codeFigure({
          id,
          language,
          words,
          code: block.code,
          output: output?.language === 'output' ? output.code : undefined,
          steps: words.trace && lesson !== undefined ? `${withBase(base, paths.embed(lesson, id))}#steps` : undefined,
        });
        return raw(figure, context);
      },
    },
  };
}

/** Headings carry a link to themselves. Its sign comes from CSS, so that it stays out of titles and search. */
const headings: HastPluginDefinition = {
  name: 'headings',
  element: {
    filter: ['h2', 'h3'],
    visit(node, context) {
      const id = property(node, 'id');
      if (id === undefined) throw new Error(`heading "${context.textContent(node)}" needs an explicit id: ## … {#id}`);
      context.setProperty(node, 'className', ['anchor']);
      context.appendChild(node, {
        type: 'element',
        tagName: 'a',
        properties: { className: ['anchor-link'], href: `#${id}`, ariaLabel: 'Link to this section' },
        children: [],
      });
    },
  },
};

/** Links by id become addresses; a link to a page in preparation becomes text. */
function links({ targets, base }: PipelineOptions): HastPluginDefinition {
  return {
    name: 'links',
    element: {
      filter: ['a'],
      visit(node, context) {
        if (node.properties['className'] !== undefined) return;
        const resolved = resolveLink(property(node, 'href') ?? '', targets, base);
        if ('problem' in resolved) throw new Error(`link "${context.textContent(node)}": ${resolved.problem}`);
        if ('pending' in resolved)
          return {
            type: 'element',
            tagName: 'span',
            properties: { className: ['pending'], title: 'In preparation' },
            children: node.children,
          } as never;
        context.setProperty(node, 'href', resolved.href);
        return;
      },
    },
  };
}

/** Short inline code does not break; long code may. */
const inlineCode: HastPluginDefinition = {
  name: 'inline-code',
  element: {
    filter: ['code'],
    visit(node, context) {
      if (context.textContent(node).length > LONGEST_UNBROKEN) context.setProperty(node, 'className', ['long']);
    },
  },
};

/** Wide tables scroll inside a region that the keyboard reaches. */
const tables: HastPluginDefinition = {
  name: 'tables',
  element: {
    filter: ['table'],
    visit(node, context) {
      context.wrapNode(node, {
        type: 'element',
        tagName: 'div',
        properties: { className: ['scroll'], tabIndex: 0, role: 'group', ariaLabel: 'Table' },
        children: [],
      });
    },
  },
};
