"""Grades a learner's solution with the tests of an exercise.

The solution runs as the module `solution`, so `if __name__ == "__main__"` is
skipped. Tests are functions `test_*`, plain or async, that find the learner's
names as their own. Their `assert` statements are rewritten so that a failure
shows the expression, what came out and what was wanted.
"""

import ast
import asyncio
import inspect
import linecache
import re
import sys
import time
import types
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from typing import Literal

import runner

runner.HIDDEN.add(__file__)

SOLUTION = "solution.py"
TESTS = "tests.py"

REPR_LIMIT = 400
"""Characters of a value that a failure shows."""

Status = Literal["passed", "failed", "error", "missing"]


@dataclass
class TestResult:
    """What one test found.

    `failed` means that an answer is wrong, `error` that the solution raised,
    and `missing` that it does not define a name which the test needs.
    """

    name: str
    title: str
    status: Status = "passed"
    expression: str | None = None
    """`running_total([1, 2, 3]) == [1, 3, 6]`, as the test says it."""
    operator: str | None = None
    got: str | None = None
    want: str | None = None
    message: str | None = None
    traceback: str | None = None
    printed: str = ""
    ms: float = 0.0


@dataclass
class Grade:
    """What the tests say about a solution.

    `broken` means that the solution does not even run as far as its
    definitions; `error` says why, and no test has run.
    """

    status: Literal["passed", "failed", "broken"] = "passed"
    error: str | None = None
    line: int | None = None
    missing: list[str] = field(default_factory=list)
    """Names that the tests need and the solution does not define."""
    printed: str = ""
    tests: list[TestResult] = field(default_factory=list)

    def as_json(self) -> dict[str, object]:
        return asdict(self)


class Failure(AssertionError):
    """A test's answer is wrong; `details` are fields of a `TestResult`."""

    def __init__(self, message: str | None = None, **details: str) -> None:
        super().__init__(message)
        self.message = message
        self.details = details


class raises:
    """Expects an exception: `with raises(ValueError, match="empty"):`.

    Afterwards `value` is the exception.
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
            raise Failure("no exception", want=names, got="no exception")
        if not isinstance(error, self._expected):
            return False
        self.value = error
        if self._match is not None:
            text = _text_of(error)
            if not re.search(self._match, text):
                raise Failure(
                    "the exception says something else",
                    want=f"{names} with a message like {self._match!r}",
                    got=f"{type(error).__name__}: {text}",
                )
        return True


class Exam:
    """The tests of an exercise, ready to grade any number of solutions."""

    def __init__(self, tests: str) -> None:
        self._text = tests
        tree = ast.parse(tests, TESTS)
        self._defined = _defined_names(tree)
        rewritten = ast.fix_missing_locations(_Asserts(tests).visit(tree))
        self._code = compile(rewritten, TESTS, "exec", dont_inherit=True)

    def grade(
        self,
        source: str,
        output: runner.Output,
        printed: Callable[[], str],
        started: Callable[[str], object] = lambda name: None,
        stop_at_failure: bool = False,
    ) -> Grade:
        """Run the tests against a solution.

        `printed()` gives what `output` passed on since it was last asked;
        `started(name)` hears of each test before it runs, so that one which
        never ends can be named.
        """
        output.start()
        output.install()
        grade = Grade()
        try:
            module = _load(source)
        except BaseException as error:
            _raise_if_interrupted(error)
            grade.status = "broken"
            grade.error, grade.line = _described(error)
            return grade
        finally:
            output.flush()
            grade.printed = printed()
        namespace = self._namespace(module)
        exec(self._code, namespace)
        for name, test in _tests_in(namespace):
            started(name)
            output.start()
            result = self._run(name, test, grade)
            output.flush()
            result.printed = printed()
            grade.tests.append(result)
            if result.status != "passed":
                grade.status = "failed"
                if stop_at_failure:
                    break
        return grade

    def _namespace(self, module: types.ModuleType) -> dict[str, object]:
        """What the tests see: the learner's names, and the grader's."""
        _show(TESTS, self._text)
        learned = {
            name: value
            for name, value in vars(module).items()
            if not name.startswith("__")
        }
        comparisons = _Comparisons()
        given = {
            "__name__": "tests",
            "__file__": TESTS,
            "__holds__": comparisons.holds,
            "__failure__": comparisons.failure,
            "raises": raises,
        }
        # A learner's test_* function is not a test of the exercise.
        return {
            name: value
            for name, value in (learned | given).items()
            if not name.startswith("test_") or name in self._defined
        }

    def _run(
        self, name: str, test: Callable[[], object], grade: Grade
    ) -> TestResult:
        result = TestResult(name, inspect.getdoc(test) or name)
        start = time.perf_counter()
        try:
            if inspect.iscoroutinefunction(test):
                asyncio.run(test())
            else:
                test()
        except Failure as failure:
            result.status = "failed"
            result.message = failure.message
            for key, value in failure.details.items():
                setattr(result, key, value)
        except BaseException as error:
            _raise_if_interrupted(error)
            self._explain(error, result, grade)
        result.ms = round((time.perf_counter() - start) * 1000, 2)
        return result

    def _explain(
        self, error: BaseException, result: TestResult, grade: Grade
    ) -> None:
        missing = _missing_name(error)
        if missing and missing not in self._defined:
            result.status = "missing"
            result.message = f"your code does not define {missing}"
            if missing not in grade.missing:
                grade.missing.append(missing)
            return
        result.status = "error"
        result.message, _ = _described(error)
        asserted = self._asserted_at(_line_in(TESTS, error))
        result.traceback = _learner_traceback(error)
        if result.traceback is None:
            result.expression = asserted

    def _asserted_at(self, line: int | None) -> str | None:
        """What a line of the tests asserts, if it is a whole assert."""
        text = self._text.splitlines()[line - 1].strip() if line else ""
        with suppress(SyntaxError):
            match ast.parse(text).body:
                case [ast.Assert(test)]:
                    return ast.get_source_segment(text, test)
        return None


def _load(source: str) -> types.ModuleType:
    code = compile(source, SOLUTION, "exec", dont_inherit=True)
    module = types.ModuleType("solution")
    module.__file__ = SOLUTION
    sys.modules["solution"] = module
    _show(SOLUTION, source)
    exec(code, vars(module))
    return module


def _show(name: str, source: str) -> None:
    """Let tracebacks and inspect find the text."""
    lines = source.splitlines(keepends=True)
    linecache.cache[name] = (len(source), None, lines, name)


def _defined_names(tree: ast.Module) -> set[str]:
    return {
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def _tests_in(
    namespace: dict[str, object],
) -> list[tuple[str, Callable[[], object]]]:
    return [
        (name, value)
        for name, value in namespace.items()
        if name.startswith("test_") and callable(value)
    ]


# Errors


def _raise_if_interrupted(error: BaseException) -> None:
    """Let an interrupt through; everything else belongs to the solution."""
    if isinstance(error, KeyboardInterrupt):
        raise error


def _described(error: BaseException) -> tuple[str, int | None]:
    """The end of the traceback, and the learner's line it points to."""
    if isinstance(error, runner.TooMuchOutput):
        return "the code prints without end", None
    summary = runner.Outcome(error).summary().strip()
    if isinstance(error, SyntaxError) and error.filename == SOLUTION:
        return summary, error.lineno
    return summary, _line_in(SOLUTION, error)


def _line_in(file: str, error: BaseException) -> int | None:
    """The last line of a file that an exception passed."""
    line = None
    tb = error.__traceback__
    while tb is not None:
        if tb.tb_frame.f_code.co_filename == file:
            line = tb.tb_lineno
        tb = tb.tb_next
    return line


def _learner_traceback(error: BaseException) -> str | None:
    """The traceback from the learner's first frame on, if there is one."""
    if isinstance(error, runner.TooMuchOutput):
        return None
    hidden = runner.HIDDEN | {TESTS}
    cut = runner.without_frames_of(hidden, error)
    if cut.__traceback__ is None:
        return None
    return runner.Outcome(cut).traceback()


def _missing_name(error: BaseException) -> str | None:
    """The name that the test itself, not the solution, did not find."""
    if not isinstance(error, NameError) or isinstance(
        error, UnboundLocalError
    ):
        return None
    tb = error.__traceback__
    while tb is not None and tb.tb_next is not None:
        tb = tb.tb_next
    in_tests = tb is not None and tb.tb_frame.f_code.co_filename == TESTS
    return error.name if in_tests else None


def _text_of(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:
        return ""


# Asserts


class _Asserts(ast.NodeTransformer):
    """Turns `assert a == b` into a check that remembers both values."""

    def __init__(self, source: str) -> None:
        self._source = source

    def visit_Assert(self, node: ast.Assert) -> ast.AST:
        match node.test:
            case ast.Compare(left, [operator], [right]):
                symbol = _SYMBOLS[type(operator)]
                values = [ast.Constant(symbol), left, right]
            case test:
                values = [ast.Constant(None), test]
        text = ast.Constant(self._text(node.test))
        holds = _call("__holds__", text, *values)
        failure = _call("__failure__", *([node.msg] if node.msg else []))
        check = ast.If(
            test=ast.UnaryOp(ast.Not(), holds),
            body=[ast.Raise(exc=failure, cause=None)],
            orelse=[],
        )
        return ast.copy_location(check, node)

    def _text(self, node: ast.expr) -> str:
        text = ast.get_source_segment(self._source, node) or ast.unparse(node)
        return ast.unparse(node) if "\n" in text else text


def _call(name: str, *args: ast.expr) -> ast.Call:
    return ast.Call(ast.Name(name, ast.Load()), [*args], [])


_SYMBOLS: dict[type[ast.cmpop], str] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Is: "is",
    ast.IsNot: "is not",
    ast.In: "in",
    ast.NotIn: "not in",
}

_COMPARE: dict[str, Callable[[object, object], object]] = {
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "is": lambda a, b: a is b,
    "is not": lambda a, b: a is not b,
    "in": lambda a, b: a in b,
    "not in": lambda a, b: a not in b,
}


class _Comparisons:
    """What rewritten asserts call."""

    def holds(
        self, text: str, operator: str | None, value: object, *want: object
    ) -> bool:
        if operator is None:
            if value:
                return True
            self._details = {"expression": text, "got": shorten(value)}
            return False
        if _COMPARE[operator](value, *want):
            return True
        self._details = {
            "expression": text,
            "operator": operator,
            "got": shorten(value),
            "want": shorten(*want),
        }
        return False

    def failure(self, message: object = None) -> Failure:
        said = None if message is None else str(message)
        return Failure(said, **self._details)


def shorten(value: object) -> str:
    """The repr of a value, cut where it gets long, even if repr raises."""
    text = f"<{type(value).__name__} whose repr raises>"
    with suppress(Exception):
        text = repr(value)
    if len(text) <= REPR_LIMIT:
        return text
    return f"{text[:REPR_LIMIT]}… ({len(text):,} characters)"
