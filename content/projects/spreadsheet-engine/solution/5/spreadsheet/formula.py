"""Formulas: their text, and the tree of nodes that it is parsed into."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from spreadsheet.address import Address, Area
from spreadsheet.values import ErrorValue

LONGEST = 255
"""The length of a formula; it bounds the depth of the tree as well."""

_TOKEN = re.compile(
    r"(?P<number>[0-9]+(?:\.[0-9]+)?)"
    r"|(?P<name>[A-Z][A-Z0-9]*)"
    r"|(?P<space>\s+)"
    r"|(?P<symbol>.)"
)
_REFERENCE = re.compile(r"[A-Z]+[0-9]+")
_RANKS = {"+": 1, "-": 1, "*": 2, "/": 2}


class FormulaError(ValueError):
    """The text of a formula is wrong at `column`; the = is column 1."""

    def __init__(self, message: str, column: int) -> None:
        super().__init__(message, column)
        self.column = column

    def __str__(self) -> str:
        return f"{self.args[0]} (column {self.column})"


@dataclass(frozen=True, slots=True)
class Constant:
    """A number, or the error that a reference to nowhere is."""

    value: int | float | ErrorValue


@dataclass(frozen=True, slots=True)
class Reference:
    """The value of another cell."""

    address: Address


@dataclass(frozen=True, slots=True)
class Unary:
    """A sign before an operand."""

    symbol: str
    operand: Node


@dataclass(frozen=True, slots=True)
class Binary:
    """An operator between two operands."""

    symbol: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Call:
    """A function with its arguments; areas occur only here."""

    name: str
    arguments: tuple[Node | Area, ...]


type Node = Constant | Reference | Unary | Binary | Call


def parse(text: str) -> Node:
    """Return the tree of a formula, which begins with =.

    Raise FormulaError if the text is not a formula.
    """
    if len(text) > LONGEST:
        raise FormulaError("the formula is too long", LONGEST + 1)
    parser = _Parser(text)
    node = parser.expression()
    parser.expect("end")
    return node


def references(node: Node | Area) -> Iterator[Address]:
    """Yield the address of every cell that the node reads."""
    match node:
        case Reference(address):
            yield address
        case Unary(_, operand):
            yield from references(operand)
        case Binary(_, left, right):
            yield from references(left)
            yield from references(right)
        case Call(_, arguments):
            for argument in arguments:
                yield from references(argument)
        case Area():
            yield from node


class _Token(NamedTuple):
    kind: str
    """number, name or end, or the symbol itself."""
    text: str
    column: int


class _Parser:
    """Reads tokens from left to right; each method reads one construct."""

    def __init__(self, text: str) -> None:
        self._tokens = _tokens(text)
        self._next = 0

    def expression(self, above: int = 0) -> Node:
        """Read operands and the operators that rank higher than above."""
        left = self._operand()
        while (rank := _RANKS.get(self._token.kind, 0)) > above:
            symbol = self._advance().kind
            left = Binary(symbol, left, self.expression(rank))
        return left

    def expect(self, kind: str) -> None:
        """Read a token of that kind, or raise FormulaError."""
        if self._token.kind != kind:
            raise self._unexpected()
        self._advance()

    def _operand(self) -> Node:
        match self._token:
            case _Token("number", text):
                self._advance()
                return Constant(float(text) if "." in text else int(text))
            case _Token("name"):
                return self._named()
            case _Token("+" | "-" as symbol):
                self._advance()
                return Unary(symbol, self._operand())
            case _Token("("):
                self._advance()
                node = self.expression()
                self.expect(")")
                return node
            case _:
                raise self._unexpected()

    def _named(self) -> Node:
        if self._is_name_before("("):
            return self._call()
        address = self._address()
        return Reference(address) if address else Constant(ErrorValue.REF)

    def _call(self) -> Call:
        name = self._advance().text
        arguments: list[Node | Area] = []
        self.expect("(")
        while self._token.kind != ")":
            if arguments:
                self.expect(",")
            arguments.append(self._argument())
        self._advance()
        return Call(name, tuple(arguments))

    def _argument(self) -> Node | Area:
        if not self._is_name_before(":"):
            return self.expression()
        corner = self._address()
        self.expect(":")
        opposite = self._address()
        if corner is None or opposite is None:
            return Constant(ErrorValue.REF)
        return Area.between(corner, opposite)

    def _address(self) -> Address | None:
        """Read an address; return None if it is outside of every sheet."""
        if not _REFERENCE.fullmatch(self._token.text):
            raise self._unexpected()
        try:
            return Address.parse(self._advance().text)
        except ValueError:
            return None

    def _is_name_before(self, kind: str) -> bool:
        if self._token.kind != "name":
            return False
        return self._tokens[self._next + 1].kind == kind

    @property
    def _token(self) -> _Token:
        return self._tokens[self._next]

    def _advance(self) -> _Token:
        self._next += 1
        return self._tokens[self._next - 1]

    def _unexpected(self) -> FormulaError:
        token = self._token
        message = f"unexpected {token.text or 'end of the formula'}"
        return FormulaError(message, token.column)


def _tokens(text: str) -> list[_Token]:
    """Return the tokens behind the =, with one of the kind end."""
    tokens = [
        _Token(
            match[0] if match.lastgroup == "symbol" else str(match.lastgroup),
            match[0],
            match.start() + 1,
        )
        for match in _TOKEN.finditer(text, 1)
        if match.lastgroup != "space"
    ]
    return [*tokens, _Token("end", "", len(text) + 1)]
