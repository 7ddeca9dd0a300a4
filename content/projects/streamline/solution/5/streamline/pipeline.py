"""The pipeline: steps in a row, and rows that pass through them lazily."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from operator import is_not_none
from typing import Any

from streamline.report import Meter, Report, StepReport, Stopwatch
from streamline.steps import MISSING, Step


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that a step with on_error="skip" has given up."""

    step: str
    row_number: int
    """The number of the row that was read last, counted from 1."""
    row: Any
    """The row as the step received it."""
    error: Exception


class Pipeline:
    """Steps that rows pass through one after another.

    A function that is not a step yet becomes one with the default options;
    it is not registered. A pipeline keeps no rows but rejected ones, and can
    be run any number of times. `clock` returns the time in seconds. A run
    ends with an ExceptionGroup if more than the share `error_limit` of the
    source's rows was rejected.
    """

    def __init__(
        self,
        *steps: Callable[..., Any],
        clock: Callable[[], float] = time.perf_counter,
        error_limit: float = 1.0,
    ) -> None:
        if not 0 <= error_limit <= 1:
            raise ValueError(f"error_limit must be 0 to 1, not {error_limit}")
        self.steps = tuple(
            step if isinstance(step, Step) else Step(step) for step in steps
        )
        self.clock = clock
        self.error_limit = error_limit
        self._latest = _Run(self.steps)

    def run(
        self, rows: Iterable[Any], *, ctx: object = MISSING
    ) -> Iterator[Any]:
        """Return an iterator over what the last step makes of rows.

        Nothing is read before it is asked for, and no more than needed.
        Steps with a keyword-only parameter ctx receive ctx. Raise TypeError
        if one of them has no default and no ctx is given.
        """
        run = _Run(self.steps)
        stopwatch = Stopwatch(self.clock)
        stream = stopwatch.watch(iter(rows), run.source)
        for step, meter in zip(self.steps, run.meters):
            results = run.apply(step, stream, step.keywords(ctx), meter)
            stream = stopwatch.watch(results, meter)
        self._latest = run
        return self._deliver(stream, run)

    def report(self) -> Report:
        """Return what each step has done so far in the latest run."""
        run = self._latest
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
                    self.steps, pairwise([run.source, *run.meters])
                )
            )
        )

    @property
    def rejected(self) -> tuple[Rejected, ...]:
        """The rows that the latest run has rejected so far."""
        return tuple(self._latest.rejected)

    def _deliver(self, stream: Iterator[Any], run: _Run) -> Iterator[Any]:
        yield from stream
        run.check(self.error_limit)


class _Run:
    """What one pass over a source counts and rejects."""

    def __init__(self, steps: tuple[Step[Any, ..., Any], ...]) -> None:
        self.source = Meter()
        self.meters = [Meter() for _ in steps]
        self.rejected: list[Rejected] = []

    def apply(
        self,
        step: Step[Any, ..., Any],
        rows: Iterator[Any],
        keywords: dict[str, object],
        meter: Meter,
    ) -> Iterator[Any]:
        """Yield what the step makes of each of the rows."""
        for row in rows:
            try:
                yield from _expand(step.attempt(row, **keywords))
            except Exception as error:
                # Rows are pulled through one by one, so the row that was
                # read last is the one that everybody is working on.
                number = self.source.rows
                error.add_note(f"step {step.name!r}, row {number}")
                if step.on_error == "skip":
                    meter.skipped += 1
                    self.rejected.append(
                        Rejected(step.name, number, row, error)
                    )
                yield from _expand(step.recover(row, error))

    def check(self, error_limit: float) -> None:
        """Raise the errors of all rejected rows if they are too many."""
        bad = len({rejected.row_number for rejected in self.rejected})
        total = self.source.rows
        if bad / max(total, 1) > error_limit:
            raise ExceptionGroup(
                f"{bad} of {total} rows rejected",
                [rejected.error for rejected in self.rejected],
            )


def _expand(result: Any) -> Iterator[Any]:
    """Yield the rows of a step's result: none, one or many.

    Only a list or an iterator holds many. Everything else that can be
    iterated, such as a dict, a string or a record class, may be a row.
    """
    if isinstance(result, (list, Iterator)):
        yield from filter(is_not_none, result)
    elif result is not None:
        yield result
