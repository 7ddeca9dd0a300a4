"""A lazy reader that keeps going, and knows what it could not read."""

from collections.abc import Iterable, Iterator
from typing import Self

from log_triage.events import Event, ParseError, parse_line

KEPT_ERRORS = 100


class EventReader:
    """An iterator over the events of lines that keeps the first errors."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines: Iterator[str] = iter(lines)
        self._errors: list[ParseError] = []
        self.number = 0
        """The number of the line that was read last."""
        self.failed = 0
        """How many lines were unreadable so far."""

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Event:
        for line in self._lines:
            self.number += 1
            if not line.strip():
                continue
            try:
                return parse_line(line, self.number)
            except ParseError as error:
                self.failed += 1
                if self.failed <= KEPT_ERRORS:
                    self._errors.append(error)
        raise StopIteration

    @property
    def errors(self) -> ExceptionGroup[ParseError] | None:
        """The first errors as one group, None if every line was read."""
        if not self._errors:
            return None
        return ExceptionGroup(f"unreadable lines: {self.failed}", self._errors)


def read_events(lines: Iterable[str]) -> EventReader:
    """Return an iterator over the events of lines; blank ones are skipped.

    It reads a line when an event is asked for, and goes on behind a line
    that it cannot read.
    """
    if isinstance(lines, str):
        raise TypeError("lines must be an iterable of lines, not one string")
    return EventReader(lines)
