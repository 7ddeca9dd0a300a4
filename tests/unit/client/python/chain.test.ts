import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stepOf, wayTo, type Held, type Program } from '../../../../src/client/python/chain.ts';

const program = (id: string, more: Partial<Program> = {}): Program => ({ id, source: `print("${id}")\n`, ...more });
const NOTHING: Held = { generation: -1, programs: [] };
const GENERATION = 3;

/** Ids of what runs, behind "anew" when everything is forgotten first. */
function way(page: Program[], target: number, held: Held = NOTHING, generation = GENERATION): string {
  const { begin, programs } = wayTo(page, target, held, generation);
  return [...(begin ? ['anew'] : []), ...programs.map(({ id }) => id)].join(' ');
}
const holding = (...programs: Program[]): Held => ({ generation: GENERATION, programs });

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => program(id)) as [Program, Program, Program, Program];
const page = [a, b, c, d];

test('the first program of a page begins anew, always', () => {
  assert.equal(way(page, 0), 'anew a');
  assert.equal(way(page, 0, holding(a)), 'anew a');
  assert.equal(way(page, 0, holding()), 'anew a');
});

test('a later program runs after all above it, and nothing below', () => {
  assert.equal(way(page, 2), 'anew a b c');
});

test('what is held is not run again', () => {
  assert.equal(way(page, 1, holding(a)), 'b');
  assert.equal(way(page, 3, holding(a, b, c)), 'd');
});

test('a program that has run, or one above it, begins anew: names of later programs are not there', () => {
  assert.equal(way(page, 2, holding(a, b, c)), 'anew a b c');
  assert.equal(way(page, 1, holding(a, b, c)), 'anew a b');
});

test('a gap in what is held, or another order, begins anew', () => {
  assert.equal(way(page, 3, holding(a, b)), 'anew a b c d');
  assert.equal(way(page, 2, holding(b, a)), 'anew a b c');
  assert.equal(way(page, 2, holding(a, c)), 'anew a b c');
});

test('an edit above begins anew, an edit of the program itself does not', () => {
  const edited = { ...b, source: 'print("edited")\n' };
  assert.equal(way([a, edited, c], 2, holding(a, b)), 'anew a b c');
  assert.equal(wayTo([a, edited, c], 2, holding(a, b), GENERATION).programs[1]?.source, 'print("edited")\n');
  assert.equal(way([a, edited, c], 1, holding(a)), 'b');
});

test('a new interpreter holds nothing', () => {
  assert.equal(way(page, 2, holding(a, b), GENERATION + 1), 'anew a b c');
});

test('a program that starts afresh needs nothing above, and those below begin with it', () => {
  const afresh = [a, program('f', { fresh: true }), c, d];
  assert.equal(way(afresh, 1, holding(a)), 'anew f');
  assert.equal(way(afresh, 3), 'anew f c d');
  assert.equal(way(afresh, 2, holding(afresh[1]!)), 'c');
  const twice = [...afresh, program('g', { fresh: true }), b];
  assert.equal(way(twice, 5), 'anew g b');
});

test('all files above are written, also for a program that starts afresh; those below are not', () => {
  const file = program('file', { path: 'shop.py', fresh: true });
  const late = program('late', { path: 'late.py' });
  const all = [a, file, program('f', { fresh: true }), c, late, d];
  assert.equal(way(all, 3), 'anew file f c');
  assert.equal(way(all, 2), 'anew file f');
  assert.equal(way(all, 2, holding(file)), 'f');
  assert.equal(way(all, 5, holding(file, all[2]!, c)), 'anew file f c late d');
  assert.equal(way(all, 5, holding(file, all[2]!, c, late)), 'd');
});

test('a file is never what begins a namespace, though its block is marked so', () => {
  assert.equal(way([a, program('file', { path: 'x.py', fresh: true }), c], 2), 'anew a file c');
});

test('an edited file begins anew', () => {
  const file = program('file', { path: 'shop.py' });
  assert.equal(way([file, a, b], 2, holding({ ...file, source: 'x = 1\n' }, a)), 'anew file a b');
});

test('a program that is not there is refused', () => {
  assert.throws(() => wayTo(page, 4, NOTHING, GENERATION), new RangeError('no program 4 among 4'));
  assert.throws(() => wayTo([], 0, NOTHING, GENERATION), RangeError);
  assert.throws(() => wayTo(page, -1, NOTHING, GENERATION), RangeError);
});

test('neither the page nor what is held is changed', () => {
  const held = holding(a);
  const before = structuredClone({ page, held });
  wayTo(page, 2, held, GENERATION);
  assert.deepEqual({ page, held }, before);
});

test('a program is a step that runs, a file one that is written', () => {
  assert.deepEqual(stepOf(a), { do: 'run', source: a.source });
  assert.deepEqual(stepOf({ ...a, fresh: true }), { do: 'run', source: a.source, fresh: true });
  assert.deepEqual(stepOf({ ...a, fresh: false }), { do: 'run', source: a.source });
  assert.deepEqual(stepOf({ ...a, fresh: true, path: 'shop.py' }), { do: 'write', source: a.source, path: 'shop.py' });
});
