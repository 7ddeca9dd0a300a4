"""The decorator that turns functions into steps, and the registry of steps."""

import inspect
from annotationlib import Format
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import update_wrapper
from typing import Any, Concatenate, Final, Literal, Protocol, overload

type ErrorHandler = Callable[[Any, Exception], Any]
"""Gets the row and the error; what it returns takes the step's place."""

type OnError = Literal["raise", "skip"] | ErrorHandler

MISSING: Final = object()
"""Stands for a context that was not given, since None may be one."""


class Step[Row, **P, Result]:
    """A function of one row, with a name and a policy for its errors.

    Calling a step calls its function, up to `retries` more times if it
    fails. If it still fails, `on_error` decides: "raise" lets the error
    through, "skip" returns None, and a callable gets the row and the error
    and returns the result. The body of a generator runs after the call, so
    it is not repeated.
    """

    def __init__(
        self,
        func: Callable[Concatenate[Row, P], Result],
        /,
        *,
        name: str | None = None,
        retries: int = 0,
        on_error: OnError = "raise",
    ) -> None:
        if not callable(func):
            raise TypeError(f"a step must be callable, not {func!r}")
        if retries < 0:
            raise ValueError(f"retries must not be negative, not {retries}")
        if on_error not in ("raise", "skip") and not callable(on_error):
            raise ValueError(
                "on_error must be 'raise', 'skip' or a callable, "
                f"not {on_error!r}"
            )
        update_wrapper(self, func)
        self.func = func
        self.name = _name_of(func) if name is None else name
        self.retries = retries
        self.on_error = on_error
        self._context = _context_parameter(func)

    def __repr__(self) -> str:
        return f"<step {self.name!r}>"

    def __call__(
        self, row: Row, /, *args: P.args, **kwargs: P.kwargs
    ) -> Result | None:
        try:
            return self.attempt(row, *args, **kwargs)
        except Exception as error:
            return self.recover(row, error)

    def keywords(self, ctx: object) -> dict[str, object]:
        """Return the keyword arguments that the step gets besides the row.

        Raise TypeError if the step cannot do without a context and ctx is
        MISSING.
        """
        if self._context is None:
            return {}
        if ctx is not MISSING:
            return {"ctx": ctx}
        if self._context.default is self._context.empty:
            raise TypeError(f"step {self.name!r} needs a ctx")
        return {}

    def attempt(
        self, row: Row, /, *args: P.args, **kwargs: P.kwargs
    ) -> Result:
        """Call the function, and again after an error while retries last."""
        for _ in range(self.retries):
            try:
                return self.func(row, *args, **kwargs)
            except Exception:
                continue
        return self.func(row, *args, **kwargs)

    def recover(self, row: Row, error: Exception) -> Result | None:
        """Return what stands in for the result after error, or raise it."""
        if self.on_error == "raise":
            raise error
        if self.on_error == "skip":
            return None
        result: Result | None = self.on_error(row, error)
        return result


@dataclass(frozen=True, slots=True)
class StreamStep:
    """A step that gets the whole stream of rows, as an iterator.

    `transform` is called anew in each run, so state that it makes does not
    outlive the run. An error that it raises ends the run.
    """

    name: str
    transform: Callable[[Iterator[Any]], Iterable[Any]]


def _context_parameter(func: Callable[..., Any]) -> inspect.Parameter | None:
    """Return the keyword-only parameter ctx of func, if it has one."""
    try:
        # As strings, annotations that cannot be evaluated do no harm.
        signature = inspect.signature(func, annotation_format=Format.STRING)
    except ValueError:
        return None  # a built-in that does not tell
    parameter = signature.parameters.get("ctx")
    if parameter is None or parameter.kind is not parameter.KEYWORD_ONLY:
        return None
    return parameter


def _name_of(func: Callable[..., Any]) -> str:
    """Return the name of func, or of its class if it has none itself."""
    name: str = getattr(func, "__name__", type(func).__name__)
    return name


registry: dict[str, Step[Any, ..., Any]] = {}
"""Every function that `step` has marked, by the name of its step."""


class StepDecorator(Protocol):
    """What `step` returns when it is called with options."""

    def __call__[Row, **P, Result](
        self, func: Callable[Concatenate[Row, P], Result], /
    ) -> Step[Row, P, Result]: ...


@overload
def step[Row, **P, Result](
    func: Callable[Concatenate[Row, P], Result], /
) -> Step[Row, P, Result]: ...


@overload
def step(
    name: str | None = None,
    *,
    retries: int = 0,
    on_error: OnError = "raise",
) -> StepDecorator: ...


def step(
    name: Any = None, *, retries: int = 0, on_error: OnError = "raise"
) -> Any:
    """Mark a function as a step and register it.

    Works as `@step`, `@step("name")` and `@step(retries=2)`. The name is the
    function's own unless one is given.

    Raise ValueError if another function has the name already. The same
    function may come again, as it does when a module is reloaded.
    """
    if callable(name):
        return step()(name)

    def decorate(func: Callable[..., Any], /) -> Step[Any, ..., Any]:
        marked = Step(func, name=name, retries=retries, on_error=on_error)
        _register(marked)
        return marked

    return decorate


def _register(marked: Step[Any, ..., Any]) -> None:
    known = registry.get(marked.name)
    if known is not None and _origin(known) != _origin(marked):
        raise ValueError(
            f"{_origin(marked)} cannot be called {marked.name!r}: "
            f"that is the name of {_origin(known)}"
        )
    registry[marked.name] = marked


def _origin(marked: Step[Any, ..., Any]) -> str:
    """Return where the function of a step was defined."""
    name = getattr(marked.func, "__qualname__", marked.func)
    return f"{marked.__module__}.{name}"
