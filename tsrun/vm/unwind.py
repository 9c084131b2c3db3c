"""Exceptions: making the Error objects that the VM throws, and finding who catches."""
from __future__ import annotations

from tsrun.heap.arena import kernel
from tsrun.heap.layout import (
    E_STACK_OVERFLOW, ID, R_THROW_ERROR, S_BASE_DEPTH, S_DEPTH, S_DEPTH_LIMIT, S_DEPTH_NOMINAL, S_ERROR_A, S_ERROR_B,
    S_ERROR_KIND, S_FP, S_REGS_LIMIT, S_REGS_NOMINAL, S_THROWN, S_THROW_PC, TF_INTERNAL, X_THROW,
)
from tsrun.heap.values import boxed_int
from tsrun.vm.coroutines import end_coroutine, is_coroutine
from tsrun.vm.frames import FRAME, M_DISCARD, M_HALT, T_CODE, T_FLAGS, T_HANDLER, T_HANDLERS, template_at
from tsrun.vm.slow import call_root

SLACK_FRAMES = 256
SLACK_REGISTERS = 16384
"""Room above the limits for making the error that says they were reached."""


@kernel
def make_slack(h) -> None:
    """Raise the limits of the stack, until the next error is thrown, so that there is room to make one."""
    h.state[S_DEPTH_LIMIT] = h.state[S_DEPTH_NOMINAL] + SLACK_FRAMES * FRAME
    h.state[S_REGS_LIMIT] = h.state[S_REGS_NOMINAL] + SLACK_REGISTERS


@kernel
def throw_made(h, pc, fp):
    """Have the prelude make and throw the error that a handler asked for by kind; the pc to go on at."""
    kind = h.state[S_ERROR_KIND]
    if kind == E_STACK_OVERFLOW:
        make_slack(h)
    a = h.state[S_ERROR_A]
    b = h.state[S_ERROR_B]
    return call_root(h, pc, fp, R_THROW_ERROR, boxed_int(h, kind), a, b, M_DISCARD, 0, 0)


@kernel
def unwind(h, pc, fp):
    """Find the handler for the value in state THROWN, thrown by the instruction at `pc`; the pc to go on at, or
    X_THROW.

    The frame that ends the run (HALT) is left in place below the base depth, so that the host can see it was reached.
    """
    h.state[S_DEPTH_LIMIT] = h.state[S_DEPTH_NOMINAL]
    h.state[S_REGS_LIMIT] = h.state[S_REGS_NOMINAL]
    if h.template_word[template_at(h, fp) + T_FLAGS] & TF_INTERNAL == 0:
        h.state[S_THROW_PC] = pc
    while True:
        template = template_at(h, fp)
        at = pc - h.template_word[template + T_CODE]
        first = h.template_word[template + T_HANDLER]
        for i in range(first, first + h.template_word[template + T_HANDLERS]):
            if h.handler[i * 4] <= at < h.handler[i * 4 + 1]:
                h.regs[fp + h.handler[i * 4 + 3]] = h.state[S_THROWN]
                h.state[S_FP] = fp
                return h.template_word[template + T_CODE] + h.handler[i * 4 + 2]
        if is_coroutine(h, h.regs[fp]):
            end_coroutine(h, h.regs[fp] & ID)
        depth = h.state[S_DEPTH] - FRAME
        h.state[S_DEPTH] = depth
        if h.frames[depth + 2] & 0xFF == M_HALT or depth <= h.state[S_BASE_DEPTH]:
            return X_THROW
        pc = h.frames[depth] - 1
        fp = h.frames[depth + 1]
        h.state[S_FP] = fp


