"""What some values reach: the collector's marking without a collection, for tools that ask who holds what."""
from __future__ import annotations

from tsrun.heap.arena import kernel
from tsrun.heap.collect import ROOT_COUNT, drain, mark_ephemerons, mark_shape, mark_tables
from tsrun.heap.layout import (
    FIRST_FREE_CELL, REACH_ON, REACH_TABLES, S_CELL_TOP, S_CONST_TOP, S_FINALIZE_FIRST, S_GENERATOR_NEXT,
    S_ITERATOR_NEXT, S_ITERATOR_SELF,
    S_ITERATOR_VALUES, S_JOB_PROMISE, S_REJECTED_FIRST, S_REJECTED_LAST, S_SHAPE_TOP, S_WEAK_SCANNED,
)
from tsrun.heap.machine import fill
from tsrun.heap.marking import mark_cell, mark_value
from tsrun.heap.permanent import FIXED_SHAPES
from tsrun.heap.shapes import SF_MARKED


@kernel
def reach(h, count, how) -> None:
    """Mark what `count` values of the inbox (from its second word) reach, with REACH_TABLES also what the VM's own
    tables do, the global object among it. With REACH_ON what is marked stays so, and is not looked into again.

    `mark_bits` holds the answer, so nothing may be allocated until whoever asked has put the old bits back.
    """
    if how & REACH_ON == 0:
        fill(h.mark_bits, 0, (h.state[S_CELL_TOP] >> 6) + 1, 0)
    top = 0
    for i in range(count):
        top = mark_value(h, top, h.inbox[1 + i])
    drain(h, top)
    if how & REACH_TABLES:
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
        top = mark_value(h, 0, h.state[S_REJECTED_FIRST])
        top = mark_value(h, top, h.state[S_REJECTED_LAST])
        top = mark_value(h, top, h.state[S_FINALIZE_FIRST])
        top = mark_value(h, top, h.state[S_JOB_PROMISE])
        top = mark_value(h, top, h.state[S_ITERATOR_VALUES])
        top = mark_value(h, top, h.state[S_ITERATOR_NEXT])
        top = mark_value(h, top, h.state[S_ITERATOR_SELF])
        top = mark_value(h, top, h.state[S_GENERATOR_NEXT])
        drain(h, top)
    mark_ephemerons(h)
    h.state[S_WEAK_SCANNED] = 0
    for shape in range(h.state[S_SHAPE_TOP]):
        h.shape_flags[shape] = h.shape_flags[shape] & ~SF_MARKED
