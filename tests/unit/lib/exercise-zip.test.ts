import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unzipSync } from 'fflate';
import type { Addresses } from '../../../src/lib/addresses.ts';
import { exerciseJson } from '../../../src/lib/exercise-json.ts';
import { parseExercise } from '../../../src/lib/exercise-source.ts';
import { exerciseFiles, moduleOf, topicFiles, zipOf } from '../../../src/lib/exercise-zip.ts';

const none = new Set<string>();
const addresses: Addresses = {
  targets: {
    lessons: new Map([['shop/prices', true]]),
    topics: none,
    exercises: none,
    cheatsheets: none,
    references: none,
    projects: none,
  },
  absolute: (path) => `https://example.org${path}`,
};
const data = { title: 'Add up', lesson: 'shop/prices', level: 'easy', entry: 'add_up' } as const;
const SOURCE = `---
title: Add up
---

Write \`add_up\`, as in [prices](lesson:shop/prices).

\`\`\`python starter
def add_up(xs): ...
\`\`\`

<Hint>Use sum.</Hint>
<Hint>It takes
an iterable.</Hint>

<Solution>

\`\`\`python solution
import math

_cache = {}


def add_up(xs):
    return math.fsum(xs)
\`\`\`

The *note*.

</Solution>

\`\`\`python tests
def helper():
    math = 1
    return math


def test_sum():
    "adds"
    assert add_up([1]) == helper() and not _cache
    with raises(TypeError):
        add_up(None)
\`\`\`
`;
const exercise = parseExercise(SOURCE, 'shop/add-up', data, 'add-up.mdx');

test('an exercise is taken apart', () => {
  assert.equal(exercise.prompt, 'Write `add_up`, as in [prices](lesson:shop/prices).');
  assert.equal(exercise.note, 'The *note*.');
  assert.equal(exercise.starter, 'def add_up(xs): ...\n');
  assert.match(exercise.solution, /^import math\n/);
});

test('an exercise without tests is refused by its name', () => {
  assert.throws(
    () => parseExercise(SOURCE.replace('python tests', 'python'), 'shop/add-up', data, 'add-up.mdx'),
    /add-up\.mdx: expected one "python tests" fence .*, found 0/,
  );
});

test('the archive holds README, starter, tests and their support, and no solution', () => {
  const files = exerciseFiles(exercise, 'Prices', addresses);
  assert.deepEqual(Object.keys(files).sort(), [
    'add-up/README.md',
    'add-up/add_up.py',
    'add-up/exercise_support.py',
    'add-up/test_add_up.py',
  ]);
  assert.equal(files['add-up/add_up.py'], exercise.starter);
  assert.ok(Object.values(files).every((text) => !text.includes('fsum') && !text.includes('Use sum')));
  assert.match(files['add-up/README.md']!, /\[prices\]\(https:\/\/example\.org\/shop\/prices\/\)/);
  assert.match(files['add-up/README.md']!, /<https:\/\/example\.org\/exercises\/shop\/add-up\/>/);
});

test('tests import the names that they use and do not bind, with an underscore too', () => {
  const tests = exerciseFiles(exercise, 'Prices', addresses)['add-up/test_add_up.py']!;
  assert.match(tests, /^from exercise_support import prepare, raises\nfrom add_up import _cache, add_up\n/m);
  assert.ok(tests.includes(exercise.tests));
  assert.ok(tests.endsWith('\nload_tests = prepare(globals())\n'));
});

test('the module is a Python name', () => {
  assert.equal(moduleOf('shop/add-up-all'), 'add_up_all');
});

test('a topic lists its exercises by lesson and level, and holds what each archive holds', () => {
  const hard = { ...exercise, id: 'shop/hard-one', data: { ...data, title: 'Hard one', level: 'hard' as const } };
  const files = topicFiles(
    { slug: 'shop', title: 'Shop' },
    [
      { id: 'shop/prices', title: 'Prices', exercises: [hard, exercise] },
      { id: 'shop/none', title: 'Nothing here', exercises: [] },
    ],
    addresses,
  );
  const readme = files['shop-exercises/README.md']!;
  assert.ok(
    readme.indexOf('easy: [Add up](add-up/README.md)') < readme.indexOf('hard: [Hard one](hard-one/README.md)'),
  );
  assert.match(readme, /^## \[Prices\]\(https:\/\/example\.org\/shop\/prices\/\)$/m);
  assert.doesNotMatch(readme, /Nothing here/);
  for (const [name, text] of Object.entries(exerciseFiles(exercise, 'Prices', addresses)))
    assert.equal(files[`shop-exercises/${name}`], text);
});

test('the same files give the same bytes', () => {
  const files = exerciseFiles(exercise, 'Prices', addresses);
  const backwards = Object.fromEntries(Object.entries(files).reverse());
  assert.deepEqual(zipOf(files), zipOf(backwards));
  assert.deepEqual(Object.keys(unzipSync(zipOf(files))), Object.keys(files).sort());
});

test('the data of an exercise carry its programs as they are, and the solution highlighted', () => {
  const json = exerciseJson(exercise);
  assert.deepEqual(
    [json.id, json.title, json.entry, json.starter, json.tests, json.solution],
    ['shop/add-up', 'Add up', 'add_up', exercise.starter, exercise.tests, exercise.solution],
  );
  assert.match(json.solutionHtml, /^<i class=kw>import<\/i> math\n/);
  assert.equal(json.noteHtml, '<p>The <em>note</em>.</p>');
});

test('a note with a component is left to the page', () => {
  assert.equal(exerciseJson({ ...exercise, note: '<Note>\n\nx\n\n</Note>' }).noteHtml, undefined);
  assert.match(exerciseJson({ ...exercise, note: 'A `<Tag>`.' }).noteHtml!, /<code>&lt;Tag&gt;<\/code>/);
});
