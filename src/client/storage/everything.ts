/**
 * All that the site stores of a reader at once: for the file that is taken away, for an import and for deleting. The
 * values belong to their own modules; here they are texts under keys that begin with `roadmap.`.
 */
import { BROKEN, get, keysWith, put, remove, setAside, type Refusal } from './box.ts';
import { reloadProgress } from './progress.ts';

const PREFIX = 'roadmap.';
/** Copies of pages and of Python, for use without a network. */
const OFFLINE = 'python-top-1-percent';

/** A key whose text changes; undefined is no text. */
export interface TextChange {
  key: string;
  to: string | undefined;
}

/** What is stored, by key, without what was set aside. */
export const readTexts = (): Map<string, string> => new Map(keysWith(PREFIX).flatMap((key) => pairOf(key)));

/** What could not be read and was set aside. */
export const readSetAside = (): Map<string, string> =>
  new Map(
    allKeys()
      .filter((key) => BROKEN.test(key))
      .flatMap(pairOf),
  );

/**
 * Writes all of the changes or none.
 * @param unread keys whose present text nobody understands: it is set aside first
 * @returns why nothing was written
 */
export function writeTexts(changes: readonly TextChange[], unread: readonly string[] = []): Refusal | undefined {
  for (const key of unread) {
    const refused = setAside(key, get(key) ?? '');
    if (refused) return refused;
  }
  const before = new Map(changes.map(({ key }) => [key, get(key)]));
  // What gives room goes first.
  const growth = ({ key, to }: TextChange): number => (to?.length ?? 0) - (before.get(key)?.length ?? 0);
  const written: string[] = [];
  for (const { key, to } of [...changes].sort((a, b) => growth(a) - growth(b))) {
    const refused = to === undefined ? remove(key) : put(key, to);
    if (refused) {
      // All of the new texts go before the old ones come back: those had room together.
      for (const done of written) remove(done);
      for (const done of written) if (before.get(done) != null) put(done, before.get(done)!);
      return refused;
    }
    written.push(key);
  }
  reloadProgress();
  return undefined;
}

/** Removes all that the site has stored: of the reader, the theme, what was set aside, and copies of pages. */
export async function deleteEverything(): Promise<Refusal | undefined> {
  const refused = writeTexts(allKeys().map((key) => ({ key, to: undefined })));
  if (refused) return refused;
  try {
    // Of this visit only: answers of a placement check.
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
    for (const name of await caches.keys()) if (name.startsWith(OFFLINE)) await caches.delete(name);
  } catch {
    // Where stores are forbidden there are no copies.
  }
  return undefined;
}

/** Calls back when another tab has changed something. */
export function watchTexts(changed: () => void): () => void {
  const listen = ({ key }: StorageEvent): void => {
    if (key === null || key.startsWith(PREFIX)) changed();
  };
  addEventListener('storage', listen);
  return () => {
    removeEventListener('storage', listen);
  };
}

function allKeys(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  } catch {
    return [];
  }
}

function pairOf(key: string): [string, string][] {
  const text = get(key);
  return text === null ? [] : [[key, text]];
}
