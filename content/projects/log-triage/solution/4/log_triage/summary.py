"""Many events in, one line for each problem out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from log_triage.events import Event
from log_triage.problems import Problem, classify


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem with all that is known about its events."""

    problem: Problem
    count: int
    first: datetime
    last: datetime
    sample: str
    """The message of the earliest event."""


class _Tally:
    """What is kept of the events of one problem."""

    def __init__(self, event: Event) -> None:
        self.count = 0
        self.earliest = event
        self.last = event.time

    def add(self, event: Event) -> None:
        self.count += 1
        if event.time < self.earliest.time:
            self.earliest = event
        self.last = max(self.last, event.time)


def summarize(events: Iterable[Event]) -> list[Finding]:
    """Return what is wrong, the worst first.

    Findings are sorted by severity, count and name. Events are read once,
    in any order of their times; one of each problem is kept.
    """
    tallies: dict[Problem, _Tally] = {}
    cases = (
        (problem, event)
        for event in events
        if (problem := classify(event)) is not None
    )
    for problem, event in cases:
        if problem not in tallies:
            tallies[problem] = _Tally(event)
        tallies[problem].add(event)
    findings = [
        Finding(
            problem,
            tally.count,
            tally.earliest.time,
            tally.last,
            tally.earliest.message,
        )
        for problem, tally in tallies.items()
    ]
    return sorted(findings, key=_rank)


def _rank(finding: Finding) -> tuple[int, int, str]:
    problem = finding.problem
    return -problem.severity, -finding.count, problem.name
