import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Grade, TestResult } from '../../../../src/shared/python-messages.ts';
import { settled } from './fake-worker.ts';
import { useElements, type FakeElement } from './fake-elements.ts';

useElements();
const { outcomeWords, showGrade, testTitle } = await import('../../../../src/client/python/results.ts');

const TEST: TestResult = {
  name: 'test_sum',
  title: 'adds up',
  status: 'passed',
  expression: null,
  operator: null,
  got: null,
  want: null,
  message: null,
  traceback: null,
  printed: '',
  ms: 1.26,
};
const GRADE: Grade = { status: 'failed', error: null, line: null, missing: [], printed: '', tests: [TEST] };
const HOSTILE = '<img src=x onerror=alert(1)> & "quotes"';

const show = (grade: Partial<Grade>): FakeElement[] => showGrade({ ...GRADE, ...grade }) as unknown as FakeElement[];
const showTest = (more: Partial<TestResult>): FakeElement => show({ tests: [{ ...TEST, ...more }] })[0]!.find('li')[0]!;
const texts = (element: FakeElement, tag: string): string[] => element.find(tag).map(({ text }) => text);

test('tests that pass show their titles and no more', () => {
  const shown = show({ status: 'passed', tests: [TEST, { ...TEST, title: 'of `sum` and `max`' }] });
  assert.deepEqual(
    shown.map(({ name }) => name),
    ['ol'],
  );
  const [first, second] = shown[0]!.find('li');
  assert.deepEqual([first?.className, first?.text], ['ok', 'adds uppassed']);
  assert.equal(first?.find('span')[0]?.attributes['title'], '1.3 ms');
  assert.deepEqual(texts(second!, 'code'), ['sum', 'max']);
});

test('a failure shows what was tested, expected and given', () => {
  const row = showTest({ status: 'failed', expression: 'add(1) == 1', operator: '==', want: '1', got: '2' });
  assert.equal(row.className, 'no');
  assert.deepEqual(texts(row, 'pre'), ['assert add(1) == 1']);
  assert.deepEqual(
    [texts(row, 'dt'), texts(row, 'dd')],
    [
      ['Expected', 'Your code gave'],
      ['1', '2'],
    ],
  );
  assert.equal(texts(row, 'span').at(-1), 'failed');
});

for (const [operator, words] of [
  ['is', 'Expected'],
  [null, 'Expected'],
  ['in', 'Expected something in'],
  ['!=', 'Expected something !='],
] as const)
  test(`what is expected with ${operator ?? 'no operator'}: ${words}`, () => {
    assert.deepEqual(texts(showTest({ status: 'failed', operator, want: '1' }), 'dt'), [words]);
  });

test('an empty value is a value', () => {
  const row = showTest({ status: 'failed', want: '', got: '' });
  assert.deepEqual(texts(row, 'dd'), ['', '']);
});

test('an error shows its traceback, and what it means once that is known', async () => {
  const traceback =
    'Traceback (most recent call last):\n  File "solution.py", line 2\nZeroDivisionError: division by zero\n';
  const row = showTest({ status: 'error', message: 'ZeroDivisionError: division by zero', traceback });
  assert.deepEqual(texts(row, 'pre'), [traceback.trimEnd()]);
  const explained = row.find('p').find(({ className }) => className === 'explained');
  while (explained?.text === '') await settled();
  const { explain } = await import('../../../../src/shared/explanations.ts');
  const known = explain('ZeroDivisionError: division by zero')?.text;
  assert.ok(known);
  assert.equal(explained?.text, known.replaceAll('`', ''));
});

test('a message without a traceback is shown by itself', () => {
  const row = showTest({ status: 'failed', message: 'no exception was raised' });
  assert.deepEqual(texts(row, 'p'), ['adds up', 'no exception was raised']);
});

test('a test that was not run says so, and why once for all', () => {
  const shown = show({
    missing: ['add', 'mean'],
    tests: [{ ...TEST, status: 'missing', message: 'your code does not define add' }],
  });
  assert.deepEqual(
    shown.map(({ text }) => text),
    ['Your code does not define add.', 'Your code does not define mean.', 'adds upnot run'],
  );
});

test('what was printed is folded, before the tests and in each', () => {
  const shown = show({ printed: 'loading\n', tests: [{ ...TEST, printed: 'in the test\n' }] });
  assert.deepEqual([shown[0]?.name, shown[0]?.text], ['details', 'Printed before the testsloading']);
  assert.equal(shown[1]?.find('details')[0]?.text, 'Printedin the test');
});

test('code that does not run shows the error and where it is, and no tests', () => {
  const shown = show({ status: 'broken', error: 'SyntaxError: invalid syntax', line: 3, tests: [], printed: 'x' });
  assert.equal(shown.length, 2);
  assert.deepEqual(
    [texts(shown[0]!, 'p')[0], texts(shown[0]!, 'pre')],
    ['Your code does not run, line 3:', ['SyntaxError: invalid syntax']],
  );
  assert.equal(texts(show({ status: 'broken', error: null, line: null })[0]!, 'p')[0], 'Your code does not run:');
});

test('text of a program is text, wherever it stands', () => {
  const fields = Object.fromEntries(
    ['title', 'expression', 'operator', 'want', 'got', 'printed'].map((key) => [key, HOSTILE]),
  );
  const rows = [
    showTest({ ...fields, status: 'failed', message: HOSTILE }),
    showTest({ ...fields, status: 'error', message: HOSTILE, traceback: HOSTILE }),
    ...show({ missing: [HOSTILE], printed: HOSTILE }),
    ...show({ status: 'broken', error: HOSTILE }),
  ];
  for (const row of rows) {
    assert.deepEqual(row.find('img'), []);
    assert.ok(row.text === '' || row.text.includes(HOSTILE) || row.name === 'ol');
  }
});

const TESTS = `import math

def helper(x):
    "not a test"

def test_one():
    "adds one"
    assert add(1) == 2

async def test_two(
    clock,
) -> None:
    r"""waits, and \\d says so"""

def test_bare():
    assert add(1) == 2

def test_after():
    "comes after a bare one"
`;
for (const [name, title] of [
  ['test_one', 'adds one'],
  ['test_two', 'waits, and \\d says so'],
  ['test_bare', 'test_bare'],
  ['test_after', 'comes after a bare one'],
  ['test_none', 'test_none'],
  ['', ''],
  ['test_(', 'test_('],
] as const)
  test(`the title of ${name === '' ? 'no test' : name} is ${title === name ? 'its name' : title}`, () => {
    assert.equal(testTitle(TESTS, name), title);
  });

test('why there is no grade', () => {
  const at = 'adds one';
  const words = (outcome: Parameters<typeof outcomeWords>[0], where = at): string => outcomeWords(outcome, where);
  assert.equal(words({ ended: 'stopped', why: 'reader' }), 'Stopped by you in the test “adds one”.');
  assert.equal(words({ ended: 'stopped', why: 'reader' }, ''), 'Stopped by you before the first test.');
  assert.equal(
    words({ ended: 'stopped', why: 'time' }),
    'Stopped at the limit of 10 seconds in the test “adds one”: a loop may never end.',
  );
  assert.equal(words({ ended: 'stopped', why: 'output' }), 'Stopped in the test “adds one”: it prints without end.');
  assert.match(
    words({ ended: 'crashed', detail: 'exit(3)' }),
    /^Python ended in the test “adds one”\. .*exit code 3\./,
  );
  assert.match(words({ ended: 'crashed', detail: 'RangeError: Maximum call stack size exceeded' }), /RecursionError/);
  assert.match(words({ ended: 'crashed', detail: 'memory access out of bounds' }), /\(memory access out of bounds\)/);
  assert.equal(
    words({ ended: 'unavailable', reason: 'no network' }),
    'Python could not be loaded: no network. Check tries again.',
  );
  assert.equal(words({ ended: 'flooded' }, ''), 'The tests did not finish before the first test.');
});

test('an error that comes in every test is shown once, and told for the others', () => {
  const traceback =
    'Traceback (most recent call last):\n  File "solution.py", line 2, in f\nNameError: name \'x\' is not defined';
  const error: TestResult = { ...TEST, status: 'error', message: "NameError: name 'x' is not defined", traceback };
  const [list] = show({ tests: [error, { ...error, title: 'again' }] });
  assert.deepEqual(texts(list!, 'pre'), [traceback]);
  assert.match(list!.find('li')[1]!.text, /The same error as above: NameError/);
});

test('an error in the test itself is explained, with what it asserts', async () => {
  const shown = showTest({
    status: 'error',
    expression: 'f().calls == 0',
    message: "AttributeError: 'function' object has no attribute 'calls'",
  });
  await settled();
  assert.deepEqual(texts(shown, 'pre'), ['assert f().calls == 0']);
  assert.ok(shown.find('p').some(({ className, text }) => className === 'explained' && text.length > 20));
});

test('a syntax error is explained though its line stands in front of it', async () => {
  const [problem] = show({
    status: 'broken',
    line: 1,
    error: 'File "solution.py", line 1\n    def f()\n           ^\nSyntaxError: expected \':\'',
  });
  await settled();
  assert.ok(problem!.find('p').some(({ className, text }) => className === 'explained' && text.length > 20));
});
