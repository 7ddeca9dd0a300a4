"""Telling observers what has changed."""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from spreadsheet.address import Address, Area
from spreadsheet.values import Value


@dataclass(frozen=True, slots=True)
class Change:
    """A cell has a new value."""

    address: str
    old: Value
    new: Value


type Observer = Callable[[Change], object]


class Observers:
    """Observers of cells, and the changes that they are to be told."""

    def __init__(self) -> None:
        self._entries: list[tuple[Area, Observer]] = []
        self._waiting: deque[Change] = deque()
        self._telling = False

    def add(self, area: Area, observer: Observer) -> Callable[[], None]:
        """Tell observer what changes in area, until the result is called."""
        entry = (area, observer)
        self._entries.append(entry)

        def remove() -> None:
            # By identity: another entry may be equal to this one.
            self._entries = [it for it in self._entries if it is not entry]

        return remove

    def tell(self, changes: Iterable[Change]) -> None:
        """Tell all observers of the changed cells, one change at a time.

        Changes that an observer causes wait until the earlier ones have been
        told. Errors come out at the end, as one ExceptionGroup.
        """
        self._waiting.extend(changes)
        if self._telling:
            return
        errors = []
        self._telling = True
        try:
            while self._waiting:
                change = self._waiting.popleft()
                address = Address.parse(change.address)
                for area, observer in tuple(self._entries):
                    if address not in area:
                        continue
                    try:
                        observer(change)
                    except Exception as error:
                        errors.append(error)
        finally:
            self._telling = False
            self._waiting.clear()
        if errors:
            raise ExceptionGroup("observers have failed", errors)
