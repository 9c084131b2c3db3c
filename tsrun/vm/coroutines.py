"""Coroutines: activations of generators and async functions that can be left in their middle.

A coroutine is a cell like a function's: `link` is the environment, `aux` the template. While its code runs it is r0 of
the window in place of the function, so everything that asks r0 for template or environment works on. Its payload has
four words, then the registers from r1 as they were when it was left; `length` is the number of words in use, those
four alone while it runs. Only the top frame is ever suspended: to suspend is to copy its window to the payload.

An instruction that suspends (`a` is the register that takes what comes back) is followed by one for each way to go on:
a throw goes on directly behind it, a return one further, and the usual way is a jump over both, whose distance is `c`.
"""
from __future__ import annotations

from tsrun.heap.allocate import new_cell, new_payload
from tsrun.heap.arena import kernel
from tsrun.heap.errors import throw_plain
from tsrun.heap.layout import (
    K_OBJECT, SH_RESULT, CELL, CO_DONE, CO_RUNNING, CO_START, CO_STATE, CO_SUSPENDED, E_STACK_OVERFLOW, F_ASYNC, ID,
    K_COROUTINE, K_GENERATOR, KIND, OBJECT, RAW, S_DEPTH, S_DEPTH_LIMIT, S_FP, S_FUEL, S_GENERATOR_NEXT, S_REGS_LIMIT,
    T_CELL, T_OBJECT, UNDEFINED, X_FUEL,
)
from tsrun.heap.machine import copy_between
from tsrun.vm.frames import FRAME, T_REGS, TEMPLATE, frame_info

C_PC, C_FUNCTION, C_OWNER, C_QUEUE, C_REGISTERS = range(5)
"""Words of a payload: where to go on (RAW), the function, the generator object or promise, requests of an async
generator; the registers from r1.
"""
RESUME_NEXT, RESUME_THROW, RESUME_RETURN = range(3)
MOST_PC = 0xFFFFFFFF


@kernel
def result_object(h, value, done):
    """{ value, done } (reserve 1 cell, 3 words)."""
    cell = new_cell(h, K_OBJECT)
    payload = new_payload(h, cell, 2)
    h.shape[cell] = SH_RESULT
    h.offset[cell] = payload
    h.elems[cell] = 0
    h.length[cell] = 0
    h.slots[payload] = value
    h.slots[payload + 1] = done
    return OBJECT | cell


@kernel(inline=True)
def is_coroutine(h, value):
    """1 for what r0 is in a frame that can be suspended and has been."""
    return 1 if value >> 48 == T_CELL and h.meta[value & ID] & KIND == K_COROUTINE else 0


@kernel
def function_of(h, value):
    """The function that r0 of a window stands for."""
    return h.slots[h.offset[value & ID] + C_FUNCTION] if is_coroutine(h, value) else value


@kernel
def new_coroutine(h, function, owner):
    """A coroutine of a function (1 cell and `coroutine_words` reserved), not suspended yet; its cell."""
    template = h.aux[function & ID]
    cell = new_cell(h, K_COROUTINE | CO_RUNNING)
    payload = new_payload(h, cell, coroutine_words(h, template) - 1)
    h.slots[payload + C_PC] = RAW
    h.slots[payload + C_FUNCTION] = function
    h.slots[payload + C_OWNER] = owner
    h.slots[payload + C_QUEUE] = UNDEFINED
    h.offset[cell] = payload
    h.elems[cell] = 0
    h.length[cell] = C_REGISTERS
    h.link[cell] = h.link[function & ID]
    h.aux[cell] = template
    return cell


@kernel(inline=True)
def coroutine_words(h, template):
    """Words to reserve for a coroutine of this template."""
    return C_REGISTERS + h.template_word[template * TEMPLATE + T_REGS] + 1


@kernel(inline=True)
def save_window(h, cell, pc, fp, live, state) -> None:
    """Keep the registers below `live` in the coroutine; it goes on at `pc`."""
    payload = h.offset[cell]
    h.slots[payload] = RAW | pc
    copy_between(h.slots, payload + C_REGISTERS, h.regs, fp + 1, live - 1)
    h.length[cell] = C_REGISTERS + live - 1
    h.meta[cell] = K_COROUTINE | state


@kernel(inline=True)
def end_coroutine(h, cell) -> None:
    """Its code has ended: let go of everything."""
    h.meta[cell] = K_COROUTINE | CO_DONE
    h.offset[cell] = 0
    h.length[cell] = 0
    h.link[cell] = 0


@kernel(inline=True)
def push_coroutine(h, pc, fp, base, cell, mode, target, extra):
    """Lay a suspended coroutine's window out at `base` and enter its frame; where its code goes on, or an exit code."""
    depth = h.state[S_DEPTH]
    registers = h.template_word[h.aux[cell] * TEMPLATE + T_REGS]
    if base + registers > h.state[S_REGS_LIMIT] or depth >= h.state[S_DEPTH_LIMIT]:
        return throw_plain(h, E_STACK_OVERFLOW)
    fuel = h.state[S_FUEL] - 1
    if fuel < 0:
        return X_FUEL
    h.state[S_FUEL] = fuel
    payload = h.offset[cell]
    copy_between(h.regs, base + 1, h.slots, payload + C_REGISTERS, h.length[cell] - C_REGISTERS)
    h.regs[base] = CELL | cell
    h.length[cell] = C_REGISTERS
    h.frames[depth] = pc
    h.frames[depth + 1] = fp
    h.frames[depth + 2] = frame_info(h, mode, 0, target)
    h.frames[depth + 3] = extra
    h.state[S_DEPTH] = depth + FRAME
    h.state[S_FP] = base
    return h.slots[payload] & MOST_PC


@kernel
def resume_next(h, pc, fp, base, cell, value, mode, target, extra):
    """Go on in a coroutine that is suspended or not yet begun, with a value; the next pc or an exit code."""
    at = push_coroutine(h, pc, fp, base, cell, mode, target, extra)
    if at < 0:
        return at
    begun = h.meta[cell] & CO_STATE == CO_SUSPENDED
    h.meta[cell] = K_COROUTINE | CO_RUNNING
    if begun:
        word = h.code[at - 1]
        h.regs[base + (word >> 8 & 0xFFFF)] = value
        at += word >> 40
    return at


@kernel
def resume_coroutine(h, pc, fp, base, coroutine, value, kind, mode):
    """Go on in a suspended coroutine with a value, a throw or a return of it; the next pc or an exit code.

    Its frame gets that mode. When it suspends again or ends, undefined is delivered.
    """
    cell = coroutine & ID
    if kind == RESUME_NEXT:
        return resume_next(h, pc, fp, base, cell, value, mode, base, 0)
    at = push_coroutine(h, pc, fp, base, cell, mode, base, 0)
    if at < 0:
        return at
    return land(h, base, cell, at, value, kind)


@kernel
def land(h, base, cell, at, value, kind):
    """Where a coroutine goes on that is resumed by a throw or a return; it takes the value."""
    h.meta[cell] = K_COROUTINE | CO_RUNNING
    h.regs[base + (h.code[at - 1] >> 8 & 0xFFFF)] = value
    return at if kind == RESUME_THROW else at + 1


@kernel(inline=True)
def generator_to_step(h, iterator, method):
    """The coroutine of a generator whose `next`, being the original one, may be resumed directly; 0 for others."""
    if method != h.state[S_GENERATOR_NEXT] or iterator >> 48 != T_OBJECT:
        return 0
    return h.link[iterator & ID] if h.meta[iterator & ID] & (KIND | F_ASYNC) == K_GENERATOR else 0


@kernel(inline=True)
def can_resume(h, cell):
    """1 for a coroutine that is suspended or not begun."""
    return 1 if h.meta[cell] & CO_STATE <= CO_SUSPENDED else 0


@kernel(inline=True)
def is_done(h, cell):
    """1 for a coroutine whose code has ended."""
    return 1 if h.meta[cell] & CO_STATE == CO_DONE else 0


@kernel(inline=True)
def is_unbegun(h, cell):
    """1 for a coroutine whose code has not begun."""
    return 1 if h.meta[cell] & CO_STATE == CO_START else 0
