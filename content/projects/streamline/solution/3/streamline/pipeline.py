"""The pipeline: steps in a row, and rows that pass through them lazily."""

from collections.abc import Callable, Iterable, Iterator
from operator import is_not_none
from typing import Any

from streamline.steps import MISSING, Step


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

    def run(
        self, rows: Iterable[Any], *, ctx: object = MISSING
    ) -> Iterator[Any]:
        """Return an iterator over what the last step makes of rows.

        Nothing is read before it is asked for, and no more than needed.
        Steps with a keyword-only parameter ctx receive ctx. Raise TypeError
        if one of them has no default and no ctx is given.
        """
        stream = iter(rows)
        for step in self.steps:
            stream = _apply(step, stream, step.keywords(ctx))
        return stream


def _apply(
    step: Step[Any, ..., Any],
    rows: Iterator[Any],
    keywords: dict[str, object],
) -> Iterator[Any]:
    for row in rows:
        try:
            yield from _expand(step.attempt(row, **keywords))
        except Exception as error:
            yield from _expand(step.recover(row, error))


def _expand(result: Any) -> Iterator[Any]:
    """Yield the rows of a step's result: none, one or many.

    Only a list or an iterator holds many. Everything else that can be
    iterated, such as a dict, a string or a record class, may be a row.
    """
    if isinstance(result, (list, Iterator)):
        yield from filter(is_not_none, result)
    elif result is not None:
        yield result
