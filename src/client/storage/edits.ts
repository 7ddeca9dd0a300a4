/**
 * Programs of pages as the reader changed them. An edit belongs to the text that it changed, not to a place: it
 * stays when a page is reordered, and an example that was rewritten starts from its new text.
 *
 * Stored: `roadmap.edit.<hash of the original>` = { version: 1, code }.
 */
import { EDIT_PREFIX } from '../../shared/storage-keys.ts';
import { openBox, type Refusal } from './box.ts';

/** Where an editor keeps its text. */
export interface CodeStore {
  read(): string | undefined;
  /** Nothing removes it. Says why when it could not be stored. */
  write(code: string | undefined): Refusal | undefined;
}

interface Edit {
  code?: string;
}

/** @param original the program as the page prints it */
export function editStore(original: string): CodeStore {
  const box = openBox<Edit>({
    key: `${EDIT_PREFIX}${contentHash(original)}`,
    version: 1,
    parse: ({ code }) => (typeof code === 'string' ? { code } : undefined),
    empty: {},
  });
  return {
    read: () => box.read().code,
    write: (code) => box.write(code === undefined ? undefined : { code }),
  };
}

/** FNV-1a of 64 bits over UTF-16 units, in base 36 (RFC 9923). Tells texts apart; keeps no secrets. */
export function contentHash(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index++)
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n);
  return hash.toString(36);
}
