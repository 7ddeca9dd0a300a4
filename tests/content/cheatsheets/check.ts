/** Proves cheat sheets: every row compiles, and what a row shows is the repr of its value. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { runSteps } from '../examples/cpython.ts';
import { diff, matches } from '../examples/match.ts';
import type { Step } from '../examples/plan.ts';
import type { Problem, ProblemKind } from '../examples/problems.ts';
import type { Result } from '../examples/results.ts';
import type { Interpreter, Interpreters } from '../interpreters.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../../content/cheatsheets');

/** A row, with the line that it stands on. */
export interface Row {
  line: number;
  code: string;
  shows?: string;
  python?: string;
  /** Of its group. */
  setup: string;
}

export function cheatsheetFiles(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => path.join(FOLDER, name));
}

/** The rows of a sheet; a file that cannot be read is one problem. */
export function readRows(source: string): Row[] | { line: number; message: string } {
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter });
  const [error] = document.errors;
  if (error) return { line: error.linePos?.[0].line ?? 1, message: error.message.split('\n')[0]! };
  const groups = document.get('groups');
  if (!isSeq(groups)) return { line: 1, message: 'expected "groups"' };
  return groups.items.filter(isMap).flatMap((group) => {
    const rows = group.get('rows');
    const setup = textOf(group, 'setup') ?? '';
    if (!isSeq(rows)) return [];
    return rows.items.filter(isMap).map((row): Row => {
      const [shows, python] = [textOf(row, 'shows'), textOf(row, 'python')];
      const line = counter.linePos(row.range?.[0] ?? 0).line;
      return {
        line,
        code: textOf(row, 'code') ?? '',
        setup,
        ...(shows === undefined ? {} : { shows }),
        ...(python === undefined ? {} : { python }),
      };
    });
  });
}

function textOf(map: YAMLMap, key: string): string | undefined {
  const node = map.get(key, true);
  return isScalar(node) ? String(node.value) : undefined;
}

export async function checkCheatsheet(file: string, { current, previous }: Interpreters): Promise<Problem[]> {
  const name = path.relative(process.cwd(), file);
  const rows = readRows(readFileSync(file, 'utf8'));
  if (!Array.isArray(rows))
    return [
      { kind: 'sheet unreadable', file: name, line: rows.line, fence: rows.line, pythons: [], details: [rows.message] },
    ];
  const [shell, python] = [rows.filter(isCommand), rows.filter((row) => !isCommand(row))];
  const found = await Promise.all([current, previous].map((interpreter) => checkRows(python, interpreter)));
  return [...shell.flatMap(checkCommand), ...found.flat()].map((finding) => ({
    ...finding,
    file: name,
    fence: finding.line,
  }));
}

type Finding = Pick<Problem, 'kind' | 'line' | 'pythons' | 'details'>;

const isCommand = ({ code }: Row) => code.startsWith('$ ');

/** A command is parsed by the shell and not run: what it would run is the reader's own program. */
function checkCommand({ code, line, shows }: Row): Finding[] {
  if (shows !== undefined)
    return [{ kind: 'row shows otherwise', line, pythons: [], details: ['a command is not run, so it shows nothing'] }];
  const { status, stderr } = spawnSync('sh', ['-n', '-c', code.replaceAll(/^\$ /gm, '')], { encoding: 'utf8' });
  if (status === 0) return [];
  return [{ kind: 'row does not compile', line, pythons: [], details: stderr.trim().split('\n') }];
}

async function checkRows(rows: readonly Row[], interpreter: Interpreter): Promise<Finding[]> {
  const here = rows.filter(
    ({ python }) => python === undefined || Number(python.split('.')[1]) <= Number(interpreter.minor.split('.')[1]),
  );
  const planned = here.map((row) => stepsOf(row));
  const results = await runSteps(interpreter, planned.flat());
  return here.flatMap((row, i) => {
    const own = results.splice(0, planned[i]!.length);
    const finding = row.shows === undefined ? judgeCode(own) : judgeValue(row.shows, own);
    return finding ? [{ ...finding, line: row.line, pythons: [`CPython ${interpreter.version}`] }] : [];
  });
}

/** A row without a value is compiled, as it is and as the body of a coroutine's loop. */
function stepsOf({ code, setup, shows }: Row): Step[] {
  if (shows === undefined) {
    const body = code.split('\n').map((line) => `        ${line}`);
    return [
      { do: 'check', source: `${code}\n` },
      { do: 'check', source: ['async def row():', '    for _ in ():', ...body, ''].join('\n') },
    ];
  }
  return [
    { do: 'run', source: `${setup}\n`, fresh: true },
    { do: 'run', source: `__row__ = (\n${code}\n)\n` },
    { do: 'run', source: 'print(repr(__row__))\n' },
  ];
}

type Judged = { kind: ProblemKind; details: string[] } | undefined;

function judgeCode([alone, inside]: Result[]): Judged {
  if (alone!.ended === 'normally' || inside!.ended === 'normally') return undefined;
  return { kind: 'row does not compile', details: (alone!.summary ?? alone!.ended).split('\n') };
}

function judgeValue(shows: string, results: Result[]): Judged {
  const failed = results.find(({ ended }) => ended !== 'normally');
  if (failed) return { kind: 'row fails', details: (failed.traceback ?? failed.detail ?? failed.ended).split('\n') };
  const [, printed, value] = results.map(({ output }) => output);
  // What a row prints is what it shows, as in an interactive session.
  const text = printed && value === 'None' ? printed : [printed, value].filter(Boolean).join('\n');
  return matches(shows.trimEnd(), text)
    ? undefined
    : { kind: 'row shows otherwise', details: diff(shows.trimEnd(), text) };
}
