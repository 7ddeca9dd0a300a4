/** The note that marks are not kept, at the foot of the window; loaded when it is needed. */
import { paths } from '../shared/paths.ts';
import { announce, button, el } from './dom.ts';
import type { Refusal } from './storage/box.ts';
import { address } from './study/roadmap.ts';

const WORDS: Record<Refusal, string> = {
  full: 'This browser has no room left to keep your progress, so new marks last until you leave this page.',
  forbidden: 'This browser does not let the site keep your progress, so marks last until you leave this page.',
};

/** Shows the note and says it to screen readers; Close removes it. */
export function showUnkept(refusal: Refusal): void {
  const before = document.activeElement;
  const note = el(
    'aside.unkept',
    { 'aria-label': 'Progress' },
    el('p', {}, `${WORDS[refusal]} `, el('a', { href: address(paths.progress) }, 'What is kept of your progress')),
  );
  note.append(
    button(
      'Close',
      () => {
        note.remove();
        if (before instanceof HTMLElement) before.focus();
      },
      { className: 'btn plain' },
    ),
  );
  document.body.append(note);
  announce(WORDS[refusal]);
}
