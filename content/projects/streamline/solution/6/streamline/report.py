"""Counting rows and seconds, and the table that shows them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class StepReport:
    """What one step did in a run."""

    name: str
    rows_in: int
    rows_out: int
    skipped: int
    """Rows that failed for good and were left out by on_error="skip"."""
    seconds: float
    """Time in the step itself, without the steps before and after it."""


@dataclass(frozen=True, slots=True)
class Report:
    """What each step did in a run; as a string, a table."""

    steps: tuple[StepReport, ...]

    def __str__(self) -> str:
        table = [["step", "in", "out", "skipped", "seconds"]]
        for step in self.steps:
            counts = (step.rows_in, step.rows_out, step.skipped)
            table.append([step.name, *map(str, counts), f"{step.seconds:.3f}"])
        widths = [max(map(len, column)) for column in zip(*table)]
        return "\n".join(
            "  ".join(
                [name.ljust(widths[0]), *map(str.rjust, cells, widths[1:])]
            )
            for name, *cells in table
        )


@dataclass(slots=True)
class Meter:
    """Counts at the exit of a step, or of the source."""

    rows: int = 0
    skipped: int = 0
    seconds: float = 0.0


class Stopwatch:
    """A clock that charges the time to one meter at a time."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._meter: Meter | None = None
        self._since = 0.0

    def watch(self, rows: Iterator[Any], meter: Meter) -> Iterator[Any]:
        """Yield rows, count them, and charge the time they take to meter.

        When rows asks another watched iterator for a row, the time goes to
        the meter of that one until it has answered.
        """
        while True:
            caller = self._charge(meter)
            try:
                row = next(rows)
            except StopIteration:
                return
            finally:
                self._charge(caller)
            meter.rows += 1
            yield row

    def _charge(self, meter: Meter | None) -> Meter | None:
        """Charge the time from now on to meter; return who had it so far."""
        now = self._clock()
        before = self._meter
        if before is not None:
            before.seconds += now - self._since
        self._meter, self._since = meter, now
        return before
