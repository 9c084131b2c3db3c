"""Calling the prelude from the middle of an instruction: the operands go above the window, the result to its target."""
from __future__ import annotations

from tsrun.heap.arena import kernel
from tsrun.heap.errors import throw_plain
from tsrun.heap.layout import E_STACK_OVERFLOW, ID, S_REGS_LIMIT, UNDEFINED
from tsrun.vm.calls import call_window, push_frame
from tsrun.vm.frames import M_TARGET, TEMPLATE, frame_info, window_top
from tsrun.vm.tables import op

MARGIN = 16


@kernel
def call_root(h, pc, fp, root, x, y, z, mode, target, extra):
    """Call a function of the prelude (a place in `roots`) with three arguments; the result goes by mode."""
    top = window_top(h, fp)
    if top + MARGIN > h.state[S_REGS_LIMIT]:
        return throw_plain(h, E_STACK_OVERFLOW)
    function = h.roots[root]
    h.regs[top] = function
    h.regs[top + 1] = UNDEFINED
    h.regs[top + 2] = x
    h.regs[top + 3] = y
    h.regs[top + 4] = z
    return push_frame(h, pc, fp, top, 3, frame_info(h, mode, 3, target), extra, h.aux[function & ID] * TEMPLATE)


@kernel
def call_root_four(h, pc, fp, root, w, x, y, z, mode, target):
    """As call_root, with four arguments."""
    top = window_top(h, fp)
    if top + MARGIN > h.state[S_REGS_LIMIT]:
        return throw_plain(h, E_STACK_OVERFLOW)
    function = h.roots[root]
    h.regs[top] = function
    h.regs[top + 1] = UNDEFINED
    h.regs[top + 2] = w
    h.regs[top + 3] = x
    h.regs[top + 4] = y
    h.regs[top + 5] = z
    return push_frame(h, pc, fp, top, 4, frame_info(h, mode, 4, target), 0, h.aux[function & ID] * TEMPLATE)


@kernel
def root_to(h, pc, fp, root, x, y, dst):
    """r[dst] = root(x, y)."""
    return call_root(h, pc, fp, root, x, y, UNDEFINED, M_TARGET, fp + dst, 0)


@kernel
def call_function(h, pc, fp, function, this, argument, argc, mode, target, extra):
    """Call any function with at most one argument (getters, setters, next); the result goes by mode."""
    top = window_top(h, fp)
    if top + MARGIN > h.state[S_REGS_LIMIT]:
        return throw_plain(h, E_STACK_OVERFLOW)
    h.regs[top] = function
    h.regs[top + 1] = this
    h.regs[top + 2] = argument
    return call_window(h, pc, fp, top, argc, mode, target, extra, 0)


@op("base", "count", "kind")
def call_prelude(h, pc, fp, a, b, c):
    """r[a] = the prelude's function at place c of the roots (r[a+2] ...) with b arguments."""
    function = h.roots[c]
    h.regs[fp + a] = function
    h.regs[fp + a + 1] = UNDEFINED
    # Not the mode of calls by scripts, so that stacks don't show it.
    info = frame_info(h, M_TARGET, b, fp + a)
    return push_frame(h, pc, fp, fp + a, b, info, UNDEFINED, h.aux[function & ID] * TEMPLATE)
