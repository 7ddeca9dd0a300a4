import { withBase } from '../shared/paths.ts';

/**
 * The moved pages of `src/shared/renamed.ts`, as Astro's redirects take them; headings are corrected in the browser.
 * @param renamed old address -> new address, without the base
 */
export function redirectPages(renamed: Readonly<Record<string, string>>, base: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(renamed)
      .filter(([from]) => !from.includes('#'))
      .map(([from, to]) => [from, withBase(base, to)]),
  );
}
