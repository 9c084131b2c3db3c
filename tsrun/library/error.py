"""Error objects and the stack they remember; symbols and wrapper objects as the prelude makes them.

A stack is an internal array under SYM_STACK with three values a frame: pc and what kind of call as a number, the
function, and its `this`. It becomes text only when asked for (53_error.ts).
"""
from __future__ import annotations

from tsrun.heap.allocate import new_array, new_cell, new_kind, reserve
from tsrun.heap.arena import kernel
from tsrun.heap.layout import (
    A_WRITABLE, F_CLASS, FIRST_FREE_CELL, ID, K_BOXED, K_ERROR, K_FUNCTION, K_SYMBOL, KIND, N_LENGTH, OBJECT, S_DEPTH,
    S_FP, SH_ARRAY, SYM_PRIMITIVE, SYM_STACK, SYMBOL, T_OBJECT, T_STRING, TF_ASYNC, TF_GENERATOR, TF_INTERNAL,
    UNDEFINED, X_COLLECT,
)
from tsrun.heap.machine import bits_float, trunc_sat
from tsrun.heap.objects import add_property, add_room
from tsrun.heap.shapes import root_shape_of
from tsrun.heap.strings import unit_at
from tsrun.heap.values import boxed_bool, boxed_int
from tsrun.library.string_arguments import answer
from tsrun.heap.promises import is_promise
from tsrun.vm.coroutines import C_FUNCTION, C_OWNER, C_PC, C_REGISTERS, MOST_PC, function_of, is_coroutine
from tsrun.vm.frames import FRAME, M_CALL, M_CONSTRUCT, M_HALT, M_SUPER, T_FLAGS, T_NAME, TEMPLATE, template_at
from tsrun.vm.jobs import RE_REJECT, RE_RESOLVE, derived_promise, waiting_coroutine, watching_reaction
from tsrun.vm.requests import first_promise, has_request, queue_of
from tsrun.vm.functions import get_hidden, set_hidden
from tsrun.vm.tables import native

STACK_FRAME = 3
DOT = 46
CONSTRUCTED = 1 << 40
"""Added to a frame's pc: the function was called with new."""
ASYNCHRONOUS = 1 << 42
"""Added to a frame's pc: an async function that waits."""
COMBINED = 1 << 43
"""Added to the index of a promise within those that Promise.all or its like was given, times four, and which it was."""
RACE = 3
"""Promise.race in a note of $watchPromise: V8's stacks don't show it."""
RESUMED = 1 << 41
"""In place of a pc: the builtin that resumed a generator, which is the function beside it."""
MOST_FRAMES = 1 << 16


@native("$newError", 1)
def new_error(h, fp, argc):
    """$newError(prototype): an error object without properties."""
    if reserve(h, 1, 1) == 0:
        return X_COLLECT
    return answer(h, fp, OBJECT | new_kind(h, K_ERROR, root_shape_of(h, h.regs[fp + 2] & ID), 0))


@native("$newBoxed", 2)
def new_boxed(h, fp, argc):
    """$newBoxed(prototype, value): a wrapper object of a primitive."""
    if reserve(h, 1, 8) == 0:
        return X_COLLECT
    cell = new_kind(h, K_BOXED, root_shape_of(h, h.regs[fp + 2] & ID), 0)
    add_property(h, cell, SYM_PRIMITIVE, h.regs[fp + 3], A_WRITABLE)
    add_string_length(h, cell, h.regs[fp + 3])
    return answer(h, fp, OBJECT | cell)


@kernel
def add_string_length(h, cell, value):
    """Give a String object its property `length`."""
    if value >> 48 == T_STRING:
        add_property(h, cell, N_LENGTH, boxed_int(h, h.length[value & ID]), 0)
    return 0


@native("$boxedValue", 1)
def boxed_value(h, fp, argc):
    """$boxedValue(value): the primitive that a wrapper object holds, undefined for anything else."""
    value = h.regs[fp + 2]
    if value >> 48 != T_OBJECT or h.meta[value & ID] & KIND != K_BOXED:
        return answer(h, fp, UNDEFINED)
    return answer(h, fp, get_hidden(h, value & ID, SYM_PRIMITIVE))


@native("$becomeBoxed", 2)
def become_boxed(h, fp, argc):
    """$becomeBoxed(object, value): make an ordinary object a wrapper, as the prototypes of primitives are."""
    cell = h.regs[fp + 2] & ID
    if reserve(h, 0, add_room(h, cell) + 16) == 0:
        return X_COLLECT
    h.meta[cell] = h.meta[cell] & ~KIND | K_BOXED
    h.link[cell] = 0
    h.aux[cell] = 0
    add_property(h, cell, SYM_PRIMITIVE, h.regs[fp + 3], A_WRITABLE)
    add_string_length(h, cell, h.regs[fp + 3])
    return answer(h, fp, UNDEFINED)


@native("$newSymbol", 1)
def new_symbol(h, fp, argc):
    """$newSymbol(description): a new symbol; the description is a string or undefined."""
    if reserve(h, 1, 0) == 0:
        return X_COLLECT
    description = h.regs[fp + 2]
    cell = new_cell(h, K_SYMBOL)
    h.shape[cell] = 0
    h.offset[cell] = 0
    h.elems[cell] = 0
    h.length[cell] = 0
    h.aux[cell] = 0
    h.link[cell] = description & ID if description >> 48 == T_STRING else 0
    return answer(h, fp, SYMBOL | cell)


@native("$isWellKnown", 1)
def is_well_known(h, fp, argc):
    """$isWellKnown(symbol): one of the specification's own."""
    return answer(h, fp, boxed_bool(h, 1 if h.regs[fp + 2] & ID < FIRST_FREE_CELL else 0))


@kernel
def is_hidden_function(h, fp):
    """1 if the function whose window begins at fp is the prelude's."""
    return 1 if h.template_word[template_at(h, fp) + T_FLAGS] & TF_INTERNAL else 0


@kernel
def is_shown_builtin(h, fp, caller, mode):
    """1 if a prelude function is a builtin that a script called: plainly, or as a native's complete version."""
    if mode == M_HALT or is_hidden_function(h, caller):
        return 0
    if mode == M_CALL or mode == M_CONSTRUCT:
        return 1
    name = h.consts[h.template_word[template_at(h, fp) + T_NAME]] & ID
    for i in range(h.length[name]):
        if unit_at(h, name, i) == DOT:
            return 1
    return 0


@kernel(inline=True)
def is_generator_frame(h, fp):
    """1 for a frame of a generator that is not async."""
    return 1 if h.template_word[template_at(h, fp) + T_FLAGS] & (TF_GENERATOR | TF_ASYNC) == TF_GENERATOR else 0


@kernel
def promise_of(h, coroutine):
    """The promise that an async activation is to settle next; undefined if there is none."""
    cell = coroutine & ID
    payload = h.offset[cell]
    if h.template_word[h.aux[cell] * TEMPLATE + T_FLAGS] & TF_GENERATOR == 0:
        return h.slots[payload + C_OWNER]
    return first_promise(h, queue_of(h, cell)) if has_request(h, queue_of(h, cell)) else UNDEFINED


@kernel
def walk_waiting(h, coroutine, count, limit, array):
    """Put the async functions that wait for an activation into an array, from place `count` on; the new count.

    Its promise is awaited by a coroutine, or `then` was called of it and what that returned is awaited, or it is one of
    those that Promise.all or its like waits for.
    """
    steps = 0
    while count < limit and steps < MOST_FRAMES:
        steps += 1
        promise = promise_of(h, coroutine)
        waiting = 0
        while is_promise(h, promise) and steps < MOST_FRAMES:
            steps += 1
            waiting = waiting_coroutine(h, promise)
            if waiting:
                break
            words = watching_reaction(h, promise)
            if words:
                note = trunc_sat(bits_float(h.slots[words + RE_REJECT]))
                promise = h.slots[words + RE_RESOLVE]
                if note & 3 == RACE or count >= limit:
                    continue
                if array:
                    at = h.elems[array] + count * STACK_FRAME
                    h.slots[at] = boxed_int(h, note | COMBINED)
                    h.slots[at + 1] = UNDEFINED
                    h.slots[at + 2] = UNDEFINED
                count += 1
            else:
                promise = derived_promise(h, promise)
        if waiting == 0 or count >= limit:
            break
        coroutine = waiting
        if array:
            at = h.elems[array] + count * STACK_FRAME
            payload = h.offset[coroutine & ID]
            h.slots[at] = boxed_int(h, (h.slots[payload + C_PC] & MOST_PC) - 1 | ASYNCHRONOUS)
            h.slots[at + 1] = h.slots[payload + C_FUNCTION]
            h.slots[at + 2] = h.slots[payload + C_REGISTERS]
        count += 1
    return count


@kernel
def walk_frames(h, limit, above, array):
    """Put up to `limit` frames into an array (0: only count them), without those above the last call of `above`.

    The innermost function is the prelude's, which asks. Frames say where callers go on; builtins are nowhere (0).
    """
    depth = h.state[S_DEPTH]
    fp = h.state[S_FP]
    count = 0
    pc = 0
    waiting = 1 if above >> 48 == T_OBJECT else 0
    last = UNDEFINED
    while depth >= FRAME and count < limit:
        depth -= FRAME
        mode = h.frames[depth + 2] & 0xFF
        caller = h.frames[depth + 1]
        hidden = is_hidden_function(h, fp)
        base = h.regs[fp] == OBJECT | 0
        if hidden == 0 and not base:
            last = h.regs[fp]
        if waiting == 0 and not base and (hidden == 0 or is_shown_builtin(h, fp, caller, mode)):
            if array:
                at = h.elems[array] + count * STACK_FRAME
                place = 0 if hidden else pc
                h.slots[at] = boxed_int(h, place | (CONSTRUCTED if mode == M_CONSTRUCT or mode == M_SUPER else 0))
                h.slots[at + 1] = function_of(h, h.regs[fp])
                h.slots[at + 2] = h.regs[fp + 1]
            count += 1
            if is_coroutine(h, h.regs[fp]) and count < limit and is_generator_frame(h, fp):
                # It was resumed by a builtin that has no frame of its own.
                if array:
                    at = h.elems[array] + count * STACK_FRAME
                    h.slots[at] = boxed_int(h, RESUMED)
                    h.slots[at + 1] = function_of(h, h.regs[fp])
                    h.slots[at + 2] = UNDEFINED
                count += 1
        if function_of(h, h.regs[fp]) == above:
            waiting = 0
        pc = h.frames[depth] - 1
        fp = caller
    if is_coroutine(h, last):
        return walk_waiting(h, last, count, limit, array)
    return count


@native("$captureStack", 3)
def capture_stack(h, fp, argc):
    """$captureStack(object, limit, above): remember the calls under way, those above the function `above` left out."""
    obj = h.regs[fp + 2] & ID
    limit = trunc_sat(bits_float(h.regs[fp + 3]))
    if limit > MOST_FRAMES:
        limit = MOST_FRAMES
    count = walk_frames(h, limit, h.regs[fp + 4], 0)
    words = count * STACK_FRAME
    if reserve(h, 1, words + add_room(h, obj) + 2) == 0:
        return X_COLLECT
    array = new_array(h, SH_ARRAY, words)
    h.length[array] = words
    walk_frames(h, limit, h.regs[fp + 4], array)
    if set_hidden(h, obj, SYM_STACK, OBJECT | array) == 0:
        return X_COLLECT
    return answer(h, fp, UNDEFINED)


@native("$stack", 1)
def stack_of(h, fp, argc):
    """$stack(object): what $captureStack or $setStack left; undefined if nothing did."""
    value = h.regs[fp + 2]
    return answer(h, fp, get_hidden(h, value & ID, SYM_STACK) if value >> 48 == T_OBJECT else UNDEFINED)


@native("$setStack", 2)
def set_stack(h, fp, argc):
    """$setStack(object, text): the text that the stack is from now on."""
    return answer(h, fp, UNDEFINED) if set_hidden(h, h.regs[fp + 2] & ID, SYM_STACK, h.regs[fp + 3]) else X_COLLECT


@native("$file", 1)
def file_of(h, fp, argc):
    """$file(function): name of the file it was compiled from."""
    return answer(h, fp, h.consts[h.template_unit[2 * h.aux[h.regs[fp + 2] & ID]]])


@native("$line", 1)
def line_of(h, fp, argc):
    """$line(pc): the source line of an instruction; a frame's number will do."""
    pc = trunc_sat(bits_float(h.regs[fp + 2])) & ID
    return answer(h, fp, boxed_int(h, h.position[pc] >> 32))


@native("$column", 1)
def column_of(h, fp, argc):
    """$column(pc)"""
    pc = trunc_sat(bits_float(h.regs[fp + 2])) & ID
    return answer(h, fp, boxed_int(h, h.position[pc] & 0xFFFFFFFF))


@native("$isConstructed", 1)
def is_constructed(h, fp, argc):
    """$isConstructed(frame's number): whether that call was made with new."""
    return answer(h, fp, boxed_bool(h, 1 if trunc_sat(bits_float(h.regs[fp + 2])) & CONSTRUCTED else 0))


@native("$isWaiting", 1)
def is_waiting(h, fp, argc):
    """$isWaiting(frame's number): whether it is that of an async function that waits."""
    return answer(h, fp, boxed_bool(h, 1 if trunc_sat(bits_float(h.regs[fp + 2])) & ASYNCHRONOUS else 0))


@native("$isResumption", 1)
def is_resumption(h, fp, argc):
    """$isResumption(frame's number): whether the frame is that of a generator's `next`."""
    return answer(h, fp, boxed_bool(h, 1 if trunc_sat(bits_float(h.regs[fp + 2])) == RESUMED else 0))


@native("$combined", 1)
def combined(h, fp, argc):
    """$combined(frame's number): the note of a promise that Promise.all or its like waits for, else -1."""
    number = trunc_sat(bits_float(h.regs[fp + 2]))
    return answer(h, fp, boxed_int(h, number ^ COMBINED if number & COMBINED else -1))


@native("$isClass", 1)
def is_class(h, fp, argc):
    """$isClass(value): a class's constructor."""
    value = h.regs[fp + 2]
    found = value >> 48 == T_OBJECT and h.meta[value & ID] & (KIND | F_CLASS) == K_FUNCTION | F_CLASS
    return answer(h, fp, boxed_bool(h, 1 if found else 0))
