# %% traceback-carets
def price(order):
    return order["unit"] * order["count"] + order["fee"] / order["share"]


price({"unit": 2, "count": 3, "fee": 1, "share": 0})

# %% traceback-carets-multiline
def total(values):
    return (
        sum(values)
        / len(values)
    )


total([])

# %% traceback-attribute-suggestion
class Order:
    def __init__(self):
        self.quantity = 3


print(Order().quantety)

# %% traceback-name-suggestion
quantity = 3
print(quantitty)

# %% traceback-forgot-import
print(math.pi)

# %% traceback-import-suggestion
from collections import OrderdDict

# %% traceback-module-suggestion
import jason

# %% traceback-keyword-suggestion
def book(room, *, guests=1):
    return room, guests


book("blue", guest=2)

# %% traceback-self-suggestion
class Cart:
    def __init__(self):
        self.items = []

    def add(self, item):
        items.append(item)


Cart().add("pen")

# %% traceback-none-attribute
import re

re.match("a", "b").group()

# %% traceback-chain-cause
def read(text):
    try:
        return int(text)
    except ValueError as error:
        raise LookupError("no number") from error


read("x")

# %% traceback-chain-context
try:
    {}["a"]
except KeyError:
    [][1]

# %% traceback-chain-suppressed
try:
    {}["a"]
except KeyError:
    raise LookupError("nothing there") from None

# %% traceback-group
def check(n):
    raise ValueError(f"bad {n}")


errors = []
for n in range(2):
    try:
        check(n)
    except ValueError as error:
        errors.append(error)
raise ExceptionGroup("two checks", [*errors, ExceptionGroup("inner", [TypeError("t")])])

# %% traceback-except-star
try:
    raise ExceptionGroup("all", [ValueError("v"), TypeError("t"), KeyError("k")])
except* ValueError as group:
    print("values", group.exceptions)
except* TypeError as group:
    print("types", group.exceptions)

# %% traceback-notes
error = ValueError("bad row")
error.add_note("in line 7")
error.add_note("of orders.csv\nfrom Monday")
raise error

# %% traceback-custom-exception
class BookingError(Exception):
    def __init__(self, room, reason):
        super().__init__(room, reason)
        self.room = room

    def __str__(self):
        return f"{self.room}: {self.args[1]}"


raise BookingError("blue", "taken")

# %% traceback-broken-str
class Broken(Exception):
    def __str__(self):
        raise RuntimeError("no text")


raise Broken

# %% traceback-recursion
def down(n):
    return down(n + 1)


down(0)

# %% traceback-recursion-count
def depth(n=0):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


print(depth() > 900, depth() < 1000)

# %% traceback-print-exc
import traceback

try:
    [].pop()
except IndexError:
    traceback.print_exc()
print("after")

# %% traceback-format-parts
import sys
import traceback


def inner():
    local = 3
    raise LookupError("no order", "orders.csv")


try:
    inner()
except OSError as error:
    for frame in traceback.extract_tb(error.__traceback__):
        print(frame.filename, frame.lineno, frame.name, frame.line, frame.colno)
    print("".join(traceback.format_exception_only(error)))
    text = traceback.TracebackException.from_exception(error, capture_locals=True)
    print("local = 3" in "".join(text.format()))
    print(sys.exception() is error, error.args)

# %% traceback-stack
import traceback


def outer():
    traceback.print_stack()


outer()
print(traceback.format_stack())

# %% traceback-in-library
import json

json.loads("[1, 2,")

# %% traceback-in-compiled-function
from functools import reduce

reduce(lambda a, b: a / b, [1, 0])

# %% traceback-lambda-and-comprehension
rows = [{"n": "1"}, {"n": "two"}]
print([int(row["n"]) for row in rows])

# %% traceback-generator
def numbers():
    yield 1
    raise StopIteration


print(list(numbers()))

# %% traceback-exec-in-exec
exec("x = 1\ny = x / 0\n", {})

# %% traceback-excepthook
import sys


def shorter(kind, error, trace):
    print("hook:", kind.__name__, error)


sys.excepthook = shorter
print(sys.excepthook is shorter)
try:
    1 / 0
except ZeroDivisionError as error:
    sys.excepthook(type(error), error, error.__traceback__)

# %% traceback-unraisable
class Handle:
    def __del__(self):
        raise ValueError("in __del__")


handle = Handle()
del handle
print("still here")

# %% traceback-unraisable-hook
import sys

sys.unraisablehook = lambda found: print("hook:", found.err_msg, repr(found.exc_value))


class Handle:
    def __del__(self):
        raise ValueError("in __del__")


Handle()
print("still here")

# %% traceback-keyboard-interrupt
print("before")
raise KeyboardInterrupt

# %% traceback-assert
assert 1 + 1 == 3, "sums"

# %% traceback-unpack
a, b = 1, 2, 3

# %% traceback-many-errors
def attempt(source):
    try:
        exec(source, {"values": [3, 1], "text": "abc"})
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


for source in (
    "values + text",
    "'1' + 1",
    "int('x')",
    "values[9]",
    "text.push('d')",
    "{}['a']",
    "len(5)",
    "values()",
    "None[0]",
    "{[]: 1}",
    "for x in 5: pass",
    "a, b = 1",
    "sorted([1, 'a'])",
    "next(iter([]))",
    "float('abc')",
    "'%d' % 'x'",
    "'{:d}'.format('x')",
    "(lambda a: a)()",
    "(lambda a: a)(1, 2)",
    "int.__add__('1', 2)",
    "bytes([256])",
    "chr(-1)",
    "'abc'.index('z')",
    "[].remove(1)",
    "b'\\xff'.decode()",
    "'é'.encode('ascii')",
    "import os.nothing",
    "2 ** -1 % 0",
    "math.sqrt(1)",
    "round('1')",
    "abs(None)",
    "object() < object()",
    "range(1.5)",
    "[1, 2][1.0]",
    "min([])",
    "1 .real = 3",
    "class A(int, str): pass",
    "class B(bool): pass",
    "raise 3",
    "await_ = lambda: (yield); list(await_()); next(3)",
):
    attempt(source)
