"""A function of Python's for odd scripts: calls back what it is given, keeps it, raises, and gives odd values."""

from __future__ import annotations

import gc
import random
from typing import TYPE_CHECKING, Any

import tsrun

if TYPE_CHECKING:
    from collections.abc import Callable

DEEPEST = 8


def host(seed: int) -> Callable[..., Any]:
    """The function of a seed."""
    chosen = random.Random(seed)
    kept: list[Any] = []
    depth = 0

    def function(*arguments: Any) -> Any:
        nonlocal depth
        if depth > DEEPEST:
            return chosen.choice([1, None, "x"])
        depth += 1
        try:
            return answer(list(arguments))
        finally:
            depth -= 1

    def answer(arguments: list[Any]) -> Any:
        callables = [each for each in arguments if callable(each)]
        kept.extend(callables[:1])
        del kept[:-50]
        what = chosen.randrange(9)
        if what < 3 and (callables or kept):
            try:
                return given_back(chosen.choice(callables or kept)(*arguments[:2]))
            except (TypeError, tsrun.PendingError):
                return None
        if what == 3:
            raise ValueError("own")
        if what == 4:
            gc.collect()
            return {"a": 1, "f": function, "l": [1, 2.5, "text", None, True, {}]}
        if what == 5 and arguments:
            return given_back(arguments[0])
        return chosen.choice([None, 1.5, "t", [], {}, function, *kept[-1:]])

    return function


def given_back(value: Any) -> Any:
    """What a script can be given of a value that it gave."""
    return value if value is None or isinstance(value, bool | int | float | str) or callable(value) else [value is None]
