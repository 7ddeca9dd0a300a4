"""Takes the steps of a page, in any Python, and says how each one ended."""

from typing import Any

import runner


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
        try:
            outcome = self._program.run(step["source"])
        finally:
            self._output.flush()
        return self._result(outcome)

    def _result(self, outcome: runner.Outcome) -> dict[str, Any]:
        if outcome.exception is None:
            return {"ended": "normally"}
        if isinstance(outcome.exception, runner.TooMuchOutput):
            return {"ended": "flooded"}
        return {
            "ended": "raised",
            "name": outcome.name,
            "summary": outcome.summary(),
            "traceback": outcome.traceback(),
        }
