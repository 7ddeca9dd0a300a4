/**
 * Fetches what marks and shows progress: at once where something is marked, else with the reader's first move, or
 * when a lesson has been open for a while. So the first page of a new reader stays light.
 */
import { PROGRESS_KEY } from '../../shared/storage-keys.ts';

/** Sooner than a lesson counts as being read, see lesson-done.ts. */
const LATEST_MS = 15_000;
const MOVES = ['pointerdown', 'keydown', 'wheel', 'touchmove', 'scroll', 'storage'] as const;

function load(): void {
  for (const move of MOVES) removeEventListener(move, load);
  void import('../progress.ts');
}

function isMarked(): boolean {
  try {
    return localStorage.getItem(PROGRESS_KEY) !== null;
  } catch {
    return false;
  }
}

if (isMarked()) load();
else {
  for (const move of MOVES) addEventListener(move, load, { passive: true });
  setTimeout(load, LATEST_MS);
}
