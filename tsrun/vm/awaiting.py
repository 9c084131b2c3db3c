"""Async functions and async generators: awaiting, returning, failing (sections 27.7 and 27.6).

An async function has no coroutine until it awaits for the first time: then its promise is made too, and is what the
call returns. One that never awaits makes only the promise, when it returns. What is awaited continues in a job
(vm/jobs), whose frame discards results.

Where code of a script may have to run, an instruction leaves that to the prelude and the one behind it does the rest.
"""
from __future__ import annotations

from tsrun.heap.allocate import reserve
from tsrun.heap.arena import kernel
from tsrun.heap.errors import throw_plain
from tsrun.heap.layout import (
    CELL, FALSE, CO_AWAITING, CO_SUSPENDED, E_STACK_OVERFLOW, ID, R_ASYNC_GENERATOR_END,
    R_ASYNC_ITERATOR_CLOSE, R_ASYNC_ITERATOR_ABORT, R_ASYNC_ITERATOR_OPEN, R_AWAIT_VALUE,
    R_RESOLVE_PROMISE, S_DEPTH, S_FP, S_FUEL, S_REGS_LIMIT, T_OBJECT, UNDEFINED, X_COLLECT, X_FUEL,
)
from tsrun.heap.values import boxed_int
from tsrun.vm.calls import leave
from tsrun.vm.coroutines import (
    C_OWNER, RESUME_NEXT, RESUME_THROW, coroutine_words, end_coroutine, is_coroutine, new_coroutine, result_object,
    save_window,
)
from tsrun.vm.frames import FRAME, M_DISCARD, M_ITER_NEXT, M_ITER_OPEN, M_TARGET
from tsrun.vm.jobs import (
    REACTION_WORDS,
    RESOLVED, WANTS_ROOM, enqueue_resume, fulfill_promise, has_plain_constructor, is_promise, is_settled, job_room,
    new_promise, promise_room, promise_then_coroutine, reject_promise, resolve_simply, settle_room,
)
from tsrun.vm.requests import (
    AT_YIELD, drop_first, end_async_generator, first_kind, first_promise, first_value, has_request, queue_of,
    set_queue_state,
)
from tsrun.vm.slow import call_function, call_root
from tsrun.vm.suspend import ROOM, current_mode, hand_over
from tsrun.vm.tables import op

@kernel
def wait_for(h, pc, fp, value, live):
    """Suspend until a value, a promise of ours or no object, is settled: it goes on at `pc`."""
    begun = is_coroutine(h, h.regs[fp])
    promise = UNDEFINED
    cell = h.regs[fp] & ID
    if begun == 0:
        # One cell at a time: runs of several free ones are rare between others that live.
        if promise_room(h, 1) == 0:
            return X_COLLECT
        promise = new_promise(h, 0)
        if reserve(h, 1, coroutine_words(h, h.aux[cell])) == 0:
            return X_COLLECT
        cell = new_coroutine(h, h.regs[fp], promise)
    if is_promise(h, value) and h.aux[value & ID] > 0 and reserve(h, 2, 2 * REACTION_WORDS) == 0:
        return X_COLLECT
    if job_room(h, 1) == 0:
        return X_COLLECT
    save_window(h, cell, pc, fp, live, CO_SUSPENDED | CO_AWAITING)
    if is_promise(h, value):
        promise_then_coroutine(h, value, CELL | cell)
    else:
        enqueue_resume(h, CELL | cell, value, 0)
    if begun:
        return hand_over(h, current_mode(h), UNDEFINED)
    return leave(h, fp, promise)


@op("base", "count")
def await_value(h, pc, fp, a, b, c):
    """Await r[a]; registers below b are in use. What may run code of the script first goes on at await_promise."""
    value = h.regs[fp + a]
    if value >> 48 == T_OBJECT and (is_promise(h, value) == 0 or has_plain_constructor(h, value) == 0):
        return call_root(h, pc, fp, R_AWAIT_VALUE, value, UNDEFINED, UNDEFINED, M_TARGET, fp + a, 0)
    return wait_for(h, pc + 1, fp, value, b)


@op("base", "count", "jump")
def await_promise(h, pc, fp, a, b, c):
    """Await the promise r[a]; r[a] = what it is fulfilled with, then jump; a rejection goes on directly behind."""
    return wait_for(h, pc, fp, h.regs[fp + a], b)


@op("base")
def async_return(h, pc, fp, a, b, c):
    """Resolve the async function's promise with r[a], and leave; async_leave follows where that runs code."""
    value = h.regs[fp + a]
    if is_coroutine(h, h.regs[fp]):
        cell = h.regs[fp] & ID
        promise = h.slots[h.offset[cell] + C_OWNER]
        found = resolve_simply(h, promise, value)
        if found == RESOLVED:
            end_coroutine(h, cell)
            return hand_over(h, current_mode(h), UNDEFINED)
    else:
        if promise_room(h, 1) == 0 or job_room(h, 1) == 0:
            return X_COLLECT
        promise = new_promise(h, 0)
        if value >> 48 != T_OBJECT:
            fulfill_promise(h, promise, value)
            return leave(h, fp, promise)
        found = resolve_simply(h, promise, value)
        if found == RESOLVED:
            return leave(h, fp, promise)
    if found == WANTS_ROOM:
        return X_COLLECT
    code = call_root(h, pc, fp, R_RESOLVE_PROMISE, promise, value, UNDEFINED, M_DISCARD, 0, 0)
    if code >= 0:
        h.regs[fp + a] = promise
    return code


@op("src")
def async_leave(h, pc, fp, a, b, c):
    """Leave an async function whose promise, r[a], is resolved."""
    if is_coroutine(h, h.regs[fp]):
        end_coroutine(h, h.regs[fp] & ID)
        return hand_over(h, current_mode(h), UNDEFINED)
    return leave(h, fp, h.regs[fp + a])


@op("src")
def async_reject(h, pc, fp, a, b, c):
    """Reject the async function's promise with r[a], and leave."""
    reason = h.regs[fp + a]
    if is_coroutine(h, h.regs[fp]):
        cell = h.regs[fp] & ID
        promise = h.slots[h.offset[cell] + C_OWNER]
        if is_settled(h, promise & ID) == 0:
            if settle_room(h, promise) == 0:
                return X_COLLECT
            reject_promise(h, promise, reason)
        end_coroutine(h, cell)
        return hand_over(h, current_mode(h), UNDEFINED)
    if promise_room(h, 1) == 0:
        return X_COLLECT
    promise = new_promise(h, 0)
    reject_promise(h, promise, reason)
    return leave(h, fp, promise)


# Async generators


@op("base")
def async_yield(h, pc, fp, a, b, c):
    """Answer the first request of the async generator with r[a] (section 27.6.3.8, up to step 9)."""
    cell = h.regs[fp] & ID
    queue = queue_of(h, cell)
    promise = first_promise(h, queue)
    if reserve(h, 1, 3) == 0:
        return X_COLLECT
    result = result_object(h, h.regs[fp + a], FALSE)
    found = resolve_simply(h, promise, result)
    if found == WANTS_ROOM:
        return X_COLLECT
    code = pc
    if found != RESOLVED:
        code = call_root(h, pc, fp, R_RESOLVE_PROMISE, promise, result, UNDEFINED, M_DISCARD, 0, 0)
    if code >= 0:
        drop_first(h, queue)
    return code


@op("base", "count", "jump")
def async_resume(h, pc, fp, a, b, c):
    """Suspend until there is a request; go on with it as yield_value does, its value in r[a]."""
    cell = h.regs[fp] & ID
    queue = queue_of(h, cell)
    if has_request(h, queue) == 0:
        set_queue_state(h, queue, AT_YIELD)
        save_window(h, cell, pc, fp, b, CO_SUSPENDED)
        return hand_over(h, current_mode(h), UNDEFINED)
    kind = first_kind(h, queue)
    h.regs[fp + a] = first_value(h, queue)
    if kind == RESUME_NEXT:
        return pc + c
    return pc if kind == RESUME_THROW else pc + 1


@op("src", "kind")
def async_generator_end(h, pc, fp, a, b, c):
    """End the async generator, with r[a] returned (b 0) or thrown (1): the prelude answers all requests."""
    if fp + ROOM > h.state[S_REGS_LIMIT]:
        return throw_plain(h, E_STACK_OVERFLOW)
    if h.state[S_FUEL] < 1:
        return X_FUEL
    value = h.regs[fp + a]
    cell = h.regs[fp] & ID
    generator = h.slots[h.offset[cell] + C_OWNER]
    end_async_generator(h, cell)
    depth = h.state[S_DEPTH] - FRAME
    h.state[S_DEPTH] = depth
    caller = h.frames[depth + 1]
    h.state[S_FP] = caller
    return call_root(h, h.frames[depth], caller, R_ASYNC_GENERATOR_END, generator, value, boxed_int(h, b),
                     h.frames[depth + 2] & 0xFF, h.frames[depth + 2] >> 32, h.frames[depth + 3])


# for await


@op("base", "src", "name")
def get_async_iterator(h, pc, fp, a, b, c):
    """r[a] .. r[a+2] = an async iteration over r[b]; c is its source text, for messages."""
    return call_root(h, pc, fp, R_ASYNC_ITERATOR_OPEN, h.regs[fp + b], h.consts[c], UNDEFINED, M_ITER_OPEN, fp + a, 0)


@op("base", "dst")
def async_next(h, pc, fp, a, b, c):
    """r[b] = what `next` of the async iteration r[a] returns; until it has a value, the iteration counts as over."""
    iterator = h.regs[fp + a]
    method = h.regs[fp + a + 1]
    h.regs[fp + a] = UNDEFINED
    h.regs[fp + a + 2] = iterator
    code = call_function(h, pc, fp, method, iterator, UNDEFINED, 0, M_TARGET, fp + b, 0)
    if code == X_COLLECT or code == X_FUEL:
        h.regs[fp + a] = iterator
    return code


@op("base", "dst", "jump")
def async_close(h, pc, fp, a, b, c):
    """Leave the async iteration r[a]: r[b] = what its `return` gives, to be awaited; jump if there is nothing to do."""
    return close_with(h, pc, fp, a, b, c, R_ASYNC_ITERATOR_CLOSE)


@op("base", "dst", "jump")
def async_abort(h, pc, fp, a, b, c):
    """As async_close because of an exception: errors of `return` are swallowed."""
    return close_with(h, pc, fp, a, b, c, R_ASYNC_ITERATOR_ABORT)


@kernel
def close_with(h, pc, fp, a, b, c, root):
    """Call the function of the prelude that closes the iterator r[a], if the iteration is not over."""
    iterator = h.regs[fp + a]
    if iterator == UNDEFINED:
        return pc + c
    h.regs[fp + a + 2] = UNDEFINED
    code = call_root(h, pc, fp, root, iterator, UNDEFINED, UNDEFINED, M_ITER_NEXT, fp + a, (pc + c) << 32 | fp + b)
    if code >= 0:
        h.regs[fp + a] = UNDEFINED
    return code
