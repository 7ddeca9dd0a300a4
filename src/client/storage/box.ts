/**
 * One value in localStorage: `{ version, …value }` under one key. What is read is validated; what cannot be read is
 * set aside under `<key>.broken` instead of being lost; a failure to write is told to whoever writes.
 */

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
  /** Stores a value; undefined removes it. Says why when it could not. */
  write: (value: T | undefined) => Refusal | undefined;
  /** Calls back when another tab has changed the value. */
  watch: (changed: (value: T) => void) => () => void;
}

/** @throws never: a browser without storage is an empty box that refuses to be filled */
export function openBox<T extends object>({ key, version, parse, empty }: Shape<T>): Box<T> {
  const understand = (text: string | null): T => {
    if (text === null) return empty;
    const stored = parseObject(text);
    const value = stored?.['version'] === version ? parse(stored) : undefined;
    if (value !== undefined) return value;
    setAside(key, text);
    return empty;
  };
  return {
    read: () => understand(get(key)),
    write: (value) => (value === undefined ? remove(key) : put(key, JSON.stringify({ version, ...value }))),
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

/** Keys in localStorage that begin with a prefix; none where it is forbidden. */
export function keysWith(prefix: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
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

function get(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function put(key: string, text: string): Refusal | undefined {
  try {
    localStorage.setItem(key, text);
    return undefined;
  } catch (error) {
    // Browsers agree on this name (https://html.spec.whatwg.org/multipage/webstorage.html#dom-storage-setitem).
    return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'forbidden';
  }
}

function remove(key: string): Refusal | undefined {
  try {
    localStorage.removeItem(key);
    return undefined;
  } catch {
    return 'forbidden';
  }
}

function setAside(key: string, text: string): void {
  if (get(`${key}.broken`) === null) put(`${key}.broken`, text);
}
