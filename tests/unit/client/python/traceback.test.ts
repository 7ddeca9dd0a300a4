import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineIn, readTraceback, type Piece, type Source } from '../../../../src/client/python/traceback.ts';

const NONE = new Map<string, string>();
const one = (source: string): Source[] => [{ id: 'one', source }];
const whole = (pieces: Piece[]): string => pieces.map(({ text }) => text).join('');
/** Places, as `block:line`. */
const places = (pieces: Piece[]): string[] =>
  pieces.flatMap((piece) => (piece.kind === 'place' ? [`${piece.block}:${piece.line}`] : []));
const texts = (pieces: Piece[], kind: Piece['kind']): string[] =>
  pieces.flatMap((piece) => (piece.kind === kind ? [piece.text] : []));

const HEADER = 'Traceback (most recent call last):';

const CHAIN_SOURCE = `def late():
    raise KeyError("b")


class Wrong(Exception):
    pass


try:
    late()
except KeyError as error:
    error.add_note("note: look at b")
    raise Wrong("first\\nsecond: line") from error
`;
const CHAIN = `${HEADER}
  File "main.py", line 10, in <module>
    late()
    ~~~~^^
  File "main.py", line 2, in late
    raise KeyError("b")
KeyError: 'b'
note: look at b

The above exception was the direct cause of the following exception:

${HEADER}
  File "main.py", line 13, in <module>
    raise Wrong("first\\nsecond: line") from error
Wrong: first
second: line
hint: see above
`;

test('a chain: each place, the marks, and the name of the last exception', () => {
  const pieces = readTraceback(CHAIN, one(CHAIN_SOURCE), NONE);
  assert.equal(whole(pieces), CHAIN.trimEnd());
  assert.deepEqual(places(pieces), ['one:10', 'one:2', 'one:13']);
  assert.deepEqual(texts(pieces, 'place').slice(0, 1), ['File "main.py", line 10']);
  assert.deepEqual(texts(pieces, 'marks'), ['    ~~~~^^\n']);
  assert.deepEqual(texts(pieces, 'name'), ['Wrong']);
  const at = pieces.findIndex(({ kind }) => kind === 'name');
  assert.equal(pieces[at + 1]?.text, ': first\n');
  assert.equal(lineIn(pieces, 'one'), 13);
  assert.equal(lineIn(pieces, 'two'), undefined);
});

const GROUP = `  + Exception Group Traceback (most recent call last):
  |   File "main.py", line 11, in <module>
  |     raise ExceptionGroup("two failed", errors)
  | ExceptionGroup: two failed (2 sub-exceptions)
  +-+---------------- 1 ----------------
    | Traceback (most recent call last):
    |   File "main.py", line 8, in <module>
    |     fetch(n)
    |     ~~~~~^^^
    |   File "main.py", line 2, in fetch
    |     raise ValueError(f"no {n}")
    | ValueError: no 1
    +------------------------------------
`;

test('a group of exceptions: places and marks stand behind its bars', () => {
  const pieces = readTraceback(GROUP, one(`\n    raise ValueError(f"no {n}")\n${'\n'.repeat(9)}`), NONE);
  assert.equal(whole(pieces), GROUP.trimEnd());
  assert.deepEqual(places(pieces), ['one:11', 'one:8', 'one:2']);
  assert.deepEqual(texts(pieces, 'marks'), ['    |     ~~~~~^^^\n']);
  assert.equal(pieces[1]?.text, '  |   ');
});

test('a quoted line in a group is known by its text, also when it begins with a bar itself', () => {
  const sources = [
    { id: 'first', source: 'x = (\n    1\n    | None\n)\n' },
    { id: 'second', source: 'x = 1\ny = 2\nz = 3\n' },
  ];
  const text = `  | ${HEADER}\n  |   File "main.py", line 3, in <module>\n  |     | None\n`;
  assert.deepEqual(places(readTraceback(text, sources, NONE)), ['first:3']);
});

test('a SyntaxError has no header', () => {
  const text = `  File "main.py", line 1
    total = (1 +
            ^
SyntaxError: '(' was never closed
`;
  const pieces = readTraceback(text, one('total = (1 +\nprint(total)\n'), NONE);
  assert.deepEqual(places(pieces), ['one:1']);
  assert.deepEqual(texts(pieces, 'marks'), ['            ^\n']);
  assert.deepEqual(texts(pieces, 'name'), ['SyntaxError']);
});

test('a place behind the last line, as Python gives it to what is missing there', () => {
  const text = `  File "main.py", line 2\nIndentationError: expected an indented block after 'if' statement on line 1\n`;
  assert.deepEqual(places(readTraceback(text, one('if True:\n'), NONE)), ['one:2']);
});

for (const [line, name] of [
  ['KeyboardInterrupt', 'KeyboardInterrupt'],
  ['json.decoder.JSONDecodeError: Expecting value: line 1', 'json.decoder.JSONDecodeError'],
  ['make.<locals>.Odd: from inside', 'make.<locals>.Odd'],
  ['Überlauf: zu viel', 'Überlauf'],
  ['_Private', '_Private'],
] as const)
  test(`an exception's name: ${name}`, () => {
    const text = `${HEADER}\n  File "main.py", line 1, in <module>\n    f()\n${line}\n`;
    assert.deepEqual(texts(readTraceback(text, one('f()\n'), NONE), 'name'), [name]);
  });

test('repeated calls are counted in a line that is no name', () => {
  const text = `${HEADER}
  File "main.py", line 2, in f
    return f(n + 1)
  [Previous line repeated 995 more times]
RecursionError: maximum recursion depth exceeded
`;
  const pieces = readTraceback(text, one('def f(n):\n    return f(n + 1)\n'), NONE);
  assert.deepEqual(texts(pieces, 'name'), ['RecursionError']);
});

test('frames of earlier programs: the latest one whose line reads so', () => {
  const sources = [
    { id: 'a', source: 'def half(n):\n    return 1 / n\n' },
    { id: 'b', source: 'x = 1\ny = 2\n' },
    { id: 'c', source: 'half(0)\nz = 2\n' },
  ];
  const text = `${HEADER}
  File "main.py", line 1, in <module>
    half(0)
    ~~~~^^^
  File "main.py", line 2, in half
    return 1 / n
           ~~^~~
ZeroDivisionError: division by zero
`;
  const pieces = readTraceback(text, sources, NONE);
  assert.deepEqual(places(pieces), ['c:1', 'a:2']);
  assert.equal(lineIn(pieces, 'c'), 1);
});

test('two programs with the same line: the latest', () => {
  const sources = ['a', 'b'].map((id) => ({ id, source: 'half(0)\n' }));
  const text = `${HEADER}\n  File "main.py", line 1, in <module>\n    half(0)\nValueError\n`;
  assert.deepEqual(places(readTraceback(text, sources, NONE)), ['b:1']);
});

test('a line that reads otherwise, or is not quoted, belongs to the latest program that has such a line', () => {
  const sources = [
    { id: 'long', source: 'a\nb\nc\nd\n' },
    { id: 'short', source: 'a\n' },
  ];
  const at = (line: number, quoted: string): string[] =>
    places(readTraceback(`  File "main.py", line ${line}, in f\n${quoted}`, sources, NONE));
  assert.deepEqual(at(1, '    other\n'), ['short:1']);
  assert.deepEqual(at(3, '    other\n'), ['long:3']);
  assert.deepEqual(at(4, ''), ['long:4']);
});

test('places that no program has are not linked', () => {
  const at = (line: string): string[] => places(readTraceback(`  File "main.py", line ${line}\n`, one('a\n'), NONE));
  for (const line of ['0', '7', '99999999999999999999', '-1']) assert.deepEqual(at(line), [], line);
  assert.deepEqual(places(readTraceback('  File "main.py", line 1\n', [], NONE)), []);
});

test('files of the page are linked by their path in the reader’s folder', () => {
  const files = new Map([
    ['bookings.py', 'file-1'],
    ['shop/prices.py', 'file-2'],
    ['queue.py', 'file-3'],
  ]);
  const at = (file: string): string[] =>
    places(readTraceback(`  File "${file}", line 5, in total\n    x\n`, one('a\n'), files));
  assert.deepEqual(at('/home/reader/bookings.py'), ['file-1:5']);
  assert.deepEqual(at('bookings.py'), ['file-1:5']);
  assert.deepEqual(at('/home/reader/shop/prices.py'), ['file-2:5']);
  for (const other of ['/home/reader/prices.py', '/lib/python314.zip/queue.py', '<string>', '/tmp/bookings.py'])
    assert.deepEqual(at(other), [], other);
});

test('a module of the standard library is no program of the page, though its file is called main.py', () => {
  const text = `  File "/lib/python314.zip/unittest/main.py", line 1, in run\n    x = 1\n`;
  assert.deepEqual(places(readTraceback(text, one('x = 1\n'), NONE)), []);
});

test('the solution of an exercise is a program, too', () => {
  const text = `${HEADER}\n  File "solution.py", line 2, in half\n    return 1 / n\nZeroDivisionError\n`;
  assert.deepEqual(places(readTraceback(text, one('def half(n):\n    return 1 / n\n'), NONE)), ['one:2']);
});

test('hostile text stays text, whole', () => {
  for (const text of [
    '',
    '\n',
    '<img src=x onerror=alert(1)>',
    `${HEADER}\n<b>: bold`,
    `${HEADER}\n  File "main.py", line 1, in <module>\n    x\nValueError: <script>\n  File "<script>", line 1\n~~~\n`,
    `${HEADER}\nValueError: ${HEADER}\n${HEADER}`,
    '  File "main.py", line 1" onclick="x", in f',
    `${' '.repeat(50_000)}${'|'.repeat(50_000)}!`,
    `${'~'.repeat(100_000)}!`,
    `${'a.'.repeat(50_000)}!`,
    '\u2028\u0000\ud800: x',
  ]) {
    const begun = performance.now();
    const pieces = readTraceback(text, one('x\n'), NONE);
    assert.ok(performance.now() - begun < 1000, text.slice(0, 40));
    assert.equal(whole(pieces), text.replace(/\n$/, ''));
    for (const piece of pieces) if (piece.kind === 'place') assert.match(piece.text, /^File "main\.py", line \d+$/);
  }
});
