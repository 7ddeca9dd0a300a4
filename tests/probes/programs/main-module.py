# %% main-name
print(__name__, __file__ == "main.py", __doc__)
if __name__ == "__main__":
    print("main part runs")

# %% main-docstring
"""Totals of the day."""

print(__doc__)

# %% main-module-object
import sys

main = sys.modules["__main__"]
main.answer = 42
print(answer, vars(main) is globals(), type(main).__name__)
import __main__

print(__main__ is main)

# %% main-globals
print(sorted(name for name in globals() if name != "__annotate__"))

# %% main-annotations
price: float = 2.5
count: int

print(__annotate__(1))

# %% main-dunder-builtins
print(type(__builtins__).__name__, __builtins__.len is len)
print(__spec__, __loader__ is not None, __package__)

# %% main-pickle-class
import pickle
from dataclasses import dataclass


@dataclass
class Order:
    item: str
    count: int


data = pickle.dumps(Order("pen", 3))
print(b"__main__" in data, pickle.loads(data))

# %% main-pickle-function
import pickle


def double(n):
    return 2 * n


print(pickle.loads(pickle.dumps(double))(4))
try:
    pickle.dumps(lambda n: n)
except Exception as error:
    print(type(error).__name__, error)

# %% main-copyreg-deepcopy
import copy


class Node:
    def __init__(self, value, after=None):
        self.value, self.after = value, after


first = Node(1, Node(2))
first.after.after = first
twin = copy.deepcopy(first)
print(twin.after.after is twin, twin is not first)

# %% main-inspect-source
import inspect


def double(n):
    # twice
    return 2 * n


class Box:
    """Holds one thing."""

    def get(self):
        return 1


print(inspect.getsource(double))
print(inspect.getsource(Box))
print(inspect.getsourcelines(Box.get))
print(inspect.getcomments(double), inspect.getfile(double), inspect.getdoc(Box))

# %% main-inspect-signature
import inspect


def book(room, /, guests=1, *names, late: bool = False, **more) -> str: ...


print(inspect.signature(book))
print([(p.name, p.kind.name) for p in inspect.signature(book).parameters.values()])
print(inspect.signature(len), inspect.signature(print))

# %% main-doctest
import doctest


def double(n):
    """Twice a number.

    >>> double(2)
    4
    >>> double("a")
    'aa'
    >>> double(None)
    Traceback (most recent call last):
    TypeError: unsupported operand type(s) for *: 'int' and 'NoneType'
    """
    return 2 * n


print(doctest.testmod())

# %% main-doctest-failure
import doctest


def double(n):
    """
    >>> double(2)
    5
    """
    return 2 * n


doctest.testmod()

# %% main-help
def double(n: int) -> int:
    """Twice a number."""
    return 2 * n


help(double)

# %% main-help-keyword {"difference": "help-topics"}
help("if")

# %% main-type-module
class Box:
    class Lid: ...


print(Box, Box.Lid, Box.__module__, Box.Lid.__qualname__, repr(Box())[:17])

# %% main-exit-handlers {"script": true, "difference": "exit-handlers"}
import atexit

atexit.register(print, "at exit")
print("end of main")

# %% main-runpy
import runpy
from pathlib import Path

Path("tool.py").write_text("print(__name__)\nvalue = 3\n")
print(runpy.run_path("tool.py", run_name="__main__")["value"])
print(runpy.run_module("tool")["value"])

# %% main-frames
import sys


def caller():
    return sys._getframe(1).f_code.co_name


def called_by():
    return caller()


print(called_by(), sys._getframe().f_code.co_filename, sys._getframe().f_lineno)
print(sys._getframe().f_globals is globals(), sys._getframe().f_locals is not None)
