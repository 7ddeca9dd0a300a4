/** Bytes over the wire until the first output: what each side's host sent, by file. */
import { openProfile, visit } from './browser.ts';
import type { Encoding } from './host.ts';
import { serveOurs, serveStock, type Side } from './sides.ts';
import { exactly, printTable } from './table.ts';

/** Files of Python itself, as both sides have them; all else is the page's own. */
const PYTHON = /\/python\/(?:.*\/)?([^/]+)$/;

/** Bytes of a side's files, by name; what belongs to the page itself is one row. */
export type Bytes = Map<string, number>;

/** What a first visit with one Run costs on a host of this kind, for both sides. */
export async function countBytes(
  dist: string,
  program: string,
  encoding: Encoding,
): Promise<Record<Side['name'], Bytes>> {
  const own = await serveOurs(dist, encoding);
  const other = await serveStock(program, encoding);
  try {
    return { ours: await sentAtOnce(own), stock: await sentAtOnce(other) };
  } finally {
    await own.host.close();
    await other.host.close();
  }
}

async function sentAtOnce(side: Side): Promise<Bytes> {
  const profile = await openProfile();
  try {
    await visit(profile, side);
    return byFile(side.host.sent());
  } finally {
    await profile.close();
  }
}

/** @param sent bytes by path, as a host says them */
export function byFile(sent: ReadonlyMap<string, number>): Bytes {
  const files: Bytes = new Map();
  for (const [pathname, bytes] of sent) {
    const name = PYTHON.exec(pathname)?.[1] ?? 'the page’s own files';
    files.set(name, (files.get(name) ?? 0) + bytes);
  }
  return files;
}

/** @param host what kind of host it was, in words */
export function printBytes(host: string, sides: Record<Side['name'], Bytes>): void {
  const rows = Object.entries(sides).flatMap(([side, files]) => [
    ...[...files].map(([name, bytes]) => [side, name, exactly(bytes)]),
    [side, 'all', exactly([...files.values()].reduce((sum, bytes) => sum + bytes, 0))],
  ]);
  printTable(['side', `bodies sent by a ${host}`, 'bytes'], rows);
}
