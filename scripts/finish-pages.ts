/**
 * Finishes the pages of a built site: redirects keep fragments, white space between tags becomes one blank, and
 * each page gets its Content-Security-Policy: `finish-pages.ts <folder>`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { slim } from '../src/lib/finished-page.ts';
import { keepFragment } from '../src/lib/redirects.ts';
import { withPolicy } from '../src/lib/security.ts';
import { site } from '../src/site.ts';

const folder = process.argv[2] ?? 'dist';
for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!file.endsWith('.html')) continue;
  const path = join(folder, file);
  writeFileSync(path, withPolicy(slim(keepFragment(readFileSync(path, 'utf8'), site.base))));
}
