"""What the prelude writes as calls of `$name(...)`: natives, and a few that are instructions of their own."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tsrun.compiler.opcodes import O
from tsrun.syntax.errors import SourceError
from tsrun.vm.tables import NATIVES

if TYPE_CHECKING:
    from collections.abc import Callable

    from tsrun.compiler.generator import Generator

LAST_PAIRED = 255
"""Registers beyond can't be one of a pair."""


def native_call(g: Generator, node: Any, base: int) -> int:
    """A call of `$name(...)`; `base` and the register after it are free. Returns the register of the result."""
    name = node.callee.name
    if name in INSTRUCTIONS:
        return INSTRUCTIONS[name](g, node, base)
    native = NATIVES.get(name)
    if native is None:
        raise SourceError(f"There is no native function {name}", node.callee.start, node.callee.end)
    for item in node.arguments:
        g.expr(item, g.temporary(item.start))
    g.emit(O.native, base, len(node.arguments), native.number, at=node.start)
    return base


def _call(g: Generator, node: Any, base: int) -> int:
    """$call(f, this, ...): an ordinary call with `this` chosen."""
    g.f.top = base
    for item in node.arguments:
        g.expr(item, g.temporary(item.start))
    g.emit(O.call_method, base, len(node.arguments) - 2, 0, at=node.start)
    return base


def _push(g: Generator, node: Any, base: int) -> int:
    """$push(array, value): appended to an array of the prelude's own. It has no result."""
    array, value = (g.operand(item) for item in node.arguments)
    g.emit(O.array_append, array, value, at=node.start)
    return base


def _paired(g: Generator, items: list[Any]) -> list[int]:
    registers = [g.operand(item) for item in items]
    for register, item in zip(registers, items, strict=True):
        if register > LAST_PAIRED:
            raise SourceError("Too many registers before this", item.start, item.end)
    return registers


def _window(g: Generator, node: Any, size: int) -> int:
    """A new window at the top: the operands stay below it."""
    base = g.temporary(node.start)
    for _ in range(size - 1):
        g.temporary(node.start)
    return base


def _call_element(g: Generator, node: Any, base: int) -> int:
    callee, receiver, array, key = _paired(g, node.arguments)
    base = _window(g, node, 5)
    g.emit(O.call_element, base, callee | receiver << 8, array | key << 8, at=node.start)
    return base


def _call_reduce(g: Generator, node: Any, base: int) -> int:
    callee, accumulator, array, key = _paired(g, node.arguments)
    base = _window(g, node, 6)
    g.emit(O.call_reduce, base, callee | accumulator << 8, array | key << 8, at=node.start)
    return base


def _call_pair(g: Generator, node: Any, base: int) -> int:
    callee, x, y = _paired(g, node.arguments)
    base = _window(g, node, 4)
    g.emit(O.call_pair, base, callee, x | y << 8, at=node.start)
    return base


def _run_job(g: Generator, node: Any, base: int) -> int:
    """$runJob(): runs a job, and perhaps those behind it; false if there is none."""
    g.emit(O.run_job, base, at=node.start)
    g.emit(O.finish_job, base, at=node.start)
    return base


INSTRUCTIONS: dict[str, Callable[[Generator, Any, int], int]] = {
    "$call": _call, "$push": _push, "$callElement": _call_element, "$callReduce": _call_reduce, "$callPair": _call_pair,
    "$runJob": _run_job,
}
