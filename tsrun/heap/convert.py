"""Conversions of primitive values: ToString, ToNumber and ToPropertyKey where no user code is needed.

Natives and handlers call `to_string_room` (0: return X_COLLECT), then `to_string_primitive`, whose result is a cell,
perhaps a rope. `key_of` and `to_number_primitive` make room themselves and say so when there is none.
"""
from __future__ import annotations

from tsrun.heap.allocate import reserve_all
from tsrun.heap.arena import kernel
from tsrun.heap.layout import (
    F_INDEX, F_INTERNED, F_WIDE, FALSE, FIRST_CHAR, HOLE, ID, INDEX_KEY, N_EMPTY, N_FALSE, N_INFINITY, N_MINUS_INFINITY,
    N_NAN, N_NULL, N_TRUE, N_UNDEFINED, NULL, S_COLLECTIONS, T_STRING, T_SYMBOL, TAG, TRUE, UNDEFINED, UNINIT,
)
from tsrun.heap.machine import bits_float, copy_between, fill, trunc_sat
from tsrun.heap.numbers_format import integer_to_scratch, number_to_scratch
from tsrun.heap.numbers_parse import string_to_number
from tsrun.heap.strings import canonical_index, flatten, intern_string, new_string, unit_at
from tsrun.heap.values import boxed_int, boxed_number

NUMBER_WORDS = 5
"""Words, with the header, of the longest text of a number (25 units)."""
MEMO_AGE, MEMO_STRING, MEMO_KEY, MEMO_TEXTS = 0, 1, 2, 256
"""Words of `text_memo`: the collection it belongs to, since cells die only there; a string and its interned cell; then
texts of integers as number << 32 | cell, by the low byte."""
MOST_REMEMBERED = 1 << 31
KEY_NEEDS_CODE = -1
KEY_NEEDS_ROOM = -2
INFINITY = float("inf")


@kernel
def scratch_string(h, length):
    """The string whose Latin-1 units are the first ones of `scratch` (after reserving for it)."""
    if length == 0:
        return N_EMPTY
    if length == 1:
        return FIRST_CHAR + h.scratch[0]
    cell = new_string(h, length, 0)
    copy_between(h.chars8, h.offset[cell] * 8, h.scratch, 0, length)
    return cell


@kernel
def renew_memo(h) -> None:
    """Forget what was remembered before the last collection."""
    fill(h.text_memo, 1, MEMO_TEXTS + 255, 0)
    h.text_memo[MEMO_AGE] = h.state[S_COLLECTIONS] + 1


@kernel
def integer_string(h, n):
    """The string cell of an integer from 10 to MOST_REMEMBERED (1 cell and NUMBER_WORDS reserved)."""
    if h.text_memo[MEMO_AGE] != h.state[S_COLLECTIONS] + 1:
        renew_memo(h)
    at = MEMO_TEXTS + (n & 255)
    known = h.text_memo[at]
    if known >> 32 == n:
        return known & ID
    cell = scratch_string(h, integer_to_scratch(h, n))
    h.text_memo[at] = n << 32 | cell
    return cell


@kernel
def number_string(h, x: float):
    """The string cell of a number (after reserving 1 cell and NUMBER_WORDS of string payload)."""
    whole = trunc_sat(x)
    if float(whole) == x and 0 <= whole < MOST_REMEMBERED:
        return integer_string(h, whole) if whole > 9 else FIRST_CHAR + 48 + whole
    if x != x:
        return N_NAN
    if x == INFINITY:
        return N_INFINITY
    if x == -INFINITY:
        return N_MINUS_INFINITY
    return scratch_string(h, number_to_scratch(h, x))


@kernel(inline=True)
def to_string_room(h, value):
    """Reserve what `to_string_primitive` may need for a value; 0: collect."""
    return reserve_all(h, 1, 0, NUMBER_WORDS) if value < TAG else 1


@kernel
def to_string_primitive(h, value):
    """The string cell of a primitive value, after to_string_room; -1 for a symbol, an object or a bigint."""
    if value >> 48 == T_STRING:
        return value & ID
    if value < TAG:
        return number_string(h, bits_float(value))
    if value == UNDEFINED:
        return N_UNDEFINED
    if value == NULL:
        return N_NULL
    if value == TRUE:
        return N_TRUE
    return N_FALSE if value == FALSE else -1


@kernel
def flat_number(h, string):
    """The number value that a flat string spells; NaN if it spells none."""
    wide = 1 if h.meta[string] & F_WIDE else 0
    start = h.offset[string] * (4 if wide else 8)
    return boxed_number(h, string_to_number(h, wide, start, start + h.length[string]))


@kernel
def to_number_primitive(h, value):
    """The number value of a primitive value; HOLE for a symbol, an object or a bigint, UNINIT: collect."""
    if value < TAG:
        return value
    if value >> 48 == T_STRING:
        string = value & ID
        if h.length[string] == 0:
            return boxed_int(h, 0)
        return flat_number(h, string) if flatten(h, string) == 1 else UNINIT
    if value == UNDEFINED:
        return boxed_number(h, INFINITY - INFINITY)
    if value == NULL or value == FALSE:
        return boxed_int(h, 0)
    return boxed_int(h, 1) if value == TRUE else HOLE


@kernel
def string_key(h, string):
    """The property key of a string: its interned cell, or INDEX_KEY + i; KEY_NEEDS_ROOM: collect."""
    meta = h.meta[string]
    if meta & F_INTERNED and (meta & F_INDEX) == 0:
        return string
    # A key that was made is often used twice: to read, then to write.
    if h.text_memo[MEMO_STRING] == string and h.text_memo[MEMO_AGE] == h.state[S_COLLECTIONS] + 1:
        return h.text_memo[MEMO_KEY]
    if flatten(h, string) == 0:
        return KEY_NEEDS_ROOM
    length = h.length[string]
    key = -1
    if 0 < length <= 10 and 48 <= unit_at(h, string, 0) <= 57:
        key = canonical_index(h, string)
    key = INDEX_KEY + key if key >= 0 else intern_string(h, string)
    if h.text_memo[MEMO_AGE] != h.state[S_COLLECTIONS] + 1:
        renew_memo(h)
    h.text_memo[MEMO_STRING] = string
    h.text_memo[MEMO_KEY] = key
    return key


@kernel
def key_of(h, value):
    """The property key of a value; KEY_NEEDS_CODE for an object (and a bigint), KEY_NEEDS_ROOM: collect."""
    if value < TAG:
        x = bits_float(value)
        index = trunc_sat(x)
        if float(index) == x and 0 <= index < 4294967295:
            return INDEX_KEY + index
        if reserve_all(h, 1, 0, NUMBER_WORDS) == 0:
            return KEY_NEEDS_ROOM
        return intern_string(h, number_string(h, x))
    if value >> 48 == T_STRING:
        return string_key(h, value & ID)
    if value >> 48 == T_SYMBOL:
        return value & ID
    name = to_string_primitive(h, value)
    return name if name >= 0 else KEY_NEEDS_CODE
