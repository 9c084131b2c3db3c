"""Calls: entering a function, natives, host functions, returns. Nothing here recurses natively."""
from __future__ import annotations

from tsrun.heap.allocate import reserve
from tsrun.heap.arena import kernel
from tsrun.heap.counters import P_ARMED
from tsrun.heap.errors import throw_kind, throw_plain, throw_value
from tsrun.heap.layout import (
    DONE, E_CLASS_CALL, E_DERIVED_RETURN, E_GENERATOR_RUNNING, E_NOT_FUNCTION, E_STACK_OVERFLOW, E_SUPER_TWICE,
    E_THIS_UNBOUND, F_BOUND, F_CALLABLE, F_CLASS, F_HOST, F_NATIVE, ID, KIND, K_ARRAY, K_FUNCTION, K_PROXY, OBJECT,
    R_PROXY_CALL, SYM_BOUND, S_CALL_EXTRA, S_CALL_MODE, S_CALL_TARGET, S_DEPTH, S_DEPTH_LIMIT, S_FP, S_FUEL,
    S_HALT_VALUE, S_HOST_ARGC, S_HOST_FP, S_HOST_FUNCTION, S_NEW_TARGET, S_REGS_LIMIT, TRUE, T_OBJECT, T_STRING,
    UNDEFINED, UNINIT, X_COLLECT, X_FUEL, X_HALT, X_HOST, X_OVERFLOW, X_SLOW,
)
from tsrun.heap.objects import own_place, place_value
from tsrun.heap.promises import new_promise, promise_room
from tsrun.heap.strings import flatten
from tsrun.heap.values import boxed_bool, truthy
from tsrun.vm.coroutines import (
    RESUME_NEXT, RESUME_RETURN, RESUME_THROW, can_resume, end_coroutine, is_done, is_unbegun, land, push_coroutine,
    result_object, resume_next,
)
from tsrun.vm.frames import (
    FRAME, M_BRANCH_IF, M_BRANCH_UNLESS, M_CALL, M_CONSTRUCT, M_DISCARD, M_ITER_NEXT, M_ITER_OPEN, M_ITER_STEP, M_NOT,
    M_STEP, M_SUPER, M_TARGET, TEMPLATE, T_CODE, T_HINT, T_PARAMS, T_REGS, frame_info, template_at, window_top,
)
from tsrun.vm.requests import EXECUTING, add_request, queue_of, set_queue_state
from tsrun.vm.sample import native_tick
from tsrun.vm.tables import call_native, op

SIMPLE = KIND | F_NATIVE | F_HOST | F_BOUND | F_CLASS
"""Bits of meta that are K_FUNCTION alone for a function of bytecode that can be called."""


@kernel(inline=True)
def push_frame(h, pc, fp, base, argc, info, extra, template):
    """Enter a bytecode function whose window begins at `base`; its first pc, or an exit code."""
    entry = push_full_frame(h, pc, fp, base, info, extra, template)
    if entry >= 0:
        for i in range(argc, h.template_word[template + T_PARAMS]):
            h.regs[base + 2 + i] = UNDEFINED
    return entry


@kernel(inline=True)
def push_full_frame(h, pc, fp, base, info, extra, template):
    """The same where no argument is missing."""
    depth = h.state[S_DEPTH]
    if base + h.template_word[template + T_REGS] > h.state[S_REGS_LIMIT] or depth >= h.state[S_DEPTH_LIMIT]:
        return X_OVERFLOW
    fuel = h.state[S_FUEL] - 1
    if fuel < 0:
        return X_FUEL
    h.state[S_FUEL] = fuel
    h.frames[depth] = pc
    h.frames[depth + 1] = fp
    h.frames[depth + 2] = info
    h.frames[depth + 3] = extra
    h.state[S_DEPTH] = depth + FRAME
    h.state[S_FP] = base
    return h.template_word[template + T_CODE]


@op("base", "count", "name")
def call(h, pc, fp, a, b, c):
    """r[a] = r[a](r[a+2] ...) with b arguments and `this` undefined."""
    base = fp + a
    callee = h.regs[base]
    h.regs[base + 1] = UNDEFINED
    if callee >> 48 == T_OBJECT and h.meta[callee & ID] & SIMPLE == K_FUNCTION:
        template = h.aux[callee & ID] * TEMPLATE
        if h.template_word[template + T_PARAMS] <= b:
            return push_full_frame(h, pc, fp, base, b << 8, UNDEFINED, template)
    return call_other(h, pc, fp, base, b, c)


@op("base", "count", "name")
def call_method(h, pc, fp, a, b, c):
    """r[a] = r[a].call(r[a+1], r[a+2] ...) with b arguments."""
    base = fp + a
    callee = h.regs[base]
    if callee >> 48 == T_OBJECT and h.meta[callee & ID] & SIMPLE == K_FUNCTION:
        template = h.aux[callee & ID] * TEMPLATE
        if h.template_word[template + T_PARAMS] <= b:
            return push_full_frame(h, pc, fp, base, b << 8, UNDEFINED, template)
    return call_other(h, pc, fp, base, b, c)


@kernel(cold=True)
def call_other(h, pc, fp, base, argc, name):
    """An ordinary call of what is not a function of bytecode, or with too few arguments."""
    return call_window(h, pc, fp, base, argc, M_CALL, base, UNDEFINED, name)


@kernel
def call_window(h, pc, fp, base, argc, mode, target, extra, name):
    """Call whatever r[base] is: callee, this, arguments lie at `base` (absolute); the result goes by mode.

    `name` is the constant with the callee's source text, 0 if there is none.
    """
    at = base
    while True:
        callee = h.regs[at]
        if callee >> 48 != T_OBJECT:
            return throw_kind(h, E_NOT_FUNCTION, h.consts[name], callee)
        cell = callee & ID
        meta = h.meta[cell]
        if meta & KIND != K_FUNCTION:
            if meta & (KIND | F_CALLABLE) == K_PROXY | F_CALLABLE:
                return call_proxy(h, pc, fp, at, argc, mode, target, extra)
            return throw_kind(h, E_NOT_FUNCTION, h.consts[name], callee)
        if meta & (F_NATIVE | F_HOST | F_BOUND) == 0:
            if meta & F_CLASS:
                return throw_kind(h, E_CLASS_CALL, callee, UNDEFINED)
            if mode == M_CALL and at != target:
                mode = M_TARGET
            return push_frame(h, pc, fp, at, argc, frame_info(h, mode, argc, target), extra, h.aux[cell] * TEMPLATE)
        if meta & F_HOST:
            return exit_to_host(h, at, argc, mode, target, extra, h.aux[cell])
        if meta & F_BOUND:
            at = spread_bound(h, fp, at, argc, cell, 0)
            if at < 0:
                return at
            argc = h.state[S_HOST_ARGC]
            continue
        h.state[S_NEW_TARGET] = UNDEFINED
        code = call_native(h, h.aux[cell], at, argc)
        if h.profile[P_ARMED]:
            native_tick(h, pc, h.aux[cell])
        if code == 0:
            return deliver(h, pc, mode, target, extra, h.regs[at])
        if code == X_ASYNC_NEXT:
            if mode == M_CALL or mode == M_TARGET or mode == M_DISCARD:
                return send_async(h, pc, fp, at, argc, mode, target)
            code = X_SLOW
        if code == X_SLOW:
            slow = h.link[cell]
            if slow == 0:
                return throw_kind(h, E_NOT_FUNCTION, h.consts[name], callee)
            # The prelude's version takes the same window; above it, so that the instruction can run again.
            top = window_top(h, fp)
            if top < at:
                top = at
            if top + argc + 3 > h.state[S_REGS_LIMIT]:
                return throw_plain(h, E_STACK_OVERFLOW)
            above = top + (argc + 2 if top < at + argc + 2 else 0)
            for i in range(argc + 1):
                h.regs[above + 1 + i] = h.regs[at + 1 + i]
            h.regs[above] = OBJECT | slow
            at = above
            continue
        if code == X_CALL_THIS:
            # Function.prototype.call: its own window, one register further, is the call wanted.
            if argc == 0:
                h.regs[at + 2] = UNDEFINED
                argc = 1
            at += 1
            argc -= 1
            continue
        if code == X_CALL_ARGUMENT:
            # $call(f, this, ...): two registers further.
            at += 2
            argc -= 2
            continue
        if X_RESUME_RETURN <= code <= X_RESUME_NEXT:
            return send(h, pc, fp, at, argc, mode, target, extra, X_RESUME_NEXT - code)
        return code


X_CALL_THIS, X_CALL_ARGUMENT = -20, -21
X_RESUME_NEXT, X_RESUME_THROW, X_RESUME_RETURN = -24, -25, -26
"""Generator.prototype.next, throw and return: carried out where they are called."""
X_ASYNC_NEXT = -29
"""AsyncGenerator.prototype.next of one that waits for it."""


@kernel
def send_async(h, pc, fp, at, argc, mode, target):
    """`next` of an async generator without requests, `this` of the window at `at`: its frame is laid out behind the
    arguments, the promise is delivered at once.
    """
    if promise_room(h, 1) == 0:
        return X_COLLECT
    cell = h.link[h.regs[at + 1] & ID]
    value = h.regs[at + 2] if argc > 0 else UNDEFINED
    code = resume_next(h, pc, fp, at + 3, cell, value, M_DISCARD, 0, 0)
    if code < 0:
        return code
    promise = new_promise(h, 0)
    queue = queue_of(h, cell)
    add_request(h, queue, RESUME_NEXT, value, promise)
    set_queue_state(h, queue, EXECUTING)
    if mode != M_DISCARD:
        h.regs[target] = promise
    return code


@kernel
def send(h, pc, fp, at, argc, mode, target, extra, kind):
    """Send a generator, `this` of the window at `at`, the argument there; the result goes by mode (section 27.5.3)."""
    cell = h.link[h.regs[at + 1] & ID]
    value = h.regs[at + 2] if argc > 0 else UNDEFINED
    if mode == M_CALL and at != target:
        mode = M_TARGET
    if kind == RESUME_NEXT and can_resume(h, cell):
        return resume_next(h, pc, fp, at, cell, value, mode, target, extra)
    if can_resume(h, cell) and is_unbegun(h, cell) == 0:
        begin = push_coroutine(h, pc, fp, at, cell, mode, target, extra)
        return begin if begin < 0 else land(h, at, cell, begin, value, kind)
    if can_resume(h, cell) == 0 and is_done(h, cell) == 0:
        return throw_plain(h, E_GENERATOR_RUNNING)
    if kind == RESUME_THROW:
        end_coroutine(h, cell)
        return throw_value(h, value)
    if reserve(h, 1, 3) == 0:
        return X_COLLECT
    end_coroutine(h, cell)
    return deliver(h, pc, mode, target, extra, result_object(h, value if kind == RESUME_RETURN else UNDEFINED, TRUE))


@kernel
def call_proxy(h, pc, fp, at, argc, mode, target, extra):
    """[[Call]] of the proxy r[at]: the prelude's function has it, `this` and the arguments as arguments."""
    above = window_top(h, fp)
    if above < at + argc + 2:
        above = at + argc + 2
    if above + argc + 4 > h.state[S_REGS_LIMIT]:
        return throw_plain(h, E_STACK_OVERFLOW)
    function = h.roots[R_PROXY_CALL]
    h.regs[above] = function
    h.regs[above + 1] = UNDEFINED
    for i in range(argc + 2):
        h.regs[above + 2 + i] = h.regs[at + i]
    info = frame_info(h, M_TARGET if mode == M_CALL else mode, argc + 2, target)
    return push_frame(h, pc, fp, above, argc + 2, info, extra, h.aux[function & ID] * TEMPLATE)


@kernel
def construct_by(h, pc, fp, root, callee, at, argc, new_target, base):
    """[[Construct]] by a function of the prelude: (constructor, new.target, ...the arguments at `at`); into r[base]."""
    above = window_top(h, fp)
    if above < at + argc + 2:
        above = at + argc + 2
    if above + argc + 4 > h.state[S_REGS_LIMIT]:
        return throw_plain(h, E_STACK_OVERFLOW)
    function = h.roots[root]
    h.regs[above] = function
    h.regs[above + 1] = UNDEFINED
    h.regs[above + 2] = callee
    h.regs[above + 3] = new_target
    for i in range(argc):
        h.regs[above + 4 + i] = h.regs[at + 2 + i]
    info = frame_info(h, M_TARGET, argc + 2, base)
    return push_frame(h, pc, fp, above, argc + 2, info, UNDEFINED, h.aux[function & ID] * TEMPLATE)


@kernel
def exit_to_host(h, at, argc, mode, target, extra, function):
    """Leave the kernel for a Python function; `resume` delivers its result. Python finds flat strings only."""
    for i in range(argc):
        value = h.regs[at + 2 + i]
        if value >> 48 == T_STRING and flatten(h, value & ID) == 0:
            return X_COLLECT
    h.state[S_HOST_FUNCTION] = function
    h.state[S_HOST_FP] = at
    h.state[S_HOST_ARGC] = argc
    h.state[S_CALL_MODE] = mode
    h.state[S_CALL_TARGET] = target
    h.state[S_CALL_EXTRA] = extra
    return X_HOST


@kernel
def step_generator(h, pc, fp, cell, mode, target, extra):
    """One step of a generator, without a result object: it goes on above the window; the next pc or an exit code."""
    if can_resume(h, cell):
        return resume_next(h, pc, fp, window_top(h, fp), cell, UNDEFINED, mode, target, extra)
    if is_done(h, cell):
        return deliver(h, pc, mode, target, extra, DONE)
    return throw_plain(h, E_GENERATOR_RUNNING)


@kernel
def spread_bound(h, fp, at, argc, cell, construct):
    """Lay out the call that a bound function stands for, above the window. Its base, or an exit code.

    The new argument count is left in state HOST_ARGC.
    """
    parts = place_value(h, cell, own_place(h, cell, SYM_BOUND)) & ID
    extra = h.length[parts] - 2
    payload = h.elems[parts]
    above = window_top(h, fp)
    if above < at + argc + 2:
        above = at + argc + 2
    if above + argc + extra + 2 > h.state[S_REGS_LIMIT]:
        return throw_plain(h, E_STACK_OVERFLOW)
    h.regs[above] = h.slots[payload]
    h.regs[above + 1] = h.slots[payload + 1]
    for i in range(extra):
        h.regs[above + 2 + i] = h.slots[payload + 2 + i]
    for i in range(argc):
        h.regs[above + 2 + extra + i] = h.regs[at + 2 + i]
    h.state[S_HOST_ARGC] = argc + extra
    return above


@kernel
def deliver(h, pc, mode, target, extra, value):
    """Put a result where the mode says; the next pc. (CONSTRUCT and HALT have been dealt with by the caller.)"""
    if mode == M_TARGET or mode == M_CALL or mode == M_CONSTRUCT or mode == M_SUPER or mode == M_STEP:
        h.regs[target] = value
        return pc
    if mode == M_DISCARD:
        return pc
    if mode == M_BRANCH_IF:
        return extra if truthy(h, value) else pc
    if mode == M_BRANCH_UNLESS:
        return pc if truthy(h, value) else extra
    if mode == M_NOT:
        h.regs[target] = boxed_bool(h, 1 - truthy(h, value))
        return pc
    if mode == M_ITER_OPEN:
        payload = h.elems[value & ID]
        h.regs[target] = h.slots[payload]
        h.regs[target + 1] = h.slots[payload + 1]
        return pc
    if mode == M_ITER_NEXT:
        if value == DONE:
            return extra >> 32
        h.regs[target] = h.regs[target + 2]
        h.regs[extra & 0xFFFFFFFF] = value
        return pc
    if mode == M_ITER_STEP:
        if value == DONE:
            h.regs[extra] = UNDEFINED
            return pc
        h.regs[target] = h.regs[target + 2]
        h.regs[extra] = value
        return pc
    h.state[S_HALT_VALUE] = value
    return X_HALT


@kernel
def return_value(h, fp, value):
    """Leave the current function with a value, whatever its mode; the next pc or X_HALT."""
    depth = h.state[S_DEPTH] - FRAME
    info = h.frames[depth + 2]
    mode = info & 0xFF
    if mode == M_CONSTRUCT or mode == M_SUPER:
        if value >> 48 != T_OBJECT:
            value = h.regs[fp + 1]
        if value >> 48 == T_OBJECT:
            template = template_at(h, fp)
            count = h.shape_count[h.shape[value & ID]]
            if count > h.template_word[template + T_HINT] and count < 64:
                h.template_word[template + T_HINT] = count
    h.state[S_DEPTH] = depth
    h.state[S_FP] = h.frames[depth + 1]
    return deliver(h, h.frames[depth], mode, info >> 32, h.frames[depth + 3], value)


@kernel(inline=True)
def leave(h, fp, value):
    """Return from a function: the common mode first.

    `ret` and `ret_undefined` have it written out: for the usual way to need no stack frame, the slow one must be called
    by the handler's own `return` (vm/build/threaded).
    """
    depth = h.state[S_DEPTH] - FRAME
    if h.frames[depth + 2] & 0xFF == M_CALL:
        h.regs[fp] = value
        h.state[S_DEPTH] = depth
        h.state[S_FP] = h.frames[depth + 1]
        return h.frames[depth]
    return return_value(h, fp, value)


@op("src")
def ret(h, pc, fp, a, b, c):
    """Return r[a]."""
    value = h.regs[fp + a]
    depth = h.state[S_DEPTH] - FRAME
    if h.frames[depth + 2] & 0xFF == M_CALL:
        h.regs[fp] = value
        h.state[S_DEPTH] = depth
        h.state[S_FP] = h.frames[depth + 1]
        return h.frames[depth]
    return return_value(h, fp, value)


@op()
def ret_undefined(h, pc, fp, a, b, c):
    """Return undefined."""
    depth = h.state[S_DEPTH] - FRAME
    if h.frames[depth + 2] & 0xFF == M_CALL:
        h.regs[fp] = UNDEFINED
        h.state[S_DEPTH] = depth
        h.state[S_FP] = h.frames[depth + 1]
        return h.frames[depth]
    return return_value(h, fp, UNDEFINED)


@op("src", "src")
def ret_derived(h, pc, fp, a, b, c):
    """Return from a derived constructor: r[a] if it is an object, else `this` in r[b] (section 10.2.2)."""
    value = h.regs[fp + a]
    if value >> 48 != T_OBJECT:
        if value != UNDEFINED:
            return throw_plain(h, E_DERIVED_RETURN)
        value = h.regs[fp + b]
        if value == UNINIT:
            return throw_plain(h, E_THIS_UNBOUND)
    return leave(h, fp, value)


@kernel
def spread_arguments(h, fp, base, from_this):
    """Lay out callee, this and the elements of the array in r[base+2] above the window; the base, or an exit code.

    The array is an internal one: dense, without holes. The argument count is left in state HOST_ARGC.
    """
    array = h.regs[base + 2] & ID
    count = h.length[array] if h.meta[array] & KIND == K_ARRAY else 0
    top = window_top(h, fp)
    if top + count + 2 > h.state[S_REGS_LIMIT]:
        return throw_plain(h, E_STACK_OVERFLOW)
    h.regs[top] = h.regs[base]
    h.regs[top + 1] = h.regs[base + 1] if from_this else UNDEFINED
    payload = h.elems[array]
    for i in range(count):
        h.regs[top + 2 + i] = h.slots[payload + i]
    h.state[S_HOST_ARGC] = count
    return top


@op("base", "", "name")
def call_spread(h, pc, fp, a, b, c):
    """r[a] = r[a].apply(r[a+1], the array r[a+2])."""
    top = spread_arguments(h, fp, fp + a, 1)
    if top < 0:
        return top
    return call_window(h, pc, fp, top, h.state[S_HOST_ARGC], M_TARGET, fp + a, UNDEFINED, c)


@op("dst")
def new_target(h, pc, fp, a, b, c):
    """r[a] = new.target."""
    depth = h.state[S_DEPTH] - FRAME
    mode = h.frames[depth + 2] & 0xFF
    h.regs[fp + a] = h.frames[depth + 3] if mode == M_CONSTRUCT or mode == M_SUPER else UNDEFINED
    return pc


@op("src")
def check_this(h, pc, fp, a, b, c):
    """Throw if `this` in r[a] is not bound yet."""
    return throw_plain(h, E_THIS_UNBOUND) if h.regs[fp + a] == UNINIT else pc


@op("src")
def check_super_unbound(h, pc, fp, a, b, c):
    """Throw if `this` in r[a] is bound already."""
    return pc if h.regs[fp + a] == UNINIT else throw_plain(h, E_SUPER_TWICE)

