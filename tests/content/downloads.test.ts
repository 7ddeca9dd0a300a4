/** What readers take away works on their machines: exercises as archives, lessons as programs and notebooks. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { idsIn } from '../../src/lib/content-files.ts';
import { moduleOf } from '../../src/lib/exercise-zip.ts';
import { pagePrograms } from '../../src/lib/page-programs.ts';
import { pythons } from '../../src/site.ts';
import type { ExerciseSource } from '../../src/lib/exercise-source.ts';
import { exercisesByTopic, runTests, TOOLS, type Code } from './downloads/exercises.ts';
import { invalidNotebooks, runNotebook, runProgram } from './downloads/lessons.ts';
import { pagesUnder, readPage } from './examples/pages.ts';
import { plan } from './examples/plan.ts';
import { provision } from './interpreters.ts';

const interpreters = provision();
const both = [interpreters.current, interpreters.previous];
const lessons = idsIn('content/lessons', '.mdx');
const topics = exercisesByTopic();

test('there are lessons and exercises', () => {
  assert.ok(lessons.length > 0 && topics.size > 0);
});

for (const [topic, exercises] of topics)
  for (const tool of TOOLS)
    for (const interpreter of both)
      test(`exercises of ${topic} with ${tool} on Python ${interpreter.minor}`, async () => {
        const [starters, solutions] = [
          await runTests(topic, exercises, { tool, code: 'starter', interpreter }),
          await runTests(topic, exercises, { tool, code: 'solution', interpreter }),
        ];
        const wrong = exercises.flatMap(({ id, tests }) => {
          const name = id.split('/')[1]!;
          const written = [...tests.matchAll(/^(?:async )?def test_/gm)].length;
          const [run = 0, failed = 0] = solutions.get(name) ?? [];
          const [, missed = 0] = starters.get(name) ?? [];
          return [
            ...(run === written ? [] : [`${id}: ${written} tests are written, ${run} ran`]),
            ...(failed === 0 ? [] : [`${id}: ${failed} tests fail with the solution`]),
            ...(missed > 0 ? [] : [`${id}: no test fails with the starter`]),
          ];
        });
        assert.deepEqual(wrong, []);
      });

test('async tests and names with an underscore work in both tools, and a test that fails is counted', async () => {
  const sample: ExerciseSource = {
    id: 'sample/wait-for',
    data: { title: 'Wait', lesson: 'sample/waiting', level: 'easy', entry: 'wait_for' },
    prompt: '',
    starter: '_limit = 1\n\n\nasync def wait_for(x): ...\n',
    solution:
      '_limit = 2\n\n\nasync def wait_for(x):\n    if x > _limit:\n        raise ValueError("too long")\n    return x\n',
    tests:
      'async def test_waits():\n    "waits"\n    assert await wait_for(1) == 1\n\n\nasync def test_limit():\n    "refuses"\n    with raises(ValueError, match="long"):\n        await wait_for(_limit + 1)\n\n\ndef test_name():\n    "has a name"\n    assert wait_for.__name__ == "wait_for"\n',
    note: '',
    files: {},
  };
  for (const tool of TOOLS)
    for (const interpreter of both) {
      const counts = async (code: Code) =>
        (await runTests('sample', [sample], { tool, code, interpreter })).get('wait-for');
      assert.deepEqual(await counts('starter'), [3, 2], tool);
      assert.deepEqual(await counts('solution'), [3, 0], tool);
    }
});

test('raises means the same in archives and in the grader', () => {
  for (const { python } of both)
    assert.equal(execFileSync(python, ['tests/content/downloads/compare_raises.py'], { encoding: 'utf8' }), '');
});

test('no exercise has the name of a module of the standard library', () => {
  const names = execFileSync(interpreters.current.python, ['-c', 'import sys; print(*sys.stdlib_module_names)'], {
    encoding: 'utf8',
  });
  const taken = new Set(names.trim().split(' '));
  const clashing = [...topics.values()].flat().filter(({ id }) => taken.has(moduleOf(id)));
  assert.deepEqual(
    clashing.map(({ id }) => `content/exercises/${id}.mdx: rename it, ${moduleOf(id)} is taken`),
    [],
  );
});

for (const interpreter of both) {
  test(`every lesson's file runs to its end on Python ${interpreter.minor}`, async () => {
    for (const id of lessons) assert.equal(await runProgram(id, interpreter), undefined, id);
  });

  test(`every lesson's notebook prints what it says on Python ${interpreter.minor}`, async () => {
    for (const id of lessons) {
      const { cells, wrong } = await runNotebook(id, interpreter);
      assert.ok(cells > 0, `${id}: the notebook has no cells to run`);
      assert.deepEqual(wrong, [], id);
    }
  });
}

test('every notebook is valid', async () => {
  assert.equal(await invalidNotebooks(lessons, interpreters.current), '');
});

test('the browser does for a page what the example runner proves', () => {
  const versions = { current: pythons.current, previous: pythons.previous, browser: pythons.previous };
  for (const room of ['lessons', 'topics', 'reference', 'exercises'])
    for (const file of pagesUnder(room)) {
      const page = readPage(file);
      const proved = plan(page, 'browser', versions)
        .steps.filter(({ step }) => step.do !== 'check')
        .map(({ step: { do: kind, source, path, fresh } }) => ({
          kind,
          source,
          ...(path === undefined ? {} : { path }),
          ...(fresh ? { fresh } : {}),
        }));
      assert.deepEqual(
        pagePrograms(page.source).map(({ id: _, ...program }) => program),
        proved,
        file,
      );
    }
});
