/** Finishes the pages of a built site: redirects keep fragments, and each page gets its Content-Security-Policy: `finish-pages.ts <folder>`. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepFragment } from '../src/lib/redirects.ts';
import { withPolicy } from '../src/lib/security.ts';

const folder = process.argv[2] ?? 'dist';
for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!file.endsWith('.html')) continue;
  const path = join(folder, file);
  writeFileSync(path, withPolicy(keepFragment(readFileSync(path, 'utf8'))));
}
