"""A spreadsheet engine: cells, formulas, live recalculation and undo."""

from spreadsheet.formula import FormulaError
from spreadsheet.sheet import Sheet
from spreadsheet.values import ErrorValue

__all__ = [
    "ErrorValue",
    "FormulaError",
    "Sheet",
]
