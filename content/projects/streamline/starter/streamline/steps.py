"""The decorator that turns functions into steps, and the registry of steps."""

from collections.abc import Callable
from typing import Any

registry: dict[str, Callable[..., Any]] = {}
"""Every function that `step` has marked, by the name of its step."""


def step(name=None, *, retries=0, on_error="raise"):
    """Mark a function as a step and register it.

    Works as `@step`, `@step("name")` and `@step(retries=2)`.
    """
    raise NotImplementedError("milestone 1 starts here")
