/** Proves exercises: the solution passes, the starter fails, and the tests notice every mistake. */
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { Browser } from '../examples/browser.ts';
import { converse, inFolder, writeFiles, type End } from '../examples/cpython.ts';
import { Gate } from '../examples/gate.ts';
import { readPage, type Page, type PageFence } from '../examples/pages.ts';
import type { Step } from '../examples/plan.ts';
import type { Problem, ProblemKind } from '../examples/problems.ts';
import { PYODIDE, proofProblem, readProofs, recordProofs } from '../examples/proofs.ts';
import type { Grade } from '../examples/results.ts';
import { checkStyle } from '../examples/style.ts';
import type { Interpreters } from '../interpreters.ts';

const DRIVER = path.join(import.meta.dirname, 'examine.py');

export interface ExerciseReport {
  file: string;
  page: Page;
  mutants: number;
  problems: Problem[];
}

/** @param options with `check` nothing is written, and an exercise without a proof is a problem */
export async function checkExercises(
  files: readonly string[],
  interpreters: Interpreters,
  options: { check?: boolean },
): Promise<ExerciseReport[]> {
  const means = { interpreters, browser: new Browser(), gate: new Gate(availableParallelism()) };
  try {
    const reports = await Promise.all(files.map((file) => checkExercise(file, means)));
    finish(reports, interpreters, options);
    return reports;
  } finally {
    await means.browser.close();
  }
}

interface Means {
  interpreters: Interpreters;
  browser: Browser;
  gate: Gate;
}

/** The three fences of an exercise, and the files that its code reads. */
interface Exercise {
  starter: PageFence;
  solution: PageFence;
  tests: PageFence;
  entry: string;
  files: Record<string, string>;
}

type Finding = { kind: ProblemKind; line: number; fence?: number; details?: string[]; pythons?: string[] };

async function checkExercise(file: string, means: Means): Promise<ExerciseReport> {
  const page = readPage(file);
  const name = path.relative(process.cwd(), file);
  const problem = (finding: Finding): Problem => ({
    file: name,
    fence: finding.line,
    pythons: [],
    details: [],
    ...finding,
  });
  const style = checkStyle(page, name, (fence) => fence.words.role !== undefined);
  const unread = page.problems.map(({ line, message }) => problem({ kind: 'fence', line, details: [message] }));
  const exercise = readExercise(page);
  if ('kind' in exercise) return { file: name, page, mutants: 0, problems: [...unread, problem(exercise), ...style] };
  const [examined, inBrowser] = await Promise.all([
    means.gate.pass(() => examine(exercise, means.interpreters)),
    gradeInBrowser(exercise, means.browser),
  ]);
  // What is wrong without running has been found on both Pythons.
  const findings = [...examined.findings, ...inBrowser.filter(({ pythons }) => pythons !== undefined)];
  const problems = findings.map(problem);
  return { file: name, page, mutants: examined.mutants, problems: [...unread, ...problems, ...style] };
}

function readExercise(page: Page): Exercise | Finding {
  const roles = { starter: 0, solution: 0, tests: 0 };
  for (const { words } of page.fences) if (words.role) roles[words.role]++;
  const wrong = Object.entries(roles).filter(([, count]) => count !== 1);
  if (wrong.length > 0)
    return { kind: 'fence missing', line: 1, details: wrong.map(([role, count]) => `found ${count} ${role}`) };
  const find = (role: string) => page.fences.find(({ words }) => words.role === role)!;
  const files = Object.fromEntries(
    page.fences.flatMap(({ words, code }) => (words.file === undefined ? [] : [[words.file, `${code}\n`]])),
  );
  const frontmatter = parse(/^---\n(.*?)\n---\n/s.exec(page.source)?.[1] ?? '') as { entry?: string } | null;
  return {
    starter: find('starter'),
    solution: find('solution'),
    tests: find('tests'),
    entry: frontmatter?.entry ?? '',
    files,
  };
}

/** A line that examine.py says. */
type Reply =
  | { broken: string }
  | { solution: Grade }
  | { starter: Grade }
  | { mutant: number; line: number; endLine: number; was: string; now: string; survived: boolean }
  | { excused: number[] };

type MutantReply = Extract<Reply, { mutant: number }>;

/** What has been heard of an exercise so far. */
interface Heard {
  graded: { starter: boolean; solution: boolean };
  findings: Finding[];
  mutants: MutantReply[];
  excused: number[];
  /** Nothing more is to come. */
  isOver: boolean;
}

async function examine(
  exercise: Exercise,
  { current }: Interpreters,
): Promise<{ findings: Finding[]; mutants: number }> {
  const python = `CPython ${current.version}`;
  const heard: Heard = {
    graded: { starter: false, solution: false },
    findings: [],
    mutants: [],
    excused: [],
    isOver: false,
  };
  const hear = (reply: unknown) => {
    take(reply as Reply, heard, exercise, python);
  };
  let next = 0;
  while (!heard.isOver) {
    const end = await inFolder((folder) => {
      writeFiles(folder, exercise.files);
      return converse(current, DRIVER, folder, inputOf(exercise, next), hear);
    });
    const ungraded = ungradedRole(heard);
    if (ungraded) {
      heard.findings.push(stuck(exercise[ungraded], end, python));
      heard.isOver = true;
    }
    // A mutant that cannot be stopped, or that ends the process, is noticed; the one after it goes on.
    next = Math.max(next, (heard.mutants.at(-1)?.mutant ?? -1) + 1) + 1;
  }
  return { findings: [...heard.findings, ...judgeMutants(exercise, heard)], mutants: heard.mutants.length };
}

/** What the process was at when it ended, if that was not a mutant. */
function ungradedRole({ graded, isOver }: Heard): 'solution' | 'starter' | undefined {
  if (isOver) return undefined;
  return (['solution', 'starter'] as const).find((role) => !graded[role]);
}

function take(reply: Reply, heard: Heard, exercise: Exercise, python: string): void {
  if ('mutant' in reply) {
    heard.mutants.push(reply);
  } else if ('excused' in reply) {
    heard.excused = reply.excused;
    heard.isOver = true;
  } else {
    heard.findings.push(...judge(exercise, reply, python));
    if ('starter' in reply) heard.graded.starter = true;
    else heard.graded.solution = true;
    // Mutants of a solution that fails say nothing; examine.py stops after the starter.
    const isBroken =
      'broken' in reply || ('starter' in reply && heard.findings.some(({ kind }) => kind === 'solution fails'));
    heard.isOver ||= isBroken;
  }
}

function inputOf({ solution, starter, tests }: Exercise, first: number): object {
  return { solution: `${solution.code}\n`, starter: `${starter.code}\n`, tests: `${tests.code}\n`, first };
}

function stuck(fence: PageFence, end: End, python: string): Finding {
  return {
    kind: end.hung ? 'hung' : 'died',
    line: fence.line,
    details: [end.how, ...end.printed.split('\n').slice(-5)],
    pythons: [python],
  };
}

/** What is wrong with the solution's or the starter's grade. */
function judge(
  { solution, starter, tests, entry }: Exercise,
  reply: Exclude<Reply, MutantReply | { excused: number[] }>,
  python: string,
): Finding[] {
  const pythons = [python];
  if ('broken' in reply)
    return [{ kind: 'tests broken', line: tests.line, details: reply.broken.trimEnd().split('\n'), pythons }];
  if ('starter' in reply) {
    const { status, error, line } = reply.starter;
    if (status === 'broken')
      return [
        { kind: 'starter broken', line: starter.line + (line ?? 0), details: (error ?? '').split('\n'), pythons },
      ];
    return status === 'passed' ? [{ kind: 'starter passes', line: starter.line, pythons }] : [];
  }
  const grade = reply.solution;
  const findings: Finding[] = [];
  if (!new RegExp(`^(?:(?:async )?def |class )?${entry}\\b`, 'm').test(solution.code))
    findings.push({ kind: 'entry missing', line: solution.line, details: [`entry: ${entry}`] });
  if (grade.status === 'broken')
    findings.push({
      kind: 'solution fails',
      line: solution.line + (grade.line ?? 0),
      details: (grade.error ?? '').split('\n'),
      pythons,
    });
  else if (grade.tests.length === 0)
    findings.push({ kind: 'tests broken', line: tests.line, details: ['there is no function test_*'], pythons });
  for (const test of grade.tests) {
    const line = lineOf(tests, test.name);
    if (test.title === test.name) findings.push({ kind: 'test untitled', line });
    if (test.status === 'passed') continue;
    const values = test.expression
      ? [test.expression, `got  ${test.got}`, ...(test.want === null ? [] : [`want ${test.want}`])]
      : [];
    findings.push({
      kind: 'solution fails',
      line,
      details: [`${test.title}: ${test.message ?? test.status}`, ...values],
      pythons,
    });
  }
  return findings;
}

function lineOf(fence: PageFence, name: string): number {
  return fence.line + 1 + fence.code.split('\n').findIndex((text) => new RegExp(`def ${name}\\b`).test(text));
}

function judgeMutants({ solution }: Exercise, { mutants, excused }: Heard): Finding[] {
  const covers = ({ line, endLine }: MutantReply, at: number) => at === line || at === endLine;
  const survivors = mutants.filter(({ survived }) => survived);
  const unexcused = survivors.filter((mutant) => !excused.some((at) => covers(mutant, at)));
  const unneeded = excused.filter((at) => !survivors.some((mutant) => covers(mutant, at)));
  return [
    ...unexcused.map(({ line, was, now }): Finding => ({
      kind: 'mutant survives',
      line: solution.line + line,
      details: [`${was}  ->  ${now}`],
    })),
    ...unneeded.map((at): Finding => ({ kind: 'equivalent unneeded', line: solution.line + at })),
  ];
}

/** Grades the solution and the starter where readers do. */
async function gradeInBrowser(exercise: Exercise, browser: Browser): Promise<Finding[]> {
  const { solution, starter, tests, files } = exercise;
  const parts = [solution, starter, tests];
  if (parts.some(({ words }) => words.runtime ?? words.python)) return [];
  const python = `Pyodide ${PYODIDE}`;
  const grade = (source: string): Step => ({ do: 'grade', source: `${source}\n`, tests: `${tests.code}\n` });
  const writes = Object.entries(files).map(([path, source]): Step => ({ do: 'write', path, source }));
  const results = await browser.runSteps([...writes, grade(solution.code), grade(starter.code)]);
  return results.slice(writes.length).flatMap((result, i): Finding[] => {
    if (result.grade) return judge(exercise, i === 0 ? { solution: result.grade } : { starter: result.grade }, python);
    if (result.ended === 'not reached') return [];
    return [
      {
        kind: result.ended === 'hung' ? 'hung' : 'died',
        line: parts[i]!.line,
        details: [result.detail ?? result.summary ?? ''],
        pythons: [python],
      },
    ];
  });
}

function finish(reports: ExerciseReport[], { current }: Interpreters, { check }: { check?: boolean }): void {
  const green = reports.filter(({ problems }) => problems.length === 0);
  if (!check) {
    recordProofs(
      green.map(({ page }) => page),
      { pythons: [current.version], browser: PYODIDE },
    );
    return;
  }
  const proofs = readProofs();
  for (const { page, file, problems } of green) {
    const kind: ProblemKind | undefined = proofProblem(page, proofs);
    if (kind) problems.push({ kind, file, line: 1, fence: 1, pythons: [], details: [] });
  }
}
