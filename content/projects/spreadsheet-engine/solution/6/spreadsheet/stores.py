"""Places to keep a sheet: the interface, and two adapters that have it."""

import csv
import io
import re
from collections.abc import Mapping
from typing import Protocol

from spreadsheet.address import Address
from spreadsheet.values import Content

type Contents = Mapping[str, Content]
"""The contents of a sheet by address."""

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")


class Store(Protocol):
    """Keeps the contents of one sheet."""

    def load(self) -> Contents: ...
    def save(self, contents: Contents) -> None: ...


class DictStore:
    """Keeps a sheet in memory."""

    def __init__(self, contents: Contents | None = None) -> None:
        self.contents = dict(contents or {})

    def load(self) -> Contents:
        return dict(self.contents)

    def save(self, contents: Contents) -> None:
        self.contents = dict(contents)


class CsvStore:
    """Keeps a sheet as CSV text, one line for each row.

    A field is read as a number, as TRUE or FALSE, as a formula, or else as
    text. An apostrophe before it makes text of anything and is not part of
    it.
    """

    def __init__(self, text: str = "") -> None:
        self.text = text

    def load(self) -> Contents:
        reader = csv.reader(io.StringIO(self.text, newline=""))
        return {
            str(Address(row, column)): content
            for row, fields in enumerate(reader, start=1)
            for column, field in enumerate(fields, start=1)
            if (content := _decode(field)) is not None
        }

    def save(self, contents: Contents) -> None:
        cells = {
            Address.parse(address): _encode(content)
            for address, content in contents.items()
        }
        rows: list[list[str]] = []
        for address, field in sorted(cells.items()):
            rows += [[] for _ in range(address.row - len(rows))]
            row = rows[-1]
            row += [""] * (address.column - len(row) - 1)
            row.append(field)
        file = io.StringIO(newline="")
        csv.writer(file, lineterminator="\n").writerows(rows)
        self.text = file.getvalue()


def _decode(field: str) -> Content:
    """Return the content that a field of a CSV file stands for."""
    if field == "":
        return None
    if field in {"TRUE", "FALSE"}:
        return field == "TRUE"
    if match := _NUMBER.fullmatch(field):
        return float(field) if match[1] or match[2] else int(field)
    return field.removeprefix("'")


def _encode(content: Content) -> str:
    """Return the field that `_decode` reads as content."""
    match content:
        case None:
            return ""
        case bool():
            return str(content).upper()
        case str() if _decode(content) != content:
            return f"'{content}"
        case _:
            return str(content)
