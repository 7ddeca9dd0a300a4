# %% thread-start {"difference": "threads"}
import threading

thread = threading.Thread(target=print, args=("in the thread",))
thread.start()
thread.join()

# %% thread-timer {"difference": "threads"}
import threading

timer = threading.Timer(0.01, print, ["later"])
timer.start()
timer.join()

# %% thread-pool {"difference": "threads"}
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(2) as pool:
    print(list(pool.map(len, ["a", "bb"])))

# %% thread-objects
import threading

lock, again = threading.Lock(), threading.RLock()
with lock, again, again:
    print(lock.locked(), lock.acquire(blocking=False), lock.acquire(timeout=0.01))
event, local = threading.Event(), threading.local()
local.user = "ada"
print(event.wait(0.01), event.is_set(), local.user, threading.current_thread().name, threading.main_thread() is threading.current_thread())
print(threading.active_count(), threading.Semaphore(2).acquire(), threading.Condition().acquire(), [t.name for t in threading.enumerate()])
try:
    lock.release()
except RuntimeError as error:
    print(error)
print(threading.Thread(name="worker", target=print), threading.get_ident() == threading.main_thread().ident)

# %% thread-subclass-run
import threading


class Work(threading.Thread):
    def run(self):
        print("run by hand")


Work().run()
Work().join()

# %% queue-objects
import queue

jobs = queue.Queue(maxsize=1)
jobs.put("a")
try:
    jobs.put("b", timeout=0.01)
except queue.Full as error:
    print("full", repr(error))
print(jobs.get(), jobs.empty(), jobs.task_done(), jobs.join())
ranks = queue.PriorityQueue()
for rank in (3, 1, 2):
    ranks.put((rank, "x"))
print([ranks.get()[0] for _ in range(3)], queue.LifoQueue().qsize())
jobs.shutdown()
jobs.get_nowait()

# %% concurrent-future
from concurrent.futures import Future, InvalidStateError

future = Future()
future.add_done_callback(lambda f: print("done", f.result()))
future.set_result(3)
print(future.done(), future.result(), future.exception())
future.set_result(4)

# %% contextvars
import contextvars

user = contextvars.ContextVar("user")
token = user.set("ada")
context = contextvars.copy_context()
with user.set("bob"):
    print(user.get())
print(user.get(), context[user], context.run(user.get), token.old_value is contextvars.Token.MISSING)
user.reset(token)
user.get()

# %% signal-raise
import signal

signal.signal(signal.SIGTERM, lambda number, frame: print("handled", signal.Signals(number).name, frame.f_lineno))
signal.raise_signal(signal.SIGTERM)
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler, signal.strsignal(2))
signal.raise_signal(signal.SIGINT)

# %% signal-alarm {"difference": "signal-alarm"}
import signal
import time

signal.signal(signal.SIGALRM, lambda number, frame: print("alarm"))
signal.setitimer(signal.ITIMER_REAL, 0.02)
time.sleep(0.05)

# %% subprocess {"difference": "subprocess"}
import subprocess
import sys

print(subprocess.run([sys.executable, "-c", "print(6 * 7)"], capture_output=True, text=True).stdout)

# %% os-system {"difference": "subprocess"}
import os

print(os.waitstatus_to_exitcode(os.system("exit 3")))

# %% os-fork {"difference": "multiprocessing"}
import os

child = os.fork()
if child == 0:
    os._exit(7)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))

# %% multiprocessing-process {"difference": "multiprocessing"}
import multiprocessing

context = multiprocessing.get_context("fork")
process = context.Process(target=print, args=("in the process",))
process.start()
process.join()
print(process.exitcode)

# %% multiprocessing-queue {"difference": "multiprocessing"}
import multiprocessing

pipe = multiprocessing.get_context("fork").SimpleQueue()
pipe.put(3)
print(pipe.get())

# %% multiprocessing-shared-memory {"difference": "multiprocessing"}
from multiprocessing import shared_memory

block = shared_memory.SharedMemory(create=True, size=8)
block.buf[0] = 5
print(block.buf[0])
block.close()
block.unlink()

# %% process-pool {"difference": "multiprocessing"}
import multiprocessing
from concurrent.futures import ProcessPoolExecutor

with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("fork")) as pool:
    print(pool.submit(pow, 2, 5).result())

# %% subinterpreters {"difference": "interpreters"}
from concurrent import interpreters

interpreter = interpreters.create()
print(interpreter.call(pow, 2, 5))
interpreter.close()

# %% interpreter-pool {"difference": "interpreters"}
from concurrent.futures import InterpreterPoolExecutor

with InterpreterPoolExecutor(1) as pool:
    print(pool.submit(pow, 2, 5).result())

# %% socket-pair {"difference": "sockets"}
import socket

a, b = socket.socketpair()
a.sendall(b"ping")
print(b.recv(4))
a.close(), b.close()

# %% socket-facts
import select
import socket

print(socket.AF_INET.name, socket.inet_aton("127.0.0.1"), socket.htons(1), hasattr(select, "select"))
with socket.socket() as made:
    print(made.type.name, made.getblocking())

# %% selectors-default {"difference": "platform"}
import selectors

print(selectors.DefaultSelector.__name__)
