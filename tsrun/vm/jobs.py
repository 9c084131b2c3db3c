"""Promises and the queue of jobs (sections 9.5 and 27.2): what settling, waiting and running a job do to the heap.

A promise is one object cell; `link` is a block of two words of its own, `aux` the number of reactions:

    pending    first reaction, last reaction (undefined: none)
    settled    the value or reason, undefined; of a rejection nobody handles: the next such promise

A reaction is a K_REACTION cell of the six words below, or a coroutine that waits for the promise: a coroutine that is
the only reaction stands in the promise itself, others are in the first word of a reaction. A job is four words of
`jobs`: kind and three values. The queue is the part from state JOB_HEAD to JOB_TAIL; `take_job` slides it down when
half is behind it.

No function here runs code of the script. Those that allocate or enqueue can't fail: the caller has asked for the room
before (`promise_room`, `then_room`, `settle_room`, `job_room`; 0: collect).
"""
from __future__ import annotations

from tsrun.heap.allocate import new_cell, new_payload, reserve
from tsrun.heap.arena import kernel
from tsrun.heap.errors import throw_plain
from tsrun.heap.layout import (
    A_ACCESSOR, CELL, E_STACK_OVERFLOW, F_FULFILLED, F_HANDLED, F_REJECTED, FALSE, HOLE, ID, K_ARRAY, K_COROUTINE,
    K_ERROR, K_FUNCTION, K_MAP, K_OBJECT, K_PROMISE, K_REACTION, K_SET, KIND, N_CONSTRUCTOR, N_THEN, P_PROMISE,
    R_PROMISE_CONSTRUCTOR, R_PROMISE_SPECIES, R_PROMISE_THEN, R_REACTION_JOB, R_RESOLVE_PROMISE, R_THENABLE_JOB, S_FUEL,
    S_JOB_HEAD, S_JOB_PROMISE, S_JOB_LIMIT, S_JOB_TAIL, S_NEED_BYTES, S_NEED_CELLS, S_NEED_JOBS, S_NEED_SLOTS,
    S_REGS_LIMIT, S_REJECTED_FIRST, S_REJECTED_LAST, SYM_SPECIES, T_CELL, T_OBJECT, TRUE, UNDEFINED, X_COLLECT, X_FUEL,
)
from tsrun.heap.machine import copy
from tsrun.heap.objects import own_place, place_value, prototype_of
from tsrun.heap.promises import PROMISE_WORDS, is_promise, new_promise, promise_room  # noqa: F401
from tsrun.heap.values import is_callable
from tsrun.vm.calls import call_window, push_frame
from tsrun.vm.coroutines import RESUME_NEXT, RESUME_THROW, resume_coroutine
from tsrun.vm.frames import M_DISCARD, M_TARGET, TEMPLATE, frame_info, window_top
from tsrun.vm.slow import MARGIN, call_root
from tsrun.vm.tables import op

JOB = 4
J_RESUME, J_RESUME_THROW, J_FULFILLED, J_REJECTED, J_THENABLE, J_CALL = range(1, 7)
"""Jobs: RESUME coroutine, value; RESUME_THROW coroutine, error; FULFILLED reaction, value; REJECTED reaction, reason;
THENABLE promise, thenable, its `then`; CALL function, argument (a hole: none)."""
REACTION = 6
RE_NEXT, RE_FULFILLED, RE_REJECTED, RE_PROMISE, RE_RESOLVE, RE_REJECT = range(REACTION)
"""Words of a reaction: the next one; handlers (undefined: none; the first may be a coroutine); the capability: its
promise (undefined: none) and its functions (undefined: the promise is settled as its own functions would).
Without that promise the functions' words may say for stacks which promise the handlers settle, and how."""
REACTION_WORDS = REACTION + 1
SLIDE_FROM = 1024


# Room


@kernel(inline=True)
def job_room(h, count):
    """1 if that many jobs may be enqueued."""
    if h.state[S_JOB_TAIL] - h.state[S_JOB_HEAD] + count * JOB <= h.state[S_JOB_LIMIT]:
        return 1
    return ask_for_jobs(h, count)


@kernel
def ask_for_jobs(h, count):
    """Note that room for so many jobs is wanted: 0."""
    h.state[S_NEED_CELLS] = 0
    h.state[S_NEED_SLOTS] = 0
    h.state[S_NEED_BYTES] = 0
    h.state[S_NEED_JOBS] = count * JOB
    return 0


@kernel
def then_room(h):
    """1 if there is room for one `perform_then` or `promise_then_coroutine`, and a promise besides."""
    if reserve(h, 3, PROMISE_WORDS + 2 * REACTION_WORDS) == 0:
        return 0
    return job_room(h, 1)


@kernel
def settle_room(h, promise):
    """1 if there is room for settling a promise."""
    return job_room(h, h.aux[promise & ID])


# Promises


@kernel(inline=True)
def is_settled(h, cell):
    """1 for a promise that is fulfilled or rejected."""
    return 1 if h.meta[cell] & (F_FULFILLED | F_REJECTED) else 0


@kernel
def push_job(h, kind, a, b, c) -> None:
    """Enqueue a job. After job_room."""
    tail = h.state[S_JOB_TAIL]
    h.jobs[tail] = kind
    h.jobs[tail + 1] = a
    h.jobs[tail + 2] = b
    h.jobs[tail + 3] = c
    h.state[S_JOB_TAIL] = tail + JOB


@kernel
def enqueue_resume(h, coroutine, value, thrown) -> None:
    """Enqueue that a coroutine (boxed) goes on with a value, or an exception if `thrown`. After job_room."""
    push_job(h, J_RESUME_THROW if thrown else J_RESUME, coroutine, value, UNDEFINED)


@kernel
def fulfill_promise(h, promise, value) -> None:
    """FulfillPromise (section 27.2.1.4) of a pending promise. After settle_room."""
    settle(h, promise & ID, F_FULFILLED, value)


@kernel
def reject_promise(h, promise, reason) -> None:
    """RejectPromise (section 27.2.1.7) of a pending promise. After settle_room."""
    cell = promise & ID
    settle(h, cell, F_REJECTED, reason)
    if h.meta[cell] & F_HANDLED == 0:
        if h.state[S_REJECTED_FIRST] == 0:
            h.state[S_REJECTED_FIRST] = promise
        else:
            h.slots[h.link[h.state[S_REJECTED_LAST] & ID] + 1] = promise
        h.state[S_REJECTED_LAST] = promise


@kernel
def settle(h, cell, flag, value) -> None:
    """Give a pending promise its state and value, and enqueue its reactions (TriggerPromiseReactions)."""
    block = h.link[cell]
    at = h.slots[block]
    h.meta[cell] = h.meta[cell] | flag
    h.aux[cell] = 0
    h.slots[block] = value
    h.slots[block + 1] = UNDEFINED
    while at >> 48 == T_CELL:
        if h.meta[at & ID] & KIND == K_COROUTINE:
            enqueue_resume(h, at, value, flag & F_REJECTED)
            return
        words = h.offset[at & ID]
        enqueue_reaction(h, at, flag, value)
        at = h.slots[words + RE_NEXT]
        h.slots[words + RE_NEXT] = UNDEFINED


@kernel
def enqueue_reaction(h, reaction, flag, value) -> None:
    """Enqueue the job of a reaction to a promise that is settled so."""
    waiting = h.slots[h.offset[reaction & ID] + RE_FULFILLED]
    if waiting >> 48 == T_CELL:
        enqueue_resume(h, waiting, value, flag & F_REJECTED)
    else:
        push_job(h, J_REJECTED if flag == F_REJECTED else J_FULFILLED, reaction, value, UNDEFINED)


@kernel
def next_rejected(h):
    """Take the first promise off the list of rejections that nobody handled in time; 0 when there is none."""
    while h.state[S_REJECTED_FIRST] != 0:
        promise = h.state[S_REJECTED_FIRST]
        block = h.link[promise & ID]
        after = h.slots[block + 1]
        h.slots[block + 1] = UNDEFINED
        h.state[S_REJECTED_FIRST] = after if after >> 48 == T_OBJECT else 0
        if h.state[S_REJECTED_FIRST] == 0:
            h.state[S_REJECTED_LAST] = 0
        if h.meta[promise & ID] & F_HANDLED == 0:
            return promise
    return 0


# Reactions


@kernel
def new_reaction(h, on_fulfilled, on_rejected):
    """A reaction without a capability; its value."""
    cell = new_cell(h, K_REACTION)
    words = new_payload(h, cell, REACTION)
    h.offset[cell] = words
    for i in range(REACTION):
        h.slots[words + i] = UNDEFINED
    h.slots[words + RE_FULFILLED] = on_fulfilled
    h.slots[words + RE_REJECTED] = on_rejected
    return CELL | cell


@kernel
def add_reaction(h, promise, reaction) -> None:
    """Make a reaction or a coroutine the last one of a pending promise."""
    cell = promise & ID
    block = h.link[cell]
    h.aux[cell] = h.aux[cell] + 1
    first = h.slots[block]
    if first >> 48 != T_CELL:
        h.slots[block] = reaction
        h.slots[block + 1] = reaction
        return
    if h.meta[first & ID] & KIND == K_COROUTINE:
        first = new_reaction(h, first, UNDEFINED)
        h.slots[block] = first
        h.slots[block + 1] = first
    if h.meta[reaction & ID] & KIND == K_COROUTINE:
        reaction = new_reaction(h, reaction, UNDEFINED)
    h.slots[h.offset[h.slots[block + 1] & ID] + RE_NEXT] = reaction
    h.slots[block + 1] = reaction


@kernel
def perform_then(h, promise, reaction) -> None:
    """PerformPromiseThen (section 27.2.5.4.1) with a reaction that is made. After then_room."""
    cell = promise & ID
    meta = h.meta[cell]
    h.meta[cell] = meta | F_HANDLED
    if meta & (F_FULFILLED | F_REJECTED):
        enqueue_reaction(h, reaction, meta & (F_FULFILLED | F_REJECTED), h.slots[h.link[cell]])
    else:
        add_reaction(h, promise, reaction)


@kernel
def promise_then_coroutine(h, promise, coroutine) -> None:
    """PerformPromiseThen with a coroutine (boxed) that goes on when the promise is settled. After then_room."""
    cell = promise & ID
    meta = h.meta[cell]
    h.meta[cell] = meta | F_HANDLED
    if meta & (F_FULFILLED | F_REJECTED):
        enqueue_resume(h, coroutine, h.slots[h.link[cell]], meta & F_REJECTED)
    else:
        add_reaction(h, promise, coroutine)


@kernel
def waiting_coroutine(h, promise):
    """The coroutine that waits for a pending promise, if one is its first reaction: boxed, or 0. For stacks."""
    cell = promise & ID
    if h.meta[cell] & (F_FULFILLED | F_REJECTED):
        return 0
    first = h.slots[h.link[cell]]
    if first >> 48 == T_CELL and h.meta[first & ID] & KIND == K_REACTION:
        first = h.slots[h.offset[first & ID] + RE_FULFILLED]
    return first if first >> 48 == T_CELL else 0


@kernel
def derived_promise(h, promise):
    """The promise that the first `then` of a pending promise returned; undefined if there is none. For stacks."""
    cell = promise & ID
    if h.meta[cell] & (F_FULFILLED | F_REJECTED):
        return UNDEFINED
    first = h.slots[h.link[cell]]
    if first >> 48 != T_CELL or h.meta[first & ID] & KIND != K_REACTION:
        return UNDEFINED
    return h.slots[h.offset[first & ID] + RE_PROMISE]


@kernel
def watching_reaction(h, promise):
    """The words of the first reaction of a pending promise if it is one that $watchPromise made, else 0. For stacks."""
    cell = promise & ID
    if h.meta[cell] & (F_FULFILLED | F_REJECTED):
        return 0
    first = h.slots[h.link[cell]]
    if first >> 48 != T_CELL or h.meta[first & ID] & KIND != K_REACTION:
        return 0
    words = h.offset[first & ID]
    return words if h.slots[words + RE_PROMISE] == UNDEFINED and is_promise(h, h.slots[words + RE_RESOLVE]) else 0


# What is as the realm made it


@kernel
def has_plain_constructor(h, promise):
    """1 if a promise's `constructor` is %Promise%, found without running any code."""
    cell = promise & ID
    if h.shape[cell] != h.root_shape[P_PROMISE]:
        if prototype_of(h, cell) != P_PROMISE or own_place(h, cell, N_CONSTRUCTOR) >= 0:
            return 0
    place = own_place(h, P_PROMISE, N_CONSTRUCTOR)
    return 1 if place >= 0 and place_value(h, P_PROMISE, place) == h.roots[R_PROMISE_CONSTRUCTOR] else 0


@kernel
def has_plain_species(h, promise):
    """1 if SpeciesConstructor of a promise is %Promise%, found without running any code."""
    if has_plain_constructor(h, promise) == 0:
        return 0
    constructor = h.roots[R_PROMISE_CONSTRUCTOR] & ID
    place = own_place(h, constructor, SYM_SPECIES)
    return 1 if place >= 0 and place_value(h, constructor, place) == h.roots[R_PROMISE_SPECIES] else 0


@kernel
def plain_then(h, value):
    """The property `then` of an object if finding it runs no code: its value (undefined: none), else a hole."""
    holder = value & ID
    while holder != 0:
        kind = h.meta[holder] & KIND
        if kind != K_OBJECT and kind != K_PROMISE and kind != K_ARRAY and kind != K_FUNCTION and kind != K_ERROR:
            if kind != K_MAP and kind != K_SET:
                return HOLE
        place = own_place(h, holder, N_THEN)
        if place >= 0:
            return HOLE if place & A_ACCESSOR else place_value(h, holder, place)
        holder = prototype_of(h, holder)
    return UNDEFINED


RESOLVED, NOT_SIMPLE, WANTS_ROOM = 1, 0, -1


@kernel
def resolve_simply(h, promise, value):
    """Resolve a pending promise (steps 7 to 15 of section 27.2.1.3.2) if that runs no code: RESOLVED, else NOT_SIMPLE
    or WANTS_ROOM, with nothing changed.
    """
    then = UNDEFINED
    if value >> 48 == T_OBJECT:
        if value == promise:
            return NOT_SIMPLE
        then = plain_then(h, value)
        if then == HOLE:
            return NOT_SIMPLE
    if is_callable(h, then):
        if job_room(h, 1) == 0:
            return WANTS_ROOM
        push_job(h, J_THENABLE, promise, value, then)
        return RESOLVED
    if settle_room(h, promise) == 0:
        return WANTS_ROOM
    fulfill_promise(h, promise, value)
    return RESOLVED


# Running jobs


@kernel
def take_job(h) -> None:
    """Remove the first job of the queue."""
    head = h.state[S_JOB_HEAD] + JOB
    tail = h.state[S_JOB_TAIL]
    if head >= SLIDE_FROM and head * 2 >= tail:
        copy(h.jobs, 0, head, tail - head)
        tail -= head
        head = 0
    h.state[S_JOB_HEAD] = head
    h.state[S_JOB_TAIL] = tail


@op("dst")
def run_job(h, pc, fp, a, b, c):
    """Start the first job; without one r[a] = false, and behind finish_job it goes on.

    A job comes back to this instruction, or to finish_job, which follows it. That is for the handlers of promises of
    our own: state JOB_PROMISE is then the promise that gets the handler's result.
    """
    head = h.state[S_JOB_HEAD]
    if head == h.state[S_JOB_TAIL]:
        h.regs[fp + a] = FALSE
        return pc + 1
    fuel = h.state[S_FUEL] - 1
    if fuel < 0:
        return X_FUEL
    top = window_top(h, fp)
    if top + MARGIN > h.state[S_REGS_LIMIT]:
        return throw_plain(h, E_STACK_OVERFLOW)
    h.state[S_FUEL] = fuel
    h.regs[fp + a] = TRUE
    h.state[S_JOB_PROMISE] = UNDEFINED
    code = start_job(h, pc, fp, top, head, fp + a)
    if code != X_COLLECT and code != X_FUEL:
        take_job(h)
    return code


@op("dst")
def finish_job(h, pc, fp, a, b, c):
    """Resolve the promise of the job that ended, if it has one, with r[a]; r[a] = true."""
    promise = h.state[S_JOB_PROMISE]
    value = h.regs[fp + a]
    if promise >> 48 == T_OBJECT:
        found = resolve_simply(h, promise, value)
        if found == WANTS_ROOM:
            return X_COLLECT
        if found == NOT_SIMPLE:
            code = call_root(h, pc, fp, R_RESOLVE_PROMISE, promise, value, UNDEFINED, M_DISCARD, 0, 0)
            if code < 0:
                return code
            pc = code
        h.state[S_JOB_PROMISE] = UNDEFINED
    h.regs[fp + a] = TRUE
    return pc


@kernel
def start_job(h, pc, fp, top, head, target):
    """Start the job at `head`, with its window at `top`: the next pc or an exit code. `pc` is that of finish_job."""
    kind = h.jobs[head]
    x = h.jobs[head + 1]
    y = h.jobs[head + 2]
    if kind == J_FULFILLED or kind == J_REJECTED:
        return start_reaction(h, pc, fp, top, kind, x, y, target)
    if kind == J_THENABLE:
        return start_thenable(h, pc - 1, fp, top, x, y, h.jobs[head + 3])
    if kind == J_RESUME or kind == J_RESUME_THROW:
        how = RESUME_NEXT if kind == J_RESUME else RESUME_THROW
        return resume_coroutine(h, pc - 1, fp, top, x, y, how, M_DISCARD)
    h.regs[top] = x
    h.regs[top + 1] = UNDEFINED
    h.regs[top + 2] = y
    return call_window(h, pc, fp, top, 0 if y == HOLE else 1, M_DISCARD, 0, UNDEFINED, 0)


@kernel
def enter_root(h, pc, fp, top, root, argc):
    """Call a function of the prelude whose arguments lie in the window at `top`; its result is not wanted."""
    function = h.roots[root]
    h.regs[top] = function
    h.regs[top + 1] = UNDEFINED
    info = frame_info(h, M_DISCARD, argc, 0)
    return push_frame(h, pc, fp, top, argc, info, UNDEFINED, h.aux[function & ID] * TEMPLATE)


@kernel
def start_reaction(h, pc, fp, top, kind, reaction, value, target):
    """NewPromiseReactionJob (section 27.2.2.1)."""
    words = h.offset[reaction & ID]
    handler = h.slots[words + (RE_FULFILLED if kind == J_FULFILLED else RE_REJECTED)]
    promise = h.slots[words + RE_PROMISE]
    resolve = h.slots[words + RE_RESOLVE]
    if handler == UNDEFINED:
        if promise == UNDEFINED:
            return pc - 1
        if resolve == UNDEFINED:
            return pass_on(h, pc - 1, fp, top, kind, promise, value)
        h.regs[top] = resolve if kind == J_FULFILLED else h.slots[words + RE_REJECT]
        h.regs[top + 1] = UNDEFINED
        h.regs[top + 2] = value
        return call_window(h, pc, fp, top, 1, M_DISCARD, 0, UNDEFINED, 0)
    if promise == UNDEFINED and is_promise(h, resolve):
        h.regs[top] = handler
        h.regs[top + 1] = UNDEFINED
        h.regs[top + 2] = value
        return call_window(h, pc, fp, top, 1, M_DISCARD, 0, UNDEFINED, 0)
    if promise != UNDEFINED and resolve == UNDEFINED:
        h.regs[top] = handler
        h.regs[top + 1] = UNDEFINED
        h.regs[top + 2] = value
        h.state[S_JOB_PROMISE] = promise
        return call_window(h, pc, fp, top, 1, M_TARGET, target, UNDEFINED, 0)
    h.regs[top + 2] = handler
    h.regs[top + 3] = value
    h.regs[top + 4] = promise
    h.regs[top + 5] = resolve
    h.regs[top + 6] = h.slots[words + RE_REJECT]
    return enter_root(h, pc, fp, top, R_REACTION_JOB, 5)


@kernel
def pass_on(h, pc, fp, top, kind, promise, value):
    """Settle a promise as the one it waits for was settled."""
    if kind == J_REJECTED:
        if settle_room(h, promise) == 0:
            return X_COLLECT
        reject_promise(h, promise, value)
        return pc
    found = resolve_simply(h, promise, value)
    if found == WANTS_ROOM:
        return X_COLLECT
    if found == RESOLVED:
        return pc
    h.regs[top + 2] = promise
    h.regs[top + 3] = value
    return enter_root(h, pc, fp, top, R_RESOLVE_PROMISE, 2)


@kernel
def start_thenable(h, pc, fp, top, promise, thenable, then):
    """NewPromiseResolveThenableJob (section 27.2.2.2); for a plain promise without the functions nobody would see."""
    if then == h.roots[R_PROMISE_THEN] and is_promise(h, thenable) and has_plain_species(h, thenable):
        if then_room(h) == 0:
            return X_COLLECT
        reaction = new_reaction(h, UNDEFINED, UNDEFINED)
        h.slots[h.offset[reaction & ID] + RE_PROMISE] = promise
        perform_then(h, thenable, reaction)
        return pc
    h.regs[top + 2] = promise
    h.regs[top + 3] = thenable
    h.regs[top + 4] = then
    return enter_root(h, pc, fp, top, R_THENABLE_JOB, 3)
