/** Query + small index -> pages in order. Pure. */
import type { SearchIndex, SearchPage } from '../../shared/search-index.ts';
import { allowedErrors, editDistance, fold, queryWords, stem, words } from './text.ts';

/** A page that answers, and the section to land on. */
export interface Hit {
  page: SearchPage;
  score: number;
  heading?: { id: string; text: string };
}

/** Where a word stands, and what it is worth there. */
const WEIGHTS = { symbol: 10, alias: 9, title: 10, heading: 4 } as const;
/** A query that is a symbol, an alias or a title as a whole outranks everything that only shares words with it. */
const WHOLE = { symbol: 1000, title: 950, alias: 900, heading: 500 } as const;
const KIND_BONUS: Partial<Record<SearchPage['kind'], number>> = {
  Lesson: 1.15,
  Topic: 1,
  Reference: 0.9,
  Exercise: 0.7,
  Questions: 0.6,
};
/** The share of a query's weight that a page must answer. */
const LEAST_SHARE = 0.5;

interface Prepared {
  page: SearchPage;
  symbols: Set<string>;
  aliases: Set<string>;
  title: string;
  headings: string[];
  /** Word (stemmed) -> its best weight on the page. */
  vocabulary: Map<string, number>;
}

/** An index made ready for queries. */
export interface Ranker {
  pages: Prepared[];
  /** Word -> number of pages that have it. */
  frequency: Map<string, number>;
}

export function prepare(index: SearchIndex): Ranker {
  const frequency = new Map<string, number>();
  const pages = index.pages.map((page): Prepared => {
    const vocabulary = new Map<string, number>();
    const learn = (texts: readonly string[], weight: number): void => {
      for (const word of texts.flatMap(words))
        for (const form of new Set([word, stem(word)]))
          vocabulary.set(form, Math.max(vocabulary.get(form) ?? 0, weight));
    };
    learn(page.symbols, WEIGHTS.symbol);
    learn(page.aliases, WEIGHTS.alias);
    learn([page.title], WEIGHTS.title);
    learn(
      page.headings.map(([, text]) => text),
      WEIGHTS.heading,
    );
    for (const word of vocabulary.keys()) frequency.set(word, (frequency.get(word) ?? 0) + 1);
    return {
      page,
      symbols: new Set(page.symbols.map(spelled)),
      aliases: new Set(page.aliases.map(fold)),
      title: fold(page.title),
      headings: page.headings.map(([, text]) => fold(text)),
      vocabulary,
    };
  });
  return { pages, frequency };
}

/** Spelling of code that readers vary: `print()` and `print`, `lambda:` and `lambda`, spaces. */
function spelled(code: string): string {
  const bare = fold(code).replace(/\s+/g, '');
  return bare.length > 2 ? bare.replace(/\(\)$/, '').replace(/:$/, '') : bare;
}

/** @returns the pages that answer, best first */
export function rank(query: string, ranker: Ranker, limit = 20): Hit[] {
  const folded = fold(query);
  if (folded === '') return [];
  const terms = queryWords(query);
  const hits: Hit[] = [];
  for (const prepared of ranker.pages) {
    const whole = wholeScore(folded, prepared);
    const shared = terms.length > 0 ? sharedScore(terms, prepared, ranker) : 0;
    const score = (whole + shared) * (KIND_BONUS[prepared.page.kind] ?? 0.8);
    if (score > 0) hits.push({ page: prepared.page, score, ...bestHeading(folded, terms, prepared, whole) });
  }
  return hits.sort((a, b) => b.score - a.score || (a.page.path < b.page.path ? -1 : 1)).slice(0, limit);
}

function wholeScore(query: string, { symbols, aliases, title, headings }: Prepared): number {
  if (symbols.has(spelled(query))) return WHOLE.symbol;
  if (title === query) return WHOLE.title;
  if (aliases.has(query)) return WHOLE.alias;
  if (headings.includes(query)) return WHOLE.heading;
  return 0;
}

/** The weight of the query's words that the page has, rare words counting more; 0 when too few are there. */
function sharedScore(terms: string[], { vocabulary }: Prepared, { pages, frequency }: Ranker): number {
  let found = 0;
  let asked = 0;
  let got = 0;
  for (const term of terms) {
    const rarity = Math.log(1 + pages.length / (frequency.get(stem(term)) ?? 1));
    const { weight, quality } = bestMatch(term, vocabulary);
    asked += rarity;
    if (weight > 0) got += rarity;
    found += rarity * weight * quality;
  }
  return got / asked >= LEAST_SHARE ? (found / asked) * (got / asked) : 0;
}

/** The best word of the page for a word of the query: the same, the beginning of one, or a slip of the keyboard. */
function bestMatch(term: string, vocabulary: ReadonlyMap<string, number>): { weight: number; quality: number } {
  const exact = vocabulary.get(term) ?? vocabulary.get(stem(term));
  if (exact !== undefined) return { weight: exact, quality: 1 };
  const errors = allowedErrors(term.length);
  let best = { weight: 0, quality: 0 };
  for (const [word, weight] of vocabulary) {
    let quality = 0;
    if (term.length >= 3 && word.startsWith(term)) quality = 0.85;
    else if (errors > 0 && word.length > 3) {
      const whole = editDistance(term, word, errors);
      const start =
        word.length > term.length ? editDistance(term, word.slice(0, term.length), errors) + 0.5 : errors + 1;
      const distance = Math.min(whole, start);
      if (distance <= errors) quality = 0.75 - 0.15 * distance;
    }
    if (weight * quality > best.weight * best.quality) best = { weight, quality };
  }
  return best;
}

/** The heading to land on: where most of the query's words stand, and more of them than in the title. */
function bestHeading(
  query: string,
  terms: string[],
  { page, headings, title }: Prepared,
  whole: number,
): { heading?: { id: string; text: string } } {
  if (whole >= WHOLE.alias) return {};
  const count = (text: string): number => {
    const there = new Set(words(text).flatMap((word) => [word, stem(word)]));
    return terms.filter((term) => there.has(term) || there.has(stem(term))).length + (text === query ? 1 : 0);
  };
  const counts = headings.map(count);
  const most = Math.max(0, ...counts);
  if (most === 0 || most <= count(title)) return {};
  const [id, text] = page.headings[counts.indexOf(most)]!;
  return { heading: { id, text } };
}
