"""Number to text: the shortest decimal that reads back as the same number (Number::toString, radix 10).

Text goes into the region `scratch` as Latin-1 bytes from index 0; the result is its length. Finding the digits is the
Schubfach algorithm (Raffaello Giulietti): the interval of reals that round to the double is scaled by a 126-bit power
of ten, after which at most four integers are candidates.
"""
from __future__ import annotations

from tsrun.heap.arena import kernel
from tsrun.heap.machine import clz, float_bits, lshr, trunc_sat, udiv, umulh
from tsrun.heap.numbers_tables import LEAST_SHORTEST_POWER

FRACTION_MASK = (1 << 52) - 1
HIDDEN_BIT = 1 << 52
MAGNITUDE_MASK = (1 << 63) - 1
INFINITY_BITS = 0x7FF << 52
LEAST_EXPONENT = -1074
"""Power of two of the lowest fraction bit of a subnormal."""
MASK_63 = (1 << 63) - 1

STATE_POWER = 0
"""Index in `number_state` of the power of ten that belongs to the digits last made."""

# Fixed-point logarithms, exact floors for every exponent of a double.
LOG10_2 = 661971961083
"""log10(2) * 2**41"""
LOG10_3_4 = -274743187321
"""log10(3/4) * 2**41"""
LOG2_10 = 913124641741
"""log2(10) * 2**38"""


@kernel
def digit_count(h, n):
    """Number of decimal digits of a non-negative int64 (1 for 0)."""
    guess = ((64 - clz(n | 1)) * 1233) >> 12
    return guess + 1 if n >= h.integer_powers[guess] or guess == 0 else guess


@kernel
def write_digits(h, end, n):
    """Write the decimal digits of a non-negative int64 so that the last one stands before index `end`."""
    while n >= 100:
        rest = udiv(n, 100)
        pair = (n - rest * 100) * 2
        end -= 2
        h.scratch[end] = h.digit_pairs[pair]
        h.scratch[end + 1] = h.digit_pairs[pair + 1]
        n = rest
    if n >= 10:
        h.scratch[end - 2] = h.digit_pairs[n * 2]
        h.scratch[end - 1] = h.digit_pairs[n * 2 + 1]
    else:
        h.scratch[end - 1] = 48 + n
    return 0


@kernel
def integer_to_scratch(h, n):
    """Write an integer of at most 18 digits as text; returns its length."""
    at = 0
    if n < 0:
        h.scratch[0] = 45
        at = 1
        n = -n
    if n < 10:
        h.scratch[at] = 48 + n
        return at + 1
    end = at + digit_count(h, n)
    write_digits(h, end, n)
    return end


@kernel
def round_product(high, low, factor):
    """floor(factor * (high * 2**63 + low) / 2**127), its last bit set if the quotient is not whole."""
    middle = lshr(lshr(high * factor, 0), 1) + umulh(low, factor)
    top = umulh(high, factor) + lshr(middle, 63)
    return top | lshr((middle & MASK_63) + MASK_63, 63)


@kernel
def shortest_digits(h, bits):
    """The shortest digits of the positive double with these bits, as an integer without trailing zeros.

    The power of ten that it is to be multiplied with goes to `number_state[STATE_POWER]`.
    """
    biased = bits >> 52
    fraction = bits & FRACTION_MASK
    significand = fraction
    exponent = LEAST_EXPONENT
    if biased:
        significand = fraction | HIDDEN_BIT
        exponent = biased - 1075
    odd = significand & 1
    scaled = significand << 2
    below = scaled - 2
    power = (exponent * LOG10_2) >> 41
    if fraction == 0 and biased > 1:
        # The next double below a power of two is at half the distance.
        below = scaled - 1
        power = (exponent * LOG10_2 + LOG10_3_4) >> 41
    shift = exponent + ((-power * LOG2_10) >> 38) + 2
    high = h.shortest_high[-power - LEAST_SHORTEST_POWER]
    low = h.shortest_low[-power - LEAST_SHORTEST_POWER]
    centre = round_product(high, low, scaled << shift)
    left = round_product(high, low, below << shift) + odd
    right = round_product(high, low, (scaled + 2) << shift) - odd
    digits = centre >> 2
    # A multiple of ten inside the interval is shorter; there is at most one, on either side.
    tens = udiv(digits, 10)
    lower = tens * 40
    lower_inside = left <= lower
    upper_inside = lower + 40 <= right
    if digits >= 10 and lower_inside != upper_inside:
        digits = tens if lower_inside else tens + 1
        h.number_state[STATE_POWER] = power + 1
        return strip_zeros(h, digits)
    lower = digits << 2
    lower_inside = left <= lower
    upper_inside = lower + 4 <= right
    if lower_inside != upper_inside:
        if upper_inside:
            digits += 1
    else:
        middle = centre - lower - 2
        if middle > 0 or (middle == 0 and digits & 1):
            digits += 1
    h.number_state[STATE_POWER] = power
    return strip_zeros(h, digits)


@kernel
def strip_zeros(h, digits):
    """Move trailing zeros of the digits (not 0) into the power of ten beside them."""
    rest = udiv(digits, 10)
    if rest * 10 != digits:
        return digits
    power = h.number_state[STATE_POWER]
    rest = udiv(digits, 100000000)
    while rest * 100000000 == digits:
        digits = rest
        power += 8
        rest = udiv(digits, 100000000)
    rest = udiv(digits, 10000)
    if rest * 10000 == digits:
        digits = rest
        power += 4
    rest = udiv(digits, 100)
    if rest * 100 == digits:
        digits = rest
        power += 2
    rest = udiv(digits, 10)
    if rest * 10 == digits:
        digits = rest
        power += 1
    h.number_state[STATE_POWER] = power
    return digits


@kernel
def write_exponent(h, at, exponent):
    """Write e+12 or e-7 from index `at`; returns the index after it."""
    h.scratch[at] = 101
    h.scratch[at + 1] = 43
    if exponent < 0:
        h.scratch[at + 1] = 45
        exponent = -exponent
    end = at + 2 + digit_count(h, exponent)
    write_digits(h, end, exponent)
    return end


@kernel
def write_infinity(h, at):
    """Write Infinity from index `at`; returns the index after it."""
    h.scratch[at] = 73
    h.scratch[at + 1] = 110
    h.scratch[at + 2] = 102
    h.scratch[at + 3] = 105
    h.scratch[at + 4] = 110
    h.scratch[at + 5] = 105
    h.scratch[at + 6] = 116
    h.scratch[at + 7] = 121
    return at + 8


@kernel
def write_special(h, value: float):
    """Write NaN, Infinity or -Infinity; returns the length of the text."""
    if value != value:
        h.scratch[0] = 78
        h.scratch[1] = 97
        h.scratch[2] = 78
        return 3
    h.scratch[0] = 45
    return write_infinity(h, 1 if value < 0.0 else 0)


@kernel
def write_decimal(h, at, digits, count, point):
    """Write 0.digits * 10**point, `count` digits, as the specification lays numbers out; returns the index after."""
    if point > 21 or point <= -6:
        end = at + 1 + count
        write_digits(h, end, digits)
        h.scratch[at] = h.scratch[at + 1]
        h.scratch[at + 1] = 46
        return write_exponent(h, end if count > 1 else at + 1, point - 1)
    if point <= 0:
        h.scratch[at] = 48
        h.scratch[at + 1] = 46
        at += 2
        while point < 0:
            h.scratch[at] = 48
            at += 1
            point += 1
        write_digits(h, at + count, digits)
        return at + count
    if count <= point:
        write_digits(h, at + count, digits)
        for i in range(at + count, at + point):
            h.scratch[i] = 48
        return at + point
    write_digits(h, at + 1 + count, digits)
    for i in range(at, at + point):
        h.scratch[i] = h.scratch[i + 1]
    h.scratch[at + point] = 46
    return at + 1 + count


@kernel
def number_to_scratch(h, value: float):
    """Write a number as JavaScript's String(value) into `scratch`; returns the length of the text."""
    if -9007199254740992.0 < value < 9007199254740992.0:
        whole = trunc_sat(value)
        if float(whole) == value:
            return integer_to_scratch(h, whole)
    bits = float_bits(value)
    at = 0
    if bits < 0:
        h.scratch[0] = 45
        at = 1
        bits &= MAGNITUDE_MASK
    if bits >= INFINITY_BITS:
        return write_special(h, value)
    digits = shortest_digits(h, bits)
    count = digit_count(h, digits)
    return write_decimal(h, at, digits, count, h.number_state[STATE_POWER] + count)
