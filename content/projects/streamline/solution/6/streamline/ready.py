"""Steps that most pipelines need, ready to be configured."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from functools import lru_cache, partial
from itertools import batched
from typing import Any

from streamline.steps import OnError, Step, StreamStep


def dedupe(key: Callable[[Any], Hashable]) -> StreamStep:
    """Return a step that keeps the first of all rows with the same key.

    It remembers the keys until the run ends.
    """
    return StreamStep("dedupe", partial(_first_of_each, key=key))


def _first_of_each(
    rows: Iterator[Any], *, key: Callable[[Any], Hashable]
) -> Iterator[Any]:
    seen = set()
    for row in rows:
        mark = key(row)
        if mark not in seen:
            seen.add(mark)
            yield row


def batch(n: int) -> StreamStep:
    """Return a step that collects rows in tuples of n; the last is shorter.

    Raise ValueError if n is less than 1.
    """
    if n < 1:
        raise ValueError(f"a batch needs at least one row, not {n}")
    return StreamStep("batch", partial(batched, n=n))


def cached_lookup(
    func: Callable[[Any], Any],
    maxsize: int | None = 128,
    *,
    key: Callable[[Any], Hashable],
    into: str,
    retries: int = 0,
    on_error: OnError = "raise",
) -> Step[Mapping[str, Any], [], dict[str, Any]]:
    """Return a step that looks up key(row) and adds the answer to the row.

    The step gives a copy of the row with func(key(row)) as the field `into`.
    Answers are remembered as long as the step lives, the `maxsize` most
    recently used ones at most; errors are not.
    """
    cached = lru_cache(maxsize)(func)

    def look_up(row: Mapping[str, Any]) -> dict[str, Any]:
        return {**row, into: cached(key(row))}

    name = getattr(func, "__name__", "cached_lookup")
    return Step(look_up, name=name, retries=retries, on_error=on_error)
