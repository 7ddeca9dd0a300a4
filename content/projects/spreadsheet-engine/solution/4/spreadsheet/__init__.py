"""A spreadsheet engine: cells, formulas, live recalculation and undo."""

from spreadsheet.formula import FormulaError
from spreadsheet.functions import function, functions
from spreadsheet.observers import Change
from spreadsheet.sheet import Sheet
from spreadsheet.values import ErrorValue

__all__ = [
    "Change",
    "ErrorValue",
    "FormulaError",
    "Sheet",
    "function",
    "functions",
]
