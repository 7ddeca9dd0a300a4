"""What cells hold."""

import math

type Content = bool | int | float | str | None
"""What can be put into a cell."""


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
