/** Proves pages: runs their examples on all Pythons and says what is wrong. */
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Interpreters } from '../interpreters.ts';
import { Browser } from './browser.ts';
import { readSession, sessionScript, sessionText } from './console.ts';
import { runScript, runShell, runSteps } from './cpython.ts';
import { evaluate, type Outcome, type SessionOutcome } from './evaluate.ts';
import { Gate } from './gate.ts';
import { readPage, parsePage, type Page } from './pages.ts';
import { plan, type Plan, type Runtime, type Versions } from './plan.ts';
import type { Problem, ProblemKind } from './problems.ts';
import { PYODIDE, proofProblem, readProofs, recordProofs } from './proofs.ts';
import type { Result } from './results.ts';
import { applyEdits } from './splice.ts';
import { checkStyle, formatEdits } from './style.ts';
import { checkTraces } from './traces.ts';

export interface Options {
  /** Write formatted code and true outputs into the pages. */
  update?: boolean;
  /** Write nothing; a page that was not proved as it stands is a problem. */
  check?: boolean;
}

export interface PageReport {
  file: string;
  page: Page;
  /** Blocks and sessions that ran, or are only shown. */
  fences: number;
  problems: Problem[];
  updated: boolean;
}

/** Proves all pages at once, and records those that are green. */
export async function checkPages(
  files: readonly string[],
  interpreters: Interpreters,
  options: Options,
): Promise<PageReport[]> {
  const browser = new Browser();
  const gate = new Gate(availableParallelism());
  try {
    const reports = await Promise.all(files.map((file) => checkPage(file, { interpreters, browser, gate, options })));
    finish(reports, interpreters, options);
    return reports;
  } finally {
    await browser.close();
  }
}

interface Means {
  interpreters: Interpreters;
  browser: Browser;
  gate: Gate;
  options: Options;
}

async function checkPage(file: string, means: Means): Promise<PageReport> {
  const name = path.relative(process.cwd(), file);
  let page = readPage(file);
  const before = page.source;
  if (means.options.update) page = parsePage(file, applyEdits(page.source, formatEdits(page)));
  const { outcomes, sessions } = await runPage(page, means);
  const first = evaluate(page, name, outcomes, sessions);
  let { problems } = first;
  if (means.options.update && first.edits.length > 0) {
    page = parsePage(file, applyEdits(page.source, first.edits));
    problems = evaluate(page, name, outcomes, sessions).problems;
  }
  const about = (kind: ProblemKind, line: number, details: string[]): Problem => ({
    kind,
    file: name,
    line,
    fence: line,
    pythons: [],
    details,
  });
  problems = [
    ...page.problems.map(({ line, message }) => about('fence', line, [message])),
    ...checkStyle(page, name),
    ...problems,
    ...checkTraces(page, name, outcomes, means.options.update === true),
  ];
  // The author may have written meanwhile: their text wins.
  const isChanged = page.source !== before;
  const updated = isChanged && readFileSync(file, 'utf8') === before;
  if (updated) writeFileSync(file, page.source);
  else if (isChanged) problems.push(about('changed meanwhile', 1, []));
  const fences = page.fences.filter(({ language }) => language === 'python' || language === 'console').length;
  return { file: name, page, fences, problems, updated };
}

async function runPage(
  page: Page,
  means: Means,
): Promise<{ outcomes: Outcome[]; sessions: Map<number, SessionOutcome> }> {
  const { current, previous } = means.interpreters;
  const versions: Versions = { current: current.version, previous: previous.version, browser: previous.version };
  const place = new Map(page.fences.map((fence, index) => [fence, index]));
  const outcome = async (
    runtime: Runtime,
    python: string,
    run: (plan: Plan) => Promise<Map<number, Result>>,
  ): Promise<Outcome> => {
    const planned = plan(page, runtime, versions);
    return { python, results: await run(planned), skipped: planned.skipped.map((fence) => place.get(fence)!) };
  };
  const keep = (results: Map<number, Result>, index: number, result: Result) => {
    // A block that is checked and then written has two steps: the first bad one counts.
    const known = results.get(index);
    if (!known || known.ended === 'normally') results.set(index, result);
  };
  const onCPython = (runtime: 'current' | 'previous') => async (planned: Plan) => {
    const interpreter = means.interpreters[runtime];
    const results = new Map<number, Result>();
    const [steps, ...scripts] = await Promise.all([
      means.gate.pass(() =>
        runSteps(
          interpreter,
          planned.steps.map(({ step }) => step),
        ),
      ),
      ...planned.scripts.map(({ fence, files }) => means.gate.pass(() => runScript(interpreter, fence.code, files))),
    ]);
    for (const [i, result] of steps.entries()) keep(results, place.get(planned.steps[i]!.fence)!, result);
    for (const [i, result] of scripts.entries()) keep(results, place.get(planned.scripts[i]!.fence)!, result);
    return results;
  };
  const inBrowser = async (planned: Plan) => {
    const results = new Map<number, Result>();
    const steps = await means.browser.runSteps(planned.steps.map(({ step }) => step));
    for (const [i, result] of steps.entries()) keep(results, place.get(planned.steps[i]!.fence)!, result);
    return results;
  };
  const [inNew, inOld, inPage, sessions] = await Promise.all([
    outcome('current', `CPython ${current.version}`, onCPython('current')),
    outcome('previous', `CPython ${previous.version}`, onCPython('previous')),
    outcome('browser', `Pyodide ${PYODIDE}`, inBrowser),
    runSessions(page, means),
  ]);
  return { outcomes: [inNew, inOld, inPage], sessions };
}

/** Runs a page's console sessions one after another; each sees what stands on disk above it. */
async function runSessions(page: Page, { interpreters, gate }: Means): Promise<Map<number, SessionOutcome>> {
  const sessions = new Map<number, SessionOutcome>();
  const files: Record<string, string> = {};
  for (const [index, fence] of page.fences.entries()) {
    if (fence.words.file !== undefined) files[fence.words.file] = `${fence.code}\n`;
    if (fence.language !== 'console' || fence.words.norun !== undefined) continue;
    const session = readSession(fence.code);
    if ('problem' in session) {
      sessions.set(index, { text: '', problem: session.problem });
      continue;
    }
    const { commands } = session;
    const { output, hung } = await gate.pass(() =>
      runShell(interpreters.current, sessionScript(commands), { ...files }),
    );
    const { text, reached } = sessionText(commands, output);
    const why = hung ? 'does not finish in time' : 'ends the shell';
    sessions.set(index, reached < commands.length ? { text, problem: `${commands[reached]} ${why}` } : { text });
  }
  return sessions;
}

function finish(reports: PageReport[], { current, previous }: Interpreters, { check }: Options): void {
  // An exercise is proved by its tests, not by the examples around them.
  const green = reports.filter(({ page, problems }) => problems.length === 0 && !page.id?.startsWith('exercises/'));
  if (!check) {
    recordProofs(
      green.map(({ page }) => page),
      { pythons: [current.version, previous.version], browser: PYODIDE },
    );
    return;
  }
  const proofs = readProofs();
  for (const { page, file, problems } of green) {
    const kind = proofProblem(page, proofs);
    if (kind) problems.push({ kind, file, line: 1, fence: 1, pythons: [], details: [] });
  }
}
