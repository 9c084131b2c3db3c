"""Promise for the prelude: what vm/jobs does to promises as natives, and the common case of `then`."""
from __future__ import annotations

from tsrun.heap.arena import kernel
from tsrun.heap.layout import (
    F_FULFILLED, F_REJECTED, HOLE, ID, N_CONSTRUCTOR, P_PROMISE, R_PROMISE_CONSTRUCTOR,
    R_PROMISE_SPECIES, R_PROMISE_THEN, S_JOB_PROMISE, SYM_SPECIES, T_OBJECT, UNDEFINED, X_COLLECT, X_SLOW,
)
from tsrun.heap.objects import own_place, place_value
from tsrun.heap.values import is_callable
from tsrun.library.arguments import answer, answer_bool, answer_int, argument
from tsrun.vm.jobs import (
    J_CALL, J_THENABLE, RE_PROMISE, RE_REJECT, RE_RESOLVE, WANTS_ROOM, fulfill_promise, has_plain_constructor,
    has_plain_species, is_promise, job_room, new_promise, new_reaction, next_rejected, perform_then, plain_then,
    promise_room, push_job, reject_promise, resolve_simply, settle_room, then_room,
)
from tsrun.vm.tables import native


@native("$newPromise", 1)
def make_promise(h, fp, argc):
    """$newPromise(prototype): a pending promise."""
    return answer(h, fp, new_promise(h, h.regs[fp + 2] & ID)) if promise_room(h, 1) else X_COLLECT


@native("$promiseState", 1)
def promise_state(h, fp, argc):
    """$promiseState(promise): 0 pending, 1 fulfilled, 2 rejected."""
    meta = h.meta[h.regs[fp + 2] & ID]
    return answer_int(h, fp, 1 if meta & F_FULFILLED else 2 if meta & F_REJECTED else 0)


@native("$isPlainPromise", 1)
def is_plain_promise(h, fp, argc):
    """$isPlainPromise(value): a promise whose `constructor` is %Promise%, which no code of the script says."""
    value = h.regs[fp + 2]
    return answer_bool(h, fp, 1 if is_promise(h, value) and has_plain_constructor(h, value) else 0)


@native("$fulfillPromise", 2)
def fulfill(h, fp, argc):
    """$fulfillPromise(promise, value): FulfillPromise."""
    if settle_room(h, h.regs[fp + 2]) == 0:
        return X_COLLECT
    fulfill_promise(h, h.regs[fp + 2], h.regs[fp + 3])
    return answer(h, fp, UNDEFINED)


@native("$rejectPromise", 2)
def reject(h, fp, argc):
    """$rejectPromise(promise, reason): RejectPromise."""
    if settle_room(h, h.regs[fp + 2]) == 0:
        return X_COLLECT
    reject_promise(h, h.regs[fp + 2], h.regs[fp + 3])
    return answer(h, fp, UNDEFINED)


@native("$resolveSimply", 2)
def resolve_value(h, fp, argc):
    """$resolveSimply(promise, value): resolve a pending promise; false if that takes code of the script."""
    found = resolve_simply(h, h.regs[fp + 2], h.regs[fp + 3])
    return X_COLLECT if found == WANTS_ROOM else answer_bool(h, fp, found)


@native("$enqueueThenable", 3)
def enqueue_thenable(h, fp, argc):
    """$enqueueThenable(promise, thenable, then)"""
    if job_room(h, 1) == 0:
        return X_COLLECT
    push_job(h, J_THENABLE, h.regs[fp + 2], h.regs[fp + 3], h.regs[fp + 4])
    return answer(h, fp, UNDEFINED)


@native("$enqueueCall", 2)
def enqueue_call(h, fp, argc):
    """$enqueueCall(f, argument?): call f in a job of its own."""
    if job_room(h, 1) == 0:
        return X_COLLECT
    push_job(h, J_CALL, h.regs[fp + 2], h.regs[fp + 3] if argc > 1 else HOLE, UNDEFINED)
    return answer(h, fp, UNDEFINED)


@native("$failJob", 1)
def fail_job(h, fp, argc):
    """$failJob(error): reject the promise of the job that threw; false if it has none."""
    promise = h.state[S_JOB_PROMISE]
    if promise >> 48 != T_OBJECT:
        return answer_bool(h, fp, 0)
    if settle_room(h, promise) == 0:
        return X_COLLECT
    reject_promise(h, promise, h.regs[fp + 2])
    h.state[S_JOB_PROMISE] = UNDEFINED
    return answer_bool(h, fp, 1)


@native("$nextRejected", 0)
def take_rejected(h, fp, argc):
    """$nextRejected(): the next promise whose rejection nobody handled, undefined if there is none."""
    promise = next_rejected(h)
    return answer(h, fp, promise if promise else UNDEFINED)


@kernel(inline=True)
def handler_of(h, value):
    """A handler, or undefined for what can't be called."""
    return value if is_callable(h, value) else UNDEFINED


@native("$promiseThen", 6)
def promise_then_with(h, fp, argc):
    """$promiseThen(promise, onFulfilled, onRejected, result, resolve, reject): PerformPromiseThen.

    The last three are the capability: `result` undefined for none, the functions undefined for a promise of ours.
    """
    if then_room(h) == 0:
        return X_COLLECT
    reaction = new_reaction(h, handler_of(h, h.regs[fp + 3]), handler_of(h, h.regs[fp + 4]))
    words = h.offset[reaction & ID]
    h.slots[words + RE_PROMISE] = h.regs[fp + 5]
    h.slots[words + RE_RESOLVE] = h.regs[fp + 6]
    h.slots[words + RE_REJECT] = h.regs[fp + 7]
    perform_then(h, h.regs[fp + 2], reaction)
    return answer(h, fp, h.regs[fp + 5])


@native("$watchPromise", 5)
def watch_promise(h, fp, argc):
    """$watchPromise(promise, onFulfilled, onRejected, whole, note): `promise.then(...)` whose result nobody gets.

    False if that would run code of the script. `whole` is the promise that the handlers settle, and the number `note`
    says how: for stacks.
    """
    promise = h.regs[fp + 2]
    if is_promise(h, promise) == 0 or has_plain_species(h, promise) == 0 or \
            plain_then(h, promise) != h.roots[R_PROMISE_THEN]:
        return answer_bool(h, fp, 0)
    if then_room(h) == 0:
        return X_COLLECT
    reaction = new_reaction(h, h.regs[fp + 3], h.regs[fp + 4])
    words = h.offset[reaction & ID]
    h.slots[words + RE_RESOLVE] = h.regs[fp + 5]
    h.slots[words + RE_REJECT] = h.regs[fp + 6]
    perform_then(h, promise, reaction)
    return answer_bool(h, fp, 1)


@native("Promise.prototype.then", 2)
def promise_then(h, fp, argc):
    """Promise.prototype.then (section 27.2.5.4) of a promise whose species is %Promise%."""
    promise = h.regs[fp + 1]
    if is_promise(h, promise) == 0 or has_plain_species(h, promise) == 0:
        return X_SLOW
    if then_room(h) == 0:
        return X_COLLECT
    reaction = new_reaction(h, handler_of(h, argument(h, fp, argc, 0)), handler_of(h, argument(h, fp, argc, 1)))
    result = new_promise(h, 0)
    h.slots[h.offset[reaction & ID] + RE_PROMISE] = result
    perform_then(h, promise, reaction)
    return answer(h, fp, result)


@native("Promise.resolve", 1)
def promise_resolve(h, fp, argc):
    """Promise.resolve (section 27.2.4.7) of %Promise% itself, for a plain promise or what takes no code to resolve."""
    if h.regs[fp + 1] != h.roots[R_PROMISE_CONSTRUCTOR]:
        return X_SLOW
    value = argument(h, fp, argc, 0)
    if is_promise(h, value):
        return answer(h, fp, value) if has_plain_constructor(h, value) else X_SLOW
    if value >> 48 == T_OBJECT and plain_then(h, value) != UNDEFINED:
        return X_SLOW
    if promise_room(h, 1) == 0:
        return X_COLLECT
    promise = new_promise(h, 0)
    fulfill_promise(h, promise, value)
    return answer(h, fp, promise)


@native("$plainPromises", 1)
def plain_promises(h, fp, argc):
    """$plainPromises(then): from here on %Promise% is as it should be; what differs later is the script's doing."""
    constructor = place_value(h, P_PROMISE, own_place(h, P_PROMISE, N_CONSTRUCTOR))
    h.roots[R_PROMISE_CONSTRUCTOR] = constructor
    h.roots[R_PROMISE_SPECIES] = place_value(h, constructor & ID, own_place(h, constructor & ID, SYM_SPECIES))
    h.roots[R_PROMISE_THEN] = h.regs[fp + 2]
    return answer(h, fp, UNDEFINED)
