"""Runs readers' programs: in the page's worker, and in the checks.

A `Program` is a page's namespace. Its blocks run one after another in a real
`__main__`, so that pickle, doctest, inspect and tracebacks behave as they do
when the text stands in a file named main.py. `Output` takes what they print,
and an `Outcome` says how a block ended. All of it works on any CPython; what
only the browser's Python needs is in `browser.py` beside this file.
"""

import builtins
import contextvars
import importlib
import inspect
import io
import linecache
import math
import sys
import time
import traceback
import types
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

# Our functions keep working when a program changes the builtins.
__builtins__ = dict(vars(builtins))

FILENAME = "main.py"
"""What readers' code is called in tracebacks."""

OUTPUT_LIMIT = 100_000
"""Characters that one block may print."""

HIDDEN = {__file__}
"""Files whose frames are left out of tracebacks: the machinery's own."""


class TooMuchOutput(BaseException):
    """The program printed more than `OUTPUT_LIMIT` characters."""


class Output:
    """Takes what a program prints, stdout and stderr in the order written.

    Text is passed on in batches: `emit(stream, text)` is called at the end of
    a line when `hold` seconds have passed since the last batch, and whenever
    8,000 characters wait.
    """

    def __init__(
        self,
        emit: Callable[[str, str], object],
        hold: float = 0.0,
        limit: int = OUTPUT_LIMIT,
    ) -> None:
        self.stdout = _Stream(self, "stdout", 1)
        self.stderr = _Stream(self, "stderr", 2)
        self._emit = emit
        self._hold = hold
        self._limit = limit
        self.start()

    def start(self) -> None:
        """Begin anew: the program may print `limit` characters again."""
        self._room = self._limit
        self._waiting: list[tuple[str, str]] = []
        self._size = 0
        # The first line is passed on at once.
        self._flushed_at = -math.inf

    def install(self) -> None:
        """Become `sys.stdout` and `sys.stderr`."""
        sys.stdout = sys.__stdout__ = self.stdout
        sys.stderr = sys.__stderr__ = self.stderr

    def write(self, stream: str, text: str) -> None:
        if self._room <= 0:
            raise TooMuchOutput
        fits = text[: self._room]
        self._room -= len(text)
        self._waiting.append((stream, fits))
        self._size += len(fits)
        if self._size > 8_000 or self._room <= 0 or self._is_due(fits):
            self.flush()
        if self._room <= 0:
            raise TooMuchOutput

    def flush(self) -> None:
        """Pass on what waits, one call for each change of stream."""
        waiting, self._waiting, self._size = self._waiting, [], 0
        self._flushed_at = time.monotonic()
        while waiting:
            stream = waiting[0][0]
            count = next(
                (i for i, (name, _) in enumerate(waiting) if name != stream),
                len(waiting),
            )
            self._emit(stream, "".join(text for _, text in waiting[:count]))
            del waiting[:count]

    def _is_due(self, text: str) -> bool:
        if "\n" not in text:
            return False
        return time.monotonic() - self._flushed_at >= self._hold


class _Stream(io.TextIOBase):
    """One of the two text streams that feed an `Output`."""

    encoding = "utf-8"

    def __init__(self, output: Output, name: str, number: int) -> None:
        self._output = output
        self._number = number
        self.name = f"<{name}>"
        self.mode = "w"
        self._stream = name
        self.buffer = _Bytes(self)

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            kind = type(text).__name__
            raise TypeError(f"write() argument must be str, not {kind}")
        shown = text.encode(self.encoding, self.errors).decode(self.encoding)
        self._output.write(self._stream, shown)
        return len(text)

    def flush(self) -> None:
        self._output.flush()

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._number

    def reconfigure(self, **options: object) -> None:
        """Accept what TextIOWrapper accepts; nothing here depends on it."""

    @property
    def errors(self) -> str:
        return "strict" if self._number == 1 else "backslashreplace"

    @property
    def line_buffering(self) -> bool:
        return True

    def close(self) -> None:
        """Stay open: the next block prints here, too."""


class _Bytes(io.RawIOBase):
    """The `buffer` of a stream, for programs that print bytes."""

    def __init__(self, stream: _Stream) -> None:
        self._stream = stream

    def write(self, data: bytes) -> int:
        self._stream.write(bytes(data).decode("utf-8", "backslashreplace"))
        return len(data)

    def flush(self) -> None:
        self._stream.flush()

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._stream.fileno()

    def close(self) -> None:
        """Stay open, like the stream."""


@dataclass
class Outcome:
    """How a block ended."""

    exception: BaseException | None = None

    @property
    def name(self) -> str | None:
        """The class of the exception: `json.decoder.JSONDecodeError`."""
        if self.exception is None:
            return None
        cls = type(self.exception)
        if cls.__module__ in ("builtins", "__main__"):
            return cls.__qualname__
        return f"{cls.__module__}.{cls.__qualname__}"

    def summary(self) -> str:
        """What ends the traceback: the exception and its message."""
        return "".join(self._formatted().format_exception_only())

    def traceback(self) -> str:
        """What Python would print for the exception."""
        return "".join(self._formatted().format())

    def _formatted(self) -> traceback.TracebackException:
        error = self.exception
        assert error is not None
        return traceback.TracebackException(
            type(error), error, error.__traceback__, compact=True
        )


class Program:
    """The blocks of a page, run in order in one `__main__`."""

    def __init__(self) -> None:
        self._builtins = dict(vars(builtins))
        self.start()

    def start(self) -> None:
        """Begin with an empty namespace."""
        module = types.ModuleType("__main__")
        module.__file__ = FILENAME
        module.__builtins__ = builtins
        self._module = sys.modules["__main__"] = module
        self._context = contextvars.Context()
        # What blocks before did to the builtins holds until here.
        self._patched = self._builtins
        _sources.clear()

    def check(self, source: str) -> Outcome:
        """Compile a block without running it, and without warnings."""
        try:
            with warnings.catch_warnings(action="ignore"):
                compile(source, FILENAME, "exec", dont_inherit=True)
        except (SyntaxError, ValueError) as error:
            return Outcome(_quoting(source, error))
        return Outcome()

    def run(self, source: str) -> Outcome:
        """Run a block and see how it ends.

        The builtins are put back afterwards, and given to the next block as
        this one leaves them: a program may do with them what it wants, and
        the machinery must survive it.
        """
        # The compiler's own warnings quote the line that they speak of.
        _sources.show(source)
        try:
            code = compile(source, FILENAME, "exec", dont_inherit=True)
        except (SyntaxError, ValueError) as error:
            return Outcome(_quoting(source, error))
        _sources.add(source, code)
        known = vars(builtins)
        outcome = Outcome()
        try:
            replace(known, self._patched)
            self._context.run(exec, code, vars(self._module))
        except BaseException as error:
            outcome = Outcome(error)
        finally:
            self._patched = known.copy()
            replace(known, self._builtins)
        if outcome.exception is not None:
            without_frames_of(HIDDEN, outcome.exception)
        return outcome


def write_file(path: str, text: str) -> None:
    """Write a file of the page; a module read from it before is forgotten."""
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    importlib.invalidate_caches()
    written = str(file.resolve())
    for name, module in list(sys.modules.items()):
        if getattr(module, "__file__", None) != written:
            continue
        del sys.modules[name]
        parent, _, child = name.rpartition(".")
        if parent in sys.modules:
            vars(sys.modules[parent]).pop(child, None)


def replace(target: dict[str, object], wanted: dict[str, object]) -> None:
    """Make one dict equal another, without a moment in which it is empty."""
    target.update(wanted)
    if len(target) != len(wanted):
        for key in [*target]:
            if key not in wanted:
                del target[key]


# Tracebacks


def without_frames_of[E: BaseException](files: set[str], error: E) -> E:
    """Take the frames of some files out of an exception's tracebacks, and
    out of those of all exceptions behind it."""
    seen: set[int] = set()
    pending: list[BaseException | None] = [error]
    while pending:
        exc = pending.pop()
        if exc is None or id(exc) in seen:
            continue
        seen.add(id(exc))
        exc.__traceback__ = _thinned(files, exc.__traceback__)
        pending += [exc.__cause__, exc.__context__]
        if isinstance(exc, BaseExceptionGroup):
            pending += exc.exceptions
    return error


def _quoting[E: Exception](source: str, error: E) -> E:
    """Give a SyntaxError its line. Python quotes what its parser refuses; for
    what the passes after it refuse, it looks in the file, and there is none.
    """
    if isinstance(error, SyntaxError) and error.text is None and error.lineno:
        error.text = "".join(source.splitlines(True)[error.lineno - 1 :][:1])
    return without_frames_of(HIDDEN, error)


def _thinned(
    files: set[str], tb: types.TracebackType | None
) -> types.TracebackType | None:
    links = []
    while tb is not None:
        if tb.tb_frame.f_code.co_filename not in files:
            links.append(tb)
        tb = tb.tb_next
    kept = None
    for link in reversed(links):
        link.tb_next = kept
        kept = link
    return kept


def _walk_visible_stack(
    frame: types.FrameType | None,
) -> Iterator[tuple[types.FrameType, int]]:
    """`traceback.walk_stack` that ends where the reader's code begins."""
    frame = frame or sys._getframe(1)
    while frame is not None and frame.f_code.co_filename not in HIDDEN:
        yield frame, frame.f_lineno
        frame = frame.f_back


class _Sources:
    """The text of all blocks of a page.

    All are called main.py and count their lines from 1, so a name and a line
    do not say which block is meant; a code object does. While somebody looks
    at code of an earlier block, `linecache` is made to hold its text.
    """

    def __init__(self) -> None:
        self._lines: dict[tuple[str, int], list[str]] = {}

    def clear(self) -> None:
        self._lines.clear()
        linecache.cache.pop(FILENAME, None)

    def show(self, source: str) -> None:
        """Let lines of main.py be those of this block."""
        self._show(source.splitlines(keepends=True))

    def add(self, source: str, code: types.CodeType) -> None:
        lines = source.splitlines(keepends=True)
        self._show(lines)
        pending = [code]
        while pending:
            code = pending.pop()
            self._lines[code.co_qualname, code.co_firstlineno] = lines
            pending += [c for c in code.co_consts if inspect.iscode(c)]

    @contextmanager
    def block_of(self, name: str, line: int) -> Iterator[None]:
        """Show the block that defines a name on a line of its own."""
        latest = linecache.cache.get(FILENAME)
        if lines := self._lines.get((name, line)):
            self._show(lines)
        try:
            yield
        finally:
            if latest:
                linecache.cache[FILENAME] = latest

    def _show(self, lines: list[str]) -> None:
        # An mtime of None keeps the entry when the file is not on disk.
        size = sum(map(len, lines))
        linecache.cache[FILENAME] = (size, None, lines, FILENAME)


_sources = _Sources()
_find_source = inspect.findsource
_set_lines = traceback.FrameSummary._set_lines


def _find_source_in_block(subject: object) -> tuple[list[str], int]:
    if inspect.isclass(subject):
        line = vars(subject).get("__firstlineno__", 0)
        with _sources.block_of(subject.__qualname__, line):
            return _find_source(subject)
    code = getattr(subject, "__func__", subject)
    code = getattr(code, "__code__", code)
    if not inspect.iscode(code):
        return _find_source(subject)
    with _sources.block_of(code.co_qualname, code.co_firstlineno):
        return _find_source(subject)


def _set_lines_from_block(summary: traceback.FrameSummary) -> None:
    code = summary._code
    if code is None or code.co_filename != FILENAME:
        return _set_lines(summary)
    with _sources.block_of(code.co_qualname, code.co_firstlineno):
        return _set_lines(summary)


_format_list = traceback.format_list


def _format_visible(
    entries: list[traceback.FrameSummary | tuple[str, int, str, str | None]],
) -> list[str]:
    """`traceback.format_list` without our own frames; the warning about a
    coroutine that was never awaited uses it in asyncio's debug mode."""
    return _format_list([item for item in entries if item[0] not in HIDDEN])


traceback.format_list = _format_visible
inspect.findsource = _find_source_in_block
traceback.FrameSummary._set_lines = _set_lines_from_block
traceback.walk_stack = _walk_visible_stack
