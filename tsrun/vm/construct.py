"""Construction: `new`, `super(...)`, and the object that a constructor gets."""
from __future__ import annotations

from tsrun.heap.allocate import new_object, reserve
from tsrun.heap.arena import kernel
from tsrun.heap.counters import P_ARMED
from tsrun.heap.errors import throw_kind, throw_plain
from tsrun.heap.layout import (
    A_ACCESSOR, E_NOT_CONSTRUCTOR, E_NOT_SUPER, E_STACK_OVERFLOW, F_BOUND, F_CONSTRUCTOR, F_LAZY,
    F_NATIVE, ID, KIND, K_PROXY, NULL, N_PROTOTYPE, OBJECT, P_OBJECT, R_CONSTRUCT_THIS, R_PROXY_CONSTRUCT, S_DEPTH,
    S_HOST_ARGC, S_NEW_TARGET, S_REGS_LIMIT, TF_DERIVED, TF_FORWARD, TF_INTERNAL, T_OBJECT, UNDEFINED, UNINIT,
    X_COLLECT, X_SLOW,
)
from tsrun.heap.objects import own_place, place_value, prototype_of
from tsrun.heap.shapes import root_shape_of
from tsrun.heap.values import is_callable
from tsrun.vm.calls import construct_by, push_frame, spread_arguments, spread_bound
from tsrun.vm.frames import FRAME, M_CONSTRUCT, M_SUPER, TEMPLATE, T_FLAGS, T_HINT, current_argc, frame_info, window_top
from tsrun.vm.functions import materialize
from tsrun.vm.sample import native_tick
from tsrun.vm.tables import call_native, op


@kernel
def construct_window(h, pc, fp, base, argc, new_target, mode, name):
    """[[Construct]] of r[base] with arguments at base + 2; the result goes to r[base]."""
    at = base
    callee = h.regs[at]
    while True:
        cell = callee & ID
        if callee >> 48 != T_OBJECT or h.meta[cell] & F_CONSTRUCTOR == 0 or is_callable(h, callee) == 0:
            return throw_kind(h, E_NOT_CONSTRUCTOR, h.consts[name], callee)
        meta = h.meta[cell]
        if meta & KIND == K_PROXY:
            return construct_by(h, pc, fp, R_PROXY_CONSTRUCT, callee, at, argc, new_target, base)
        if meta & F_BOUND:
            above = spread_bound(h, fp, at, argc, cell, 1)
            if above < 0:
                return above
            argc = h.state[S_HOST_ARGC]
            if new_target == callee:
                new_target = h.regs[above]
            at = above
            callee = h.regs[at]
            continue
        if meta & F_NATIVE:
            h.state[S_NEW_TARGET] = new_target
            code = call_native(h, h.aux[cell], at, argc)
            if h.profile[P_ARMED]:
                native_tick(h, pc, h.aux[cell])
            if code == 0:
                h.regs[base] = h.regs[at]
                return pc
            return code
        template = h.aux[cell] * TEMPLATE
        flags = h.template_word[template + T_FLAGS]
        if flags & TF_FORWARD:
            parent = super_constructor(h, callee)
            if parent < 0:
                return parent
            callee = parent
            continue
        this = UNINIT
        if flags & TF_INTERNAL:
            this = UNDEFINED
        elif flags & TF_DERIVED == 0:
            this = new_this(h, new_target & ID, h.template_word[template + T_HINT])
            if this == X_SLOW:
                return construct_by(h, pc, fp, R_CONSTRUCT_THIS, callee, at, argc, new_target, base)
            if this < 0:
                return this
        h.regs[at + 1] = this
        entered = push_frame(h, pc, fp, at, argc, frame_info(h, mode, argc, base), new_target, template)
        if entered >= 0:
            h.regs[at] = callee
        return entered


@kernel
def super_constructor(h, function):
    """What super() in a function constructs, or an exit code."""
    parent = prototype_of(h, function & ID)
    if parent == 0 or h.meta[parent] & F_CONSTRUCTOR == 0:
        return throw_kind(h, E_NOT_SUPER, OBJECT | parent if parent else NULL, function)
    return OBJECT | parent


@kernel
def new_this(h, new_target, hint):
    """The object that a base constructor begins with: prototype from new.target. Boxed, X_COLLECT, or X_SLOW if user
    code may have to run for it (new.target is a proxy, or bound and so without a property of its own).
    """
    if h.meta[new_target] & F_LAZY and materialize(h, new_target) == 0:
        return X_COLLECT
    if reserve(h, 1, hint + 1) == 0:
        return X_COLLECT
    place = own_place(h, new_target, N_PROTOTYPE)
    if place < 0 or place & A_ACCESSOR:
        return X_SLOW
    value = place_value(h, new_target, place)
    proto = value & ID if value >> 48 == T_OBJECT else P_OBJECT
    shape = h.root_shape[proto]
    if shape == 0:
        shape = root_shape_of(h, proto)
    return OBJECT | new_object(h, shape, hint)


@op("base", "count", "name")
def new(h, pc, fp, a, b, c):
    """r[a] = new r[a](r[a+2] ...) with b arguments."""
    return construct_window(h, pc, fp, fp + a, b, h.regs[fp + a], M_CONSTRUCT, c)


@op("base", "count")
def super_call(h, pc, fp, a, b, c):
    """super(...): r[a] is the active function, r[a+1] new.target, b arguments follow; r[a] becomes the new object."""
    base = fp + a
    parent = super_constructor(h, h.regs[base])
    top = window_top(h, fp)
    if top + b + 2 > h.state[S_REGS_LIMIT]:
        return throw_plain(h, E_STACK_OVERFLOW)
    if parent < 0:
        return parent
    h.regs[top] = parent
    for i in range(b):
        h.regs[top + 2 + i] = h.regs[base + 2 + i]
    return construct_above(h, pc, fp, top, b, h.regs[base + 1], base)


@op("dst")
def super_forward(h, pc, fp, a, b, c):
    """super(...arguments) of a constructor that has touched none of them; r[a] the new object."""
    parent = super_constructor(h, h.regs[fp])
    if parent < 0:
        return parent
    argc = current_argc(h)
    top = window_top(h, fp)
    if top + argc + 2 > h.state[S_REGS_LIMIT]:
        return throw_plain(h, E_STACK_OVERFLOW)
    h.regs[top] = parent
    for i in range(argc):
        h.regs[top + 2 + i] = h.regs[fp + 2 + i]
    return construct_above(h, pc, fp, top, argc, h.frames[h.state[S_DEPTH] - FRAME + 3], fp + a)


@kernel
def construct_above(h, pc, fp, top, argc, new_target, target):
    """Construct with the window at `top` (above the current one), the result going to register `target`."""
    code = construct_window(h, pc, fp, top, argc, new_target, M_SUPER, 0)
    if code == pc:
        h.regs[target] = h.regs[top]
    elif code >= 0:
        depth = h.state[S_DEPTH] - FRAME
        h.frames[depth + 2] = h.frames[depth + 2] & 0xFFFFFFFF | target << 32
    return code


@op("base", "", "name")
def new_spread(h, pc, fp, a, b, c):
    """r[a] = new r[a](...the array r[a+2])."""
    callee = h.regs[fp + a]
    if is_callable(h, callee) == 0 or h.meta[callee & ID] & F_CONSTRUCTOR == 0:
        return throw_kind(h, E_NOT_CONSTRUCTOR, h.consts[c], callee)
    top = spread_arguments(h, fp, fp + a, 0)
    if top < 0:
        return top
    return construct_above(h, pc, fp, top, h.state[S_HOST_ARGC], callee, fp + a)


@op("base")
def super_spread(h, pc, fp, a, b, c):
    """super(...array): r[a] is the active function, r[a+1] new.target, r[a+2] the array; r[a] the new object."""
    parent = super_constructor(h, h.regs[fp + a])
    if parent < 0:
        return parent
    top = spread_arguments(h, fp, fp + a, 0)
    if top < 0:
        return top
    h.regs[top] = parent
    return construct_above(h, pc, fp, top, h.state[S_HOST_ARGC], h.regs[fp + a + 1], fp + a)
