"""Array builtins that look at elements: searching, joining, single elements. The prelude does what is not dense."""
from __future__ import annotations

from tsrun.heap.allocate import reserve, reserve_all
from tsrun.heap.arena import kernel
from tsrun.heap.errors import POLL, throw_plain, worked
from tsrun.heap.layout import (
    E_STRING_LENGTH, F_ROPE, F_WIDE, FALSE, FIRST_CHAR, HOLE, ID, N_EMPTY, N_FALSE, N_TRUE, NULL, STRING, T_BIGINT,
    T_STRING, TAG, TRUE, UNDEFINED, X_COLLECT, X_LIMIT, X_SLOW,
)
from tsrun.heap.machine import bits_float, copy_between, trunc_, trunc_sat
from tsrun.heap.numbers_format import digit_count, number_to_scratch, write_digits
from tsrun.heap.strings import MAX_LENGTH, copy_units, flatten, new_string, string_words
from tsrun.library.array import copied_array, dense_array
from tsrun.library.arguments import (
    answer, answer_bool, answer_int, answer_object, argument, is_plain_number, relative_argument,
)
from tsrun.vm.compare import strictly_equal
from tsrun.vm.tables import native

NOT_FOUND = -1
WANTS_ROOM = -2
SMALL_INTEGER = 1 << 53


@kernel
def find_dense(h, array, wanted, start, end, step):
    """Index of the first element strictly equal to a value, from `start` on to before `end`; NOT_FOUND, WANTS_ROOM."""
    at = h.elems[array]
    i = start
    if wanted < TAG:
        x = bits_float(wanted)
        # Read as a double, anything that is not a number is a NaN.
        while i != end:
            if h.fslots[at + i] == x:
                return i
            i += step
            if i & POLL == 0 and worked(h, POLL):
                break
        return NOT_FOUND
    tag = wanted >> 48
    if tag != T_STRING and tag != T_BIGINT:
        while i != end:
            if h.slots[at + i] == wanted:
                return i
            i += step
            if i & POLL == 0 and worked(h, POLL):
                break
        return NOT_FOUND
    while i != end:
        same = strictly_equal(h, h.slots[at + i], wanted)
        if same != 0:
            return i if same > 0 else WANTS_ROOM
        i += step
        if worked(h, 4):
            break
    return NOT_FOUND


@native("Array.prototype.indexOf", 1)
def array_index_of(h, fp, argc):
    """Array.prototype.indexOf (section 23.1.3.17)."""
    array = dense_array(h, h.regs[fp + 1])
    if array < 0 or is_plain_number(h, fp, argc, 1) == 0:
        return X_SLOW
    length = h.length[array]
    start = relative_argument(h, fp, argc, 1, length, 0)
    found = find_dense(h, array, argument(h, fp, argc, 0), start, length, 1)
    return X_COLLECT if found == WANTS_ROOM else answer_int(h, fp, found)


@native("Array.prototype.lastIndexOf", 1)
def array_last_index_of(h, fp, argc):
    """Array.prototype.lastIndexOf (section 23.1.3.20), without a start index."""
    array = dense_array(h, h.regs[fp + 1])
    if array < 0 or argc > 1:
        return X_SLOW
    found = find_dense(h, array, argument(h, fp, argc, 0), h.length[array] - 1, -1, -1)
    return X_COLLECT if found == WANTS_ROOM else answer_int(h, fp, found)


@native("Array.prototype.includes", 1)
def array_includes(h, fp, argc):
    """Array.prototype.includes (section 23.1.3.16): NaN is found, holes are undefined."""
    array = dense_array(h, h.regs[fp + 1])
    if array < 0 or is_plain_number(h, fp, argc, 1) == 0:
        return X_SLOW
    wanted = argument(h, fp, argc, 0)
    length = h.length[array]
    start = relative_argument(h, fp, argc, 1, length, 0)
    if wanted < TAG:
        x = bits_float(wanted)
        if x != x:
            return answer_bool(h, fp, has_nan(h, h.elems[array], start, length))
    found = find_dense(h, array, wanted, start, length, 1)
    if found == NOT_FOUND and wanted == UNDEFINED:
        found = find_dense(h, array, HOLE, start, length, 1)
    return X_COLLECT if found == WANTS_ROOM else answer_bool(h, fp, 1 if found >= 0 else 0)


@kernel
def has_nan(h, at, start, end):
    """1 if there is a number that is NaN among some words."""
    for i in range(start, end):
        if h.slots[at + i] < TAG and h.fslots[at + i] != h.fslots[at + i]:
            return 1
        if i & POLL == POLL and worked(h, POLL):
            break
    return 0


@native("Array.prototype.at", 1)
def array_at(h, fp, argc):
    """Array.prototype.at (section 23.1.3.1)."""
    array = dense_array(h, h.regs[fp + 1])
    if array < 0 or is_plain_number(h, fp, argc, 0) == 0:
        return X_SLOW
    index = integer_argument(h, fp, argc, 0)
    length = h.length[array]
    if index < 0:
        index += length
    if index < 0 or index >= length:
        return answer(h, fp, UNDEFINED)
    value = h.slots[h.elems[array] + index]
    return answer(h, fp, UNDEFINED if value == HOLE else value)


@kernel
def integer_argument(h, fp, argc, i):
    """A plain number argument as an integer (saturating); 0 if it is undefined or NaN."""
    value = argument(h, fp, argc, i)
    return trunc_sat(trunc_(bits_float(value))) if value < TAG else 0


@native("Array.prototype.with", 2)
def array_with(h, fp, argc):
    """Array.prototype.with (section 23.1.3.39): a copy with one element changed; a bad index is the prelude's."""
    array = dense_array(h, h.regs[fp + 1])
    if array < 0 or is_plain_number(h, fp, argc, 0) == 0:
        return X_SLOW
    length = h.length[array]
    index = integer_argument(h, fp, argc, 0)
    if index < 0:
        index += length
    if index < 0 or index >= length:
        return X_SLOW
    if reserve(h, 1, length + 1) == 0:
        return X_COLLECT
    result = copied_array(h, array, 0, length)
    if result < 0:
        return result
    at = h.elems[result]
    for i in range(length):
        if h.slots[at + i] == HOLE:
            h.slots[at + i] = UNDEFINED
        if i & POLL == POLL and worked(h, POLL):
            return X_LIMIT
    h.slots[at + index] = argument(h, fp, argc, 1)
    return answer_object(h, fp, result)


@kernel
def constant_text(h, value):
    """The string cell that an element stands for in `join` if there is one; 0 for numbers, -1 for what needs code."""
    if value >> 48 == T_STRING:
        return value & ID
    if value < TAG:
        return 0
    if value == UNDEFINED or value == NULL or value == HOLE:
        return N_EMPTY
    if value == TRUE:
        return N_TRUE
    return N_FALSE if value == FALSE else -1


@kernel
def number_units(h, value):
    """Number of units of a number's text; it is in `scratch` unless the number is a small integer."""
    x = bits_float(value)
    whole = trunc_sat(x)
    if float(whole) == x and 0 <= whole < SMALL_INTEGER:
        return digit_count(h, whole)
    return number_to_scratch(h, x)


@kernel
def write_number(h, at, value):
    """Write the text of a number into Latin-1 units; the index after it."""
    x = bits_float(value)
    whole = trunc_sat(x)
    if float(whole) == x and 0 <= whole < SMALL_INTEGER:
        count = digit_count(h, whole)
        write_digits(h, count, whole)
        copy_between(h.chars8, at, h.scratch, 0, count)
        return at + count
    count = number_to_scratch(h, x)
    copy_between(h.chars8, at, h.scratch, 0, count)
    return at + count


@kernel
def joined_length(h, array, separator):
    """Units of the joined text << 1 | whether it is wide; -1: a part needs code, -2: collect, -3: stop."""
    length = h.length[array]
    wide = 1 if h.meta[separator] & F_WIDE and length > 1 else 0
    total = h.length[separator] * (length - 1) if length > 0 else 0
    at = h.elems[array]
    for i in range(length):
        if worked(h, 8):
            return -3
        part = constant_text(h, h.slots[at + i])
        if part < 0:
            return -1
        if part == 0:
            total += number_units(h, h.slots[at + i])
            continue
        if h.meta[part] & F_ROPE and flatten(h, part) == 0:
            return -2
        total += h.length[part]
        if h.meta[part] & F_WIDE:
            wide = 1
    return total << 1 | wide


@kernel
def write_wide_number(h, to, at, value):
    """Write the text of a number into a wide string; the index after it."""
    count = number_units(h, value)
    x = bits_float(value)
    whole = trunc_sat(x)
    if float(whole) == x and 0 <= whole < SMALL_INTEGER:
        write_digits(h, count, whole)
    begin = h.offset[to] * 4 + at
    for i in range(count):
        h.chars16[begin + i] = h.scratch[i]
    return at + count


@kernel
def join_into(h, result, wide, array, separator):
    """Write the parts of a join into a new string of the right length. 0: the time is up."""
    at = 0
    between = h.length[separator]
    payload = h.elems[array]
    for i in range(h.length[array]):
        if worked(h, 8):
            return 0
        if i > 0 and between > 0:
            copy_units(h, result, at, wide, separator, 0, between)
            at += between
        value = h.slots[payload + i]
        part = constant_text(h, value)
        if part > 0:
            copy_units(h, result, at, wide, part, 0, h.length[part])
            at += h.length[part]
        elif wide:
            at = write_wide_number(h, result, at, value)
        else:
            at = write_number(h, h.offset[result] * 8 + at, value) - h.offset[result] * 8
    return 1


@native("Array.prototype.join", 1)
def array_join(h, fp, argc):
    """Array.prototype.join (section 23.1.3.18) of primitives."""
    array = dense_array(h, h.regs[fp + 1])
    separator = FIRST_CHAR + 44
    given = argument(h, fp, argc, 0)
    if given >> 48 == T_STRING:
        separator = given & ID
    elif given != UNDEFINED:
        return X_SLOW
    if array < 0:
        return X_SLOW
    if flatten(h, separator) == 0:
        return X_COLLECT
    length = joined_length(h, array, separator)
    if length < 0:
        return X_SLOW if length == -1 else X_COLLECT if length == -2 else X_LIMIT
    wide = length & 1
    length >>= 1
    if length > MAX_LENGTH:
        return throw_plain(h, E_STRING_LENGTH)
    if length == 0:
        return answer(h, fp, STRING | N_EMPTY)
    if reserve_all(h, 1, 0, string_words(h, length, wide)) == 0:
        return X_COLLECT
    result = new_string(h, length, wide)
    return answer(h, fp, STRING | result) if join_into(h, result, wide, array, separator) else X_LIMIT
