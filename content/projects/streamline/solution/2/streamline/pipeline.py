"""The pipeline: steps in a row, and rows that pass through them lazily."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from streamline.steps import Step


class Pipeline:
    """Steps that rows pass through one after another.

    A function that is not a step yet becomes one with the default options;
    it is not registered. A pipeline keeps no rows, so it can be run any
    number of times.
    """

    def __init__(self, *steps: Callable[..., Any]) -> None:
        self.steps = tuple(
            step if isinstance(step, Step) else Step(step) for step in steps
        )

    def run(self, rows: Iterable[Any]) -> Iterator[Any]:
        """Return an iterator over what the last step makes of rows.

        Nothing is read before it is asked for, and no more than needed.
        """
        stream = iter(rows)
        for step in self.steps:
            stream = _apply(step, stream)
        return stream


def _apply(step: Step[Any, ..., Any], rows: Iterator[Any]) -> Iterator[Any]:
    for row in rows:
        result = step(row)
        if result is not None:
            yield result
