/**
 * One value in localStorage: `{ version, …value }` under one key. What is read is validated; what cannot be read is
 * set aside under `<key>.broken` (`<key>.broken.2` and so on) instead of being lost; a failure to write is told to
 * whoever writes.
 */

/** Ends the keys of what was set aside. */
export const BROKEN = /\.broken(?:\.\d+)?$/;

/** What a value looks like. */
export interface Shape<T> {
  key: string;
  version: number;
  /** The value of a stored object of this version, or undefined when it is not one. */
  parse: (stored: Readonly<Record<string, unknown>>) => T | undefined;
  /** Value when nothing is stored. */
  empty: T;
}

/** Why a value was not stored: there is no room, or the browser does not allow it. */
export type Refusal = 'full' | 'forbidden';

export interface Box<T> {
  read: () => T;
  /** Stores a value; undefined removes it. Says why when it could not: also when there is no room to set aside what stands there. */
  write: (value: T | undefined) => Refusal | undefined;
  /** Calls back when another tab has changed the value. */
  watch: (changed: (value: T) => void) => () => void;
}

/** @throws never: a browser without storage is an empty box that refuses to be filled */
export function openBox<T extends object>({ key, version, parse, empty }: Shape<T>): Box<T> {
  const valueOf = (text: string): T | undefined => {
    const stored = parseObject(text);
    return stored?.['version'] === version ? parse(stored) : undefined;
  };
  const understand = (text: string | null): T => {
    if (text === null) return empty;
    const value = valueOf(text);
    if (value === undefined) setAside(key, text);
    return value ?? empty;
  };
  /** Another tab, with another version of the site, may have written since this one read. */
  const makeRoom = (): Refusal | undefined => {
    const text = get(key);
    return text === null || valueOf(text) !== undefined ? undefined : setAside(key, text);
  };
  return {
    read: () => understand(get(key)),
    write: (value) =>
      makeRoom() ?? (value === undefined ? remove(key) : put(key, JSON.stringify({ version, ...value }))),
    watch: (changed) => {
      const listen = (event: StorageEvent): void => {
        if (event.key === key || event.key === null) changed(understand(event.newValue));
      };
      addEventListener('storage', listen);
      return () => {
        removeEventListener('storage', listen);
      };
    },
  };
}

/** Keys in localStorage that begin with a prefix, without what was set aside; none where it is forbidden. */
export function keysWith(prefix: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix) && !BROKEN.test(key));
  } catch {
    return [];
  }
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** The text under a key; null where there is none, or where storage is forbidden. */
export function get(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Stores a text, or says why not. */
export function put(key: string, text: string): Refusal | undefined {
  try {
    localStorage.setItem(key, text);
    return undefined;
  } catch (error) {
    // Browsers agree on this name (https://html.spec.whatwg.org/multipage/webstorage.html#dom-storage-setitem).
    return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'forbidden';
  }
}

/** Removes a key, or says why not. */
export function remove(key: string): Refusal | undefined {
  try {
    localStorage.removeItem(key);
    return undefined;
  } catch {
    return 'forbidden';
  }
}

/** Keeps a text beside its key, once. */
export function setAside(key: string, text: string): Refusal | undefined {
  for (let count = 1; ; count++) {
    const name = `${key}.broken${count === 1 ? '' : `.${String(count)}`}`;
    const kept = get(name);
    if (kept === text) return undefined;
    if (kept === null) return put(name, text);
  }
}
