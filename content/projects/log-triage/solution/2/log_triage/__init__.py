"""Turn a noisy log into a ranked list of problems."""

from log_triage.events import Event, Level, ParseError, parse_line
from log_triage.reading import EventReader, read_events

__all__ = [
    "Event",
    "EventReader",
    "Level",
    "ParseError",
    "parse_line",
    "read_events",
]
