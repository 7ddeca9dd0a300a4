/**
 * The vocabulary of a fence: which languages a code block may name, and which words may follow
 * the language. This file is the authority; CONTRIBUTING.md explains it to authors.
 */

/** Languages that a fence may name. `python`, `output` and `console` have a meaning of their own. */
export const LANGUAGES = [
  'python',
  'output',
  'console',
  'text',
  'toml',
  'yaml',
  'json',
  'ini',
  'html',
  'dockerfile',
  'sql',
] as const;
export type Language = (typeof LANGUAGES)[number];

/** What a Python fence of an exercise file is. */
export const ROLES = ['starter', 'solution', 'tests'] as const;
export type Role = (typeof ROLES)[number];

/** The meaning of the words behind a fence's language. Line numbers count from 1 within the block. */
export interface FenceWords {
  /** Caption shown on the block's tab. */
  title?: string;
  /** The block is a module of this name; it is written to disk and later blocks import it. */
  file?: string;
  highlight: number[];
  ins: number[];
  del: number[];
  /** The block must end with this exception. */
  raises?: string;
  /** `cpython`: needs what the browser's Python lacks, so it runs on CPython only. */
  runtime?: 'cpython';
  /** The block needs this Python version or a later one. */
  python?: string;
  /** Starts from an empty namespace. */
  fresh: boolean;
  /** The output stays folded until the reader has answered. */
  predict: boolean;
  /** Recorded at build time and shown as a step-through. */
  trace: boolean;
  /** Shown but not run, with the reason. */
  norun?: string;
  /** Bad code on purpose: it is run and formatted, but not linted, and is marked "Before". */
  before: boolean;
  /** The block's part in an exercise. */
  role?: Role;
}

/** The words, and what is wrong with them: each problem is one sentence without a place. */
export interface ParsedWords {
  language: Language;
  words: FenceWords;
  problems: string[];
}

type Kind = 'flag' | 'lines' | { text: RegExp; example: string };

/** Every word, what it takes, and the languages it may stand behind. */
const VOCABULARY: Record<string, { kind: Kind; on: readonly Language[] | 'all' }> = {
  title: { kind: { text: /^.+$/, example: 'title="cache.py"' }, on: 'all' },
  file: {
    kind: { text: /^[\w./-]+$/, example: 'file="bookings.py"' },
    on: ['python', 'toml', 'yaml', 'json', 'ini', 'text', 'html', 'dockerfile', 'sql'],
  },
  ins: { kind: 'lines', on: 'all' },
  del: { kind: 'lines', on: 'all' },
  raises: { kind: { text: /^[A-Za-z_][\w.]*$/, example: 'raises=ValueError' }, on: ['python'] },
  runtime: { kind: { text: /^cpython$/, example: 'runtime=cpython' }, on: ['python'] },
  python: { kind: { text: /^3\.\d+$/, example: 'python=3.15' }, on: ['python', 'console'] },
  fresh: { kind: 'flag', on: ['python'] },
  predict: { kind: 'flag', on: ['python'] },
  trace: { kind: 'flag', on: ['python'] },
  before: { kind: 'flag', on: ['python'] },
  norun: { kind: { text: /^.+$/, example: 'norun="needs a microphone"' }, on: ['python', 'console'] },
  starter: { kind: 'flag', on: ['python'] },
  solution: { kind: 'flag', on: ['python'] },
  tests: { kind: 'flag', on: ['python'] },
};

const TOKEN = /(?:(?<key>[A-Za-z]+)=)?(?:\{(?<lines>[^}]*)\}|"(?<quoted>[^"]*)"|(?<bare>[^\s"{}=]+))(?=\s|$)/gy;

/**
 * Parses the words behind a fence.
 * @param language the fence's first word
 * @param meta all that follows it on the line
 * @param lineCount lines of the block, to refuse a mark beyond its end
 */
export function parseWords(language: string, meta: string, lineCount: number): ParsedWords {
  const problems: string[] = [];
  const words: FenceWords = {
    highlight: [],
    ins: [],
    del: [],
    fresh: false,
    predict: false,
    trace: false,
    before: false,
  };
  if (!(LANGUAGES as readonly string[]).includes(language)) {
    problems.push(`expected a language (${LANGUAGES.join(', ')}), found "${language}"`);
    return { language: 'text', words, problems };
  }
  const known = language as Language;
  const seen = new Set<string>();
  for (const token of tokens(meta, problems)) {
    const name = token.key ?? (token.lines === undefined ? (token.bare ?? '') : 'highlight');
    if (seen.has(name)) problems.push(`"${name}" stands twice`);
    seen.add(name);
    if (name === 'highlight') words.highlight = lineNumbers(token.lines!, lineCount, problems);
    else readWord(known, name, token, words, lineCount, problems);
  }
  if (words.norun !== undefined && (words.raises ?? words.runtime) !== undefined)
    problems.push('"norun" cannot stand with "raises" or "runtime": the block is not run');
  return { language: known, words, problems };
}

interface Token {
  key?: string | undefined;
  lines?: string | undefined;
  quoted?: string | undefined;
  bare?: string | undefined;
}

function tokens(meta: string, problems: string[]): Token[] {
  const found: Token[] = [];
  let at = 0;
  while (at < meta.length) {
    const blank = /\s+/y;
    blank.lastIndex = at;
    if (blank.test(meta)) {
      at = blank.lastIndex;
      continue;
    }
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(meta);
    if (!match) {
      problems.push(`cannot read "${meta.slice(at)}" behind the language`);
      break;
    }
    found.push(match.groups as Token);
    at = TOKEN.lastIndex;
  }
  return found;
}

function readWord(
  language: Language,
  name: string,
  token: Token,
  words: FenceWords,
  lineCount: number,
  problems: string[],
): void {
  const entry = Object.hasOwn(VOCABULARY, name) ? VOCABULARY[name] : undefined;
  if (!entry) {
    problems.push(`expected one of ${Object.keys(VOCABULARY).join(', ')} or {lines}, found "${name}"`);
    return;
  }
  if (entry.on !== 'all' && !entry.on.includes(language)) {
    problems.push(`"${name}" can stand behind ${entry.on.join(', ')} only, found it behind ${language}`);
    return;
  }
  const value = token.quoted ?? (token.key === undefined ? undefined : token.bare);
  if (entry.kind === 'flag') {
    if (token.key !== undefined) problems.push(`"${name}" takes no value`);
    else if ((ROLES as readonly string[]).includes(name)) words.role = name as Role;
    else words[name as 'fresh' | 'predict' | 'trace' | 'before'] = true;
  } else if (entry.kind === 'lines') {
    if (token.lines === undefined) problems.push(`expected ${name}={1,3-5}, found ${name}="${value ?? ''}"`);
    else words[name as 'ins' | 'del'] = lineNumbers(token.lines, lineCount, problems);
  } else if (value === undefined || !entry.kind.text.test(value)) {
    problems.push(`expected ${entry.kind.example}, found ${name}="${value ?? ''}"`);
  } else {
    (words as unknown as Record<string, string>)[name] = value;
  }
}

/** `2,5-7` -> [2, 5, 6, 7] */
function lineNumbers(text: string, lineCount: number, problems: string[]): number[] {
  const out: number[] = [];
  for (const part of text.split(',')) {
    const match = /^\s*(\d+)(?:-(\d+))?\s*$/.exec(part);
    if (!match) {
      problems.push(`expected line numbers as in {2,5-7}, found "{${text}}"`);
      return [];
    }
    const from = Number(match[1]);
    const to = Number(match[2] ?? match[1]);
    if (from < 1 || to < from || to > lineCount) {
      problems.push(`lines ${part.trim()} are not in the block, which has ${lineCount}`);
      return [];
    }
    for (let line = from; line <= to; line++) out.push(line);
  }
  return out;
}
