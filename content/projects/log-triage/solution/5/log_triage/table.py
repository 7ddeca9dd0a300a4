"""Findings as a table for a terminal."""

from collections.abc import Sequence
from datetime import datetime

from log_triage.summary import Finding

HEADER = ("severity", "count", "first", "last", "problem", "sample")
WIDEST = 40


def format_table(findings: Sequence[Finding]) -> str:
    """Return findings as a table with aligned columns."""
    rows = [HEADER, *(_cells(finding) for finding in findings)]
    widths = [max(map(len, column)) for column in zip(*rows)]
    return "\n".join(_align(row, widths) for row in rows)


def _cells(finding: Finding) -> tuple[str, ...]:
    return (
        finding.problem.severity.name.lower(),
        str(finding.count),
        _minute(finding.first),
        _minute(finding.last),
        _clean(finding.problem.name),
        _clean(finding.sample),
    )


def _align(row: tuple[str, ...], widths: list[int]) -> str:
    cells = [
        cell.rjust(width) if title == "count" else cell.ljust(width)
        for title, cell, width in zip(HEADER, row, widths)
    ]
    return "  ".join(cells).rstrip()


def _minute(time: datetime) -> str:
    return f"{time:%m-%d %H:%M}"


def _clean(text: str) -> str:
    """Return text that is short and cannot control the terminal."""
    if len(text) > WIDEST:
        text = text[: WIDEST - 3] + "..."
    return "".join(char if char.isprintable() else "?" for char in text)
