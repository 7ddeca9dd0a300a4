/** Runs a page's steps, a script or a console session on CPython: one process each. */
import { spawn, type ChildProcess } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  rmSync,
  writeFileSync,
  fstatSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Interpreter } from '../interpreters.ts';
import { HOME, normalize } from './normalize.ts';
import type { Step } from './plan.ts';
import { fill, OUTPUT_LIMIT, patience, type Result } from './results.ts';

const DRIVER = path.join(import.meta.dirname, 'cpython.py');

/** What programs find in their environment: the same everywhere, and nothing of the machine's own. */
export function environment({ bin }: Interpreter, home: string): NodeJS.ProcessEnv {
  return {
    PATH: [bin, process.env.PATH].join(path.delimiter),
    HOME: home,
    VIRTUAL_ENV: path.dirname(bin),
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    COLUMNS: '80',
    NO_COLOR: '1',
    PYTHONHASHSEED: '0',
    PYTHON_COLORS: '0',
    PYTHONUTF8: '1',
  };
}

/** Runs steps in one namespace. */
export async function runSteps(interpreter: Interpreter, steps: readonly Step[]): Promise<Result[]> {
  if (steps.length === 0) return [];
  return inFolder(async (folder) => {
    const results: Result[] = [];
    const end = await converse(interpreter, DRIVER, folder, steps, (reply) =>
      results.push(clean(reply as Result, interpreter, folder)),
    );
    if (results.length < steps.length) {
      if (end.hung) results.push({ ended: 'hung', output: '' });
      else
        results.push(
          clean(
            { ended: 'died', output: end.printed, detail: `${end.how}${lastLines(end.printed)}` },
            interpreter,
            folder,
          ),
        );
    }
    return fill(results, steps.length);
  });
}

/** How a conversation with a driver ended. */
export interface End {
  /** No reply came in time. */
  hung: boolean;
  how: string;
  /** What was printed after the last reply. */
  printed: string;
}

/** Gives a driver its input and hears its replies, which are JSON, one a line. */
export async function converse(
  interpreter: Interpreter,
  driver: string,
  folder: string,
  input: unknown,
  hear: (reply: unknown) => void,
): Promise<End> {
  const child = start(interpreter.python, [driver], folder, interpreter, JSON.stringify(input));
  let hung = false;
  const giveUp = () => {
    hung = true;
    child.kill();
  };
  let timer = setTimeout(giveUp, patience('block'));
  for await (const line of child.replies) {
    clearTimeout(timer);
    hear(JSON.parse(line));
    timer = setTimeout(giveUp, patience('block'));
  }
  clearTimeout(timer);
  const how = await child.ended;
  child.kill();
  const { text } = child.printedSince();
  child.close();
  return { hung, how, printed: text };
}

/** Runs a program of its own as `python main.py`. */
export async function runScript(
  interpreter: Interpreter,
  source: string,
  files: Record<string, string>,
): Promise<Result> {
  return inFolder(async (folder) => {
    writeFiles(folder, { ...files, 'main.py': `${source}\n` });
    const outcome = await runToEnd(interpreter, interpreter.python, ['main.py'], folder, patience('script'));
    const output = normalize(outcome.output, placesOf(interpreter, folder));
    if (outcome.hung) return { ended: 'hung', output };
    if (output.length > OUTPUT_LIMIT) return { ended: 'flooded', output: '' };
    if (outcome.code === 0) return { ended: 'normally', output };
    return { ...splitTraceback(output), ...(outcome.code === 1 ? {} : { detail: outcome.how }) };
  });
}

/** Runs a shell session's commands; `files` stand in its folder. */
export async function runShell(
  interpreter: Interpreter,
  script: string,
  files: Record<string, string>,
): Promise<{ output: string; hung: boolean }> {
  return inFolder(async (folder) => {
    writeFiles(folder, files);
    const { output, hung } = await runToEnd(
      interpreter,
      'bash',
      ['--noprofile', '--norc', '-c', script],
      folder,
      patience('session'),
    );
    return { output: normalize(output, placesOf(interpreter, folder)), hung };
  });
}

/** Runs a program until it ends, or for so many milliseconds. */
export async function runToEnd(
  interpreter: Interpreter,
  program: string,
  args: string[],
  folder: string,
  limit: number,
) {
  const child = start(program, args, folder, interpreter, '');
  let hung = false;
  const timer = setTimeout(() => {
    hung = true;
    child.kill();
  }, limit);
  child.replies.close();
  const how = await child.ended;
  clearTimeout(timer);
  child.kill();
  const { all } = child.printedSince();
  child.close();
  return { output: all, hung, how, code: child.process.exitCode };
}

/** The traceback at the end of what a script printed, taken apart as the runner reports it. */
function splitTraceback(output: string): Result {
  const at = output.lastIndexOf('Traceback (most recent call last):');
  const lines = output.slice(Math.max(at, 0)).split('\n');
  const end = at < 0 ? -1 : lines.findLastIndex((line) => /^ {2}/.test(line));
  if (end < 0) return { ended: 'died', output, detail: 'exit code 1' };
  const summary = lines.slice(end + 1).join('\n');
  const name = /^[\w.]+/.exec(summary)?.[0].replace(/^__main__\./, '') ?? '';
  return { ended: 'raised', output: output.slice(0, at), name, summary, traceback: lines.join('\n') };
}

interface Running {
  process: ChildProcess;
  /** Lines that the program writes to descriptor 3. */
  replies: ReturnType<typeof createInterface>;
  /** When the process is over: how it ended. */
  ended: Promise<string>;
  kill(): void;
  /** What was printed after the last reply, and in all. */
  printedSince(): { text: string; all: string };
  close(): void;
}

/** Starts a program whose stdout and stderr are one file, so that their order is kept. */
function start(program: string, args: string[], folder: string, interpreter: Interpreter, input: string): Running {
  const log = `${folder}.log`;
  const printed = openSync(log, 'a+');
  const child = spawn(program, args, {
    cwd: folder,
    env: environment(interpreter, folder),
    stdio: [input === '' ? 'ignore' : 'pipe', printed, printed, 'pipe'],
    detached: true,
  });
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(input);
  const replies = createInterface({ input: child.stdio[3] as NodeJS.ReadableStream });
  let seen = 0;
  replies.on('line', () => (seen = fstatSync(printed).size));
  const ended = new Promise<string>((resolve) => {
    child.on('error', (error) => {
      resolve(error.message);
    });
    child.on('exit', (code, signal) => {
      resolve(signal ? `killed by ${signal}` : `exit code ${code}`);
    });
  });
  return {
    process: child,
    replies,
    ended,
    // The group: a program's own processes end with it.
    kill: () => {
      try {
        process.kill(-child.pid!, 'SIGKILL');
      } catch {
        // It has ended already.
      }
    },
    printedSince: () => ({ text: readFrom(printed, seen), all: readFrom(printed, 0) }),
    close: () => {
      closeSync(printed);
      rmSync(log, { force: true });
    },
  };
}

function readFrom(descriptor: number, from: number): string {
  const size = Math.min(fstatSync(descriptor).size - from, OUTPUT_LIMIT * 4);
  const bytes = Buffer.alloc(Math.max(0, size));
  readSync(descriptor, bytes, 0, bytes.length, from);
  return bytes.toString('utf8');
}

/** Gives work a temporary folder of its own. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'example-')));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes files into a folder. */
export function writeFiles(folder: string, files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

function clean(result: Result, interpreter: Interpreter, folder: string): Result {
  const places = placesOf(interpreter, folder);
  const text = (value: string | undefined, key: string) =>
    value === undefined ? {} : { [key]: normalize(value, places) };
  return {
    ...result,
    output: normalize(result.output, places),
    ...text(result.summary, 'summary'),
    ...text(result.traceback, 'traceback'),
  };
}

/** What a page shows for the folder of a program, its environment and its Python. */
function placesOf({ bin }: Interpreter, folder: string): Record<string, string> {
  const environment = path.dirname(bin);
  return { [folder]: HOME, [environment]: `${HOME}/.venv`, [baseOf(environment)]: '/usr' };
}

const bases = new Map<string, string>();

/** Where the Python is installed that an environment was made from. */
function baseOf(environment: string): string {
  let base = bases.get(environment);
  if (base === undefined) {
    const home = /^home = (.+)$/m.exec(readFileSync(path.join(environment, 'pyvenv.cfg'), 'utf8'))?.[1] ?? '/usr/bin';
    base = path.dirname(home);
    bases.set(environment, base);
  }
  return base;
}

/** The end of what a dead process said, to tell why. */
function lastLines(text: string): string {
  const lines = text.trimEnd().split('\n').slice(-5).join('\n');
  return lines ? `\n${lines}` : '';
}
