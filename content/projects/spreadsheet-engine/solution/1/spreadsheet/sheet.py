"""A sheet of cells."""

from collections.abc import Iterator
from dataclasses import dataclass

from spreadsheet.address import Address
from spreadsheet.values import Content, checked


@dataclass(slots=True)
class Cell:
    """A cell that is not empty."""

    content: Content


class Sheet:
    """Cells by address, from A1 to ZZ999.

    Cells that are not in the sheet are empty, and None empties a cell.
    """

    def __init__(self) -> None:
        self._cells: dict[Address, Cell] = {}

    def __getitem__(self, address: str) -> Content:
        cell = self._cells.get(Address.parse(address))
        return None if cell is None else cell.content

    def __setitem__(self, address: str, content: Content) -> None:
        place = Address.parse(address)
        if checked(content) is None:
            self._cells.pop(place, None)
        else:
            self._cells[place] = Cell(content)

    def __contains__(self, address: object) -> bool:
        try:
            return Address.parse(address) in self._cells
        except ValueError:
            return False

    def __iter__(self) -> Iterator[str]:
        return map(str, sorted(self._cells))

    def __len__(self) -> int:
        return len(self._cells)
