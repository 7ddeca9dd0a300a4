import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesInStrings, moduleNames } from '../../../src/lib/python-names.ts';

const free = (source: string): string[] => [...moduleNames(source).free].sort();

test('names bound at the top of a module', () => {
  const source = [
    'import os.path, json as j',
    'from a import (b, c as d)',
    'x, (y, *z) = 1, (2, 3)',
    'n: int = 1',
    'for i, k in []: pass',
    'with open(x) as f: pass',
    'try: pass',
    'except ValueError as err: pass',
    'if (w := 1): pass',
    'async def g(): inner = 1',
    'class C: attr = 1',
    'def h():\n    global made\n    made = 1',
    'm.attr = n[0] = 1',
  ].join('\n');
  assert.deepEqual(
    [...moduleNames(source).bound].sort(),
    ['C', 'b', 'd', 'err', 'f', 'g', 'h', 'i', 'j', 'k', 'made', 'n', 'os', 'w', 'x', 'y', 'z'].sort(),
  );
});

test('parameters, locals and targets of a function are not free, wherever it binds them', () => {
  assert.deepEqual(free('def f(a, /, b=c, *d, e: T = 1, **g) -> R:\n    print(a, b, d, e, g, late)\n    late = 1\n'), [
    'R',
    'T',
    'c',
    'print',
  ]);
  assert.deepEqual(free('def f():\n    import time\n    x = lambda y, z=w: y + z + x\n    return time\n'), ['w']);
});

test('a name that one function binds is free in another', () => {
  assert.deepEqual(free('def a():\n    rate = 1\n    return rate\n\ndef b():\n    return rate\n'), ['rate']);
});

test('comprehensions bind their targets, also as the only argument of a call', () => {
  assert.deepEqual(free('[a for a, b in rows if b]\n{k: v for k, v in items}\ntotal(n for n in rows)\n'), [
    'items',
    'rows',
    'total',
  ]);
});

test('attributes, keywords of calls and decorators name no variables', () => {
  assert.deepEqual(free('shop.rate(tax=paid).due\n@app.route(path=1)\ndef f(): ...\n'), ['app', 'paid', 'shop']);
});

test('a class body is not seen by its methods', () => {
  assert.deepEqual(free('class C(Base, metaclass=M):\n    x = 1\n    y = x\n    def m(self): return x\n'), [
    'Base',
    'M',
    'x',
  ]);
});

test('patterns bind names', () => {
  assert.deepEqual(
    free(
      'match v:\n    case Point(x=0, y=yy) | [yy, *_] if yy: use(yy)\n    case {"k": a, **rest} as all: use(a, rest, all)\n',
    ),
    ['Point', 'use', 'v'],
  );
});

test('lines inside strings', () => {
  assert.deepEqual([...linesInStrings('a = """x\ny\nz"""\nb = f"""\n{a}"""\nc = "d"\n')], [1, 2, 4]);
});
