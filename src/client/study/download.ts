/** Gives the reader a text as a file. */
import { el } from '../dom.ts';

/** @param name of the file @param type its media type; the text is written as UTF-8 */
export function download(name: string, text: string, type = 'application/json'): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = el('a', { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // The click has begun the download.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}
