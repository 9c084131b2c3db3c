"""String natives that put strings together from others: repeat, padStart, padEnd, replace, replaceAll, split."""
from __future__ import annotations

from tsrun.heap.allocate import new_array, reserve_all
from tsrun.heap.arena import kernel
from tsrun.heap.errors import CHUNK, POLL, throw_plain, worked
from tsrun.heap.layout import (
    E_STRING_LENGTH, FIRST_CHAR, N_EMPTY, OBJECT, S_OVERTIME, SH_ARRAY, STRING, TAG, UNDEFINED, X_COLLECT, X_LIMIT,
    X_SLOW,
)
from tsrun.heap.machine import bits_float, copy, trunc_sat
from tsrun.heap.numbers import to_length, to_uint32
from tsrun.heap.strings import MAX_LENGTH, new_string, reserve_string, string_words
from tsrun.heap.units import unit_at
from tsrun.library.string_arguments import (
    LATIN_LIMIT, answer, first_unit, flat_argument, flat_this, is_plain_number, is_wide, number_argument, put_units,
    string_part,
)
from tsrun.library.string_search import find_string, find_unit, kept_wide
from tsrun.vm.tables import native

DOLLAR = 36
SPACE = 32


@kernel
def put_repeated(h, to, at, wide, source, count) -> None:
    """Fill `count` units of a string that is being made with a flat string over and over."""
    length = h.length[source]
    done = length if length < count else count
    put_units(h, to, at, wide, source, 0, done)
    base = first_unit(h, to) + at
    while done < count:
        more = done if done < count - done else count - done
        if more > CHUNK:
            more = CHUNK // length * length if length < CHUNK else length
            if more > count - done:
                more = count - done
        if worked(h, more >> 3):
            return
        if wide:
            copy(h.chars16, base + done, base, more)
        else:
            copy(h.chars8, base + done, base, more)
        done += more


@native("String.prototype.repeat", 1)
def string_repeat(h, fp, argc):
    """So many times the string."""
    string = flat_this(h, fp)
    if string < 0:
        return string
    if is_plain_number(h, fp, argc, 0) == 0:
        return X_SLOW
    times = number_argument(h, fp, argc, 0, 0.0)
    if times < 0.0 or times > 1e15:
        return X_SLOW if times < 0.0 or times > 1e300 or h.length[string] else answer(h, fp, STRING | N_EMPTY)
    if times * float(h.length[string]) > float(MAX_LENGTH):
        return throw_plain(h, E_STRING_LENGTH)
    length = h.length[string] * trunc_sat(times)
    if length == h.length[string] or length == 0:
        return answer(h, fp, STRING | (string if length else N_EMPTY))
    wide = is_wide(h, string)
    if reserve_string(h, length, wide) == 0:
        return X_COLLECT
    made = new_string(h, length, wide)
    put_repeated(h, made, 0, wide, string, length)
    return answer(h, fp, STRING | made)


@kernel
def answer_padded(h, fp, argc, at_start):
    """Deliver `this` filled up to a length at its start or end (section 22.1.3.17.1)."""
    string = flat_this(h, fp)
    if string < 0:
        return string
    if argc == 0 or h.regs[fp + 2] >= TAG:
        return X_SLOW
    wanted = to_length(bits_float(h.regs[fp + 2]))
    length = h.length[string]
    filler = FIRST_CHAR + SPACE
    if argc > 1 and h.regs[fp + 3] != UNDEFINED:
        filler = flat_argument(h, fp, argc, 1)
        if filler < 0:
            return filler
    if wanted <= float(length) or h.length[filler] == 0:
        return answer(h, fp, STRING | string)
    if wanted > float(MAX_LENGTH):
        return throw_plain(h, E_STRING_LENGTH)
    total = trunc_sat(wanted)
    wide = is_wide(h, string) | fills_wide(h, filler, total - length)
    if reserve_string(h, total, wide) == 0:
        return X_COLLECT
    made = new_string(h, total, wide)
    put_units(h, made, total - length if at_start else 0, wide, string, 0, length)
    put_repeated(h, made, 0 if at_start else length, wide, filler, total - length)
    return answer(h, fp, STRING | made)


@kernel
def fills_wide(h, filler, count):
    """1 if one of the first `count` units of a flat string is beyond Latin-1."""
    if is_wide(h, filler) == 0:
        return 0
    at = first_unit(h, filler)
    for i in range(count if count < h.length[filler] else h.length[filler]):
        if h.chars16[at + i] >= LATIN_LIMIT or (i & POLL == POLL and worked(h, POLL)):
            return 1
    return 0


@native("String.prototype.padStart", 1)
def string_pad_start(h, fp, argc):
    """Filled up at the start."""
    return answer_padded(h, fp, argc, 1)


@native("String.prototype.padEnd", 1)
def string_pad_end(h, fp, argc):
    """Filled up at the end."""
    return answer_padded(h, fp, argc, 0)


@kernel
def answer_replaced(h, fp, argc, limit):
    """Deliver `this` with up to `limit` occurrences of a string replaced by a string without $."""
    string = flat_this(h, fp)
    if string < 0:
        return string
    needle = flat_argument(h, fp, argc, 0)
    if needle < 0:
        return needle
    replacement = flat_argument(h, fp, argc, 1)
    if replacement < 0:
        return replacement
    first = first_unit(h, replacement)
    end = first + h.length[replacement]
    if find_unit(h, is_wide(h, replacement), first, end, DOLLAR) < end:
        return X_SLOW
    size = h.length[needle]
    step = size if size else 1
    length = h.length[string]
    count = 0
    at = 0
    while count < limit and at <= length:
        at = find_string(h, string, needle, at)
        if at < 0:
            break
        count += 1
        at += step
        if worked(h, 16):
            break
    if h.state[S_OVERTIME]:
        return X_LIMIT
    if count == 0:
        return answer(h, fp, STRING | string)
    total = length + count * (h.length[replacement] - size)
    if total > MAX_LENGTH:
        return throw_plain(h, E_STRING_LENGTH)
    wide = is_wide(h, replacement) | kept_wide(h, string, needle, count)
    if reserve_string(h, total, wide) == 0:
        return X_COLLECT
    if total == 0:
        return answer(h, fp, STRING | N_EMPTY)
    made = new_string(h, total, wide)
    write_replaced(h, made, wide, string, needle, replacement, count)
    if total == 1 and wide == 0:
        made = FIRST_CHAR + h.chars8[first_unit(h, made)]
    return answer(h, fp, STRING | made)


@kernel
def write_replaced(h, made, wide, string, needle, replacement, count) -> None:
    """Fill the string that is being made with `string`, its first `count` occurrences of the needle replaced."""
    size = h.length[needle]
    length = h.length[string]
    done = 0
    to = 0
    at = 0
    for _ in range(count):
        found = find_string(h, string, needle, at)
        if found < 0 or worked(h, 16):
            return
        put_units(h, made, to, wide, string, done, found - done)
        to += found - done
        put_units(h, made, to, wide, replacement, 0, h.length[replacement])
        to += h.length[replacement]
        done = found + size
        at = found + (size if size else 1)
    put_units(h, made, to, wide, string, done, length - done)


@native("String.prototype.replace", 2)
def string_replace(h, fp, argc):
    """The first occurrence of a string replaced; patterns, functions and $ are the prelude's."""
    return answer_replaced(h, fp, argc, 1)


@native("String.prototype.replaceAll", 2)
def string_replace_all(h, fp, argc):
    """All occurrences of a string replaced; patterns, functions and $ are the prelude's."""
    return answer_replaced(h, fp, argc, MAX_LENGTH)


@native("String.prototype.split", 2)
def string_split(h, fp, argc):
    """An array of the parts between the occurrences of a string."""
    string = flat_this(h, fp)
    if string < 0:
        return string
    separator = flat_argument(h, fp, argc, 0)
    if separator < 0:
        return separator
    if is_plain_number(h, fp, argc, 1) == 0:
        return X_SLOW
    limit = 0xFFFFFFFF
    if argc > 1 and h.regs[fp + 3] != UNDEFINED:
        limit = to_uint32(bits_float(h.regs[fp + 3]))
    if h.length[separator] == 0:
        return answer_units(h, fp, string, limit)
    return answer_parts(h, fp, string, separator, limit)


@kernel
def answer_units(h, fp, string, limit):
    """Deliver an array of the units of a flat string."""
    count = h.length[string] if h.length[string] < limit else limit
    wide = is_wide(h, string)
    start = first_unit(h, string)
    cells = 0
    if wide:
        for i in range(count):
            if h.chars16[start + i] >= LATIN_LIMIT:
                cells += 1
            if i & POLL == POLL and worked(h, POLL):
                return X_LIMIT
    if reserve_all(h, 1 + cells, count + 1, cells * string_words(h, 1, 1)) == 0:
        return X_COLLECT
    array = new_array(h, SH_ARRAY, count)
    h.length[array] = count
    payload = h.elems[array]
    for i in range(count):
        if i & POLL == POLL and worked(h, POLL):
            return X_LIMIT
        unit = unit_at(h, wide, start + i)
        h.slots[payload + i] = STRING | (FIRST_CHAR + unit if unit < LATIN_LIMIT else string_part(h, string, i, 1))
    return answer(h, fp, OBJECT | array)


@kernel
def answer_parts(h, fp, string, separator, limit):
    """Deliver an array of the parts of a flat string between the occurrences of another, which isn't empty."""
    length = h.length[string]
    size = h.length[separator]
    wide = is_wide(h, string)
    count = 0
    words = 0
    at = 0
    # Measured first, so that everything can be reserved at once.
    while count < limit:
        found = find_string(h, string, separator, at)
        end = found if found >= 0 else length
        words += string_words(h, end - at, wide)
        count += 1
        if found < 0:
            break
        at = found + size
        if worked(h, 16):
            break
    if h.state[S_OVERTIME]:
        return X_LIMIT
    if reserve_all(h, 1 + count, count + 1, words) == 0:
        return X_COLLECT
    array = new_array(h, SH_ARRAY, count)
    h.length[array] = count
    payload = h.elems[array]
    at = 0
    for i in range(count):
        end = find_string(h, string, separator, at)
        if h.state[S_OVERTIME] or worked(h, 16):
            return X_LIMIT
        if end < 0:
            end = length
        h.slots[payload + i] = STRING | string_part(h, string, at, end - at)
        at = end + size
    return answer(h, fp, OBJECT | array)
