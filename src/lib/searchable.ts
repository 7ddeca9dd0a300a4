/** The attributes by which a page's main part enters the full-text index. */
import type { SearchKind } from '../shared/search-index.ts';

export interface Searchable {
  title: string;
  kind: SearchKind;
  /** Number of the page's line. */
  line?: number | undefined;
  /** Title of the page's topic, to filter by. */
  topic?: string | undefined;
  level?: string | undefined;
  symbols?: readonly string[] | undefined;
}

/** Each value stands in an attribute of its own: a list of metadata can only name attributes. */
export function searchable({ title, kind, line, topic, level, symbols = [] }: Searchable): Record<string, string> {
  const values: Record<string, string | undefined> = {
    title,
    kind,
    number: line === undefined ? undefined : String(line),
    symbols: symbols.join(' ') || undefined,
    topic,
    level,
  };
  const present = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const list = (names: string[]): string =>
    present
      .filter(([name]) => names.includes(name))
      .map(([name]) => `${name}[data-${name}]`)
      .join(', ');
  const filters = list(['topic', 'level']);
  return {
    ...Object.fromEntries(present.map(([name, value]) => [`data-${name}`, value])),
    'data-pagefind-body': '',
    'data-pagefind-meta': list(['title', 'kind', 'number', 'symbols']),
    ...(filters ? { 'data-pagefind-filter': filters } : {}),
  };
}
