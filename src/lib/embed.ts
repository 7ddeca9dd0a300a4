/** One program of a lesson on a page of its own, which somebody's post shows in a frame. */
import { codeFigure } from '../code-blocks/figure.ts';
import { paths, withBase } from '../shared/paths.ts';
import { site } from '../site.ts';
import type { LessonSource } from './lesson-parts.ts';
import { pageBlocks, pagePrograms, stepsTo, type PageProgram } from './page-programs.ts';

/** All that such a page shows and carries. */
export interface Embed {
  /** Id of the block, as in the lesson. */
  block: string;
  /** What the block is called: its caption or the title of its section. */
  name: string;
  /** Path of the lesson's section. */
  path: string;
  /** The figure, as in the lesson. */
  html: string;
  /** What runs up to the block and with it; nothing where it does not run in the browser. */
  steps: PageProgram[];
}

/** The Python blocks of a lesson, in order. */
export function embedsOf({ id, title, source }: Pick<LessonSource, 'id' | 'title' | 'source'>): Embed[] {
  const programs = pagePrograms(source);
  return pageBlocks(source)
    .filter(({ fence }) => fence.language === 'python')
    .map(({ id: block, section, fence: { language, words, code, output } }) => ({
      block,
      name: words.title ?? words.file ?? section?.title.replaceAll('`', '') ?? title,
      path: `${paths.lesson(id)}${section ? `#${section.id}` : ''}`,
      html: codeFigure({
        id: block,
        language,
        words,
        code,
        output: output?.code,
        steps: words.trace ? `${withBase(site.base, paths.embed(id, block))}#steps` : undefined,
      }),
      steps: stepsTo(programs, block),
    }));
}

/** The steps as the content of a `script` element of JSON: no sign in it can end the element. */
export const stepsJson = (steps: readonly PageProgram[]): string =>
  JSON.stringify({ steps }).replaceAll('<', '\\u003c');
