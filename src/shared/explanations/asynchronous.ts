import type { Entry, Table } from './entry.ts';

const awaitForgotten: Entry = {
  id: 'await-forgotten',
  message:
    /^(?:'coroutine' object (?:is not|does not|doesn't)|cannot unpack non-iterable coroutine|unsupported operand type\(s\) for .+'coroutine'|object of type 'coroutine' has no len|Object of type coroutine is not JSON)|not supported between instances of .*'coroutine'/,
  text: 'One of the values is a coroutine: calling an `async def` function runs none of its code yet. Write `await` before the call, inside another `async def`, to get the result.',
};

const queueEmpty: Entry = {
  id: 'queue-empty',
  text: 'The queue holds nothing at this moment, and the call was told not to wait any longer. Use `get()` to wait for an item, or catch the exception where an empty queue is a normal case.',
};

const queueFull: Entry = {
  id: 'queue-full',
  text: 'The queue holds as many items as its `maxsize` allows, and the call was told not to wait any longer. Use `put()` to wait for room, and check that somebody takes items out.',
};

const queueShutDown: Entry = {
  id: 'queue-shut-down',
  text: '`shutdown` has been called on this queue: it takes no more items, and gives none once it is empty. For a consumer this is the signal to stop.',
};

/** `async` and `await`, asyncio, threads and the queues between them. */
export const asynchronous: Table = {
  TypeError: [
    awaitForgotten,
    {
      id: 'async-generator-use',
      message: /^'async_generator' object (?:can't be awaited|is not iterable)/,
      text: 'An async generator hands its values to `async for`, inside an `async def` function. Neither `await` nor a plain `for` can take them.',
    },
    {
      id: 'await-of-other',
      message: /^'(?<type>[^']+)' object can't be awaited/,
      text: '`await` needs a coroutine, a task or another awaitable, and got a value of type `$<type>`. Call an `async def` function with parentheses; the result of an ordinary function needs no `await`.',
    },
    {
      id: 'async-with-needed',
      message: /Did you mean to use 'async with'\?/,
      text: 'This object is entered and left with `await`. Write `async with` instead of `with`, inside an `async def` function.',
    },
    {
      id: 'with-needed',
      message: /Did you mean to use 'with'\?/,
      text: 'This object is an ordinary context manager, not an asynchronous one. Write `with` instead of `async with`.',
    },
    {
      id: 'async-for-of-other',
      message: /^'async for' requires an object with __aiter__ method, got (?<type>\S+)/,
      text: '`async for` needs an asynchronous iterable, such as an async generator, and got a value of type `$<type>`. Use a plain `for` for it.',
    },
    {
      id: 'coroutine-expected',
      message: /^(?:An asyncio\.Future, a coroutine or an awaitable is required|a coroutine was expected, got )/,
      text: 'asyncio was given something that is not awaitable. Pass what the call of an `async def` function gives, `main()`, not the function `main` itself; an ordinary function has to become `async def`.',
    },
    {
      id: 'asyncio-wait-for-coroutines',
      message: /^Passing coroutines is forbidden, use tasks explicitly/,
      text: '`asyncio.wait` takes tasks, not coroutines. Create each one with `asyncio.create_task(...)`, or use a `TaskGroup`, which waits for its tasks by itself.',
    },
    {
      id: 'generator-first-send',
      message: /^can't send non-None value to a just-started (?:async )?generator/,
      text: 'A new generator stands before its first line, so no `yield` is there to receive a value. Advance it to its first `yield` with `next(...)`, then call `send`.',
    },
  ],
  RuntimeError: [
    {
      id: 'asyncio-run-inside-loop',
      message: /^asyncio\.run\(\) cannot be called from a running event loop/,
      text: '`asyncio.run` starts an event loop, and one is running already. Inside an `async def` function, use `await` for the coroutine instead.',
    },
    {
      id: 'asyncio-loop-is-running',
      message: /^This event loop is already running/,
      text: 'A running event loop cannot be run again from code that runs in it. Inside an `async def` function, use `await` for the coroutine instead.',
    },
    {
      id: 'asyncio-no-running-loop',
      message: /^no running event loop/,
      text: 'This asyncio function works only while an event loop runs. Move the call into an `async def` function, and start that one with `asyncio.run(main())`.',
    },
    {
      id: 'asyncio-no-current-loop',
      message: /^There is no current event loop in thread/,
      text: 'No event loop exists at this point, and since Python 3.14 none is created on demand. Move the code into an `async def` function, and start that one with `asyncio.run(main())`.',
    },
    {
      id: 'asyncio-loop-closed',
      message: /^Event loop is closed/,
      text: 'The event loop has ended, so it can run nothing more. `asyncio.run` closes its loop at the end: do all the asynchronous work inside one call of it.',
    },
    {
      id: 'asyncio-other-loop',
      message: /is bound to a different event loop/,
      text: 'A lock, queue or event of asyncio belongs to the event loop that first waited on it, and each `asyncio.run` makes a new loop. Create the object inside the coroutine that `asyncio.run` starts.',
    },
    {
      id: 'coroutine-reused',
      message: /^cannot reuse already awaited coroutine/,
      text: 'A coroutine runs once, and this one has ended. Call the `async def` function again for a new one, or make a task of it, whose result can be awaited many times.',
    },
    {
      id: 'coroutine-awaited-already',
      message: /^coroutine is being awaited already/,
      text: 'Another piece of code is waiting for this coroutine already. Make a task of it with `asyncio.create_task(...)`; any number of places can await a task.',
    },
    {
      id: 'task-group-finished',
      message: /^TaskGroup .* is (?:finished|shutting down)/,
      text: 'The `async with` block of this task group is over, or being left after an error, so it takes no new tasks. Call `create_task` inside the block.',
    },
    {
      id: 'thread-in-browser',
      message: /^can't start new thread/,
      text: 'No new thread could be started. In the browser, Python has only the one it runs in: use asyncio here, or run the program on your computer.',
    },
    {
      id: 'thread-started-twice',
      message: /^threads can only be started once/,
      text: 'A `Thread` object stands for a single run. Create a new one for every run, or give repeated work to a `ThreadPoolExecutor`.',
    },
    {
      id: 'thread-not-started',
      message: /^cannot join thread before it is started/,
      text: '`join` waits for a thread to end, and this one has not begun. Call `start()` first.',
    },
    {
      id: 'lock-not-held',
      message: /^(?:release unlocked lock|cannot release un-acquired lock|Lock is not acquired)/,
      text: 'The lock is released without being held. Use `with lock:` (`async with` for a lock of asyncio), which acquires and releases it in pairs.',
    },
    {
      id: 'condition-not-held',
      message: /^cannot (?:notify|wait) on un-acquired lock/,
      text: 'A condition can be waited for and notified only while its lock is held. Put the call inside `with condition:`.',
    },
    {
      id: 'executor-shut-down',
      message: /^cannot schedule new futures after (?:shutdown|interpreter shutdown)/,
      text: 'The executor has been shut down, which the end of its `with` block does, so it takes no more work. Call `submit` inside the block.',
    },
  ],
  ValueError: [
    {
      id: 'generator-running',
      message: /^generator already executing/,
      text: 'The generator is asked for a value while it is computing one: it advances itself, or two threads use it. Create a second generator, or guard it with a lock.',
    },
    {
      id: 'asyncio-wait-for-nothing',
      message: /^Set of Tasks\/Futures is empty/,
      text: '`asyncio.wait` was given no tasks. Skip the call when there is nothing to wait for.',
    },
  ],
  'browser.Deadlock': [
    {
      id: 'deadlock',
      text: 'Every task waits for something that cannot happen any more, so the program would never end. Look for an event that nobody sets, a queue that nobody fills, or a lock that is never released.',
    },
  ],
  'asyncio.exceptions.InvalidStateError': [
    {
      id: 'future-not-done',
      message: /^(?:Result|Exception) is not set/,
      text: 'The task or future is not done yet, so it has no result. Wait for it with `await`, which gives the result.',
    },
    {
      id: 'future-done',
      text: 'A future receives its result or exception once, and this one has it already. Test `future.done()` before you set it.',
    },
  ],
  'asyncio.exceptions.CancelledError': [
    {
      id: 'task-canceled',
      text: 'The task was canceled while something waited for it. Catch this exception only to clean up, and raise it again, so that the cancellation takes effect.',
    },
  ],
  TimeoutError: [
    {
      id: 'timeout',
      message: /^$/,
      text: 'The time limit passed before the operation was done; `asyncio.timeout` and `asyncio.wait_for` cancel what they give up. Allow more time, or handle the delay with `except TimeoutError`.',
    },
  ],
  '_queue.Empty': [queueEmpty],
  'queue.Empty': [queueEmpty],
  'asyncio.queues.QueueEmpty': [queueEmpty],
  'queue.Full': [queueFull],
  'asyncio.queues.QueueFull': [queueFull],
  'queue.ShutDown': [queueShutDown],
  'asyncio.queues.QueueShutDown': [queueShutDown],
};
