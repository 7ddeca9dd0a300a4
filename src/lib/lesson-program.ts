/** A lesson's programs as one Python file in the percent format, which editors run cell by cell. */
import { pythons, site } from '../site.ts';
import { lessonParts, type LessonPart, type LessonSource } from './lesson-parts.ts';
import { isWithin, type PageBlock } from './page-programs.ts';
import { linesInStrings } from './python-names.ts';

const WIDTH = 79;

/**
 * A Python file that runs to its end on every Python that the site proves: what one of them cannot compile stands
 * in comments, and a program that raises stands in `try`.
 */
export function lessonProgram(lesson: LessonSource): string {
  const programs = lessonParts(lesson).filter((part) => part.kind !== 'prose');
  const seen = new Map<string, number>();
  const cells = programs.map((part) => {
    const title = part.block.section?.title.replaceAll('`', '') ?? lesson.title;
    const number = (seen.get(title) ?? 0) + 1;
    seen.set(title, number);
    return [
      `# %% ${title}${number > 1 ? ` (${number})` : ''}`,
      `# ${lesson.url}#${part.block.id}`,
      body(part),
      ...output(part.block),
    ].join('\n');
  });
  return `${head(lesson)}\n${cells.join('\n\n')}\n`;
}

function head({ title, url }: LessonSource): string {
  const about = `The programs of the lesson in order; they share one namespace. Editors that know the percent format (VS Code, PyCharm, Spyder, Jupytext) run them cell by cell, and Python runs the whole file. Under each program stands what it prints on Python ${pythons.current}. A program that ends in an exception stands in "try", so that the next one runs. A program in comments says why it is not run here. Run it in its own folder, since modules of the lesson are written there.`;
  return [
    `# ${title}`,
    `# ${url}`,
    '#',
    ...wrapped(about).map((line) => `# ${line}`),
    '#',
    `# License: ${site.license.name}, ${site.license.url}`,
    '',
  ].join('\n');
}

function body(part: Exclude<LessonPart, { kind: 'prose' }>): string {
  const { code, words, language } = part.block.fence;
  if (part.kind === 'show') return commented(code, part.why);
  if (part.kind === 'write') return written(code, words.file!);
  if (!isWithin(words.python, pythons.previous)) return commented(code, `needs Python ${words.python!}`);
  if (/^from __future__ /m.test(code)) return commented(code, 'a future import must begin a file');
  if (words.raises === undefined || language !== 'python') return code;
  return /(Syntax|Indentation|Tab)Error$/.test(words.raises)
    ? commented(code, `ends in ${words.raises}, which could stop the whole file`)
    : tried(code, words.raises);
}

const commented = (code: string, why: string): string =>
  [`# In comments: ${why}.`, ...code.split('\n')]
    .map((line, index) => (index ? `# ${line}`.trimEnd() : line))
    .join('\n');

/** Exceptions that `except Exception` lets pass. */
const BASE_ONLY = /^(BaseException|BaseExceptionGroup|SystemExit|KeyboardInterrupt|GeneratorExit)$/;

/** The program in `try`, indented where no string would change by it. */
function tried(code: string, raises: string): string {
  const kept = linesInStrings(code);
  const inside = code.split('\n').map((line, index) => (line === '' || kept.has(index) ? line : `    ${line}`));
  // A class of the program's own may derive from BaseException.
  const isOwn = new RegExp(`^class ${raises}\\b`, 'm').test(code);
  const caught = BASE_ONLY.test(raises) || isOwn ? raises : 'Exception';
  return [
    'try:',
    ...inside,
    `except ${caught}:  # ${raises}`,
    '    import traceback',
    '',
    '    traceback.print_exc()',
  ].join('\n');
}

/** Statements that write a file of the lesson, so that later programs can import or read it. */
function written(code: string, file: string): string {
  const lines = code.split('\n').map((line) => `    ${pythonString(`${line}\n`)}`);
  const folder = folderOf(file);
  return [
    'import importlib',
    'from pathlib import Path',
    '',
    ...(folder === undefined ? [] : [makeFolder(folder)]),
    `Path(${pythonString(file)}).write_text(`,
    `${lines.join('\n')},`,
    '    encoding="utf-8",',
    ')',
    'importlib.invalidate_caches()',
  ].join('\n');
}

/** The folder in a file's path, `tools` for `tools/spot.py`. */
export const folderOf = (file: string): string | undefined => /^(?<folder>.+)\//.exec(file)?.groups!['folder'];

/** A statement that makes a folder, where `Path` is imported. */
export const makeFolder = (folder: string): string =>
  `Path(${pythonString(folder)}).mkdir(parents=True, exist_ok=True)`;

/** A string literal of Python: JSON's escapes are Python's, too. */
const pythonString = (text: string): string => JSON.stringify(text);

function output({ fence }: PageBlock): string[] {
  return fence.output ? ['', '# Output:', ...fence.output.code.split('\n').map((line) => `#   ${line}`.trimEnd())] : [];
}

function wrapped(text: string): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)!} ${word}`.trimStart();
    if (longer.length > WIDTH - 2) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
