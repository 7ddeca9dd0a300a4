"""Addresses of cells, such as A1."""

import re
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
