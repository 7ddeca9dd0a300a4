/** Stored values as the site writes them, for properties. */
import fc from 'fast-check';
import type { Parts, Value } from '../../../../../src/client/study/backup/parts.ts';

const slug = fc.stringMatching(/^[a-z][a-z-]{0,6}$/);
const page = fc.tuple(slug, slug).map(([topic, name]) => `${topic}/${name}`);
const time = fc.integer({ min: 0, max: 8 });
const markOf = (kind: string, key: fc.Arbitrary<string>, ...states: string[]): fc.Arbitrary<[string, object]> =>
  fc.tuple(
    key.map((id) => `${kind}:${id}`),
    fc.record({ state: fc.constantFrom('none', ...states), at: time }),
  );
const marks = fc
  .array(
    fc.oneof(
      markOf('lesson', page, 'reading', 'done'),
      markOf('exercise', page, 'solved'),
      markOf(
        'question',
        fc.tuple(page, slug).map(([lesson, part]) => `${lesson}#${part}`),
        'unsure',
        'known',
      ),
    ),
    { maxLength: 8 },
  )
  .map((entries): [string, Value] => ['roadmap.progress', { version: 1, marks: Object.fromEntries(entries) }]);
const draft = fc
  .tuple(page, fc.string(), fc.option(fc.string(), { nil: undefined }))
  .map(([id, code, other]): [string, Value] => [
    `roadmap.draft.${id}`,
    { version: 1, code, starter: 's', ...(other === undefined ? {} : { other }) },
  ]);
const edit = fc
  .tuple(fc.stringMatching(/^[0-9a-z]{1,4}$/), fc.string())
  .map(([hash, code]): [string, Value] => [`roadmap.edit.${hash}`, { version: 1, code }]);
const review = fc
  .array(fc.tuple(page, fc.record({ on: fc.boolean(), at: time })), { maxLength: 4 })
  .map((out): [string, Value] => [
    'roadmap.review',
    {
      version: 1,
      cards: Object.fromEntries(out.map(([id, { at }]) => [`question:${id}#q`, { at }])),
      out: Object.fromEntries(out.map(([id, value]) => [`prediction:${id}#p`, value])),
      topics: {},
      settings: { perDay: out.length, keys: true, at: out.length },
      log: [],
    },
  ]);
const plan = fc.integer({ min: 1, max: 60 }).map((hours): [string, Value] => [
  'roadmap.plan',
  {
    version: 1,
    plan: {
      id: '0123456789abcdef',
      goal: { kind: 'all' },
      hours,
      start: '2026-11-23',
      off: [],
      drafts: false,
      projects: false,
      built: [],
      since: 0,
    },
  },
]);
const result = fc.tuple(time, fc.constantFrom('missed', 'partly', 'well')).map(([at, rating]) => ({
  id: `${at}-seed`,
  at,
  seed: 'seed',
  settings: { topics: ['functions'], levels: ['junior'], count: 5, minutes: 3 },
  answers: [{ question: 'functions/closures#late', level: 'junior', rating, time: 1 }],
}));
export const interviews = result.map((one): [string, Value] => ['roadmap.interviews', { version: 1, results: [one] }]);

/** What a reader may have. */
export const parts: fc.Arbitrary<Parts> = fc
  .tuple(fc.array(fc.oneof(draft, edit), { maxLength: 6 }), fc.array(fc.oneof(marks, review, plan), { maxLength: 3 }))
  .map(([many, single]) => new Map([...many, ...single]));

/** Parts as the texts that are stored. */
export const textsOf = (stored: Parts): Map<string, string> =>
  new Map([...stored].map(([key, value]) => [key, JSON.stringify(value)]));
