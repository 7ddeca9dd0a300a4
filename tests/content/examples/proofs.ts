/** content/verified.json: which pages were proved, when, on which Pythons, and with which text. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { isProved, proofHash } from '../../../src/code-blocks/proof.ts';
import { exclusively } from '../interpreters/exclusive.ts';
import type { Page } from './pages.ts';
import type { ProblemKind } from './problems.ts';

/** The version of the browser's Python. */
export const PYODIDE = (createRequire(import.meta.url)('pyodide/package.json') as { version: string }).version;

const FILE = path.resolve(import.meta.dirname, '../../../content/verified.json');
const LOCK = path.resolve(import.meta.dirname, '../../../.cache/verified.lock');

export interface Proof {
  date: string;
  pythons: string[];
  browser: string;
  hash: string;
}

export type Proofs = Record<string, Proof>;

export function readProofs(): Proofs {
  return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Proofs) : {};
}

/** What a check finds wrong with the record of a page that is green. */
export function proofProblem(page: Page, proofs: Proofs): ProblemKind | undefined {
  if (!page.id || !page.fences.some(isProved)) return undefined;
  const proof = proofs[page.id];
  if (!proof) return 'proof missing';
  return proof.hash === proofHash(page.fences) ? undefined : 'proof stale';
}

/** Records pages as proved today. A record whose facts are the same keeps its date. */
export function recordProofs(pages: readonly Page[], versions: Pick<Proof, 'pythons' | 'browser'>): void {
  const proved = pages.filter((page) => page.id && page.fences.some(isProved));
  if (proved.length === 0) return;
  exclusively(LOCK, () => {
    const before = readProofs();
    const after = { ...before };
    for (const { id, fences } of proved) after[id!] = nextProof(before[id!], proofHash(fences), versions, new Date());
    const text = formatProofs(after);
    if (text === formatProofs(before)) return;
    writeFileSync(`${FILE}.new`, text);
    renameSync(`${FILE}.new`, FILE);
  });
}

export function nextProof(
  before: Proof | undefined,
  hash: string,
  { pythons, browser }: Pick<Proof, 'pythons' | 'browser'>,
  now: Date,
): Proof {
  const proof = { date: now.toISOString().slice(0, 10), pythons: [...pythons], browser, hash };
  const isSame = before && JSON.stringify({ ...before, date: proof.date }) === JSON.stringify(proof);
  return isSame ? before : proof;
}

/** Sorted, so that pages that are proved at the same time do not meet in a merge. */
function formatProofs(proofs: Proofs): string {
  const sorted = Object.fromEntries(Object.entries(proofs).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify(sorted, null, 2)}\n`;
}
