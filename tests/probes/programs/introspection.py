# %% settrace-lines
import sys


def work(n):
    total = 0
    for i in range(n):
        total += i
    return total


seen = []


def trace(frame, event, arg):
    seen.append((event, frame.f_lineno - frame.f_code.co_firstlineno, arg))
    return trace


sys.settrace(trace)
work(2)
sys.settrace(None)
print(seen)

# %% setprofile-calls
import sys

seen = []


def profile(frame, event, arg):
    seen.append((event, frame.f_code.co_name if event in ("call", "return") else arg.__name__))


def work():
    return len("abc")


sys.setprofile(profile)
work()
sys.setprofile(None)
print(seen)

# %% monitoring
import sys

tool = sys.monitoring.DEBUGGER_ID
events = sys.monitoring.events
seen = []
sys.monitoring.use_tool_id(tool, "probe")
sys.monitoring.register_callback(tool, events.PY_START, lambda code, offset: seen.append(("start", code.co_name)))
sys.monitoring.register_callback(tool, events.LINE, lambda code, line: seen.append(("line", line - code.co_firstlineno)))
sys.monitoring.register_callback(tool, events.PY_RETURN, lambda code, offset, value: seen.append(("return", value)))


def work(n):
    if n > 1:
        return "big"
    return "small"


sys.monitoring.set_local_events(tool, work.__code__, events.PY_START | events.LINE | events.PY_RETURN)
work(1)
work(2)
sys.monitoring.free_tool_id(tool)
print(seen)

# %% gc-cycles
import gc
import weakref


class Node:
    pass


gc.collect()
gc.disable()
node = Node()
node.self = node
alive = weakref.ref(node)
del node
print(alive() is not None, gc.collect() > 0, alive() is None)
print(gc.isenabled(), gc.get_threshold()[0], gc.is_tracked([]), gc.is_tracked(1))
gc.enable()

# %% gc-callbacks
import gc

phases = []
gc.callbacks.append(lambda phase, info: phases.append((phase, info["generation"])))
gc.collect(2)
gc.callbacks.pop()
print(phases)

# %% weakref-family
import weakref


class Room:
    def __init__(self, name):
        self.name = name

    def book(self):
        return self.name


room = Room("blue")
cache = weakref.WeakValueDictionary(blue=room)
keys = weakref.WeakKeyDictionary({room: 1})
method = weakref.WeakMethod(room.book)
done = weakref.finalize(room, print, "finalized")
proxy = weakref.proxy(room)
print(proxy.name, method()(), dict(cache) != {}, len(keys))
del room
print(dict(cache), len(keys), method(), done.alive)
try:
    proxy.name
except ReferenceError as error:
    print(error)
try:
    weakref.ref([])
except TypeError as error:
    print(error)

# %% refcount
import sys

values = []
print(sys.getrefcount(values))
more = [values, values]
print(sys.getrefcount(values), sys._is_immortal(None), sys._is_interned("abc"))

# %% deletion-order
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def work():
    a = Noisy("a")
    b = Noisy("b")
    print("leaving")


work()
c = Noisy("c")
c = None
print("end")

# %% dis-function
import dis


def add(a, b):
    return a + b * 2


dis.dis(add)
print(dis.stack_effect(dis.opmap["POP_TOP"]))

# %% code-object
def outer(a, *, b=1):
    c = a

    def inner():
        return c + b

    return inner


code = outer.__code__
print(code.co_varnames, code.co_cellvars, code.co_argcount, code.co_kwonlyargcount, code.co_flags)
print(outer(1).__code__.co_freevars, [cell.cell_contents for cell in outer(1).__closure__])
print(list(code.co_lines())[:3], code.co_consts[0])
print(outer.__defaults__, outer.__kwdefaults__)

# %% tracemalloc
import tracemalloc

tracemalloc.start()
before = tracemalloc.get_traced_memory()[0]
data = [bytes(1000) for _ in range(100)]
grown = tracemalloc.get_traced_memory()[0] - before
print(100_000 < grown < 130_000)
top = tracemalloc.take_snapshot().statistics("lineno")[0]
print(top.traceback[0].filename, top.traceback[0].lineno)
tracemalloc.stop()

# %% descriptors-and-metaclass
class Meta(type):
    def __new__(cls, name, bases, space, **options):
        made = super().__new__(cls, name, bases, space)
        made.options = options
        return made

    @classmethod
    def __prepare__(cls, name, bases, **options):
        return {"prepared": True}


class Positive:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner=None):
        return self if instance is None else getattr(instance, self.name)

    def __set__(self, instance, value):
        if value <= 0:
            raise ValueError(f"{self.name[1:]} must be positive")
        setattr(instance, self.name, value)


class Item(metaclass=Meta, table="items"):
    price = Positive()

    def __init_subclass__(cls, /, kind=None):
        cls.kind = kind


class Book(Item, kind="paper"):
    pass


book = Book()
book.price = 3
print(Item.options, Book.kind, Book.prepared, book.price, Book.__mro__)
book.price = -1

# %% slots
class Point:
    __slots__ = ("x", "y")


point = Point()
point.x = 1
print(hasattr(point, "__dict__"), hasattr(point, "y"))
point.z = 3

# %% mro-conflict
class A: ...


class B(A): ...


class C(A, B): ...

# %% abstract-class
from abc import ABC, abstractmethod


class Store(ABC):
    @abstractmethod
    def load(self): ...

    @abstractmethod
    def save(self): ...


Store()

# %% identity-and-interning
a, b = 256, 256
print(a is b, "ab" is "ab", () is (), id(a) == id(b))
x = int("1000")
y = int("1000")
print(x is y, x == y)

# %% getsizeof {"difference": "sizes"}
import sys

print([sys.getsizeof(value) for value in (0, 1, 2**30, "", "a", (), [], {}, set(), 1.0, None, b"", object())])

# %% ctypes
import ctypes

print(ctypes.c_int8(200).value, ctypes.sizeof(ctypes.c_int64), ctypes.CDLL(None).abs(-3))


class Point(ctypes.Structure):
    _fields_ = [("x", ctypes.c_int16), ("y", ctypes.c_int32)]


print(ctypes.sizeof(Point), bytes(Point(1, 2)))

# %% pointer-sizes {"difference": "sizes"}
import ctypes
import struct

print(ctypes.sizeof(ctypes.c_void_p), ctypes.sizeof(ctypes.c_long), struct.calcsize("P"), struct.calcsize("l"))

# %% sys-hooks
import sys

sys.displayhook("shown")
print(sys.getrecursionlimit(), sys.getswitchinterval(), sys.flags.optimize, sys.flags.dev_mode, sys.dont_write_bytecode in (True, False))
sys.setrecursionlimit(500)
print(sys.getrecursionlimit())
events = []
print(sys.call_tracing(len, ("abc",)))

# %% audit-hook
import sys

events = []
active = True
sys.addaudithook(lambda event, args: events.append(event) if active and event == "compile" else None)
compile("1", "a", "eval")
active = False
print(events)

# %% gil-and-jit
import sys
import sysconfig

print(sys._is_gil_enabled(), sys._jit.is_enabled(), sysconfig.get_config_var("Py_GIL_DISABLED"))

# %% remote-exec {"difference": "remote-exec"}
import os
import sys
from pathlib import Path

Path("hello.py").write_text("print('ran by remote_exec')\n")
sys.remote_exec(os.getpid(), "hello.py")
for _ in range(3):
    print("step")
