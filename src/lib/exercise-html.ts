/** Where the parts of an exercise's rendered text go. All work on our own components' markup. */
import { paths, withBase } from '../shared/paths.ts';

const TESTS = /<figure class="code role-tests".*?<\/figure>/s;
const HELP = '<details class="hint"';

/** The parts of an exercise as HTML. */
export interface ExerciseParts {
  /** Prompt and starter. */
  task: string;
  /** Hints, solution with its note, and tests, each behind a step. */
  help: string;
}

/**
 * @param html the exercise, rendered
 * @param name its file name, which makes ids unique on a page with several exercises
 */
export function exerciseParts(html: string, name: string): ExerciseParts {
  const hints = html.split(HELP).length - 1;
  let hint = 0;
  const placed = html
    .replace(
      TESTS,
      (figure) => `<details class="solution"><summary>${DOWN}Tests</summary><div>${figure}</div></details>`,
    )
    .replaceAll(/(id="|href="#)code-top-/g, `$1code-ex-${name}-`)
    .replaceAll('<span class="hint-name">', () => `<span class="hint-name">Hint ${++hint} of ${hints}`);
  const at = placed.indexOf(HELP);
  return at < 0 ? { task: placed, help: '' } : { task: placed.slice(0, at), help: placed.slice(at) };
}

const DOWN = '<svg class="i" aria-hidden="true"><use href="#i-down"></use></svg>';

/** Address of the part of an exercise's page that its lesson leaves out until it is asked for. */
export const helpAddress = (base: string, id: string): string => `${withBase(base, paths.exercise(id))}#help`;
