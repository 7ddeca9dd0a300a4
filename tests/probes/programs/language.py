# %% dataclass-basics
from dataclasses import KW_ONLY, asdict, astuple, dataclass, field, fields, replace


@dataclass(order=True, slots=True)
class Order:
    item: str
    count: int = 1
    _: KW_ONLY
    tags: list[str] = field(default_factory=list, repr=False)


order = Order("pen", 2, tags=["a"])
print(order, asdict(order), astuple(order), replace(order, count=3))
print(Order("a") < Order("b"), [f.name for f in fields(Order)], Order.__match_args__, Order.__doc__)
Order("pen", 1, ["a"])

# %% dataclass-frozen
from dataclasses import dataclass


@dataclass(frozen=True)
class Point:
    x: int


print({Point(1): "a"}[Point(1)])
Point(1).x = 2

# %% dataclass-mutable-default
from dataclasses import dataclass


@dataclass
class Cart:
    items: list = []

# %% enum-family
import enum


class Color(enum.StrEnum):
    RED = enum.auto()
    BLUE = enum.auto()


class Mode(enum.Flag):
    READ = 1
    WRITE = 2


class Level(enum.IntEnum):
    LOW = 1
    ALSO_LOW = 1


print(list(Color), Color("red"), Color.RED == "red", f"{Color.BLUE}")
print(Mode.READ | Mode.WRITE, ~Mode.READ, Mode(3), Mode.READ in Mode(3), list(Mode(3)))
print(Level.ALSO_LOW, Level.__members__, Level.LOW + 1)
Color("green")

# %% typing-runtime
from typing import Annotated, Literal, NamedTuple, Protocol, TypedDict, get_args, get_type_hints, runtime_checkable


@runtime_checkable
class Closes(Protocol):
    def close(self) -> None: ...


class Row(TypedDict, total=False):
    id: int


class Point(NamedTuple):
    x: int
    y: int = 0


type Pair[T] = tuple[T, T]
print(isinstance(open("a.txt", "w"), Closes), Row(id=1), Point(1), Point(1)._asdict())
print(Pair, Pair.__value__, Pair[int], int | None, list[int].__args__, get_args(Literal["a", 1]))


def f[T: int = bool](x: Annotated[T, "meta"]) -> list[T]: ...


print(get_type_hints(f, include_extras=True), f.__type_params__[0].__bound__, Row.__optional_keys__)

# %% annotationlib
import annotationlib


class Tree:
    left: Tree
    right: Unknown


print(annotationlib.get_annotations(Tree, format=annotationlib.Format.STRING))
print(annotationlib.get_annotations(Tree, format=annotationlib.Format.FORWARDREF)["left"])
print(Tree.__annotations__)

# %% t-strings
from string.templatelib import Interpolation, Template

name, price = "pen", 2.5
template = t"{name!r} costs {price:.2f}"
print(type(template) is Template, template.strings, template.values)
for part in template:
    match part:
        case Interpolation(value, expression, conversion, spec):
            print(value, expression, conversion, spec)
        case text:
            print(repr(text))
print(template)

# %% match-statement
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


def describe(thing):
    match thing:
        case Point(x=0, y=0):
            return "origin"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case {"kind": "order", "items": [first, *rest], **more}:
            return f"order {first} {rest} {more}"
        case [1, 2, *_] | (3, _):
            return "sequence"
        case str() as text:
            return f"text {text}"
        case int(n) if n > 9:
            return f"big {n}"
        case None | True:
            return "constant"
        case _:
            return "other"


for thing in (Point(0, 0), Point(2, 2), {"kind": "order", "items": [1, 2], "x": 3}, [1, 2, 3], (3, 4), "s", 10, None, 1.5, True):
    print(describe(thing))

# %% scopes
x = "global"


def outer():
    x = "outer"

    def inner():
        nonlocal x
        x = "changed"

    inner()
    return x


print(outer(), x, [x for x in range(2)], x)
functions = [lambda: n for n in range(3)]
print([f() for f in functions])


def late():
    print(x)
    x = 1


late()

# %% generators
def accumulate():
    total = 0
    try:
        while True:
            total += yield total
    except GeneratorExit:
        print("closed at", total)
    except ValueError as error:
        yield f"caught {error}"
    return "returned"


source = accumulate()
print(next(source), source.send(5), source.send(6))
source.close()
other = accumulate()
next(other)
print(other.throw(ValueError("thrown")), next(other, "ended"))


def delegate():
    value = yield from [1, 2]
    print(value)


print(list(delegate()))

# %% decorators
import functools


def logged(prefix):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            print(prefix, function.__name__, args, kwargs)
            return function(*args, **kwargs)

        return wrapper

    return decorate


@logged("call")
def add(a, b=1):
    "Adds."
    return a + b


print(add(1, b=2), add.__name__, add.__doc__, add.__wrapped__(1))

# %% operators
class Money:
    def __init__(self, cents):
        self.cents = cents

    def __add__(self, other):
        return Money(self.cents + other.cents) if isinstance(other, Money) else NotImplemented

    def __radd__(self, other):
        return self if other == 0 else NotImplemented

    def __matmul__(self, other):
        return "matmul"

    def __format__(self, spec):
        return format(self.cents / 100, spec or ".2f")

    def __bool__(self):
        return self.cents != 0


print(f"{sum([Money(5), Money(10)])}", Money(1) @ 2, bool(Money(0)), f"{Money(5):>8.1f}")
Money(1) + 1

# %% comprehension-and-walrus
rows = ["a=1", "b", "c=3"]
print({k: v for row in rows if "=" in row for k, v in [row.split("=")]})
print([y := 1, y**2], (n := 10) + n, [last := c for c in "abc"], last)
print(*(f"{a}{b}" for a in "xy" for b in range(2)), {*"aab"} == {"a", "b"})

# %% exceptions-flow
def flow(kind):
    try:
        if kind == "raise":
            raise KeyError("k")
        if kind == "return":
            return "returned"
    except (KeyError, ValueError):
        print("except")
    else:
        print("else")
    finally:
        print("finally")
    return "fell through"


for kind in ("raise", "return", "none"):
    print(flow(kind))

# %% context-managers
class Room:
    def __enter__(self):
        print("enter")
        return self

    def __exit__(self, kind, error, trace):
        print("exit", kind and kind.__name__, error)
        return kind is ValueError


with Room(), Room() as second:
    raise ValueError("swallowed")
print("after")
with Room():
    raise KeyError("passes")

# %% class-creation
class Base:
    def __init_subclass__(cls):
        print("subclass", cls.__name__)

    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item}]"

    def __getattr__(self, name):
        return f"missing {name}"


class Child(Base):
    @property
    def size(self):
        return 3

    @staticmethod
    def kind():
        return "child"


print(Child["x"], Child().anything, Child().size, Child.kind(), Child.__dict__["kind"])
print(type("Made", (Base,), {"a": 1}).a, issubclass(Child, Base))
Child().size = 4

# %% unpacking
def f(a, b=2, /, c=3, *args, d, **kwargs):
    return a, b, c, args, d, kwargs


print(f(1, d=4), f(1, 2, 3, 4, 5, d=6, e=7), f(*[1, 2], **{"d": 3, "b": 9}))
first, *middle, last = range(5)
print(first, middle, last, [*"ab", *range(2)], {**{"a": 1}, "a": 2})
f(1)
