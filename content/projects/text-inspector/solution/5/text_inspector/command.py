"""The command line: bytes in, results and messages out, an exit status."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from text_inspector.cleaning import clean, repair
from text_inspector.lines import split_lines
from text_inspector.results import Finding, Report
from text_inspector.searching import suspects
from text_inspector.showing import as_json, table
from text_inspector.sniffing import sniff

CLEAN, FINDINGS, UNREADABLE = 0, 1, 2


def main(argv: Sequence[str]) -> int:
    """Inspect the file that argv names, or stdin, and return the status.

    The status is 0 for a clean file, 1 if there is something to say about
    it, and 2 if it cannot be read. Wrong options end in SystemExit(2).
    """
    options = _parser().parse_args(argv)
    try:
        data = _read(options.file)
    except OSError as error:
        _tell(options.file, error.strerror or str(error))
        return UNREADABLE
    report = sniff(data)
    if report.encoding is None:
        _tell(options.file, "neither UTF-8, UTF-16, UTF-32 nor cp1252")
        return UNREADABLE

    findings = suspects(report.text)
    if options.clean:
        # Past the text layer, which has its own encoding and line ends.
        sys.stdout.buffer.write(clean(report.text).encode("utf-8"))
    else:
        show = as_json if options.json else table
        print(show(report, findings))
    objections = _objections(report, findings)
    for objection in objections:
        _tell(options.file, objection)
    return FINDINGS if objections else CLEAN


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="text_inspector",
        description="Find out what is really in a text file.",
    )
    parser.add_argument("file", nargs="?", default="-", help="- is stdin")
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--json", action="store_true", help="show JSON")
    output.add_argument(
        "--clean", action="store_true", help="write a clean version, UTF-8"
    )
    return parser


def _read(file: str) -> bytes:
    return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()


def _tell(file: str, message: str) -> None:
    name = "<stdin>" if file == "-" else file
    print(f"{name}: {message}", file=sys.stderr)


def _objections(report: Report, findings: Sequence[Finding]) -> list[str]:
    """Return all that keeps a file from being called clean."""
    objections = []
    if report.encoding != "utf-8":
        objections.append(f"encoded in {report.encoding}, not utf-8")
    if report.bom:
        objections.append("starts with a byte order mark")
    if (report.lf > 0) + (report.crlf > 0) + (report.cr > 0) > 1:
        objections.append("has mixed line ends")
    lines = split_lines(report.text)
    if garbled := sum(repair(line) != line for line in lines):
        objections.append(f"has mojibake in {garbled:,} line(s)")
    if findings:
        objections.append(f"has {len(findings):,} finding(s)")
    return objections
