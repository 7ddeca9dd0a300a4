/**
 * The reader's progress, kept in the browser. One module owns it: it loads, validates, merges, writes and tells
 * who watches.
 *
 * Stored: `roadmap.progress` = { version: 1, marks: { "<kind>:<id>": { state, at } } }, see shared/progress.ts.
 * Life cycle: each change reads what is stored now, so that two tabs do not overwrite each other. What cannot be
 * read is set aside, the whole record even if it is one mark only. When storage is full or forbidden, marks live as long as the page.
 * A later version gets a step in `parse` and a fixture in its test.
 */
import {
  EMPTY_PROGRESS,
  mergeProgress,
  parseProgress,
  withMark,
  type MarkKind,
  type Progress,
  type StateOf,
} from '../../shared/progress.ts';
import { PROGRESS_KEY } from '../../shared/storage-keys.ts';
import { openBox, setAside, type Refusal } from './box.ts';

const box = openBox<Progress>({
  key: PROGRESS_KEY,
  version: 1,
  parse: (stored) => {
    const read = parseProgress(stored);
    if (read && read.refused > 0) setAside(PROGRESS_KEY, JSON.stringify(stored));
    return read?.progress;
  },
  empty: EMPTY_PROGRESS,
});
/** What could not be stored. */
let unsaved: Progress = EMPTY_PROGRESS;
const watchers = new Set<(progress: Progress) => void>();

/** What is marked now. */
export const readProgress = (): Progress => mergeProgress(box.read(), unsaved);

/** Marks one thing now. Says why when it could not be stored; it stays marked until the page is left. */
export function mark<K extends MarkKind>(kind: K, id: string, state: StateOf<K>): Refusal | undefined {
  return store(withMark(readProgress(), kind, id, state, Date.now()));
}

/** Adds the marks of another record; the later mark of each thing stays. */
export const mergeInto = (other: Progress): Refusal | undefined => store(mergeProgress(readProgress(), other));

/** Puts another record in the place of this one. */
export function replaceProgress(other: Progress): Refusal | undefined {
  unsaved = EMPTY_PROGRESS;
  return store(other);
}

/** What is stored now counts, and nothing else: an import or a deletion has written it. */
export function reloadProgress(): void {
  unsaved = EMPTY_PROGRESS;
  tell();
}

/** Calls back when something was marked, here or in another tab. */
export function watchProgress(changed: (progress: Progress) => void): () => void {
  watchers.add(changed);
  return () => {
    watchers.delete(changed);
  };
}

function store(progress: Progress): Refusal | undefined {
  const refused = box.write(progress);
  unsaved = refused ? progress : EMPTY_PROGRESS;
  tell();
  return refused;
}

function tell(): void {
  const progress = readProgress();
  for (const watcher of watchers) watcher(progress);
}

box.watch(tell);
