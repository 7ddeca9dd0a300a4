/** Decides what each Python does for a page: which blocks it takes, in which form and in which order. */
import type { Step } from '../../../src/shared/python-messages.ts';
import type { Page, PageFence } from './pages.ts';

/** Where a page runs. */
export type Runtime = 'current' | 'previous' | 'browser';

export type { Step };

/** A block that runs as `python main.py`, and the files that stand beside it. */
export interface Script {
  fence: PageFence;
  files: Record<string, string>;
}

export interface Plan {
  /** In order, with the fence that each comes from. */
  steps: { fence: PageFence; step: Step }[];
  scripts: Script[];
  /** Blocks that this Python does not run. */
  skipped: PageFence[];
}

/** Which Python versions a runtime has, for `python=3.15`. */
export interface Versions {
  current: string;
  previous: string;
  browser: string;
}

export function plan(page: Page, runtime: Runtime, versions: Versions): Plan {
  const out: Plan = { steps: [], scripts: [], skipped: [] };
  const prelude = preludeOf(page);
  if (prelude && runsOn(prelude, runtime, versions))
    out.steps.push({ fence: prelude, step: { do: 'run', source: `${prelude.code}\n` } });
  const files: Record<string, string> = {};
  let begin = false;
  for (const fence of page.fences) {
    const { words, code } = fence;
    const step = (step: Step) => out.steps.push({ fence, step });
    if (words.role !== undefined) continue;
    if (fence.language === 'python') begin ||= fence.starts && !isScript(fence);
    else if (words.file === undefined) continue;
    if (!runsOn(fence, runtime, versions)) {
      out.skipped.push(fence);
      continue;
    }
    const source = `${code}\n`;
    if (words.file !== undefined) files[words.file] = source;
    if (isScript(fence)) out.scripts.push({ fence, files: { ...files } });
    else if (fence.language === 'python' && (words.norun !== undefined || words.file !== undefined))
      step({ do: 'check', source });
    if (words.file !== undefined && words.norun === undefined) step({ do: 'write', source, path: words.file });
    if (words.file !== undefined || words.norun !== undefined || isScript(fence)) continue;
    step({ do: 'run', source, ...(begin ? { fresh: true } : {}), ...(words.trace ? { trace: true } : {}) });
    begin = false;
  }
  return out;
}

/** `runtime=cpython fresh`: a program with a process of its own. */
export function isScript({ words }: PageFence): boolean {
  return words.runtime === 'cpython' && words.fresh && words.norun === undefined && words.file === undefined;
}

/** The solution of an exercise, which runs before the examples around it: they call it. */
function preludeOf({ fences }: Page): PageFence | undefined {
  const hasExamples = fences.some(({ language, words }) => language === 'python' && words.role === undefined);
  return hasExamples ? fences.find(({ words }) => words.role === 'solution') : undefined;
}

function runsOn({ words }: PageFence, runtime: Runtime, versions: Versions): boolean {
  if (words.runtime === 'cpython' && runtime === 'browser') return false;
  return words.python === undefined || minorOf(words.python) <= minorOf(versions[runtime]);
}

function minorOf(version: string): number {
  return Number(version.split('.')[1]);
}
