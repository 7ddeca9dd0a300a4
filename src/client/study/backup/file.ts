/**
 * The reader's file: `{ format, version: 1, exported, parts }`, where `parts` holds stored values by their keys. What
 * is read is of unknown origin: it is checked as a whole, and one thing that is wrong refuses the file.
 */
import { asObject } from '../../../shared/progress.ts';
import { calendarDate } from '../plan/dates.ts';
import { isPart, parsePart, parseJson, versionOf, type Parts, type Value } from './parts.ts';

const FORMAT = 'python-top-1-percent-roadmap';
const VERSION = 1;

/** Bytes that a file may have. Browsers give a site room for about half as much. */
export const MOST_BYTES = 20 * 1024 * 1024;
/** How deep a value may be nested; the site's own stay below ten. */
const MOST_DEEP = 24;

export interface BackupFile {
  /** When it was made. */
  exported: Date;
  parts: Parts;
}

/** A sentence that says why a file was not taken. */
export interface Refused {
  refused: string;
}

/**
 * The file as text, and its name.
 * @param now stands in the file; the name has its day where the reader is
 */
export function toFile(parts: Parts, now: Date): { name: string; text: string } {
  const file = { format: FORMAT, version: VERSION, exported: now.toISOString(), parts: Object.fromEntries(parts) };
  return { name: `python-roadmap-${calendarDate(now.getTime())}.json`, text: `${JSON.stringify(file, null, 1)}\n` };
}

/** Why a file of this size is not even read, or undefined. @param bytes of the file */
export const refuseSize = (bytes: number): string | undefined =>
  bytes <= MOST_BYTES
    ? undefined
    : `The file has ${Math.round(bytes / 1024 / 1024)} MB. A file of this site has at most ${MOST_BYTES / 1024 / 1024} MB.`;

/** Reads a file. @throws never */
export function fromFile(text: string): BackupFile | Refused {
  const data = parseJson(text);
  if (data === undefined) return { refused: 'The file is not JSON: it is damaged, or it is another kind of file.' };
  const hostile = findHostile(data);
  if (hostile) return { refused: hostile };
  const file = asObject(data);
  if (file?.['format'] !== FORMAT) return { refused: 'The file was not made by this site’s export.' };
  const { version, exported, parts } = file;
  if (typeof version === 'number' && Number.isInteger(version) && version > VERSION)
    return { refused: 'The file was made by a later version of this site. Load this page anew and try again.' };
  if (version !== VERSION) return { refused: 'The file does not say which version it has.' };
  const more = Object.keys(file).find((key) => !['format', 'version', 'exported', 'parts'].includes(key));
  if (more !== undefined) return { refused: `The file holds ${quote(more)}, which is no part of such a file.` };
  const date = dateOf(exported);
  if (!date) return { refused: 'The file does not say when it was made.' };
  const entries = asObject(parts);
  if (!entries) return { refused: 'The file has no parts.' };
  const read = new Map<string, Value>();
  for (const [key, value] of Object.entries(entries)) {
    const part = parsePart(key, value, true);
    if (!part) return { refused: refusalOf(key, value) };
    read.set(key, part);
  }
  return { exported: date, parts: read };
}

function refusalOf(key: string, value: unknown): string {
  if (!isPart(key)) return `The file holds ${quote(key)}, which this site does not store.`;
  const version = asObject(value)?.['version'];
  if (typeof version === 'number' && version > versionOf(key)!)
    return `${quote(key)} in the file was made by a later version of this site. Load this page anew and try again.`;
  return `${quote(key)} in the file does not have the form that this site stores.`;
}

function dateOf(exported: unknown): Date | undefined {
  if (typeof exported !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/.test(exported))
    return undefined;
  const date = new Date(exported);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** Looks through nested data without nesting calls. */
function findHostile(data: unknown): string | undefined {
  const open: { value: unknown; depth: number }[] = [{ value: data, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > MOST_DEEP) return 'The file is nested deeper than any file of this site.';
    if (Object.hasOwn(value, '__proto__')) return 'The file holds “__proto__”, which no file of this site does.';
    for (const child of Object.values(value)) open.push({ value: child, depth: depth + 1 });
  }
  return undefined;
}

const quote = (key: string): string => `“${key.length > 60 ? `${key.slice(0, 60)}…` : key}”`;
