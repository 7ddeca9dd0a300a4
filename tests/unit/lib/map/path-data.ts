/** A small reader of path data for the tests. */
import assert from 'node:assert/strict';

/** How many numbers each command takes, or a multiple of it. */
const ARGUMENTS: Record<string, number> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, Z: 0 };

function read(path: string): { command: string; numbers: number[] }[] {
  return [...path.matchAll(/([a-z])([^a-z]*)/gi)].map(([, command = '', rest = '']) => ({
    command,
    numbers: (rest.match(/-?\d+(\.\d+)?/g) ?? []).map(Number),
  }));
}

export function assertPath(path: string): void {
  assert.match(path, /^M[-\d., MLHVCSQZlv]*$/, path);
  assert.doesNotMatch(path, /NaN|Infinity|undefined/);
  for (const { command, numbers } of read(path)) {
    const wanted = ARGUMENTS[command.toUpperCase()];
    assert.ok(wanted !== undefined, `${command} in ${path}`);
    assert.ok(wanted === 0 ? numbers.length === 0 : numbers.length > 0 && numbers.length % wanted === 0, path);
  }
}

/** Where a path of absolute commands ends. */
export const lastPoint = (path: string): number[] => read(path).at(-1)?.numbers.slice(-2) ?? [];
