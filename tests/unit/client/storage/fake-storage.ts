/** A browser's localStorage and its storage events, for tests: the same object may serve two tabs. */

type Listener = (event: { key: string | null; newValue: string | null }) => void;

/** Keys are own properties, as `Object.keys(localStorage)` finds them in browsers. */
class FakeStorage {
  [key: string]: unknown;

  constructor(room: number) {
    Object.defineProperty(this, 'room', { value: room, writable: true });
  }
  getItem(key: string): string | null {
    return Object.hasOwn(this, key) && key !== 'room' ? (this[key] as string) : null;
  }
  setItem(key: string, text: string): void {
    const others = Object.entries(this).filter(([name]) => name !== key);
    const size = others.reduce((sum, [name, value]) => sum + name.length + String(value).length, 0);
    if (size + key.length + text.length > (this['room'] as number))
      throw new DOMException('no room', 'QuotaExceededError');
    this[key] = text;
  }
  removeItem(key: string): void {
    Reflect.deleteProperty(this, key);
  }
}

/** What a test sees of the browser. */
export interface Browser {
  /** What is stored, by key. */
  stored: () => Record<string, string>;
  put: (key: string, text: string) => void;
  /** Characters of keys and values that fit from now on. */
  setRoom: (room: number) => void;
  /** Another tab has changed a key; `null` is `localStorage.clear()`. */
  tell: (key: string | null, newValue: string | null) => void;
  /** How many listen to storage events. */
  listeners: () => number;
}

const define = (name: string, descriptor: PropertyDescriptor): void => {
  Object.defineProperty(globalThis, name, { configurable: true, ...descriptor });
};

/** Gives the tests that follow an empty storage. */
export function useStorage(): Browser {
  const storage = new FakeStorage(Infinity);
  const listeners = new Set<Listener>();
  define('localStorage', { value: storage });
  define('addEventListener', {
    value: (type: string, listener: Listener) => type === 'storage' && listeners.add(listener),
  });
  define('removeEventListener', { value: (_type: string, listener: Listener) => listeners.delete(listener) });
  return {
    stored: () => Object.fromEntries(Object.entries(storage)) as Record<string, string>,
    put: (key, text) => {
      storage[key] = text;
    },
    setRoom: (room) => {
      storage['room'] = room;
    },
    tell: (key, newValue) => {
      for (const listener of listeners) listener({ key, newValue });
    },
    listeners: () => listeners.size,
  };
}

/** A browser that throws when localStorage is touched, as with blocked cookies. */
export function forbidStorage(): void {
  define('localStorage', {
    get: () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    },
  });
}
