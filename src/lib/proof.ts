/** The record of the example runner: on which Pythons and on which day a page's examples last ran. */
import { existsSync, readFileSync } from 'node:fs';

/** What a page says of its proof. */
export interface Proof {
  /** ISO date. */
  date: string;
  /** The date in words. */
  day: string;
  /** CPython versions, newest first. */
  pythons: string[];
  /** Pyodide's version. */
  browser: string;
}

type Records = Record<string, { date: string; pythons: string[]; browser: string; hash: string }>;

const FILE = 'content/verified.json';

/** @param page its key in content/verified.json, such as "lessons/functions/closures" */
export function proofOf(page: string): Proof | undefined {
  if (!existsSync(FILE)) return undefined;
  const record = (JSON.parse(readFileSync(FILE, 'utf8')) as Records)[page];
  if (!record) return undefined;
  const day = new Date(`${record.date}T00:00:00Z`).toLocaleDateString('en-US', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return { date: record.date, day, pythons: record.pythons, browser: record.browser };
}

/** The whole record in one sentence's worth: how many pages, and the newest versions. */
export function proofSummary(): { pages: number; pythons: string[]; browser: string } | undefined {
  if (!existsSync(FILE)) return undefined;
  const records = Object.values(JSON.parse(readFileSync(FILE, 'utf8')) as Records);
  const newest = records.sort((a, b) => (a.date < b.date ? 1 : -1))[0];
  return newest && { pages: records.length, pythons: newest.pythons, browser: newest.browser };
}
