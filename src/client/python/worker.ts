/**
 * The worker that holds Python. It is started from a blob, so that the page's Content-Security-Policy binds it
 * (a worker from a URL would have the policy of its own response, and a static host sends none).
 */
import type { Reply, Request, Step } from '../../shared/python-messages.ts';
import { fetchRuntime, type Progress } from './runtime-files.ts';

/** All that runs readers' code. The support of downloaded exercises stays outside the page. */
const MODULES = import.meta.glob<string>(['../../python/*.py', '!../../python/exercise_support.py'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Seconds between two batches of output. */
const HOLD = 0.01;

/** Where our modules lie while they are imported. */
const FOLDER = '/roadmap';

/** What driver.py offers. */
interface Driver {
  set_up(host: object, canSuspend: boolean, hold: number): void;
  begin(): void;
  take: { (step: string): string; callPromising(step: string): Promise<string> };
}

/** The parts of Pyodide that are used here. */
interface Pyodide {
  _api: { on_fatal: (error: unknown) => void };
  _module: { HEAP8: Int8Array };
  FS: { mkdirTree(path: string): void; writeFile(path: string, data: string): void };
  runPython(code: string): unknown;
  pyimport(name: string): unknown;
}
type LoadPyodide = (options: Record<string, unknown>) => Promise<Pyodide>;

/** Doors out of the worker. The page's policy keeps them shut; programs do not even find them. */
const DOORS = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'EventSource',
  'Worker',
  'SharedWorker',
  'importScripts',
  'caches',
  'indexedDB',
  'BroadcastChannel',
  'RTCPeerConnection',
  'Notification',
  'FontFace',
  'webkitRequestFileSystem',
  'webkitRequestFileSystemSync',
  'webkitResolveLocalFileSystemURL',
  'webkitResolveLocalFileSystemSyncURL',
];

/** What would outlive the program, reach devices, or hold up other pages of the site. */
const NAVIGATOR_DOORS = [
  'sendBeacon',
  'storage',
  'storageBuckets',
  'locks',
  'serviceWorker',
  'serial',
  'usb',
  'hid',
  'gpu',
  'permissions',
];

const reply = (message: Reply): void => {
  postMessage(message);
};
/** Python can wait for the page in the middle of a call (JavaScript Promise Integration). */
const canSuspend = 'Suspending' in WebAssembly;

let running = '';
let answer: ((line: string | undefined) => void) | undefined;

const host = {
  // The promises are wrapped: a bare one would become a future of whatever loop is running.
  sleep: (seconds: number) => ({ p: new Promise((resolve) => setTimeout(resolve, seconds * 1000)) }),
  read_line: () => {
    if (!canSuspend) return undefined;
    reply({ type: 'asked', id: running });
    return { p: new Promise<string | undefined>((resolve) => (answer = resolve)) };
  },
  print: (stream: 'stdout' | 'stderr', text: string) => {
    reply({ type: 'printed', id: running, stream, text });
  },
  start_test: (name: string) => {
    reply({ type: 'testing', id: running, name });
  },
};

let python: { driver: Driver; pyodide: Pyodide } | undefined;

async function load({ base, cache, version, python: pythonVersion }: Request & { type: 'load' }): Promise<void> {
  const progress: Progress = (bytes, total) => {
    reply({ type: 'loaded', bytes, total });
  };
  // All files at once; Pyodide itself would ask for them one after another.
  globalThis.fetch = fetchRuntime(base, cache, progress);
  const [{ loadPyodide }] = (await Promise.all([
    import(/* @vite-ignore */ `${base}pyodide.mjs`),
    import(/* @vite-ignore */ `${base}pyodide.asm.mjs`),
  ])) as [{ loadPyodide: LoadPyodide }, unknown];
  const pyodide = await loadPyodide({
    indexURL: base,
    stdLibURL: `${base}stdlib.zip`,
    // No packages: this says what the lock file would, without fetching it.
    lockFileContents: JSON.stringify({
      info: { abi_version: '2026_0', arch: 'wasm32', platform: 'emscripten_5_0_3', version, python: pythonVersion },
      packages: {},
    }),
    packageBaseUrl: base,
    env: { PYTHONHASHSEED: '0', PYTHON_COLORS: '0', PYTHONUTF8: '1', TZ: 'UTC', COLUMNS: '80', HOME: '/home/reader' },
    stdout: () => undefined,
    stderr: () => undefined,
  });
  pyodide._api.on_fatal = (error) => {
    reply({ type: 'crashed', detail: String(error).slice(0, 300) });
  };
  pyodide.FS.mkdirTree(FOLDER);
  for (const [path, text] of Object.entries(MODULES))
    pyodide.FS.writeFile(`${FOLDER}/${path.slice(path.lastIndexOf('/') + 1)}`, text);
  pyodide.runPython(`import sys; sys.path.insert(0, "${FOLDER}")`);
  const driver = pyodide.pyimport('driver') as Driver;
  pyodide.runPython(`sys.path.remove("${FOLDER}")`);
  driver.set_up(host, canSuspend, HOLD);
  closeDoors();
  python = { driver, pyodide };
  reply({ type: 'started', canAsk: canSuspend });
}

function closeDoors(): void {
  remove(globalThis, DOORS);
  remove(navigator, NAVIGATOR_DOORS);
}

/** Deletes properties wherever an object has or inherits them. */
function remove(object: object, names: readonly string[]): void {
  for (let owner: object | null = object; owner; owner = Object.getPrototypeOf(owner) as object | null)
    for (const name of names) Reflect.deleteProperty(owner, name);
}

async function take(id: string, step: Step, begin: boolean): Promise<void> {
  if (!python) throw new Error('a step came before Python had started');
  running = id;
  const { driver, pyodide } = python;
  if (begin) driver.begin();
  const json = JSON.stringify(step);
  const result = canSuspend ? await driver.take.callPromising(json) : driver.take(json);
  reply({
    type: 'finished',
    id,
    result: JSON.parse(result) as (Reply & { type: 'finished' })['result'],
    heap: pyodide._module.HEAP8.length,
  });
}

/** The end of an error's message: a Python error is a whole traceback. */
const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).trim().slice(-300);

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  switch (data.type) {
    case 'load':
      load(data).catch((error: unknown) => {
        reply({ type: 'failed', reason: reasonOf(error) });
      });
      break;
    case 'take':
      take(data.id, data.step, data.begin).catch((error: unknown) => {
        reply({ type: 'crashed', detail: reasonOf(error) });
      });
      break;
    case 'answer':
      answer?.(data.line);
  }
});
