/** Every kind of mistake in content/, each made once in a copy of a small whole site. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { checkContent } from '../../../src/content-check/index.ts';
import { formatProblems } from '../../../src/content-check/problem.ts';

const FIXTURE = new URL('../../fixtures/content-check/', import.meta.url).pathname;
const scratch: string[] = [];
after(() => {
  for (const folder of scratch) rmSync(folder, { recursive: true });
});

const LESSON = 'content/lessons/functions/closures.mdx';
const SECOND = 'content/lessons/functions/decorators.mdx';

/** Copies the fixture, changes one file, and returns what the check says. */
function broken(file: string, change: (text: string) => string, renamed = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'content-check-'));
  scratch.push(root);
  cpSync(FIXTURE, root, { recursive: true });
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  let before = '';
  try {
    before = readFileSync(path, 'utf8');
  } catch {
    // A new file.
  }
  const changed = change(before);
  assert.notEqual(changed, before, 'the change must change something');
  writeFileSync(path, changed);
  return formatProblems(checkContent(root, renamed).problems);
}
const swap =
  (from: string | RegExp, to: string) =>
  (text: string): string =>
    text.replace(from, to);

test('the fixture itself is whole', () => {
  const { problems, lessons, planned } = checkContent(FIXTURE, {});
  assert.equal(formatProblems(problems), '');
  assert.deepEqual([lessons, planned], [3, 1]);
});

test('an unknown field', () => {
  assert.match(
    broken(LESSON, swap('minutes: 45', 'minutes: 45\nminuts: 3')),
    /^content\/lessons\/functions\/closures\.mdx:6: unknown field "minuts"/,
  );
});
test('a missing field', () => {
  assert.match(
    broken(LESSON, swap('minutes: 45\n', '')),
    /closures\.mdx:2: expected the field "minutes" \(number\), found none/,
  );
});
test('a value outside its choices', () => {
  assert.match(
    broken(LESSON, swap('level: core', 'level: hard')),
    /closures\.mdx:4: field "level": expected one of "foundation"/,
  );
});
test('YAML that cannot be read', () => {
  assert.match(broken(LESSON, swap('title: Closures', 'title: "Closures')), /closures\.mdx:\d+: expected valid YAML/);
});
test('an unknown fence word', () => {
  assert.match(
    broken(LESSON, swap('```python\n', '```python runs\n')),
    /closures\.mdx:18: code fence: expected one of title.*found "runs"/,
  );
});
test('an unknown language', () => {
  assert.match(
    broken(LESSON, swap('```python\n', '```pyton\n')),
    /closures\.mdx:18: code fence: expected a language .*found "pyton"/,
  );
});
test('a dangling prerequisite', () => {
  assert.match(
    broken(LESSON, swap('prerequisites: []', 'prerequisites: [functions/nope]')),
    /closures\.mdx:6: expected an existing lesson, found "functions\/nope"/,
  );
});
test('a circle of prerequisites', () => {
  assert.match(
    broken(LESSON, swap('prerequisites: []', 'prerequisites: [functions/decorators]')),
    /prerequisites turn in a circle: functions\/\w+ needs functions\/\w+ needs functions\/\w+/,
  );
});
test('a lesson that is not in the spine', () => {
  assert.match(
    broken('content/lessons/functions/extra.mdx', () => readFileSync(join(FIXTURE, SECOND), 'utf8')),
    /extra\.mdx:1: expected the lesson "functions\/extra" in content\/curriculum\.yaml/,
  );
});
test('a lesson that stands twice in the spine', () => {
  assert.match(
    broken(
      'content/curriculum.yaml',
      swap('      - slug: decorators', '      - slug: closures\n        label: Again\n      - slug: decorators'),
    ),
    /curriculum\.yaml:\d+: lesson "functions\/closures" stands twice, first in line \d+/,
  );
});
test('a planned lesson that has a page', () => {
  assert.match(
    broken('content/lessons/functions/itertools.mdx', () => readFileSync(join(FIXTURE, SECOND), 'utf8')),
    /curriculum\.yaml:\d+: lesson "functions\/itertools" has a page: expected no "planned"/,
  );
});
test('a lesson without page and plan', () => {
  assert.match(
    broken('content/curriculum.yaml', swap(/ {8}planned:[^]*$/, '')),
    /lesson "functions\/itertools" has no page: expected "planned"/,
  );
});
test('a part of the source document that nobody teaches', () => {
  assert.match(
    broken(LESSON, swap('covers: [closures]', 'covers: []')),
    /expected a lesson of "functions" that covers "closures", found none/,
  );
});
test('a heading without an id', () => {
  assert.match(
    broken(LESSON, swap(' {#cells}', '')),
    /closures\.mdx:16: heading "What a cell holds" needs an explicit id/,
  );
});
test('a heading id that stands twice', () => {
  assert.match(
    broken(LESSON, (text) => `${text}\n## Again {#cells}\n\nText.\n`),
    /closures\.mdx:\d+: id "cells" stands twice, first in line 16/,
  );
});
test('a link to a page that is not there', () => {
  assert.match(
    broken(LESSON, swap('lesson:functions/decorators', 'lesson:functions/nope')),
    /closures\.mdx:\d+: link: there is no lesson "functions\/nope"/,
  );
});
test('a link to an anchor that is not there', () => {
  assert.match(
    broken(LESSON, swap('decorators#wrap', 'decorators#nope')),
    /link: expected an anchor of \/functions\/decorators\/, found "#nope"/,
  );
});
test('a published anchor that is gone', () => {
  assert.match(
    broken(SECOND, swap('{#wrap}', '{#wrapping}')),
    /anchors\.lock:\d+: "\/functions\/decorators\/#wrap" was published and is gone/,
  );
});
test('a published anchor that was renamed with a redirect is fine, but for the record', () => {
  const said = broken(SECOND, swap('{#wrap}', '{#wrapping}'), {
    '/functions/decorators/#wrap': '/functions/decorators/#wrapping',
  });
  assert.doesNotMatch(said, /was published and is gone/);
  assert.match(said, /expected every published address, found 1 missing/);
});
test('a redirect that leads nowhere', () => {
  assert.match(
    broken(SECOND, (text) => `${text}\n`, { '/old/': '/nowhere/' }),
    /renamed\.ts:1: "\/old\/" leads to "\/nowhere\/": expected an existing page/,
  );
});
test('MDX that does not compile', () => {
  assert.match(
    broken(LESSON, (text) => `${text}\n\nimport x\n`),
    /closures\.mdx:\d+: MDX: /,
  );
});
test('a page without text', () => {
  assert.match(
    broken(SECOND, (text) => text.replace(/(?<=\n---\n)[^]*$/, '')),
    /decorators\.mdx:1: expected text behind the frontmatter, found an empty page/,
  );
});
test('a prediction without answers', () => {
  assert.match(
    broken(LESSON, (text) => `${text}\n<Predict>\n\n\`\`\`python predict\nprint(1)\n\`\`\`\n\n</Predict>\n`),
    /<Predict> expects two to four <Wrong>, found 0/,
  );
});
test('a drawing whose text Markdown would make bold', () => {
  assert.match(
    broken(
      LESSON,
      (text) =>
        `${text}\n<Diagram title="T." desc="D.">\n\n<svg viewBox="0 0 9 9"><text>__name__</text></svg>\n\n</Diagram>\n`,
    ),
    /closures\.mdx:\d+: text of a drawing: expected .*found __name__/,
  );
});
test('an exercise that no lesson names', () => {
  assert.match(
    broken(LESSON, swap('exercises: [make-counter]', 'exercises: []')),
    /make-counter\.mdx:1: expected a lesson that names the exercise/,
  );
});
test('an exercise that is named and missing', () => {
  assert.match(
    broken(LESSON, swap('[make-counter]', '[make-counter, nope]')),
    /closures\.mdx:\d+: expected content\/exercises\/functions\/nope\.mdx, found no such file/,
  );
});
test('an exercise without tests', () => {
  assert.match(
    broken('content/exercises/functions/make-counter.mdx', swap('python tests', 'python')),
    /expects one "python tests" fence, found 0/,
  );
});
test('a question id that stands twice', () => {
  assert.match(
    broken('content/questions/functions/closures.yaml', (text) => text + text),
    /closures\.yaml:\d+: question id "what" stands twice/,
  );
});
test('a topic page that leaves an item out', () => {
  assert.match(
    broken('content/topics/functions.mdx', swap('<Item id="decorators">', '<Item id="decor">')),
    /expected a heading or <Item> with the id "decorators"/,
  );
});

test('all problems are told at once, in order', () => {
  const said = broken(LESSON, (text) =>
    text.replace('level: core', 'level: hard').replace(' {#cells}', '').replace('```python\n', '```pyton\n'),
  );
  assert.ok(said.split('\n').length >= 3, said);
  const lines = [...said.matchAll(/closures\.mdx:(\d+):/g)].map((match) => Number(match[1]));
  assert.deepEqual(
    lines,
    [...lines].sort((a, b) => a - b),
  );
});
