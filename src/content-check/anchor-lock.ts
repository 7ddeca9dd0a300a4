/** `content/anchors.lock`: every page and anchor that was published. None goes away without a redirect. */
import type { Anchors } from './link-rules.ts';
import type { Problem } from './problem.ts';

const FILE = 'content/anchors.lock';

/** The lines of the lock for the present content. */
export function lockLines(anchors: Anchors): string[] {
  return [...anchors].flatMap(([path, ids]) => [path, ...[...ids].map((id) => `${path}#${id}`)]).sort();
}

/**
 * @param lock text of the lock file
 * @param renamed old address -> new address
 */
export function checkLock(lock: string, anchors: Anchors, renamed: Readonly<Record<string, string>>): Problem[] {
  const present = new Set(lockLines(anchors));
  const published = lock.split('\n').map((text) => text.trim());
  const problems: Problem[] = [];
  published.forEach((address, index) => {
    if (address === '' || present.has(address)) return;
    const target = renamed[address] ?? renamed[address.split('#')[0]!];
    if (target === undefined)
      problems.push({
        file: FILE,
        line: index + 1,
        message: `"${address}" was published and is gone: expected it in content/, or a line for it in src/shared/renamed.ts`,
      });
  });
  for (const [from, to] of Object.entries(renamed))
    if (!present.has(to))
      problems.push({
        file: 'src/shared/renamed.ts',
        line: 1,
        message: `"${from}" leads to "${to}": expected an existing page or anchor`,
      });
  const recorded = new Set(published);
  const fresh = [...present].filter((address) => !recorded.has(address));
  if (fresh.length > 0)
    problems.push({
      file: FILE,
      line: 1,
      message: `expected every published address, found ${fresh.length} missing (${fresh.slice(0, 3).join(', ')}${fresh.length > 3 ? ', …' : ''}): run "npm run check-content -- --record"`,
    });
  return problems;
}
