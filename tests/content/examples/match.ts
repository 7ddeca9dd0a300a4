/**
 * Compares what was printed with what a page says. In the page's text `...` stands for any text on
 * its line, and a line that is nothing but `...` for any number of lines.
 */

const ELLIPSIS = '...';

/** Whether one expected line, which may contain `...`, allows one printed line. */
export function lineMatches(expected: string, actual: string): boolean {
  if (expected === actual) return true;
  if (!expected.includes(ELLIPSIS)) return false;
  const parts = expected.split(ELLIPSIS).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`, 'su').test(actual);
}

/** Whether an expected text allows a printed one. */
export function matches(expected: string, actual: string): boolean {
  return expected === actual || align(expected.split('\n'), actual.split('\n')).cost === 0;
}

/**
 * The text to write into a page: what was printed, in which the old text's lines with `...` stay
 * where they still match.
 */
export function merge(expected: string | undefined, actual: string): string {
  if (expected === undefined) return actual;
  return align(expected.split('\n'), actual.split('\n')).lines.join('\n');
}

/** A unified diff of the two, with context, where lines that match count as equal. */
export function diff(expected: string, actual: string, context = 2): string[] {
  const { edits } = align(expected === '' ? [] : expected.split('\n'), actual === '' ? [] : actual.split('\n'));
  const near = edits.map((_, i) =>
    edits.slice(Math.max(0, i - context), i + context + 1).some((edit) => edit[0] !== ' '),
  );
  const out: string[] = [];
  for (const [i, edit] of edits.entries()) {
    if (near[i]) out.push(edit);
    else if (i === 0 || near[i - 1]) out.push('  …');
  }
  return out;
}

interface Alignment {
  /** Zero if the texts match. */
  cost: number;
  /** The printed lines, or the expected lines with `...` that stand for them. */
  lines: string[];
  /** `  same`, `- expected`, `+ printed` */
  edits: string[];
}

/** Beyond so many pairs of lines texts are not aligned. */
const LARGE = 4_000_000;

type Move = 'same' | 'absorb' | 'leave' | 'change' | 'drop' | 'add' | 'end';

// A changed line costs less than letting a neighboring `...` line swallow it and dropping the old
// one, so that changes stay visible.
const COST: Record<Move, number> = { same: 0, absorb: 0.25, leave: 0, change: 0.9, drop: 1, add: 1, end: 0 };

function align(expected: string[], actual: string[]): Alignment {
  if (expected.some((line) => line.trim() === ELLIPSIS) && matchesBlock(expected, actual))
    return { cost: 0, lines: expected, edits: expected.map((line) => `  ${line}`) };
  if (expected.length * actual.length > LARGE) return replaced(expected, actual);
  const { moves, cost } = table(expected, actual);
  const lines: string[] = [];
  const edits: string[] = [];
  let [i, j] = [0, 0];
  let absorbed = false;
  for (let move = moves[0]![0]!; move !== 'end'; move = moves[i]![j]!) {
    const [was, is] = [expected[i]!, actual[j]!];
    if (move === 'same' || (move === 'leave' && absorbed)) lines.push(was);
    if (move === 'change' || move === 'add') lines.push(is);
    if (move === 'same' || move === 'leave') edits.push(`  ${was}`);
    if (move === 'change' || move === 'drop') edits.push(`- ${was}`);
    if (move === 'change' || move === 'add') edits.push(`+ ${is}`);
    absorbed = move === 'absorb';
    if (move !== 'absorb' && move !== 'add') i++;
    if (move !== 'leave' && move !== 'drop') j++;
  }
  return { cost, lines, edits };
}

function replaced(expected: string[], actual: string[]): Alignment {
  const edits = [...expected.map((line) => `- ${line}`), ...actual.map((line) => `+ ${line}`)];
  return { cost: Infinity, lines: actual, edits };
}

/** Whether the whole texts match, with `...` lines that stand for any number of lines. */
function matchesBlock(expected: string[], actual: string[]): boolean {
  let reach = new Set([0]);
  for (const line of expected) {
    const next = new Set<number>();
    for (const j of reach) {
      if (line.trim() === ELLIPSIS) for (let k = j; k <= actual.length; k++) next.add(k);
      else if (j < actual.length && lineMatches(line, actual[j]!)) next.add(j + 1);
    }
    reach = next;
  }
  return reach.has(actual.length);
}

/** The cheapest way from each pair of places to the end of both texts. */
function table(expected: string[], actual: string[]): { moves: Move[][]; cost: number } {
  const [m, n] = [expected.length, actual.length];
  const costs = Array.from({ length: m + 1 }, () => new Array<number>(n + 1).fill(0));
  const moves = Array.from({ length: m + 1 }, () => new Array<Move>(n + 1).fill('end'));
  for (let i = m; i >= 0; i--) {
    for (let j = n; j >= 0; j--) {
      if (i === m && j === n) continue;
      let best = Infinity;
      const offer = (move: Move, rest: number | undefined) => {
        if (rest === undefined || COST[move] + rest >= best) return;
        best = COST[move] + rest;
        moves[i]![j] = move;
      };
      const anyLines = i < m && expected[i]!.trim() === ELLIPSIS;
      if (i < m && j < n && lineMatches(expected[i]!, actual[j]!)) offer('same', costs[i + 1]![j + 1]);
      if (anyLines) offer('leave', costs[i + 1]![j]);
      if (anyLines && j < n) offer('absorb', costs[i]![j + 1]);
      if (i < m && j < n) offer('change', costs[i + 1]![j + 1]);
      if (i < m && !anyLines) offer('drop', costs[i + 1]![j]);
      if (j < n) offer('add', costs[i]![j + 1]);
      costs[i]![j] = best;
    }
  }
  return { moves, cost: costs[0]![0]! };
}
