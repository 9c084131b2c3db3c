"""What natives have in common: reading arguments, delivering results."""
from __future__ import annotations

from tsrun.heap.arena import kernel
from tsrun.heap.layout import FALSE, OBJECT, TAG, TRUE, UNDEFINED
from tsrun.heap.machine import bits_float, trunc_
from tsrun.heap.numbers import relative_index
from tsrun.heap.values import boxed_int


@kernel(inline=True)
def argument(h, fp, argc, i):
    """Argument i, undefined if it is not given."""
    return h.regs[fp + 2 + i] if i < argc else UNDEFINED


@kernel(inline=True)
def answer(h, fp, value):
    """Deliver a native's result: return the result of this."""
    h.regs[fp] = value
    return 0


@kernel(inline=True)
def answer_bool(h, fp, flag):
    """Deliver a boolean."""
    h.regs[fp] = TRUE if flag != 0 else FALSE
    return 0


@kernel(inline=True)
def answer_int(h, fp, number):
    """Deliver an integer."""
    h.regs[fp] = boxed_int(h, number)
    return 0


@kernel(inline=True)
def answer_object(h, fp, cell):
    """Deliver a reference to an object."""
    h.regs[fp] = OBJECT | cell
    return 0


@kernel(inline=True)
def is_plain_number(h, fp, argc, i):
    """1 if argument i is a number, undefined or not given: ToIntegerOrInfinity runs no code."""
    value = argument(h, fp, argc, i)
    return 1 if value < TAG or value == UNDEFINED else 0


@kernel
def relative_argument(h, fp, argc, i, length, missing):
    """Argument i (a plain number) as an index from 0 to `length`, counted from the end if negative."""
    value = argument(h, fp, argc, i)
    return missing if value == UNDEFINED else relative_index(trunc_(bits_float(value)), length)
