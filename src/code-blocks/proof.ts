/** The fingerprint of all that a page's proof depends on: the code that ran, its words and outputs. */
import { createHash } from 'node:crypto';
import type { Fence } from './extract.ts';

/** Words that change what a run does; marks and captions do not. */
const WORDS = ['file', 'raises', 'runtime', 'python', 'fresh', 'norun', 'role'] as const;

/** Whether a fence is part of the proof. */
export function isProved({ language, words }: Fence): boolean {
  return language === 'python' || language === 'console' || words.file !== undefined;
}

/** @returns a sha256 in hex, the same for every layout of the page around its fences */
export function proofHash(fences: readonly Fence[]): string {
  const facts = fences
    .filter(isProved)
    .map(({ language, words, code, output }) => [
      language,
      WORDS.map((word) => words[word] ?? null),
      code,
      output?.code ?? null,
    ]);
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}
