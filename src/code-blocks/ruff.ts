/**
 * How Python in content is formatted and linted. The rules are those that make a block better
 * teaching; what only makes sense for whole files is off, since a block is a part of its page.
 */
import { pythons } from '../site.ts';

/** Beyond this a line is broken; most screens show 72 without scrolling. */
export const LINE_LENGTH = 79;

const SELECTED = ['E', 'F', 'W', 'B', 'UP', 'SIM', 'C4', 'PIE'];

const IGNORED = [
  // A name may come from an earlier block, or be used in a later one; running the page checks that.
  'F401',
  'F811',
  'F821',
  // Imports stand where a lesson needs them.
  'E402',
  // The formatter decides how statements are laid out; it keeps `def f(): ...` on one line.
  'E701',
  // The plain form is clearer to learners: try/except/pass, if/else, zip and map
  // without strict=, warnings without stacklevel=.
  'SIM105',
  'SIM108',
  'B905',
  'B911',
  'B912',
  'B028',
];

/** What the tests of an exercise may do: under `raises(…)` an expression stands for its exception. */
export const ALLOWED_IN_TESTS: readonly string[] = ['B015', 'B018'];

/**
 * Ruff's settings for a block.
 * @param python the version that the block needs, as in `python=3.15`
 */
export function ruffSettings(python: string = pythons.previous): object {
  return {
    'target-version': `py${python.replace('.', '')}`,
    'line-length': LINE_LENGTH,
    lint: { select: SELECTED, ignore: IGNORED },
  };
}
