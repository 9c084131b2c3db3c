"""The census: what the heap holds by kind and by age, counted by the collector between marking and sweeping.

Only when state CENSUS asks for it. Each collection then fills a row of region `census`; Python takes the rows out when
it looks (state OBSERVE has the loop leave for it after each collection that an instruction caused) and sets CENSUS_TOP
back. A row that finds no place is counted in CENSUS_LOST. The time of the census is no part of the pause.
"""
from __future__ import annotations

from tsrun.heap.arena import kernel
from tsrun.heap.extents import CELL_BYTES
from tsrun.heap.layout import (
    F_ROPE, FIRST_OBJECT_KIND, ID, K_FREE, K_PROMISE, K_STRING, K_SYMBOL, KIND, KINDS, S_ALLOCATED_BYTES,
    S_ALLOCATED_CELLS, S_ALLOCATED_SLOTS, S_BYTE_TOP, S_CELL_TOP, S_CENSUS_CPU, S_CENSUS_LOST, S_CENSUS_NS,
    S_CENSUS_TOP, S_COLLECTIONS, S_GC_REASON, S_LIVE_CELLS, S_PC, S_SLOT_TOP,
)
from tsrun.heap.machine import clock_ns, cpu_ns, fill

ROW = 256
ROWS = 1024
"""Words of a row, and rows of the region."""
(
    C_START, C_TOOK, C_REASON, C_PC, C_ALLOCATED_CELLS, C_ALLOCATED_SLOTS, C_ALLOCATED_BYTES, C_INSTRUCTIONS,
    C_CELLS_BEFORE, C_CELLS_AFTER, C_SLOTS_BEFORE, C_SLOTS_AFTER, C_BYTES_BEFORE, C_BYTES_AFTER, C_CELL_TOP, C_NUMBER,
) = range(16)
"""A row begins with: when (ns) and how long, why, where; cells and words of payload (slots, strings) allocated so far;
instructions so far (counted by the profiling kernel); cells and words in use before and after; the number of the
collection."""
AGES = 16
C_KIND_CELLS_BEFORE = 16
C_KIND_BYTES_BEFORE = C_KIND_CELLS_BEFORE + KINDS
C_KIND_CELLS_AFTER = C_KIND_BYTES_BEFORE + KINDS
C_KIND_BYTES_AFTER = C_KIND_CELLS_AFTER + KINDS
C_LIVED = C_KIND_BYTES_AFTER + KINDS
C_DIED = C_LIVED + AGES
"""Then cells and bytes by kind before and after, then cells by the number of collections they had survived before
(the last place: so many or more): those that survived this one, and those that did not."""
C_CPU = C_DIED + AGES
"""Then the processor's time for the collection (ns), which does not see what else the machine was busy with."""
DIED, OLDEST = 255, 254


@kernel(inline=True)
def block_bytes(h, cell, payload):
    """Bytes of a block of slots, its header included, if the cell owns it."""
    if payload > 0 and h.slots[payload - 1] & ID == cell:
        return ((h.slots[payload - 1] >> 32) + 1) << 3
    return 0


@kernel
def cell_bytes(h, cell, meta):
    """Bytes that a cell takes: columns and payload."""
    kind = meta & KIND
    payload = h.offset[cell]
    if kind == K_STRING:
        if meta & F_ROPE or payload <= 0:
            return CELL_BYTES
        return CELL_BYTES + (((h.words8[payload - 1] >> 32) + 1) << 3)
    if kind == K_SYMBOL:
        return CELL_BYTES
    size = CELL_BYTES + block_bytes(h, cell, payload)
    if kind == K_PROMISE:
        size += block_bytes(h, cell, h.link[cell])
    if kind >= FIRST_OBJECT_KIND:
        size += block_bytes(h, cell, h.elems[cell])
    return size


@kernel
def count_kinds(h) -> None:
    """Count cells and their bytes by kind into the inbox: KINDS words of cells, then as many of bytes. Garbage counts
    as long as it was not swept.
    """
    fill(h.inbox, 0, 2 * KINDS, 0)
    for cell in range(1, h.state[S_CELL_TOP]):
        meta = h.meta[cell]
        kind = meta & KIND & (KINDS - 1)
        if kind != K_FREE:
            h.inbox[kind] = h.inbox[kind] + 1
            h.inbox[KINDS + kind] = h.inbox[KINDS + kind] + cell_bytes(h, cell, meta)


@kernel
def take_census(h) -> None:
    """Count all cells, those that are going to be swept too, into the next row, and let the survivors grow older."""
    begin = clock_ns()
    begin_cpu = cpu_ns()
    at = h.state[S_CENSUS_TOP]
    if at >= ROWS:
        h.state[S_CENSUS_LOST] = h.state[S_CENSUS_LOST] + 1
        at = ROWS - 1
    at *= ROW
    fill(h.census, at, ROW, 0)
    for cell in range(1, h.state[S_CELL_TOP]):
        meta = h.meta[cell]
        if meta == 0:
            h.age[cell] = 0
            continue
        kind = meta & KIND & (KINDS - 1)
        size = cell_bytes(h, cell, meta)
        place = at + C_KIND_CELLS_BEFORE + kind
        h.census[place] = h.census[place] + 1
        h.census[place + KINDS] = h.census[place + KINDS] + size
        age = h.age[cell]
        if age == DIED:
            age = 0
        bucket = age if age < AGES else AGES - 1
        if h.mark_bits[cell >> 6] >> (cell & 63) & 1:
            place += 2 * KINDS
            h.census[place] = h.census[place] + 1
            h.census[place + KINDS] = h.census[place + KINDS] + size
            h.age[cell] = age + 1 if age < OLDEST else OLDEST
            place = at + C_LIVED + bucket
        else:
            h.age[cell] = DIED
            place = at + C_DIED + bucket
        h.census[place] = h.census[place] + 1
    h.state[S_CENSUS_CPU] = h.state[S_CENSUS_CPU] + cpu_ns() - begin_cpu
    h.state[S_CENSUS_NS] = clock_ns() - begin


@kernel
def note_census(h, start, took, cells, slots, bytes_) -> None:
    """Complete the row that `take_census` began, at the end of the collection."""
    at = h.state[S_CENSUS_TOP]
    if at >= ROWS:
        return
    h.state[S_CENSUS_TOP] = at + 1
    at *= ROW
    instructions = 0
    for opcode in range(256):
        instructions += h.opcode_count[opcode]
    h.census[at + C_CPU] = cpu_ns() - h.state[S_CENSUS_CPU]
    h.census[at + C_START] = start
    h.census[at + C_TOOK] = took
    h.census[at + C_REASON] = h.state[S_GC_REASON]
    h.census[at + C_PC] = h.state[S_PC]
    h.census[at + C_ALLOCATED_CELLS] = h.state[S_ALLOCATED_CELLS]
    h.census[at + C_ALLOCATED_SLOTS] = h.state[S_ALLOCATED_SLOTS]
    h.census[at + C_ALLOCATED_BYTES] = h.state[S_ALLOCATED_BYTES]
    h.census[at + C_INSTRUCTIONS] = instructions
    h.census[at + C_CELLS_BEFORE] = cells
    h.census[at + C_CELLS_AFTER] = h.state[S_LIVE_CELLS]
    h.census[at + C_SLOTS_BEFORE] = slots
    h.census[at + C_SLOTS_AFTER] = h.state[S_SLOT_TOP]
    h.census[at + C_BYTES_BEFORE] = bytes_
    h.census[at + C_BYTES_AFTER] = h.state[S_BYTE_TOP]
    h.census[at + C_CELL_TOP] = h.state[S_CELL_TOP]
    h.census[at + C_NUMBER] = h.state[S_COLLECTIONS]
