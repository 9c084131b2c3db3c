"""Generators: beginning, yielding, ending, delegating.

What a generator yields goes where its frame's mode says. The modes of for-of, of destructuring and of the prelude's
own loops take the bare value, and DONE at the end (see vm/iterate); for any other a result object is made. Then `next`
was called by a script.
"""
from __future__ import annotations

from tsrun.heap.allocate import new_kind, reserve
from tsrun.heap.arena import constant, kernel
from tsrun.heap.errors import throw_kind, throw_plain
from tsrun.heap.layout import (
    A_ACCESSOR, CO_START, CO_SUSPENDED, DONE, E_ITERATOR_RESULT, E_STACK_OVERFLOW, F_ASYNC, F_LAZY, F_NATIVE, FALSE,
    HOLE, ID, K_FUNCTION, K_GENERATOR, KIND, N_NEXT, N_PROTOTYPE, OBJECT, P_ASYNC_GENERATOR, P_GENERATOR, P_ITERATOR,
    R_ITERATOR_RESULT, S_DEPTH, S_FP, S_FUEL, S_GENERATOR_NEXT, S_ITERATOR_SELF, S_REGS_LIMIT, SYM_ITERATOR, T_OBJECT,
    TF_ASYNC, TRUE, UNDEFINED, UNINIT, X_COLLECT, X_FUEL, X_SLOW,
)
from tsrun.heap.objects import own_place, place_value, prototype_of
from tsrun.heap.shapes import root_shape_of
from tsrun.vm.calls import X_RESUME_NEXT, X_RESUME_RETURN, X_RESUME_THROW, deliver, leave
from tsrun.vm.coroutines import (
    C_QUEUE,
    can_resume, coroutine_words, end_coroutine, generator_to_step, new_coroutine, result_object,
    resume_next, save_window,
)
from tsrun.vm.frames import T_FLAGS, TEMPLATE, FRAME, M_DELEGATE, M_ITER_NEXT, M_ITER_STEP, M_STEP, window_top
from tsrun.vm.functions import materialize
from tsrun.vm.requests import QUEUE_WORDS, new_queue
from tsrun.vm.slow import MARGIN, call_root
from tsrun.vm.tables import NATIVES, call_native, native, op

constant("fast_step_native", "int32", lambda: [NATIVES["$fastStep"].number])
ROOM = 4096
"""Registers that a function of the prelude may take."""


@kernel(inline=True)
def is_bare(h, mode):
    """1 for a mode that takes values without a result object."""
    return 1 if mode == M_ITER_NEXT or mode == M_ITER_STEP or mode == M_STEP else 0


@kernel(inline=True)
def current_mode(h):
    """Mode of the current frame."""
    return h.frames[h.state[S_DEPTH] - FRAME + 2] & 0xFF


@kernel
def hand_over(h, mode, value):
    """Pop the frame, of that mode, and deliver a value; the next pc."""
    depth = h.state[S_DEPTH] - FRAME
    h.state[S_DEPTH] = depth
    h.state[S_FP] = h.frames[depth + 1]
    return deliver(h, h.frames[depth], mode, h.frames[depth + 2] >> 32, h.frames[depth + 3], value)


@kernel
def delegated(h, value, further):
    """Pop the frame of a generator that another delegates to: the value goes to that one's register, and it goes on
    behind its `delegate` by the number of instructions that is `further`; -1: at the place kept in the frame.
    """
    depth = h.state[S_DEPTH] - FRAME
    h.state[S_DEPTH] = depth
    h.state[S_FP] = h.frames[depth + 1]
    h.regs[h.frames[depth + 2] >> 32] = value
    return h.frames[depth + 3] if further < 0 else h.frames[depth] + further


@op("count")
def start_generator(h, pc, fp, a, b, c):
    """Return a generator object that goes on here; registers below a are in use (section 27.5.3.1)."""
    function = h.regs[fp] & ID
    if h.meta[function] & F_LAZY and materialize(h, function) == 0:
        return X_COLLECT
    place = own_place(h, function, N_PROTOTYPE)
    is_async = h.template_word[h.aux[function] * TEMPLATE + T_FLAGS] & TF_ASYNC
    proto = P_ASYNC_GENERATOR if is_async else P_GENERATOR
    if place >= 0:
        value = place_value(h, function, place)
        if value >> 48 == T_OBJECT:
            proto = value & ID
    # One cell at a time: runs of several free ones are rare between others that live.
    if reserve(h, 1, 0) == 0:
        return X_COLLECT
    generator = new_kind(h, K_GENERATOR | F_ASYNC if is_async else K_GENERATOR, root_shape_of(h, proto), 0)
    if reserve(h, 1, coroutine_words(h, h.aux[function])) == 0:
        return X_COLLECT
    cell = new_coroutine(h, OBJECT | function, OBJECT | generator)
    h.link[generator] = cell
    if is_async:
        if reserve(h, 1, QUEUE_WORDS) == 0:
            return X_COLLECT
        h.slots[h.offset[cell] + C_QUEUE] = new_queue(h)
    save_window(h, cell, pc, fp, a, CO_START)
    return leave(h, fp, OBJECT | generator)


@op("base", "count", "jump")
def yield_value(h, pc, fp, a, b, c):
    """Suspend, giving r[a]; registers below b are in use. r[a] = what comes back; jump (section 27.5.3.7)."""
    mode = current_mode(h)
    if is_bare(h, mode):
        value = h.regs[fp + a]
        save_window(h, h.regs[fp] & ID, pc, fp, b, CO_SUSPENDED)
        return hand_over(h, mode, value)
    if mode == M_DELEGATE:
        value = h.regs[fp + a]
        save_window(h, h.regs[fp] & ID, pc, fp, b, CO_SUSPENDED)
        return delegated(h, value, 2)
    if reserve(h, 1, 3) == 0:
        return X_COLLECT
    value = result_object(h, h.regs[fp + a], FALSE)
    save_window(h, h.regs[fp] & ID, pc, fp, b, CO_SUSPENDED)
    return hand_over(h, mode, value)


@op("base", "count", "jump")
def yield_result(h, pc, fp, a, b, c):
    """As yield_value with a result object, that of an iterator delegated to, as it is."""
    value = h.regs[fp + a]
    mode = current_mode(h)
    if mode == M_DELEGATE:
        save_window(h, h.regs[fp] & ID, pc, fp, b, CO_SUSPENDED)
        return delegated(h, value, 1)
    if is_bare(h, mode):
        # Who takes bare values has yet to look into the object, with the generator suspended.
        if fp + ROOM > h.state[S_REGS_LIMIT]:
            return throw_plain(h, E_STACK_OVERFLOW)
        if h.state[S_FUEL] < 1:
            return X_FUEL
        save_window(h, h.regs[fp] & ID, pc, fp, b, CO_SUSPENDED)
        depth = h.state[S_DEPTH] - FRAME
        h.state[S_DEPTH] = depth
        caller = h.frames[depth + 1]
        h.state[S_FP] = caller
        return call_root(h, h.frames[depth], caller, R_ITERATOR_RESULT, value, UNDEFINED, UNDEFINED, mode,
                         h.frames[depth + 2] >> 32, h.frames[depth + 3])
    save_window(h, h.regs[fp] & ID, pc, fp, b, CO_SUSPENDED)
    return hand_over(h, mode, value)


@op("src")
def finish_generator(h, pc, fp, a, b, c):
    """End the generator with r[a] as what it returns."""
    mode = current_mode(h)
    value = h.regs[fp + a]
    cell = h.regs[fp] & ID
    if is_bare(h, mode):
        end_coroutine(h, cell)
        return hand_over(h, mode, DONE)
    if mode == M_DELEGATE:
        end_coroutine(h, cell)
        return delegated(h, value, -1)
    if reserve(h, 1, 3) == 0:
        return X_COLLECT
    end_coroutine(h, cell)
    return hand_over(h, mode, result_object(h, value, TRUE))


@kernel
def generators_pristine(h, value):
    """1 for a generator that iterates as generators do: nobody has changed Symbol.iterator or `next` of it."""
    if value >> 48 != T_OBJECT or h.meta[value & ID] & (KIND | F_ASYNC) != K_GENERATOR:
        return 0
    holder = value & ID
    found = -1
    while holder != P_GENERATOR:
        if holder == 0 or own_place(h, holder, N_NEXT) >= 0 or own_place(h, holder, SYM_ITERATOR) >= 0:
            return 0
        holder = prototype_of(h, holder)
    found = own_place(h, holder, N_NEXT)
    if found < 0 or place_value(h, holder, found) != h.state[S_GENERATOR_NEXT]:
        return 0
    if own_place(h, holder, SYM_ITERATOR) >= 0 or prototype_of(h, holder) != P_ITERATOR:
        return 0
    found = own_place(h, P_ITERATOR, SYM_ITERATOR)
    if found < 0 or found & A_ACCESSOR:
        return 0
    return 1 if place_value(h, P_ITERATOR, found) == h.state[S_ITERATOR_SELF] else 0


@kernel
def step_builtin(h, fp, iterator, method):
    """One step of an iterator of the library whose `next` is the original one: the value, DONE, UNINIT to collect
    first; a hole for any other iterator.
    """
    if method >> 48 != T_OBJECT or h.meta[method & ID] & (KIND | F_NATIVE) != K_FUNCTION | F_NATIVE:
        return HOLE
    top = window_top(h, fp)
    if h.native_step[h.aux[method & ID]] < 0 or top + MARGIN > h.state[S_REGS_LIMIT]:
        return HOLE
    h.regs[top + 2] = iterator
    h.regs[top + 3] = method
    return h.regs[top] if call_native(h, h.fast_step_native[0], top, 2) == 0 else UNINIT


@op("base", "base", "jump")
def delegate(h, pc, fp, a, b, c):
    """yield*: a step of the generator or library iterator r[a], whose `next` is r[a+1], with r[b] as what it is sent.

    Goes on directly behind for any other iterator; one further with a result object in r[b], two further with a value.
    Jumps when it is done, what it returned being in r[b].
    """
    cell = generator_to_step(h, h.regs[fp + a], h.regs[fp + a + 1])
    if cell == 0:
        value = step_builtin(h, fp, h.regs[fp + a], h.regs[fp + a + 1])
        if value == UNINIT:
            return X_COLLECT
        if value == HOLE:
            return pc
        h.regs[fp + b] = UNDEFINED if value == DONE else value
        return pc + c if value == DONE else pc + 2
    if can_resume(h, cell) == 0:
        return pc
    return resume_next(h, pc, fp, window_top(h, fp), cell, h.regs[fp + b], M_DELEGATE, fp + b, pc + c)


@op("src")
def check_result(h, pc, fp, a, b, c):
    """Throw if r[a], which a method of an iterator returned, is no object."""
    value = h.regs[fp + a]
    return pc if value >> 48 == T_OBJECT else throw_kind(h, E_ITERATOR_RESULT, value, UNDEFINED)


@kernel(inline=True)
def is_generator(h, value):
    """1 for a generator object."""
    return 1 if value >> 48 == T_OBJECT and h.meta[value & ID] & (KIND | F_ASYNC) == K_GENERATOR else 0


@native("Generator.prototype.next", 1)
def generator_next(h, fp, argc):
    """%GeneratorPrototype%.next (section 27.5.1.2): the call becomes the generator's frame."""
    return X_RESUME_NEXT if is_generator(h, h.regs[fp + 1]) else X_SLOW


@native("Generator.prototype.return", 1)
def generator_return(h, fp, argc):
    """%GeneratorPrototype%.return (section 27.5.1.3)."""
    return X_RESUME_RETURN if is_generator(h, h.regs[fp + 1]) else X_SLOW


@native("Generator.prototype.throw", 1)
def generator_throw(h, fp, argc):
    """%GeneratorPrototype%.throw (section 27.5.1.4)."""
    return X_RESUME_THROW if is_generator(h, h.regs[fp + 1]) else X_SLOW
