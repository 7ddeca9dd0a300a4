"""The pipeline: steps in a row, and rows that pass through them lazily."""

import time
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from operator import is_not_none
from typing import Any

from streamline.report import Meter, Report, StepReport, Stopwatch
from streamline.steps import MISSING, Step


class Pipeline:
    """Steps that rows pass through one after another.

    A function that is not a step yet becomes one with the default options;
    it is not registered. A pipeline keeps no rows, so it can be run any
    number of times. `clock` returns the time in seconds.
    """

    def __init__(
        self,
        *steps: Callable[..., Any],
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self.steps = tuple(
            step if isinstance(step, Step) else Step(step) for step in steps
        )
        self.clock = clock
        self._meters = self._new_meters()

    def run(
        self, rows: Iterable[Any], *, ctx: object = MISSING
    ) -> Iterator[Any]:
        """Return an iterator over what the last step makes of rows.

        Nothing is read before it is asked for, and no more than needed.
        Steps with a keyword-only parameter ctx receive ctx. Raise TypeError
        if one of them has no default and no ctx is given.
        """
        source, *meters = latest = self._new_meters()
        stopwatch = Stopwatch(self.clock)
        stream = stopwatch.watch(iter(rows), source)
        for step, meter in zip(self.steps, meters):
            results = _apply(step, stream, step.keywords(ctx), meter)
            stream = stopwatch.watch(results, meter)
        self._meters = latest
        return stream

    def report(self) -> Report:
        """Return what each step has done so far in the latest run."""
        return Report(
            tuple(
                StepReport(
                    step.name,
                    rows_in=before.rows,
                    rows_out=after.rows,
                    skipped=after.skipped,
                    seconds=after.seconds,
                )
                for step, (before, after) in zip(
                    self.steps, pairwise(self._meters)
                )
            )
        )

    def _new_meters(self) -> list[Meter]:
        """Return a meter for the source, and one for each step."""
        return [Meter() for _ in range(1 + len(self.steps))]


def _apply(
    step: Step[Any, ..., Any],
    rows: Iterator[Any],
    keywords: dict[str, object],
    meter: Meter,
) -> Iterator[Any]:
    for row in rows:
        try:
            yield from _expand(step.attempt(row, **keywords))
        except Exception as error:
            if step.on_error == "skip":
                meter.skipped += 1
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
