"""Weak maps, sets and references, and finalization registries, as the collector sees them.

A weak map or set has its table in a K_TABLE cell with F_WEAK, whose block is not traced. Marking puts each weak object
that it reaches into a list (through `aux`). When nothing else is left to mark, the maps of that list are scanned once:
the value of a key that is marked is marked, other entries wait under their key (`waiting_first`), and marking goes on;
each cell that is traced from then on marks the values that wait for it. So every entry and every cell is looked at
once, however maps and keys hang together. What is left waiting in the end is dead.

The values in the table of a finalization registry are held strongly. An entry whose key died gets the key TRUE; the
registry then goes into the list of those that have something to do (state FINALIZE_FIRST, through `link` of the table's
cell; its `length` is 1 while it is in there).
"""
from __future__ import annotations

from tsrun.heap.arena import kernel
from tsrun.heap.layout import (
    F_HANDLED, HOLE, ID, K_FINALIZER, K_WEAK_MAP, K_WEAK_REF, KIND, OBJECT, S_DENSE_SLOTS, S_FINALIZE_FIRST,
    S_LIVE_BELOW, S_REJECTED_FIRST, S_REJECTED_LAST, S_WAITING_TOP, S_WEAK_FOUND, S_WEAK_SCANNED, T_CELL, T_OBJECT,
    T_STRING, TRUE, UNDEFINED,
)
from tsrun.heap.marking import is_marked, mark_cell, mark_value
from tsrun.heap.tables import entry_at, table_compact, table_rekey, table_remove, table_shrink

WAITING = 3
LEAST_SHRUNK = 16
"""Capacity below which no table of a weak object shrinks."""
SPARSE = 8
"""A table shrinks with fewer than one of so many entries in use."""


@kernel
def forget_handled(h) -> None:
    """Shorten the list of rejections that nobody handles (vm/jobs): those that are handled by now need no mention."""
    promise = h.state[S_REJECTED_FIRST]
    last = 0
    h.state[S_REJECTED_FIRST] = 0
    while promise >> 48 == T_OBJECT:
        block = h.link[promise & ID]
        after = h.slots[block + 1]
        h.slots[block + 1] = UNDEFINED
        if h.meta[promise & ID] & F_HANDLED == 0:
            if last == 0:
                h.state[S_REJECTED_FIRST] = promise
            else:
                h.slots[h.link[last & ID] + 1] = promise
            last = promise
        promise = after
    h.state[S_REJECTED_LAST] = last


@kernel
def trace_weak(h, top, cell, kind):
    """Note that marking reached a weak object, and mark its table."""
    h.aux[cell] = h.state[S_WEAK_FOUND]
    h.state[S_WEAK_FOUND] = cell
    if kind == K_WEAK_REF:
        return top
    holder = h.link[cell]
    top = mark_cell(h, top, holder)
    if kind == K_FINALIZER:
        table = h.offset[holder]
        for i in range(h.slots[table]):
            top = mark_value(h, top, h.slots[entry_at(h, table, i) + 1])
    return top


@kernel
def scan_weak(h, top):
    """Look through the weak objects found since the last time; the new stack top."""
    while h.state[S_WEAK_FOUND] != 0:
        cell = h.state[S_WEAK_FOUND]
        h.state[S_WEAK_FOUND] = h.aux[cell]
        h.aux[cell] = h.state[S_WEAK_SCANNED]
        h.state[S_WEAK_SCANNED] = cell
        if h.meta[cell] & KIND == K_WEAK_MAP:
            top = scan_map(h, top, h.offset[h.link[cell]])
    return top


@kernel
def scan_map(h, top, table):
    """Mark the values of a weak map's marked keys; the others wait."""
    for i in range(h.slots[table]):
        at = entry_at(h, table, i)
        key = h.slots[at]
        value = h.slots[at + 1]
        tag = value >> 48
        if key == HOLE or tag < T_STRING or tag > T_CELL or is_marked(h, value & ID):
            continue
        if is_marked(h, key & ID):
            top = mark_value(h, top, value)
        else:
            record = h.state[S_WAITING_TOP]
            h.waiting[record] = key & ID
            h.waiting[record + 1] = value
            h.waiting[record + 2] = h.waiting_first[key & ID]
            h.state[S_WAITING_TOP] = record + WAITING
            h.waiting_first[key & ID] = record // WAITING + 1
    return top


@kernel(inline=True)
def reach_waiting(h, top, cell):
    """Mark the values that wait for a cell that is reached now."""
    return mark_waiting(h, top, cell) if h.waiting_first[cell] != 0 else top


@kernel
def mark_waiting(h, top, cell):
    """Mark the values that wait for a cell."""
    link = h.waiting_first[cell]
    h.waiting_first[cell] = 0
    while link != 0:
        record = (link - 1) * WAITING
        top = mark_value(h, top, h.waiting[record + 1])
        link = h.waiting[record + 2]
    return top


@kernel
def forget_waiting(h) -> None:
    """Nothing waits any more."""
    for record in range(0, h.state[S_WAITING_TOP], WAITING):
        h.waiting_first[h.waiting[record]] = 0
    h.state[S_WAITING_TOP] = 0


@kernel
def sweep_weak(h) -> None:
    """Drop what died from all weak objects that live."""
    cell = h.state[S_WEAK_SCANNED]
    h.state[S_WEAK_SCANNED] = 0
    while cell != 0:
        kind = h.meta[cell] & KIND
        if kind == K_WEAK_REF:
            if h.link[cell] != 0 and is_marked(h, h.link[cell]) == 0:
                h.link[cell] = 0
        else:
            sweep_table(h, cell, kind)
        cell = h.aux[cell]


@kernel
def sweep_table(h, cell, kind) -> None:
    """Drop the entries whose keys died; those of a finalization registry are marked with the key TRUE."""
    holder = h.link[cell]
    table = h.offset[holder]
    for i in range(h.slots[table]):
        key = h.slots[entry_at(h, table, i)]
        if key == HOLE or key == TRUE or is_marked(h, key & ID):
            continue
        if kind != K_FINALIZER:
            table_remove(h, table, i)
            continue
        table_rekey(h, table, i, TRUE)
        if h.length[holder] == 0:
            h.length[holder] = 1
            h.link[holder] = h.state[S_FINALIZE_FIRST] & ID
            h.state[S_FINALIZE_FIRST] = OBJECT | cell
    if h.slots[table + 1] * 2 < h.slots[table]:
        table_compact(h, table)
    if h.slots[table + 3] > LEAST_SHRUNK and h.slots[table + 1] * SPARSE < h.slots[table + 3]:
        shrink(h, table)


@kernel
def shrink(h, table) -> None:
    """Give back most of a table that is nearly empty. Blocks are moved together after this."""
    if h.slots[table] != h.slots[table + 1]:
        table_compact(h, table)
    before = h.slots[table - 1] >> 32
    capacity = LEAST_SHRUNK
    while capacity < 2 * h.slots[table]:
        capacity *= 2
    table_shrink(h, table, capacity)
    if table < h.state[S_DENSE_SLOTS]:
        h.state[S_LIVE_BELOW] = h.state[S_LIVE_BELOW] - before + (h.slots[table - 1] >> 32)
