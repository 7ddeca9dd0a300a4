/** Source code -> lines of HTML with a class for each role. Results are kept on disk between builds. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createHighlighterCoreSync, type HighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import docker from '@shikijs/langs/docker';
import html from '@shikijs/langs/html';
import ini from '@shikijs/langs/ini';
import json from '@shikijs/langs/json';
import python from '@shikijs/langs/python';
import sql from '@shikijs/langs/sql';
import toml from '@shikijs/langs/toml';
import yaml from '@shikijs/langs/yaml';
import { escapeText } from './escape.ts';
import { patchRoles } from './grammar-patches.ts';
import { roleOf, roleTheme, type CodeRole } from './theme.ts';
import type { Language } from './words.ts';

/** A stretch of text with one role. */
export interface Run {
  text: string;
  role?: CodeRole | undefined;
}

const GRAMMARS: Partial<Record<Language, string>> = {
  python: 'python',
  toml: 'toml',
  yaml: 'yaml',
  json: 'json',
  ini: 'ini',
  html: 'html',
  dockerfile: 'docker',
  sql: 'sql',
};

let highlighter: HighlighterCore | undefined;
/** Tokenizing is only needed for blocks that changed, so the grammars load on first use. */
function shiki(): HighlighterCore {
  // The JavaScript engine gives the same tokens as Oniguruma for these grammars at half the time.
  highlighter ??= createHighlighterCoreSync({
    themes: [roleTheme],
    langs: [python, toml, yaml, json, ini, html, docker, sql],
    engine: createJavaScriptRegexEngine(),
  });
  return highlighter;
}

/** @returns one HTML string a line, without newlines */
export function highlight(code: string, language: Language): string[] {
  if (language === 'console') return code.split('\n').map(consoleLine);
  const grammar = GRAMMARS[language];
  if (grammar === undefined) return code.split('\n').map(escapeText);
  const key = createHash('sha1').update(`${grammar}\n${code}`).digest('base64url');
  return (cache()[key] ??= fresh(code, grammar));
}

function fresh(code: string, grammar: string): string[] {
  changed = true;
  const lines = shiki().codeToTokensBase(code, { lang: grammar, theme: roleTheme.name! });
  return lines.map((tokens) => {
    const runs: Run[] = tokens.map((token) => ({ text: token.content, role: roleOf(token.color) }));
    return mergeRuns(grammar === 'python' ? patchRoles(runs) : runs)
      .map((run) => (run.role ? `<i class=${run.role}>${escapeText(run.text)}</i>` : escapeText(run.text)))
      .join('');
  });
}

/** Joins neighbors of one role; white space between them joins too. */
export function mergeRuns(runs: Run[]): Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    const blank = run.text.trim() === '';
    if (last && (blank || last.role === run.role)) last.text += run.text;
    else if (last && last.text.trim() === '') out.push(...splitIndent(out.pop()!, run));
    else out.push({ ...run });
  }
  return out;
}

/** Indentation stays outside the element, so that copied and selected text begins at the token. */
const splitIndent = (blank: Run, run: Run): Run[] =>
  run.role ? [{ text: blank.text }, { ...run }] : [{ text: blank.text + run.text }];

function consoleLine(line: string): string {
  return line.startsWith('$ ')
    ? `<i class=pun>$ </i>${escapeText(line.slice(2))}`
    : line === ''
      ? ''
      : `<i class=com>${escapeText(line)}</i>`;
}

/* The cache: one JSON file, dropped when the theme or this code changes. */
const CACHE_FILE = new URL('../../.cache/highlight.json', import.meta.url);
const CACHE_VERSION = createHash('sha1').update(JSON.stringify(roleTheme)).update('5').digest('base64url');
let stored: Record<string, string[]> | undefined;
let changed = false;

function cache(): Record<string, string[]> {
  if (stored) return stored;
  try {
    const file = JSON.parse(readFileSync(CACHE_FILE, 'utf8')) as { version: string; blocks: Record<string, string[]> };
    stored = file.version === CACHE_VERSION ? file.blocks : {};
  } catch {
    stored = {};
  }
  process.once('exit', writeCache);
  return stored;
}

function writeCache(): void {
  if (!changed || !stored) return;
  mkdirSync(new URL('.', CACHE_FILE), { recursive: true });
  const temporary = new URL(`highlight.${process.pid}.json`, CACHE_FILE);
  writeFileSync(temporary, JSON.stringify({ version: CACHE_VERSION, blocks: stored }));
  renameSync(temporary, CACHE_FILE);
}
