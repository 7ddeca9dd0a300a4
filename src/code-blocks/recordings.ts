/** The recordings of a lesson's `trace` fences: which there are, and what each depends on. */
import { createHash } from 'node:crypto';
import type { Trace } from '../shared/trace.ts';
import { blockIds } from './block-ids.ts';
import { extractFences, type Fence } from './extract.ts';
import { canRun } from './figure.ts';

/** content/traces/<topic>/<lesson>.json: recordings by the id of their block. */
export type Recordings = Record<string, Recording>;

/** A recording, and the fingerprint of all that it depends on. */
export interface Recording {
  hash: string;
  trace: Trace;
}

/** A `trace` fence of a lesson. */
export interface TracedFence {
  id: string;
  fence: Fence;
  /** Place among the page's fences. */
  index: number;
  /** What the hash of its recording must be. */
  hash: string;
}

/**
 * @param source the text of an MDX file
 * @param fences its fences, where they are known already
 */
export function tracedFences(source: string, fences: readonly Fence[] = extractFences(source).fences): TracedFence[] {
  const ids = blockIds(source, fences);
  return fences.flatMap((fence, index) =>
    fence.words.trace ? [{ id: ids[index]!, fence, index, hash: recordingHash(fences, index) }] : [],
  );
}

/**
 * The fingerprint of a program, of what ran before it in its namespace, and of the files that stood on disk.
 * @returns 32 hex digits of a sha256
 */
function recordingHash(fences: readonly Fence[], index: number): string {
  const start = fences.findLastIndex(({ words }, at) => at <= index && words.fresh);
  const facts = fences
    .slice(0, index + 1)
    .filter((fence, at) => (fence.words.file !== undefined ? !fence.words.norun : at >= start && canRun(fence)))
    .filter(({ words }) => words.role === undefined)
    .map(({ words, code }) => [words.file ?? null, words.fresh, code]);
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 32);
}
