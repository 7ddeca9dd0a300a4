/** Headings, fences and MDX of one file. */
import { mdxToJs } from 'satteri';
import { features } from '../code-blocks/index.ts';
import { proseLines, type ContentFile } from './files.ts';
import type { Problem } from './problem.ts';

/** Ids that the pages themselves give to headings. */
const RESERVED_IDS = ['practice', 'interview', 'references', 'recap', 'changed', 'stops', 'main', 'toc-title'];

export function checkText(content: ContentFile): Problem[] {
  const { file, fenceProblems, kind } = content;
  const fences = fenceProblems.map(({ line, message }) => ({ file, line, message: `code fence: ${message}` }));
  if (file.endsWith('.yaml')) return fences;
  const compiled = compile(content);
  return [
    ...fences,
    ...checkHeadings(content),
    ...checkPredictions(content),
    ...checkDrawings(content),
    ...(kind === 'exercises' ? checkExerciseFences(content) : []),
    ...compiled,
  ];
}

function checkHeadings({ file, headings, text, kind }: ContentFile): Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  const claim = (id: string, line: number): void => {
    const earlier = seen.get(id);
    if (earlier !== undefined)
      problems.push({ file, line, message: `id "${id}" stands twice, first in line ${earlier}` });
    else if (RESERVED_IDS.includes(id))
      problems.push({ file, line, message: `expected another id than "${id}", which the page uses itself` });
    seen.set(id, line);
  };
  for (const { id, text: title, depth, line } of headings) {
    if (depth === 1) problems.push({ file, line, message: `expected sections to begin with ##, found "# ${title}"` });
    if (id === undefined)
      problems.push({ file, line, message: `heading "${title}" needs an explicit id: ## ${title} {#id}` });
    else claim(id, line);
    if (kind === 'exercises') problems.push({ file, line, message: 'an exercise has no headings of its own' });
  }
  proseLines(text).forEach((line, index) => {
    for (const match of line.matchAll(/<Item id="([\w-]+)"/g)) claim(match[1]!, index + 1);
  });
  return problems;
}

/** Text of a drawing is Markdown too: `__name__` would turn bold, and tear the drawing open. */
function checkDrawings({ file, text }: ContentFile): Problem[] {
  const lines = proseLines(text);
  let isInside = false;
  return lines.flatMap((line, index) => {
    if (line.includes('<svg')) isInside = true;
    const bare = line.replace(/\{"[^"]*"\}|\w+="[^"]*"/g, '');
    const found = isInside ? /__\w+|\*\*?\w+\*/.exec(bare)?.[0] : undefined;
    if (line.includes('</svg>')) isInside = false;
    return found === undefined
      ? []
      : [
          {
            file,
            line: index + 1,
            message: `text of a drawing: expected {"${found}…"} in braces and quotes, found ${found}, which Markdown would make bold`,
          },
        ];
  });
}

/** A prediction is one program with its output, two to four wrong answers and the right one. */
function checkPredictions({ file, text, fences }: ContentFile): Problem[] {
  const problems: Problem[] = [];
  const lines = text.split('\n');
  const inside = new Set<number>();
  lines.forEach((line, index) => {
    if (line.trim() !== '<Predict>') return;
    const end = lines.findIndex((later, at) => at > index && later.trim() === '</Predict>');
    const last = end < 0 ? lines.length : end;
    const body = lines.slice(index, last);
    const asked = fences.filter((fence) => fence.line > index && fence.line <= last && fence.words.predict);
    asked.forEach((fence) => inside.add(fence.line));
    const count = (pattern: RegExp): number => body.filter((text) => pattern.test(text)).length;
    const [wrong, right] = [count(/^\s*<Wrong[\s>]/), count(/^\s*<Right>/)];
    if (asked.length !== 1)
      problems.push({
        file,
        line: index + 1,
        message: `<Predict> expects one "python predict" fence, found ${asked.length}`,
      });
    if (wrong < 2 || wrong > 4)
      problems.push({ file, line: index + 1, message: `<Predict> expects two to four <Wrong>, found ${wrong}` });
    if (right !== 1) problems.push({ file, line: index + 1, message: `<Predict> expects one <Right>, found ${right}` });
    if (asked[0] && !asked[0].output)
      problems.push({ file, line: asked[0].line, message: 'expected an "output" fence behind "predict", found none' });
  });
  for (const fence of fences)
    if (fence.words.predict && !inside.has(fence.line))
      problems.push({ file, line: fence.line, message: '"predict" stands only inside <Predict>' });
  return problems;
}

function checkExerciseFences({ file, fences, text }: ContentFile): Problem[] {
  const problems = (['starter', 'solution', 'tests'] as const).flatMap((role) => {
    const count = fences.filter((fence) => fence.words.role === role).length;
    return count === 1
      ? []
      : [{ file, line: 1, message: `an exercise expects one "python ${role}" fence, found ${count}` }];
  });
  const hints = text.match(/^<Hint>/gm)?.length ?? 0;
  if (hints < 2 || hints > 4)
    problems.push({ file, line: 1, message: `an exercise expects two to four <Hint>, found ${hints}` });
  return problems;
}

/** MDX that cannot be compiled, or that would give an empty page. */
function compile({ file, text, kind }: ContentFile): Problem[] {
  const hasText = proseLines(text).some((line) => line.trim() !== '');
  if (!hasText && kind !== 'questions')
    return [{ file, line: 1, message: 'expected text behind the frontmatter, found an empty page' }];
  try {
    mdxToJs(text, { features });
    return [];
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const place = /^(\d+):\d+: (.*)$/s.exec(message);
    return [{ file, line: Number(place?.[1] ?? 1), message: `MDX: ${(place?.[2] ?? message).split('\n')[0]!}` }];
  }
}
