"""A report and its findings, as tables for people and JSON for programs.

Neither shows a character of the file itself, only code points and names, so
both are ASCII and nothing in them can act on a terminal.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict

from text_inspector.results import Finding, Report


def table(report: Report, findings: Sequence[Finding]) -> str:
    """Return report and findings as a line about the file and tables."""
    parts = [_heading(report), _counts("line ends", _line_ends(report))]
    if findings:
        kinds: dict[str, int] = {}
        for kind in sorted(finding.kind for finding in findings):
            kinds[kind] = kinds.get(kind, 0) + 1
        parts += [_counts("findings", kinds), _places(findings)]
    return "\n\n".join(parts)


def as_json(report: Report, findings: Sequence[Finding]) -> str:
    """Return report and findings as JSON, with bare numbers."""
    content = {
        "encoding": report.encoding,
        "bom": report.bom,
        "size": report.size,
        "line_ends": _line_ends(report),
        "findings": [asdict(finding) for finding in findings],
    }
    return json.dumps(content, indent=2)


def _heading(report: Report) -> str:
    bom = " with BOM" if report.bom else ""
    return f"{report.encoding}{bom}, {report.size / 1024:,.1f} KiB"


def _line_ends(report: Report) -> dict[str, int]:
    return {"LF": report.lf, "CRLF": report.crlf, "CR": report.cr}


def _counts(title: str, counts: dict[str, int]) -> str:
    """Return a table of counts, their shares, and a total."""
    total = sum(counts.values())
    rows = [*counts.items(), ("total", total)]
    names = max(len(title), *(len(name) for name, _ in rows))
    numbers = max(len("count"), len(f"{total:,}"))
    lines = [f"{title:<{names}}  {'count':>{numbers}}  {'share':>6}"]
    for name, count in rows:
        share = count / total if total else 0.0
        lines.append(f"{name:<{names}}  {count:>{numbers},}  {share:>6.1%}")
    return "\n".join(lines)


def _places(findings: Sequence[Finding]) -> str:
    """Return a table with the place and the name of each finding."""
    head = ("line", "column", "code points", "kind", "name")
    rows = [
        (
            f"{finding.line:,}",
            f"{finding.column:,}",
            finding.code_points,
            finding.kind,
            finding.name,
        )
        for finding in findings
    ]
    line, column, points, kind, _ = [
        max(len(cell) for cell in cells) for cells in zip(head, *rows)
    ]
    return "\n".join(
        f"{a:>{line}}  {b:>{column}}  {c:<{points}}  {d:<{kind}}  {e}"
        for a, b, c, d, e in (head, *rows)
    )
