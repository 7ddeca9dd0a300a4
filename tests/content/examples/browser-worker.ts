/** The worker thread that holds Pyodide; `browser.ts` is the other end. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { loadPyodide } from 'pyodide';
import type { Given, Reply } from './browser.ts';
import type { Step } from './plan.ts';
import type { Result } from './results.ts';

const PYTHON = path.resolve(import.meta.dirname, '../../../src/python');

/** What driver.py offers. */
interface Driver {
  set_up(host: object, canSuspend: boolean, hold: number): void;
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
  env: { PYTHONHASHSEED: '0', PYTHON_COLORS: '0', PYTHONUTF8: '1', TZ: 'UTC', COLUMNS: '80', HOME: '/home/reader' },
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
for (const name of readdirSync(PYTHON).filter((file) => file.endsWith('.py')))
  files.writeFile(`/checks/${name}`, readFileSync(path.join(PYTHON, name)));

const printed: string[] = [];
const canSuspend = 'Suspending' in WebAssembly;
const host = {
  sleep: (seconds: number) => ({ p: new Promise((resolve) => setTimeout(resolve, seconds * 1000)) }),
  read_line: () => undefined,
  print: (_stream: string, text: string) => void printed.push(text),
  start_test: () => undefined,
};
pyodide.runPython('import sys; sys.path.insert(0, "/checks")');
const driver = pyodide.pyimport('driver') as Driver;
pyodide.runPython('sys.path.remove("/checks")');
driver.set_up(host, canSuspend, 0);
pyodide.setInterruptBuffer(interrupt);

port.on('message', (steps: Step[]) => {
  takeAll(steps).catch((error: unknown) => {
    reply({ type: 'died', detail: error instanceof Error ? error.message : String(error) });
  });
});
reply({ type: 'ready' });

async function takeAll(steps: Step[]): Promise<void> {
  driver.begin();
  for (const step of steps) {
    printed.length = 0;
    const result = JSON.parse(await take(JSON.stringify(step))) as Result;
    reply({ type: 'result', result: { ...result, output: printed.join('') } });
  }
}

/** Enters Python so that it can be suspended in a sleep, where the engine can do that. */
async function take(step: string): Promise<string> {
  return canSuspend ? driver.take.callPromising(step) : driver.take(step);
}
