/** Programs to step through without a recording, with the wrong one, or in the wrong place. */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { tracedFences } from '../../../src/code-blocks/recordings.ts';
import { checkContent } from '../../../src/content-check/index.ts';
import { formatProblems } from '../../../src/content-check/problem.ts';

const FIXTURE = new URL('../../fixtures/content-check/', import.meta.url).pathname;
const LESSON = 'content/lessons/functions/closures.mdx';
const EXERCISE = 'content/exercises/functions/make-counter.mdx';
const RECORDINGS = 'content/traces/functions/closures.json';
const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A copy of the small whole site. */
class Site {
  readonly root = mkdtempSync(join(tmpdir(), 'trace-rules-'));

  constructor() {
    folders.push(this.root);
    cpSync(FIXTURE, this.root, { recursive: true });
  }

  read(file: string): string {
    return readFileSync(join(this.root, file), 'utf8');
  }

  write(file: string, text: string): this {
    mkdirSync(dirname(join(this.root, file)), { recursive: true });
    writeFileSync(join(this.root, file), text);
    return this;
  }

  /** Adds a program to the end of the lesson. */
  program(words: string, code: string): this {
    return this.write(LESSON, `${this.read(LESSON)}\n\`\`\`python ${words}\n${code}\n\`\`\`\n`);
  }

  /** Writes a recording for each traced program of the lesson. */
  recorded(change: (recording: { hash: string; trace: unknown }) => unknown = (recording) => recording): this {
    const trace = { v: 1, out: [], error: null, more: null, steps: [] };
    const entries = tracedFences(this.read(LESSON)).map(({ id, hash }) => [id, change({ hash, trace })]);
    return this.write(RECORDINGS, JSON.stringify(Object.fromEntries(entries)));
  }

  problems(): string {
    return formatProblems(checkContent(this.root, {}).problems);
  }
}

test('a traced program with its recording is whole', () => {
  assert.equal(new Site().program('trace', 'x = "a; b"  # not; a; statement').recorded().problems(), '');
});

test('a recording is missing', () => {
  assert.match(
    new Site().program('trace', 'x = 1').problems(),
    /^content\/lessons\/functions\/closures\.mdx:\d+: expected a recording of "code-[\w-]+" in content\/traces\/functions\/closures\.json, found none: run "npm run examples -- functions\/closures --update"$/,
  );
});

test('a recording is of another program', () => {
  const site = new Site().program('trace', 'x = 1').recorded();
  site.write(LESSON, site.read(LESSON).replace('x = 1', 'x = 2'));
  assert.match(site.problems(), /closures\.mdx:\d+: the recording of "code-[\w-]+" is of another program: run/);
});

test('a recording cannot be read', () => {
  const site = new Site().program('trace', 'x = 1').recorded(({ hash }) => ({ hash, trace: { v: 2 } }));
  assert.match(site.problems(), /cannot be read: trace\.v: expected the version 1, found 2$/);
  assert.match(site.write(RECORDINGS, '{').problems(), /^content\/traces\/functions\/closures\.json:1: expected JSON/m);
});

test('a recording is left of a program that is gone', () => {
  const site = new Site().program('trace', 'x = 1').recorded();
  site.write(LESSON, site.read(LESSON).replace('python trace', 'python'));
  assert.match(site.problems(), /^content\/traces\/functions\/closures\.json:1: expected a "trace" fence with the id/);
  assert.match(
    new Site().write('content/traces/functions/gone.json', '{}').problems(),
    /^content\/traces\/functions\/gone\.json:1: expected the lesson content\/lessons\/functions\/gone\.mdx/,
  );
});

test('a traced program does not run in the page, or has two statements on a line', () => {
  assert.match(
    new Site().program('trace runtime=cpython', 'x = 1').recorded().problems(),
    /closures\.mdx:\d+: expected "trace" behind a program that runs in the page/,
  );
  const site = new Site().program('trace', 'x = 1\ny = 2; z = 3').recorded();
  const line = site.read(LESSON).split('\n').indexOf('y = 2; z = 3') + 1;
  assert.equal(site.problems(), `${LESSON}:${line}: a traced program has one statement a line, found ";"`);
});

test('only lessons have programs to step through', () => {
  const site = new Site();
  site.write(
    EXERCISE,
    site.read(EXERCISE).replace('```python starter', '```python trace\nx = 1\n```\n\n```python starter'),
  );
  assert.match(site.problems(), /make-counter\.mdx:\d+: expected "trace" in a lesson only, found it here/);
});
