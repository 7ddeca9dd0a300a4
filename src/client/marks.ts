/** What readers mark themselves: it is kept, or they are told once a page that it could not be. */
import type { MarkKind, StateOf } from '../shared/progress.ts';
import { mark } from './storage/progress.ts';

let isTold = false;

/** Marks one thing. A refusal to store it is shown once a page; the mark then lives as long as the page. */
export function setMark<K extends MarkKind>(kind: K, id: string, state: StateOf<K>): void {
  const refusal = mark(kind, id, state);
  if (!refusal || isTold) return;
  isTold = true;
  import('./unkept-note.ts').then(
    ({ showUnkept }) => {
      showUnkept(refusal);
    },
    () => (isTold = false),
  );
}
