"""Sorting by strings, for Array.prototype.sort without a comparator: passes of a stable merge sort over dense arrays.

The prelude drives the passes (22_array_sort.ts), so that a long sort can be stopped. `keys` are flat strings, the
order is theirs; `values` move along with them. Both may be the same array.
"""
from __future__ import annotations

from tsrun.heap.arena import kernel
from tsrun.heap.errors import worked
from tsrun.heap.layout import F_ROPE, ID, T_STRING, UNDEFINED, X_COLLECT, X_LIMIT
from tsrun.heap.machine import bits_float, trunc_sat
from tsrun.heap.strings import compare_strings, flatten
from tsrun.library.arguments import answer, answer_bool
from tsrun.vm.tables import native

RUN = 8
"""Length of the runs that insertion sort makes first."""


@native("$allStrings", 1)
def all_strings(h, fp, argc):
    """$allStrings(array): whether all elements of a dense array are strings; makes them flat."""
    array = h.regs[fp + 2] & ID
    at = h.elems[array]
    for i in range(h.length[array]):
        if worked(h, 1):
            return X_LIMIT
        value = h.slots[at + i]
        if value >> 48 != T_STRING:
            return answer_bool(h, fp, 0)
        if h.meta[value & ID] & F_ROPE and flatten(h, value & ID) == 0:
            return X_COLLECT
    return answer_bool(h, fp, 1)


@native("$sortRuns", 2)
def sort_runs(h, fp, argc):
    """$sortRuns(keys, values): sort each run of RUN elements."""
    keys = h.elems[h.regs[fp + 2] & ID]
    values = h.elems[h.regs[fp + 3] & ID]
    length = h.length[h.regs[fp + 2] & ID]
    for start in range(0, length, RUN):
        if worked(h, 64):
            return X_LIMIT
        end = start + RUN if start + RUN < length else length
        for i in range(start + 1, end):
            key = h.slots[keys + i]
            value = h.slots[values + i]
            j = i
            while j > start and compare_strings(h, h.slots[keys + j - 1] & ID, key & ID) > 0:
                h.slots[keys + j] = h.slots[keys + j - 1]
                h.slots[values + j] = h.slots[values + j - 1]
                j -= 1
            h.slots[keys + j] = key
            h.slots[values + j] = value
    return answer(h, fp, UNDEFINED)


@kernel
def merge_runs(h, keys, values, to_keys, to_values, start, middle, end):
    """Merge two neighbouring sorted runs into other arrays: 0, or X_LIMIT when the time is up."""
    i = start
    j = middle
    for k in range(start, end):
        if worked(h, 8):
            return X_LIMIT
        if j >= end or (i < middle and compare_strings(h, h.slots[keys + i] & ID, h.slots[keys + j] & ID) <= 0):
            h.slots[to_keys + k] = h.slots[keys + i]
            h.slots[to_values + k] = h.slots[values + i]
            i += 1
        else:
            h.slots[to_keys + k] = h.slots[keys + j]
            h.slots[to_values + k] = h.slots[values + j]
            j += 1
    return 0


@native("$mergePass", 5)
def merge_pass(h, fp, argc):
    """$mergePass(keys, values, toKeys, toValues, width): merge pairs of sorted runs of that width."""
    keys = h.elems[h.regs[fp + 2] & ID]
    values = h.elems[h.regs[fp + 3] & ID]
    to_keys = h.elems[h.regs[fp + 4] & ID]
    to_values = h.elems[h.regs[fp + 5] & ID]
    width = trunc_sat(bits_float(h.regs[fp + 6]))
    length = h.length[h.regs[fp + 2] & ID]
    start = 0
    while start < length:
        middle = start + width if start + width < length else length
        end = middle + width if middle + width < length else length
        if merge_runs(h, keys, values, to_keys, to_values, start, middle, end) != 0:
            return X_LIMIT
        start = end
    return answer(h, fp, UNDEFINED)
