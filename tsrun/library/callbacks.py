"""Instructions for the prelude's loops over arrays: an element is fetched and the callback entered in one step.

The prelude writes them as `$callElement(f, receiver, array, k)`, `$callReduce(f, accumulator, array, k)` and
`$callPair(f, x, y)`; operands are registers in pairs, 8 bits each. An absent element gives a hole, or the accumulator.
"""
from __future__ import annotations

from tsrun.heap.arena import kernel
from tsrun.heap.errors import throw_plain
from tsrun.heap.layout import (
    E_STACK_OVERFLOW, F_SPARSE, HOLE, ID, K_ARRAY, K_FUNCTION, KIND, R_CALL_ELEMENT, R_CALL_REDUCE, S_REGS_LIMIT,
    T_OBJECT, UNDEFINED,
)
from tsrun.heap.machine import bits_float, trunc_sat
from tsrun.library.own import chain_has_elements
from tsrun.vm.calls import SIMPLE, call_window, push_frame
from tsrun.vm.frames import M_CALL, M_TARGET, TEMPLATE, frame_info, window_top
from tsrun.vm.slow import MARGIN
from tsrun.vm.tables import op


@kernel(inline=True)
def simple_element(h, array, key):
    """Element of an array by a number that is an index; a hole if it isn't simply there."""
    cell = array & ID
    if h.meta[cell] & (KIND | F_SPARSE) != K_ARRAY:
        return HOLE
    i = trunc_sat(bits_float(key))
    return h.slots[h.elems[cell] + i] if i < h.length[cell] else HOLE


@kernel(inline=True)
def enter_callback(h, pc, fp, base, argc):
    """Call r[base], whose window is laid out; the result goes to it."""
    callee = h.regs[base]
    if callee >> 48 == T_OBJECT and h.meta[callee & ID] & SIMPLE == K_FUNCTION:
        return push_frame(h, pc, fp, base, argc, argc << 8, UNDEFINED, h.aux[callee & ID] * TEMPLATE)
    return call_window(h, pc, fp, base, argc, M_CALL, base, UNDEFINED, 0)


@op("base", "pair", "pair")
def call_element(h, pc, fp, a, b, c):
    """r[a] = f.call(receiver, array[k], k, array), with (f, receiver) in b, (array, k) in c; absent: a hole."""
    base = fp + a
    array = h.regs[fp + (c & 255)]
    key = h.regs[fp + (c >> 8)]
    value = simple_element(h, array, key)
    if value == HOLE:
        return unusual_element(h, pc, fp, a, b, c, R_CALL_ELEMENT, HOLE)
    h.regs[base] = h.regs[fp + (b & 255)]
    h.regs[base + 1] = h.regs[fp + (b >> 8)]
    h.regs[base + 2] = value
    h.regs[base + 3] = key
    h.regs[base + 4] = array
    return enter_callback(h, pc, fp, base, 3)


@op("base", "pair", "pair")
def call_reduce(h, pc, fp, a, b, c):
    """r[a] = f(accumulator, array[k], k, array), with (f, accumulator) in b and (array, k) in c; or the accumulator."""
    base = fp + a
    array = h.regs[fp + (c & 255)]
    key = h.regs[fp + (c >> 8)]
    value = simple_element(h, array, key)
    accumulator = h.regs[fp + (b >> 8)]
    if value == HOLE:
        return unusual_element(h, pc, fp, a, b, c, R_CALL_REDUCE, accumulator)
    h.regs[base] = h.regs[fp + (b & 255)]
    h.regs[base + 1] = UNDEFINED
    h.regs[base + 2] = accumulator
    h.regs[base + 3] = value
    h.regs[base + 4] = key
    h.regs[base + 5] = array
    return enter_callback(h, pc, fp, base, 4)


@op("base", "src", "pair")
def call_pair(h, pc, fp, a, b, c):
    """r[a] = r[b](x, y), with (x, y) in c."""
    base = fp + a
    h.regs[base] = h.regs[fp + b]
    h.regs[base + 1] = UNDEFINED
    h.regs[base + 2] = h.regs[fp + (c & 255)]
    h.regs[base + 3] = h.regs[fp + (c >> 8)]
    return enter_callback(h, pc, fp, base, 2)


@kernel
def unusual_element(h, pc, fp, a, b, c, root, absent):
    """A hole, or an element that is sparse, inherited or an accessor: `absent`, or what the prelude's function says."""
    cell = h.regs[fp + (c & 255)] & ID
    if h.meta[cell] & (KIND | F_SPARSE) == K_ARRAY and chain_has_elements(h, cell) == 0:
        h.regs[fp + a] = absent
        return pc
    top = window_top(h, fp)
    if top + MARGIN > h.state[S_REGS_LIMIT]:
        return throw_plain(h, E_STACK_OVERFLOW)
    function = h.roots[root]
    h.regs[top] = function
    h.regs[top + 1] = UNDEFINED
    h.regs[top + 2] = h.regs[fp + (b & 255)]
    h.regs[top + 3] = h.regs[fp + (b >> 8)]
    h.regs[top + 4] = h.regs[fp + (c & 255)]
    h.regs[top + 5] = h.regs[fp + (c >> 8)]
    info = frame_info(h, M_TARGET, 4, fp + a)
    return push_frame(h, pc, fp, top, 4, info, 0, h.aux[function & ID] * TEMPLATE)
