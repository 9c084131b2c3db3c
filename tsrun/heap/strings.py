"""Strings: flat payloads of Latin-1 or 16-bit units, ropes, hashes, and the table of interned names.

A string cell has `length` in units. A flat one has its units at `offset` (chars8[offset * 8 ...] or, with F_WIDE,
chars16[offset * 4 ...]) and its hash in `aux` (0 until wanted). A rope has F_ROPE, halves in `link` and `aux`, no
payload; F_WIDE says whether any part is wide. Equal interned strings are the same cell.
"""
from __future__ import annotations

from tsrun.heap.allocate import new_bytes, new_cell, reserve, reserve_all, reserve_bytes
from tsrun.heap.arena import kernel
from tsrun.heap.counters import COPIED, FLATTENED, INTERN_FOUND, INTERNED, ROPE, note
from tsrun.heap.errors import CHUNK, worked
from tsrun.heap.layout import (
    F_INDEX, F_INTERNED, F_ROPE, F_WIDE, ID, K_STRING, KIND, S_CELL_TOP, S_INTERN_COUNT, S_INTERN_MASK,
)
from tsrun.heap.machine import copy

MAX_LENGTH = 536870888
"""Units of the longest string (as V8's)."""


@kernel(inline=True)
def unit_at(h, string, index):
    """Unit of a flat string."""
    if h.meta[string] & F_WIDE:
        return h.chars16[h.offset[string] * 4 + index]
    return h.chars8[h.offset[string] * 8 + index]


@kernel(inline=True)
def is_flat(h, string):
    """1 unless the string is a rope."""
    return 0 if h.meta[string] & F_ROPE else 1


@kernel(inline=True)
def string_words(h, length, wide):
    """Words of payload, with the header, that a flat string needs."""
    return ((length << wide) + 7 >> 3) + 1


@kernel
def new_string(h, length, wide):
    """A flat string of that many units, to be filled (reserve 1 cell and string_words of bytes)."""
    cell = new_cell(h, K_STRING | F_WIDE if wide else K_STRING)
    words = (length << wide) + 7 >> 3
    h.length[cell] = length
    h.aux[cell] = 0
    h.link[cell] = 0
    h.offset[cell] = new_bytes(h, cell, words)
    if words > 0:
        h.words8[h.offset[cell] + words - 1] = 0
    return cell


@kernel
def reserve_string(h, length, wide):
    """Reserve for one new flat string; 0: collect."""
    return reserve_all(h, 1, 0, string_words(h, length, wide))


@kernel
def copy_units(h, to, at, wide, source, start, count) -> None:
    """Copy units of the flat string `source` into the payload of the flat string `to`, which is wide or not."""
    target = h.offset[to] * (4 if wide else 8) + at
    put_flat(h, target, wide, source, start, count)


@kernel
def put_flat(h, target, wide, source, start, count) -> None:
    """Copy units of the flat string `source` to a place in chars16 if `wide`, else (they are Latin-1) in chars8."""
    done = 0
    while done < count:
        more = count - done if count - done < CHUNK else CHUNK
        if wide == 0:
            copy(h.chars8, target + done, h.offset[source] * 8 + start + done, more)
        elif h.meta[source] & F_WIDE:
            copy(h.chars16, target + done, h.offset[source] * 4 + start + done, more)
        else:
            begin = h.offset[source] * 8 + start + done
            for i in range(more):
                h.chars16[target + done + i] = h.chars8[begin + i]
        done += more
        if worked(h, more >> 3):
            return


@kernel
def flatten(h, string):
    """Make a rope flat, in place. 1 when it is flat; 0: room is wanted (or the time is up), collect and come again."""
    if (h.meta[string] & F_ROPE) == 0:
        return 1
    length = h.length[string]
    wide = 1 if h.meta[string] & F_WIDE else 0
    if reserve_bytes(h, string_words(h, length, wide)) == 0:
        return 0
    if h.counting[0]:
        note(h, FLATTENED, length)
    words = (length << wide) + 7 >> 3
    payload = new_bytes(h, string, words)
    h.words8[payload + words - 1] = 0
    end = length
    depth = 0
    h.stack[0] = h.link[string]
    at = h.aux[string]
    # From right to left, because ropes lean to the left: the stack holds what is still to be written before `end`.
    depth = 1
    while True:
        if h.meta[at] & F_ROPE:
            h.stack[depth] = h.link[at]
            depth += 1
            at = h.aux[at]
            continue
        count = h.length[at]
        end -= count
        put_flat(h, payload * (4 if wide else 8) + end, wide, at, 0, count)
        if worked(h, 8):
            return 0
        if depth == 0:
            break
        depth -= 1
        at = h.stack[depth]
    h.offset[string] = payload
    h.meta[string] = h.meta[string] & ~F_ROPE
    h.link[string] = 0
    h.aux[string] = 0
    return 1


@kernel
def concat_room(h, left, right):
    """What `concat` needs: 1 cell, and string_words when the result is short enough to be copied. 0: collect."""
    length = h.length[left] + h.length[right]
    if length >= 24:
        return reserve(h, 1, 0)
    return reserve_all(h, 1, 0, string_words(h, length, 1))


@kernel
def concat(h, left, right):
    """The concatenation (after concat_room; total length at most MAX_LENGTH): a rope if long, else flat."""
    n = h.length[left]
    m = h.length[right]
    if m == 0:
        return left
    if n == 0:
        return right
    wide = F_WIDE & (h.meta[left] | h.meta[right])
    if n + m >= 24:
        if h.counting[0]:
            note(h, ROPE, n + m)
        cell = new_cell(h, K_STRING | F_ROPE | wide)
        h.length[cell] = n + m
        h.link[cell] = left
        h.aux[cell] = right
        h.offset[cell] = 0
        return cell
    if h.counting[0]:
        note(h, COPIED, n + m)
    flag = 1 if wide else 0
    cell = new_string(h, n + m, flag)
    copy_units(h, cell, 0, flag, left, 0, n)
    copy_units(h, cell, n, flag, right, 0, m)
    return cell


@kernel
def hash_units(h, wide, begin, length):
    """Hash of units of a payload, the same for narrow and wide; never 0; 31 bits."""
    value = 5381 + length
    at = begin
    while at < begin + length:
        end = begin + length if begin + length - at < CHUNK else at + CHUNK
        if wide:
            for i in range(at, end):
                value = (value * 33 + h.chars16[i]) & 0xFFFFFFFF
        else:
            for i in range(at, end):
                value = (value * 33 + h.chars8[i]) & 0xFFFFFFFF
        if worked(h, end - at):
            return 1
        at = end
    value = (value ^ value >> 15) * 0x2C1B3C6D & 0x7FFFFFFF
    return value if value != 0 else 1


@kernel
def hash_of(h, string):
    """Hash of a flat string's units; never 0."""
    known = h.aux[string]
    if known != 0:
        return known
    wide = 1 if h.meta[string] & F_WIDE else 0
    value = hash_units(h, wide, h.offset[string] * (4 if wide else 8), h.length[string])
    h.aux[string] = value
    return value


@kernel
def interned_units(h, wide, begin, length):
    """The interned cell with the same units as a range of a payload, or 0."""
    mask = h.state[S_INTERN_MASK]
    value = hash_units(h, wide, begin, length)
    at = value & mask
    while True:
        entry = h.intern[at]
        if entry == 0:
            return 0
        if entry > 0 and h.aux[entry] == value and h.length[entry] == length:
            i = 0
            while i < length and unit_at(h, entry, i) == (h.chars16[begin + i] if wide else h.chars8[begin + i]):
                i += 1
            if i == length:
                return entry
        at = (at + 1) & mask


@kernel
def same_units(h, a, b):
    """1 if two flat strings have the same units."""
    length = h.length[a]
    if length != h.length[b]:
        return 0
    if a == b:
        return 1
    at = 0
    while at < length:
        end = length if length - at < CHUNK else at + CHUNK
        if worked(h, end - at >> 3) or units_differ(h, a, b, at, end):
            return 0
        at = end
    return 1


@kernel
def units_differ(h, a, b, start, end):
    """1 if two flat strings differ in a range of units that begins at a multiple of 8."""
    if (h.meta[a] | h.meta[b]) & F_WIDE:
        for i in range(start, end):
            if unit_at(h, a, i) != unit_at(h, b, i):
                return 1
        return 0
    i = h.offset[a]
    j = h.offset[b]
    # The last word is padded with zeros.
    for k in range(start >> 3, end + 7 >> 3):
        if h.words8[i + k] != h.words8[j + k]:
            return 1
    return 0


@kernel
def compare_strings(h, a, b):
    """-1, 0 or 1 by units, for flat strings."""
    n = h.length[a]
    m = h.length[b]
    shorter = n if n < m else m
    at = 0
    while at < shorter:
        end = shorter if shorter - at < CHUNK else at + CHUNK
        for i in range(at, end):
            x = unit_at(h, a, i)
            y = unit_at(h, b, i)
            if x != y:
                return -1 if x < y else 1
        if worked(h, end - at):
            return 0
        at = end
    if n == m:
        return 0
    return -1 if n < m else 1


@kernel
def canonical_index(h, string):
    """The array index (0 .. 2**32 - 2) that a flat string spells canonically, or -1."""
    length = h.length[string]
    if length == 0 or length > 10:
        return -1
    first = unit_at(h, string, 0)
    if first == 48:
        return 0 if length == 1 else -1
    value = 0
    for i in range(length):
        digit = unit_at(h, string, i) - 48
        if digit < 0 or digit > 9:
            return -1
        value = value * 10 + digit
    return value if value < 4294967295 else -1


@kernel
def interned_or_none(h, string):
    """The interned cell with the same units as a flat string, or 0."""
    if h.meta[string] & F_INTERNED:
        return string
    mask = h.state[S_INTERN_MASK]
    value = hash_of(h, string)
    at = value & mask
    while True:
        entry = h.intern[at]
        if entry == 0:
            return 0
        if entry > 0 and h.aux[entry] == value and same_units(h, entry, string) == 1:
            return entry
        at = (at + 1) & mask


@kernel
def intern_string(h, string):
    """The one cell for a flat string's units: an earlier one, or this one from now on."""
    found = interned_or_none(h, string)
    if h.counting[0] and found != string:
        note(h, INTERN_FOUND if found != 0 else INTERNED, h.length[string])
    if found != 0:
        return found
    h.meta[string] = h.meta[string] | F_INTERNED | (F_INDEX if canonical_index(h, string) >= 0 else 0)
    h.state[S_INTERN_COUNT] = h.state[S_INTERN_COUNT] + 1
    if h.state[S_INTERN_COUNT] * 2 > h.state[S_INTERN_MASK]:
        rebuild_intern(h, h.state[S_INTERN_MASK] * 2 + 1)
    else:
        insert_interned(h, string)
    return string


@kernel
def insert_interned(h, string) -> None:
    """Enter an interned cell that is not in the table."""
    mask = h.state[S_INTERN_MASK]
    at = hash_of(h, string) & mask
    while h.intern[at] > 0:
        at = (at + 1) & mask
    h.intern[at] = string


@kernel
def rebuild_intern(h, mask) -> None:
    """Make the table anew with mask + 1 entries from the cells that say they are interned."""
    h.state[S_INTERN_MASK] = mask
    for i in range(mask + 1):
        h.intern[i] = 0
    count = 0
    for cell in range(1, h.state[S_CELL_TOP]):
        meta = h.meta[cell]
        if (meta & KIND) == K_STRING and meta & F_INTERNED:
            insert_interned(h, cell)
            count += 1
    h.state[S_INTERN_COUNT] = count


@kernel(inline=True)
def string_id(h, value):
    """Cell of a string value."""
    return value & ID


@kernel
def same_strings(h, a, b):
    """Equality of two strings: 1, 0, or -1 when a rope wants room to be made flat."""
    if a == b:
        return 1
    if h.length[a] != h.length[b]:
        return 0
    if h.meta[a] & h.meta[b] & F_INTERNED:
        return 0
    if flatten(h, a) == 0 or flatten(h, b) == 0:
        return -1
    return same_units(h, a, b)


