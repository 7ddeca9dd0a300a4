/**
 * Says in one to three sentences what an exception means and where to look first. The tables are plain data, one
 * file for each subject; tests/fixtures/explanations holds programs that provoke every entry.
 */
import { asynchronous } from './explanations/asynchronous.ts';
import { attributes } from './explanations/attributes.ts';
import { calls } from './explanations/calls.ts';
import { classes } from './explanations/classes.ts';
import { containers } from './explanations/containers.ts';
import type { Entry, Table } from './explanations/entry.ts';
import { files } from './explanations/files.ts';
import { general } from './explanations/general.ts';
import { names } from './explanations/names.ts';
import { numbers } from './explanations/numbers.ts';
import { operators } from './explanations/operators.ts';
import { running } from './explanations/running.ts';
import { syntax } from './explanations/syntax.ts';
import { text } from './explanations/text.ts';
import { values } from './explanations/values.ts';

/** An explanation, ready to be shown. */
export interface Explained {
  /** permanent id, kebab-case */
  id: string;
  /** One to three sentences of plain text; `code` is marked by backticks. Parts come from the reader's program. */
  text: string;
}

/** Characters of a message that are looked at: what tells errors apart stands at the beginning. */
const MESSAGE_LIMIT = 400;

/** Characters of a name or value of the reader's program that are shown. */
const VALUE_LIMIT = 40;

/** The order of the tables is the order in which their entries are tried; what fits any message comes last. */
const TABLES: readonly Table[] = [
  names,
  attributes,
  asynchronous,
  calls,
  containers,
  operators,
  text,
  numbers,
  classes,
  values,
  files,
  running,
  syntax,
  general,
];

/** Exception -> its entries, in the order in which they are tried. */
export const entries: ReadonlyMap<string, readonly Entry[]> = merge(TABLES);

/**
 * @param summary the end of a traceback: "NameError: name 'x' is not defined. Did you mean: 'y'?". Indented lines in
 *   front of it, which quote the source of a SyntaxError, and notes behind it are passed over.
 * @returns nothing for exceptions that are not in the tables, such as those that a program defines
 */
export function explain(summary: string): Explained | undefined {
  const line = /^\S.*$/m.exec(summary)?.[0] ?? '';
  const colon = line.indexOf(': ');
  const error = colon < 0 ? line : line.slice(0, colon);
  const message = colon < 0 ? '' : line.slice(colon + 2, colon + 2 + MESSAGE_LIMIT);
  for (const { id, message: pattern, text } of entries.get(error) ?? []) {
    const match = pattern ? pattern.exec(message) : undefined;
    if (match !== null) return { id, text: fill(text, match?.groups ?? {}) };
  }
  return undefined;
}

/** Puts parts of the message into a sentence. */
function fill(text: string, groups: Readonly<Record<string, string | undefined>>): string {
  return text.replace(/\$<(\w+)>/g, (_, name: string) => shown(groups[name] ?? ''));
}

/** A part of a message as it is shown: short, and without backticks, which would end the code that it stands in. */
function shown(value: string): string {
  const quoted = value.replaceAll('`', "'");
  if (quoted.length <= VALUE_LIMIT) return quoted;
  // Not in the middle of a surrogate pair.
  return `${quoted.slice(0, VALUE_LIMIT - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function merge(tables: readonly Table[]): ReadonlyMap<string, readonly Entry[]> {
  const merged = new Map<string, Entry[]>();
  for (const table of tables)
    for (const [error, added] of Object.entries(table)) merged.set(error, [...(merged.get(error) ?? []), ...added]);
  return merged;
}
