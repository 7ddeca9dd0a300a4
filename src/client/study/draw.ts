/**
 * Chance that can be repeated: the same seed gives the same order on every machine, so that an address can carry a
 * draw. Not for secrets.
 */

/**
 * Numbers from a word, each at least 0 and less than 1, as Math.random gives them.
 *
 * The word becomes 32 bits by FNV-1a over its UTF-8 bytes (http://www.isthe.com/chongo/tech/comp/fnv/); the numbers
 * come from mulberry32 by Tommy Ettinger, public domain
 * (https://gist.github.com/tommyettinger/46a874533244883189143505d203312c).
 */
export function seeded(seed: string): () => number {
  let state = fnv1a(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The items in another order, each order being as likely as any other (Fisher and Yates). What is given stays as it is. */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}

/**
 * Some of the items, in the order they were drawn, none twice.
 * @param count how many; all when there are fewer, none when it is not above zero
 */
export const draw = <T>(items: readonly T[], count: number, random: () => number): T[] =>
  shuffled(items, random).slice(0, Math.max(0, count));

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash;
}
