"""What cells hold: the values, and the errors among them."""

import math
from enum import Enum

type Content = bool | int | float | str | None
"""What can be put into a cell; a str that begins with = is a formula."""

type Value = Content | ErrorValue
"""What a cell shows: its content, or the result of its formula."""


class ErrorValue(Enum):
    """A result that is an error; formulas that read it have it too."""

    DIV0 = "#DIV/0!"
    NUM = "#NUM!"
    REF = "#REF!"
    VALUE = "#VALUE!"
    CYCLE = "#CYCLE!"
    NAME = "#NAME?"
    ARGUMENTS = "#N/A"

    def __str__(self) -> str:
        return self.value


def checked(content: object) -> Content:
    """Return content if a cell can hold it.

    Raise TypeError for other types, ValueError for numbers without end.
    """
    match content:
        case float() if not math.isfinite(content):
            raise ValueError(f"not a finite number: {content}")
        case None | bool() | int() | float() | str():
            return content
        case _:
            name = type(content).__name__
            raise TypeError(f"a cell cannot hold a {name}")


def same(one: Value, other: Value) -> bool:
    """Say whether two values are equal and of one type, unlike 1 and True."""
    return type(one) is type(other) and one == other
