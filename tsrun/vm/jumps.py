"""Compare-and-jump instructions: the comparisons of loops and conditions in one step."""
from __future__ import annotations

from tsrun.heap.layout import TAG, X_COLLECT
from tsrun.heap.values import boxed_int
from tsrun.vm.compare import GREATER, GREATER_EQUAL, LESS, LESS_EQUAL, compare_jump, jump_by, strictly_equal
from tsrun.vm.tables import op


@op("src", "src", "jump")
def jump_if_less(h, pc, fp, a, b, c):
    """Jump if r[a] < r[b]."""
    if h.regs[fp + a] < TAG and h.regs[fp + b] < TAG:
        return jump_by(h, pc, c) if h.fregs[fp + a] < h.fregs[fp + b] else pc
    return compare_jump(h, pc, fp, LESS, h.regs[fp + a], h.regs[fp + b], c, 1)


@op("src", "int", "jump")
def jump_if_less_int(h, pc, fp, a, b, c):
    """Jump if r[a] < b (signed 16 bits)."""
    b = (b ^ 0x8000) - 0x8000
    if h.regs[fp + a] < TAG:
        return jump_by(h, pc, c) if h.fregs[fp + a] < float(b) else pc
    return compare_jump(h, pc, fp, LESS, h.regs[fp + a], boxed_int(h, b), c, 1)


@op("src", "src", "jump")
def jump_if_less_equal(h, pc, fp, a, b, c):
    """Jump if r[a] <= r[b]."""
    if h.regs[fp + a] < TAG and h.regs[fp + b] < TAG:
        return jump_by(h, pc, c) if h.fregs[fp + a] <= h.fregs[fp + b] else pc
    return compare_jump(h, pc, fp, LESS_EQUAL, h.regs[fp + a], h.regs[fp + b], c, 1)


@op("src", "int", "jump")
def jump_if_less_equal_int(h, pc, fp, a, b, c):
    """Jump if r[a] <= b (signed 16 bits)."""
    b = (b ^ 0x8000) - 0x8000
    if h.regs[fp + a] < TAG:
        return jump_by(h, pc, c) if h.fregs[fp + a] <= float(b) else pc
    return compare_jump(h, pc, fp, LESS_EQUAL, h.regs[fp + a], boxed_int(h, b), c, 1)


@op("src", "src", "jump")
def jump_if_greater(h, pc, fp, a, b, c):
    """Jump if r[a] > r[b]."""
    if h.regs[fp + a] < TAG and h.regs[fp + b] < TAG:
        return jump_by(h, pc, c) if h.fregs[fp + a] > h.fregs[fp + b] else pc
    return compare_jump(h, pc, fp, GREATER, h.regs[fp + a], h.regs[fp + b], c, 1)


@op("src", "int", "jump")
def jump_if_greater_int(h, pc, fp, a, b, c):
    """Jump if r[a] > b (signed 16 bits)."""
    b = (b ^ 0x8000) - 0x8000
    if h.regs[fp + a] < TAG:
        return jump_by(h, pc, c) if h.fregs[fp + a] > float(b) else pc
    return compare_jump(h, pc, fp, GREATER, h.regs[fp + a], boxed_int(h, b), c, 1)


@op("src", "src", "jump")
def jump_if_greater_equal(h, pc, fp, a, b, c):
    """Jump if r[a] >= r[b]."""
    if h.regs[fp + a] < TAG and h.regs[fp + b] < TAG:
        return jump_by(h, pc, c) if h.fregs[fp + a] >= h.fregs[fp + b] else pc
    return compare_jump(h, pc, fp, GREATER_EQUAL, h.regs[fp + a], h.regs[fp + b], c, 1)


@op("src", "int", "jump")
def jump_if_greater_equal_int(h, pc, fp, a, b, c):
    """Jump if r[a] >= b (signed 16 bits)."""
    b = (b ^ 0x8000) - 0x8000
    if h.regs[fp + a] < TAG:
        return jump_by(h, pc, c) if h.fregs[fp + a] >= float(b) else pc
    return compare_jump(h, pc, fp, GREATER_EQUAL, h.regs[fp + a], boxed_int(h, b), c, 1)


@op("src", "src", "jump")
def jump_if_strict_equal(h, pc, fp, a, b, c):
    """Jump if r[a] === r[b]."""
    result = strictly_equal(h, h.regs[fp + a], h.regs[fp + b])
    if result < 0:
        return X_COLLECT
    return jump_by(h, pc, c) if result == 1 else pc


@op("src", "int", "jump")
def jump_if_strict_equal_int(h, pc, fp, a, b, c):
    """Jump if r[a] === b (signed 16 bits)."""
    same = h.regs[fp + a] < TAG and h.fregs[fp + a] == float((b ^ 0x8000) - 0x8000)
    return jump_by(h, pc, c) if same else pc


@op("src", "src", "jump")
def jump_unless_less(h, pc, fp, a, b, c):
    """Jump unless r[a] < r[b]."""
    if h.regs[fp + a] < TAG and h.regs[fp + b] < TAG:
        return pc if h.fregs[fp + a] < h.fregs[fp + b] else jump_by(h, pc, c)
    return compare_jump(h, pc, fp, LESS, h.regs[fp + a], h.regs[fp + b], c, 0)


@op("src", "int", "jump")
def jump_unless_less_int(h, pc, fp, a, b, c):
    """Jump unless r[a] < b (signed 16 bits)."""
    b = (b ^ 0x8000) - 0x8000
    if h.regs[fp + a] < TAG:
        return pc if h.fregs[fp + a] < float(b) else jump_by(h, pc, c)
    return compare_jump(h, pc, fp, LESS, h.regs[fp + a], boxed_int(h, b), c, 0)


@op("src", "src", "jump")
def jump_unless_less_equal(h, pc, fp, a, b, c):
    """Jump unless r[a] <= r[b]."""
    if h.regs[fp + a] < TAG and h.regs[fp + b] < TAG:
        return pc if h.fregs[fp + a] <= h.fregs[fp + b] else jump_by(h, pc, c)
    return compare_jump(h, pc, fp, LESS_EQUAL, h.regs[fp + a], h.regs[fp + b], c, 0)


@op("src", "int", "jump")
def jump_unless_less_equal_int(h, pc, fp, a, b, c):
    """Jump unless r[a] <= b (signed 16 bits)."""
    b = (b ^ 0x8000) - 0x8000
    if h.regs[fp + a] < TAG:
        return pc if h.fregs[fp + a] <= float(b) else jump_by(h, pc, c)
    return compare_jump(h, pc, fp, LESS_EQUAL, h.regs[fp + a], boxed_int(h, b), c, 0)


@op("src", "src", "jump")
def jump_unless_greater(h, pc, fp, a, b, c):
    """Jump unless r[a] > r[b]."""
    if h.regs[fp + a] < TAG and h.regs[fp + b] < TAG:
        return pc if h.fregs[fp + a] > h.fregs[fp + b] else jump_by(h, pc, c)
    return compare_jump(h, pc, fp, GREATER, h.regs[fp + a], h.regs[fp + b], c, 0)


@op("src", "int", "jump")
def jump_unless_greater_int(h, pc, fp, a, b, c):
    """Jump unless r[a] > b (signed 16 bits)."""
    b = (b ^ 0x8000) - 0x8000
    if h.regs[fp + a] < TAG:
        return pc if h.fregs[fp + a] > float(b) else jump_by(h, pc, c)
    return compare_jump(h, pc, fp, GREATER, h.regs[fp + a], boxed_int(h, b), c, 0)


@op("src", "src", "jump")
def jump_unless_greater_equal(h, pc, fp, a, b, c):
    """Jump unless r[a] >= r[b]."""
    if h.regs[fp + a] < TAG and h.regs[fp + b] < TAG:
        return pc if h.fregs[fp + a] >= h.fregs[fp + b] else jump_by(h, pc, c)
    return compare_jump(h, pc, fp, GREATER_EQUAL, h.regs[fp + a], h.regs[fp + b], c, 0)


@op("src", "int", "jump")
def jump_unless_greater_equal_int(h, pc, fp, a, b, c):
    """Jump unless r[a] >= b (signed 16 bits)."""
    b = (b ^ 0x8000) - 0x8000
    if h.regs[fp + a] < TAG:
        return pc if h.fregs[fp + a] >= float(b) else jump_by(h, pc, c)
    return compare_jump(h, pc, fp, GREATER_EQUAL, h.regs[fp + a], boxed_int(h, b), c, 0)


@op("src", "src", "jump")
def jump_unless_strict_equal(h, pc, fp, a, b, c):
    """Jump unless r[a] === r[b]."""
    result = strictly_equal(h, h.regs[fp + a], h.regs[fp + b])
    if result < 0:
        return X_COLLECT
    return jump_by(h, pc, c) if result == 0 else pc


@op("src", "int", "jump")
def jump_unless_strict_equal_int(h, pc, fp, a, b, c):
    """Jump unless r[a] === b (signed 16 bits)."""
    same = h.regs[fp + a] < TAG and h.fregs[fp + a] == float((b ^ 0x8000) - 0x8000)
    return pc if same else jump_by(h, pc, c)
