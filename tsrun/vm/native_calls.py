"""Natives that the prelude calls by name, and those of them that call or construct what they are given."""
from __future__ import annotations

from tsrun.heap.arena import kernel
from tsrun.heap.counters import P_ARMED
from tsrun.heap.errors import throw_plain
from tsrun.heap.layout import (
    CELL, E_STACK_OVERFLOW, ID, S_HOST_ARGC, S_REGS_LIMIT, UNDEFINED, X_ROOT,
)
from tsrun.heap.machine import bits_float, trunc_sat
from tsrun.vm.calls import X_CALL_ARGUMENT, X_CALL_THIS, call_window, push_frame, spread_arguments, step_generator
from tsrun.vm.construct import construct_above
from tsrun.vm.coroutines import resume_coroutine
from tsrun.vm.frames import M_DISCARD, M_STEP, M_SUPER, M_TARGET, TEMPLATE, frame_info, window_top
from tsrun.vm.sample import native_tick
from tsrun.vm.tables import call_native, native as declare_native, op


@op("base", "count", "native")
def native(h, pc, fp, a, b, c):
    """Prelude: r[a] = native c (r[a+2] ...) with b arguments."""
    base = fp + a
    code = call_native(h, c, base, b)
    if h.profile[P_ARMED]:
        native_tick(h, pc, c)
    if code == 0:
        return pc
    if code <= X_ROOT:
        function = h.roots[X_ROOT - code]
        h.regs[base] = function
        h.regs[base + 1] = UNDEFINED
        return push_frame(h, pc, fp, base, b, b << 8, UNDEFINED, h.aux[function & ID] * TEMPLATE)
    if code == X_CALL_ARGUMENT:
        return call_window(h, pc, fp, base + 2, b - 2, M_TARGET, base, UNDEFINED, 0)
    if code == X_CONSTRUCT_ARGUMENT:
        return construct_list(h, pc, fp, base)
    if code == X_RESUME_ASYNC:
        how = trunc_sat(bits_float(h.regs[base + 3]))
        coroutine = CELL | h.link[h.regs[base + 2] & ID]
        return resume_coroutine(h, pc, fp, window_top(h, fp), coroutine, h.regs[base + 4], how, M_DISCARD)
    if code == X_STEP:
        return step_generator(h, pc, fp, h.link[h.regs[base + 2] & ID], M_STEP, base, 0)
    if code == X_CONSTRUCT_THIS:
        return construct_with(h, pc, fp, base)
    if code == X_APPLY_ARGUMENT:
        top = spread_arguments(h, fp, base + 2, 1)
        if top < 0:
            return top
        return call_window(h, pc, fp, top, h.state[S_HOST_ARGC], M_TARGET, base, UNDEFINED, 0)
    return code


X_CONSTRUCT_ARGUMENT, X_APPLY_ARGUMENT = -22, -23
X_STEP, X_CONSTRUCT_THIS = -27, -31
"""$fastStep of a generator."""
X_RESUME_ASYNC = -28
"""$resumeGenerator."""


@declare_native("Function.prototype.call", 1)
def function_call(h, fp, argc):
    """Function.prototype.call: carried out where it is called."""
    return X_CALL_THIS


@declare_native("$call", 2)
def call_argument(h, fp, argc):
    """$call(f, this, ...arguments)."""
    return X_CALL_ARGUMENT


@declare_native("$callList", 3)
def call_list(h, fp, argc):
    """$callList(f, this, array): the array is an internal dense one."""
    return X_APPLY_ARGUMENT


@declare_native("$construct", 3)
def construct_argument(h, fp, argc):
    """$construct(f, newTarget, array): the array is an internal dense one."""
    return X_CONSTRUCT_ARGUMENT


@kernel
def construct_list(h, pc, fp, base):
    """$construct(f, newTarget, array): lies at base + 2."""
    callee = h.regs[base + 2]
    new_target = h.regs[base + 3]
    array = h.regs[base + 4] & ID
    count = h.length[array]
    top = window_top(h, fp)
    if top + count + 2 > h.state[S_REGS_LIMIT]:
        return throw_plain(h, E_STACK_OVERFLOW)
    h.regs[top] = callee
    for i in range(count):
        h.regs[top + 2 + i] = h.slots[h.elems[array] + i]
    return construct_above(h, pc, fp, top, count, new_target, base)


@declare_native("$constructThis", 4)
def construct_this(h, fp, argc):
    """$constructThis(f, newTarget, array, this): a base constructor of bytecode with its `this`."""
    return X_CONSTRUCT_THIS


@kernel
def construct_with(h, pc, fp, base):
    """$constructThis: its arguments lie at base + 2."""
    array = h.regs[base + 4] & ID
    count = h.length[array]
    top = window_top(h, fp)
    if top + count + 2 > h.state[S_REGS_LIMIT]:
        return throw_plain(h, E_STACK_OVERFLOW)
    h.regs[top] = h.regs[base + 2]
    h.regs[top + 1] = h.regs[base + 5]
    for i in range(count):
        h.regs[top + 2 + i] = h.slots[h.elems[array] + i]
    template = h.aux[h.regs[base + 2] & ID] * TEMPLATE
    return push_frame(h, pc, fp, top, count, frame_info(h, M_SUPER, count, base), h.regs[base + 3], template)
