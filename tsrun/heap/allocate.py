"""Room in the heap: cells by runs of free ids, payloads by bumping, and the reservation that comes first.

Handlers and natives call `reserve` (and `reserve_bytes`) for all they are going to allocate before they change
anything; when it says 0 they return X_COLLECT with nothing changed, and are run again after the collection. After a
successful reservation the `new_...` functions can't fail. A payload in `slots` begins with a header word (owner's cell
id, capacity in words << 32); `offset` and `elems` hold the index of the word after it. A block is in use if its owner
is alive and refers to it, so one that was grown out of needs no freeing.
"""
from __future__ import annotations

from tsrun.heap.arena import kernel
from tsrun.heap.counters import note_cell, note_payload
from tsrun.heap.layout import (
    K_ARRAY, K_ENV, K_OBJECT, S_BYTE_LIMIT, S_BYTE_TOP, S_CELL_END, S_CELL_LIMIT, S_CELL_NEXT, S_CELL_TOP, S_NEED_BYTES,
    S_NEED_CELLS, S_ALLOCATED_CELLS, S_MAX_MEMORY, S_NEED_SLOTS, S_RUN_START, S_SLOT_LIMIT, S_SLOT_TOP, S_STRESS,
    S_USED_CELLS, UNDEFINED, X_COLLECT,
)
from tsrun.heap.machine import ctz

CELL_SHIFT = 5
"""A cell's columns take 32 bytes, as the memory limit counts."""
SPARE_CELLS = 4096
"""Cells above what the memory limit allows for which the regions have room (see Memory)."""


@kernel(inline=True)
def reserve(h, cells, words):
    """1 if there is room for that many cells and words of payload (headers included), else 0: collect."""
    if h.state[S_CELL_NEXT] + cells <= h.state[S_CELL_END] and h.state[S_SLOT_TOP] + words <= h.state[S_SLOT_LIMIT]:
        return 1
    return reserve_slow(h, cells, words)


@kernel
def reserve_slow(h, cells, words):
    """Look for a longer run of free cells; without one, or without payload, note the need and return 0."""
    if h.state[S_SLOT_TOP] + words <= h.state[S_SLOT_LIMIT] and find_run(h, cells) == 1:
        if h.state[S_STRESS] == 0 or is_in_stress_budget(h, cells):
            return 1
    h.state[S_NEED_CELLS] = cells
    h.state[S_NEED_SLOTS] = words
    h.state[S_NEED_BYTES] = 0
    return 0


@kernel
def is_in_stress_budget(h, cells):
    """1 if so many cells, of the run that was just found, may come before the next forced collection; cuts the run."""
    left = h.state[S_USED_CELLS] + h.state[S_STRESS] - h.state[S_ALLOCATED_CELLS]
    if left < 0:
        left = 0
    end = h.state[S_CELL_NEXT] + left
    if end < h.state[S_CELL_END]:
        h.state[S_CELL_END] = end
    return 1 if cells <= left and h.state[S_STRESS] > 1 else 0


@kernel(inline=True)
def fits(h, cells, words):
    """1 if what `reserve` would give is there at once; if not, an instruction leaves by `make_fit`."""
    return 1 if (h.state[S_CELL_NEXT] + cells <= h.state[S_CELL_END]
                 and h.state[S_SLOT_TOP] + words <= h.state[S_SLOT_LIMIT]) else 0


@kernel(cold=True)
def make_fit(h, pc, cells, words):
    """The result of an instruction for which there was no room at once: to run it again, or to collect first.

    So that the usual path of the instruction has no call in it, and saves no registers for one.
    """
    return pc - 1 if reserve_slow(h, cells, words) else X_COLLECT


@kernel(inline=True)
def limit_of_cells(h):
    """First id that the budget of cells does not allow."""
    return h.state[S_CELL_LIMIT]


@kernel
def find_run(h, cells):
    """Move to the next run of at least `cells` free ids; 0 if the budget of cells is used up.

    The budget is for cells: ids that are passed over, in runs too short, move the limit up as far as the columns go.
    """
    top = h.state[S_CELL_TOP]
    at = h.state[S_CELL_NEXT]
    h.state[S_ALLOCATED_CELLS] = h.state[S_ALLOCATED_CELLS] + at - h.state[S_RUN_START]
    h.state[S_RUN_START] = at
    end = h.state[S_CELL_END]
    if end >= top:
        # The run at the top goes on where it stopped.
        if at + cells <= limit_of_cells(h):
            h.state[S_CELL_END] = h.state[S_CELL_LIMIT]
            if h.state[S_CELL_LIMIT] > top:
                h.state[S_CELL_TOP] = h.state[S_CELL_LIMIT]
            return 1
        return 0
    most = (h.state[S_MAX_MEMORY] >> CELL_SHIFT) + SPARE_CELLS
    limit = h.state[S_CELL_LIMIT] + end - at
    at = end
    while at < top:
        if limit > most:
            limit = most
        if at > limit:
            return 0
        free = ~h.mark_bits[at >> 6] >> (at & 63)
        if at & 63:
            free &= (1 << (64 - (at & 63))) - 1
        skip = ctz(free)
        if skip >= 64 - (at & 63):
            at = (at | 63) + 1
            continue
        at += skip
        end = at
        while end < top:
            used = h.mark_bits[end >> 6] >> (end & 63)
            if end & 63:
                used &= (1 << (64 - (end & 63))) - 1
            run = ctz(used)
            if run >= 64 - (end & 63):
                end = (end | 63) + 1
                continue
            end += run
            break
        if end > top:
            end = top
        if end == top:
            break
        if end - at >= cells:
            h.state[S_CELL_NEXT] = at
            h.state[S_RUN_START] = at
            h.state[S_CELL_END] = end
            h.state[S_CELL_LIMIT] = limit
            return 1
        limit += end - at
        at = end
    if at > top:
        at = top
    if limit > most:
        limit = most
    if at + cells > limit:
        return 0
    h.state[S_CELL_LIMIT] = limit
    h.state[S_CELL_NEXT] = at
    h.state[S_RUN_START] = at
    h.state[S_CELL_END] = limit
    if limit > h.state[S_CELL_TOP]:
        h.state[S_CELL_TOP] = limit
    return 1


@kernel(inline=True)
def reserve_bytes(h, words):
    """1 if there is room for that many words (8 bytes each, headers included) of string payload, else 0: collect."""
    if h.state[S_BYTE_TOP] + words <= h.state[S_BYTE_LIMIT]:
        return 1
    h.state[S_NEED_CELLS] = 0
    h.state[S_NEED_SLOTS] = 0
    h.state[S_NEED_BYTES] = words
    return 0


@kernel
def reserve_all(h, cells, words, bytes_):
    """Reserve cells, words of slots and words of string payload together."""
    if reserve(h, cells, words) == 1 and h.state[S_BYTE_TOP] + bytes_ <= h.state[S_BYTE_LIMIT]:
        return 1
    h.state[S_NEED_CELLS] = cells
    h.state[S_NEED_SLOTS] = words
    h.state[S_NEED_BYTES] = bytes_
    return 0


@kernel(inline=True)
def new_cell(h, meta):
    """A cell of this kind and flags; the caller writes every column that the kind uses."""
    cell = h.state[S_CELL_NEXT]
    h.state[S_CELL_NEXT] = cell + 1
    h.meta[cell] = meta
    if h.counting[0]:
        note_cell(h, cell)
    return cell


@kernel(inline=True)
def new_payload(h, owner, capacity):
    """A block of `capacity` words, not initialised; its index."""
    top = h.state[S_SLOT_TOP]
    h.slots[top] = owner | capacity << 32
    h.state[S_SLOT_TOP] = top + capacity + 1
    if h.counting[0]:
        note_payload(h, owner, capacity + 1)
    return top + 1


@kernel(inline=True)
def capacity_of(h, payload):
    """Words of a block; 0 for none."""
    return h.slots[payload - 1] >> 32 if payload != 0 else 0


@kernel(inline=True)
def new_bytes(h, owner, words):
    """A block of string payload of that many words; its index in words8 (times 8: in chars8, times 4: in chars16)."""
    top = h.state[S_BYTE_TOP]
    h.words8[top] = owner | words << 32
    h.state[S_BYTE_TOP] = top + words + 1
    if h.counting[0]:
        note_payload(h, owner, words + 1)
    return top + 1


@kernel(inline=True)
def new_object(h, shape, capacity):
    """An ordinary object with room for `capacity` properties, undefined (reserve 1 cell, capacity + 1 words)."""
    cell = new_cell(h, K_OBJECT)
    h.shape[cell] = shape
    h.elems[cell] = 0
    h.length[cell] = 0
    if capacity == 0:
        h.offset[cell] = 0
        return cell
    payload = new_payload(h, cell, capacity)
    h.offset[cell] = payload
    for i in range(capacity):
        h.slots[payload + i] = UNDEFINED
    return cell


@kernel
def new_kind(h, meta, shape, internal):
    """An object of another kind with `internal` internal slots, undefined (reserve 1 cell, internal + 1 words)."""
    cell = new_cell(h, meta)
    h.shape[cell] = shape
    h.offset[cell] = 0
    h.elems[cell] = 0
    h.length[cell] = internal
    h.link[cell] = 0
    h.aux[cell] = 0
    if internal > 0:
        payload = new_payload(h, cell, internal)
        h.elems[cell] = payload
        for i in range(internal):
            h.slots[payload + i] = UNDEFINED
    return cell


@kernel
def new_array(h, shape, capacity):
    """An array of length 0 with room for `capacity` elements (reserve 1 cell, capacity + 1 words)."""
    cell = new_cell(h, K_ARRAY)
    h.shape[cell] = shape
    h.offset[cell] = 0
    h.length[cell] = 0
    h.elems[cell] = new_payload(h, cell, capacity) if capacity > 0 else 0
    return cell


@kernel(inline=True)
def new_environment(h, parent, count):
    """An environment of `count` slots, slot 0 being the parent's boxed reference (reserve 1 cell, count + 1 words).

    The caller initialises slots from 1.
    """
    cell = new_cell(h, K_ENV)
    payload = new_payload(h, cell, count)
    h.offset[cell] = payload
    h.slots[payload] = parent
    return cell


