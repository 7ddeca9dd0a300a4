"""A spreadsheet engine: cells, formulas, live recalculation and undo."""

from spreadsheet.sheet import Sheet

__all__ = ["Sheet"]
