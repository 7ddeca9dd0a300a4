"""A sheet of cells, some of which hold formulas."""

from collections.abc import Iterator
from dataclasses import dataclass

from spreadsheet.address import Address
from spreadsheet.evaluation import evaluate
from spreadsheet.formula import Node, parse
from spreadsheet.values import Content, Value, checked


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

    def __getitem__(self, address: str) -> Value:
        return self._read(Address.parse(address))

    def __setitem__(self, address: str, content: Content) -> None:
        place = Address.parse(address)
        cell = _cell(content)
        if cell is None:
            self._cells.pop(place, None)
            return
        if cell.node is not None:
            cell.value = evaluate(cell.node, self._read)
        self._cells[place] = cell

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

    def _read(self, place: Address) -> Value:
        cell = self._cells.get(place)
        return None if cell is None else cell.value


def _cell(content: Content) -> Cell | None:
    """Return a cell with that content, or None if it is to be empty."""
    if checked(content) is None:
        return None
    if isinstance(content, str) and content.startswith("="):
        return Cell(content, parse(content), None)
    return Cell(content, None, content)
