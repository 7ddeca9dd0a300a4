/** Builds elements. Text goes in as text, never as HTML. */
import { icons, type IconName } from '../shared/icons.ts';

type Child = Node | string | undefined | false;

/**
 * @param tag name of the element, with classes behind dots: `p.note.strong`
 * @param attributes `true` is an attribute without a value; `undefined` and `false` leave it out
 */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K | `${K}.${string}`,
  attributes: Record<string, string | boolean | undefined> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const [name, ...classes] = tag.split('.') as [K, ...string[]];
  const made = document.createElement(name);
  if (classes.length > 0) made.className = classes.join(' ');
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : value);
  for (const child of children) if (child !== undefined && child !== false) made.append(child);
  return made;
}

/** A button that does something. */
export function button(
  words: string,
  press: (event: MouseEvent) => void,
  { icon, className = 'tool', label }: { icon?: IconName; className?: string; label?: string } = {},
): HTMLButtonElement {
  const made = el('button', { type: 'button', class: className, 'aria-label': label });
  if (icon) made.append(iconOf(icon));
  made.append(el('span', {}, words));
  made.addEventListener('click', press);
  return made;
}

/** An icon; its symbol joins the page's sprite if the page does not have it yet. */
export function iconOf(name: IconName): SVGElement {
  const SVG = 'http://www.w3.org/2000/svg';
  if (!document.getElementById(`i-${name}`)) {
    const symbol = document.createElementNS(SVG, 'symbol');
    symbol.id = `i-${name}`;
    symbol.setAttribute('viewBox', icons[name][0]);
    // Our own drawings, not data.
    symbol.innerHTML = icons[name][1];
    document.querySelector('.sprite defs')?.append(symbol);
  }
  const icon = document.createElementNS(SVG, 'svg');
  icon.setAttribute('class', 'i');
  icon.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `#i-${name}`);
  icon.append(use);
  return icon;
}

let live: HTMLElement | undefined;
/** Says a sentence to screen readers, once. */
export function announce(text: string): void {
  live ??= document.body.appendChild(el('p.vh', { role: 'status' }));
  live.textContent = '';
  // A region that gets the same text again is not read again.
  requestAnimationFrame(() => (live!.textContent = text));
}

/** Gives the page a style sheet that was not needed until now. */
export function adoptStyles(text: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets.push(sheet);
}
