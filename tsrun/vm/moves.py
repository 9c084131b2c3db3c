"""Loads and moves."""
from __future__ import annotations

from tsrun.heap.layout import FALSE, HOLE, NULL, TRUE, UNDEFINED, UNINIT
from tsrun.heap.errors import throw_value
from tsrun.vm.tables import op


@op("dst", "", "const")
def load_const(h, pc, fp, a, b, c):
    """r[a] = constant c."""
    h.regs[fp + a] = h.consts[c]
    return pc


@op("dst", "", "int")
def load_int(h, pc, fp, a, b, c):
    """r[a] = the number c."""
    h.fregs[fp + a] = float(c)
    return pc


@op("dst")
def load_undefined(h, pc, fp, a, b, c):
    """r[a] = undefined."""
    h.regs[fp + a] = UNDEFINED
    return pc


@op("dst")
def load_null(h, pc, fp, a, b, c):
    """r[a] = null."""
    h.regs[fp + a] = NULL
    return pc


@op("dst")
def load_true(h, pc, fp, a, b, c):
    """r[a] = true."""
    h.regs[fp + a] = TRUE
    return pc


@op("dst")
def load_false(h, pc, fp, a, b, c):
    """r[a] = false."""
    h.regs[fp + a] = FALSE
    return pc


@op("dst")
def load_uninit(h, pc, fp, a, b, c):
    """r[a] = the mark of a variable in its dead zone."""
    h.regs[fp + a] = UNINIT
    return pc


@op("dst")
def load_hole(h, pc, fp, a, b, c):
    """r[a] = the mark of nothing there."""
    h.regs[fp + a] = HOLE
    return pc


@op("dst", "src")
def move(h, pc, fp, a, b, c):
    """r[a] = r[b]."""
    h.regs[fp + a] = h.regs[fp + b]
    return pc


@op("src")
def throw(h, pc, fp, a, b, c):
    """Throw r[a]."""
    return throw_value(h, h.regs[fp + a])
