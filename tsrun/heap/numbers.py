"""Numbers: conversions to integers and the two operators that are not one machine instruction.

Its neighbours turn numbers into text (numbers_format, numbers_exact) and text into numbers (numbers_parse).
"""
from __future__ import annotations

from tsrun.heap.arena import kernel
from tsrun.heap.libm import fmod
from tsrun.heap.libm import pow as power
from tsrun.heap.machine import bits_float, fabs_, float_bits, lshr, sqrt_, srem, trunc_, trunc_sat

NAN = float("nan")
INFINITY = float("inf")
FRACTION_MASK = (1 << 52) - 1
HIDDEN_BIT = 1 << 52
SIGN_BIT = -(1 << 63)
SPLITTER = 2.0**27 + 1.0
"""Splits a double into two halves of 26 bits."""
LARGE = 1e290
SMALL = 1e-270
"""Between these, and their quotients, nothing overflows or loses bits when it is split."""


@kernel
def to_int32(x: float):
    """ToInt32 of the specification: the integer part modulo 2**32, signed."""
    if -9.2e18 < x < 9.2e18:
        return ((trunc_sat(x) & 0xFFFFFFFF) ^ 0x80000000) - 0x80000000
    return ((far_low_bits(float_bits(x)) & 0xFFFFFFFF) ^ 0x80000000) - 0x80000000


@kernel
def to_uint32(x: float):
    """ToUint32 of the specification: the integer part modulo 2**32."""
    if -9.2e18 < x < 9.2e18:
        return trunc_sat(x) & 0xFFFFFFFF
    return far_low_bits(float_bits(x)) & 0xFFFFFFFF


@kernel
def far_low_bits(bits):
    """The low bits of the integer that a double of 2**62 or more in size is; 0 for NaN and the infinities."""
    shift = ((bits >> 52) & 0x7FF) - 1075
    if shift > 31:
        return 0
    low = ((bits & FRACTION_MASK) | HIDDEN_BIT) << shift & 0xFFFFFFFF
    return -low if bits < 0 else low


@kernel
def to_integer_or_infinity(x: float) -> float:
    """ToIntegerOrInfinity of the specification; never -0."""
    if x != x:
        return 0.0
    return trunc_(x) + 0.0


@kernel
def to_length(x: float) -> float:
    """ToLength of the specification: from 0 to 2**53 - 1."""
    if not x > 0.0:
        return 0.0
    return trunc_(x) if x < 9007199254740991.0 else 9007199254740991.0


@kernel
def relative_index(x: float, length):
    """An argument that counts from the end if negative, as an index from 0 to `length` (slice, at, splice, fill)."""
    if x != x:
        return 0
    if x <= -1.0:
        return length + trunc_sat(x) if x > float(-length) else 0
    # Between -1 and 0 it is 0.
    return trunc_sat(x) if x < float(length) else length


@kernel
def with_sign(x: float, sign: float) -> float:
    """|x| with the sign bit of `sign`."""
    return bits_float(float_bits(fabs_(x)) | (float_bits(sign) & SIGN_BIT))


@kernel
def product_error(x: float, y: float, product: float) -> float:
    """What x * y - product is exactly, where `product` is the rounded product (Dekker)."""
    scaled = x * SPLITTER
    x_high = scaled - (scaled - x)
    x_low = x - x_high
    scaled = y * SPLITTER
    y_high = scaled - (scaled - y)
    y_low = y - y_high
    return ((x_high * y_high - product) + x_high * y_low + x_low * y_high) + x_low * y_low


@kernel
def number_modulo(x: float, y: float) -> float:
    """The operator %: the remainder with the sign of x, exact."""
    if -9.2e18 < x < 9.2e18 and -9.2e18 < y < 9.2e18:
        dividend = trunc_sat(x)
        divisor = trunc_sat(y)
        if float(dividend) == x and float(divisor) == y and divisor != 0:
            remainder = srem(dividend, divisor)
            # Zero takes the sign of x, which may itself be a -0.
            return float(remainder) if remainder else bits_float(float_bits(x) & SIGN_BIT)
    if y == 0.0 or y != y or not fabs_(x) < INFINITY:
        return NAN
    divisor_size = fabs_(y)
    size = fabs_(x)
    if size < divisor_size:
        return x
    if size < LARGE and divisor_size > SMALL and size < divisor_size * 4503599627370496.0:
        # The quotient is right or one too large; both differences are doubles, so each step below is exact.
        quotient = trunc_(size / divisor_size)
        product = quotient * divisor_size
        rest = (size - product) - product_error(quotient, divisor_size, product)
        if rest < 0.0:
            rest += divisor_size
        return with_sign(rest, x)
    return fmod(x, y)


@kernel
def number_power(x: float, y: float) -> float:
    """The operator ** and Math.pow. Unlike C's pow, NaN if |x| is 1 and y is infinite or NaN."""
    if y == 2.0:
        return x * x
    if y == 0.5 and x > 0.0:
        return sqrt_(x)
    if y != y:
        return NAN
    if fabs_(x) == 1.0 and fabs_(y) == INFINITY:
        return NAN
    return power(x, y)


@kernel
def array_index_of(x: float):
    """The integer index that a number is as a property key; -1 if it is none (from 0 to 2**32 - 2)."""
    if not (0.0 <= x < 4294967295.0):
        return -1
    index = trunc_sat(x)
    return index if float(index) == x else -1


@kernel
def random_next(h) -> float:
    """The next number from 0 up to 1: 52 bits of xorshift128+ on the two words of `random_state`, not both 0."""
    one = h.random_state[0]
    two = h.random_state[1]
    h.random_state[0] = two
    one = lshr(one ^ (one << 23), 0)
    one ^= lshr(one, 17)
    one ^= two ^ lshr(two, 26)
    h.random_state[1] = one
    return bits_float(lshr(lshr(one + two, 0), 12) | 0x3FF0000000000000) - 1.0
