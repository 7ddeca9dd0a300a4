"""The command: options, files, messages and exit codes."""

import argparse
import io
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TextIO

from log_triage.events import Event
from log_triage.reading import EventReader, read_events
from log_triage.summary import summarize
from log_triage.table import format_table

STDIN = "-"


def main(argv: Sequence[str] | None = None) -> int:
    """Print the problems in log files and return the exit code.

    It is 0 if everything was read, 1 if lines were unreadable, and 2 if a
    file was. Another error passes, with a note that says where.
    """
    options = _parser().parse_args(argv)
    sources = Sources(options.files or [STDIN], options.encoding)
    try:
        findings = summarize(sources.events())
    except Exception as error:
        error.add_note(sources.position)
        raise
    print(format_table(findings) if findings else "no problems")
    return sources.exit_code


class Sources:
    """The files to read, one after another, and how that went.

    What could not be read is reported on stderr at the end of its file.
    """

    def __init__(self, names: Sequence[str], encoding: str) -> None:
        self.names = names
        self.encoding = encoding
        self.exit_code = 0
        self._name = ""
        self._reader: EventReader | None = None

    @property
    def position(self) -> str:
        """The file and the line that was read last, if there is one."""
        if self._reader is None or self._reader.number == 0:
            return self._name
        return f"{self._name}, line {self._reader.number}"

    def events(self) -> Iterator[Event]:
        """Yield the events of all files."""
        for name in self.names:
            self._name = "<stdin>" if name == STDIN else name
            self._reader = None
            try:
                with _open(name, self.encoding) as lines:
                    self._reader = read_events(lines)
                    yield from self._reader
            except OSError as error:
                self._report(error)
            if self._reader and (group := self._reader.errors):
                self._report(group)

    def _report(self, error: OSError | ExceptionGroup) -> None:
        """Say on stderr what failed, and remember the exit code."""
        match error:
            case OSError():
                self.exit_code = 2
                _say(f"{self.position}: {error.strerror or error}")
            case ExceptionGroup(exceptions=errors):
                self.exit_code = max(self.exit_code, 1)
                for parse_error in errors:
                    _say(f"{self._name}: {parse_error}")
                _say(f"{self._name}: {error.message}")


def _say(message: str) -> None:
    print(message, file=sys.stderr)


def _open(name: str, encoding: str) -> AbstractContextManager[TextIO]:
    # A broken byte must not end the run, and escaping it as \xff would
    # break the JSON around it.
    if name != STDIN:
        return open(name, encoding=encoding, errors="replace")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding=encoding, errors="replace")
    return nullcontext(sys.stdin)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="log_triage", description="Show what is wrong, worst first."
    )
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="log file, - for stdin"
    )
    parser.add_argument(
        "--encoding",
        type=_encoding,
        default="utf-8-sig",
        help="encoding of the files (default: UTF-8, with or without BOM)",
    )
    return parser


def _encoding(name: str) -> str:
    try:
        " ".encode(name)
    except (LookupError, ValueError) as error:
        message = f"unknown encoding {name!r}"
        raise argparse.ArgumentTypeError(message) from error
    return name
