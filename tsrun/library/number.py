"""Number.prototype's conversions to text, the tests of Number, parseInt and parseFloat."""
from __future__ import annotations

from tsrun.heap.allocate import reserve_all
from tsrun.heap.arena import kernel
from tsrun.heap.convert import NUMBER_WORDS, number_string, scratch_string, to_string_primitive
from tsrun.heap.layout import FALSE, NAN, STRING, TAG, TRUE, UNDEFINED, X_COLLECT, X_SLOW
from tsrun.heap.machine import bits_float, fabs_, float_bits, trunc_, trunc_sat, udiv
from tsrun.heap.numbers import to_int32
from tsrun.heap.numbers_exact import (
    DIGITS, number_to_exponential, number_to_fixed, number_to_precision, number_to_radix,
)
from tsrun.heap.numbers_format import (
    INFINITY_BITS, MAGNITUDE_MASK, STATE_POWER, digit_count, shortest_digits, write_digits,
)
from tsrun.heap.numbers_parse import parse_float, parse_int
from tsrun.heap.values import boxed_bool, boxed_number
from tsrun.library.string_arguments import answer, first_unit, flat_value, is_plain_number, is_wide, number_argument
from tsrun.vm.tables import native

MAX_SAFE = 9007199254740991.0
LONG_TEXT_WORDS = 320
"""Words, with the header, of the longest text of a number in another radix or with 100 digits."""


@kernel
def answer_scratch(h, fp, length):
    """Deliver the text in `scratch` (after reserving for it)."""
    return answer(h, fp, STRING | scratch_string(h, length))


@native("Number.prototype.toString", 1)
def number_to_string(h, fp, argc):
    """The number as text in a radix."""
    value = h.regs[fp + 1]
    if value >= TAG or is_plain_number(h, fp, argc, 0) == 0:
        return X_SLOW
    radix = number_argument(h, fp, argc, 0, 10.0)
    if radix == 10.0:
        if reserve_all(h, 1, 0, NUMBER_WORDS) == 0:
            return X_COLLECT
        return answer(h, fp, STRING | number_string(h, bits_float(value)))
    if not (2.0 <= radix <= 36.0):
        return X_SLOW
    if reserve_all(h, 1, 0, LONG_TEXT_WORDS) == 0:
        return X_COLLECT
    return answer_scratch(h, fp, number_to_radix(h, bits_float(value), trunc_sat(radix)))


@native("Number.prototype.valueOf", 0)
def number_value_of(h, fp, argc):
    """The number itself."""
    value = h.regs[fp + 1]
    return answer(h, fp, value) if value < TAG else X_SLOW


@native("Number.prototype.toFixed", 1)
def number_fixed(h, fp, argc):
    """The number with so many digits after the point."""
    value = h.regs[fp + 1]
    digits = number_argument(h, fp, argc, 0, 0.0)
    if value >= TAG or is_plain_number(h, fp, argc, 0) == 0 or not (0.0 <= digits <= 100.0):
        return X_SLOW
    if reserve_all(h, 1, 0, LONG_TEXT_WORDS) == 0:
        return X_COLLECT
    return answer_scratch(h, fp, number_to_fixed(h, bits_float(value), trunc_sat(digits)))


@native("Number.prototype.toPrecision", 1)
def number_precision(h, fp, argc):
    """The number with so many digits."""
    value = h.regs[fp + 1]
    if value >= TAG or is_plain_number(h, fp, argc, 0) == 0:
        return X_SLOW
    if reserve_all(h, 1, 0, LONG_TEXT_WORDS) == 0:
        return X_COLLECT
    if argc == 0 or h.regs[fp + 2] == UNDEFINED or (float_bits(bits_float(value)) & MAGNITUDE_MASK) >= INFINITY_BITS:
        return answer(h, fp, STRING | number_string(h, bits_float(value)))
    digits = number_argument(h, fp, argc, 0, 0.0)
    if not (1.0 <= digits <= 100.0):
        return X_SLOW
    return answer_scratch(h, fp, number_to_precision(h, bits_float(value), trunc_sat(digits)))


@native("Number.prototype.toExponential", 1)
def number_exponential(h, fp, argc):
    """The number in exponential form, with so many digits after the point or as many as it takes."""
    value = h.regs[fp + 1]
    if value >= TAG or is_plain_number(h, fp, argc, 0) == 0:
        return X_SLOW
    if reserve_all(h, 1, 0, LONG_TEXT_WORDS) == 0:
        return X_COLLECT
    digits = -1
    if (float_bits(bits_float(value)) & MAGNITUDE_MASK) < INFINITY_BITS and argc > 0 and h.regs[fp + 2] != UNDEFINED:
        x = number_argument(h, fp, argc, 0, 0.0)
        if not (0.0 <= x <= 100.0):
            return X_SLOW
        digits = trunc_sat(x)
    return answer_scratch(h, fp, number_to_exponential(h, bits_float(value), digits))


@kernel
def power_of_ten(n):
    """10**n for n up to 18."""
    result = 1
    for _ in range(n):
        result *= 10
    return result


@kernel
def write_grouped(h, bits, at, least, most, grouping):
    """Write a positive finite double as in American English: a comma per three digits, `least` to `most` decimals.

    Rounds the shortest decimal half up. Returns the index after the text.
    """
    digits = 0
    power = 0
    if bits != 0:
        digits = shortest_digits(h, bits)
        power = h.number_state[STATE_POWER]
    if power < -most:
        drop = -most - power
        if drop > 18:
            digits = 0
        else:
            scale = power_of_ten(drop)
            quotient = udiv(digits, scale)
            digits = quotient + (1 if (digits - quotient * scale) * 2 >= scale else 0)
        power = -most
    while power < -least and udiv(digits, 10) * 10 == digits:
        digits = udiv(digits, 10)
        power += 1
    count = digit_count(h, digits)
    write_digits(h, DIGITS + count, digits)
    point = count + power
    if point <= 0 or digits == 0:
        h.scratch[at] = 48
        at += 1
    else:
        for i in range(point):
            if grouping and i > 0 and udiv(point - i, 3) * 3 == point - i:
                h.scratch[at] = 44
                at += 1
            h.scratch[at] = h.scratch[DIGITS + i] if i < count else 48
            at += 1
    places = -power if power < -least else least
    if places == 0:
        return at
    h.scratch[at] = 46
    at += 1
    for i in range(point, point + places):
        h.scratch[at] = h.scratch[DIGITS + i] if 0 <= i < count else 48
        at += 1
    return at


@native("$groupedNumber", 4)
def grouped_number(h, fp, argc):
    """$groupedNumber(x, least, most, grouping): the text of toLocaleString for a finite number."""
    if reserve_all(h, 1, 0, LONG_TEXT_WORDS) == 0:
        return X_COLLECT
    bits = float_bits(bits_float(h.regs[fp + 2]))
    least = trunc_sat(bits_float(h.regs[fp + 3]))
    most = trunc_sat(bits_float(h.regs[fp + 4]))
    at = 0
    if bits < 0:
        h.scratch[0] = 45
        at = 1
    grouping = trunc_sat(bits_float(h.regs[fp + 5]))
    return answer_scratch(h, fp, write_grouped(h, bits & MAGNITUDE_MASK, at, least, most, grouping))


@kernel
def is_integral(h, value):
    """1 for a finite number without fraction."""
    if value >= TAG:
        return 0
    x = bits_float(value)
    return 1 if trunc_(x) == x and fabs_(x) < 1e400 else 0


@native("Number.isInteger", 1)
def number_is_integer(h, fp, argc):
    """Whether the argument is a number without fraction."""
    return answer(h, fp, boxed_bool(h, 1 if argc > 0 and is_integral(h, h.regs[fp + 2]) else 0))


@native("Number.isSafeInteger", 1)
def number_is_safe_integer(h, fp, argc):
    """Whether the argument is an integer below 2**53 in size."""
    safe = 0
    if argc > 0 and is_integral(h, h.regs[fp + 2]) and fabs_(bits_float(h.regs[fp + 2])) <= MAX_SAFE:
        safe = 1
    return answer(h, fp, boxed_bool(h, safe))


@kernel
def is_finite_number(h, value):
    """1 for a number that is neither infinite nor NaN."""
    return 1 if value < TAG and (value & MAGNITUDE_MASK) < INFINITY_BITS else 0


@native("Number.isFinite", 1)
def number_is_finite(h, fp, argc):
    """Whether the argument is a finite number."""
    return answer(h, fp, boxed_bool(h, 1 if argc > 0 and is_finite_number(h, h.regs[fp + 2]) else 0))


@kernel
def is_nan(h, value):
    """TRUE for NaN, whatever its sign: arithmetic makes one with the sign set."""
    if value >= TAG:
        return FALSE
    x = bits_float(value)
    return FALSE if x == x else TRUE


@native("Number.isNaN", 1)
def number_is_nan(h, fp, argc):
    """Whether the argument is NaN."""
    return answer(h, fp, is_nan(h, h.regs[fp + 2]) if argc > 0 else FALSE)


@native("isFinite", 1)
def global_is_finite(h, fp, argc):
    """Whether the argument converts to a finite number."""
    if argc == 0 or h.regs[fp + 2] >= TAG:
        return X_SLOW
    return answer(h, fp, boxed_bool(h, is_finite_number(h, h.regs[fp + 2])))


@native("isNaN", 1)
def global_is_nan(h, fp, argc):
    """Whether the argument converts to NaN."""
    if argc == 0 or h.regs[fp + 2] >= TAG:
        return X_SLOW
    return answer(h, fp, is_nan(h, h.regs[fp + 2]))


@native("parseFloat", 1)
def global_parse_float(h, fp, argc):
    """The number at the start of a text."""
    if argc == 0:
        return answer(h, fp, NAN)
    value = h.regs[fp + 2]
    if value < TAG:
        # The text of a number is read back as the number, -0 as 0.
        return answer(h, fp, boxed_number(h, bits_float(value) + 0.0))
    string = flat_value(h, value)
    if string < 0:
        return string
    start = first_unit(h, string)
    return answer(h, fp, boxed_number(h, parse_float(h, is_wide(h, string), start, start + h.length[string])))


@native("parseInt", 2)
def global_parse_int(h, fp, argc):
    """The integer at the start of a text, in a radix."""
    if argc == 0:
        return answer(h, fp, NAN)
    if argc > 1 and h.regs[fp + 3] >= TAG and h.regs[fp + 3] != UNDEFINED:
        return X_SLOW
    radix = to_int32(bits_float(h.regs[fp + 3])) if argc > 1 and h.regs[fp + 3] < TAG else 0
    value = h.regs[fp + 2]
    if value < TAG:
        x = bits_float(value)
        size = fabs_(x)
        if (radix == 0 or radix == 10) and ((1e-6 <= size < 1e21) or size == 0.0):
            return answer(h, fp, boxed_number(h, trunc_(x + 0.0)))
        if reserve_all(h, 1, 0, NUMBER_WORDS) == 0:
            return X_COLLECT
        value = STRING | to_string_primitive(h, value)
    string = flat_value(h, value)
    if string < 0:
        return string
    start = first_unit(h, string)
    return answer(h, fp, boxed_number(h, parse_int(h, is_wide(h, string), start, start + h.length[string], radix)))
