"""A sheet of cells that recalculates what depends on a change."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from spreadsheet.address import Address, Area
from spreadsheet.dependencies import Dependencies
from spreadsheet.evaluation import evaluate
from spreadsheet.formula import Node, parse, references
from spreadsheet.history import History, SetContent
from spreadsheet.observers import Change, Observer, Observers
from spreadsheet.values import Content, ErrorValue, Value, checked, same


@dataclass(slots=True)
class Cell:
    """A cell that is not empty; its node is the formula, if it has one."""

    content: Content
    node: Node | None
    value: Value


class Sheet:
    """Cells by address, from A1 to ZZ999.

    Cells that are not in the sheet are empty, and None empties a cell.
    """

    def __init__(self) -> None:
        self._cells: dict[Address, Cell] = {}
        self._dependencies = Dependencies()
        self._observers = Observers()
        self._history = History(self._put)
        self._old: dict[Address, Value] = {}
        """The values before all changes that have not been told yet."""

    def __getitem__(self, address: str) -> Value:
        return self._read(Address.parse(address))

    def __setitem__(self, address: str, content: Content) -> None:
        place = Address.parse(address)
        before = self.content(address)
        if not same(before, content):
            self._history.run(SetContent(place, before, content))
            self._tell()

    def __contains__(self, address: object) -> bool:
        try:
            return Address.parse(address) in self._cells
        except ValueError:
            return False

    def __iter__(self) -> Iterator[str]:
        return map(str, sorted(self._cells))

    def __len__(self) -> int:
        return len(self._cells)

    def content(self, address: str) -> Content:
        """Return what was put into a cell: a value, or a formula's text."""
        cell = self._cells.get(Address.parse(address))
        return None if cell is None else cell.content

    def observe(self, area: str, observer: Observer) -> Callable[[], None]:
        """Call observer with each Change in a cell or in an area.

        Calling the result ends that.
        """
        return self._observers.add(Area.parse(area), observer)

    def undo(self) -> bool:
        """Undo the latest step; return whether there was one."""
        undone = self._history.undo()
        self._tell()
        return undone

    def redo(self) -> bool:
        """Redo what was undone last; return whether there was any."""
        redone = self._history.redo()
        self._tell()
        return redone

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make one step of all edits in the block; undo them if it raises.

        Observers are told when the outermost block has ended.
        """
        try:
            with self._history.transaction():
                yield
        finally:
            self._tell()

    def _read(self, place: Address) -> Value:
        cell = self._cells.get(place)
        return None if cell is None else cell.value

    def _put(self, place: Address, content: Content) -> None:
        """Change a cell, and recalculate all cells that depend on it."""
        cell = _cell(content)
        self._old.setdefault(place, self._read(place))
        if cell is None:
            self._cells.pop(place, None)
        else:
            self._cells[place] = cell
        node = None if cell is None else cell.node
        self._dependencies.link(place, references(node) if node else ())
        self._recalculate([place])

    def _recalculate(self, changed: Iterable[Address]) -> None:
        order, circular = self._dependencies.plan(changed)
        for place in circular:
            self._show(place, ErrorValue.CYCLE)
        for place in order:
            cell = self._cells.get(place)
            if cell is not None and cell.node is not None:
                self._show(place, evaluate(cell.node, self._read))

    def _show(self, place: Address, value: Value) -> None:
        self._old.setdefault(place, self._cells[place].value)
        self._cells[place].value = value

    def _tell(self) -> None:
        """Tell the observers what has changed, unless more is to come."""
        if self._history.in_transaction:
            return
        old, self._old = self._old, {}
        self._observers.tell(
            Change(str(place), old[place], self._read(place))
            for place in sorted(old)
            if not same(old[place], self._read(place))
        )


def _cell(content: Content) -> Cell | None:
    """Return a cell with that content, or None if it is to be empty."""
    if checked(content) is None:
        return None
    if isinstance(content, str) and content.startswith("="):
        return Cell(content, parse(content), None)
    return Cell(content, None, content)
