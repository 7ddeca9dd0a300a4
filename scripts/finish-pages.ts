/** Writes the Content-Security-Policy into every page of a built site: `finish-pages.ts <folder>`. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withPolicy } from '../src/lib/security.ts';

const folder = process.argv[2] ?? 'dist';
for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!file.endsWith('.html')) continue;
  const path = join(folder, file);
  writeFileSync(path, withPolicy(readFileSync(path, 'utf8')));
}
