/** The worker thread that holds Pyodide; `browser.ts` is the other end. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { loadPyodide } from 'pyodide';
import type { Reply } from './browser.ts';
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

const port = parentPort!;
const reply = (message: Reply) => port.postMessage(message);

const pyodide = await loadPyodide({
  env: { PYTHONHASHSEED: '0', PYTHON_COLORS: '0', TZ: 'UTC', COLUMNS: '80', HOME: '/home/reader' },
  stdout: () => undefined,
  stderr: () => undefined,
});
// The only sign that the interpreter is lost: a call into it then never returns.
(pyodide as unknown as { _api: { on_fatal: (error: unknown) => void } })._api.on_fatal = (error) => {
  reply({ type: 'died', detail: String(error).slice(0, 600) });
};
pyodide.FS.mkdirTree('/checks');
for (const [folder, name] of FILES) pyodide.FS.writeFile(`/checks/${name}`, readFileSync(path.join(folder, name)));

const canSuspend = 'Suspending' in WebAssembly;
const host = {
  sleep: (seconds: number) => ({ p: new Promise((resolve) => setTimeout(resolve, seconds * 1000)) }),
  read_line: () => undefined,
};
pyodide.runPython('import sys; sys.path.insert(0, "/checks")');
const driver = pyodide.pyimport('pyodide_driver');
driver.set_up(host, canSuspend);
pyodide.setInterruptBuffer(workerData as Uint8Array);

port.on('message', (steps: Step[]) => void takeAll(steps).catch((error: Error) => reply({ type: 'died', detail: error.message })));
reply({ type: 'ready' });

async function takeAll(steps: Step[]): Promise<void> {
  driver.begin();
  for (const step of steps) reply({ type: 'result', result: JSON.parse(await take(JSON.stringify(step))) as Result });
}

/** Enters Python so that it can be suspended in a sleep, where the engine can do that. */
async function take(step: string): Promise<string> {
  return (canSuspend ? await driver.take.callPromising(step) : driver.take(step)) as string;
}
