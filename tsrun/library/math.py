"""The functions of Math, as kernels over doubles.

What is not exact is libm's. Where ECMAScript and C differ (signed zeros, halves, NaN and infinity), the difference is
handled here. Math.pow is `number_power` of heap/numbers.
"""
from __future__ import annotations

from tsrun.heap.arena import kernel
from tsrun.heap.libm import (
    acos,
    acosh,
    asin,
    asinh,
    atan,
    atan2,
    atanh,
    cos,
    cosh,
    exp,
    expm1,
    log,
    log1p,
    log2,
    log10,
    sin,
    sinh,
    tan,
    tanh,
)
from tsrun.heap.libm import (
    pow as power,
)
from tsrun.heap.machine import bits_float, ceil_, clz, fabs_, float_bits, floor_, round_f32, sqrt_, trunc_
from tsrun.heap.numbers import SPLITTER, number_power, product_error, to_int32, to_uint32, with_sign

NAN = float("nan")
INFINITY = float("inf")
ROUNDER = 1.5 * 2.0**52
"""Adding and subtracting it rounds to an integer, ties to even."""
CUBE_SCALE = 2.0**162
CUBE_ROOT_UNSCALE = 2.0**-54
LARGE_SCALE = 2.0**1000
SMALL_SCALE = 2.0**-1000


@kernel
def square_error(x: float, square: float) -> float:
    """What x * x - square is exactly, where `square` is the rounded product (Dekker)."""
    scaled = x * SPLITTER
    high = scaled - (scaled - x)
    low = x - high
    return ((high * high - square) + 2.0 * high * low) + low * low


@kernel
def math_abs(x: float) -> float:
    return fabs_(x)


@kernel
def math_acos(x: float) -> float:
    return acos(x)


@kernel
def math_acosh(x: float) -> float:
    return acosh(x)


@kernel
def math_asin(x: float) -> float:
    return asin(x)


@kernel
def math_asinh(x: float) -> float:
    return asinh(x)


@kernel
def math_atan(x: float) -> float:
    return atan(x)


@kernel
def math_atanh(x: float) -> float:
    return atanh(x)


@kernel
def math_atan2(y: float, x: float) -> float:
    return atan2(y, x)


@kernel
def math_cbrt(x: float) -> float:
    """The cube root: an estimate, then one step of Newton's method with the error of its cube taken exactly."""
    size = fabs_(x)
    if size == 0.0 or size == INFINITY or x != x:
        return x
    scale = 1.0
    if size < 1e-200:
        # Away from the subnormals, whose errors would be lost.
        size *= CUBE_SCALE
        scale = CUBE_ROOT_UNSCALE
    root = power(size, 1.0 / 3.0)
    square = root * root
    cube = square * root
    error = product_error(square, root, cube) + square_error(root, square) * root
    root += (size - cube - error) / (3.0 * square)
    return with_sign(root * scale, x)


@kernel
def math_ceil(x: float) -> float:
    return ceil_(x)


@kernel
def math_clz32(x: float) -> float:
    return float(clz(to_uint32(x)) - 32)


@kernel
def math_cos(x: float) -> float:
    return cos(x)


@kernel
def math_cosh(x: float) -> float:
    return cosh(x)


@kernel
def math_exp(x: float) -> float:
    return exp(x)


@kernel
def math_expm1(x: float) -> float:
    return expm1(x)


@kernel
def math_f16round(x: float) -> float:
    """The nearest half-precision value, ties to even, rounded once."""
    size = fabs_(x)
    if not size < 65520.0:
        return x if x != x else with_sign(INFINITY, x)
    # The distance between halves at this size: 2**-10 of its power of two, 2**-24 for subnormals.
    power = ((float_bits(size) >> 52) & 0x7FF) - 10
    if power < 1023 - 24:
        power = 1023 - 24
    quantum = bits_float(power << 52)
    return with_sign(((size / quantum + ROUNDER) - ROUNDER) * quantum, x)


@kernel
def math_floor(x: float) -> float:
    return floor_(x)


@kernel
def math_fround(x: float) -> float:
    return round_f32(x)


@kernel
def math_hypot(x: float, y: float) -> float:
    """sqrt(x*x + y*y) without overflow, with the errors of the squares taken into account."""
    x = fabs_(x)
    y = fabs_(y)
    if x == INFINITY or y == INFINITY:
        return INFINITY
    if x < y:
        larger = y
        y = x
        x = larger
    if not x > 0.0 or y == 0.0:
        return x + y
    scale = 1.0
    if x > 1e150:
        scale = LARGE_SCALE
    elif x < 1e-150:
        scale = SMALL_SCALE
    x /= scale
    y /= scale
    x_square = x * x
    y_square = y * y
    total = x_square + y_square
    error = (x_square - total) + y_square + square_error(x, x_square) + square_error(y, y_square)
    root = sqrt_(total)
    square = root * root
    error += (total - square) - square_error(root, square)
    return (root + error / (2.0 * root)) * scale


@kernel
def math_imul(x: float, y: float) -> float:
    product = to_int32(x) * to_int32(y)
    return float(((product & 0xFFFFFFFF) ^ 0x80000000) - 0x80000000)


@kernel
def math_log(x: float) -> float:
    return log(x)


@kernel
def math_log10(x: float) -> float:
    return log10(x)


@kernel
def math_log1p(x: float) -> float:
    return log1p(x)


@kernel
def math_log2(x: float) -> float:
    return log2(x)


@kernel
def math_max(x: float, y: float) -> float:
    if x > y:
        return x
    if y > x:
        return y
    if x == y:
        # Of two zeros the positive one.
        return y if float_bits(x) < 0 else x
    return NAN


@kernel
def math_min(x: float, y: float) -> float:
    if x < y:
        return x
    if y < x:
        return y
    if x == y:
        # Of two zeros the negative one.
        return x if float_bits(x) < 0 else y
    return NAN


@kernel
def math_pow(x: float, y: float) -> float:
    return number_power(x, y)


@kernel
def math_round(x: float) -> float:
    """The nearest integer, halves upward; -0 for what rounds to zero from below."""
    whole = floor_(x)
    if x - whole >= 0.5:
        whole += 1.0
    return whole if whole != 0.0 else with_sign(whole, x)


@kernel
def math_sign(x: float) -> float:
    if x > 0.0:
        return 1.0
    return -1.0 if x < 0.0 else x


@kernel
def math_sin(x: float) -> float:
    return sin(x)


@kernel
def math_sinh(x: float) -> float:
    return sinh(x)


@kernel
def math_sqrt(x: float) -> float:
    return sqrt_(x)


@kernel
def math_tan(x: float) -> float:
    return tan(x)


@kernel
def math_tanh(x: float) -> float:
    return tanh(x)


@kernel
def math_trunc(x: float) -> float:
    return trunc_(x)
