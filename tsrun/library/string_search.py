"""Searching in strings: a scan for the first unit; for what is hard the two-way algorithm, linear, without memory.

Two-way (Crochemore and Perrin, 1991): the needle is cut where its local period is its period; its right part is matched
forwards, then its left part backwards, and a mismatch shifts by what was matched or by the period. A text is given by
the index of its first unit and a step, 1 or -1, so that the same search also runs from the end.
"""
from __future__ import annotations

from tsrun.heap.arena import kernel
from tsrun.heap.errors import CHUNK, POLL, worked
from tsrun.heap.layout import F_WIDE, NAN, X_SLOW
from tsrun.heap.machine import ctz
from tsrun.heap.units import unit_at
from tsrun.heap.values import boxed_bool, boxed_int
from tsrun.library.string_arguments import (
    answer, clamped, first_unit, flat_argument, flat_this, has_wide_unit, is_plain_number, is_wide, number_argument,
)
from tsrun.vm.tables import native

EVERY_BYTE = 0x0101010101010101
HIGH_BITS = -0x7F7F7F7F7F7F7F80
"""The highest bit of each byte."""
FREE_WORK = 256
"""Units compared in vain before a search is suspected to be hard."""
HUGE = 1e300


@kernel
def find_byte(h, at, end, byte):
    """Index in chars8 of the first such unit in [at, end), else end. `end` is the end of a payload's text."""
    while at < end and at & 7:
        if h.chars8[at] == byte:
            return at
        at += 1
    pattern = byte * EVERY_BYTE
    while at < end:
        word = h.words8[at >> 3] ^ pattern
        zero = (word - EVERY_BYTE) & ~word & HIGH_BITS
        if zero:
            at += ctz(zero) >> 3
            return at if at < end else end
        at += 8
    return end


@kernel
def find_unit(h, wide, at, end, unit):
    """Index of the first such unit in [at, end) of a payload, else end."""
    if wide == 0 and unit > 255:
        return end
    while at < end:
        stop = end if end - at < CHUNK else at + CHUNK
        start = at
        if wide == 0:
            at = find_byte(h, at, stop, unit)
        else:
            while at < stop and h.chars16[at] != unit:
                at += 1
        if at < stop:
            return at
        if worked(h, at - start >> 3):
            return end
    return end


@kernel
def find_string(h, hay, needle, start):
    """Index of the first occurrence of a flat string in another from `start` on, or -1. (start <= length)

    -1 also when the time is up: who relies on what was found before looks at state OVERTIME.
    """
    length = h.length[hay]
    size = h.length[needle]
    if size == 0:
        return start
    if start + size > length:
        return -1
    wide = is_wide(h, hay)
    needle_wide = is_wide(h, needle)
    base = first_unit(h, hay)
    first = first_unit(h, needle)
    unit = unit_at(h, needle_wide, first)
    at = base + start
    end = base + length - size + 1
    work = 0
    while True:
        at = find_unit(h, wide, at, end, unit)
        if at >= end:
            return -1
        i = 1
        while i < size and unit_at(h, wide, at + i) == unit_at(h, needle_wide, first + i):
            i += 1
        if i == size:
            return at - base
        if worked(h, i + 1):
            return -1
        work += i
        at += 1
        if work > FREE_WORK + (at - base - start) * 4:
            return two_way(h, wide, base, length, needle_wide, first, size, 1, at - base)


@kernel
def find_last(h, hay, needle, start):
    """Index of the last occurrence of a flat string in another that begins at `start` or before, or -1."""
    length = h.length[hay]
    size = h.length[needle]
    if size > length:
        return -1
    if start > length - size:
        start = length - size
    if size == 0:
        return start
    wide = is_wide(h, hay)
    needle_wide = is_wide(h, needle)
    base = first_unit(h, hay)
    first = first_unit(h, needle)
    work = 0
    at = start
    while at >= 0:
        i = 0
        while i < size and unit_at(h, wide, base + at + i) == unit_at(h, needle_wide, first + i):
            i += 1
        if i == size:
            return at
        if worked(h, i + 1):
            return -1
        work += i
        at -= 1
        if work > FREE_WORK + (start - at) * 4 and at >= 0:
            found = two_way(
                h, wide, base + length - 1, length, needle_wide, first + size - 1, size, -1, length - size - at,
            )
            return length - size - found if found >= 0 else -1
    return -1


@kernel
def maximal_suffix(h, wide, first, size, step, backwards):
    """Start of the needle's greatest suffix in the order of units, or in the opposite one, and its period << 32."""
    start = 0
    candidate = 1
    k = 0
    period = 1
    steps = 0
    while candidate + k < size:
        steps += 1
        if steps & POLL == 0 and worked(h, POLL):
            break
        a = unit_at(h, wide, first + step * (candidate + k))
        b = unit_at(h, wide, first + step * (start + k))
        if a == b:
            k += 1
            if k == period:
                candidate += period
                k = 0
        elif (a < b) != (backwards != 0):
            candidate += k + 1
            k = 0
            period = candidate - start
        else:
            start = candidate
            candidate += 1
            k = 0
            period = 1
    return start | period << 32


@kernel
def two_way(h, wide, base, length, needle_wide, first, size, step, start):
    """Index of the first occurrence of a needle in a text from `start` on, both read with that step; -1 without one."""
    cut = maximal_suffix(h, needle_wide, first, size, step, 0)
    other = maximal_suffix(h, needle_wide, first, size, step, 1)
    if other & 0xFFFFFFFF > cut & 0xFFFFFFFF:
        cut = other
    period = cut >> 32
    cut &= 0xFFFFFFFF
    periodic = 1
    for i in range(cut):
        if i & POLL == POLL and worked(h, POLL):
            return -1
        if i + period >= size:
            periodic = 0
            break
        if unit_at(h, needle_wide, first + step * i) != unit_at(h, needle_wide, first + step * (i + period)):
            periodic = 0
            break
    if periodic == 0:
        period = (cut if cut > size - cut else size - cut) + 1
    known = 0
    at = start
    while at <= length - size:
        i = cut if cut > known else known
        before = i
        while i < size and (
            unit_at(h, needle_wide, first + step * i) == unit_at(h, wide, base + step * (at + i))
        ):
            i += 1
        if worked(h, i - before + 1):
            return -1
        if i < size:
            at += i - cut + 1
            known = 0
            continue
        i = cut - 1
        while i >= known and (
            unit_at(h, needle_wide, first + step * i) == unit_at(h, wide, base + step * (at + i))
        ):
            i -= 1
        if i < known:
            return at
        if worked(h, cut - i):
            return -1
        at += period
        known = size - period if periodic else 0
    return -1


@kernel
def matches_at(h, hay, needle, start):
    """1 if a flat string stands in another at an index; there is room for it."""
    wide = is_wide(h, hay)
    needle_wide = is_wide(h, needle)
    base = first_unit(h, hay) + start
    first = first_unit(h, needle)
    for i in range(h.length[needle]):
        if unit_at(h, wide, base + i) != unit_at(h, needle_wide, first + i):
            return 0
        if i & POLL == POLL and worked(h, POLL):
            return 0
    return 1


@kernel
def search_pair(h, fp, argc):
    """0 if `this` and argument 0 are flat strings now and argument 1 needs no conversion, else a code to return."""
    string = flat_this(h, fp)
    if string < 0:
        return string
    needle = flat_argument(h, fp, argc, 0)
    if needle < 0:
        return needle
    return 0 if is_plain_number(h, fp, argc, 1) else X_SLOW


@native("String.prototype.indexOf", 1)
def string_index_of(h, fp, argc):
    """Index of the first occurrence, -1 without one."""
    code = search_pair(h, fp, argc)
    if code < 0:
        return code
    string = flat_this(h, fp)
    start = clamped(h, number_argument(h, fp, argc, 1, 0.0), h.length[string])
    return answer(h, fp, boxed_int(h, find_string(h, string, flat_argument(h, fp, argc, 0), start)))


@native("String.prototype.includes", 1)
def string_includes(h, fp, argc):
    """Whether there is an occurrence."""
    code = search_pair(h, fp, argc)
    if code < 0:
        return code
    string = flat_this(h, fp)
    start = clamped(h, number_argument(h, fp, argc, 1, 0.0), h.length[string])
    return answer(h, fp, boxed_bool(h, 1 if find_string(h, string, flat_argument(h, fp, argc, 0), start) >= 0 else 0))


@native("String.prototype.lastIndexOf", 1)
def string_last_index_of(h, fp, argc):
    """Index of the last occurrence, -1 without one."""
    code = search_pair(h, fp, argc)
    if code < 0:
        return code
    string = flat_this(h, fp)
    length = h.length[string]
    start = clamped(h, number_argument(h, fp, argc, 1, HUGE), length)
    if argc > 1 and h.regs[fp + 3] == NAN:
        start = length
    return answer(h, fp, boxed_int(h, find_last(h, string, flat_argument(h, fp, argc, 0), start)))


@native("String.prototype.startsWith", 1)
def string_starts_with(h, fp, argc):
    """Whether the argument stands at an index, by default 0."""
    code = search_pair(h, fp, argc)
    if code < 0:
        return code
    string = flat_this(h, fp)
    needle = flat_argument(h, fp, argc, 0)
    start = clamped(h, number_argument(h, fp, argc, 1, 0.0), h.length[string])
    fits = start + h.length[needle] <= h.length[string]
    return answer(h, fp, boxed_bool(h, 1 if fits and matches_at(h, string, needle, start) else 0))


@native("String.prototype.endsWith", 1)
def string_ends_with(h, fp, argc):
    """Whether the argument stands before an index, by default the end."""
    code = search_pair(h, fp, argc)
    if code < 0:
        return code
    string = flat_this(h, fp)
    needle = flat_argument(h, fp, argc, 0)
    start = clamped(h, number_argument(h, fp, argc, 1, HUGE), h.length[string]) - h.length[needle]
    return answer(h, fp, boxed_bool(h, 1 if start >= 0 and matches_at(h, string, needle, start) else 0))


@kernel
def kept_wide(h, string, needle, count):
    """1 if what the first `count` occurrences of the needle leave of a flat string can't be Latin-1."""
    if h.meta[string] & F_WIDE == 0:
        return 0
    if h.meta[needle] & F_WIDE == 0:
        return 1
    at = 0
    for _ in range(count):
        found = find_string(h, string, needle, at)
        if found < 0 or has_wide_unit(h, string, at, found - at):
            return 1
        at = found + h.length[needle]
    return has_wide_unit(h, string, at, h.length[string] - at)
