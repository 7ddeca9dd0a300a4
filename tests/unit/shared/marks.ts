/** Records of marks for property-based tests. */
import fc from 'fast-check';
import { STATES, type Mark, type MarkKind, type Progress } from '../../../src/shared/progress.ts';

const KINDS = Object.keys(STATES) as MarkKind[];
/** Few words, so that records share keys. */
const word = fc.constantFrom('functions', 'closures', 'a-1', 'x_y');

const entry: fc.Arbitrary<[string, Mark]> = fc.constantFrom(...KINDS).chain((kind) =>
  fc
    .record({
      topic: word,
      page: word,
      part: word,
      state: fc.constantFrom(...(STATES[kind] as readonly string[])),
      at: fc.oneof(fc.nat(3), fc.nat(8_640_000_000_000)),
    })
    .map(({ topic, page, part, state, at }): [string, Mark] => [
      `${kind}:${topic}/${page}${kind === 'question' ? `#${part}` : ''}`,
      { state, at },
    ]),
);

/** Any record that the site could have written. */
export const anyProgress: fc.Arbitrary<Progress> = fc
  .array(entry, { maxLength: 12 })
  .map((entries) => ({ marks: Object.fromEntries(entries) }));
