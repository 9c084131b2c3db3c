"""The requests of an async generator: what `next`, `throw` and `return` ask of it, each with a promise (27.6.3.1).

They are an internal array that the coroutine refers to, also when its code has ended: the state, the index of the first
request, and then for each request what is sent (RESUME_ constants), the value, the promise. The prelude (63_async.ts)
works on the same array; the kernel does what happens for every value.
"""
from __future__ import annotations

from tsrun.heap.allocate import capacity_of, new_array
from tsrun.heap.arena import kernel
from tsrun.heap.layout import CO_DONE, ID, K_COROUTINE, OBJECT, SH_ARRAY
from tsrun.heap.machine import bits_float, trunc_sat
from tsrun.heap.values import boxed_int
from tsrun.vm.coroutines import C_QUEUE, C_REGISTERS

Q_STATE, Q_HEAD, Q_FIRST, REQUEST = 0, 1, 2, 3
AT_START, AT_YIELD, EXECUTING = range(3)
CAPACITY = 8
QUEUE_WORDS = CAPACITY + 1


@kernel
def new_queue(h):
    """A queue without requests (1 cell and QUEUE_WORDS reserved): its value."""
    queue = new_array(h, SH_ARRAY, CAPACITY)
    h.length[queue] = Q_FIRST
    h.slots[h.elems[queue] + Q_STATE] = boxed_int(h, AT_START)
    h.slots[h.elems[queue] + Q_HEAD] = boxed_int(h, Q_FIRST)
    return OBJECT | queue


@kernel(inline=True)
def queue_of(h, coroutine):
    """The queue of an async generator's coroutine: its cell."""
    return h.slots[h.offset[coroutine] + C_QUEUE] & ID


@kernel(inline=True)
def queue_state(h, queue):
    """State of the async generator."""
    return trunc_sat(bits_float(h.slots[h.elems[queue] + Q_STATE]))


@kernel(inline=True)
def set_queue_state(h, queue, state) -> None:
    """Set the state of the async generator."""
    h.slots[h.elems[queue] + Q_STATE] = boxed_int(h, state)


@kernel(inline=True)
def head_of(h, queue):
    """Index of the first request."""
    return trunc_sat(bits_float(h.slots[h.elems[queue] + Q_HEAD]))


@kernel(inline=True)
def has_request(h, queue):
    """1 if there is a request."""
    return 1 if h.length[queue] > head_of(h, queue) else 0


@kernel
def first_kind(h, queue):
    """What the first request sends."""
    return trunc_sat(bits_float(h.slots[h.elems[queue] + head_of(h, queue)]))


@kernel
def first_value(h, queue):
    """The value of the first request."""
    return h.slots[h.elems[queue] + head_of(h, queue) + 1]


@kernel
def first_promise(h, queue):
    """The promise of the first request."""
    return h.slots[h.elems[queue] + head_of(h, queue) + 2]


@kernel
def drop_first(h, queue) -> None:
    """Remove the first request."""
    head = head_of(h, queue) + REQUEST
    if head >= h.length[queue]:
        head = Q_FIRST
        h.length[queue] = Q_FIRST
    h.slots[h.elems[queue] + Q_HEAD] = boxed_int(h, head)


@kernel
def add_request(h, queue, kind, value, promise):
    """Add a request if there is room in the array; 0 if not."""
    length = h.length[queue]
    at = h.elems[queue] + length
    if length + REQUEST > capacity_of(h, h.elems[queue]):
        return 0
    h.slots[at] = boxed_int(h, kind)
    h.slots[at + 1] = value
    h.slots[at + 2] = promise
    h.length[queue] = length + REQUEST
    return 1


@kernel
def end_async_generator(h, cell) -> None:
    """The code of an async generator has ended: only the queue is still of use."""
    h.meta[cell] = K_COROUTINE | CO_DONE
    h.length[cell] = C_REGISTERS
    h.link[cell] = 0
