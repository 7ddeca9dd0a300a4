/**
 * Proves projects: for every milestone n the tests 1 to n pass on solution/<n>, test n fails on
 * solution/<n-1>, and test 1 fails on the starter. Tests run where readers run them, in the folder of
 * the code, with the tests in a folder beside it:
 *   python -m unittest discover -s ../tests -p test_milestone_<n>.py
 */
import { cpSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { inFolder, runToEnd } from '../examples/cpython.ts';
import { diff } from '../examples/match.ts';
import { HOME, normalize } from '../examples/normalize.ts';
import type { Problem, ProblemKind } from '../examples/problems.ts';
import { format, lint } from '../examples/style.ts';
import type { Interpreter, Interpreters } from '../interpreters.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../../content/projects');
const LIMIT = 120_000;

/** @returns the folders of all projects */
export function projectFolders(): string[] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER)
    .toSorted()
    .map((name) => path.join(FOLDER, name))
    .filter((folder) => statSync(folder).isDirectory());
}

export async function checkProject(folder: string, { current, previous }: Interpreters): Promise<Problem[]> {
  const milestones = milestonesOf(folder);
  const lacks = missingParts(folder, milestones);
  if (lacks.length > 0) return [problem('project incomplete', path.join(folder, 'index.mdx'), 1, lacks)];
  const runs = [current, previous].map((interpreter) => checkMilestones(folder, milestones, interpreter));
  return [...(await Promise.all(runs)).flat(), ...checkStyle(folder)];
}

function milestonesOf(folder: string): number[] {
  const tests = path.join(folder, 'tests');
  if (!existsSync(tests)) return [];
  return readdirSync(tests)
    .map((name) => Number(/^test_milestone_(\d+)\.py$/.exec(name)?.[1]))
    .filter((n) => n > 0)
    .toSorted((a, b) => a - b);
}

function missingParts(folder: string, milestones: readonly number[]): string[] {
  const parts = ['README.md', 'starter', 'tests/test_milestone_1.py', ...milestones.map((n) => `solution/${n}`)];
  const gaps = milestones.flatMap((n, i) => (n === i + 1 ? [] : [`tests/test_milestone_${i + 1}.py`]));
  return [...parts.filter((part) => !existsSync(path.join(folder, part))), ...gaps];
}

/** One run of one milestone's tests. */
interface Trial {
  /** `starter` or `solution/2` */
  code: string;
  milestone: number;
  passes: boolean;
}

function trialsOf(milestones: readonly number[]): Trial[] {
  return milestones.flatMap((n) => [
    { code: n === 1 ? 'starter' : `solution/${n - 1}`, milestone: n, passes: false },
    ...milestones.filter((k) => k <= n).map((k) => ({ code: `solution/${n}`, milestone: k, passes: true })),
  ]);
}

async function checkMilestones(
  folder: string,
  milestones: readonly number[],
  interpreter: Interpreter,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const trial of trialsOf(milestones)) {
    const { passed, output } = await attempt(folder, trial, interpreter);
    if (passed === trial.passes) continue;
    const kind: ProblemKind = trial.passes ? 'milestone fails' : 'milestone passes';
    const details = [`tests on ${trial.code}`, ...output.split('\n').slice(-30)];
    problems.push({
      ...problem(kind, path.join(folder, 'tests', `test_milestone_${trial.milestone}.py`), 1, details),
      pythons: [`CPython ${interpreter.version}`],
    });
  }
  return problems;
}

function attempt(
  folder: string,
  { code, milestone }: Trial,
  interpreter: Interpreter,
): Promise<{ passed: boolean; output: string }> {
  return inFolder(async (place) => {
    cpSync(path.join(folder, code), path.join(place, 'code'), { recursive: true });
    cpSync(path.join(folder, 'tests'), path.join(place, 'tests'), { recursive: true });
    const args = ['-m', 'unittest', 'discover', '-s', '../tests', '-p', `test_milestone_${milestone}.py`];
    const {
      output,
      hung,
      code: status,
    } = await runToEnd(interpreter, interpreter.python, args, path.join(place, 'code'), LIMIT);
    // Without a test unittest ends with 5.
    return {
      passed: status === 0,
      output: normalize(hung ? `${output}\n(stopped after ${LIMIT / 1000} s)` : output, { [place]: HOME }),
    };
  });
}

function checkStyle(folder: string): Problem[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.py'));
  return files.toSorted().flatMap((name) => {
    const file = path.join(folder, name);
    const code = readFileSync(file, 'utf8').trimEnd();
    const formatted = format(code);
    const layout =
      formatted === undefined || formatted === code
        ? []
        : [problem('format', file, 1, diff(code, formatted).slice(0, 20))];
    const findings = name.startsWith('starter') ? [] : lint(code);
    return [...layout, ...findings.map(({ line, message }) => problem('lint', file, line, [message]))];
  });
}

function problem(kind: ProblemKind, file: string, line: number, details: string[]): Problem {
  return { kind, file: path.relative(process.cwd(), file), line, fence: line, pythons: [], details };
}
