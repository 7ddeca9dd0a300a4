/** Parsed pages: finding parts, and what of them goes onto a card. */
import { defaultTreeAdapter as tree, html, serialize, type DefaultTreeAdapterTypes } from 'parse5';

export type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;
type Fragment = DefaultTreeAdapterTypes.DocumentFragment;

/** Parts that only work, or only mean something, on the site. */
const DROPPED = new Set([
  'svg',
  'img',
  'picture',
  'video',
  'iframe',
  'script',
  'style',
  'template',
  'button',
  'summary',
]);
const DROPPED_CLASSES = ['tools', 'steps', 'diagram'];
/** All other elements give way to what is in them. */
const KEPT = new Set(
  (
    'a b blockquote br code dd div dl dt em figcaption figure h2 h3 h4 i kbd li ol p pre s samp span strong sub sup ' +
    'table tbody td th thead tr u ul var'
  ).split(' '),
);
/** Classes that the style of the cards knows. */
const CLASSES = new Set(
  (
    'ask code out err exc out-head file note-label followup listen l hl add del ' +
    'kw str esc num com fn cls dec par pun'
  ).split(' '),
);

const BLOCKS = new Set('blockquote dd div dl dt figcaption figure h2 h3 h4 li ol p pre table tr ul'.split(' '));

/** Blocks without an empty line around them. */
const LINES = new Set(['li', 'br', 'tr']);

export const isElement = (node: Node): node is Element => 'tagName' in node;
const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : []);

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value;

export const hasClass = (element: Element, name: string): boolean =>
  (attribute(element, 'class') ?? '').split(/\s+/).includes(name);

/** The first element below a node, in document order, that a test accepts. */
export function find(node: Node, test: (element: Element) => boolean): Element | undefined {
  for (const child of childrenOf(node)) {
    if (isElement(child) && test(child)) return child;
    const deeper = find(child, test);
    if (deeper) return deeper;
  }
  return undefined;
}

export function findAll(node: Node, test: (element: Element) => boolean): Element[] {
  return childrenOf(node).flatMap((child) => [
    ...(isElement(child) && test(child) ? [child] : []),
    ...findAll(child, test),
  ]);
}

/** The nearest element around another one, or itself, that a test accepts. */
export function closest(element: Element, test: (element: Element) => boolean): Element | undefined {
  if (test(element)) return element;
  const parent = element.parentNode;
  return parent && isElement(parent) ? closest(parent, test) : undefined;
}

export function textOf(node: Node): string {
  return tree.isTextNode(node) ? node.value : childrenOf(node).map(textOf).join('');
}

/** A new element with a class, around nodes that stay where they are, too. */
export function wrap(tag: string, className: string, ...inside: (Node | string)[]): Element {
  const made = tree.createElement(tag, html.NS.HTML, [{ name: 'class', value: className }]);
  made.childNodes = inside.map((part) =>
    typeof part === 'string' ? tree.createTextNode(part) : part,
  ) as Element['childNodes'];
  return made;
}

/**
 * Copies what may stand on a card: no pictures, tools or ids, only the classes that the cards' style knows, links
 * absolute, white space outside of programs as one blank.
 * @param page the absolute address of the page that they are from
 */
export function forCard(nodes: readonly Node[], page: string): Fragment {
  const made = tree.createDocumentFragment();
  for (const node of nodes) copyInto(made, node, page, false);
  trim(made);
  return made;
}

/** Openings of what Anki would take for a sound, a formula or a field to type in. */
const ANKI_MARKS = /\[(?=sound:|anki:|latex\]|\$\$?\]|\[?type:)/g;

/** The HTML of what is on a card; programs mean themselves even where they look like Anki's own marks. */
export const toHtml = (fragment: Fragment): string => serialize(fragment).replace(ANKI_MARKS, '&#91;');

function copyInto(to: Fragment | Element, node: Node, page: string, isCode: boolean): void {
  if (tree.isTextNode(node)) tree.insertText(to, isCode ? node.value : oneBlank(to, node.value));
  if (!isElement(node) || isDropped(node)) return;
  const { tagName } = node;
  const copy = keep(node, page);
  if (copy) tree.appendChild(to, copy);
  const into = copy ?? to;
  if (hasClass(node, 'out-head')) {
    const words = node.childNodes.map((child) => textOf(child).trim());
    tree.insertText(into, words.filter(Boolean).join(', '));
  } else
    for (const child of node.childNodes) {
      // The site sets a label apart by its style alone.
      if (hasClass(node, 'file') && isElement(child)) tree.insertText(into, ' ');
      copyInto(into, child, page, isCode || tagName === 'pre');
    }
  if (copy && BLOCKS.has(tagName) && !isCode && tagName !== 'pre') trim(copy);
}

/** A copy of an element without what is in it; undefined when it gives way to that. */
function keep(element: Element, page: string): Element | undefined {
  const { tagName } = element;
  const href = attribute(element, 'href');
  if (!KEPT.has(tagName) || (tagName === 'a' && href === undefined)) return undefined;
  const classes = (attribute(element, 'class') ?? '').split(/\s+/).filter((name) => CLASSES.has(name));
  return tree.createElement(tagName, html.NS.HTML, [
    ...(href === undefined ? [] : [{ name: 'href', value: new URL(href, page).href }]),
    ...(classes.length > 0 ? [{ name: 'class', value: classes.join(' ') }] : []),
  ]);
}

/** White space as one blank, and none behind a blank that is there already. */
function oneBlank(to: Fragment | Element, text: string): string {
  const last = to.childNodes.at(-1);
  const words = text.replace(/\s+/g, ' ');
  return last && tree.isTextNode(last) && last.value.endsWith(' ') ? words.trimStart() : words;
}

function isDropped(element: Element): boolean {
  if (DROPPED.has(element.tagName) || DROPPED_CLASSES.some((name) => hasClass(element, name))) return true;
  if (element.tagName !== 'figcaption') return false;
  // That a program is in Python goes without saying.
  const file = find(element, (inside) => hasClass(inside, 'file'));
  return file !== undefined && textOf(file).trim() === 'Python';
}

/** Takes blanks from both ends, and those around blocks. */
function trim(parent: Fragment | Element): void {
  const isBlock = (node: Node | undefined): boolean =>
    node === undefined || (isElement(node) && BLOCKS.has(node.tagName));
  const before = [...parent.childNodes];
  before.forEach((node, index) => {
    if (!tree.isTextNode(node)) return;
    if (isBlock(before[index - 1])) node.value = node.value.trimStart();
    if (isBlock(before[index + 1])) node.value = node.value.trimEnd();
    if (node.value === '') tree.detachNode(node);
  });
}

/** What is on a card as plain text: blocks are set apart by an empty line, programs stay as they are. */
export function toText(fragment: Fragment): string {
  let text = '';
  const gap = (lines: number): void => {
    if (text !== '') while (lines > 0 && !text.endsWith('\n'.repeat(lines))) text += '\n';
  };
  const visit = (node: Node): void => {
    if (tree.isTextNode(node)) text += node.value;
    const tag = isElement(node) ? node.tagName : '';
    const isHead = isElement(node) && hasClass(node, 'out-head');
    const lines = LINES.has(tag) ? 1 : BLOCKS.has(tag) ? 2 : 0;
    gap(isElement(node) && follows(node, 'out-head') ? 1 : lines);
    if (tag === 'li') text += '- ';
    if ((tag === 'td' || tag === 'th') && !/(^|\n)$/.test(text)) text += ' | ';
    childrenOf(node).forEach(visit);
    gap(isHead ? 1 : lines);
  };
  visit(fragment);
  return text.replace(/^\n+|\s+$/g, '');
}

function follows(element: Element, className: string): boolean {
  const siblings = element.parentNode?.childNodes ?? [];
  const before = siblings[siblings.indexOf(element) - 1];
  return before !== undefined && isElement(before) && hasClass(before, className);
}
