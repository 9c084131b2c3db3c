"""Functions that Python carries out: objects that the VM leaves the kernel for when they are called."""
from __future__ import annotations

from tsrun.heap.allocate import new_cell, reserve
from tsrun.heap.arena import kernel
from tsrun.heap.layout import (
    A_CONFIGURABLE, F_HOST, F_NATIVE, K_FUNCTION, N_LENGTH, N_NAME, OBJECT, SH_FUNCTION, X_COLLECT,
)
from tsrun.heap.machine import bits_float, trunc_sat
from tsrun.heap.objects import add_property
from tsrun.heap.values import boxed_int
from tsrun.library.arguments import answer
from tsrun.vm.tables import native

HOST_WORDS = 40
"""Payload of a host function and its two properties."""


@kernel
def new_host_function(h, number, name):
    """The function object of a host function (1 cell and HOST_WORDS reserved). `name` is a string value."""
    cell = new_cell(h, K_FUNCTION | F_NATIVE | F_HOST)
    h.shape[cell] = SH_FUNCTION
    h.offset[cell] = 0
    h.elems[cell] = 0
    h.length[cell] = 0
    h.link[cell] = 0
    h.aux[cell] = number
    add_property(h, cell, N_LENGTH, boxed_int(h, 0), A_CONFIGURABLE)
    add_property(h, cell, N_NAME, name, A_CONFIGURABLE)
    return OBJECT | cell


@native("$hostFunction", 2)
def host_function(h, fp, argc):
    """$hostFunction(number, name): the function object of a host function."""
    if reserve(h, 1, HOST_WORDS) == 0:
        return X_COLLECT
    return answer(h, fp, new_host_function(h, trunc_sat(bits_float(h.regs[fp + 2])), h.regs[fp + 3]))
