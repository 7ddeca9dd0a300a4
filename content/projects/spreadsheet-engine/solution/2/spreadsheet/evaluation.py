"""Evaluating the tree of a formula."""

import math
import operator
from collections.abc import Callable, Iterable
from typing import Any

from spreadsheet.address import Address
from spreadsheet.formula import Binary, Constant, Node, Reference, Unary
from spreadsheet.values import ErrorValue, Value

type Read = Callable[[Address], Value]

_SIGNS: dict[str, Callable[[Any], Any]] = {
    "+": operator.pos,
    "-": operator.neg,
}
_OPERATORS: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}


def evaluate(node: Node, read: Read) -> Value:
    """Return the value of a formula; read gives the value of a cell."""
    match node:
        case Constant(value):
            return value
        case Reference(address):
            return read(address)
        case Unary(symbol, operand):
            return _calculate(_SIGNS[symbol], [evaluate(operand, read)])
        case Binary(symbol, left, right):
            operands = [evaluate(left, read), evaluate(right, read)]
            return _calculate(_OPERATORS[symbol], operands)


def _calculate(func: Callable[..., Any], operands: list[Value]) -> Value:
    """Apply an operator; an empty cell counts as 0."""
    if error := _first_error(operands):
        return error
    if any(isinstance(operand, str) for operand in operands):
        return ErrorValue.VALUE
    return _guarded(func, *(0 if each is None else each for each in operands))


def _first_error(values: Iterable[Value]) -> ErrorValue | None:
    for value in values:
        if isinstance(value, ErrorValue):
            return value
    return None


def _guarded(func: Callable[..., Any], *arguments: Any) -> Value:
    """Call func; return an error value for an exception or a bad result."""
    try:
        result: int | float = func(*arguments)
    except ZeroDivisionError:
        return ErrorValue.DIV0
    except OverflowError:
        return ErrorValue.NUM
    if isinstance(result, float) and not math.isfinite(result):
        return ErrorValue.NUM
    return result
