import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LinkTargets } from '../../../src/code-blocks/links.ts';
import { plainMarkdown } from '../../../src/lib/plain-markdown.ts';

const none = new Set<string>();
const targets: LinkTargets = {
  lessons: new Map([
    ['a/b', true],
    ['a/c', false],
  ]),
  topics: none,
  exercises: none,
  cheatsheets: none,
  references: none,
  projects: none,
};
const plain = (source: string): string =>
  plainMarkdown(`---\ntitle: x\n---\n${source}`, 'Title', targets, (path) => `https://example.org${path}`);

test('components become Markdown, ids and words of the site go', () => {
  const text = plain(
    '## Cells {#cells}\n\n<Pitfall>\n\nDo not.\n\n</Pitfall>\n\n```python title="x.py" {1}\nx = "<Note>"\n```\n',
  );
  assert.equal(text, '# Title\n\n## Cells\n\n**Pitfall.**\n\nDo not.\n\n```python\nx = "<Note>"\n```\n');
});

test('links have addresses, or are text while the page is in preparation', () => {
  assert.match(plain('[b](lesson:a/b#x) and [c](lesson:a/c)'), /\[b\]\(https:\/\/example\.org\/a\/b\/#x\) and c\n/);
});

test('a drawing says what it shows', () => {
  assert.match(
    plain('<Diagram title="Two names" desc="Both point at one list.">\n<svg><text>x</text></svg>\n</Diagram>'),
    /\*Drawing: Two names\.\* Both point at one list\./,
  );
});
