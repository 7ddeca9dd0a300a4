"""Turn a noisy log into a ranked list of problems."""

from log_triage.events import Event, Level, ParseError, parse_line

__all__ = [
    "Event",
    "Level",
    "ParseError",
    "parse_line",
]
