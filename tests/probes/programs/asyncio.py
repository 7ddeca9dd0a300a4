# %% asyncio-run
import asyncio


async def main():
    await asyncio.sleep(0.01)
    return "done"


print(asyncio.run(main()))

# %% asyncio-runner
import asyncio


async def name():
    return asyncio.current_task().get_name().startswith("Task-")


with asyncio.Runner() as runner:
    print(runner.run(name()), runner.run(asyncio.sleep(0, "second")))
    print(type(runner.get_loop()).__mro__[-3:-1] != (), runner.get_loop().is_running())
try:
    runner.run(name())
except RuntimeError as error:
    print(error)

# %% asyncio-task-group
import asyncio


async def work(n):
    await asyncio.sleep(0.01 * (3 - n))
    print("worked", n)
    return n


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(work(n)) for n in range(3)]
    print([task.result() for task in tasks])


asyncio.run(main())

# %% asyncio-task-group-error
import asyncio


async def fail():
    raise ValueError("broken")


async def wait():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("cancelled")
        raise


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(wait())
        group.create_task(fail())


asyncio.run(main())

# %% asyncio-timeout
import asyncio


async def main():
    try:
        async with asyncio.timeout(0.01) as limit:
            await asyncio.sleep(5)
    except TimeoutError:
        print("too slow", limit.expired())
    await asyncio.wait_for(asyncio.sleep(5), 0.01)


asyncio.run(main())

# %% asyncio-gather
import asyncio


async def work(n):
    await asyncio.sleep(0)
    if n == 1:
        raise ValueError(n)
    return n


async def main():
    print(await asyncio.gather(work(0), work(1), work(2), return_exceptions=True))
    await asyncio.gather(work(0), work(1))


asyncio.run(main())

# %% asyncio-wait
import asyncio


async def main():
    tasks = {asyncio.create_task(asyncio.sleep(n / 20, n), name=f"t{n}") for n in range(3)}
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(sorted(task.get_name() for task in done), sorted(t.get_name() for t in pending))
    async for task in asyncio.as_completed(pending):
        print(await task)


asyncio.run(main())

# %% asyncio-queue
import asyncio


async def produce(queue):
    for n in range(3):
        await queue.put(n)
    queue.shutdown()


async def consume(queue):
    while True:
        try:
            print("got", await queue.get(), queue.qsize())
        except asyncio.QueueShutDown:
            return "shut down"


async def main():
    queue = asyncio.Queue(maxsize=1)
    print(await asyncio.gather(produce(queue), consume(queue)))


asyncio.run(main())

# %% asyncio-semaphore
import asyncio

running = most = 0


async def work(limit):
    global running, most
    async with limit:
        running += 1
        most = max(most, running)
        await asyncio.sleep(0.001)
        running -= 1


async def main():
    limit = asyncio.Semaphore(3)
    await asyncio.gather(*(work(limit) for _ in range(10)))
    print(most, limit)


asyncio.run(main())

# %% asyncio-event-lock-condition-barrier
import asyncio


async def waiter(event, lock, barrier, n):
    await event.wait()
    async with lock:
        print("inside", n)
    await barrier.wait()
    return n


async def main():
    event, lock, barrier = asyncio.Event(), asyncio.Lock(), asyncio.Barrier(3)
    tasks = [asyncio.create_task(waiter(event, lock, barrier, n)) for n in range(3)]
    await asyncio.sleep(0)
    event.set()
    print(await asyncio.gather(*tasks))
    condition = asyncio.Condition()

    async def notify():
        async with condition:
            condition.notify_all()

    async with condition:
        other = asyncio.create_task(notify())
        await condition.wait()
        print("notified")
    await other


asyncio.run(main())

# %% asyncio-order
import asyncio


async def work(name):
    for n in range(2):
        print(name, n)
        await asyncio.sleep(0)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "soon")
    loop.call_later(0.01, print, "later")
    loop.call_at(loop.time() + 0.005, print, "at")
    await asyncio.gather(work("a"), work("b"))
    await asyncio.sleep(0.02)


asyncio.run(main())

# %% asyncio-eager
import asyncio


async def work(n):
    print("begins", n)
    if n:
        await asyncio.sleep(0)
    print("ends", n)


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    for n in range(2):
        task = asyncio.create_task(work(n))
        print("created", n, task.done())
    await asyncio.sleep(0.001)
    later = asyncio.create_task(work(2), eager_start=False)
    print("not begun")
    await later


asyncio.run(main())

# %% asyncio-cancel
import asyncio


async def work():
    try:
        await asyncio.sleep(5)
    finally:
        print("cleaned up")


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    print(task.cancel("enough"), task.cancelling())
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", error.args, task.cancelled())
    shielded = asyncio.create_task(asyncio.sleep(0.01, "kept"))
    try:
        await asyncio.wait_for(asyncio.shield(shielded), 0.001)
    except TimeoutError:
        print(await shielded)


asyncio.run(main())

# %% asyncio-cancel-uncaught
import asyncio


async def main():
    asyncio.current_task().cancel("stop here")
    await asyncio.sleep(0)


asyncio.run(main())

# %% asyncio-left-over-tasks
import asyncio


async def work():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("left-over task is cancelled")
        raise


async def main():
    asyncio.create_task(work())
    await asyncio.sleep(0)
    print("main ends")


asyncio.run(main())

# %% asyncio-async-generator-shutdown
import asyncio


async def ticks():
    try:
        while True:
            yield "tick"
            await asyncio.sleep(0)
    finally:
        await asyncio.sleep(0)
        print("generator closed")


async def main():
    source = ticks()
    print(await anext(source))
    async for tick in ticks():
        print(tick)
        break
    print("main ends")


asyncio.run(main())
print("after")

# %% asyncio-async-comprehension
import asyncio
from contextlib import aclosing, asynccontextmanager


async def ticks(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


@asynccontextmanager
async def session():
    print("open")
    try:
        yield "session"
    finally:
        print("close")


async def main():
    print([n async for n in ticks(3) if n], {n: n async for n in ticks(2)})
    async with session() as name, aclosing(ticks(2)) as source:
        print(name, [n async for n in source])


asyncio.run(main())

# %% asyncio-to-thread
import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")


def blocking(n):
    return n * 2, user.get()


def failing():
    raise LookupError("in the thread")


async def main():
    user.set("ada")
    print(await asyncio.to_thread(blocking, 21))
    try:
        await asyncio.to_thread(failing)
    except LookupError as error:
        print(repr(error))


asyncio.run(main())

# %% asyncio-to-thread-parallel {"difference": "to-thread"}
import asyncio
import threading


async def main():
    name = await asyncio.to_thread(lambda: threading.current_thread().name)
    print(name)


asyncio.run(main())

# %% asyncio-nested-run
import asyncio


async def inner(): ...


async def main():
    asyncio.run(inner())


asyncio.run(main())

# %% asyncio-not-a-coroutine
import asyncio

for thing in (3, print, asyncio.sleep):
    try:
        asyncio.run(thing)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])

# %% asyncio-no-loop
import asyncio

for attempt in (asyncio.get_running_loop, asyncio.get_event_loop, asyncio.current_task):
    try:
        attempt()
    except RuntimeError as error:
        print(error)

# %% asyncio-new-event-loop
import asyncio

loop = asyncio.new_event_loop()
print(loop.run_until_complete(asyncio.sleep(0.01, "waited")))
future = loop.create_future()
loop.call_later(0.01, future.set_result, 7)
print(loop.run_until_complete(future), loop.is_closed(), loop.get_debug())
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
print(loop.is_closed())
try:
    loop.run_until_complete(future)
except RuntimeError as error:
    print(error)

# %% asyncio-loop-repr {"difference": "event-loop-class"}
import asyncio


async def main():
    print(type(asyncio.get_running_loop()).__name__)


asyncio.run(main())

# %% asyncio-debug-slow
import asyncio
import time


async def slow():
    time.sleep(0.15)


async def main():
    print(asyncio.get_running_loop().get_debug())
    await asyncio.create_task(slow(), name="slow one")


import logging

logging.basicConfig(format="%(levelname)s %(name)s %(message).40s")
asyncio.run(main(), debug=True)

# %% asyncio-never-awaited
import asyncio


async def work():
    return 1


async def main():
    result = work()
    print(type(result).__name__)


asyncio.run(main())
work()
print("after")

# %% asyncio-exception-never-retrieved
import asyncio


async def fail():
    raise ValueError("nobody looks")


async def main():
    task = asyncio.create_task(fail())
    await asyncio.sleep(0)
    del task


asyncio.run(main())
import gc

gc.collect()
print("after")

# %% asyncio-task-names
import asyncio


async def main():
    task = asyncio.create_task(asyncio.sleep(0), name="download")
    print(task.get_name(), asyncio.current_task().get_name()[:5], len(asyncio.all_tasks()))
    task.set_name("renamed")
    print(repr(task).split(" coro")[0])
    await task
    print(repr(task).split(" coro")[0], repr(task).split("result=")[1])


asyncio.run(main())

# %% asyncio-contextvars
import asyncio
import contextvars

request = contextvars.ContextVar("request", default="-")


async def handle(n):
    request.set(n)
    await asyncio.sleep(0)
    return request.get()


async def main():
    print(await asyncio.gather(*(handle(n) for n in range(3))), request.get())
    context = contextvars.copy_context()
    task = asyncio.create_task(handle(9), context=context)
    await task
    print(context[request], request.get())


asyncio.run(main())

# %% asyncio-exception-handler
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print("handler:", context["message"]))
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0.001)


asyncio.run(main())

# %% asyncio-callback-error
import asyncio


def bad():
    return 1 / 0


async def main():
    asyncio.get_running_loop().call_soon(bad)
    await asyncio.sleep(0.001)
    print("main goes on")


asyncio.run(main())

# %% asyncio-call-graph
import asyncio


async def inner():
    asyncio.print_call_graph()


async def outer():
    await inner()


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(outer(), name="outer task")


asyncio.run(main())

# %% asyncio-exit-in-main
import asyncio
import sys


async def main():
    try:
        sys.exit(3)
    finally:
        print("finally")


asyncio.run(main())

# %% asyncio-exit-in-task
import asyncio
import sys


async def leave():
    await asyncio.sleep(0)
    sys.exit("leaving")


async def main():
    task = asyncio.create_task(leave())
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("main is cancelled")
        raise


asyncio.run(main())

# %% asyncio-interrupt-in-main
import asyncio


async def main():
    raise KeyboardInterrupt


asyncio.run(main())

# %% asyncio-future
import asyncio


async def main():
    future = asyncio.Future()
    future.add_done_callback(lambda f: print("called back", f.result()))
    asyncio.get_running_loop().call_soon(future.set_result, 5)
    print(await future)
    try:
        future.set_result(6)
    except asyncio.InvalidStateError as error:
        print(type(error).__name__, error)
    print(asyncio.Future())


asyncio.run(main())

# %% asyncio-traceback
import asyncio


async def parse(text):
    await asyncio.sleep(0)
    return int(text)


async def main():
    return await parse("x")


asyncio.run(main())

# %% asyncio-iscoroutine
import asyncio
import inspect


async def work(): ...


async def ticks():
    yield 1


coro = work()
print(inspect.iscoroutinefunction(work), inspect.iscoroutine(coro), inspect.isasyncgen(ticks()))
print(inspect.getcoroutinestate(coro))
coro.close()
print(inspect.getcoroutinestate(coro), coro.cr_code.co_name)
try:
    coro.send(None)
except RuntimeError as error:
    print(error)

# %% asyncio-hand-driven
import types


@types.coroutine
def pause(value):
    got = yield value
    return got


async def main():
    return await pause("paused") + 1


coro = main()
print(coro.send(None))
try:
    coro.send(41)
except StopIteration as stop:
    print(stop.value)

# %% asyncio-sleep-waits
import asyncio
import time


async def main():
    begin = time.perf_counter()
    await asyncio.gather(asyncio.sleep(0.1), asyncio.sleep(0.1), asyncio.sleep(0.1))
    spent = time.perf_counter() - begin
    print(0.09 < spent < 0.28)


asyncio.run(main())

# %% asyncio-stream-reader
import asyncio


async def main():
    reader = asyncio.StreamReader()
    reader.feed_data(b"one\ntwo")
    reader.feed_eof()
    print(await reader.readline(), await reader.read(), reader.at_eof())


asyncio.run(main())

# %% asyncio-subprocess {"difference": "subprocess"}
import asyncio


async def main():
    process = await asyncio.create_subprocess_exec("true")
    print(await process.wait())


asyncio.run(main())

# %% asyncio-signal-handler
import asyncio
import signal


async def main():
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, print, "terminated")
    signal.raise_signal(signal.SIGTERM)
    await asyncio.sleep(0.01)
    print(asyncio.get_running_loop().remove_signal_handler(signal.SIGTERM))
    print(signal.getsignal(signal.SIGTERM) is signal.SIG_DFL)


asyncio.run(main())

# %% asyncio-server {"difference": "sockets"}
import asyncio


async def main():
    server = await asyncio.start_server(lambda reader, writer: None, "127.0.0.1", 0)
    print(len(server.sockets))
    server.close()


asyncio.run(main())

# %% asyncio-deadlock {"difference": "deadlock"}
import asyncio
import signal


async def main():
    event, loop = asyncio.Event(), asyncio.get_running_loop()
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, lambda *_: loop.call_soon_threadsafe(event.set))
        signal.setitimer(signal.ITIMER_REAL, 0.2)
    print("waiting")
    await event.wait()
    print("only the alarm ends this")


asyncio.run(main())

# %% asyncio-debug-coroutine-origin
import asyncio


async def work(): ...


async def main():
    work()


asyncio.run(main(), debug=True)
