"""Carrying out an instruction in the counting kernels: counted by opcode and by place, and one in about 64 timed."""
from __future__ import annotations

from tsrun.heap.arena import constant, kernel
from tsrun.heap.counters import P_NOW, P_RANDOM, P_TIMED_LEFT
from tsrun.heap.layout import S_FP, X_COLLECT, X_FUEL
from tsrun.heap.machine import ticks
from tsrun.vm.tables import OPCODES, dispatch

GAPS = 63
"""The gap between two timed instructions is 32 more than a random number with these bits: a loop can't keep step."""
MOST_TICKS = 1 << 21
"""Longer than this, half a millisecond or more, takes an instruction during which another process had its turn."""
LONG = ("call", "new", "native", "super_call", "iterator", "array_spread")
"""Beginnings of the names of instructions that may do what takes longer, such as a sort."""
constant("long_opcode", "uint8", lambda: [int(each.name.startswith(LONG)) for each in OPCODES.values()])

constant("jumping", "uint8", lambda: [int("jump" in each.operands) for each in OPCODES.values()])


@kernel
def next_gap(h):
    """Instructions until the next one that is timed."""
    seed = (h.profile[P_RANDOM] * 1103515245 + 12345) & 0x7FFFFFFF
    h.profile[P_RANDOM] = seed
    return 32 + (seed >> 12 & GAPS)


@kernel
def counted(h, pc, word):
    """Dispatch the instruction at `pc`. One that is to run again (for room, for fuel) is not counted."""
    opcode = word & 0xFF
    h.profile[P_NOW] = pc + 1
    left = h.profile[P_TIMED_LEFT] - 1
    if left > 0:
        h.profile[P_TIMED_LEFT] = left
        after = dispatch(h, opcode, pc + 1, h.state[S_FP], word >> 8 & 0xFFFF, word >> 24 & 0xFFFF, word >> 40)
    else:
        h.profile[P_TIMED_LEFT] = next_gap(h)
        start = ticks()
        after = dispatch(h, opcode, pc + 1, h.state[S_FP], word >> 8 & 0xFFFF, word >> 24 & 0xFFFF, word >> 40)
        took = ticks() - start
        if took < MOST_TICKS or h.long_opcode[opcode]:
            h.opcode_ticks[opcode] = h.opcode_ticks[opcode] + took
            h.opcode_timed[opcode] = h.opcode_timed[opcode] + 1
    if after != X_COLLECT and after != X_FUEL and (after != pc or h.jumping[opcode]):
        h.opcode_count[opcode] = h.opcode_count[opcode] + 1
        h.pc_count[pc] = h.pc_count[pc] + 1
    return after
