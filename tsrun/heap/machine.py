"""Machine instructions that kernels use beyond Python's operators.

Each is a plain Python function with the instruction's meaning on int64 and float64, for plain mode; `vm/build/machine`
holds the LLVM form under the same name. All integers are signed 64-bit; "unsigned" is about how bits are read.
"""
from __future__ import annotations

import math
import struct
from typing import Any, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_MASK = (1 << 64) - 1


def _signed(value: int) -> int:
    value &= _MASK
    return value - (1 << 64) if value >> 63 else value


class Instruction:
    """A machine instruction: its name, its types, and the plain Python function that means the same."""

    __slots__ = ("function", "name", "parameters", "result")

    def __init__(self, function: Callable[..., Any], parameters: tuple[str, ...], result: str) -> None:
        self.function, self.name, self.parameters, self.result = function, function.__name__, parameters, result

    def __call__(self, *args: Any) -> Any:
        return self.function(*args)


INSTRUCTIONS: dict[str, Instruction] = {}


def instruction(parameters: str, result: str) -> Callable[[Callable[..., Any]], Instruction]:
    """Declare an instruction. `parameters` and `result` are letters: i int64, f float64, v view, n nothing."""
    names = {"i": "int64", "f": "float64", "v": "view", "n": "none", "a": "arena"}

    def declare(function: Callable[..., Any]) -> Instruction:
        declared = Instruction(function, tuple(names[letter] for letter in parameters), names[result])
        INSTRUCTIONS[declared.name] = declared
        return declared

    return declare


@instruction("f", "i")
def float_bits(x: float) -> int:
    """The bits of a double as int64."""
    return int(struct.unpack("<q", struct.pack("<d", x))[0])


@instruction("i", "f")
def bits_float(i: int) -> float:
    """The double with these bits."""
    return float(struct.unpack("<d", struct.pack("<q", i))[0])


@instruction("f", "i")
def trunc_sat(x: float) -> int:
    """The integer part, saturating at the ends of int64; NaN gives 0."""
    if x != x:
        return 0
    return int(max(-(2.0**63), min(x, 2.0**63 - 1024))) if math.isfinite(x) else (2**63 - 1 if x > 0 else -(2**63))


@instruction("f", "i")
def trunc_within(a: float) -> int:
    """The integer part of a number that a test before has found to be within int64: one machine instruction."""
    return int(a)


@instruction("ii", "i")
def lshr(a: int, n: int) -> int:
    """Logical shift right by 0..63."""
    return _signed((a & _MASK) >> n)


@instruction("ii", "i")
def ult(a: int, b: int) -> int:
    """1 if a < b as unsigned numbers."""
    return 1 if (a & _MASK) < (b & _MASK) else 0


@instruction("ii", "i")
def udiv(a: int, b: int) -> int:
    """Unsigned quotient; b must not be 0."""
    return _signed((a & _MASK) // (b & _MASK))


@instruction("ii", "i")
def urem(a: int, b: int) -> int:
    """Unsigned remainder; b must not be 0."""
    return _signed((a & _MASK) % (b & _MASK))


@instruction("ii", "i")
def sdiv(a: int, b: int) -> int:
    """Quotient rounded to zero; b must be neither 0 nor, with the smallest a, -1."""
    q = abs(a) // abs(b)
    return q if (a < 0) == (b < 0) else -q


@instruction("ii", "i")
def srem(a: int, b: int) -> int:
    """Remainder with the sign of a; b must not be 0, nor -1 with the smallest a."""
    return a - b * sdiv.function(a, b)


@instruction("ii", "i")
def umulh(a: int, b: int) -> int:
    """High 64 bits of the unsigned 128-bit product."""
    return _signed(((a & _MASK) * (b & _MASK)) >> 64)


@instruction("i", "i")
def clz(a: int) -> int:
    """Leading zero bits; 64 for 0."""
    return 64 - (a & _MASK).bit_length()


@instruction("i", "i")
def ctz(a: int) -> int:
    """Trailing zero bits; 64 for 0."""
    a &= _MASK
    return (a & -a).bit_length() - 1 if a else 64


@instruction("i", "i")
def popcount(a: int) -> int:
    """Number of one bits."""
    return (a & _MASK).bit_count()


@instruction("f", "f")
def floor_(x: float) -> float:
    """Rounded down, as a double; keeps -0, infinities and NaN."""
    return float(math.floor(x)) if math.isfinite(x) and x != 0 else x


@instruction("f", "f")
def ceil_(x: float) -> float:
    """Rounded up, as a double; keeps -0, infinities and NaN."""
    return math.copysign(float(math.ceil(x)), x) if math.isfinite(x) else x


@instruction("f", "f")
def trunc_(x: float) -> float:
    """Rounded to zero, as a double; keeps -0, infinities and NaN."""
    return math.copysign(float(math.trunc(x)), x) if math.isfinite(x) else x


@instruction("f", "f")
def sqrt_(x: float) -> float:
    """The square root; NaN below zero."""
    return math.sqrt(x) if x >= 0 else math.nan if x < 0 else x


@instruction("f", "f")
def fabs_(x: float) -> float:
    """The absolute value."""
    return abs(x)


@instruction("f", "f")
def round_f32(x: float) -> float:
    """The nearest single-precision value, as a double."""
    try:
        return float(struct.unpack("<f", struct.pack("<f", x))[0])
    except OverflowError:
        return math.copysign(math.inf, x)


@instruction("viii", "n")
def copy(view: Any, dst: int, src: int, n: int) -> None:
    """Move n elements within one view; the ranges may overlap."""
    view[dst : dst + n] = list(view[src : src + n])


@instruction("viviii"[:5], "n")
def copy_between(dst_view: Any, dst: int, src_view: Any, src: int, n: int) -> None:
    """Copy n elements between views of one element size; the ranges must not overlap."""
    dst_view[dst : dst + n] = list(src_view[src : src + n])


@instruction("viii", "n")
def fill(view: Any, start: int, n: int, value: int) -> None:
    """Set n elements to an integer."""
    for i in range(start, start + n):
        view[i] = value


@instruction("vi", "n")
def prefetch(view: Any, index: int) -> None:
    """Tell the memory that an element will be read soon. The index may be any: no element is touched."""


@instruction("n"[:0], "i")
def clock_ns() -> int:
    """Monotonic time in nanoseconds."""
    import time

    return time.monotonic_ns()


@instruction("n"[:0], "i")
def cpu_ns() -> int:
    """Processor time of this thread in nanoseconds: a system call, where `clock_ns` is not."""
    import time

    return time.thread_time_ns()


@instruction("n"[:0], "i")
def ticks() -> int:
    """The processor's counter of time where reading it takes nanoseconds (x86-64), else that of `clock_ns`."""
    import time

    return time.monotonic_ns()


@instruction("i", "i")
def sleep_ns(ns: int) -> int:
    """Wait that long, up to a signal."""
    import time

    time.sleep(ns / 1e9)
    return 0


@instruction("a", "i")
def faults(h: Any) -> int:
    """Number of bad indices so far; always 0 outside the checked build, which costs nothing then."""
    return 0
