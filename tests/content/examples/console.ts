/**
 * A `console` fence: lines that begin with `$ ` are commands, a command goes on after a line that
 * ends with a backslash, and everything else is output. The commands of a session share one shell.
 */

/** Stands between the outputs of two commands; no program prints it. */
const MARK = '\u001e';

/** The commands of a session, each as its lines in the fence. */
export function readSession(code: string): { commands: string[] } | { problem: string; line: number } {
  const commands: string[] = [];
  const lines = code.split('\n');
  for (let i = 0; i < lines.length; i++) {
    if (!lines[i]!.startsWith('$ ')) {
      if (commands.length === 0) return { problem: 'expected a line that begins with "$ ", found output', line: i + 1 };
      continue;
    }
    let end = i;
    while (lines[end]!.endsWith('\\') && end + 1 < lines.length) end++;
    commands.push(lines.slice(i, end + 1).join('\n'));
    i = end;
  }
  return { commands };
}

/** A script that runs the commands and marks where each one's output ends. */
export function sessionScript(commands: readonly string[]): string {
  const steps = commands.map((command) => {
    const quoted = command.slice(2).replaceAll("'", String.raw`'\''`);
    return `(exit $__status)\neval '${quoted}'\n__status=$?\nprintf '${MARK}'`;
  });
  return ['exec 2>&1', '__status=0', ...steps, ''].join('\n');
}

/** The session as the page should show it; commands that were never reached have no output. */
export function sessionText(commands: readonly string[], printed: string): { text: string; reached: number } {
  const parts = printed.split(MARK);
  const text = commands
    .flatMap((command, i) => {
      const output = (parts[i] ?? '').replace(/^\n+|\n+$/g, '');
      return output ? [command, output] : [command];
    })
    .join('\n');
  return { text, reached: parts.length - 1 };
}
