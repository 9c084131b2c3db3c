"""The realm's functions and texts live for ever: a collection begins with their marks and traces what may have changed.

They are nine tenths of what lives in a small script's heap, and marking them again would be most of the work of its
collections. When the realm is complete, right after a collection, `seal_realm` keeps their marks, and a list of the
cells that can come to refer to something new. A function that nobody looked into (F_LAZY) has no properties yet: what
it refers to is permanent like itself, so it is passed over until it has some. Objects, arrays and tables of the realm
are not permanent: the library may put others in their places, and then nothing in them may live.
"""
from __future__ import annotations

from tsrun.heap.arena import kernel, region
from tsrun.heap.layout import (
    F_LAZY, F_ROPE, KIND, K_ENV, K_FUNCTION, K_STRING, K_SYMBOL, SH_RESULT, S_BYTES_BELOW, S_CELL_TOP, S_CONST_TOP,
    S_REALM_CONSTS, S_REALM_OPEN, S_REALM_TEXT, S_REALM_TOP,
)
from tsrun.heap.machine import copy_between
from tsrun.heap.marking import is_marked

FIXED_SHAPES = SH_RESULT + 1
"""Shapes below this one live as long as the VM."""
MOST_CELLS = 1 << 15
MOST_OPEN = 1 << 13
region("realm_bits", "int64", unit="64 cells", near=MOST_CELLS // 64, meaning="mark bits of the realm's cells")
region("realm_open", "int32", unit="cell", near=MOST_OPEN, meaning="cells of the realm that may refer to new ones")


@kernel
def seal_realm(h) -> None:
    """Take what the collection just ended found alive for the realm. Once in a VM: later calls do nothing."""
    top = h.state[S_CELL_TOP]
    if h.state[S_REALM_TOP] or top > MOST_CELLS:
        return
    count = 0
    text = 0
    for cell in range(1, top):
        kind = h.meta[cell] & KIND
        if is_marked(h, cell) == 0 or (kind != K_STRING and kind != K_SYMBOL and kind != K_FUNCTION and kind != K_ENV):
            continue
        if kind == K_STRING and h.meta[cell] & F_ROPE == 0:
            text += (h.words8[h.offset[cell] - 1] >> 32) + 1
        elif count < MOST_OPEN:
            h.realm_open[count] = cell
            count += 1
        else:
            return
        h.realm_bits[cell >> 6] = h.realm_bits[cell >> 6] | 1 << (cell & 63)
    h.state[S_REALM_TOP] = top
    h.state[S_REALM_OPEN] = count
    h.state[S_REALM_TEXT] = text
    h.state[S_REALM_CONSTS] = h.state[S_CONST_TOP]


@kernel
def begin_marks(h) -> None:
    """Mark the realm. Its text is packed at the bottom, below what `keep_text` notes."""
    copy_between(h.mark_bits, 0, h.realm_bits, 0, (h.state[S_REALM_TOP] + 63) >> 6)
    h.state[S_BYTES_BELOW] = h.state[S_REALM_TEXT]


@kernel(inline=True)
def is_closed(h, cell):
    """1 if a permanent cell refers to permanent ones only."""
    return 1 if h.meta[cell] & F_LAZY and h.shape[cell] < FIXED_SHAPES else 0
