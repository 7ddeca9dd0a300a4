/** The worker thread that holds Pyodide; `browser.ts` is the other end. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { loadPyodide } from 'pyodide';
import type { Given, Reply } from './browser.ts';
import type { Step } from './plan.ts';
import type { Result } from './results.ts';

const PYTHON = path.resolve(import.meta.dirname, '../../../src/python');
const FILES = [
  [PYTHON, 'runner.py'],
  [PYTHON, 'browser.py'],
  [PYTHON, 'grader.py'],
  [import.meta.dirname, 'steps.py'],
  [import.meta.dirname, 'pyodide_driver.py'],
] as const;

/** What pyodide_driver.py offers. */
interface Driver {
  set_up(host: object, canSuspend: boolean): void;
  begin(): void;
  take: { (step: string): string; callPromising(step: string): Promise<string> };
}

/** The parts of Pyodide that its types leave open. */
interface Internals {
  _api: { on_fatal: (error: unknown) => void };
  FS: { mkdirTree(path: string): void; writeFile(path: string, data: Uint8Array): void };
}

const port = parentPort!;
const { interrupt, stdlib } = workerData as Given;
const reply = (message: Reply) => {
  port.postMessage(message);
};

const pyodide = await loadPyodide({
  env: { PYTHONHASHSEED: '0', PYTHON_COLORS: '0', TZ: 'UTC', COLUMNS: '80', HOME: '/home/reader' },
  stdLibURL: stdlib,
  stdout: () => undefined,
  stderr: () => undefined,
});
const { _api: api, FS: files } = pyodide as unknown as Internals;
// The only sign that the interpreter is lost: a call into it then never returns.
api.on_fatal = (error) => {
  reply({ type: 'died', detail: String(error).slice(0, 600) });
};
files.mkdirTree('/checks');
for (const [folder, name] of FILES) files.writeFile(`/checks/${name}`, readFileSync(path.join(folder, name)));

const canSuspend = 'Suspending' in WebAssembly;
const host = {
  sleep: (seconds: number) => ({ p: new Promise((resolve) => setTimeout(resolve, seconds * 1000)) }),
  read_line: () => undefined,
};
pyodide.runPython('import sys; sys.path.insert(0, "/checks")');
const driver = pyodide.pyimport('pyodide_driver') as Driver;
driver.set_up(host, canSuspend);
pyodide.setInterruptBuffer(interrupt);

port.on('message', (steps: Step[]) => {
  takeAll(steps).catch((error: unknown) => {
    reply({ type: 'died', detail: error instanceof Error ? error.message : String(error) });
  });
});
reply({ type: 'ready' });

async function takeAll(steps: Step[]): Promise<void> {
  driver.begin();
  for (const step of steps) reply({ type: 'result', result: JSON.parse(await take(JSON.stringify(step))) as Result });
}

/** Enters Python so that it can be suspended in a sleep, where the engine can do that. */
async function take(step: string): Promise<string> {
  return canSuspend ? driver.take.callPromising(step) : driver.take(step);
}
