/** What the grader in the page needs of an exercise. */
import { highlight } from '../code-blocks/highlight.ts';
import type { ExerciseSource } from './exercise-source.ts';
import { renderMarkdown } from './markdown.ts';

/** The answer of `/exercises/<topic>/<exercise>.json`. Programs are plain text and end with a newline. */
export interface ExerciseJson {
  /** "topic/exercise" */
  id: string;
  title: string;
  /** The name that the tests need. */
  entry: string;
  starter: string;
  tests: string;
  solution: string;
  /** The solution, highlighted: the inside of a `code` element, made at build time. */
  solutionHtml: string;
  /** The note beside the solution; absent where it is empty or uses a component, which only the page can render. */
  noteHtml?: string;
}

export function exerciseJson({ id, data, starter, tests, solution, note }: ExerciseSource): ExerciseJson {
  const usesComponent = /<[A-Z]/.test(note.replace(/^[ \t]*```.*?^[ \t]*```/gms, '').replace(/`[^`]*`/g, ''));
  return {
    id,
    title: data.title,
    entry: data.entry,
    starter,
    tests,
    solution,
    solutionHtml: highlight(solution.trimEnd(), 'python').join('\n'),
    ...(note && !usesComponent ? { noteHtml: renderMarkdown(note, `note-${id.split('/')[1]!}`).trim() } : {}),
  };
}
