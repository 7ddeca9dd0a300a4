"""Addresses of cells, such as A1, and areas of them, such as A1:B3."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Self

ROWS = 999
COLUMNS = 26 + 26 * 26

_ADDRESS = re.compile(r"([A-Z]+)([1-9][0-9]*)")


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """The place of a cell, from A1 to ZZ999; addresses sort row by row."""

    row: int
    column: int

    def __post_init__(self) -> None:
        if not (1 <= self.row <= ROWS and 1 <= self.column <= COLUMNS):
            raise ValueError("the last address is ZZ999")

    @classmethod
    def parse(cls, text: object) -> Self:
        """Return the address that text names.

        Raise ValueError if it is not one.
        """
        match = _ADDRESS.fullmatch(text) if isinstance(text, str) else None
        if match is None:
            raise ValueError(f"not an address: {text!r}")
        column = 0
        for letter in match[1]:
            column = column * 26 + ascii_uppercase.index(letter) + 1
        return cls(int(match[2]), column)

    def __str__(self) -> str:
        first, second = divmod(self.column - 1, 26)
        letters = ascii_uppercase[first - 1] if first else ""
        return f"{letters}{ascii_uppercase[second]}{self.row}"


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells."""

    rows: range
    columns: range

    @classmethod
    def between(cls, corner: Address, opposite: Address) -> Self:
        """Return the area that has these corners."""
        top, bottom = sorted((corner.row, opposite.row))
        left, right = sorted((corner.column, opposite.column))
        return cls(range(top, bottom + 1), range(left, right + 1))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the area that text names: A1:B3, or A1 alone.

        Raise ValueError if it is none.
        """
        corner, colon, opposite = text.partition(":")
        return cls.between(
            Address.parse(corner),
            Address.parse(opposite if colon else corner),
        )

    def __contains__(self, address: Address) -> bool:
        return address.row in self.rows and address.column in self.columns

    def __iter__(self) -> Iterator[Address]:
        """Yield the addresses row by row."""
        for row in self.rows:
            for column in self.columns:
                yield Address(row, column)
