"""Edits as commands, and the history that can undo them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

from spreadsheet.address import Address
from spreadsheet.values import Content

type Put = Callable[[Address, Content], None]
"""Puts content into a cell; all that commands need of a sheet."""


class Command(Protocol):
    """An edit that can be done, undone and done again."""

    def do(self, put: Put) -> None: ...
    def undo(self, put: Put) -> None: ...


@dataclass(frozen=True, slots=True)
class SetContent:
    """Gives one cell another content."""

    address: Address
    before: Content
    after: Content

    def do(self, put: Put) -> None:
        put(self.address, self.after)

    def undo(self, put: Put) -> None:
        put(self.address, self.before)


@dataclass(frozen=True, slots=True)
class Batch:
    """Several commands as one."""

    commands: tuple[Command, ...]

    def do(self, put: Put) -> None:
        for command in self.commands:
            command.do(put)

    def undo(self, put: Put) -> None:
        for command in reversed(self.commands):
            command.undo(put)


class History:
    """Runs commands, and keeps them to undo and redo."""

    def __init__(self, put: Put) -> None:
        self._put = put
        self._done: list[Command] = []
        self._undone: list[Command] = []
        self._open: list[Command] | None = None
        """The commands of the innermost transaction."""

    @property
    def in_transaction(self) -> bool:
        return self._open is not None

    def run(self, command: Command) -> None:
        """Do a command and remember it, unless it raises."""
        command.do(self._put)
        self._remember(command)

    def undo(self) -> bool:
        """Undo the latest command; return whether there was one."""
        self._require_no_transaction()
        if not self._done:
            return False
        command = self._done.pop()
        command.undo(self._put)
        self._undone.append(command)
        return True

    def redo(self) -> bool:
        """Do again what was undone last; return whether there was any."""
        self._require_no_transaction()
        if not self._undone:
            return False
        command = self._undone.pop()
        command.do(self._put)
        self._done.append(command)
        return True

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make one command of those in the block; undo them if it raises."""
        outer, self._open = self._open, []
        try:
            yield
        except BaseException:
            Batch(tuple(self._open)).undo(self._put)
            self._open = outer
            raise
        batch, self._open = Batch(tuple(self._open)), outer
        if batch.commands:
            self._remember(batch)

    def _remember(self, command: Command) -> None:
        if self._open is not None:
            self._open.append(command)
            return
        self._done.append(command)
        self._undone.clear()

    def _require_no_transaction(self) -> None:
        if self.in_transaction:
            raise RuntimeError("a transaction is open")
