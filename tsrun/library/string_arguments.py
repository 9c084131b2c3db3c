"""What natives on strings have in common: `this` and arguments as flat strings and integers, and results.

A native deals with a string as `this` and with arguments that need no conversion by user code; for anything else it
answers X_SLOW before it has changed anything, and the prelude's version converts in the order of the specification.
"""
from __future__ import annotations

from tsrun.heap.arena import kernel
from tsrun.heap.errors import CHUNK, worked
from tsrun.heap.layout import (
    F_ROPE, F_WIDE, FIRST_CHAR, ID, N_EMPTY, STRING, T_STRING, TAG, UNDEFINED, X_COLLECT, X_SLOW,
)
from tsrun.heap.machine import bits_float, trunc_sat
from tsrun.heap.numbers import to_integer_or_infinity
from tsrun.heap.strings import copy_units, flatten, new_string, reserve_string

LATIN_LIMIT = 256


@kernel(inline=True)
def answer(h, fp, value):
    """Deliver a native's result: return the result of this."""
    h.regs[fp] = value
    return 0


@kernel
def flat_value(h, value):
    """The cell of a string value, made flat; X_SLOW if it is no string, X_COLLECT if room is wanted."""
    if value >> 48 != T_STRING:
        return X_SLOW
    string = value & ID
    if h.meta[string] & F_ROPE and flatten(h, string) == 0:
        return X_COLLECT
    return string


@kernel
def flat_this(h, fp):
    """The cell of `this`, as flat_value says."""
    return flat_value(h, h.regs[fp + 1])


@kernel
def flat_argument(h, fp, argc, i):
    """The cell of argument i, as flat_value says."""
    return flat_value(h, h.regs[fp + 2 + i]) if i < argc else X_SLOW


@kernel
def is_plain_number(h, fp, argc, i):
    """1 if argument i is a number, undefined or not given: then number_argument may be called."""
    if i >= argc:
        return 1
    value = h.regs[fp + 2 + i]
    return 1 if value < TAG or value == UNDEFINED else 0


@kernel
def number_argument(h, fp, argc, i, missing: float) -> float:
    """ToIntegerOrInfinity of argument i; `missing` if it is undefined or not given."""
    if i < argc:
        value = h.regs[fp + 2 + i]
        if value < TAG:
            return to_integer_or_infinity(bits_float(value))
    return missing


@kernel
def clamped(h, x: float, length):
    """An integer or infinity as an index from 0 to length."""
    if not x > 0.0:
        return 0
    return trunc_sat(x) if x < float(length) else length


@kernel(inline=True)
def is_wide(h, string):
    """1 for 16-bit units, 0 for Latin-1."""
    return 1 if h.meta[string] & F_WIDE else 0


@kernel(inline=True)
def first_unit(h, string):
    """Index of a flat string's first unit in chars16 if it is wide, else in chars8."""
    return h.offset[string] * (4 if h.meta[string] & F_WIDE else 8)


@kernel
def has_wide_unit(h, string, start, count):
    """1 if a range of a flat string can't be Latin-1."""
    if h.meta[string] & F_WIDE == 0:
        return 0
    at = h.offset[string] * 4 + start
    last = at + count
    while at < last:
        end = last if last - at < CHUNK else at + CHUNK
        units = 0
        for i in range(at, end):
            units |= h.chars16[i]
        if units >= LATIN_LIMIT or worked(h, end - at >> 2):
            return 1
        at = end
    return 0


@kernel
def reserve_part(h, string, count):
    """Reserve for a part of a flat string; 0: collect."""
    return reserve_string(h, count, is_wide(h, string))


@kernel
def string_part(h, string, start, count):
    """The units [start, start + count) of a flat string as a string cell (after reserve_part)."""
    if count == 0:
        return N_EMPTY
    if count == h.length[string]:
        return string
    if h.meta[string] & F_WIDE == 0:
        if count == 1:
            return FIRST_CHAR + h.chars8[h.offset[string] * 8 + start]
        part = new_string(h, count, 0)
        copy_units(h, part, 0, 0, string, start, count)
        return part
    if count == 1 and h.chars16[h.offset[string] * 4 + start] < LATIN_LIMIT:
        return FIRST_CHAR + h.chars16[h.offset[string] * 4 + start]
    if has_wide_unit(h, string, start, count):
        part = new_string(h, count, 1)
        copy_units(h, part, 0, 1, string, start, count)
        return part
    part = new_string(h, count, 0)
    narrow_units(h, part, 0, string, start, count)
    return part


@kernel
def narrow_units(h, to, at, source, start, count) -> None:
    """Copy units below 256 of a wide string into a Latin-1 one."""
    target = h.offset[to] * 8 + at
    begin = h.offset[source] * 4 + start
    done = 0
    while done < count:
        end = count if count - done < CHUNK else done + CHUNK
        for i in range(done, end):
            h.chars8[target + i] = h.chars16[begin + i]
        if worked(h, end - done >> 2):
            return
        done = end


@kernel
def put_units(h, to, at, wide, source, start, count) -> None:
    """Copy units of a flat string into one that is being made; they fit there, whatever the source's width."""
    if wide == 0 and h.meta[source] & F_WIDE:
        narrow_units(h, to, at, source, start, count)
    else:
        copy_units(h, to, at, wide, source, start, count)


@kernel
def answer_part(h, fp, string, start, count):
    """Deliver a part of a flat string."""
    if count > 1 or h.meta[string] & F_WIDE:
        if reserve_part(h, string, count) == 0:
            return X_COLLECT
    return answer(h, fp, STRING | string_part(h, string, start, count))


@kernel
def set_unit(h, string, wide, index, unit) -> None:
    """Write a unit of a string that is being made."""
    if wide:
        h.chars16[h.offset[string] * 4 + index] = unit
    else:
        h.chars8[h.offset[string] * 8 + index] = unit
