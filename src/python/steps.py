"""Takes the steps of a page, in any Python, and says how each one ended."""

import io
import sys
from collections.abc import Callable
from typing import Any

import runner
import tracer


class Stdin(io.TextIOWrapper):
    """A stdin that asks for each line when a program reads it.

    `read_line()` gives a line without its end, and at the end of the input
    anything but a string.
    """

    def __init__(self, read_line: Callable[[], object]) -> None:
        super().__init__(
            io.BufferedReader(_Lines(read_line)), "utf-8", "surrogateescape"
        )
        self._read_line = read_line
        self.mode = "r"

    def renewed(self) -> Stdin:
        """The same stdin, open and with nothing read from it."""
        return Stdin(self._read_line)


class _Lines(io.RawIOBase):
    """The bytes of a `Stdin`: one line at a time."""

    name = "<stdin>"

    def __init__(self, read_line: Callable[[], object]) -> None:
        self._read_line = read_line
        self._rest = b""

    def readinto(self, buffer: memoryview) -> int:
        if not self._rest:
            sys.__stdout__.flush()
            line = self._read_line()
            if isinstance(line, str):
                self._rest = f"{line}\n".encode("utf-8", "surrogateescape")
        count = min(len(buffer), len(self._rest))
        buffer[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        return count

    def readable(self) -> bool:
        return True

    def fileno(self) -> int:
        return 0


class Steps:
    """One page's run. A step and its result are plain JSON values."""

    def __init__(self, output: runner.Output) -> None:
        self._output = output
        self._program = runner.Program()

    def take(self, step: dict[str, Any]) -> dict[str, Any]:
        if step["do"] == "write":
            runner.write_file(step["path"], step["source"])
            return {"ended": "normally"}
        if step["do"] == "check":
            return self._result(self._program.check(step["source"]))
        if step.get("fresh"):
            self._program.start()
        self._output.start()
        self._output.install()
        if "stdin" in step:
            self._give(step["stdin"])
        recording: dict[str, object] = {}
        try:
            if step.get("trace"):
                outcome, recording["trace"] = tracer.record(
                    self._program.run, step["source"], self._output
                )
            else:
                outcome = self._program.run(step["source"])
        finally:
            self._output.flush()
        return self._result(outcome) | recording

    def _give(self, lines: list[str]) -> None:
        """Let this step and those after it read these lines from stdin.

        They are echoed, as a terminal shows what is typed.
        """
        left = iter(lines)

        def read_line() -> str | None:
            line = next(left, None)
            if line is not None:
                self._output.write("stdout", f"{line}\n")
            return line

        sys.stdin = sys.__stdin__ = Stdin(read_line)

    def _result(self, outcome: runner.Outcome) -> dict[str, Any]:
        if outcome.exception is None:
            return {"ended": "normally"}
        if isinstance(outcome.exception, runner.TooMuchOutput):
            return {"ended": "flooded"}
        if isinstance(outcome.exception, tracer.Cut):
            return {"ended": "cut"}
        return {
            "ended": "raised",
            "name": outcome.name,
            "summary": outcome.summary(),
            "traceback": outcome.traceback(),
        }
