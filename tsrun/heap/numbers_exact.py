"""Number to text with a given number of digits (toFixed, toPrecision, toExponential) or a radix.

The specification asks for the integer n for which n / 10**f is as near to the number as possible, the larger of two.
A double is a finite decimal, so that is: take its digits exactly, one more than wanted, and look at the last.
Text goes into `scratch` from index 0, digits on their way there stand from DIGITS on.
"""
from __future__ import annotations

from tsrun.heap.arena import kernel
from tsrun.heap.machine import bits_float, float_bits, floor_, lshr, trunc_sat, udiv, ult, umulh, urem
from tsrun.heap.numbers_big import (
    BIG_FIRST,
    big_multiply_power_of_five,
    big_set,
    big_shift_left,
    big_shift_right,
    big_to_digits,
)
from tsrun.heap.numbers_format import (
    FRACTION_MASK,
    HIDDEN_BIT,
    INFINITY_BITS,
    LEAST_EXPONENT,
    LOG10_2,
    MAGNITUDE_MASK,
    STATE_POWER,
    digit_count,
    integer_to_scratch,
    number_to_scratch,
    shortest_digits,
    write_digits,
    write_exponent,
    write_special,
)

DIGITS = 2304
"""Where in `scratch` exact digits are made; the byte before is free for a carry."""
RADIX_POINT = 1200
"""Where in `scratch` a text of another radix has its point: 1024 digits before, 1100 after at the most."""
MOST_CHEAP_DIGITS = 18
FIRST_LARGE = 1e21
"""From here toFixed writes what toString writes."""


@kernel
def significand_of(bits):
    """The integer m of a positive double m * 2**e."""
    return (bits & FRACTION_MASK) | HIDDEN_BIT if bits >= HIDDEN_BIT else bits


@kernel
def exponent_of(bits):
    """The exponent e of a positive double m * 2**e."""
    return (bits >> 52) - 1075 if bits >= HIDDEN_BIT else LEAST_EXPONENT


@kernel
def exact_digits(h, bits, places):
    """Write the digits of floor(x * 10**places) from DIGITS on, for the positive double x; returns how many."""
    length = big_set(h, BIG_FIRST, significand_of(bits))
    length = big_multiply_power_of_five(h, BIG_FIRST, length, places)
    shift = exponent_of(bits) + places
    if shift >= 0:
        length = big_shift_left(h, BIG_FIRST, length, shift)
    else:
        length = big_shift_right(h, BIG_FIRST, length, -shift)
    return big_to_digits(h, BIG_FIRST, length, DIGITS)


@kernel
def round_digits(h, count):
    """Round to `count` of the digits from DIGITS on by the one after them, half up.

    Returns 1 if that carried out of the first digit: then a 1 stands before DIGITS.
    """
    if h.scratch[DIGITS + count] < 53:
        return 0
    i = DIGITS + count - 1
    while i >= DIGITS and h.scratch[i] == 57:
        h.scratch[i] = 48
        i -= 1
    if i >= DIGITS:
        h.scratch[i] = h.scratch[i] + 1
        return 0
    h.scratch[DIGITS - 1] = 49
    return 1


@kernel
def cheap_fixed(bits, power):
    """The double's x * power rounded to an integer, half up, by 128-bit arithmetic; -1 if it is over 63 bits."""
    shift = -exponent_of(bits)
    if shift <= 0:
        return -1
    if shift >= 128:
        return 0
    significand = significand_of(bits)
    high = umulh(significand, power)
    low = lshr(significand * power, 0)
    if shift > 64:
        return (high + (1 << (shift - 65))) >> (shift - 64)
    half = lshr(1 << (shift - 1), 0)
    rounded = lshr(low + half, 0)
    high += ult(rounded, low)
    if shift == 64:
        return high
    if high >> (shift - 1):
        return -1
    return (high << (64 - shift)) | lshr(rounded, shift)


@kernel
def write_fixed(h, at, first, count, digits):
    """Write `count` digits that stand in `scratch` from `first` on, the last `digits` of them after the point."""
    while count <= digits:
        first -= 1
        h.scratch[first] = 48
        count += 1
    point = count - digits
    for i in range(point):
        h.scratch[at + i] = h.scratch[first + i]
    at += point
    if digits == 0:
        return at
    h.scratch[at] = 46
    for i in range(digits):
        h.scratch[at + 1 + i] = h.scratch[first + point + i]
    return at + 1 + digits


@kernel
def number_to_fixed(h, value: float, digits):
    """Write value.toFixed(digits), digits from 0 to 100; returns the length."""
    bits = float_bits(value) & MAGNITUDE_MASK
    if bits >= float_bits(FIRST_LARGE):
        return number_to_scratch(h, value)
    at = 0
    if value < 0.0:
        h.scratch[0] = 45
        at = 1
    if digits <= MOST_CHEAP_DIGITS:
        n = cheap_fixed(bits, h.integer_powers[digits])
        if n >= 0:
            count = digit_count(h, n)
            write_digits(h, DIGITS + count, n)
            return write_fixed(h, at, DIGITS, count, digits)
    count = exact_digits(h, bits, digits + 1) - 1
    if count < 0:
        return write_fixed(h, at, DIGITS, 0, digits)
    carry = round_digits(h, count)
    return write_fixed(h, at, DIGITS - carry, count + carry, digits)


@kernel
def precise_digits(h, bits, precision):
    """Round the positive double to `precision` digits, left from DIGITS on; returns the first one's power of ten."""
    # At most one below the power of ten of the first digit.
    estimate = (((bits >> 52) - 1023) * LOG10_2) >> 41 if bits >= HIDDEN_BIT else -324
    places = precision - estimate if precision > estimate else 0
    power = exact_digits(h, bits, places) - 1 - places
    if round_digits(h, precision):
        # 9.99 became 10.0: the digits are a 1 and zeros, moved by one place.
        h.scratch[DIGITS] = 49
        power += 1
    return power


@kernel
def write_mantissa(h, at, first, count):
    """Write digits d.ddd, `count` of them, from those that stand at `first`; returns the index after them."""
    h.scratch[at] = h.scratch[first]
    if count == 1:
        return at + 1
    h.scratch[at + 1] = 46
    for i in range(1, count):
        h.scratch[at + 1 + i] = h.scratch[first + i]
    return at + 1 + count


@kernel
def zero_digits(h, count):
    """Fill `count` digits from DIGITS on with zeros."""
    for i in range(DIGITS, DIGITS + count):
        h.scratch[i] = 48
    return 0


@kernel
def number_to_exponential(h, value: float, digits):
    """Write value.toExponential(digits), digits from 0 to 100, or -1 for as many as needed; returns the length."""
    bits = float_bits(value) & MAGNITUDE_MASK
    if bits >= INFINITY_BITS:
        return write_special(h, value)
    at = 0
    if value < 0.0:
        h.scratch[0] = 45
        at = 1
    power = 0
    count = digits + 1
    if bits == 0:
        count = count if count > 0 else 1
        zero_digits(h, count)
    elif digits < 0:
        shortest = shortest_digits(h, bits)
        count = digit_count(h, shortest)
        write_digits(h, DIGITS + count, shortest)
        power = h.number_state[STATE_POWER] + count - 1
    else:
        power = precise_digits(h, bits, count)
    return write_exponent(h, write_mantissa(h, at, DIGITS, count), power)


@kernel
def number_to_precision(h, value: float, precision):
    """Write value.toPrecision(precision), precision from 1 to 100; returns the length."""
    bits = float_bits(value) & MAGNITUDE_MASK
    if bits >= INFINITY_BITS:
        return write_special(h, value)
    at = 0
    if value < 0.0:
        h.scratch[0] = 45
        at = 1
    power = 0
    if bits == 0:
        zero_digits(h, precision)
    else:
        power = precise_digits(h, bits, precision)
    if power < -6 or power >= precision:
        return write_exponent(h, write_mantissa(h, at, DIGITS, precision), power)
    return write_fixed(h, at, DIGITS, precision, precision - 1 - power)


@kernel
def radix_fraction(h, value: float, radix):
    """Write the fraction's digits in another radix from RADIX_POINT on, as few as tell the double from its neighbours.

    Returns the index after the last digit, negative if the rounding carries into the integer part. Doubles are used
    throughout, as digits past the exact ones are no part of the specification and this is what other engines print.
    """
    fraction = value - floor_(value)
    bits = float_bits(value)
    delta = 0.5 * (bits_float(bits + 1) - value)
    if delta == 0.0:
        delta = bits_float(1)
    end = RADIX_POINT + 1
    scale = float(radix)
    while fraction >= delta:
        fraction *= scale
        delta *= scale
        digit = trunc_sat(fraction)
        h.scratch[end] = digit
        end += 1
        fraction -= float(digit)
        if (fraction > 0.5 or (fraction == 0.5 and digit & 1)) and fraction + delta > 1.0:
            # Round up, dropping digits that would become the radix itself.
            end -= 1
            while end > RADIX_POINT and h.scratch[end] + 1 >= radix:
                end -= 1
            if end == RADIX_POINT:
                return -RADIX_POINT
            h.scratch[end] = h.scratch[end] + 1
            end += 1
            break
    for i in range(RADIX_POINT + 1, end):
        h.scratch[i] = h.radix_digits[h.scratch[i]]
    return end


@kernel
def radix_integer(h, value: float, radix):
    """Write the digits of a whole positive double so that they end before RADIX_POINT; returns the first's index."""
    at = RADIX_POINT
    scale = float(radix)
    # Digits below the double's own resolution are zeros; one that straddles it is what doubles make of it.
    while value / scale >= 9007199254740992.0:
        value /= scale
        at -= 1
        h.scratch[at] = 48
    while value >= 9007199254740992.0:
        digit = urem(trunc_sat(value), radix)
        at -= 1
        h.scratch[at] = h.radix_digits[digit]
        value = (value - float(digit)) / scale
    whole = trunc_sat(value)
    while True:
        quotient = udiv(whole, radix)
        at -= 1
        h.scratch[at] = h.radix_digits[whole - quotient * radix]
        if quotient == 0:
            return at
        whole = quotient


@kernel
def number_to_radix(h, value: float, radix):
    """Write value.toString(radix), radix from 2 to 36; returns the length."""
    if radix == 10:
        return number_to_scratch(h, value)
    bits = float_bits(value) & MAGNITUDE_MASK
    if bits >= INFINITY_BITS:
        return write_special(h, value)
    if bits == 0:
        return integer_to_scratch(h, 0)
    magnitude = bits_float(bits)
    whole = floor_(magnitude)
    end = RADIX_POINT
    if whole != magnitude:
        end = radix_fraction(h, magnitude, radix)
        if end < 0:
            end = RADIX_POINT
            whole += 1.0
        elif end == RADIX_POINT + 1:
            end = RADIX_POINT
    start = radix_integer(h, whole, radix)
    if end > RADIX_POINT:
        h.scratch[RADIX_POINT] = 46
    if value < 0.0:
        start -= 1
        h.scratch[start] = 45
    for i in range(end - start):
        h.scratch[i] = h.scratch[start + i]
    return end - start
