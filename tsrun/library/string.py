"""String.prototype: units and code points, parts, white space, letter case, well-formedness; String.fromCharCode."""
from __future__ import annotations

from tsrun.heap.allocate import reserve_all
from tsrun.heap.arena import kernel
from tsrun.heap.errors import POLL, throw_plain, worked
from tsrun.heap.layout import (
    E_STRING_LENGTH, FIRST_CHAR, F_WIDE, ID, NAN, N_EMPTY, STRING, TAG, T_STRING, UNDEFINED, X_COLLECT, X_LIMIT, X_SLOW,
)
from tsrun.heap.machine import bits_float, lshr, trunc_sat
from tsrun.heap.numbers import to_uint32
from tsrun.heap.numbers_parse import skip_white_space, skip_white_space_back
from tsrun.heap.strings import (
    MAX_LENGTH, concat, copy_units, flatten, new_string, reserve_string, string_words, unit_at,
)
from tsrun.heap.units import code_point_at
from tsrun.heap.values import boxed_bool, boxed_int
from tsrun.library.string_arguments import (
    answer, answer_part, clamped, first_unit, flat_this, is_plain_number, is_wide, number_argument, set_unit,
)
from tsrun.library.unicode import case_entry, case_length, case_write
from tsrun.vm.tables import native

HUGE = 1e300
EVERY_BYTE = 0x0101010101010101
EVERY_HIGH_BIT = -0x7F7F7F7F7F7F7F80
REPLACEMENT = 0xFFFD


@kernel
def string_index(h, fp, argc, length):
    """Argument 0 as an index into a string of that length; -1 outside, X_SLOW if it wants converting."""
    if argc > 0 and h.regs[fp + 2] < TAG:
        x = bits_float(h.regs[fp + 2])
        index = trunc_sat(x)
        return index if 0 <= index < length else -1
    if is_plain_number(h, fp, argc, 0) == 0:
        return X_SLOW
    return 0 if length > 0 else -1


@native("String.prototype.charCodeAt", 1)
def string_char_code_at(h, fp, argc):
    """The unit at an index, NaN outside."""
    string = flat_this(h, fp)
    if string < 0:
        return string
    index = string_index(h, fp, argc, h.length[string])
    if index < 0:
        return X_SLOW if index == X_SLOW else answer(h, fp, NAN)
    return answer(h, fp, boxed_int(h, unit_at(h, string, index)))


@native("String.prototype.charAt", 1)
def string_char_at(h, fp, argc):
    """The string of the unit at an index, empty outside."""
    string = flat_this(h, fp)
    if string < 0:
        return string
    index = string_index(h, fp, argc, h.length[string])
    if index < 0:
        return X_SLOW if index == X_SLOW else answer(h, fp, STRING | N_EMPTY)
    return answer_part(h, fp, string, index, 1)


@native("String.prototype.codePointAt", 1)
def string_code_point_at(h, fp, argc):
    """The code point at an index, undefined outside."""
    string = flat_this(h, fp)
    if string < 0:
        return string
    index = string_index(h, fp, argc, h.length[string])
    if index < 0:
        return X_SLOW if index == X_SLOW else answer(h, fp, UNDEFINED)
    start = first_unit(h, string)
    point = code_point_at(h, is_wide(h, string), start, start + h.length[string], index)
    return answer(h, fp, boxed_int(h, point))


@native("String.prototype.at", 1)
def string_at(h, fp, argc):
    """The string of the unit at an index, from the end if negative; undefined outside."""
    string = flat_this(h, fp)
    if string < 0:
        return string
    if is_plain_number(h, fp, argc, 0) == 0:
        return X_SLOW
    length = h.length[string]
    x = number_argument(h, fp, argc, 0, 0.0)
    if x < 0.0:
        x += float(length)
    if x < 0.0 or x >= float(length):
        return answer(h, fp, UNDEFINED)
    return answer_part(h, fp, string, trunc_sat(x), 1)


@native("String.prototype.slice", 2)
def string_slice(h, fp, argc):
    """The part between two indices, which count from the end if negative."""
    string = flat_this(h, fp)
    if string < 0:
        return string
    if is_plain_number(h, fp, argc, 0) == 0 or is_plain_number(h, fp, argc, 1) == 0:
        return X_SLOW
    length = h.length[string]
    x = number_argument(h, fp, argc, 0, 0.0)
    start = clamped(h, x + float(length) if x < 0.0 else x, length)
    x = number_argument(h, fp, argc, 1, HUGE)
    end = clamped(h, x + float(length) if x < 0.0 else x, length)
    return answer_part(h, fp, string, start, end - start if end > start else 0)


@native("String.prototype.substring", 2)
def string_substring(h, fp, argc):
    """The part between two indices, whichever is the smaller."""
    string = flat_this(h, fp)
    if string < 0:
        return string
    if is_plain_number(h, fp, argc, 0) == 0 or is_plain_number(h, fp, argc, 1) == 0:
        return X_SLOW
    length = h.length[string]
    start = clamped(h, number_argument(h, fp, argc, 0, 0.0), length)
    end = clamped(h, number_argument(h, fp, argc, 1, HUGE), length)
    if start > end:
        return answer_part(h, fp, string, end, start - end)
    return answer_part(h, fp, string, start, end - start)


@native("String.prototype.substr", 2)
def string_substr(h, fp, argc):
    """So many units from an index, which counts from the end if negative (annex B)."""
    string = flat_this(h, fp)
    if string < 0:
        return string
    if is_plain_number(h, fp, argc, 0) == 0 or is_plain_number(h, fp, argc, 1) == 0:
        return X_SLOW
    length = h.length[string]
    x = number_argument(h, fp, argc, 0, 0.0)
    start = clamped(h, x + float(length) if x < 0.0 else x, length)
    return answer_part(h, fp, string, start, clamped(h, number_argument(h, fp, argc, 1, HUGE), length - start))


@kernel
def answer_trimmed(h, fp, at_start, at_end):
    """Deliver `this` without white space at its start, its end or both."""
    string = flat_this(h, fp)
    if string < 0:
        return string
    wide = is_wide(h, string)
    first = first_unit(h, string)
    start = first
    end = start + h.length[string]
    if at_start:
        start = skip_white_space(h, wide, start, end)
    if at_end:
        end = skip_white_space_back(h, wide, start, end)
    return answer_part(h, fp, string, start - first, end - start)


@native("String.prototype.trim", 0)
def string_trim(h, fp, argc):
    """Without white space at both ends."""
    return answer_trimmed(h, fp, 1, 1)


@native("String.prototype.trimStart", 0)
def string_trim_start(h, fp, argc):
    """Without white space at the start."""
    return answer_trimmed(h, fp, 1, 0)


@native("String.prototype.trimEnd", 0)
def string_trim_end(h, fp, argc):
    """Without white space at the end."""
    return answer_trimmed(h, fp, 0, 1)


@kernel
def ascii_changes(h, string, upper):
    """For a flat string of ASCII only: the bits that case changes in its words, all together; -1 if it isn't one (or
    the time is up).
    """
    first = h.offset[string]
    changes = 0
    for at in range(first, first + (h.length[string] + 7 >> 3)):
        word = h.words8[at]
        if word & EVERY_HIGH_BIT:
            return -1
        changes |= ascii_letters(word, upper)
        if at & POLL == POLL and worked(h, POLL):
            return -1
    return changes


@kernel(inline=True)
def ascii_letters(word, upper):
    """Bit 5 of each ASCII byte that is a letter to be changed to upper (else lower) case."""
    first = 97 if upper else 65
    above = word + (128 - first) * EVERY_BYTE
    beyond = word + (128 - first - 26) * EVERY_BYTE
    return lshr(above & ~beyond & EVERY_HIGH_BIT, 2)


@kernel
def answer_case(h, fp, upper):
    """Deliver `this` in upper or lower case."""
    string = flat_this(h, fp)
    if string < 0:
        return string
    wide = is_wide(h, string)
    changes = -1 if wide or h.length[string] < 2 else ascii_changes(h, string, upper)
    if changes == 0:
        return answer(h, fp, STRING | string)
    if changes > 0:
        if reserve_string(h, h.length[string], 0) == 0:
            return X_COLLECT
        made = new_string(h, h.length[string], 0)
        for i in range(h.length[string] + 7 >> 3):
            word = h.words8[h.offset[string] + i]
            h.words8[h.offset[made] + i] = word ^ ascii_letters(word, upper)
            if i & POLL == POLL and worked(h, POLL):
                return X_LIMIT
        return answer(h, fp, STRING | made)
    start = first_unit(h, string)
    end = start + h.length[string]
    measured = case_length(h, wide, start, end, upper)
    if measured < 0:
        return answer(h, fp, STRING | string)
    length = measured >> 1
    to_wide = measured & 1
    if length > MAX_LENGTH:
        return throw_plain(h, E_STRING_LENGTH)
    if reserve_string(h, length, to_wide) == 0:
        return X_COLLECT
    if length == 1 and to_wide == 0:
        point = unit_at(h, string, 0)
        return answer(h, fp, STRING | FIRST_CHAR + point + case_entry(h, point, upper))
    made = new_string(h, length, to_wide)
    case_write(h, wide, start, end, upper, to_wide, first_unit(h, made))
    return answer(h, fp, STRING | made)


@native("String.prototype.toUpperCase", 0)
def string_to_upper_case(h, fp, argc):
    """In upper case."""
    return answer_case(h, fp, 1)


@native("String.prototype.toLowerCase", 0)
def string_to_lower_case(h, fp, argc):
    """In lower case."""
    return answer_case(h, fp, 0)


@native("String.prototype.toLocaleUpperCase", 0)
def string_to_locale_upper_case(h, fp, argc):
    """In upper case; without locales given (they are left to the prelude)."""
    return answer_case(h, fp, 1) if argc == 0 else X_SLOW


@native("String.prototype.toLocaleLowerCase", 0)
def string_to_locale_lower_case(h, fp, argc):
    """In lower case; without locales given."""
    return answer_case(h, fp, 0) if argc == 0 else X_SLOW


@native("String.prototype.toString", 0)
def string_to_string(h, fp, argc):
    """The string itself."""
    value = h.regs[fp + 1]
    return answer(h, fp, value) if value >> 48 == T_STRING else X_SLOW


@native("String.prototype.valueOf", 0)
def string_value_of(h, fp, argc):
    """The string itself."""
    value = h.regs[fp + 1]
    return answer(h, fp, value) if value >> 48 == T_STRING else X_SLOW


@kernel
def lone_surrogate(h, string, start):
    """Index of the first lone surrogate of a flat string from `start` on, -1 if there is none."""
    if h.meta[string] & F_WIDE == 0:
        return -1
    length = h.length[string]
    begin = h.offset[string] * 4
    i = start
    while i < length:
        unit = h.chars16[begin + i]
        if unit & 0xF800 == 0xD800:
            if unit >= 0xDC00 or i + 1 == length or h.chars16[begin + i + 1] & 0xFC00 != 0xDC00:
                return i
            i += 1
        i += 1
        if i & POLL < 2 and worked(h, POLL):
            break
    return -1


@native("String.prototype.isWellFormed", 0)
def string_is_well_formed(h, fp, argc):
    """Whether there are no lone surrogates."""
    string = flat_this(h, fp)
    if string < 0:
        return string
    return answer(h, fp, boxed_bool(h, 1 if lone_surrogate(h, string, 0) < 0 else 0))


@native("String.prototype.toWellFormed", 0)
def string_to_well_formed(h, fp, argc):
    """With U+FFFD for lone surrogates."""
    string = flat_this(h, fp)
    if string < 0:
        return string
    at = lone_surrogate(h, string, 0)
    if at < 0:
        return answer(h, fp, STRING | string)
    length = h.length[string]
    if reserve_string(h, length, 1) == 0:
        return X_COLLECT
    made = new_string(h, length, 1)
    to = h.offset[made] * 4
    copy_units(h, made, 0, 1, string, 0, length)
    while at >= 0:
        h.chars16[to + at] = REPLACEMENT
        at = lone_surrogate(h, string, at + 1)
    return answer(h, fp, STRING | made)


@native("String.prototype.concat", 1)
def string_concat(h, fp, argc):
    """All in a row: `this`, then the arguments."""
    length = 0
    for i in range(argc + 1):
        value = h.regs[fp + 1 + i]
        if value >> 48 != T_STRING:
            return X_SLOW
        length += h.length[value & ID]
    if length > MAX_LENGTH:
        return throw_plain(h, E_STRING_LENGTH)
    if reserve_all(h, argc, 0, argc * string_words(h, 24, 1)) == 0:
        return X_COLLECT
    made = h.regs[fp + 1] & ID
    for i in range(argc):
        made = concat(h, made, h.regs[fp + 2 + i] & ID)
    return answer(h, fp, STRING | made)


@native("String.fromCharCode", 1)
def string_from_char_code(h, fp, argc):
    """The string of these units."""
    units = 0
    for i in range(argc):
        value = h.regs[fp + 2 + i]
        if value >= TAG:
            return X_SLOW
        units |= to_uint32(bits_float(value)) & 0xFFFF
    wide = 1 if units > 255 else 0
    if argc == 0:
        return answer(h, fp, STRING | N_EMPTY)
    if argc == 1 and wide == 0:
        return answer(h, fp, STRING | FIRST_CHAR + units)
    if reserve_string(h, argc, wide) == 0:
        return X_COLLECT
    made = new_string(h, argc, wide)
    for i in range(argc):
        set_unit(h, made, wide, i, to_uint32(bits_float(h.regs[fp + 2 + i])) & 0xFFFF)
    return answer(h, fp, STRING | made)


@native("String.fromCodePoint", 1)
def string_from_code_point(h, fp, argc):
    """The string of these code points; what is none is left to the prelude to complain about."""
    points = 0
    length = argc
    for i in range(argc):
        value = h.regs[fp + 2 + i]
        if value >= TAG:
            return X_SLOW
        x = bits_float(value)
        point = trunc_sat(x)
        if float(point) != x or point < 0 or point > 0x10FFFF:
            return X_SLOW
        points |= point
        if point > 0xFFFF:
            length += 1
    wide = 1 if points > 255 else 0
    if argc == 0:
        return answer(h, fp, STRING | N_EMPTY)
    if argc == 1 and wide == 0:
        return answer(h, fp, STRING | FIRST_CHAR + points)
    if reserve_string(h, length, wide) == 0:
        return X_COLLECT
    made = new_string(h, length, wide)
    at = 0
    for i in range(argc):
        point = trunc_sat(bits_float(h.regs[fp + 2 + i]))
        if point > 0xFFFF:
            set_unit(h, made, 1, at, 0xD800 + (point - 0x10000 >> 10))
            set_unit(h, made, 1, at + 1, 0xDC00 + (point & 0x3FF))
            at += 2
        else:
            set_unit(h, made, wide, at, point)
            at += 1
    return answer(h, fp, STRING | made)


@native("$flatten", 1)
def flatten_argument(h, fp, argc):
    """The string argument, made flat: for loops of the prelude over its units."""
    value = h.regs[fp + 2]
    if flatten(h, value & ID) == 0:
        return X_COLLECT
    return answer(h, fp, value)
