"""Takes the steps of pages in Pyodide; its counterpart is cpython.py."""

import sys
from json import dumps, loads

import browser
import grader
import runner
import steps

sys.path.remove("/checks")
# Readers' modules may have these names.
for name in ("browser", "grader", "runner", "steps"):
    del sys.modules[name]
runner.HIDDEN |= {__file__, steps.__file__}

_printed: list[str] = []
_output = runner.Output(lambda _, text: _printed.append(text))


def set_up(host: browser.Host, can_suspend: bool) -> None:
    global _baseline
    browser.set_up(host, can_suspend)
    # Not part of what is restored: this module must remember.
    del sys.modules[__name__]
    _baseline = browser.Baseline()


def begin() -> None:
    """Forget the page before."""
    global _run
    _baseline.restore()
    _run = steps.Steps(_output)


def take(step: str) -> str:
    _printed.clear()
    wanted = loads(step)
    if wanted["do"] == "grade":
        graded = _grade(wanted["source"], wanted["tests"])
        return dumps({"ended": "normally", "output": "", "grade": graded})
    result = _run.take(wanted)
    result["output"] = "".join(_printed)
    return dumps(result)


def _grade(source: str, tests: str) -> dict[str, object]:
    def take_printed() -> str:
        text = "".join(_printed)
        _printed.clear()
        return text

    _printed.clear()
    return grader.Exam(tests).grade(source, _output, take_printed).as_json()
