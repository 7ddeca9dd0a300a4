import type { Table } from './entry.ts';

/** The course of a program: recursion, iteration, generators, context managers, groups of exceptions. */
export const running: Table = {
  RecursionError: [
    {
      id: 'recursion',
      text: 'Functions called each other, or themselves, more deeply than Python allows. Check that every path reaches a case that does not call again, and that a `__getattr__` or a property does not ask for itself.',
    },
  ],
  RuntimeError: [
    {
      id: 'generator-raised-stop',
      message: /^(?:async )?generator raised StopIteration/,
      text: 'A `next()` inside the generator found nothing more, and its `StopIteration` must not leave a generator. Pass a default, `next(items, None)`, or catch `StopIteration` and `return`.',
    },
    {
      id: 'coroutine-raised-stop',
      message: /^coroutine raised StopIteration/,
      text: 'A `next()` inside the coroutine found nothing more, and its `StopIteration` must not leave a coroutine. Pass a default, `next(items, None)`, or catch `StopIteration`.',
    },
    {
      id: 'changed-size',
      message: /^(?<type>dictionary|Set|OrderedDict) (?:changed size|mutated) during iteration/,
      text: 'The loop adds to or removes from the collection that it goes through. Go through a copy instead, `for item in list(items):`, or build a new collection.',
    },
    {
      id: 'changed-keys',
      message: /^dictionary keys changed during iteration/,
      text: 'The loop replaces keys of the dictionary that it goes through. Go through a copy instead, `for key in list(stock):`, or build a new dictionary.',
    },
    {
      id: 'changed-deque',
      message: /^deque mutated during iteration/,
      text: 'The loop changes the deque that it goes through. Go through a copy, `for item in list(queue):`, or take items out with `while queue:` and `popleft()`.',
    },
    {
      id: 'context-manager-no-yield',
      message: /^generator didn't yield/,
      text: 'A function with `@contextmanager` must reach its `yield` exactly once; this one ended before. Check `return` and conditions in front of the `yield`.',
    },
    {
      id: 'context-manager-two-yields',
      message: /^generator didn't stop/,
      text: 'A function with `@contextmanager` must reach its `yield` exactly once; this one reached a second. Check for a `yield` in a loop or in an `except` clause.',
    },
    {
      id: 'generator-ignored-exit',
      message: /^(?:async )?generator ignored GeneratorExit/,
      text: 'The generator was closed and yielded again instead of ending. Do not catch `GeneratorExit`, or a bare `except:`, around a `yield` in a loop; catch `Exception`, and clean up in `finally`.',
    },
    {
      id: 'super-outside-method',
      message: /^super\(\): (?:no arguments|__class__ cell not found)/,
      text: '`super()` without arguments works only in a method written inside a `class` statement, in a function that has `self` or `cls`. Move the function into the class, or name both: `super(Account, self)`.',
    },
    {
      id: 'raise-nothing',
      message: /^No active exception to reraise/,
      text: 'A bare `raise` raises the exception that is being handled once more, and none is. Use it inside an `except` clause, or name the exception to raise.',
    },
  ],
  StopIteration: [
    {
      id: 'stop-iteration',
      text: '`next` was called on an iterator that has no more values. A `for` loop stops by itself at the end; with `next`, pass a default, `next(items, None)`, or catch `StopIteration`.',
    },
  ],
  StopAsyncIteration: [
    {
      id: 'stop-async-iteration',
      text: '`anext` was called on an asynchronous iterator that has no more values. An `async for` loop stops by itself at the end; with `anext`, pass a default.',
    },
  ],
  AssertionError: [
    {
      id: 'assertion',
      message: /^$/,
      text: 'The condition behind `assert` was false: something that the program takes for granted does not hold here. Print the values in the condition, or add them as a message behind a comma.',
    },
    {
      id: 'assert-never',
      message: /^Expected code to be unreachable, but got: (?<value>.+)$/,
      text: 'The value `$<value>` reached a branch marked by `assert_never`, which no value should reach. Add a case for it, or find out why it is possible.',
    },
  ],
  NotImplementedError: [
    {
      id: 'not-implemented',
      text: 'The code that was called raises this on purpose: it is left for a subclass, or for later, or it does not exist on this platform. The last lines of the traceback show where; override the method if it is one.',
    },
  ],
  MemoryError: [
    {
      id: 'memory',
      text: 'There is not enough memory for the object that the program asked for. Check the sizes, and work piece by piece, for instance with a generator, instead of holding everything at once.',
    },
  ],
  KeyboardInterrupt: [
    {
      id: 'interrupted',
      text: 'The program was interrupted, by you or by a time limit. If it did not end by itself, look for a loop whose condition never becomes false.',
    },
  ],
  BufferError: [
    {
      id: 'buffer-exported',
      message: /^Existing exports of data/,
      text: 'A `memoryview` still looks at these bytes, so their size cannot change. Release it first: `with memoryview(data) as view:` does so at the end of the block.',
    },
  ],
  ReferenceError: [
    {
      id: 'weak-reference-dead',
      text: 'The object behind the weak proxy is gone, because nothing else referred to it any more. Keep an ordinary reference for as long as the object is needed.',
    },
  ],
  ExceptionGroup: [
    {
      id: 'task-group-errors',
      message: /^unhandled errors in a TaskGroup \((?<count>\d+) sub-exceptions?\)/,
      text: 'Tasks of a `TaskGroup` failed ($<count> in all), and the group has canceled those that still ran. The traceback shows each error in a numbered part of its own. Handle errors inside the tasks, or with `except*` around the group.',
    },
    {
      id: 'exception-group',
      message: /\((?<count>\d+) sub-exceptions?\)$/,
      text: 'An exception group reports several errors at once, here $<count>. The traceback shows each one in a numbered part of its own; `except*` handles those of one type.',
    },
  ],
};
