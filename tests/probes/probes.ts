/**
 * The probe suite: small programs that show whether the browser's Python does what CPython does, and how
 * two runs of them are compared. Nothing here runs Python: `tests/content/probes.test.ts` does it in Node, and
 * `tests/e2e/probes.test.ts` in browsers.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { pythonDifferencesSchema, type PythonDifference } from '../../src/schemas/python-difference.ts';
import { HOME, normalize } from '../content/examples/normalize.ts';
import type { Step } from '../content/examples/plan.ts';
import type { Result } from '../content/examples/results.ts';

const PROGRAMS = path.join(import.meta.dirname, 'programs');
const DIFFERENCES = path.resolve(import.meta.dirname, '../../content/python-differences.yaml');

/** What holds the browser's Python: engines differ in the size of their stack, and in how finely clocks tick. */
export const HOSTS = ['node', 'chromium', 'firefox'] as const;
export type Host = (typeof HOSTS)[number];

/** A small program whose output and end tell something about the Python that runs it. */
export interface Probe {
  /** Unique, kebab-case. */
  id: string;
  /** The name of its file in `tests/probes/programs/`, without `.py`. */
  group: string;
  source: string;
  /** Lines that it may read. */
  stdin?: string[];
  /** CPython runs it as `python main.py`: it is about what happens when a program is over. */
  script?: true;
  /** The id of the entry in `content/python-differences.yaml` that says how the browser's Python differs. */
  difference?: string;
  /** Where the difference shows; all hosts if it is left out. Elsewhere the probe must do what CPython does. */
  hosts?: Host[];
}

/** All probes, in the order of their files. */
export const probes: readonly Probe[] = readdirSync(PROGRAMS)
  .filter((name) => name.endsWith('.py'))
  .sort()
  .flatMap((name) => parseProbes(readFileSync(path.join(PROGRAMS, name), 'utf8'), name));

/** The entries of `content/python-differences.yaml`, checked. */
export function readDifferences(): PythonDifference[] {
  return pythonDifferencesSchema.parse(parse(readFileSync(DIFFERENCES, 'utf8')));
}

/** The one step that runs a probe after a `begin`, on any Python. */
export function stepOf({ source, stdin }: Probe): Step & { stdin?: string[] } {
  return { do: 'run', source, fresh: true, ...(stdin ? { stdin } : {}) };
}

/**
 * Takes a file of probes apart: cells of the percent format, each headed by `# %% <id>` and, if it has any,
 * its options as JSON: `# %% input-end {"stdin": ["a line"]}`.
 *
 * @param file its name, for messages and as the group
 * @throws an error with file and line for a head that cannot be read
 */
export function parseProbes(text: string, file: string): Probe[] {
  const found: Probe[] = [];
  const lines = text.split('\n');
  lines.forEach((line, index) => {
    if (!line.startsWith('# %%')) return;
    const fail = (message: string): never => {
      throw new Error(`${file}:${index + 1}: ${message}`);
    };
    const [, id, options] = /^# %% ([a-z0-9]+(?:-[a-z0-9]+)*)(?: (\{.*\}))?$/.exec(line) ?? [];
    if (!id) return fail(`expected "# %% kebab-case-id" and perhaps options as JSON, found "${line}"`);
    const rest = lines.slice(index + 1);
    const end = rest.findIndex((next) => next.startsWith('# %%'));
    const source = `${rest
      .slice(0, end < 0 ? undefined : end)
      .join('\n')
      .trimEnd()}\n`;
    found.push({ id, group: file.replace(/\.py$/, ''), source, ...(options ? readOptions(options, fail) : {}) });
  });
  return found;
}

function readOptions(
  text: string,
  fail: (message: string) => never,
): Pick<Probe, 'stdin' | 'script' | 'difference' | 'hosts'> {
  const options = JSON.parse(text) as Record<string, unknown>;
  for (const [key, value] of Object.entries(options)) {
    const isKnown =
      key === 'stdin'
        ? Array.isArray(value) && value.every((line) => typeof line === 'string')
        : key === 'hosts'
          ? Array.isArray(value) && value.length > 0 && value.every((host) => HOSTS.includes(host as Host))
          : (key === 'difference' && typeof value === 'string') || (key === 'script' && value === true);
    if (!isKnown)
      fail(
        `expected "stdin" (a list of lines), "script" (true), "difference" (an id) or "hosts" (some of ${HOSTS.join(', ')}), found ${JSON.stringify({ [key]: value })}`,
      );
  }
  if ('hosts' in options && !('difference' in options))
    fail('expected "difference" beside "hosts", which says where it shows');
  return options;
}

/** Something that a run of the probes shows to be wrong. */
export interface ProbeProblem {
  probe: string;
  /** One sentence, and what both sides said where that helps. */
  message: string;
}

/**
 * Compares the probes' results on CPython with those in a browser's Python.
 *
 * A probe without `difference` must end, print and fail in the same way on both. One with a `difference` must
 * differ, and each side must do what the entry says: in the browser's Python a code span of the sentence
 * `browser` occurs in the result (or the interpreter is lost), and on CPython the program ends normally
 * or shows a code span of the sentence `cpython`. Every code span must occur in a program or a result.
 *
 * @param expected results on CPython by id of the probe
 * @param got results in the browser's Python by id of the probe; probes that it leaves out are not compared
 * @param host what held the browser's Python
 */
export function compareProbes(
  expected: ReadonlyMap<string, Result>,
  got: ReadonlyMap<string, Result>,
  differences: readonly PythonDifference[] = readDifferences(),
  among: readonly Probe[] = probes,
  host: Host = 'node',
): ProbeProblem[] {
  const problems: ProbeProblem[] = [];
  const entries = new Map(differences.map((entry) => [entry.id, entry]));
  const said = new Map(differences.map(({ id }) => [id, '']));
  for (const probe of among) {
    if (!got.has(probe.id)) continue;
    const [native, inBrowser] = [shown(expected.get(probe.id)), shown(got.get(probe.id))];
    const report = (message: string) =>
      problems.push({ probe: probe.id, message: `${message}\n--- CPython\n${native}\n--- browser\n${inBrowser}` });
    if (probe.difference === undefined || !differsIn(probe, host)) {
      if (native !== inBrowser) report(`the Pythons disagree, and no difference is stated for ${host}`);
      continue;
    }
    const entry = entries.get(probe.difference);
    if (!entry) {
      report(`names the difference "${probe.difference}", which content/python-differences.yaml lacks`);
      continue;
    }
    said.set(entry.id, [said.get(entry.id), probe.source, native, inBrowser].join('\n'));
    const shows = (result: Result | undefined, sentence: string) =>
      result !== undefined && codeSpans(sentence).some((span) => printed(result).includes(span));
    if (native === inBrowser) report(`both do the same, so the difference "${entry.id}" is out of date`);
    else if (!shows(got.get(probe.id), entry.browser) && got.get(probe.id)!.ended !== 'died')
      report(`the browser's Python does not do what "${entry.id}" says: ${entry.browser}`);
    else if (!shows(expected.get(probe.id), entry.cpython) && expected.get(probe.id)?.ended !== 'normally')
      report(`CPython does not do what "${entry.id}" says: ${entry.cpython}`);
  }
  return [...problems, ...unproven(differences, said, among, got, host)];
}

/** Whether the probe's difference, if it has one, shows in a host. */
const differsIn = ({ hosts }: Probe, host: Host): boolean => hosts?.includes(host) ?? true;

/** Entries that no probe shows, and quotations that neither programs nor results contain. */
function unproven(
  differences: readonly PythonDifference[],
  said: ReadonlyMap<string, string>,
  among: readonly Probe[],
  got: ReadonlyMap<string, Result>,
  host: Host,
): ProbeProblem[] {
  return differences.flatMap(({ id, cpython, browser }): ProbeProblem[] => {
    const witnesses = among.filter(({ difference }) => difference === id);
    if (witnesses.length === 0) return [{ probe: '(none)', message: `no probe shows the difference "${id}"` }];
    if (!witnesses.every((probe) => got.has(probe.id) && differsIn(probe, host))) return [];
    return [...codeSpans(cpython), ...codeSpans(browser)]
      .filter((span) => !said.get(id)!.includes(span))
      .map((span) => ({
        probe: witnesses.map((probe) => probe.id).join(', '),
        message: `the difference "${id}" quotes \`${span}\`, which occurs in no program and no result`,
      }));
  });
}

/** What stands between backticks. */
function codeSpans(sentence: string): string[] {
  return [...sentence.matchAll(/`([^`]+)`/g)].map(([, span]) => span!);
}

/** A result as text, without what has no meaning: places and lines of the standard library, ids, times. */
function shown(result: Result | undefined): string {
  if (!result) return '(no result)';
  return `${result.ended} ${result.name ?? ''}\n${printed(result)}`;
}

/** What a program printed and what its exception says. */
function printed({ output, traceback = '', detail = '' }: Result): string {
  return normalize([output, traceback, detail].filter(Boolean).join('\n'))
    .replace(/\/usr\/lib\/python3\.14\/|\/lib\/python314\.zip\//g, '/lib/python/')
    .replace(/(\/lib\/python\/[\w./]+\.py)c\b/g, '$1')
    .replace(/(\/lib\/python\/[\w./]+)(['"], line |:)\d+/g, '$1$2…')
    .replace(/("<frozen [\w.]+>", line )\d+/g, '$1…')
    .replaceAll(`${HOME}/main.py`, 'main.py')
    .replace(/\bid=0x[0-9a-f]+/g, 'id=0x…')
    .replace(/(\[Previous line repeated )\d+/g, '$1…')
    .replace(/\b(Ran \d+ tests? in )[\d.]+s/g, '$1…');
}
