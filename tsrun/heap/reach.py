"""What some values reach: the collector's marking without a collection, for tools that ask who holds what."""
from __future__ import annotations

from tsrun.heap.arena import kernel
from tsrun.heap.collect import FIXED_SHAPES, ROOT_COUNT, drain, mark_cell, mark_shape, mark_tables, mark_value
from tsrun.heap.layout import FIRST_FREE_CELL, S_CELL_TOP, S_CONST_TOP, S_SHAPE_TOP
from tsrun.heap.machine import fill
from tsrun.heap.shapes import SF_MARKED


@kernel
def reach(h, count, tables) -> None:
    """Mark what `count` values of the inbox (from its second word) reach, and with `tables` what the VM's own tables
    do, the global object among it.

    `mark_bits` holds the answer, so nothing may be allocated until whoever asked has put the old bits back.
    """
    fill(h.mark_bits, 0, (h.state[S_CELL_TOP] >> 6) + 1, 0)
    top = 0
    for i in range(count):
        top = mark_value(h, top, h.inbox[1 + i])
    drain(h, top)
    if tables:
        top = 0
        for cell in range(1, FIRST_FREE_CELL):
            top = mark_cell(h, top, cell)
        for i in range(ROOT_COUNT):
            top = mark_value(h, top, h.roots[i])
        for i in range(h.state[S_CONST_TOP]):
            top = mark_value(h, top, h.consts[i])
        for shape in range(1, FIXED_SHAPES):
            top = mark_shape(h, top, shape)
        drain(h, top)
        mark_tables(h)
    for shape in range(h.state[S_SHAPE_TOP]):
        h.shape_flags[shape] = h.shape_flags[shape] & ~SF_MARKED
