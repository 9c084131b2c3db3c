"""Compare-and-jump instructions: the comparisons of loops and conditions in one step."""
from __future__ import annotations

from tsrun.heap.arena import kernel
from tsrun.heap.layout import S_FUEL, TAG, X_COLLECT, X_FUEL
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

@kernel(inline=True)
def count_up(h, pc, fp, a, c, limit: float, inclusive):
    """r[a] + 1 compared with a limit: the loop goes on at pc + c, or ends behind the two plain instructions that
    follow.

    For what is not a number the handlers return pc: the plain increment and comparison do it.
    """
    x = h.fregs[fp + a] + 1.0
    if x < limit or (inclusive and x == limit):
        # Fuel is taken on this path alone, which also keeps LLVM from making the next pc a conditional move: the
        # machine would then wait for the comparison instead of predicting it.
        fuel = h.state[S_FUEL] - 1
        if fuel < 0:
            return X_FUEL
        h.state[S_FUEL] = fuel
        h.fregs[fp + a] = x
        return pc + c
    h.fregs[fp + a] = x
    return pc + 2


@op("src", "src", "jump")
def count_jump_if_less(h, pc, fp, a, b, c):
    """r[a] = r[a] + 1, jump if that is < r[b], else skip two; for other values than numbers go on with the next."""
    if h.regs[fp + a] < TAG and h.regs[fp + b] < TAG:
        return count_up(h, pc, fp, a, c, h.fregs[fp + b], 0)
    return pc


@op("src", "src", "jump")
def count_jump_if_less_equal(h, pc, fp, a, b, c):
    """r[a] = r[a] + 1, jump if that is <= r[b], else skip two; for other values than numbers go on with the next."""
    if h.regs[fp + a] < TAG and h.regs[fp + b] < TAG:
        return count_up(h, pc, fp, a, c, h.fregs[fp + b], 1)
    return pc


@op("src", "int", "jump")
def count_jump_if_less_int(h, pc, fp, a, b, c):
    """r[a] = r[a] + 1, jump if that is < b (signed 16 bits), else skip two; for a value that is no number go on."""
    if h.regs[fp + a] < TAG:
        return count_up(h, pc, fp, a, c, float((b ^ 0x8000) - 0x8000), 0)
    return pc


@op("src", "int", "jump")
def count_jump_if_less_equal_int(h, pc, fp, a, b, c):
    """r[a] = r[a] + 1, jump if that is <= b (signed 16 bits), else skip two; for a value that is no number go on."""
    if h.regs[fp + a] < TAG:
        return count_up(h, pc, fp, a, c, float((b ^ 0x8000) - 0x8000), 1)
    return pc
