"""Assigning the length of an array (section 10.4.2.4, the plain cases; the rest is the prelude's)."""
from __future__ import annotations

from tsrun.heap.allocate import capacity_of, reserve
from tsrun.heap.arena import kernel
from tsrun.heap.bulk import fill_words
from tsrun.heap.errors import throw_kind
from tsrun.heap.layout import (
    E_ARRAY_LENGTH, E_READ_ONLY, F_LENGTH_READONLY, F_SPARSE, HOLE, N_LENGTH, OBJECT, R_SET_VALUE, STRING, TAG,
    UNDEFINED, X_COLLECT,
)
from tsrun.heap.machine import bits_float, trunc_sat
from tsrun.heap.objects import grow_elements, make_sparse, sparse_room
from tsrun.vm.frames import M_DISCARD
from tsrun.vm.slow import call_root

MAX_FILLED = 1 << 25
"""Elements up to which a longer length gets room for all of them; beyond, the array becomes sparse."""


@kernel
def set_array_length(h, pc, fp, array, value):
    """array.length = value."""
    if value >= TAG or h.meta[array] & F_SPARSE:
        return call_root(h, pc, fp, R_SET_VALUE, OBJECT | array, STRING | N_LENGTH, value, M_DISCARD, 0, 0)
    x = bits_float(value)
    length = trunc_sat(x)
    if float(length) != x or length < 0 or length > 4294967295:
        return throw_kind(h, E_ARRAY_LENGTH, value, UNDEFINED)
    if h.meta[array] & F_LENGTH_READONLY:
        return throw_kind(h, E_READ_ONLY, STRING | N_LENGTH, OBJECT | array)
    return pc if resize_dense(h, array, length) else X_COLLECT


@kernel
def resize_dense(h, array, length):
    """Give a dense array another length. 0: collect first, or the time is up."""
    used = h.length[array]
    if length > used:
        if length > capacity_of(h, h.elems[array]):
            if length > MAX_FILLED:
                if reserve(h, 0, sparse_room(h, array)) == 0:
                    return 0
                make_sparse(h, array)
                h.length[array] = length
                return 1
            if reserve(h, 0, length + 1) == 0:
                return 0
            grow_elements(h, array, length)
        if fill_words(h, h.elems[array] + used, length - used, HOLE):
            return 0
    h.length[array] = length
    return 1
