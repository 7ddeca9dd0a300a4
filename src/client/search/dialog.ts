/** The search dialog, made when it is first opened. */
import styles from '../../styles/search.css?inline';
import { SearchPanel } from './panel.ts';

let opened: { dialog: HTMLDialogElement; panel: SearchPanel } | undefined;

/** Opens the dialog over the page. `base` ends with a slash. */
export function openSearch(base: string): void {
  opened ??= make(base);
  opened.dialog.showModal();
  opened.panel.input.select();
  void opened.panel.load();
}

function make(base: string): NonNullable<typeof opened> {
  const dialog = document.createElement('dialog');
  dialog.className = 'search';
  dialog.setAttribute('aria-label', 'Search');
  const all = document.createElement('a');
  all.href = `${base}search/`;
  all.textContent = 'All results';
  const panel = new SearchPanel(base, (query) => (all.href = `${base}search/?q=${encodeURIComponent(query)}`));
  const foot = document.createElement('p');
  foot.className = 'search-foot';
  for (const [key, word] of [
    ['↑↓', 'choose'],
    ['Enter', 'open'],
    ['Esc', 'close'],
  ] as const) {
    const hint = document.createElement('span');
    const sign = document.createElement('kbd');
    sign.textContent = key;
    hint.append(sign, ` ${word}`);
    foot.append(hint);
  }
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'search-close';
  close.textContent = 'Close';
  close.addEventListener('click', () => {
    dialog.close();
  });
  foot.append(close, all);
  dialog.append(panel.root, foot);
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog || (event.target instanceof Element && event.target.closest('.hits a'))) dialog.close();
  });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
  document.body.append(dialog);
  return { dialog, panel };
}
