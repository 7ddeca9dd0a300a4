"""What the host of the browser's Python calls: the page's worker, and the
worker of the checks, which therefore cannot disagree.

`set_up` once, `begin` for each page or exercise, `take` for each step.
"""

import sys
from collections.abc import Callable
from json import dumps, loads
from typing import Protocol

import browser
import grader
import runner
import steps

# Readers' modules may have these names.
for name in ("browser", "grader", "pictures", "runner", "steps", "tracer"):
    del sys.modules[name]
runner.HIDDEN |= {__file__, steps.__file__}


class Host(browser.Host, Protocol):
    """What a host provides beside what programs need of the world."""

    def print(self, stream: str, text: str) -> object:
        """Take text that a program wrote to `stdout` or `stderr`."""

    def start_test(self, name: str) -> object:
        """Hear which test of an exercise runs now."""


def set_up(host: Host, can_suspend: bool, hold: float) -> None:
    """Make programs find what they find in CPython.

    `hold` is the least time between two batches of output, in seconds.
    """
    global _host, _output, _baseline
    _host = host
    _output = runner.Output(lambda *batch: _emit(*batch), hold)
    browser.set_up(host, can_suspend)
    # Not part of what is restored: this module must remember.
    del sys.modules[__name__]
    _baseline = browser.Baseline()


def begin() -> None:
    """Forget all that programs have done: a new page begins."""
    global _steps, _emit
    _emit = _host.print
    _baseline.restore()
    _steps = steps.Steps(_output)


def take(step: str) -> str:
    """Take one step; it and its result are JSON."""
    wanted = loads(step)
    if wanted["do"] == "grade":
        return dumps(_grade(wanted["source"], wanted["tests"]))
    return dumps(_steps.take(wanted))


def _grade(source: str, tests: str) -> dict[str, object]:
    """Grade a solution; what it prints goes into the grade."""
    global _emit
    printed: list[str] = []

    def take_printed() -> str:
        text = "".join(printed)
        printed.clear()
        return text

    before, _emit = _emit, lambda _, text: printed.append(text)
    try:
        grade = grader.Exam(tests).grade(
            source, _output, take_printed, _host.start_test
        )
    finally:
        _emit = before
    return {"ended": "normally", "grade": grade.as_json()}


_emit: Callable[[str, str], object]
