/** The tracer: what it records on each Python, that all record the same, and that no program escapes it. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { parseTrace, replay, type Trace } from '../../src/shared/trace.ts';
import { eventText, valueText } from '../../src/shared/trace-words.ts';
import { Browser } from './examples/browser.ts';
import { runSteps } from './examples/cpython.ts';
import type { Step } from './examples/plan.ts';
import type { Result } from './examples/results.ts';
import { provision } from './interpreters.ts';

const interpreters = provision();
const browser = new Browser();
after(() => browser.close());

interface Recorded {
  trace: Trace;
  last: Result;
  results: Result[];
}

/** Runs blocks, the last one traced, on all Pythons, which must record the same. */
async function record(...blocks: string[]): Promise<Recorded> {
  const steps = blocks.map((source, index): Step => ({
    do: 'run',
    source: `${source}\n`,
    ...(index === blocks.length - 1 ? { trace: true } : {}),
  }));
  const all = await Promise.all([
    browser.runSteps(steps),
    runSteps(interpreters.previous, steps),
    runSteps(interpreters.current, steps),
  ]);
  const traces = all.map((results) => parseTrace(results.at(-1)!.trace));
  assert.deepEqual(traces[1], traces[0], 'CPython of the browser’s version records something else');
  assert.deepEqual(traces[2], traces[0], 'the current CPython records something else');
  return { trace: traces[0]!, last: all[0].at(-1)!, results: all[0] };
}

/** The names of the program at the end, with their values in words. */
function namesAtEnd(trace: Trace): Record<string, string> {
  const { frames, objects } = replay(trace).at(-1)!;
  return Object.fromEntries(frames[0]!.names.map(([name, value]) => [name, valueText(value, objects)]));
}

test('values of all kinds look the same on every Python', async () => {
  const { trace } = await record(
    `import json
from collections import Counter, defaultdict, deque, namedtuple
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import partial


class Color(Enum):
    RED = 1


@dataclass
class Point:
    x: int
    tags: list


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a = 1


Pair = namedtuple("Pair", "left right")
point = Point(1, ["near"])
method = point.__eq__
slotted = Slotted()
pair = Pair(1, (2,))
color = Color.RED
price = Decimal("1.10")
numbers = {3, 1, 2}
words = {"pear", "fig"}
mixed = frozenset({(1, 2)})
counts = Counter("aab")
groups = defaultdict(list, a=[1])
queue = deque([1, 2], maxlen=3)
double = partial(pow, exp=2)
text = "a" * 100
big = 10**5000
many = list(range(60))
builtin = len
lower = str.lower
steps = range(3)
nothing = ...
error = ValueError("bad", 3)
loop = []
loop.append(loop)`,
  );
  const names = namesAtEnd(trace);
  assert.equal(names['json'], undefined, 'modules are left out');
  assert.equal(names['Counter'], undefined, 'imported names are left out');
  assert.deepEqual(
    [names['point'], names['slotted'], names['pair'], names['color'], names['price']],
    ["Point(x=1, tags=['near'])", 'Slotted(a=1)', 'Pair(left=1, right=(2,))', 'Color.RED', "Decimal('1.10')"],
  );
  assert.deepEqual(
    [names['numbers'], names['words'], names['counts'], names['groups'], names['queue']],
    ['{1, 2, 3}', "{'fig', 'pear'}", "Counter({'a': 2, 'b': 1})", "defaultdict({'a': [1]})", 'deque([1, 2])'],
  );
  assert.match(names['text']!, /^'a{70}…$/);
  assert.equal(names['big'], 'int of 16610 bits');
  assert.equal(names['loop'], '[[…]]');
  const many = [...replay(trace).at(-1)!.objects.values()].find(({ m }) => m !== undefined)!;
  assert.deepEqual([many.v.length, many.m], [40, 20]);
});

test('only this block is stepped through, and only its names are shown', async () => {
  const { trace } = await record(
    'import json\nhidden = 1\ncalls = []\n\n\ndef twice(x):\n    calls.append(x)\n    return x * 2\n\n\nresult = "old"',
    'result = twice(len(calls))',
  );
  const states = replay(trace);
  assert.deepEqual(
    states.map(({ event, frames }) => [event, frames.length]),
    [
      ['l', 1],
      ['r', 1],
    ],
  );
  assert.deepEqual(
    states.map(({ frames }) => frames[0]!.names.map(([name]) => name)),
    [
      ['calls', 'twice'],
      ['calls', 'twice', 'result'],
    ],
  );
});

test('a name that the block reads before it binds it anew is shown from the start', async () => {
  const { trace } = await record('total = 1', 'total += 1');
  assert.deepEqual(replay(trace)[0]!.frames[0]!.names, [['total', '1']]);
});

test('looking at objects calls no code of the program', async () => {
  const { trace, last } = await record(
    `class Meta(type):
    def __getattribute__(cls, name):
        print("asked the class for", name)
        return super().__getattribute__(name)


class Evil:
    def __repr__(self):
        raise SystemExit

    @property
    def __class__(self):
        print("asked for the class")
        return int

    def __getattribute__(self, name):
        print("asked for", name)
        raise KeyError(name)

    def __eq__(self, other):
        print("compared")
        return True

    def __hash__(self):
        return 1


class Calm(metaclass=Meta):
    pass


class Loud(Exception):
    def __str__(self):
        print("asked for words")
        return "loud"


evil = [Evil(), {Evil()}]
calm = Calm()
try:
    raise Loud
except Loud as error:
    held = error`,
  );
  assert.equal(last.output, '');
  assert.match(namesAtEnd(trace)['evil']!, /Evil\(\)/);
});

test('what is freed in a plain run is freed in a recorded one', async () => {
  const program = `import weakref


class Room:
    def __del__(self):
        print("freed")


def visit():
    room = Room()
    seen = [room]
    return len(seen)


visit()
room = Room()
ref = weakref.ref(room)
room = None
print(ref())`;
  const { last } = await record(program);
  const [plain] = await browser.runSteps([{ do: 'run', source: program }]);
  assert.equal(last.output, plain!.output);
  assert.equal(plain!.output, 'freed\nfreed\nNone');
});

test('generators go on in their frame, and exceptions that leave a frame return nothing', async () => {
  const { trace } = await record(
    `def halves(n):
    while n > 1:
        n = n // 2
        yield n


def fail():
    raise KeyError("gone")


first, *_ = halves(4)
try:
    fail()
except KeyError:
    pass`,
  );
  const texts = replay(trace)
    .filter(({ event }) => event !== 'l')
    .map((state) => eventText(state));
  assert.deepEqual(texts, [
    'halves begins',
    'halves yields 2',
    'halves goes on after its yield',
    'halves yields 1',
    'halves goes on after its yield',
    'halves returns None',
    'fail begins',
    "raises KeyError: 'gone'",
    "raises KeyError: 'gone'",
    'the program ends',
  ]);
});

test('what is printed is counted as the page counts it', async () => {
  const { trace } = await record('import sys\nprint("a😀")\nprint("é", file=sys.stderr)\nprint("end")');
  assert.deepEqual(trace.out, [
    ['out', 'a😀\n'],
    ['err', 'é\n'],
    ['out', 'end\n'],
  ]);
  assert.deepEqual(
    replay(trace).map(({ printed }) => printed),
    [0, 0, 4, 6, 10],
  );
});

test('a program that fails to compile or to run has a recording with its error', async () => {
  const unreadable = await record('x = = 1');
  assert.deepEqual([unreadable.trace.steps, unreadable.last.ended], [[], 'raised']);
  assert.match(unreadable.trace.error!, /SyntaxError: invalid syntax$/);
  const failing = await record('x = 1\nx / 0');
  assert.deepEqual(
    [failing.trace.error, failing.last.name],
    ['ZeroDivisionError: division by zero', 'ZeroDivisionError'],
  );
  const flooding = await record('print("x" * 200_000)');
  assert.deepEqual([flooding.trace.more, flooding.last.ended], ['output', 'flooded']);
});

const ENDLESS: Record<string, [string, Trace['more']]> = {
  'a loop': ['n = 0\nwhile True:\n    n += 1', 'steps'],
  'a loop that catches everything': [
    'while True:\n    try:\n        n = 1\n    except BaseException:\n        continue',
    'steps',
  ],
  'a loop that suppresses everything': [
    'from contextlib import suppress\n\nwhile True:\n    with suppress(BaseException):\n        while True:\n            n = 1',
    'steps',
  ],
  'calls that call again when they fail': [
    'def f():\n    try:\n        f()\n    except BaseException:\n        f()\n    finally:\n        f()\n\n\nf()',
    'steps',
  ],
  'a list that grows': ['kept = []\nwhile True:\n    kept.append((1, kept))', 'steps'],
  'a chain that grows': ['chain = ()\nwhile True:\n    chain = (1, chain)', 'objects'],
};
for (const [name, [program, more]] of Object.entries(ENDLESS))
  test(`it ends: ${name}`, async () => {
    const { trace, last } = await record(program);
    assert.deepEqual([trace.more, last.ended], [more, 'cut']);
    assert.ok(trace.steps.length <= 1000);
    const [clean] = await browser.runSteps([{ do: 'run', source: 'import sys\nprint(sys.gettrace())' }]);
    assert.equal(clean!.output, 'None');
  });
