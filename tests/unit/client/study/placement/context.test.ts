import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { contextOf, neededBy } from '../../../../../src/client/study/placement/context.ts';

/** The lines that a question gets from the programs before it. */
const lines = (before: string[], asked: string): string[] =>
  contextOf(before, asked).flatMap(({ program, from, to }) => before[program]!.split('\n').slice(from, to + 1));

test('a program that stands alone needs nothing', () => {
  assert.deepEqual(lines(['stock = 4\nprint(stock)'], 'rooms = [1, 2]\nprint(len(rooms))'), []);
  assert.deepEqual(lines([], 'print(1)'), []);
});

test('the statement that makes a name comes along, and what that one needs, and nothing else', () => {
  const before = ['import math\nfrom decimal import Decimal\n\nrate = Decimal(1)\nprint(rate)', 'other = 1'];
  assert.deepEqual(lines(before, 'print(rate * 2)'), ['from decimal import Decimal', 'rate = Decimal(1)']);
});

test('of two makers the later one counts, up to the question', () => {
  assert.deepEqual(lines(['stock = 1', 'stock = 2', 'stock = 3'], 'print(stock)'), ['stock = 3']);
});

test('definitions come whole, with their decorators and their inner blank lines', () => {
  const source = '@cache\ndef rate(kind):\n    size = 2\n\n    return size\n\n\nprint(rate(1))';
  assert.deepEqual(lines(['from functools import cache', source], 'rate(2)'), [
    'from functools import cache',
    '@cache',
    'def rate(kind):',
    '    size = 2',
    '',
    '    return size',
  ]);
});

test('what changes a thing in between comes along', () => {
  const before = ['stock = []\nprint(stock)', 'stock.append(1)', 'print(len(stock))', 'stock[0] = 2\nstock += [3]'];
  assert.deepEqual(lines(before, 'print(stock)'), ['stock = []', 'stock.append(1)', 'stock[0] = 2', 'stock += [3]']);
  const registered = ['def report(x):\n    pass', '@report.register\ndef _(x: int):\n    pass'];
  assert.equal(lines(registered, 'report(1)').length, 5);
});

test('names of a block that is open to the outside are seen', () => {
  const before = ['try:\n    size = 1\nexcept ValueError:\n    size = 2', 'for room in [1, 2]:\n    pass'];
  assert.deepEqual(lines(before, 'print(size)'), before[0]!.split('\n'));
  assert.deepEqual(lines(before, 'print(room)'), before[1]!.split('\n'));
});

for (const [what, source, needed] of [
  ['a name of its own', 'x = 1\nprint(x)', ['print']],
  ['the older value on the right side', 'x = x + 1', ['x']],
  ['attributes and names of arguments', 'a.b.c(key=d)', ['a', 'd']],
  ['variables of a comprehension', '[g for g in guests]', ['for', 'in', 'guests']],
  ['parameters, with their defaults', 'def f(a, file=sys.stdout):\n    a', ['def', 'sys']],
  ['parameters of a lambda', 'lambda a, b: a + b + c', ['lambda', 'c']],
  ['imports with other names', 'import a.b as c\nc', ['import', 'a', 'as']],
  ['an assignment within an expression', '(n := 1) + n', []],
] as const)
  test(`names needed: ${what}`, () => {
    assert.deepEqual([...neededBy(source)], needed);
  });

test('any text is read without an error, and what is found lies in its programs', () => {
  const text = fc
    .array(fc.constantFrom('a = 1', 'b', ' c = a', '@a', '', 'def a():', 'a[', ')', 'for a in b:'))
    .map((x) => x.join('\n'));
  fc.assert(
    fc.property(fc.array(text), text, (before, asked) => {
      for (const { program, from, to } of contextOf(before, asked)) {
        const source = before[program]!.split('\n');
        assert.ok(from <= to && to < source.length);
        assert.notEqual(source[from], '');
      }
    }),
  );
});
