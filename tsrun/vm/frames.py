"""Frames and templates: what a call leaves behind, and where its result goes.

A frame is 4 words of `frames`, `depth` being the number of words in use: the return pc, the caller's fp, mode | argc <<
8 | target << 32, and one word by mode. The mode says where the result goes, so that an instruction can call user code
in its middle: the frame's return delivers into the instruction's target.
"""
from __future__ import annotations

from tsrun.heap.arena import kernel
from tsrun.heap.layout import ID, S_DEPTH, TF_REST

FRAME = 4
(
    M_CALL, M_CONSTRUCT, M_TARGET, M_DISCARD, M_BRANCH_IF, M_BRANCH_UNLESS, M_NOT, M_ITER_OPEN, M_ITER_NEXT,
    M_ITER_STEP,
    M_HALT, M_SUPER, M_KEY_GET, M_METHOD, M_STEP, M_DELEGATE,
) = range(16)
"""CALL: into the callee's r0. CONSTRUCT: into r0, the object if it is one, else r1; the word is new.target. TARGET:
into register `target` (absolute). BRANCH_IF/UNLESS: jump to the pc in the word on true/false. NOT: the negation into
target. ITER_OPEN: [iterator, next] into target, target + 1. ITER_NEXT: DONE jumps to the pc in the word's high half,
else into the register in its low half; ITER_STEP: DONE gives undefined. HALT: ends the run. SUPER: as CONSTRUCT for
super(...). STEP: a generator's value, or DONE, into target. DELEGATE: see vm/suspend."""

TEMPLATE = 12
(
    T_CODE, T_END, T_PARAMS, T_REGS, T_FLAGS, T_NAME, T_LENGTH, T_HANDLER, T_HANDLERS, T_SOURCE, T_SOURCE_END, T_HINT,
) = range(12)
"""Words of a template. Names are absolute constants after loading, handlers absolute places; T_FLAGS holds the flags,
from bit 16 the shape and from bit 32 the meta word of its closures; T_HINT is the number of properties that objects
made by this constructor came to have."""


@kernel(inline=True)
def template_at(h, fp):
    """Index of the first word of the current function's template: its callee is r0."""
    return h.aux[h.regs[fp] & ID] * TEMPLATE


@kernel
def window_top(h, fp):
    """First register above the current window."""
    template = template_at(h, fp)
    top = h.template_word[template + T_REGS]
    if h.template_word[template + T_FLAGS] & TF_REST and h.state[S_DEPTH] >= FRAME:
        extra = (h.frames[h.state[S_DEPTH] - FRAME + 2] >> 8 & 0xFFFFFF) + 2
        if extra > top:
            top = extra
    return fp + top


@kernel(inline=True)
def frame_info(h, mode, argc, target):
    """The third word of a frame."""
    return mode | argc << 8 | target << 32


@kernel(inline=True)
def current_argc(h):
    """Number of arguments the current function was called with."""
    return h.frames[h.state[S_DEPTH] - FRAME + 2] >> 8 & 0xFFFFFF
