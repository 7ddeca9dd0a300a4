/** Writes code and output back into a page's source, without touching anything else. */
import type { Fence } from '../../../src/code-blocks/extract.ts';

/** A change to one fence. An output of `''` takes the output fence away. */
export interface Edit {
  fence: Fence;
  code?: string;
  output?: string;
}

/** Applies edits from the last to the first, so that line numbers before them stay true. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  const lines = source.split('\n');
  for (const edit of edits.toSorted((a, b) => b.fence.line - a.fence.line)) {
    if (edit.output !== undefined) spliceOutput(lines, edit.fence, edit.output);
    if (edit.code !== undefined)
      lines.splice(
        edit.fence.line,
        edit.fence.endLine - edit.fence.line - 1,
        ...indented(edit.code, edit.fence.indent),
      );
  }
  return lines.join('\n');
}

function spliceOutput(lines: string[], fence: Fence, output: string): void {
  const old = fence.output;
  if (output === '') {
    // With the blank lines between the block and its output.
    if (old) lines.splice(fence.endLine, old.endLine - fence.endLine);
  } else if (old) {
    lines.splice(old.line, old.endLine - old.line - 1, ...indented(output, old.indent));
  } else {
    const marks = marksAround(output);
    lines.splice(fence.endLine, 0, '', ...indented(`${marks}output\n${output}\n${marks}`, fence.indent));
  }
}

/** Backticks that the text itself does not use to open or close a fence. */
function marksAround(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/^\s*(`{3,})/gm)].map((match) => match[1]!.length));
  return '`'.repeat(longest + 1);
}

function indented(text: string, indent: string): string[] {
  return text.split('\n').map((line) => (line === '' ? '' : indent + line));
}
