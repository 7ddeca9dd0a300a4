"""Which events are problems, and how bad they are."""

from dataclasses import dataclass
from enum import Enum, IntEnum, auto
from typing import assert_never

from log_triage.events import Event, Level

SLOW_MS = 1000


class Severity(IntEnum):
    """How soon somebody should look at a problem."""

    LOW = auto()
    MEDIUM = auto()
    HIGH = auto()
    CRITICAL = auto()


class Kind(Enum):
    """What a problem is, whichever program reported it."""

    CRASH = auto()
    DISK_FULL = auto()
    SERVER_ERROR = auto()
    TIMEOUT = auto()
    DENIED = auto()
    ERROR = auto()
    SLOW = auto()
    WARNING = auto()


@dataclass(frozen=True, slots=True)
class Problem:
    """What many events have in common; equal problems are counted as one."""

    kind: Kind
    name: str

    @property
    def severity(self) -> Severity:
        """How soon somebody should look at it."""
        match self.kind:
            case Kind.CRASH | Kind.DISK_FULL:
                return Severity.CRITICAL
            case Kind.SERVER_ERROR | Kind.TIMEOUT:
                return Severity.HIGH
            case Kind.DENIED | Kind.ERROR:
                return Severity.MEDIUM
            case Kind.SLOW | Kind.WARNING:
                return Severity.LOW
            case _:
                assert_never(self.kind)


def classify(event: Event) -> Problem | None:
    """Return the problem that an event is a case of, None if it is fine."""
    words = event.message.lower().split()
    match event:
        case Event(level=Level.DEBUG | Level.CRITICAL):
            pass  # The level alone decides.
        case Event(status=int(status)) if status >= 500:
            return Problem(Kind.SERVER_ERROR, f"status {status}")
        case Event(status=401 | 403 as status):
            return Problem(Kind.DENIED, f"status {status}")
    match event.level:
        case Level.DEBUG | Level.INFO:
            return None
        case Level.WARNING:
            return _by_message(words, Kind.WARNING)
        case Level.ERROR:
            return _by_message(words, Kind.ERROR)
        case Level.CRITICAL:
            return Problem(Kind.CRASH, _shape(words))
        case _:
            assert_never(event.level)


def _by_message(words: list[str], otherwise: Kind) -> Problem | None:
    match words:
        case ["disk", "full", "on", place, *_]:
            return Problem(Kind.DISK_FULL, f"disk full on {place}")
        case ["timeout", "calling" | "reaching", service, *_]:
            return Problem(Kind.TIMEOUT, f"timeout: {service}")
        case ["slow", what, "took", number, "ms"] if number.isdecimal():
            # int refuses a text of several thousand digits.
            if float(number) < SLOW_MS:
                return None
            return Problem(Kind.SLOW, f"slow {what}")
        case _:
            return Problem(otherwise, _shape(words))


def _shape(words: list[str]) -> str:
    """Return the words with # for each that holds a digit."""
    return " ".join(
        "#" if any(char.isdigit() for char in word) else word for word in words
    )
