/** A project as one archive: README, starter, tests and solutions, in a folder of its name. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';

/** All entries carry this date, so that the same files give the same archive. */
const DATE = new Date('2026-01-01T00:00:00Z');

/** @param folder the project on disk; @param name the folder inside the archive */
export function projectZip(folder: string, name: string): Uint8Array<ArrayBuffer> {
  const files: Zippable = {};
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )) {
    const full = join(file.parentPath, file.name);
    const inside = full.slice(folder.length + 1).replaceAll('\\', '/');
    if (inside !== 'index.mdx' && !inside.includes('__pycache__'))
      files[`${name}/${inside}`] = [readFileSync(full), { mtime: DATE }];
  }
  return zipSync(Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))), { level: 9 });
}
