/** Words of queries and titles. */

/** Words that say nothing about the subject of a query. */
const STOP_WORDS = new Set(
  'a an and are as at be by can do does for from get have how i if in is it its me my of on or so should the there this to use used using what when where which why will with you your python'.split(
    ' ',
  ),
);

/** Lower case, straight quotes, single spaces. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim();
}

/** The words of a text: identifiers with their dots and underscores, and the parts of both. */
export function words(text: string): string[] {
  const out = new Set<string>();
  for (const word of fold(text).match(/[\p{L}\p{N}_.]+/gu) ?? []) {
    const bare = word.replace(/^\.+|\.+$/g, '');
    for (const part of [bare, ...bare.split(/[._]+/)]) if (part) out.add(part);
  }
  return [...out];
}

/** The words of a query that say what it is about; all of them where none would be left. */
export function queryWords(query: string): string[] {
  const all = (fold(query).match(/[\p{L}\p{N}_.]+/gu) ?? [])
    .map((word) => word.replace(/^\.+|\.+$/g, ''))
    .filter(Boolean);
  const telling = all.filter((word) => !STOP_WORDS.has(word));
  return telling.length > 0 ? telling : all;
}

/** A plain stem, enough to join singular, plural and -ing: `decorators` -> `decorator`, `passing` -> `pass`. */
export function stem(word: string): string {
  if (word.length > 5 && word.endsWith('ing')) return word.slice(0, -3);
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && word.endsWith('es') && /(s|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

/**
 * Edits between two words: insertions, deletions, substitutions and swaps of neighbors (optimal string
 * alignment distance). Gives up beyond `limit` and returns `limit + 1`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row.push(cost);
    }
    if (Math.min(...row) > limit) return limit + 1;
    [beforeLast, last] = [last, row];
  }
  return last[b.length]!;
}

/** How many typing errors a word of this length may have. */
export const allowedErrors = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);
