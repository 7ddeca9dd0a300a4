import { absoluteUrl } from '../lib/markdown-page.ts';

export const GET = (): Response => new Response(`User-agent: *\nAllow: /\nSitemap: ${absoluteUrl('/sitemap.xml')}\n`);
