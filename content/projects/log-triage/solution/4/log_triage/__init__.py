"""Turn a noisy log into a ranked list of problems."""

from log_triage.events import Event, Level, ParseError, parse_line
from log_triage.problems import Kind, Problem, Severity, classify
from log_triage.reading import EventReader, read_events
from log_triage.summary import Finding, summarize

__all__ = [
    "Event",
    "EventReader",
    "Finding",
    "Kind",
    "Level",
    "ParseError",
    "Problem",
    "Severity",
    "classify",
    "parse_line",
    "read_events",
    "summarize",
]
