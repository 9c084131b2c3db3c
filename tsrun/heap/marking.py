"""Marking: the bits of the cells that are reached, and the stack of those still to be traced."""
from __future__ import annotations

from tsrun.heap.arena import kernel
from tsrun.heap.layout import ID, T_CELL, T_STRING


@kernel(inline=True)
def is_marked(h, cell):
    """1 if the cell is marked."""
    return h.mark_bits[cell >> 6] >> (cell & 63) & 1


@kernel(inline=True)
def mark_cell(h, top, cell):
    """Mark a cell and put it on the stack; the new stack top."""
    word = h.mark_bits[cell >> 6]
    bit = 1 << (cell & 63)
    if word & bit or h.meta[cell] == 0:
        return top
    h.mark_bits[cell >> 6] = word | bit
    h.mark_stack[top] = cell
    return top + 1


@kernel(inline=True)
def mark_value(h, top, value):
    """Mark what a value refers to."""
    tag = value >> 48
    if tag < T_STRING or tag > T_CELL:
        return top
    return mark_cell(h, top, value & ID)
