/** Addresses of lines of a code block: `#code-cells-1:3-5`. Loaded when an address or a double click needs it. */
import { lineRange } from '../code-text.ts';

/** Marks the lines that the address names, and brings them into view. */
export function markLines(): void {
  document.querySelectorAll('.line-mark:not(.failed-line)').forEach((mark) => {
    mark.remove();
  });
  const range = lineRange(location.hash);
  const figure = range && document.getElementById(range.block);
  const pre = figure?.querySelector('pre');
  const code = pre?.querySelector('code');
  if (!range || !pre || !code) return;
  if (figure?.dataset['state'] === 'edit') {
    void import('../python/tools.ts').then(({ seekLine }) => {
      seekLine(figure, range.from);
    });
    return;
  }
  const count = code.textContent.replace(/\n$/, '').split('\n').length;
  const height = code.getBoundingClientRect().height / count;
  const mark = document.createElement('div');
  mark.className = 'line-mark';
  const from = Math.min(range.from, count);
  const to = Math.min(range.to, count);
  const top = code.getBoundingClientRect().top - pre.parentElement!.getBoundingClientRect().top;
  mark.style.top = `${top + (from - 1) * height}px`;
  mark.style.height = `${(to - from + 1) * height}px`;
  pre.after(mark);
  mark.scrollIntoView({ block: 'center' });
}

/** A double click on a line puts its address into the address bar; with Shift it extends the range. */
export function markClicked(pre: HTMLElement, { clientY, shiftKey }: MouseEvent): void {
  const code = pre.querySelector('code');
  const figure = pre.closest<HTMLElement>('figure.code');
  if (!code || !figure) return;
  const box = code.getBoundingClientRect();
  const count = code.textContent.replace(/\n$/, '').split('\n').length;
  const line = Math.floor(((clientY - box.top) / box.height) * count) + 1;
  const known = lineRange(location.hash);
  const from = shiftKey && known?.block === figure.id ? Math.min(known.from, line) : line;
  const to = shiftKey && known?.block === figure.id ? Math.max(known.to, line) : line;
  history.replaceState(null, '', `#${figure.id}:${from === to ? from : `${from}-${to}`}`);
  markLines();
}
