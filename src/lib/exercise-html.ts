/** Small changes that an exercise's rendered text needs where it is placed. All work on our own figures' markup. */

const TESTS = /<figure class="code tests".*?<\/figure>/s;

/**
 * @param html the exercise, rendered
 * @param name its file name, which makes ids unique on a page with several exercises
 * @param tests whether the tests are shown, folded; a lesson leaves them to the exercise's own page
 */
export function placeExercise(html: string, name: string, tests: boolean): string {
  const hints = html.match(/<span class="hint-name">/g)?.length ?? 0;
  let hint = 0;
  return html
    .replace(TESTS, (figure) => (tests ? `<details class="solution"><summary>${DOWN}Tests</summary><div>${figure}</div></details>` : ''))
    .replaceAll(/(id="|href="#)code-top-/g, `$1code-ex-${name}-`)
    .replaceAll('<span class="hint-name">', () => `<span class="hint-name">Hint ${++hint} of ${hints}`);
}

const DOWN = '<svg class="i" aria-hidden="true"><use href="#i-down"></use></svg>';
