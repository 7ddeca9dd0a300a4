"""Prints a line for each case in which `raises` of the archives and `raises`
of the grader do not agree, and nothing when they do."""

import sys
from collections.abc import Callable
from pathlib import Path

sys.path[:1] = [str(Path(__file__).parents[3] / "src/python")]
sys.dont_write_bytecode = True

import exercise_support  # noqa: E402
import grader  # noqa: E402


def refuse() -> None:
    raise ValueError("empty basket")


CASES: dict[str, tuple[tuple[type[BaseException], ...], str | None]] = {
    "the exception itself": ((ValueError,), None),
    "a base class": ((Exception,), None),
    "one of two": ((KeyError, ValueError), None),
    "another one": ((KeyError,), None),
    "a message found": ((ValueError,), r"ty b\w+"),
    "a message not found": ((ValueError,), "^basket"),
}


def outcome(
    raises: type,
    body: Callable[[], object],
    expected: tuple[type[BaseException], ...],
    match: str | None,
) -> str:
    caught = raises(*expected, match=match)
    try:
        with caught:
            body()
    except AssertionError:
        return "failed"
    except Exception as error:
        return f"passed on {error!r}"
    return f"holds {caught.value!r}"


for name, (expected, match) in CASES.items():
    for body in (refuse, lambda: None):
        ours, theirs = (
            outcome(module.raises, body, expected, match)
            for module in (exercise_support, grader)
        )
        if ours != theirs:
            print(f"{name}, {body.__name__}: {ours}, the grader {theirs}")
