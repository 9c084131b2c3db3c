"""Sliding the live blocks of payload together, in place, after marking.

Blocks name their owner, so the part of a region that changed can be walked block by block. Below the *dense* mark
everything was packed by an earlier collection; it is left alone until enough of it is garbage. What survives above it
is mostly a handful of blocks, which marking notes (`keep_block`): then only those are looked at, not the garbage.
"""
from __future__ import annotations

from tsrun.heap.arena import kernel, region
from tsrun.heap.layout import (
    F_ROPE, FIRST_OBJECT_KIND, ID, K_PROMISE, K_STRING, K_SYMBOL, KIND, S_BYTE_TOP, S_BYTES_BELOW, S_DENSE_BYTES,
    S_DENSE_SLOTS,
    S_GC_DENSE, S_LIVE_BELOW, S_SLOT_TOP, S_SURVIVORS, S_TEXT_SURVIVORS,
)
from tsrun.heap.machine import copy
from tsrun.heap.marking import is_marked

MOST_SURVIVORS = 128
"""Blocks that a collection moves by name; with more, it looks at all blocks above the dense part."""
region("survivors", "int64", unit="block", near=2 * MOST_SURVIVORS,
       meaning="live blocks above the dense part: MOST_SURVIVORS of slots, then as many of string payload")


@kernel(inline=True)
def keep_block(h, payload) -> None:
    """Note a live block of slots: as part of what lives in the dense part, or as a survivor above it.

    Every block that `offset` or `elems` of a marked cell refers to must come here once, or it is lost.
    """
    if payload < h.state[S_DENSE_SLOTS]:
        h.state[S_LIVE_BELOW] = h.state[S_LIVE_BELOW] + (h.slots[payload - 1] >> 32) + 1
    else:
        count = h.state[S_SURVIVORS]
        h.state[S_SURVIVORS] = count + 1
        if count < MOST_SURVIVORS:
            h.survivors[count] = payload


@kernel(inline=True)
def keep_text(h, payload) -> None:
    """The same for a block of string payload."""
    if payload < h.state[S_DENSE_BYTES]:
        h.state[S_BYTES_BELOW] = h.state[S_BYTES_BELOW] + (h.words8[payload - 1] >> 32) + 1
    else:
        count = h.state[S_TEXT_SURVIVORS]
        h.state[S_TEXT_SURVIVORS] = count + 1
        if count < MOST_SURVIVORS:
            h.survivors[MOST_SURVIVORS + count] = payload


@kernel
def compact_slots(h) -> None:
    """Slide the blocks of `slots` together. The dense part stays while enough of it lives; above it the few noted
    survivors are moved, or where they are many every block is looked at.
    """
    dense = h.state[S_DENSE_SLOTS]
    if dense <= 1 or h.state[S_LIVE_BELOW] * 100 < dense * h.state[S_GC_DENSE]:
        slide_slots(h, 1)
    elif h.state[S_SURVIVORS] > MOST_SURVIVORS:
        slide_slots(h, dense)
    else:
        move_survivors(h, dense)


@kernel
def compact_text(h) -> None:
    """The same for string payload."""
    dense = h.state[S_DENSE_BYTES]
    if dense <= 1 or h.state[S_BYTES_BELOW] * 100 < dense * h.state[S_GC_DENSE]:
        slide_bytes(h, 1)
    elif h.state[S_TEXT_SURVIVORS] > MOST_SURVIVORS:
        slide_bytes(h, dense)
    else:
        move_text(h, dense)


@kernel
def move_survivors(h, start) -> None:
    """Move the noted blocks of `slots` together from `start` on: what `slide_slots` does, past the garbage."""
    count = h.state[S_SURVIVORS]
    sort_survivors(h, 0, count)
    to = start
    for i in range(count):
        at = h.survivors[i] - 1
        header = h.slots[at]
        size = (header >> 32) + 1
        owner = header & ID
        if to != at:
            relocate(h, owner, at + 1, to + 1)
            copy(h.slots, to, at, size)
        to += size
    h.state[S_SLOT_TOP] = to


@kernel
def move_text(h, start) -> None:
    """The same for the noted blocks of string payload."""
    count = h.state[S_TEXT_SURVIVORS]
    sort_survivors(h, MOST_SURVIVORS, count)
    to = start
    for i in range(count):
        at = h.survivors[MOST_SURVIVORS + i] - 1
        header = h.words8[at]
        size = (header >> 32) + 1
        if to != at:
            copy(h.words8, to, at, size)
            h.offset[header & ID] = to + 1
        to += size
    h.state[S_BYTE_TOP] = to


@kernel
def sort_survivors(h, first, count) -> None:
    """Sort survivors[first : first + count]; they are few, and nearly in order."""
    for i in range(first + 1, first + count):
        block = h.survivors[i]
        at = i
        while at > first and h.survivors[at - 1] > block:
            h.survivors[at] = h.survivors[at - 1]
            at -= 1
        h.survivors[at] = block


@kernel
def relocate(h, owner, payload, to):
    """Make the column of a marked owner that refers to a block refer to its new place; 0 if none does: garbage."""
    kind = h.meta[owner] & KIND
    if kind == K_STRING or kind == K_SYMBOL:
        return 0
    if h.offset[owner] == payload:
        h.offset[owner] = to
    elif kind >= FIRST_OBJECT_KIND and h.elems[owner] == payload:
        h.elems[owner] = to
    elif kind == K_PROMISE and h.link[owner] == payload:
        h.link[owner] = to
    else:
        return 0
    return 1


@kernel
def slide_slots(h, start) -> None:
    """Move the live blocks of `slots` from `start` on together."""
    top = h.state[S_SLOT_TOP]
    to = start
    at = start
    while at < top:
        header = h.slots[at]
        size = (header >> 32) + 1
        owner = header & ID
        if is_marked(h, owner) and relocate(h, owner, at + 1, to + 1):
            if to != at:
                copy(h.slots, to, at, size)
            to += size
        at += size
    h.state[S_SLOT_TOP] = to


@kernel
def slide_bytes(h, start) -> None:
    """Move the live blocks of string payload from `start` on together."""
    top = h.state[S_BYTE_TOP]
    to = start
    at = start
    while at < top:
        header = h.words8[at]
        size = (header >> 32) + 1
        owner = header & ID
        if is_marked(h, owner) and h.meta[owner] & (KIND | F_ROPE) == K_STRING and h.offset[owner] == at + 1:
            if to != at:
                copy(h.words8, to, at, size)
                h.offset[owner] = to + 1
            to += size
        at += size
    h.state[S_BYTE_TOP] = to
