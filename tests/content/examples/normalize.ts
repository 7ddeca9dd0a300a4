/**
 * What differs from one run to the next for no reason that matters, made equal. What is printed goes
 * through this before it is compared and before it is written into a page.
 */

/** The folder that programs seem to run in, on every Python. */
export const HOME = '/home/reader';

/**
 * @param text what was printed
 * @param places folders of this machine, and what a page shows for them
 */
export function normalize(text: string, places: Readonly<Record<string, string>> = {}): string {
  let out = text.replaceAll('\r\n', '\n');
  for (const [folder, shown] of Object.entries(places)) out = out.replaceAll(folder, shown);
  return out
    .replace(/\bat 0x[0-9a-fA-F]+/g, 'at 0x…')
    .replace(/\bTask-\d+/g, 'Task-…')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd();
}
