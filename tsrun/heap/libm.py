"""The C library's functions of doubles, for kernels.

Each is declared as a machine instruction that has no form of its own: the build emits a call of the C function of that
name. The Python function beside it means the same in plain mode, where Python raises for what C answers with NaN or an
infinity.
"""
from __future__ import annotations

import math
from typing import TYPE_CHECKING

from tsrun.heap.machine import instruction

if TYPE_CHECKING:
    from collections.abc import Callable


def _plain(function: Callable[..., float], *args: float, overflow: float = math.inf) -> float:
    try:
        return function(*args)
    except ValueError:
        return math.nan
    except OverflowError:
        return overflow


@instruction("f", "f")
def acos(x: float) -> float:
    return _plain(math.acos, x)


@instruction("f", "f")
def acosh(x: float) -> float:
    return _plain(math.acosh, x)


@instruction("f", "f")
def asin(x: float) -> float:
    return _plain(math.asin, x)


@instruction("f", "f")
def asinh(x: float) -> float:
    return math.asinh(x)


@instruction("f", "f")
def atan(x: float) -> float:
    return math.atan(x)


@instruction("ff", "f")
def atan2(y: float, x: float) -> float:
    return math.atan2(y, x)


@instruction("f", "f")
def atanh(x: float) -> float:
    return math.copysign(math.inf, x) if abs(x) == 1 else _plain(math.atanh, x)


@instruction("f", "f")
def cos(x: float) -> float:
    return _plain(math.cos, x)


@instruction("f", "f")
def cosh(x: float) -> float:
    return _plain(math.cosh, x)


@instruction("f", "f")
def exp(x: float) -> float:
    return _plain(math.exp, x)


@instruction("f", "f")
def expm1(x: float) -> float:
    return _plain(math.expm1, x)


@instruction("ff", "f")
def fmod(x: float, y: float) -> float:
    return _plain(math.fmod, x, y)


@instruction("f", "f")
def log(x: float) -> float:
    return -math.inf if x == 0 else _plain(math.log, x)


@instruction("f", "f")
def log10(x: float) -> float:
    return -math.inf if x == 0 else _plain(math.log10, x)


@instruction("f", "f")
def log1p(x: float) -> float:
    return -math.inf if x == -1 else _plain(math.log1p, x)


@instruction("f", "f")
def log2(x: float) -> float:
    return -math.inf if x == 0 else _plain(math.log2, x)


@instruction("ff", "f")
def pow(x: float, y: float) -> float:  # noqa: A001 (it has C's name)
    odd = math.isfinite(y) and math.fmod(y, 2) in {1.0, -1.0}
    if x == 0 and y < 0:
        return math.copysign(math.inf, x) if odd else math.inf
    return _plain(math.pow, x, y, overflow=-math.inf if x < 0 and odd else math.inf)


@instruction("f", "f")
def sin(x: float) -> float:
    return _plain(math.sin, x)


@instruction("f", "f")
def sinh(x: float) -> float:
    return _plain(math.sinh, x, overflow=math.copysign(math.inf, x))


@instruction("f", "f")
def tan(x: float) -> float:
    return _plain(math.tan, x)


@instruction("f", "f")
def tanh(x: float) -> float:
    return math.tanh(x)
