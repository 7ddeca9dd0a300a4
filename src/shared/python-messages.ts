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
const GRADES: readonly unknown[] = ['passed', 'failed', 'broken'] satisfies Grade['status'][];
const TESTS: readonly unknown[] = ['passed', 'failed', 'error', 'missing'] satisfies TestResult['status'][];

/** Characters of one text that a page takes. A longer result is cut: an exception may carry a message of any length. */
export const LONGEST_TEXT = 200_000;

const isText = (value: unknown): value is string => typeof value === 'string';
const isShort = (value: unknown): boolean => isText(value) && value.length <= LONGEST_TEXT;
const isTextOrNull = (value: unknown): boolean => value === null || isText(value);
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/**
 * @returns what the worker said, with long texts of a result cut, if it has the form of a reply; undefined for
 *   anything else that a program may post. A recorded run is not looked into: parseTrace does that.
 */
export function parseReply(data: unknown): Reply | undefined {
  if (!isObject(data)) return undefined;
  switch (data['type']) {
    case 'loaded':
      return Number.isFinite(data['bytes']) && Number.isFinite(data['total']) ? (data as Reply) : undefined;
    case 'started':
      return typeof data['canAsk'] === 'boolean' ? (data as Reply) : undefined;
    case 'failed':
      return isShort(data['reason']) ? (data as Reply) : undefined;
    case 'crashed':
      return isShort(data['detail']) ? (data as Reply) : undefined;
    case 'printed': {
      const isStream = data['stream'] === 'stdout' || data['stream'] === 'stderr';
      return isShort(data['id']) && isStream && isShort(data['text']) ? (data as Reply) : undefined;
    }
    case 'asked':
      return isShort(data['id']) ? (data as Reply) : undefined;
    case 'testing':
      return isShort(data['id']) && isShort(data['name']) ? (data as Reply) : undefined;
    case 'finished': {
      const { id, heap, result } = data;
      if (!isShort(id) || !Number.isFinite(heap) || !isResult(result)) return undefined;
      return { type: 'finished', id: id as string, heap: heap as number, result: shortened(result) };
    }
    default:
      return undefined;
  }
}

function isResult(value: unknown): value is StepResult {
  if (!isObject(value)) return false;
  const { ended, name, summary, traceback, grade } = value;
  return (
    ENDED.includes(ended) &&
    [name, summary, traceback].every((text) => text === undefined || isText(text)) &&
    (grade === undefined || isGrade(grade))
  );
}

/** No exercise has as many; a forged grade with millions would hold up the page. */
const MOST_TESTS = 1000;

function isGrade(value: unknown): value is Grade {
  if (!isObject(value)) return false;
  const { status, error, line, missing, printed, tests } = value;
  return (
    GRADES.includes(status) &&
    isTextOrNull(error) &&
    (line === null || Number.isInteger(line)) &&
    Array.isArray(missing) &&
    missing.length <= MOST_TESTS &&
    missing.every(isText) &&
    isText(printed) &&
    Array.isArray(tests) &&
    tests.length <= MOST_TESTS &&
    tests.every(isTest)
  );
}

function isTest(value: unknown): value is TestResult {
  if (!isObject(value)) return false;
  const { name, title, status, expression, operator, got, want, message, traceback, printed, ms } = value;
  return (
    TESTS.includes(status) &&
    [name, title, printed].every(isText) &&
    [expression, operator, got, want, message, traceback].every(isTextOrNull) &&
    Number.isFinite(ms)
  );
}

/** A result whose texts a page can show. */
function shortened(result: StepResult): StepResult {
  const { grade } = result;
  if (!grade) return withShortTexts(result);
  const tests = grade.tests.map(withShortTexts);
  return { ...withShortTexts(result), grade: { ...withShortTexts(grade), tests } };
}

function withShortTexts<T extends object>(value: T): T {
  const short = (field: unknown): unknown =>
    isText(field) && field.length > LONGEST_TEXT
      ? `${field.slice(0, LONGEST_TEXT)}… (${field.length.toLocaleString('en')} characters)`
      : field;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, short(field)])) as T;
}
