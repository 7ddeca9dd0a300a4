/** The reader's data as parts of the file: from storage, and back into it. */
import type { Refusal } from '../../storage/box.ts';
import { readTexts, writeTexts } from '../../storage/everything.ts';
import { readProgress } from '../../storage/progress.ts';
import { PROGRESS_KEY } from '../../../shared/storage-keys.ts';
import { changesTo, undoOf, type Change } from '../backup/changes.ts';
import { partsOf, type Parts } from '../backup/parts.ts';

/** What the reader has here now, also marks that could not be stored. */
export function readParts(): Parts {
  const parts = new Map(partsOf(readTexts()));
  const { marks } = readProgress();
  if (Object.keys(marks).length > 0) parts.set(PROGRESS_KEY, { version: 1, marks });
  return parts;
}

/** Makes these parts what is stored, all of them or none. @returns what was changed, or why nothing was */
export function writeParts(after: Parts): { changes: Change[] } | { refusal: Refusal } {
  const texts = readTexts();
  const understood = partsOf(texts);
  const changes = changesTo(texts, after);
  const unread = changes.filter(({ key, from }) => from !== undefined && !understood.has(key)).map(({ key }) => key);
  const refusal = writeTexts(changes, unread);
  return refusal ? { refusal } : { changes };
}

/** Takes changes back. @returns keys that something else was written to since, or why nothing was taken back */
export function undo(done: readonly Change[]): { kept: string[] } | { refusal: Refusal } {
  const { changes, kept } = undoOf(done, readTexts());
  const refusal = writeTexts(changes);
  return refusal ? { refusal } : { kept };
}

/** Why something was not stored, as a sentence for the reader. */
export const refusalWords = (refusal: Refusal): string =>
  refusal === 'full'
    ? 'The browser has no room left for this site. Nothing was changed.'
    : 'This browser does not let the site store anything. Nothing was changed.';
