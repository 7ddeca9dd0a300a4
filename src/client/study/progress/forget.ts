/** The parts of the progress page about what was set aside, and about deleting everything. */
import { announce, button, el } from '../../dom.ts';
import { deleteEverything, readSetAside, readTexts } from '../../storage/everything.ts';
import { THEME_KEY } from '../../../shared/storage-keys.ts';
import { holdingsOf } from '../backup/changes.ts';
import { holdingWords } from '../backup/words.ts';
import { download } from '../download.ts';
import { counted } from '../words.ts';
import { readParts, refusalWords } from './store.ts';
import { exportFile, list } from './transfer.ts';

/** What could not be read, with a button for each; undefined when there is nothing. */
export function drawSetAside(): HTMLElement | undefined {
  const found = readSetAside();
  if (found.size === 0) return undefined;
  return el(
    'section.progress-part',
    { 'aria-labelledby': 'set-aside' },
    el('h2', { id: 'set-aside' }, 'What could not be read'),
    el(
      'p',
      {},
      'A stored value was damaged, or written by a later version of this site. It was set aside as it was, and the site goes on with what it can read of it. Download it to look into it, or to send it with a report.',
    ),
    el(
      'ul.aside-list',
      {},
      ...[...found].map(([key, text]) =>
        el(
          'li',
          {},
          el('code.long', {}, key),
          el('span.meta', {}, counted(text.length, 'character')),
          button(
            'Download',
            () => {
              download(`${key}.txt`, text, 'text/plain');
            },
            { className: 'btn', label: `Download ${key}` },
          ),
        ),
      ),
    ),
  );
}

/** What deleting would delete, in words. */
function storedWords(): string[] {
  const words = holdingWords(holdingsOf(readParts()));
  const texts = readTexts();
  if (readParts().size > 0) words.push('all other marks');
  if (texts.has(THEME_KEY)) words.push('your choice of theme');
  const aside = readSetAside().size;
  if (aside > 0) words.push(counted(aside, 'value that could not be read', 'values that could not be read'));
  return [...words, 'the copies of pages and of Python for use without a network'];
}

/** @param deleted is called when everything is gone */
export function drawForget(deleted: () => void): HTMLElement {
  const said = el('p', { tabindex: '-1' });
  const open = button(
    'Delete everything',
    () => {
      ask(said, deleted);
    },
    { className: 'btn' },
  );
  return el(
    'section.progress-part',
    { 'aria-labelledby': 'forget' },
    el('h2', { id: 'forget' }, 'Delete everything'),
    el(
      'p',
      {},
      'Removes all that this site has stored in this browser. You are asked once more, and can take your file first.',
    ),
    el('p.progress-do', {}, open),
    said,
  );
}

function ask(said: HTMLElement, deleted: () => void): void {
  const close = (): void => {
    dialog.close();
  };
  const confirm = button(
    'Delete',
    () => {
      void deleteEverything().then((refusal) => {
        close();
        said.textContent = refusal ? refusalWords(refusal) : 'Everything was deleted.';
        if (!refusal) deleted();
        said.focus();
        announce(said.textContent);
      });
    },
    { className: 'btn' },
  );
  const take = button('Download the file first', exportFile, { className: 'btn' });
  take.disabled = readParts().size === 0;
  const dialog = el(
    'dialog.ask',
    { 'aria-labelledby': 'ask-title', 'aria-describedby': 'ask-what' },
    el('h2', { id: 'ask-title' }, 'Delete everything?'),
    el('p', { id: 'ask-what' }, `This deletes ${list(storedWords())}. It cannot be undone.`),
    el('p.progress-do', {}, take, confirm, button('Cancel', close, { className: 'btn' })),
  );
  // A dialog that was closed gives the focus back to the button by itself.
  dialog.addEventListener('close', () => {
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
  (dialog.querySelector('button:last-of-type') as HTMLElement).focus();
}
