"""The registry of functions for formulas, and those that are built in."""

import inspect
import re
from annotationlib import Format
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from spreadsheet.values import Value

type Argument = Value | tuple[Value, ...]
"""What a function gets; an area is a tuple of its values, row by row."""

_NAME = re.compile(r"[A-Z][A-Z0-9]*")


@dataclass(frozen=True, slots=True)
class Function:
    """A Python function with the signature that its calls must fit."""

    func: Callable[..., Any]
    signature: inspect.Signature

    def accepts(self, count: int) -> bool:
        """Say whether the function can be called with count arguments."""
        try:
            self.signature.bind(*range(count))
        except TypeError:
            return False
        return True


functions: dict[str, Function] = {}
"""Every function that formulas can call, by its name in formulas."""


def function[F: Callable[..., Any]](name: str) -> Callable[[F], F]:
    """Register the decorated function under a name for formulas.

    Raise ValueError if formulas cannot spell the name, or if it is taken.
    """
    if not _NAME.fullmatch(name):
        raise ValueError(f"not a name of capitals and digits: {name!r}")

    def register(func: F) -> F:
        if name in functions:
            raise ValueError(f"there is a function {name} already")
        # As strings, annotations that cannot be evaluated do no harm.
        signature = inspect.signature(func, annotation_format=Format.STRING)
        functions[name] = Function(func, signature)
        return func

    return register


def numbers(*arguments: Argument) -> Iterator[int | float]:
    """Yield the numbers in arguments, without bools, text and empty cells."""
    for argument in arguments:
        values = argument if isinstance(argument, tuple) else (argument,)
        for value in values:
            if isinstance(value, int | float) and not isinstance(value, bool):
                yield value


@function("SUM")
def _sum(first: Argument, *more: Argument) -> Value:
    return sum(numbers(first, *more))


@function("COUNT")
def _count(first: Argument, *more: Argument) -> Value:
    return len(list(numbers(first, *more)))


@function("AVERAGE")
def _average(first: Argument, *more: Argument) -> Value:
    found = list(numbers(first, *more))
    return sum(found) / len(found)


@function("MIN")
def _min(first: Argument, *more: Argument) -> Value:
    return min(numbers(first, *more), default=0)


@function("MAX")
def _max(first: Argument, *more: Argument) -> Value:
    return max(numbers(first, *more), default=0)
