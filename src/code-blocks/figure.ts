/** A fence and its output -> the HTML of one code block: caption, tools, program, output. */
import { escapeAttribute, escapeText } from './escape.ts';
import { highlight } from './highlight.ts';
import type { FenceWords, Language } from './words.ts';

export interface FigureInput {
  /** Permanent id of the block, unique on its page. */
  id: string;
  language: Language;
  words: FenceWords;
  code: string;
  /** The verified output, when the block has one. */
  output?: string | undefined;
  /** Address of the steps of a traced program. */
  steps?: string | undefined;
}

/** @returns the block as HTML; it needs no style attribute and no script to be read */
export function codeFigure(block: FigureInput): string {
  const { id, language, words } = block;
  const classes = [
    'code',
    words.before ? 'before' : '',
    words.predict ? 'predict' : '',
    words.role ? `role-${words.role}` : '',
  ]
    .filter(Boolean)
    .join(' ');
  const runs = words.role ? '' : dataOf(block);
  return (
    `<figure class="${classes}" id="${escapeAttribute(id)}" data-lang="${language}"${runs}>` +
    `<figcaption>${caption(block)}${tools(block)}</figcaption>` +
    `<pre tabindex="0" role="group" aria-label="${escapeAttribute(nameOf(block))}"><code>${codeHtml(block)}</code></pre>` +
    outputHtml(block) +
    (words.predict ? '' : stepsHtml(block)) +
    '</figure>'
  );
}

/** What the page's Python has to know: a program that runs, or a file that programs import. */
function dataOf(block: FigureInput): string {
  const { words } = block;
  if (words.file !== undefined) return words.norun === undefined ? ` data-file="${escapeAttribute(words.file)}"` : '';
  return canRun(block) ? ` data-run${words.fresh ? ' data-fresh' : ''}` : '';
}

/** Whether the block will run in the page: Python that needs nothing the browser lacks. */
export function canRun({ language, words }: Pick<FigureInput, 'language' | 'words'>): boolean {
  return (
    language === 'python' && words.runtime === undefined && words.python === undefined && words.norun === undefined
  );
}

const LANGUAGE_NAMES: Record<Language, string> = {
  python: 'Python',
  output: 'Output',
  console: 'Shell session',
  text: 'Text',
  toml: 'TOML',
  yaml: 'YAML',
  json: 'JSON',
  ini: 'INI',
  html: 'HTML',
  dockerfile: 'Dockerfile',
  sql: 'SQL',
};

const ROLE_NAMES = { starter: 'Your code', solution: 'Solution', tests: 'Tests' } as const;

/** The words on the block's tab. */
function titleOf({ language, words }: FigureInput): string {
  return words.title ?? words.file ?? (words.role ? ROLE_NAMES[words.role] : LANGUAGE_NAMES[language]);
}

function nameOf(block: FigureInput): string {
  const title = titleOf(block);
  const language = LANGUAGE_NAMES[block.language];
  return title === language ? `${language} example` : `${title}, ${language}`;
}

function caption(block: FigureInput): string {
  const { words } = block;
  const marks: string[] = [];
  if (words.before) marks.push('before');
  if (words.python) marks.push(`Python ${words.python}`);
  if (words.runtime) marks.push('CPython');
  const notes = marks.map((mark) => `<em>${mark}</em>`).join('');
  return `<span class="file">${escapeText(titleOf(block))}${notes}</span>`;
}

/** Link works without a script; the other tools need one, and a script adds them (client/elements/code-tools.ts). */
function tools(block: FigureInput): string {
  return `<span class="tools"><a class="tool" data-do="link" href="#${escapeAttribute(block.id)}"><svg class="i" aria-hidden="true"><use href="#i-link"/></svg><span>Link</span></a></span>`;
}

/** Lines are plain text apart from those that a word marks: fewer nodes, the same look. */
function codeHtml({ code, language, words }: FigureInput): string {
  const marks = new Map<number, string>();
  for (const line of words.highlight) marks.set(line, 'hl');
  for (const line of words.ins) marks.set(line, 'add');
  for (const line of words.del) marks.set(line, 'del');
  return highlight(code, language)
    .map((line, index) => {
      const mark = marks.get(index + 1);
      return mark ? `<span class="l ${mark}">${line}\n</span>` : `${line}\n`;
    })
    .join('');
}

function outputHtml(block: FigureInput): string {
  const { output, words } = block;
  if (output === undefined) return '';
  const failed = words.raises !== undefined;
  const head = failed
    ? '<p class="out-head"><span><svg class="i" aria-hidden="true"><use href="#i-cross"/></svg>stderr</span><span>exit 1</span></p>'
    : '<p class="out-head"><span>stdout</span><span>exit 0</span></p>';
  const body = `<pre tabindex="0" role="group" aria-label="Output"><samp>${failed ? errorHtml(output, words.raises!) : escapeText(output)}</samp></pre>`;
  const out = `<div class="out${failed ? ' err' : ''}">${head}${body}</div>`;
  // The steps give the answer away, too.
  return words.predict
    ? `<details class="reveal"><summary>Show the output</summary>${out}${stepsHtml(block)}</details>`
    : out;
}

/** A link to the table of steps; a script opens the player in its place. */
const stepsHtml = ({ steps }: FigureInput): string =>
  steps === undefined
    ? ''
    : `<p class="steps"><a data-do="step" href="${escapeAttribute(steps)}"><svg class="i" aria-hidden="true"><use href="#i-right"/></svg>Step through it</a></p>`;

/** Marks the name of the exception where the last line that names it begins. */
function errorHtml(output: string, raises: string): string {
  const lines = output.split('\n');
  const name = raises.split('.').at(-1)!;
  const at = lines.findLastIndex((line) => new RegExp(`^([\\w.]+\\.)?${name}\\b`).test(line));
  return lines
    .map((line, index) => {
      const colon = index === at ? (line.includes(':') ? line.indexOf(':') : line.length) : 0;
      return colon
        ? `<b class="exc">${escapeText(line.slice(0, colon))}</b>${escapeText(line.slice(colon))}`
        : escapeText(line);
    })
    .join('\n');
}
