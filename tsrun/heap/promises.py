"""The cells of promises; vm/jobs says what they hold and does all else with them."""
from __future__ import annotations

from tsrun.heap.allocate import new_kind, new_payload, reserve
from tsrun.heap.arena import kernel
from tsrun.heap.layout import ID, K_PROMISE, KIND, OBJECT, P_PROMISE, T_OBJECT, UNDEFINED
from tsrun.heap.shapes import root_shape_of

PROMISE_WORDS = 3


@kernel
def promise_room(h, count):
    """1 if so many promises may be made."""
    return reserve(h, count, count * PROMISE_WORDS)


@kernel
def new_promise(h, proto):
    """A pending promise with that prototype (0: %Promise.prototype%); its value. After promise_room."""
    cell = new_kind(h, K_PROMISE, root_shape_of(h, proto if proto else P_PROMISE), 0)
    block = new_payload(h, cell, 2)
    h.link[cell] = block
    h.slots[block] = UNDEFINED
    h.slots[block + 1] = UNDEFINED
    return OBJECT | cell


@kernel(inline=True)
def is_promise(h, value):
    """1 for a promise."""
    return 1 if value >> 48 == T_OBJECT and h.meta[value & ID] & KIND == K_PROMISE else 0
