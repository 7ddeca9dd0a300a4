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

const REFRESH = /<meta http-equiv="refresh" content="0;url=([^"]+)">/;

/**
 * Astro's page for a redirect, made to keep the fragment: a refresh loses it, a script does not. Other pages are
 * returned as they are.
 */
export function keepFragment(html: string, base: string): string {
  const target = REFRESH.exec(html)?.[1];
  if (target === undefined) return html;
  return (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Moved</title>' +
    `<link rel="canonical" href="${target}"><link rel="icon" href="${withBase(base, '/icon.svg')}"><meta name="robots" content="noindex">` +
    `<script>location.replace(${JSON.stringify(target).replaceAll('<', '\\u003c')}+location.hash)</script>` +
    `<noscript><meta http-equiv="refresh" content="0;url=${target}"></noscript></head>` +
    `<body><p>This page has moved to <a href="${target}">${target}</a>.</p></body></html>`
  );
}
