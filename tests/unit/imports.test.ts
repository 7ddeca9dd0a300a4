/** Who may import whom. Data flows one way; an import only ever points back along the line. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';

const src = new URL('../../src/', import.meta.url).pathname;

/** Room -> rooms of ours that it may import from. `type` edges are allowed for types only. */
const MAY: Record<string, { values: string[]; types?: string[] }> = {
  'site.ts': { values: [] },
  'content.config.ts': { values: ['schemas'] },
  shared: { values: ['shared'] },
  schemas: { values: ['schemas', 'shared'] },
  'code-blocks': { values: ['code-blocks', 'shared', 'site.ts'] },
  lib: { values: ['lib', 'shared', 'site.ts', 'code-blocks', 'schemas'] },
  'content-check': { values: ['content-check', 'code-blocks', 'schemas', 'shared', 'lib'] },
  'components/ui': { values: ['components/ui', 'lib', 'schemas', 'shared'] },
  components: {
    values: ['components', 'components/ui', 'lib', 'shared', 'site.ts', 'schemas', 'code-blocks', 'fonts'],
  },
  layouts: {
    values: [
      'layouts',
      'components',
      'components/ui',
      'lib',
      'shared',
      'site.ts',
      'schemas',
      'styles',
      'fonts',
      'code-blocks',
    ],
  },
  pages: { values: ['layouts', 'components', 'components/ui', 'lib', 'shared', 'site.ts', 'schemas', 'styles'] },
  client: { values: ['client', 'shared', 'styles'], types: ['lib', 'schemas', 'code-blocks'] },
};
/** Only entries.ts queries the collections; the others render an entry that it gave them. */
const CONTENT_USERS = [
  'lib/entries.ts',
  'content.config.ts',
  'lib/lesson-page.ts',
  'lib/topic-page.ts',
  'lib/search-index.ts',
];

interface Import {
  from: string;
  to: string;
  isType: boolean;
  inScript: boolean;
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(ts|astro|mjs)$/.test(file));
const imports = files.flatMap(importsOf);

function importsOf(file: string): Import[] {
  const text = readFileSync(join(src, file), 'utf8');
  return [...text.matchAll(/^\s*(?:import|export)\s(?:(type)\s)?(?:[^'";]*?\sfrom\s)?['"]([^'"]+)['"]/gm)].map(
    (match) => ({
      from: file,
      to: match[2]!,
      isType: match[1] !== undefined,
      inScript: file.endsWith('.astro') && /<script>(?:(?!<\/script>)[^])*$/.test(text.slice(0, match.index)),
    }),
  );
}

/** The room of a path below src/, or undefined for a package. */
function roomOf(from: string, to: string): string | undefined {
  const path = to.startsWith('~/')
    ? to.slice(2)
    : to.startsWith('.')
      ? relative(src, join(src, dirname(from), to))
      : undefined;
  if (path === undefined) return undefined;
  if (path.startsWith('components/ui')) return 'components/ui';
  const first = path.split('/')[0]!;
  return first === 'site' ? 'site.ts' : first;
}

test('imports point back along the line', () => {
  const wrong = imports.flatMap(({ from, to, isType, inScript }) => {
    const target = roomOf(from, to);
    const room = roomOf(from, `~/${from}`)!;
    if (target === undefined) return [];
    if (target === 'client' && inScript) return [];
    const may = MAY[room];
    assert.ok(may, `src/${room} is a room without rules: add it to this test and say why`);
    const isAllowed = may.values.includes(target) || (isType && may.types?.includes(target) === true);
    return isAllowed ? [] : [`${from} imports ${to}`];
  });
  assert.deepEqual(wrong, []);
});

test('a component reaches the browser by one import inside its own script', () => {
  const wrong = imports.filter(
    ({ from, to, inScript }) => roomOf(from, to) === 'client' && !from.startsWith('client/') && !inScript,
  );
  assert.deepEqual(wrong, []);
});

test('content collections are queried in one place', () => {
  const wrong = imports.filter(
    ({ from, to, isType }) =>
      to === 'astro:content' && !isType && !CONTENT_USERS.includes(from) && !from.endsWith('.astro'),
  );
  assert.deepEqual(wrong, []);
});

test('the repository is whole by itself', () => {
  const outside = imports.filter(
    ({ from, to }) => to.startsWith('.') && relative(src, join(src, dirname(from), to)).startsWith('..'),
  );
  assert.deepEqual(outside, []);
});
