"""The dispatch loop, what happens between two instructions, and the kernel's one entry."""
from __future__ import annotations

from tsrun.heap.allocate import new_array, new_environment, new_object, reserve
from tsrun.heap.arena import kernel
from tsrun.heap.counters import P_SAMPLE, calibrate
from tsrun.heap.extents import CELL_BYTES
from tsrun.heap.collect import collect, grant, settle_statistics
from tsrun.heap.convert import key_of, string_key
from tsrun.heap.errors import deadline_passed, throw_plain
from tsrun.heap.layout import (
    A_ENUMERABLE, A_WRITABLE, CELL, E_STACK_OVERFLOW, F_EXTENSIBLE_OFF, ID, INDEX_KEY, K_NAMESPACE, OBJECT, SH_ARRAY,
    SH_OBJECT, STRING, SYM_TO_STRING_TAG, S_BASE_DEPTH, S_CALL_EXTRA, S_CALL_MODE, S_CALL_TARGET, S_COLLECT_NS, S_DEPTH,
    S_DEPTH_LIMIT, S_FP, S_FUEL, S_FUEL_START, S_GC_REASON, S_GRANT_PC, S_HOST_ARGC, S_HOST_FP, S_HOST_FUNCTION,
    S_INBOX_ROOTS, S_INSTRUCTIONS, S_LIVE_BYTES, S_LIVE_CELLS, S_LIVE_SLOTS, S_LOAD_RESULT, S_MAX_MEMORY, S_NEED_BYTES,
    S_NEED_CELLS, S_NEED_SLOTS, S_OBSERVE, S_PC, S_REGS_LIMIT, S_SHAPE_TOP, S_STRESS, S_TIGHT, S_VERIFY, T_OBJECT,
    UNDEFINED, UNINIT, X_COLLECT, X_FAULT, X_FUEL, X_HALT, X_HOST, X_LIMIT, X_OBSERVE, X_OVERFLOW, X_THROW,
    X_THROW_KIND,
)
from tsrun.heap.machine import faults
from tsrun.heap.objects import add_element, add_property, make_dictionary, own_place, place_value, prototype_of
from tsrun.heap.permanent import seal_realm
from tsrun.heap.census import count_kinds
from tsrun.heap.reach import reach
from tsrun.heap.shapes import MOST_SHAPES, NULL_ROOT
from tsrun.heap.strings import flatten, new_string, reserve_string
from tsrun.heap.tables import table_words
from tsrun.heap.verify import verify
from tsrun.library.host import HOST_WORDS, new_host_function
from tsrun.syntax.lexer import lex_tokens
from tsrun.vm.calls import call_window, deliver
from tsrun.vm.counted import counted
from tsrun.vm.frames import FRAME, M_HALT, frame_info, window_top
from tsrun.vm.functions import new_function
from tsrun.vm.genesis import genesis
from tsrun.vm.literals import define_value
from tsrun.vm.load import load_unit
from tsrun.vm.sample import (
    BY_FUEL, sampled_begin, sampled_call, sampled_collection, sampled_end, sampled_entry, sampled_host, sampled_left,
    sampled_pause, sampled_resume, tick, watch,
)
from tsrun.vm.tables import dispatch
from tsrun.vm.unwind import make_slack, throw_made, unwind

(
    RUN, LOAD_UNIT, COLLECT, VERIFY, CALL, STRING_COMMAND, NEW_OBJECT, NEW_ARRAY, DEFINE, MAKE_ENV, CLOSURE, LEX, GET,
    THROW,
    HOST_FUNCTION, NAMESPACE, GENESIS,
) = range(1, 18)
REACH, WATCH, CALIBRATE, SEAL, LEFT, COUNT_KINDS = range(64, 70)
"""Commands of the entry."""
REASON_ROOM, REASON_ASKED = 0, 1
BRIM = 64
"""Part of what lives that a collection should leave free."""
MOST_TIGHT = 16
"""Collections in a row that may leave less: then the memory limit counts as reached."""


@kernel
def run(h, pc):
    """Interpret from `pc` until something needs Python; the exit code. The pc to go on at is in state PC."""
    while True:
        word = h.code[pc]
        if h.counting[0]:
            after = counted(h, pc, word)
        else:
            after = dispatch(
                h, word & 0xFF, pc + 1, h.state[S_FP], word >> 8 & 0xFFFF, word >> 24 & 0xFFFF, word >> 40)
        if after < 0 or faults(h) != 0:
            after = event(h, pc, after)
            if after < 0:
                return after
        pc = after


@kernel
def event(h, pc, code):
    """See to what an instruction at `pc` left for: the next pc, or the exit code for Python."""
    if faults(h) != 0:
        h.state[S_PC] = pc
        return X_FAULT
    while True:
        fp = h.state[S_FP]
        h.state[S_PC] = pc
        if code == X_COLLECT:
            code = make_room(h)
            if code == 0:
                return X_OBSERVE if h.state[S_OBSERVE] else pc
        if code == X_OVERFLOW:
            code = throw_plain(h, E_STACK_OVERFLOW)
        if code == X_THROW_KIND:
            code = throw_made(h, pc + 1, fp)
            if code >= 0:
                return code
            continue
        depth = h.state[S_DEPTH]
        if code == X_THROW:
            code = unwind(h, pc, fp)
            if code < 0 and h.profile[P_SAMPLE]:
                sampled_end(h, pc, depth)
            return code
        if code == X_FUEL and h.state[S_SHAPE_TOP] >= MOST_SHAPES:
            code = X_LIMIT
        if code == X_FUEL and h.profile[P_SAMPLE] == BY_FUEL:
            return tick(h, pc)
        if code == X_FUEL:
            h.state[S_INSTRUCTIONS] = h.state[S_INSTRUCTIONS] + h.state[S_FUEL_START]
            if h.profile[P_SAMPLE]:
                sampled_pause(h, pc)
            return X_FUEL
        if code == X_HOST:
            h.state[S_PC] = pc + 1
            if h.profile[P_SAMPLE]:
                sampled_call(h, pc)
            return X_HOST
        if h.profile[P_SAMPLE]:
            sampled_end(h, pc, depth + FRAME if code == X_HALT else depth)
        return code


@kernel
def make_room(h):
    """Collect for an instruction that wants room, and set the new limits: 0, or the exit code."""
    if deadline_passed(h):
        return X_LIMIT
    h.state[S_GC_REASON] = REASON_ROOM
    before = h.state[S_COLLECT_NS]
    collect(h, live_registers(h))
    if h.profile[P_SAMPLE]:
        sampled_collection(h, before)
    if h.state[S_VERIFY] and verify(h) != 0:
        return X_FAULT
    return 0 if grant(h) and is_worth_while(h) and deadline_passed(h) == 0 else X_LIMIT


@kernel
def is_worth_while(h):
    """0 when collecting no longer is: a script that fills its heap to the brim would do nothing else for ever."""
    used = CELL_BYTES * h.state[S_LIVE_CELLS] + 8 * (h.state[S_LIVE_SLOTS] + h.state[S_LIVE_BYTES])
    if (h.state[S_MAX_MEMORY] - used) * BRIM > used or h.state[S_STRESS]:
        h.state[S_TIGHT] = 0
        return 1
    h.state[S_TIGHT] = h.state[S_TIGHT] + 1
    return 1 if h.state[S_TIGHT] <= MOST_TIGHT else 0


@kernel
def live_registers(h):
    """Registers that may be in use: up to the top of the current window and what is laid out above it for a call."""
    if h.state[S_DEPTH] == 0:
        return 0
    top = window_top(h, h.state[S_FP])
    if h.state[S_HOST_FUNCTION] >= 0:
        above = h.state[S_HOST_FP] + 2 + h.state[S_HOST_ARGC]
        if above > top:
            top = above
    return top


@kernel
def resume(h):
    """Go on after a host function, with its result in its r0, or after the fuel was refilled."""
    pc = h.state[S_PC]
    if h.state[S_HOST_FUNCTION] >= 0:
        if h.profile[P_SAMPLE]:
            sampled_host(h, pc - 1)
        h.state[S_HOST_FUNCTION] = -1
        mode = h.state[S_CALL_MODE]
        pc = deliver(h, pc, mode, h.state[S_CALL_TARGET], h.state[S_CALL_EXTRA], h.regs[h.state[S_HOST_FP]])
        if pc < 0:
            if h.profile[P_SAMPLE]:
                sampled_end(h, -1, h.state[S_DEPTH])
            h.state[S_DEPTH] = h.state[S_DEPTH] - FRAME
            return pc
    elif h.profile[P_SAMPLE]:
        sampled_resume(h)
    return run(h, pc)


@kernel
def resume_throw(h, overflow):
    """Go on with an exception that a host function threw: value in state THROWN, or a RangeError for too many calls."""
    if h.profile[P_SAMPLE]:
        sampled_host(h, h.state[S_PC] - 1)
    h.state[S_HOST_FUNCTION] = -1
    pc = event(h, h.state[S_PC] - 1, throw_plain(h, E_STACK_OVERFLOW) if overflow else X_THROW)
    return run(h, pc) if pc >= 0 else pc


@kernel
def call_from_host(h):
    """Call inbox[0] with this inbox[1] and inbox[2] arguments from inbox[3]; runs until it returns."""
    base = 0
    if h.profile[P_SAMPLE]:
        sampled_entry(h)
    h.state[S_BASE_DEPTH] = h.state[S_DEPTH]
    if h.state[S_DEPTH] > 0:
        base = live_registers(h)
    argc = h.inbox[2]
    overflow = base + argc + 16 > h.state[S_REGS_LIMIT] or h.state[S_DEPTH] + FRAME >= h.state[S_DEPTH_LIMIT]
    if overflow:
        # The call is not made, but a base frame has to be there for the error that is thrown instead.
        argc = 0
        make_slack(h)
        if base + 16 > h.state[S_REGS_LIMIT] or h.state[S_DEPTH] + FRAME >= h.state[S_DEPTH_LIMIT]:
            return X_LIMIT
    # The base frame's r0 is cell 0, whose template 0 has no code and takes its registers to be its arguments.
    fp = h.state[S_FP]
    h.regs[base] = OBJECT | 0
    depth = h.state[S_DEPTH]
    h.frames[depth] = h.state[S_PC]
    h.frames[depth + 1] = fp
    h.frames[depth + 2] = frame_info(h, M_HALT, argc + 4, 0)
    h.frames[depth + 3] = UNDEFINED
    h.state[S_DEPTH] = depth + FRAME
    h.state[S_FP] = base
    at = base + 1
    h.regs[at] = h.inbox[0]
    h.regs[at + 1] = h.inbox[1]
    for i in range(argc):
        h.regs[at + 2 + i] = h.inbox[3 + i]
    h.state[S_HOST_FUNCTION] = -1
    h.state[S_GRANT_PC] = -2
    h.state[S_INBOX_ROOTS] = 3 + argc
    code = X_THROW_KIND
    if overflow:
        throw_plain(h, E_STACK_OVERFLOW)
    else:
        code = call_window(h, 0, base, at, argc, M_HALT, at, UNDEFINED, 0)
    while code == X_COLLECT or code == X_FUEL:
        if code == X_FUEL:
            # Nothing runs yet that could go on after a look at the clock: that is for the first jump or call.
            h.state[S_FUEL] = 1
            if h.profile[P_SAMPLE] == BY_FUEL:
                sampled_begin(h, depth + FRAME)
        else:
            code = make_room(h)
            if code < 0:
                h.state[S_INBOX_ROOTS] = 0
                return code
        code = call_window(h, 0, base, at, argc, M_HALT, at, UNDEFINED, 0)
    h.state[S_INBOX_ROOTS] = 0
    if code < 0:
        if code == X_HALT:
            if h.profile[P_SAMPLE]:
                sampled_end(h, -1, depth + FRAME)
            h.state[S_DEPTH] = depth
            return code
        code = event(h, -1, code)
        if code < 0:
            return code
    return run(h, code)


@kernel
def make(h, command):
    """Commands that make or read a value for Python: 0, or an exit code; the result in state LOAD_RESULT."""
    if command == STRING_COMMAND:
        return make_string(h)
    if command == NEW_OBJECT:
        if reserve(h, 1, 5) == 0:
            return X_COLLECT
        h.state[S_LOAD_RESULT] = OBJECT | new_object(h, SH_OBJECT, 4)
        return 0
    if command == NEW_ARRAY:
        return make_array(h)
    if command == DEFINE:
        code = define_value(h, 0, 0, h.inbox[0], h.inbox[1], h.inbox[2], h.inbox[3])
        return code if code == X_COLLECT else 0
    if command == MAKE_ENV:
        count = h.inbox[0]
        if reserve(h, 1, count + 2) == 0:
            return X_COLLECT
        cell = new_environment(h, UNDEFINED, count + 1)
        for i in range(1, count + 1):
            h.slots[h.offset[cell] + i] = UNINIT
        h.state[S_LOAD_RESULT] = CELL | cell
        return 0
    if command == CLOSURE:
        if reserve(h, 1, 0) == 0:
            return X_COLLECT
        h.state[S_LOAD_RESULT] = OBJECT | new_function(h, h.inbox[0], h.inbox[1])
        return 0
    if command == HOST_FUNCTION:
        if reserve(h, 1, HOST_WORDS) == 0:
            return X_COLLECT
        h.state[S_LOAD_RESULT] = new_host_function(h, h.inbox[0], h.inbox[1])
        return 0
    if command == NAMESPACE:
        return make_namespace(h)
    return read_property(h)


@kernel
def make_namespace(h):
    """A module namespace object: inbox[0] pairs of name and binding reference from inbox[1], then its tag."""
    count = h.inbox[0]
    capacity = 8
    while capacity <= count + 1:
        capacity *= 2
    # Names that are indices are elements, in a table that doubles until it holds them.
    if reserve(h, 1, 3 * table_words(h, capacity) + 64) == 0:
        return X_COLLECT
    for i in range(count):
        if flatten(h, h.inbox[1 + 2 * i] & ID) == 0:
            return X_COLLECT
    cell = new_object(h, NULL_ROOT, 0)
    h.meta[cell] = K_NAMESPACE
    make_dictionary(h, cell, capacity)
    for i in range(count):
        key = string_key(h, h.inbox[1 + 2 * i] & ID)
        if key >= INDEX_KEY:
            add_element(h, cell, key - INDEX_KEY, h.inbox[2 + 2 * i], A_WRITABLE | A_ENUMERABLE)
        else:
            add_property(h, cell, key, h.inbox[2 + 2 * i], A_WRITABLE | A_ENUMERABLE)
    add_property(h, cell, SYM_TO_STRING_TAG, h.inbox[1 + 2 * count], 0)
    h.meta[cell] = h.meta[cell] | F_EXTENSIBLE_OFF
    h.state[S_LOAD_RESULT] = OBJECT | cell
    return 0


@kernel
def make_string(h):
    """A string of inbox[0] units, wide if inbox[1], from byte 16 of the inbox."""
    length = h.inbox[0]
    wide = h.inbox[1]
    if reserve_string(h, length, wide) == 0:
        return X_COLLECT
    cell = new_string(h, length, wide)
    for i in range(length << wide):
        h.chars8[h.offset[cell] * 8 + i] = h.inbox8[16 + i]
    h.state[S_LOAD_RESULT] = STRING | cell
    return 0


@kernel
def make_array(h):
    """An array of inbox[0] values from inbox[1]."""
    count = h.inbox[0]
    if reserve(h, 1, count + 1) == 0:
        return X_COLLECT
    cell = new_array(h, SH_ARRAY, count)
    h.length[cell] = count
    for i in range(count):
        h.slots[h.elems[cell] + i] = h.inbox[1 + i]
    h.state[S_LOAD_RESULT] = OBJECT | cell
    return 0


@kernel
def read_property(h):
    """The data property inbox[1] of the object inbox[0] or its prototypes; undefined where there is none."""
    h.state[S_LOAD_RESULT] = UNDEFINED
    name = key_of(h, h.inbox[1])
    if name == -2:
        return X_COLLECT
    holder = h.inbox[0] & ID if h.inbox[0] >> 48 == T_OBJECT else 0
    while holder != 0 and name >= 0 and name < INDEX_KEY:
        place = own_place(h, holder, name)
        if place >= 0:
            h.state[S_LOAD_RESULT] = place_value(h, holder, place)
            return 0
        holder = prototype_of(h, holder)
    return 0


@kernel
def serve(h, command):
    """A command that may want room: carried out again after a collection."""
    h.state[S_PC] = -1
    h.state[S_GRANT_PC] = -2
    h.state[S_INBOX_ROOTS] = 0
    # No word more than the command has: behind its own lies what is left of earlier texts and values.
    if command == DEFINE:
        h.state[S_INBOX_ROOTS] = 3
    if command == GET or command == HOST_FUNCTION:
        h.state[S_INBOX_ROOTS] = 2
    if command == NEW_ARRAY:
        h.state[S_INBOX_ROOTS] = h.inbox[0] + 1
    if command == NAMESPACE:
        h.state[S_INBOX_ROOTS] = 2 * h.inbox[0] + 2
    while True:
        code = load_unit(h) if command == LOAD_UNIT else make(h, command)
        if code != X_COLLECT:
            h.state[S_INBOX_ROOTS] = 0
            if faults(h) != 0:
                return X_FAULT
            return code
        code = make_room(h)
        if code < 0:
            return code


@kernel
def enter(h, command, argument):
    """The kernel's entry: carries out a command; 0 or an exit code."""
    if command == RUN:
        return resume(h)
    if command == CALL:
        return call_from_host(h)
    if command == THROW:
        return resume_throw(h, argument)
    if command == LEX:
        h.state[S_LOAD_RESULT] = lex_tokens(h, h.inbox[0], h.inbox[1], h.inbox[2], h.inbox[3])
        return X_FAULT if faults(h) != 0 else 0
    if command == GENESIS:
        h.state[S_HOST_FUNCTION] = -1
        genesis(h)
        return X_FAULT if faults(h) != 0 else 0
    if command == COLLECT:
        h.state[S_GC_REASON] = REASON_ASKED
        h.state[S_INBOX_ROOTS] = 0
        collect(h, live_registers(h))
        h.state[S_NEED_CELLS] = 0
        h.state[S_NEED_SLOTS] = 0
        h.state[S_NEED_BYTES] = 0
        granted = grant(h)
        if (h.state[S_VERIFY] and verify(h) != 0) or faults(h) != 0:
            return X_FAULT
        return 0 if granted else X_LIMIT
    if command == LEFT:
        if h.profile[P_SAMPLE] and h.state[S_HOST_FUNCTION] >= 0:
            sampled_left(h)
        return 0
    if command == CALIBRATE:
        calibrate(h)
        return 0
    if command == SEAL:
        seal_realm(h)
        return X_FAULT if faults(h) != 0 else 0
    if command == WATCH:
        return watch(h, argument)
    if command == VERIFY:
        settle_statistics(h)
        return verify(h)
    if command == REACH:
        reach(h, h.inbox[0], argument)
        return X_FAULT if faults(h) != 0 else 0
    if command == COUNT_KINDS:
        count_kinds(h)
        return X_FAULT if faults(h) != 0 else 0
    return serve(h, command)

