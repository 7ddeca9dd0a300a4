/** The text of a code block, and addresses of its lines. Pure, so that they can be tested. */

/**
 * What Copy takes: the program alone. In a shell session that is the commands, without prompts and output.
 * @param code the block's text as shown
 */
export function programText(code: string, language: string): string {
  const text = code.replace(/\n$/, '');
  if (language !== 'console') return text;
  return text
    .split('\n')
    .filter((line) => line.startsWith('$ '))
    .map((line) => line.slice(2))
    .join('\n');
}

/** `#code-cells-1:3-5` -> the block and its lines, from 1; undefined for other addresses. */
export function lineRange(hash: string): { block: string; from: number; to: number } | undefined {
  const match = /^#(?<block>[\w-]+):(?<from>\d+)(?:-(?<to>\d+))?$/.exec(hash)?.groups;
  if (!match) return undefined;
  const from = Number(match['from']);
  const to = Number(match['to'] ?? match['from']);
  return from >= 1 && to >= from ? { block: match['block']!, from, to } : undefined;
}
