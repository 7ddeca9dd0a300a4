/**
 * The cards of the review: what the reader remembers of each, kept in the browser.
 *
 * Stored: `roadmap.review` = { version: 1, cards: { "<card>": { at, seen? } }, out, topics, settings, log }, see
 * study/review/state.ts.
 * Life cycle: each change reads what is stored now, so that two tabs do not overwrite each other. An entry that
 * cannot be read is left out and counted, and the record that held it is set aside, as is what is no record at all.
 * When storage is full or forbidden, changes live as long as the page. Cards that the site no longer has stay.
 * A later version gets a step in `parse` and a fixture in its test.
 */
import { REVIEW_KEY } from '../../shared/storage-keys.ts';
import { EMPTY_REVIEW, mergeReviews, parseReview, type Review } from '../study/review/state.ts';
import { openBox, setAside, type Refusal } from './box.ts';

let dropped = 0;
const box = openBox<Review>({
  key: REVIEW_KEY,
  version: 1,
  parse: (stored) => {
    const read = parseReview(stored);
    if (read && read.dropped > 0) setAside(REVIEW_KEY, JSON.stringify(stored));
    dropped = Math.max(dropped, read?.dropped ?? 0);
    return read?.review;
  },
  empty: EMPTY_REVIEW,
});
/** What could not be stored. */
let unsaved: Review = EMPTY_REVIEW;

/** The record now. */
export const readReview = (): Review => mergeReviews(box.read(), unsaved);

/** How many entries could not be read since the page was opened. */
export const droppedEntries = (): number => dropped;

/**
 * Changes the record.
 * @param change gets the record as it is now; undefined leaves it as it is
 * @returns why it could not be stored; it stays changed until the page is left
 */
export function changeReview(change: (review: Review) => Review | undefined): Refusal | undefined {
  const changed = change(readReview());
  if (changed === undefined) return undefined;
  const refused = box.write(changed);
  unsaved = refused ? changed : EMPTY_REVIEW;
  return refused;
}

/** Calls back when another tab has changed the record. */
export const watchReview = (changed: () => void): (() => void) =>
  box.watch(() => {
    changed();
  });
