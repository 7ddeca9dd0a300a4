/** The full-text search: Pagefind, loaded when the reader first searches. */

/** A section that contains the words. */
export interface TextHit {
  url: string;
  page: string;
  section: string | undefined;
  /** Text around the words; `marked` stretches are what was found. */
  excerpt: { text: string; marked: boolean }[];
  line: number | undefined;
  kind: string | undefined;
}

interface PagefindData {
  url: string;
  meta: Record<string, string>;
  excerpt: string;
  sub_results: { url: string; title: string; excerpt: string }[];
}
interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  debouncedSearch(
    query: string,
    options: object,
    ms: number,
  ): Promise<{ results: { data(): Promise<PagefindData> }[] } | null>;
}

const WAIT_MS = 120;
let loading: Promise<Pagefind> | undefined;

/** Loads the engine. `base` ends with a slash. */
export function loadFullText(base: string): Promise<Pagefind> {
  return (loading ??= (async () => {
    const engine = (await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`)) as Pagefind;
    await engine.options({ ranking: { metaWeights: { title: 5, symbols: 8 } } });
    await engine.init();
    return engine;
  })().catch((error: unknown) => {
    loading = undefined;
    throw error;
  }));
}

/** @returns sections that contain the words, or undefined when a newer query has overtaken this one */
export async function searchFullText(
  base: string,
  query: string,
  filters: { topic?: string; level?: string },
  count: number,
): Promise<TextHit[] | undefined> {
  const engine = await loadFullText(base);
  const found = await engine.debouncedSearch(query, { filters }, WAIT_MS);
  if (!found) return undefined;
  const pages = await Promise.all(found.results.slice(0, count).map((result) => result.data()));
  return pages.map((page) => {
    const section = page.sub_results.find(({ url }) => url.includes('#'));
    const best = section ?? { url: page.url, title: undefined, excerpt: page.excerpt };
    return {
      url: best.url,
      page: page.meta['title'] ?? '',
      section: section?.title,
      excerpt: marks(best.excerpt),
      line: page.meta['number'] ? Number(page.meta['number']) : undefined,
      kind: page.meta['kind'],
    };
  });
}

/** Pagefind's excerpt is HTML with `<mark>`; it is taken apart so that it is shown as text. */
export function marks(html: string): { text: string; marked: boolean }[] {
  const decode = (text: string): string =>
    text
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&amp;/g, '&');
  return html
    .split(/(<mark>.*?<\/mark>)/)
    .filter(Boolean)
    .map((part) => {
      const inner = /^<mark>(.*)<\/mark>$/.exec(part)?.[1];
      return { text: decode(inner ?? part), marked: inner !== undefined };
    });
}
