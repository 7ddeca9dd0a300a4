"""Log lines as events: three formats in, one class out."""

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum, auto
from typing import Literal

type Format = Literal["json", "pairs", "plain", "unknown"]

PAIR = re.compile(
    r"""
    \s* ([^\s="]+) =                     # a key
    ( "(?:[^"\\]|\\.)*" | [^\s"]* )      # a value, in quotes or one word
    (?= \s | $ )
    """,
    re.VERBOSE,
)


class Level(Enum):
    """How serious the program that wrote the line thought it was."""

    DEBUG = auto()
    INFO = auto()
    WARNING = auto()
    ERROR = auto()
    CRITICAL = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What a line of a log says."""

    time: datetime
    """In UTC."""
    level: Level
    message: str
    status: int | None = None
    """An HTTP status, 100 to 599."""


class ParseError(ValueError):
    """A line that is no event. Its cause is the error that showed it."""

    def __init__(self, number: int, format: Format, reason: str) -> None:
        # All arguments go up: pickle calls the class with them again.
        super().__init__(number, format, reason)
        self.number = number
        self.format = format
        self.reason = reason

    def __str__(self) -> str:
        return f"line {self.number} ({self.format}): {self.reason}"


def parse_line(line: str, number: int = 1) -> Event:
    """Return the event that a line describes.

    Raise ParseError with the number of the line if it describes none.
    """
    line = line.strip()
    found: Format = "unknown"
    try:
        match line.split(maxsplit=3):
            case [first, *_] if first.startswith("{"):
                found = "json"
                return _from_fields(json.loads(line))
            case [first, *_] if "=" in first:
                found = "pairs"
                return _from_fields(_pairs(line))
            case [date, time, level, message] if date[0].isdecimal():
                found = "plain"
                return _event(f"{date} {time}", level, message)
    except (ValueError, OverflowError, RecursionError) as error:
        raise ParseError(number, found, _reason(error)) from error
    raise ParseError(number, found, "no known format")


def _pairs(line: str) -> dict[str, object]:
    """Return the fields of a line of key=value pairs."""
    fields: dict[str, object] = {}
    position = 0
    while position < len(line):
        pair = PAIR.match(line, position)
        if pair is None:
            raise ValueError(f"no key=value at column {position + 1}")
        key, value = pair.groups()
        if value.startswith('"'):
            value = re.sub(r'\\(["\\])', r"\1", value[1:-1])
        fields[key] = value
        position = pair.end()
    return fields


def _from_fields(fields: dict[str, object]) -> Event:
    match fields:
        case {"time": str(time), "level": str(level), "msg": str(message)} | {
            "time": str(time),
            "level": str(level),
            "message": str(message),
        }:
            return _event(time, level, message, fields.get("status"))
        case _:
            raise ValueError("needs time, level and msg as text")


def _event(
    time: str, level: str, message: str, status: object = None
) -> Event:
    return Event(
        time=_time(time),
        level=_level(level),
        message=message,
        status=_status(status),
    )


def _time(text: str) -> datetime:
    time = datetime.fromisoformat(text)
    # Without an offset, astimezone would take the zone of this computer.
    if time.tzinfo is None:
        return time.replace(tzinfo=UTC)
    return time.astimezone(UTC)


def _level(text: str) -> Level:
    match text.lower():
        case "debug" | "trace":
            return Level.DEBUG
        case "info" | "notice":
            return Level.INFO
        case "warning" | "warn":
            return Level.WARNING
        case "error" | "err":
            return Level.ERROR
        case "critical" | "fatal":
            return Level.CRITICAL
        case _:
            raise ValueError(f"unknown level {text!r}")


def _status(value: object) -> int | None:
    # True is an int; the range keeps it out.
    match value:
        case int() if 100 <= value <= 599:
            return value
        case str() if len(value) == 3 and value.isdecimal():
            return _status(int(value))
        case _:
            return None


def _reason(error: Exception) -> str:
    match error:
        case json.JSONDecodeError(msg=message, colno=column):
            # Its own text would begin to count the lines anew.
            return f"{message.removesuffix(' at')} at column {column}"
        case RecursionError():
            return "nested too deeply"
        case _:
            return str(error)
