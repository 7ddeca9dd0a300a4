/**
 * What the page and its Python worker say to each other. Requests are verbs, replies participles.
 *
 * Everything that the worker says is untrusted: a learner's program can post messages of its own. The page takes
 * a reply only with the id of the request that it waits for, and shows text as text.
 */

/** One thing to do in the page's namespace; src/python/steps.py and driver.py take it. */
export interface Step {
  do: 'run' | 'check' | 'write' | 'grade';
  source: string;
  /** Begin with an empty namespace. */
  fresh?: boolean;
  /** Of the file to write. */
  path?: string;
  /** To grade the source with. */
  tests?: string;
  /** Lines for `input()` and `sys.stdin`; without them the host is asked. */
  stdin?: string[];
  /** Record the run, to be stepped through. */
  trace?: boolean;
}

/** How a step ended, as Python says it. */
export interface StepResult {
  /** `flooded`: it printed too much. `cut`: it was recorded, and took too many steps. */
  ended: 'normally' | 'raised' | 'flooded' | 'cut';
  /** Of `raised`: the exception's class, the end of its traceback, and all of it. */
  name?: string;
  summary?: string;
  traceback?: string;
  grade?: Grade;
  trace?: unknown;
}

/** What the tests of an exercise say about a solution; src/python/grader.py explains the fields. */
export interface Grade {
  status: 'passed' | 'failed' | 'broken';
  error: string | null;
  line: number | null;
  missing: string[];
  printed: string;
  tests: TestResult[];
}

export interface TestResult {
  name: string;
  title: string;
  status: 'passed' | 'failed' | 'error' | 'missing';
  expression: string | null;
  operator: string | null;
  got: string | null;
  want: string | null;
  message: string | null;
  traceback: string | null;
  printed: string;
  /** Milliseconds. */
  ms: number;
}

export type Stream = 'stdout' | 'stderr';

export type Request =
  /** Load Python. `base` is the folder of the runtime, `cache` the name under which it is kept. */
  | { type: 'load'; base: string; cache: string; version: string; python: string }
  /** Take one step; `begin` forgets everything before it. */
  | { type: 'take'; id: string; step: Step; begin: boolean }
  /** A line for `input()`, or nothing more. */
  | { type: 'answer'; line: string | undefined };

export type Reply =
  /** Bytes that came over the network; `total` is 0 when the host does not say. */
  | { type: 'loaded'; bytes: number; total: number }
  | { type: 'started'; canAsk: boolean }
  | { type: 'failed'; reason: string }
  | { type: 'printed'; id: string; stream: Stream; text: string }
  /** The program waits for a line. */
  | { type: 'asked'; id: string }
  | { type: 'testing'; id: string; name: string }
  /** `heap` is the size of Python's memory in bytes, which never shrinks. */
  | { type: 'finished'; id: string; result: StepResult; heap: number }
  /** The interpreter is lost. */
  | { type: 'crashed'; detail: string };

const ENDED: readonly unknown[] = ['normally', 'raised', 'flooded', 'cut'] satisfies StepResult['ended'][];
const text = (value: unknown, most = 200_000): value is string => typeof value === 'string' && value.length <= most;

/** What the worker said, if it has the form of a reply; undefined for anything else that a program may post. */
export function parseReply(data: unknown): Reply | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const reply = data as Record<string, unknown>;
  const isReply = ((): boolean => {
    switch (reply['type']) {
      case 'loaded':
        return Number.isFinite(reply['bytes']) && Number.isFinite(reply['total']);
      case 'started':
        return typeof reply['canAsk'] === 'boolean';
      case 'failed':
        return text(reply['reason']);
      case 'crashed':
        return text(reply['detail']);
      case 'printed':
        return (
          text(reply['id']) && (reply['stream'] === 'stdout' || reply['stream'] === 'stderr') && text(reply['text'])
        );
      case 'asked':
        return text(reply['id']);
      case 'testing':
        return text(reply['id']) && text(reply['name']);
      case 'finished':
        return text(reply['id']) && Number.isFinite(reply['heap']) && isResult(reply['result']);
      default:
        return false;
    }
  })();
  return isReply ? (data as Reply) : undefined;
}

function isResult(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { ended, name, summary, traceback, grade } = value as Record<string, unknown>;
  const isText = (field: unknown): boolean => field === undefined || text(field, 1_000_000);
  return (
    ENDED.includes(ended) &&
    isText(name) &&
    isText(summary) &&
    isText(traceback) &&
    (grade === undefined || isGrade(grade))
  );
}

function isGrade(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { status, missing, printed, tests } = value as Record<string, unknown>;
  const isTest = (test: unknown): boolean =>
    typeof test === 'object' &&
    test !== null &&
    ['name', 'title', 'status', 'printed'].every((key) => text((test as Record<string, unknown>)[key], 1_000_000)) &&
    Number.isFinite((test as Record<string, unknown>)['ms']);
  return (
    ['passed', 'failed', 'broken'].includes(status as string) &&
    Array.isArray(missing) &&
    text(printed, 1_000_000) &&
    Array.isArray(tests) &&
    tests.every(isTest)
  );
}
