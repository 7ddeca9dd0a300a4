"""What the tests of an exercise use beside your code.

`raises` expects an exception, and `prepare` lets the tests run with unittest
and with pytest. There is nothing to change here.
"""

import asyncio
import functools
import inspect
import re
import sys
import types
import unittest
from collections.abc import Callable

if sys.version_info < (3, 14):
    have = sys.version.split()[0]
    sys.exit(f"This exercise needs Python 3.14 or later; this is {have}.")


class raises:
    """Expects an exception: `with raises(ValueError, match="empty"):`.

    `match` is a regular expression to be found in the message. Afterwards
    `value` is the exception. Another exception passes through.
    """

    value: BaseException

    def __init__(
        self, *expected: type[BaseException], match: str | None = None
    ) -> None:
        self._expected = expected
        self._match = match

    def __enter__(self) -> raises:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: types.TracebackType | None,
    ) -> bool:
        names = " or ".join(cls.__name__ for cls in self._expected)
        if error is None:
            raise AssertionError(f"expected {names}, found no exception")
        if not isinstance(error, self._expected):
            return False
        self.value = error
        if self._match is not None and not re.search(self._match, str(error)):
            raise AssertionError(
                f"expected {names} with a message like {self._match!r}, "
                f"found {type(error).__name__}: {error}"
            )
        return True


def prepare(
    namespace: dict[str, object],
) -> Callable[..., unittest.TestSuite]:
    """Make the functions `test_*` of a module ready for both tools.

    A test that is `async` becomes a function that runs it to its end, which
    pytest calls like any other. The result is for the module's `load_tests`,
    by which unittest finds functions and shows their docstrings.
    """
    for name, test in list(namespace.items()):
        if name.startswith("test_") and inspect.iscoroutinefunction(test):
            namespace[name] = _run_to_its_end(test)

    def load_tests(*_: object) -> unittest.TestSuite:
        return unittest.TestSuite(
            unittest.FunctionTestCase(test, description=inspect.getdoc(test))
            for name, test in namespace.items()
            if name.startswith("test_") and inspect.isfunction(test)
        )

    return load_tests


def _run_to_its_end(test: Callable[[], object]) -> Callable[[], None]:
    @functools.wraps(test)
    def run() -> None:
        asyncio.run(test())

    return run
