/** The small index that search answers from at once: what pages are called, not what they say. */

/** Kinds of pages in search, in the order of their tabs. */
export const SEARCH_KINDS = [
  'Lesson',
  'Topic',
  'Exercise',
  'Questions',
  'Reference',
  'Cheat sheet',
  'Project',
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** One page. */
export interface SearchPage {
  /** Path without the base. */
  path: string;
  title: string;
  kind: SearchKind;
  /** Number of its line; absent for pages beside the lines. */
  line?: number;
  level?: string;
  /** What readers type to find it, spelled as in code. */
  symbols: string[];
  /** Other words for its subject. */
  aliases: string[];
  /** Its sections: id and text. */
  headings: [id: string, text: string][];
}

/** `/search-index.json` */
export interface SearchIndex {
  /** Titles of the topics, by line number less one. */
  topics: string[];
  pages: SearchPage[];
}
