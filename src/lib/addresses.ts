/** How links by id become addresses in what readers take away. */
import type { LinkTargets } from '../code-blocks/links.ts';
import { readLinkTargets } from './content-files.ts';
import { absoluteUrl } from './markdown-page.ts';

export interface Addresses {
  targets: LinkTargets;
  /** Makes a path of the site absolute. */
  absolute: (path: string) => string;
}

let known: Addresses | undefined;

/** Of the published site; content/ is read once. */
export function addresses(): Addresses {
  return (known ??= { targets: readLinkTargets('content'), absolute: absoluteUrl });
}
