import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resolveLink, type LinkTargets } from '../../../src/code-blocks/links.ts';

const targets: LinkTargets = {
  lessons: new Map([
    ['functions/closures', true],
    ['functions/itertools', false],
  ]),
  topics: new Set(['functions']),
  exercises: new Set(['functions/full-name']),
  cheatsheets: new Set(['functions']),
  references: new Set(['glossary']),
  projects: new Set(['streamline']),
};

test('ids become addresses under the base', () => {
  const href = (link: string): unknown => resolveLink(link, targets, '/roadmap/');
  assert.deepEqual(href('lesson:functions/closures#cells'), { href: '/roadmap/functions/closures/#cells' });
  assert.deepEqual(href('topic:functions'), { href: '/roadmap/functions/' });
  assert.deepEqual(href('exercise:functions/full-name'), { href: '/roadmap/exercises/functions/full-name/' });
  assert.deepEqual(href('cheatsheet:functions'), { href: '/roadmap/cheat-sheets/functions/' });
  assert.deepEqual(href('reference:glossary#cell'), { href: '/roadmap/reference/glossary/#cell' });
  assert.deepEqual(href('project:streamline'), { href: '/roadmap/projects/streamline/' });
  assert.deepEqual(href('https://peps.python.org/pep-0227/'), { href: 'https://peps.python.org/pep-0227/' });
  assert.deepEqual(href('#cells'), { href: '#cells' });
});

test('a lesson in preparation is no link and no problem', () => {
  assert.deepEqual(resolveLink('lesson:functions/itertools', targets, '/'), { pending: true });
});

test('what leads nowhere is a problem that says why', () => {
  const problem = (link: string): string => (resolveLink(link, targets, '/') as { problem: string }).problem;
  assert.equal(problem('lesson:functions/nope'), 'there is no lesson "functions/nope"');
  assert.match(problem('/functions/closures/'), /expected a link by id/);
  assert.match(problem('http://python.org'), /expected https/);
  assert.match(problem('guide:x'), /expected lesson:, topic:/);
});
