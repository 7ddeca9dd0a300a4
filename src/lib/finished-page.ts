/** Small things that a finished page can do without. */
import { layerOrder } from './layer-order.ts';

/** Text whose white space counts, and scripts, which are left alone. */
const KEPT = /(<(?:pre|script|style|textarea)\b.*?<\/(?:pre|script|style|textarea)>)/s;

/**
 * - the order of the layers moves into the style sheet behind it, which saves an element and its hash
 * - white space between two tags becomes one blank
 */
export function slim(html: string): string {
  const separate = `<style>${layerOrder}</style>`;
  const hasSheet = html.indexOf('<style>', html.indexOf(separate) + separate.length) >= 0;
  const merged =
    html.includes(separate) && hasSheet ? html.replace(separate, '').replace('<style>', `<style>${layerOrder}`) : html;
  return merged
    .split(KEPT)
    .map((part, index) => (index % 2 ? part : part.replace(/>\s+</g, '> <')))
    .join('');
}
