"""Text to number, exactly: the double nearest to the decimal, ties to even.

The text is a range of units [start, end) of `chars8` (wide = 0) or `chars16` (wide = 1). Three ways, the cheapest that
is certain: one exact division or product of doubles (Clinger); the product with a 128-bit power of five (Eisel-Lemire);
and for texts of more than 19 digits that fall between two doubles, a comparison of big integers.
"""
from __future__ import annotations

from tsrun.heap.arena import kernel
from tsrun.heap.errors import POLL, worked
from tsrun.heap.machine import bits_float, clz, lshr, ult, umulh
from tsrun.heap.numbers_big import (
    BIG_FIRST,
    BIG_SECOND,
    big_compare,
    big_multiply_add,
    big_multiply_power_of_five,
    big_set,
    big_shift_left,
)
from tsrun.heap.numbers_tables import LEAST_PARSE_POWER, MOST_PARSE_POWER
from tsrun.heap.units import is_white_space, unit_at

STATE_STOP = 1
"""Index in `number_state` of where the text of the number last read ended; its start if there was none."""

FRACTION_MASK = (1 << 52) - 1
HIDDEN_BIT = 1 << 52
SIGN_BIT = -(1 << 63)
INFINITY_BITS = 0x7FF << 52
INFINITY = float("inf")
NAN = float("nan")
EIGHT_SIGNS = -0x7F7F7F7F7F7F7F80
EIGHT_ZEROS = 0x3030303030303030
UP_TO_SIGN = 0x4646464646464646
"""Added to a digit in every byte leaves its sign bit clear, added to a byte after 9 sets it."""
EIGHT_NIBBLES = 0x0F0F0F0F0F0F0F0F
FOUR_BYTES = 0x00FF00FF00FF00FF
TWO_HALVES = 0x0000FFFF0000FFFF
MOST_WORD_DIGITS = 19
"""Decimal digits that always fit into 64 bits, read as unsigned."""
MOST_DIGITS = 800
"""Digits that can decide between two doubles: 767 and a few."""
MOST_EXPONENT = 1 << 40
"""An exponent in a text is cut off here: no text is long enough to bring such a one back."""


@kernel
def bits_of_decimal(h, w, power):
    """The bits of the double nearest to w * 10**power, w an unsigned 64-bit integer (Eisel-Lemire)."""
    if w == 0 or power < LEAST_PARSE_POWER:
        return 0
    if power > MOST_PARSE_POWER:
        return INFINITY_BITS
    leading = clz(w)
    w = lshr(w << leading, 0)
    factor = h.parse_high[power - LEAST_PARSE_POWER]
    low = lshr(w * factor, 0)
    high = umulh(w, factor)
    if high & 0x1FF == 0x1FF:
        # The bits below the double's are all ones: the second half of the power may carry.
        second = umulh(w, h.parse_low[power - LEAST_PARSE_POWER])
        low = lshr(low + second, 0)
        high = lshr(high + ult(low, second), 0)
    upper = lshr(high, 63)
    significand = lshr(high, upper + 9)
    exponent = ((217706 * power) >> 16) + 63 + upper - leading + 1023
    if exponent <= 0:
        if exponent <= -63:
            return 0
        significand = lshr(significand, 1 - exponent)
        # Rounding up into the smallest normal number gives just its bits.
        return (significand + (significand & 1)) >> 1
    if ult(low, 2) and -4 <= power <= 23 and significand & 3 == 1 and lshr(significand << (upper + 9), 0) == high:
        # Exactly between two doubles: to even.
        significand -= 1
    significand = (significand + (significand & 1)) >> 1
    if significand > FRACTION_MASK + HIDDEN_BIT:
        significand = HIDDEN_BIT
        exponent += 1
    if exponent >= 0x7FF:
        return INFINITY_BITS
    return (exponent << 52) | (significand & FRACTION_MASK)


@kernel
def decimal_to_float(h, w, power) -> float:
    """The double nearest to w * 10**power, w an unsigned 64-bit integer."""
    if lshr(w, 53) == 0 and -22 <= power <= 22:
        if power < 0:
            return float(w) / h.exact_powers[-power]
        return float(w) * h.exact_powers[power]
    return bits_float(bits_of_decimal(h, w, power))


@kernel
def read_big_decimal(h, wide, start, end):
    """Make the number BIG_FIRST of the digits in a range (a point is skipped) and return its length.

    It begins with the first digit that is not 0. What follows MOST_DIGITS of them counts as one more digit, 1 unless
    all are zeros: enough to compare with a number that has fewer digits.
    """
    length = 0
    count = 0
    chunk = 0
    scale = 1
    while start < end and count < MOST_DIGITS:
        digit = unit_at(h, wide, start) - 48
        start += 1
        if digit >= 0 and (digit > 0 or count > 0):
            chunk = chunk * 10 + digit
            scale *= 10
            count += 1
            if scale == 1000000000:
                length = big_multiply_add(h, BIG_FIRST, length, scale, chunk)
                chunk = 0
                scale = 1
    rest = 0
    while start < end and rest == 0:
        rest = 1 if unit_at(h, wide, start) > 48 else 0
        start += 1
        if start & POLL == 0 and worked(h, POLL):
            break
    if count == MOST_DIGITS:
        chunk = chunk * 10 + rest
        scale *= 10
    return big_multiply_add(h, BIG_FIRST, length, scale, chunk)


@kernel
def decide_long_decimal(h, wide, start, end, power, bits):
    """Choose between the double with these bits and the next one for the digits in a range, times 10**power.

    `power` is that of the last digit read_big_decimal() takes.
    """
    length = read_big_decimal(h, wide, start, end)
    significand = (bits & FRACTION_MASK) | HIDDEN_BIT if bits >= HIDDEN_BIT else bits
    exponent = (bits >> 52) - 1075 if bits >= HIDDEN_BIT else -1074
    # The middle of the two is (2 * significand + 1) * 2**(exponent - 1).
    middle = big_set(h, BIG_SECOND, 2 * significand + 1)
    if power >= 0:
        length = big_multiply_power_of_five(h, BIG_FIRST, length, power)
    else:
        middle = big_multiply_power_of_five(h, BIG_SECOND, middle, -power)
    shift = power - (exponent - 1)
    if shift >= 0:
        length = big_shift_left(h, BIG_FIRST, length, shift)
    else:
        middle = big_shift_left(h, BIG_SECOND, middle, -shift)
    order = big_compare(h, BIG_FIRST, length, BIG_SECOND, middle)
    return bits + 1 if order > 0 or (order == 0 and bits & 1) else bits


@kernel
def long_decimal(h, wide, start, end, exponent) -> float:
    """The value of more than 19 digits in a range, which may hold a point, times 10**exponent."""
    at = start
    w = 0
    count = 0
    power = exponent
    after_point = 0
    beyond = 0
    while at < end:
        digit = unit_at(h, wide, at) - 48
        at += 1
        if at & POLL == 0 and worked(h, POLL):
            break
        if digit < 0:
            after_point = 1
        elif count < MOST_WORD_DIGITS:
            if digit > 0 or count > 0:
                count += 1
                w = w * 10 + digit
            power -= after_point
        else:
            power += 1 - after_point
            count += 1
            beyond |= digit
    if beyond == 0:
        return decimal_to_float(h, lshr(w, 0), power)
    lower = bits_of_decimal(h, lshr(w, 0), power)
    if lower == bits_of_decimal(h, lshr(w + 1, 0), power):
        return bits_float(lower)
    taken = count if count < MOST_DIGITS else MOST_DIGITS + 1
    return bits_float(decide_long_decimal(h, wide, start, end, power + MOST_WORD_DIGITS - taken, lower))


@kernel(inline=True)
def eight_units(h, at):
    """Eight Latin-1 units from an index as one word, the first lowest; all of them must be inside the text."""
    shift = (at & 7) * 8
    word = lshr(h.words8[at >> 3], shift)
    if shift:
        word |= lshr(h.words8[(at + 7) >> 3] << (64 - shift), 0)
    return word


@kernel(inline=True)
def are_digits(word):
    """1 if all eight bytes of a word are decimal digits."""
    return 1 if ((word + UP_TO_SIGN) | (word - EIGHT_ZEROS)) & EIGHT_SIGNS == 0 else 0


@kernel(inline=True)
def eight_digits(word):
    """The number that eight digits make: pairs, fours, then all are added up side by side."""
    word = lshr((word & EIGHT_NIBBLES) * 2561, 8)
    word = lshr((word & FOUR_BYTES) * 6553601, 16)
    return lshr((word & TWO_HALVES) * 42949672960001, 32)


@kernel
def read_decimal(h, wide, start, end) -> float:
    """Read the longest StrUnsignedDecimalLiteral (without Infinity) from `start`; NaN if there is none.

    `number_state[STATE_STOP]` is then the index after it, or `start`.
    """
    h.number_state[STATE_STOP] = start
    at = start
    w = 0
    exponent = 0
    while not wide and at + 8 <= end:
        word = eight_units(h, at)
        if not are_digits(word):
            break
        w = w * 100000000 + eight_digits(word)
        at += 8
        if at & POLL < 8 and worked(h, POLL):
            break
    while at < end:
        digit = unit_at(h, wide, at) - 48
        if digit < 0 or digit > 9:
            break
        w = w * 10 + digit
        at += 1
        if at & POLL == 0 and worked(h, POLL):
            break
    digits = at - start
    last = at
    if at < end and unit_at(h, wide, at) == 46:
        at += 1
        point = at
        while not wide and at + 8 <= end:
            word = eight_units(h, at)
            if not are_digits(word):
                break
            w = w * 100000000 + eight_digits(word)
            at += 8
            if at & POLL < 8 and worked(h, POLL):
                break
        while at < end:
            digit = unit_at(h, wide, at) - 48
            if digit < 0 or digit > 9:
                break
            w = w * 10 + digit
            at += 1
            if at & POLL == 0 and worked(h, POLL):
                break
        exponent = point - at
        digits += at - point
        last = at
    if digits == 0:
        return NAN
    explicit = 0
    if at < end and unit_at(h, wide, at) | 32 == 101:
        explicit = read_exponent(h, wide, at + 1, end)
        if h.number_state[STATE_STOP] > at:
            at = h.number_state[STATE_STOP]
    h.number_state[STATE_STOP] = at
    if digits > MOST_WORD_DIGITS:
        return long_decimal(h, wide, start, last, explicit)
    return decimal_to_float(h, lshr(w, 0), exponent + explicit)


@kernel
def read_exponent(h, wide, at, end):
    """Read what stands after the e of a literal; without digits `number_state[STATE_STOP]` stays as it is."""
    negative = 0
    if at < end:
        sign = unit_at(h, wide, at)
        if sign == 43 or sign == 45:
            negative = 1 if sign == 45 else 0
            at += 1
    value = 0
    while at < end:
        digit = unit_at(h, wide, at) - 48
        if digit < 0 or digit > 9:
            break
        if value < MOST_EXPONENT:
            value = value * 10 + digit
        at += 1
        if at & POLL == 0 and worked(h, POLL):
            break
        h.number_state[STATE_STOP] = at
    return -value if negative else value


@kernel
def starts_with_infinity(h, wide, at, end):
    """1 if the text from `at` on begins with Infinity."""
    if end - at < 8 or unit_at(h, wide, at) != 73:
        return 0
    if unit_at(h, wide, at + 1) != 110 or unit_at(h, wide, at + 2) != 102 or unit_at(h, wide, at + 3) != 105:
        return 0
    if unit_at(h, wide, at + 4) != 110 or unit_at(h, wide, at + 5) != 105 or unit_at(h, wide, at + 6) != 116:
        return 0
    return 1 if unit_at(h, wide, at + 7) == 121 else 0


@kernel
def parse_decimal(h, wide, start, end) -> float:
    """Read the longest StrDecimalLiteral (a sign and Infinity included) from `start`; NaN if there is none.

    `number_state[STATE_STOP]` is then the index after it, or `start`.
    """
    at = start
    negative = 0
    if at < end:
        sign = unit_at(h, wide, at)
        if sign == 43 or sign == 45:
            negative = 1 if sign == 45 else 0
            at += 1
    value = INFINITY
    if starts_with_infinity(h, wide, at, end):
        h.number_state[STATE_STOP] = at + 8
    else:
        value = read_decimal(h, wide, at, end)
        if h.number_state[STATE_STOP] == at:
            h.number_state[STATE_STOP] = start
    return -value if negative else value


@kernel
def skip_white_space(h, wide, start, end):
    """The index of the first unit that is no white space."""
    while start < end and is_white_space(unit_at(h, wide, start)):
        start += 1
        if start & POLL == 0 and worked(h, POLL):
            break
    return start


@kernel
def skip_white_space_back(h, wide, start, end):
    """The index after the last unit that is no white space."""
    while start < end and is_white_space(unit_at(h, wide, end - 1)):
        end -= 1
        if end & POLL == 0 and worked(h, POLL):
            break
    return end


@kernel
def digit_value(unit):
    """The value of a unit as a digit of a radix up to 36; 99 if it is none."""
    if 48 <= unit <= 57:
        return unit - 48
    unit |= 32
    return unit - 87 if 97 <= unit <= 122 else 99


@kernel
def skip_digits(h, wide, start, end, radix):
    """The index after the digits of a radix that stand from `start` on."""
    while start < end and digit_value(unit_at(h, wide, start)) < radix:
        start += 1
        if start & POLL == 0 and worked(h, POLL):
            break
    return start


@kernel
def binary_digits(h, wide, start, end, shift) -> float:
    """The value of a range of digits of radix 2**shift, rounded once, ties to even."""
    value = 0
    exponent = 0
    lost = 0
    for at in range(start, end):
        digit = digit_value(unit_at(h, wide, at))
        if value < 1 << 57:
            value = (value << shift) | digit
        else:
            exponent += shift
            lost |= digit
            if at & POLL == 0 and worked(h, POLL):
                break
    if lost:
        value |= 1
    if exponent == 0:
        return float(value)
    if exponent > 1023:
        return INFINITY
    return float(value) * bits_float((exponent + 1023) << 52)


@kernel
def other_digits(h, wide, start, end, radix) -> float:
    """The value of a range of digits of a radix that is neither 10 nor a power of two.

    Exact up to 2**53. The specification allows an approximation after 20 digits: groups of digits are added up.
    """
    value = 0.0
    group = 0
    scale = 1
    for at in range(start, end):
        group = group * radix + digit_value(unit_at(h, wide, at))
        scale *= radix
        if scale * radix > 119304647:
            value = value * float(scale) + float(group)
            group = 0
            scale = 1
            if worked(h, 8):
                break
    return value * float(scale) + float(group)


@kernel
def radix_shift(radix):
    """The power of two that a radix is; 0 if it is none."""
    if radix == 16:
        return 4
    if radix == 8:
        return 3
    if radix == 2:
        return 1
    if radix == 32:
        return 5
    return 2 if radix == 4 else 0


@kernel
def prefix_radix(h, wide, start, end):
    """The radix that 0x, 0o or 0b at `start` says; 0 without such a prefix."""
    if end - start < 2 or unit_at(h, wide, start) != 48:
        return 0
    letter = unit_at(h, wide, start + 1) | 32
    if letter == 120:
        return 16
    if letter == 111:
        return 8
    return 2 if letter == 98 else 0


@kernel
def string_to_number(h, wide, start, end) -> float:
    """StringToNumber of the specification: what Number(text) gives."""
    if start < end and 48 <= unit_at(h, wide, start) <= 57:
        # Most texts: no space before, no sign; at the x of a prefix it stops before the end.
        value = read_decimal(h, wide, start, end)
        if h.number_state[STATE_STOP] == end:
            return value
    start = skip_white_space(h, wide, start, end)
    end = skip_white_space_back(h, wide, start, end)
    if start == end:
        return 0.0
    radix = prefix_radix(h, wide, start, end)
    if radix:
        start += 2
        if start == end or skip_digits(h, wide, start, end, radix) != end:
            return NAN
        return binary_digits(h, wide, start, end, radix_shift(radix))
    value = parse_decimal(h, wide, start, end)
    return value if h.number_state[STATE_STOP] == end else NAN


@kernel
def parse_float(h, wide, start, end) -> float:
    """What parseFloat(text) gives."""
    return parse_decimal(h, wide, skip_white_space(h, wide, start, end), end)


@kernel
def parse_int(h, wide, start, end, radix) -> float:
    """What parseInt(text, radix) gives; `radix` is already an int32."""
    at = skip_white_space(h, wide, start, end)
    negative = 0
    if at < end:
        sign = unit_at(h, wide, at)
        if sign == 43 or sign == 45:
            negative = 1 if sign == 45 else 0
            at += 1
    if radix != 0 and (radix < 2 or radix > 36):
        return NAN
    if (radix == 0 or radix == 16) and prefix_radix(h, wide, at, end) == 16:
        at += 2
        radix = 16
    if radix == 0:
        radix = 10
    stop = skip_digits(h, wide, at, end, radix)
    if stop == at:
        return NAN
    shift = radix_shift(radix)
    value = 0.0
    if shift:
        value = binary_digits(h, wide, at, stop, shift)
    elif radix == 10:
        value = read_decimal(h, wide, at, stop)
    else:
        value = other_digits(h, wide, at, stop, radix)
    return -value if negative else value
