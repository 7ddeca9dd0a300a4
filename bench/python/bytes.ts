/** Bytes over the wire until the first output: what each side's host sent, by file. */
import { openProfile, visit } from './browser.ts';
import type { Encoding } from './host.ts';
import { serveOurs, serveStock, type Side } from './sides.ts';
import { exactly, printTable } from './table.ts';

/** Files of Python itself, as both sides have them; all else is the page's own. */
const PYTHON = /\/python\/(?:.*\/)?([^/]+)$/;

/** Prints, for one kind of host, what the first visit with one Run costs. */
export async function printBytes(dist: string, program: string, encoding: Encoding): Promise<void> {
  const sides = [await serveOurs(dist, encoding), await serveStock(program, encoding)];
  const rows: string[][] = [];
  try {
    for (const side of sides) {
      const files = await sentBy(side);
      rows.push(...[...files].map(([name, bytes]) => [side.name, name, exactly(bytes)]));
      rows.push([side.name, 'all', exactly([...files.values()].reduce((sum, bytes) => sum + bytes, 0))]);
    }
  } finally {
    for (const side of sides) await side.host.close();
  }
  printTable(['side', `file, ${encoding === 'none' ? 'no compression' : 'brotli'}`, 'bytes'], rows);
}

async function sentBy(side: Side): Promise<Map<string, number>> {
  const profile = await openProfile();
  try {
    await visit(profile, side);
  } finally {
    await profile.close();
  }
  const files = new Map<string, number>();
  for (const [pathname, bytes] of side.host.sent()) {
    const name = PYTHON.exec(pathname)?.[1] ?? 'the page’s own files';
    files.set(name, (files.get(name) ?? 0) + bytes);
  }
  return files;
}
