"""Evaluating the tree of a formula."""

import math
import operator
from collections.abc import Callable, Iterable
from typing import Any

from spreadsheet.address import Address, Area
from spreadsheet.formula import (
    Binary,
    Call,
    Constant,
    Node,
    Reference,
    Unary,
)
from spreadsheet.functions import Argument, functions
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
        case Call(name, nodes):
            arguments: list[Argument] = [
                tuple(map(read, node))
                if isinstance(node, Area)
                else evaluate(node, read)
                for node in nodes
            ]
            return _call(name, arguments)


def _calculate(func: Callable[..., Any], operands: list[Value]) -> Value:
    """Apply an operator; an empty cell counts as 0."""
    if error := _first_error(operands):
        return error
    if any(isinstance(operand, str) for operand in operands):
        return ErrorValue.VALUE
    return _guarded(func, *(0 if each is None else each for each in operands))


def _call(name: str, arguments: list[Argument]) -> Value:
    function = functions.get(name)
    if function is None:
        return ErrorValue.NAME
    if not function.accepts(len(arguments)):
        return ErrorValue.ARGUMENTS
    for argument in arguments:
        values = argument if isinstance(argument, tuple) else (argument,)
        if error := _first_error(values):
            return error
    return _guarded(function.func, *arguments)


def _first_error(values: Iterable[Value]) -> ErrorValue | None:
    for value in values:
        if isinstance(value, ErrorValue):
            return value
    return None


def _guarded(func: Callable[..., Any], *arguments: Any) -> Value:
    """Call func; return an error value for an exception or a bad result."""
    try:
        result = func(*arguments)
    except ZeroDivisionError:
        return ErrorValue.DIV0
    except OverflowError:
        return ErrorValue.NUM
    except Exception:
        return ErrorValue.VALUE
    match result:
        case float() if not math.isfinite(result):
            return ErrorValue.NUM
        case None | bool() | int() | float() | str() | ErrorValue():
            return result
        case _:
            return ErrorValue.VALUE
