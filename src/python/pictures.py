"""Pictures of objects: what a recording of `tracer.py` shows of values.

No code of the reader's is called to look at a value: what an object looks like
is read from its fields, never from its `__repr__`. Nothing in a picture
depends on addresses, hash seeds or sizes of words.

Objects are known by weak references where they allow it, so that a recorded
run frees what a plain run frees. A list or dict, which allows none, keeps its
number as long as it is seen in one step after another.
"""

import builtins
import re
import sys
import types
import weakref
from collections.abc import Callable, Iterator
from typing import Any

# As in runner.py: a program may change the builtins while this runs.
__builtins__ = dict(vars(builtins))

OBJECTS = 300
"""Objects that a recording holds, with the same end."""

ITEMS = 40
"""Items that are shown of a collection, and names of a frame."""

TEXT = 80
"""Characters that are shown of a value."""

type Value = str | int
"""What stands for a value: the text of a scalar, or an object's number."""

type Names = list[list[Value]]
"""Names with their values, in order."""


_SCALARS = (type(None), bool, float, complex, type(...), type(NotImplemented))
_TELLING = {
    "decimal",
    "_decimal",
    "fractions",
    "datetime",
    "pathlib",
    "pathlib._local",
    "uuid",
}
"""Modules whose values have a short repr that calls nobody else."""


def _isa(value: object, kinds: Any) -> bool:
    """isinstance, but without asking the value for its `__class__`."""
    return issubclass(type(value), kinds)


def _of(value: object, name: str) -> Any:
    """An attribute of a class, a function or a module, read without asking
    code of the reader's: a metaclass or a module may have some."""
    if issubclass(type(value), type):
        return type.__getattribute__(value, name)
    return object.__getattribute__(value, name)


class Heap:
    """Gives objects their numbers, and pictures of those in sight."""

    def __init__(self, codes: dict[int, types.CodeType]) -> None:
        self._codes = codes
        self._count = 0
        self._weak: dict[int, tuple[weakref.ref[object], int]] = {}
        # By address: what this step has seen, and of the step before only
        # the type, so that nothing is kept alive.
        self._seen: dict[int, tuple[object, int]] = {}
        self._before: dict[int, tuple[str, int]] = {}
        self._pending: list[tuple[int, object]] = []
        self.is_full = False

    def finish(self) -> dict[int, object]:
        """Pictures of all objects in sight, by number; the step ends."""
        pictures: dict[int, object] = {}
        while self._pending:
            number, value = self._pending.pop(0)
            try:
                pictures[number] = self._picture(value)
            except BaseException:
                # A class may lie about itself in any way.
                pictures[number] = {"k": "other", "t": "?", "v": []}
        self._before = {
            key: (_of(type(value), "__qualname__"), number)
            for key, (value, number) in self._seen.items()
        }
        self._seen = {}
        return pictures

    def names(self, pairs: Iterator[tuple[str, object]]) -> Names:
        """Names and their values."""
        return [
            [name, self.value(value)] for name, value in _first(pairs, ITEMS)
        ]

    def value(self, value: object) -> Value:
        """The text of a scalar, the number of anything else."""
        try:
            text = _scalar(value)
        except BaseException:
            text = "?"
        return self._number(value) if text is None else text

    def _number(self, value: object) -> Value:
        key = id(value)
        if key in self._seen:
            return self._seen[key][1]
        number = self._known(value)
        if number is None:
            if self._count >= OBJECTS:
                self.is_full = True
                return "…"
            self._count += 1
            number = self._count
            try:
                self._weak[key] = weakref.ref(value), number
            except TypeError:
                self._weak.pop(key, None)
        self._seen[key] = value, number
        self._pending.append((number, value))
        return number

    def _known(self, value: object) -> int | None:
        """The number that an object already has."""
        if known := self._weak.get(id(value)):
            ref, number = known
            return number if ref() is value else None
        kind, number = self._before.get(id(value), (None, 0))
        return number if kind == _of(type(value), "__qualname__") else None

    # What an object looks like

    def _picture(self, value: object) -> dict[str, object]:
        cls = type(value)
        picture: dict[str, object] = {
            "k": "other",
            "t": _short(_of(cls, "__name__")),
        }
        if _isa(value, types.FunctionType):
            return picture | self._function(value)
        if _isa(value, type):
            return picture | self._class(value)
        if _isa(value, types.MethodType):
            bound = [["self", self.value(value.__self__)]]
            return picture | {"k": "fn", "n": _name_of(value), "v": bound}
        if _isa(value, _GENERATORS):
            return picture | self._generator(value)
        if _isa(value, types.ModuleType):
            return picture | {"k": "mod", "n": _name_of(value), "v": []}
        if _isa(value, tuple) and (fields := _fields_of(cls)):
            pairs = zip(fields, tuple.__iter__(value), strict=False)
            return picture | {"k": "obj", "v": self.names(pairs)}
        for kind, walk in _COLLECTIONS:
            if _isa(value, kind):
                return picture | self._collection(*walk(value))
        if pairs := _attributes(value):
            return picture | {"k": "obj", **self._pairs(pairs)}
        if _isa(value, BaseException):
            return picture | {"s": exception_text(value), "v": []}
        if _is_readers(cls):
            return picture | {"k": "obj", "v": []}
        return picture | {"v": []}

    def _function(self, value: types.FunctionType) -> dict[str, object]:
        code = value.__code__
        names = code.co_varnames[: code.co_argcount]
        defaults = value.__defaults__ or ()
        given = list(zip(names[-len(defaults) :], defaults, strict=False))
        given += list((value.__kwdefaults__ or {}).items())
        pairs = [(f"{name}=", default) for name, default in given]
        pairs += [
            (f".{name}", attribute)
            for name, attribute in value.__dict__.items()
            if name == "__wrapped__" or is_plain(name)
        ]
        picture = {"k": "fn", "n": _name_of(value), **self._pairs(pairs)}
        if value.__closure__:
            cells = zip(code.co_freevars, value.__closure__, strict=True)
            picture["c"] = self.names(
                (name, _content(cell))
                for name, cell in cells
                if name != "__class__"
            )
        return picture

    def _class(self, value: type) -> dict[str, object]:
        pairs = [
            (name, attribute)
            for name, attribute in _of(value, "__dict__").items()
            if is_plain(name)
            and not _isa(attribute, types.MemberDescriptorType)
        ]
        bases = [_of(base, "__name__") for base in _of(value, "__bases__")]
        picture = {"k": "cls", "n": _name_of(value), **self._pairs(pairs)}
        if bases != ["object"]:
            picture["s"] = _short(", ".join(bases))
        return picture

    def _generator(self, value: object) -> dict[str, object]:
        prefix = next(
            prefix
            for prefix in ("gi", "cr", "ag")
            if hasattr(value, f"{prefix}_frame")
        )
        frame = getattr(value, f"{prefix}_frame")
        if getattr(value, f"{prefix}_running"):
            state = "running"
        elif frame is None:
            state = "finished"
        elif getattr(value, f"{prefix}_suspended"):
            state = "paused"
        else:
            state = "not started"
        pairs: list[tuple[str, object]] = []
        if frame is not None and id(frame.f_code) in self._codes:
            pairs = [
                (name, local)
                for name, local in frame.f_locals.items()
                if is_plain(name)
            ]
        name = _short(value.__name__)
        return {"k": "gen", "n": name, "s": state, **self._pairs(pairs)}

    def _collection(
        self, kind: str, items: Iterator[object], count: int
    ) -> dict[str, object]:
        shown = list(_first(items, ITEMS))
        picture: dict[str, object] = {"k": kind}
        if kind == "map":
            picture["v"] = [
                [self.value(key), self.value(value)] for key, value in shown
            ]
        else:
            picture["v"] = [self.value(item) for item in shown]
        if count > ITEMS:
            picture["m"] = count - ITEMS
        return picture

    def _pairs(self, pairs: list[tuple[str, object]]) -> dict[str, object]:
        picture: dict[str, object] = {"v": self.names(iter(pairs))}
        if len(pairs) > ITEMS:
            picture["m"] = len(pairs) - ITEMS
        return picture


_GENERATORS = (
    types.GeneratorType,
    types.CoroutineType,
    types.AsyncGeneratorType,
)


def _in_order(value: set[object] | frozenset[object]) -> Iterator[object]:
    """A set's elements in an order that every Python agrees on."""
    items = list(set.__iter__(value) if _isa(value, set) else value)
    kinds = {type(item) for item in items}
    if kinds <= {int, float, bool} or kinds in ({str}, {bytes}):
        return iter(sorted(items))
    return iter(sorted(items, key=lambda item: _scalar(item) or "~"))


_COLLECTIONS: list[tuple[type, Callable[..., tuple[object, ...]]]] = [
    (list, lambda x: ("seq", list.__iter__(x), list.__len__(x))),
    (tuple, lambda x: ("seq", tuple.__iter__(x), tuple.__len__(x))),
    (dict, lambda x: ("map", iter(dict.items(x)), dict.__len__(x))),
    (set, lambda x: ("set", _in_order(x), set.__len__(x))),
    (frozenset, lambda x: ("set", _in_order(x), frozenset.__len__(x))),
]
_deque = type(sys.modules["_collections"].deque())
_COLLECTIONS.append(
    (_deque, lambda x: ("seq", _deque.__iter__(x), _deque.__len__(x)))
)


def _scalar(value: object) -> str | None:
    """The text of a value that is shown in its place, None for others."""
    cls = type(value)
    if cls is str or cls is bytes:
        return _short(repr(value[: TEXT + 1]))
    if cls is int:
        bits = value.bit_length()
        return _short(str(value)) if bits < 4_000 else f"int of {bits} bits"
    if cls in _SCALARS:
        return repr(value)
    if value is _EMPTY:
        return "(empty)"
    if cls is range or cls is slice or _of(cls, "__module__") in _TELLING:
        try:
            return _short(repr(value))
        except BaseException:
            return f"<{_short(_of(cls, '__name__'))}>"
    if _isa(value, types.BuiltinFunctionType | types.MethodDescriptorType):
        return f"<built-in {_short(value.__qualname__)}>"
    if _isa(value, type) and not _is_readers(value):
        return f"<class {_short(_of(value, '__qualname__'))}>"
    if _is_enum(cls):
        return _short(f"{_of(cls, '__name__')}.{value._name_}")
    return None


def _is_enum(cls: type) -> bool:
    return any(
        _of(base, "__module__") == "enum" and _of(base, "__name__") == "Enum"
        for base in _of(cls, "__mro__")
    )


def _is_readers(cls: type) -> bool:
    """Whether a class is the program's own."""
    return _of(cls, "__module__") == "__main__"


def _fields_of(cls: type) -> tuple[str, ...]:
    """The fields of a named tuple."""
    return next(
        (
            _of(base, "__dict__")["_fields"]
            for base in _of(cls, "__mro__")
            if "_fields" in _of(base, "__dict__")
        ),
        (),
    )


def _attributes(value: object) -> list[tuple[str, object]]:
    """The attributes of an object whose inside is worth seeing."""
    cls = type(value)
    if _isa(value, _partial()):
        given = value.keywords.items()
        return [("func", value.func), ("args", value.args), *given]
    wrapped = _of(cls, "__name__") == "_lru_cache_wrapper"
    if (
        not _is_readers(cls)
        and cls is not types.SimpleNamespace
        and not wrapped
    ):
        return []
    pairs = []
    for base in reversed(_of(cls, "__mro__")):
        for name, slot in _of(base, "__dict__").items():
            if _isa(slot, types.MemberDescriptorType):
                try:
                    pairs.append((name, slot.__get__(value)))
                except AttributeError:
                    pass
    try:
        attributes = object.__getattribute__(value, "__dict__")
    except AttributeError:
        attributes = {}
    pairs += [
        (name, attribute)
        for name, attribute in dict.items(attributes)
        if name == "__wrapped__"
        or (type(name) is str and is_plain(name) and not wrapped)
    ]
    return pairs


def _partial() -> type | tuple[()]:
    """functools.partial, when the program has it."""
    module = sys.modules.get("_functools")
    return getattr(module, "partial", ())


def _content(cell: types.CellType) -> object:
    try:
        return cell.cell_contents
    except ValueError:
        return _EMPTY


class _Empty:
    """What an empty cell shows."""


_EMPTY = _Empty()


def _name_of(value: object) -> str:
    return _short(_of(value, "__name__"))


def exception_text(error: object) -> str:
    """`ValueError: too long`; the message only if no code of the reader's
    makes it."""
    cls = type(error)
    name = _short(_of(cls, "__name__"))
    method = next(
        _of(base, "__dict__")["__str__"]
        for base in _of(cls, "__mro__")
        if "__str__" in _of(base, "__dict__")
    )
    if _isa(method, types.FunctionType) or any(
        _scalar(arg) is None for arg in getattr(error, "args", ())
    ):
        return name
    text = _short(str(error), 2 * TEXT)
    return f"{name}: {text}" if text else name


def _short(text: object, limit: int = TEXT) -> str:
    text = str(text) if type(text) is str else "?"
    text = _ADDRESS.sub("", text)
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")


def _first[T](items: Iterator[T], count: int) -> Iterator[T]:
    for _, item in zip(range(count), items, strict=False):
        yield item


def is_plain(name: str) -> bool:
    """Whether a name is one of the program's own, not of the machinery."""
    return name.isidentifier() and not (
        name.startswith("__") and name.endswith("__")
    )


_IMPORTABLE = (type, types.BuiltinFunctionType, types.FunctionType)


def is_imported(name: str, value: object) -> bool:
    """Whether a name came from `from module import name`."""
    if not issubclass(type(value), _IMPORTABLE):
        return False
    return (
        _of(value, "__module__") != "__main__"
        and _of(value, "__name__") == name
    )
