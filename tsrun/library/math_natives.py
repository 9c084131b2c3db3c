"""Math as builtins: arguments that are numbers, or missing, go straight to the kernels; others to the prelude."""
from __future__ import annotations

from tsrun.heap.arena import kernel
from tsrun.heap.layout import TAG, UNDEFINED, X_SLOW
from tsrun.heap.machine import bits_float, fabs_, sqrt_
from tsrun.heap.numbers import random_next
from tsrun.heap.values import boxed_number
from tsrun.library.math import (
    math_abs, math_acos, math_acosh, math_asin, math_asinh, math_atan, math_atan2, math_atanh, math_cbrt, math_ceil,
    math_clz32, math_cos, math_cosh, math_exp, math_expm1, math_f16round, math_floor, math_fround, math_hypot,
    math_imul, math_log, math_log10, math_log1p, math_log2, math_max, math_min, math_pow, math_round, math_sign,
    math_sin, math_sinh, math_sqrt, math_tan, math_tanh, math_trunc,
)
from tsrun.vm.tables import native

NOT_A_NUMBER = float("nan")
INFINITY = float("inf")


@kernel(inline=True)
def are_numbers(h, fp, argc, count):
    """1 if the first `count` arguments are numbers, undefined or missing."""
    for i in range(count if count < argc else argc):
        if h.regs[fp + 2 + i] >= TAG and h.regs[fp + 2 + i] != UNDEFINED:
            return 0
    return 1


@kernel(inline=True)
def number_at(h, fp, argc, i) -> float:
    """Argument i; NaN if it is undefined or missing."""
    return bits_float(h.regs[fp + 2 + i]) if i < argc and h.regs[fp + 2 + i] < TAG else NOT_A_NUMBER


@kernel(inline=True)
def answer_number(h, fp, x: float):
    """Deliver a number."""
    h.regs[fp] = boxed_number(h, x)
    return 0


@native("Math.abs", 1)
def native_abs(h, fp, argc):
    """The absolute value."""
    return answer_number(h, fp, math_abs(number_at(h, fp, argc, 0))) if are_numbers(h, fp, argc, 1) else X_SLOW


@native("Math.acos", 1)
def native_acos(h, fp, argc):
    """The arc cosine."""
    return answer_number(h, fp, math_acos(number_at(h, fp, argc, 0))) if are_numbers(h, fp, argc, 1) else X_SLOW


@native("Math.acosh", 1)
def native_acosh(h, fp, argc):
    """The inverse hyperbolic cosine."""
    return answer_number(h, fp, math_acosh(number_at(h, fp, argc, 0))) if are_numbers(h, fp, argc, 1) else X_SLOW


@native("Math.asin", 1)
def native_asin(h, fp, argc):
    """The arc sine."""
    return answer_number(h, fp, math_asin(number_at(h, fp, argc, 0))) if are_numbers(h, fp, argc, 1) else X_SLOW


@native("Math.asinh", 1)
def native_asinh(h, fp, argc):
    """The inverse hyperbolic sine."""
    return answer_number(h, fp, math_asinh(number_at(h, fp, argc, 0))) if are_numbers(h, fp, argc, 1) else X_SLOW


@native("Math.atan", 1)
def native_atan(h, fp, argc):
    """The arc tangent."""
    return answer_number(h, fp, math_atan(number_at(h, fp, argc, 0))) if are_numbers(h, fp, argc, 1) else X_SLOW


@native("Math.atanh", 1)
def native_atanh(h, fp, argc):
    """The inverse hyperbolic tangent."""
    return answer_number(h, fp, math_atanh(number_at(h, fp, argc, 0))) if are_numbers(h, fp, argc, 1) else X_SLOW


@native("Math.cbrt", 1)
def native_cbrt(h, fp, argc):
    """The cube root."""
    return answer_number(h, fp, math_cbrt(number_at(h, fp, argc, 0))) if are_numbers(h, fp, argc, 1) else X_SLOW


@native("Math.ceil", 1)
def native_ceil(h, fp, argc):
    """Rounded up."""
    return answer_number(h, fp, math_ceil(number_at(h, fp, argc, 0))) if are_numbers(h, fp, argc, 1) else X_SLOW


@native("Math.clz32", 1)
def native_clz32(h, fp, argc):
    """Leading zero bits of the argument as 32 bits."""
    return answer_number(h, fp, math_clz32(number_at(h, fp, argc, 0))) if are_numbers(h, fp, argc, 1) else X_SLOW


@native("Math.cos", 1)
def native_cos(h, fp, argc):
    """The cosine."""
    return answer_number(h, fp, math_cos(number_at(h, fp, argc, 0))) if are_numbers(h, fp, argc, 1) else X_SLOW


@native("Math.cosh", 1)
def native_cosh(h, fp, argc):
    """The hyperbolic cosine."""
    return answer_number(h, fp, math_cosh(number_at(h, fp, argc, 0))) if are_numbers(h, fp, argc, 1) else X_SLOW


@native("Math.exp", 1)
def native_exp(h, fp, argc):
    """The power of e."""
    return answer_number(h, fp, math_exp(number_at(h, fp, argc, 0))) if are_numbers(h, fp, argc, 1) else X_SLOW


@native("Math.expm1", 1)
def native_expm1(h, fp, argc):
    """exp(x) - 1."""
    return answer_number(h, fp, math_expm1(number_at(h, fp, argc, 0))) if are_numbers(h, fp, argc, 1) else X_SLOW


@native("Math.f16round", 1)
def native_f16round(h, fp, argc):
    """The nearest half-precision number."""
    return answer_number(h, fp, math_f16round(number_at(h, fp, argc, 0))) if are_numbers(h, fp, argc, 1) else X_SLOW


@native("Math.floor", 1)
def native_floor(h, fp, argc):
    """Rounded down."""
    return answer_number(h, fp, math_floor(number_at(h, fp, argc, 0))) if are_numbers(h, fp, argc, 1) else X_SLOW


@native("Math.fround", 1)
def native_fround(h, fp, argc):
    """The nearest single-precision number."""
    return answer_number(h, fp, math_fround(number_at(h, fp, argc, 0))) if are_numbers(h, fp, argc, 1) else X_SLOW


@native("Math.log", 1)
def native_log(h, fp, argc):
    """The natural logarithm."""
    return answer_number(h, fp, math_log(number_at(h, fp, argc, 0))) if are_numbers(h, fp, argc, 1) else X_SLOW


@native("Math.log10", 1)
def native_log10(h, fp, argc):
    """The logarithm to base 10."""
    return answer_number(h, fp, math_log10(number_at(h, fp, argc, 0))) if are_numbers(h, fp, argc, 1) else X_SLOW


@native("Math.log1p", 1)
def native_log1p(h, fp, argc):
    """log(1 + x)."""
    return answer_number(h, fp, math_log1p(number_at(h, fp, argc, 0))) if are_numbers(h, fp, argc, 1) else X_SLOW


@native("Math.log2", 1)
def native_log2(h, fp, argc):
    """The logarithm to base 2."""
    return answer_number(h, fp, math_log2(number_at(h, fp, argc, 0))) if are_numbers(h, fp, argc, 1) else X_SLOW


@native("Math.round", 1)
def native_round(h, fp, argc):
    """The nearest integer, halves up."""
    return answer_number(h, fp, math_round(number_at(h, fp, argc, 0))) if are_numbers(h, fp, argc, 1) else X_SLOW


@native("Math.sign", 1)
def native_sign(h, fp, argc):
    """The sign: 1, -1, or the zero or NaN itself."""
    return answer_number(h, fp, math_sign(number_at(h, fp, argc, 0))) if are_numbers(h, fp, argc, 1) else X_SLOW


@native("Math.sin", 1)
def native_sin(h, fp, argc):
    """The sine."""
    return answer_number(h, fp, math_sin(number_at(h, fp, argc, 0))) if are_numbers(h, fp, argc, 1) else X_SLOW


@native("Math.sinh", 1)
def native_sinh(h, fp, argc):
    """The hyperbolic sine."""
    return answer_number(h, fp, math_sinh(number_at(h, fp, argc, 0))) if are_numbers(h, fp, argc, 1) else X_SLOW


@native("Math.sqrt", 1)
def native_sqrt(h, fp, argc):
    """The square root."""
    return answer_number(h, fp, math_sqrt(number_at(h, fp, argc, 0))) if are_numbers(h, fp, argc, 1) else X_SLOW


@native("Math.tan", 1)
def native_tan(h, fp, argc):
    """The tangent."""
    return answer_number(h, fp, math_tan(number_at(h, fp, argc, 0))) if are_numbers(h, fp, argc, 1) else X_SLOW


@native("Math.tanh", 1)
def native_tanh(h, fp, argc):
    """The hyperbolic tangent."""
    return answer_number(h, fp, math_tanh(number_at(h, fp, argc, 0))) if are_numbers(h, fp, argc, 1) else X_SLOW


@native("Math.trunc", 1)
def native_trunc(h, fp, argc):
    """Rounded to zero."""
    return answer_number(h, fp, math_trunc(number_at(h, fp, argc, 0))) if are_numbers(h, fp, argc, 1) else X_SLOW


@native("Math.atan2", 2)
def native_atan2(h, fp, argc):
    """The angle of the point (x, y): arguments y, x."""
    if are_numbers(h, fp, argc, 2) == 0:
        return X_SLOW
    return answer_number(h, fp, math_atan2(number_at(h, fp, argc, 0), number_at(h, fp, argc, 1)))


@native("Math.imul", 2)
def native_imul(h, fp, argc):
    """The 32-bit product."""
    if are_numbers(h, fp, argc, 2) == 0:
        return X_SLOW
    return answer_number(h, fp, math_imul(number_at(h, fp, argc, 0), number_at(h, fp, argc, 1)))


@native("Math.pow", 2)
def native_pow(h, fp, argc):
    """The operator **."""
    if are_numbers(h, fp, argc, 2) == 0:
        return X_SLOW
    return answer_number(h, fp, math_pow(number_at(h, fp, argc, 0), number_at(h, fp, argc, 1)))


@native("Math.max", 2)
def native_max(h, fp, argc):
    """The greatest of the arguments."""
    if are_numbers(h, fp, argc, argc) == 0:
        return X_SLOW
    result = -INFINITY
    for i in range(argc):
        result = math_max(result, number_at(h, fp, argc, i))
    return answer_number(h, fp, result)


@native("Math.min", 2)
def native_min(h, fp, argc):
    """The least of the arguments."""
    if are_numbers(h, fp, argc, argc) == 0:
        return X_SLOW
    result = INFINITY
    for i in range(argc):
        result = math_min(result, number_at(h, fp, argc, i))
    return answer_number(h, fp, result)


@native("Math.hypot", 2)
def native_hypot(h, fp, argc):
    """The square root of the sum of squares."""
    if are_numbers(h, fp, argc, argc) == 0:
        return X_SLOW
    if argc == 2:
        return answer_number(h, fp, math_hypot(number_at(h, fp, argc, 0), number_at(h, fp, argc, 1)))
    greatest = 0.0
    unknown = 0
    for i in range(argc):
        size = fabs_(number_at(h, fp, argc, i))
        if size != size:
            unknown = 1
        elif size > greatest:
            greatest = size
    if greatest == INFINITY or greatest == 0.0 or unknown:
        return answer_number(h, fp, greatest if greatest == INFINITY or unknown == 0 else NOT_A_NUMBER)
    # Scaled by the greatest, so that nothing overflows, and summed up with the error of each step (Kahan).
    total = 0.0
    lost = 0.0
    for i in range(argc):
        part = number_at(h, fp, argc, i) / greatest
        summand = part * part - lost
        larger = total + summand
        lost = (larger - total) - summand
        total = larger
    return answer_number(h, fp, sqrt_(total) * greatest)


@native("Math.random", 0)
def native_random(h, fp, argc):
    """A number from 0 up to 1."""
    return answer_number(h, fp, random_next(h))
