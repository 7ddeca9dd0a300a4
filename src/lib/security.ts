/**
 * The Content-Security-Policy of a page, written into it after the build: first in the head, with the hashes of
 * just what stands in that page. (Astro's own lists the hashes of the whole site on every page, and comes last.)
 */
import { createHash } from 'node:crypto';

const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Text of the inline elements of one kind that a policy has to name. */
function inline(html: string, tag: 'script' | 'style'): string[] {
  const pattern = new RegExp(`<${tag}(?<attributes>[^>]*)>(?<text>.*?)</${tag}>`, 'gs');
  return [...html.matchAll(pattern)]
    .filter(({ groups }) => !/\bsrc=|type="application\/(ld\+)?json"/.test(groups!['attributes']!))
    .map(({ groups }) => groups!['text']!);
}

/** The policy for a finished page. */
export function policyFor(html: string): string {
  const hashes = (tag: 'script' | 'style'): string => [...new Set(inline(html, tag).map(sha256))].join(' ');
  return [
    "default-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval' ${hashes('script')}`,
    // Python's worker starts from a blob, so that this policy binds it: see client/python/session.ts.
    "worker-src 'self' blob:",
    `style-src 'self' ${hashes('style')}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
  ].join('; ');
}

/** Puts the policy in front of everything that it binds. */
export function withPolicy(html: string): string {
  const meta = `<meta http-equiv="content-security-policy" content="${policyFor(html)}">`;
  return html.replace('<meta charset="utf-8">', `<meta charset="utf-8">${meta}`);
}
