"""Grades a solution, a starter and the solution's mutants on CPython.

The exercise comes as JSON on stdin; a line of JSON goes to descriptor 3 for
each thing graded. A mutant that cannot be interrupted costs the process, so
one can begin `from` a later mutant.
"""

import os
import resource
import signal
import sys
import time
from json import dumps, load
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:1] = [str(HERE), str(HERE.parents[2] / "src/python")]
sys.dont_write_bytecode = True

import grader  # noqa: E402
import mutants  # noqa: E402
import runner  # noqa: E402

# Readers' modules may have these names.
for name in ("grader", "mutants", "runner"):
    del sys.modules[name]
runner.HIDDEN.add(__file__)

MEMORY = 8 << 30
SLOWER = 10
"""How many times slower than the solution a mutant may be."""


class TimeUp(BaseException):
    """A mutant took too long; it counts as noticed."""


def main() -> None:
    exercise = load(sys.stdin)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.set_inheritable(3, False)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    sys.path[:2] = [os.getcwd()]
    sys.argv[:] = [runner.FILENAME]
    signal.signal(signal.SIGALRM, time_up)
    with os.fdopen(3, "w", encoding="utf-8") as results:
        for result in examine(**exercise):
            print(dumps(result), file=results, flush=True)
    os._exit(0)


def examine(solution: str, starter: str, tests: str, first: int) -> Any:
    printed: list[str] = []
    output = runner.Output(lambda _, text: printed.append(text))

    def take_printed() -> str:
        text = "".join(printed)
        printed.clear()
        return text

    try:
        exam = grader.Exam(tests)
    except SyntaxError as error:
        yield {"broken": runner.Outcome(error).summary()}
        return
    start = time.perf_counter()
    grade = exam.grade(solution, output, take_printed)
    usual = time.perf_counter() - start
    if first == 0:
        yield {"solution": grade.as_json()}
        given = exam.grade(starter, output, take_printed)
        yield {"starter": given.as_json()}
    if grade.status != "passed":
        return
    limit = max(0.2, SLOWER * usual)
    for index, mutant in enumerate(mutants.mutants_of(solution)):
        if index < first:
            continue
        survived = False
        try:
            # Again and again, for code that swallows it.
            signal.setitimer(signal.ITIMER_REAL, limit, 0.05)
            found = exam.grade(
                mutant.source, output, take_printed, stop_at_failure=True
            )
            signal.setitimer(signal.ITIMER_REAL, 0)
            survived = found.status == "passed"
        except BaseException:
            signal.setitimer(signal.ITIMER_REAL, 0)
        yield {
            "mutant": index,
            "line": mutant.line,
            "endLine": mutant.end_line,
            "was": mutant.was,
            "now": mutant.now,
            "survived": survived,
        }
    yield {"excused": sorted(mutants.excused_lines(solution))}


def time_up(number: int, frame: object) -> None:
    raise TimeUp


main()
