/** What an interview is made of: its topics, levels, length and clock. */

export const LEVELS = ['junior', 'mid', 'senior'] as const;
export type Level = (typeof LEVELS)[number];

export const COUNTS = [5, 10, 15] as const;
/** Minutes for each question; 0 is without a limit. */
export const MINUTES = [0, 1, 2, 3, 5, 8] as const;

export interface Settings {
  /** Slugs; none means every topic. */
  topics: readonly string[];
  /** None means every level. */
  levels: readonly Level[];
  count: number;
  minutes: number;
}

export const USUAL: Settings = { topics: [], levels: [], count: 5, minutes: 3 };

/** A question that may be drawn. */
export interface Drawable {
  /** `<topic>/<lesson>#<question>` */
  id: string;
  topic: string;
  lesson: string;
  level: Level;
}

export const isLevel = (word: unknown): word is Level => (LEVELS as readonly unknown[]).includes(word);

/** A topic's slug, and any other name in an id. */
export const isSlug = (word: unknown): word is string => typeof word === 'string' && /^[a-z0-9-]{1,60}$/.test(word);

/** Longest seed. */
export const SEED_LENGTH = 12;

/** A seed as it is compared and shown: small letters and digits. Empty when nothing of the text is one. */
export const cleanSeed = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .slice(0, SEED_LENGTH);

/** Letters and digits that are not taken for each other when read aloud. */
const SEED_LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A new seed of six letters, from bytes of chance. */
export const seedFrom = (bytes: Uint8Array): string =>
  [...bytes.slice(0, 6)].map((byte) => SEED_LETTERS[byte % SEED_LETTERS.length]!).join('');

/** The questions that settings allow, in the order given. */
export function poolOf<T extends Drawable>(bank: readonly T[], { topics, levels }: Settings): T[] {
  return bank.filter(
    ({ topic, level }) =>
      (topics.length === 0 || topics.includes(topic)) && (levels.length === 0 || levels.includes(level)),
  );
}
