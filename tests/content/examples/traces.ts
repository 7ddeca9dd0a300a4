/**
 * The recordings of a lesson's traced programs: content/traces/<topic>/<lesson>.json. What the browser's Python
 * records is what readers step through; both CPythons must record the same.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { tracedFences, type Recordings } from '../../../src/code-blocks/recordings.ts';
import { parseTrace, type Trace } from '../../../src/shared/trace.ts';
import type { Outcome } from './evaluate.ts';
import { diff } from './match.ts';
import type { Page } from './pages.ts';
import type { Problem, ProblemKind } from './problems.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../../content/traces');

/**
 * Compares what the Pythons recorded with each other and with the recordings that the site has.
 * @param file how the page is called in problems
 * @param update write the recordings instead of finding fault with them
 */
export function checkTraces(page: Page, file: string, outcomes: readonly Outcome[], update: boolean): Problem[] {
  const traced = tracedFences(page.source, page.fences);
  const place = placeOf(page);
  const problems: Problem[] = [];
  const known = place ? readRecordings(place) : {};
  const made: Recordings = {};
  for (const { id, fence, index, hash } of traced) {
    const about = (kind: ProblemKind, details: string[] = [], pythons: string[] = []): void =>
      void problems.push({ kind, file, line: fence.line, fence: fence.line, pythons, details });
    const recorded = outcomes.flatMap(({ python, results }) => {
      const trace = results.get(index)?.trace;
      return trace ? [{ python, trace: normalized(parseTrace(trace)) }] : [];
    });
    // The browser's Python is the last; without its recording the block has failed, and that is reported.
    const shown = recorded.find(({ python }) => python.startsWith('Pyodide'));
    if (!shown) {
      if (known[id]) made[id] = known[id];
      continue;
    }
    for (const { python, trace } of recorded)
      if (!isSame(trace, shown.trace)) about('traces differ', difference(shown.trace, trace), [python]);
    made[id] = { hash, trace: shown.trace };
    if (!place || update) continue;
    if (!known[id]) about('trace missing');
    else if (known[id].hash !== hash) about('trace stale');
    else if (!isSame(known[id].trace, shown.trace)) about('trace differs', difference(known[id].trace, shown.trace));
  }
  if (!place) return problems;
  if (update) writeRecordings(place, made);
  else
    for (const id of Object.keys(known))
      if (traced.every((each) => each.id !== id))
        problems.push({ kind: 'trace unneeded', file, line: 1, fence: 1, pythons: [], details: [id] });
  return problems;
}

/** Where the recordings of a page stand; nothing for a page that is not a lesson. */
function placeOf({ id }: Page): string | undefined {
  return id?.startsWith('lessons/') ? path.join(FOLDER, `${id.slice('lessons/'.length)}.json`) : undefined;
}

function readRecordings(place: string): Recordings {
  return existsSync(place) ? (JSON.parse(readFileSync(place, 'utf8')) as Recordings) : {};
}

function writeRecordings(place: string, recordings: Recordings): void {
  if (Object.keys(recordings).length === 0) {
    rmSync(place, { force: true });
    return;
  }
  const text = formatRecordings(recordings);
  if (existsSync(place) && readFileSync(place, 'utf8') === text) return;
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, text);
}

/** Sorted by id, with a step a line, so that a change shows where it is. */
export function formatRecordings(recordings: Recordings): string {
  const entries = Object.entries(recordings)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { hash, trace }]) => {
      const { steps, ...rest } = trace;
      const head = JSON.stringify(rest).slice(0, -1);
      const lines = steps.map((step) => `\n${JSON.stringify(step)}`).join(',');
      return `${JSON.stringify(id)}: {"hash": "${hash}", "trace": ${head},"steps":[${lines}\n]}}`;
    });
  return `{\n${entries.join(',\n')}\n}\n`;
}

/** What differs from one run to the next without meaning: the same as in `normalize.ts`, kept in step with positions. */
const VARYING = /(?<=\bat )0x[0-9a-f]+|(?<=\bTask-)\d+/gi;

/** @returns the recording with addresses and numbers of tasks made equal in what was printed */
export function normalized(trace: Trace): Trace {
  const equal = (found: string): string => (found.startsWith('0') ? '0x…' : '…');
  const all = trace.out.map(([, text]) => text).join('');
  const found = [...all.matchAll(VARYING)].map(({ 0: text, index }) => ({
    end: index + text.length,
    less: text.length - equal(text).length,
  }));
  const move = (at: number): number => at - found.reduce((sum, { end, less }) => (end <= at ? sum + less : sum), 0);
  return {
    ...trace,
    out: trace.out.map(([stream, text]) => [stream, text.replace(VARYING, equal)]),
    steps: trace.steps.map((step) => ({ ...step, o: move(step.o) })),
  };
}

function isSame(a: Trace, b: Trace): boolean {
  return linesOf(a).join('\n') === linesOf(b).join('\n');
}

function difference(expected: Trace, found: Trace): string[] {
  return diff(linesOf(expected).join('\n'), linesOf(found).join('\n'), 1).slice(0, 20);
}

function linesOf({ steps, ...rest }: Trace): string[] {
  return [JSON.stringify(rest), ...steps.map((step) => JSON.stringify(step))];
}
