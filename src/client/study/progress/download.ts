/** Gives the reader a text as a file. */
import { el } from '../../dom.ts';

/** @param name of the file */
export function download(name: string, text: string, type = 'application/json'): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = el('a', { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has taken the bytes when the next task begins.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  });
}
