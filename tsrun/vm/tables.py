"""The tables that the kernel's switches are made from: opcodes and natives.

A handler decorated with `@op` is the only declaration of an opcode, a function under `@native` that of a builtin.
"""
from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, TYPE_CHECKING

from tsrun.heap.arena import Kernel, kernel

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(slots=True, eq=False)
class Switch:
    """A callable in kernels that chooses among a table's kernels by number: one jump.

    total: the number is always one of the table's (checked where the number was written); else `otherwise` is the
    result for any other.
    """

    name: str
    parameters: tuple[str, ...]
    result: str
    cases: Callable[[], list[tuple[int, Kernel]]]
    total: bool = False
    otherwise: int = 0

    def __call__(self, h: Any, number: int, *args: Any) -> Any:
        return dict(self.cases())[number](h, *args)


@dataclass(frozen=True, slots=True)
class Opcode:
    """An instruction: its number, the kinds of its operands a, b, c, and its handler."""

    number: int
    name: str
    operands: tuple[str, str, str]
    handler: Kernel
    meaning: str


OPCODES: dict[str, Opcode] = {}
OPERAND_KINDS = {
    "": "unused", "dst": "register written", "src": "register read", "base": "first of consecutive registers",
    "count": "a number", "const": "constant", "site": "inline cache site", "jump": "signed distance from the next pc",
    "template": "function template", "literal": "object literal", "name": "constant that is a name",
    "native": "native function", "pair": "two registers of 8 bits each",
    "slot": "slot of an environment",
    "variables": "a number of 8 bits, above it a register read", "hops": "number of environments outwards",
    "kind": "a small enumeration", "import": "import cell", "int": "signed integer",
}


def op(a: str = "", b: str = "", c: str = "") -> Callable[[Callable[..., Any]], Kernel]:
    """Declare an instruction by its handler: handler(h, pc, fp, a, b, c) returns the next pc or an exit code (< 0).

    `pc` is already that of the next instruction. The operand kinds are keys of OPERAND_KINDS.
    """

    def declare(function: Callable[..., Any]) -> Kernel:
        name = function.__name__.removeprefix("op_")
        handler: Kernel = kernel(function)
        if name in OPCODES:
            raise ValueError(f"opcode {name} is declared twice")
        for kind in (a, b, c):
            if kind not in OPERAND_KINDS:
                raise ValueError(f"opcode {name}: no operand kind {kind}")
        if len(OPCODES) > 255:
            raise ValueError("an opcode has 8 bits")
        OPCODES[name] = Opcode(len(OPCODES), name, (a, b, c), handler, (function.__doc__ or "").strip())
        return handler

    return declare


@dataclass(frozen=True, slots=True)
class Native:
    """A builtin in the kernel: native(h, fp, argc) returns a code.

    r[fp] is the callee and takes the result, r[fp+1] is `this`, the arguments follow.
    """

    number: int
    name: str
    length: int
    function: Kernel


NATIVES: dict[str, Native] = {}


def native(name: str, length: int) -> Callable[[Callable[..., Any]], Kernel]:
    """Declare a builtin by its JavaScript name ("Array.prototype.push") or, for the prelude alone, "$name"."""

    def declare(function: Callable[..., Any]) -> Kernel:
        body: Kernel = kernel(function)
        if name in NATIVES:
            raise ValueError(f"native {name} is declared twice")
        NATIVES[name] = Native(len(NATIVES), name, length, body)
        return body

    return declare


def number(modules: list[str]) -> None:
    """Number opcodes and natives by their places in these modules."""
    order = {module: place for place, module in enumerate(modules)}

    def place(handler: Kernel) -> tuple[int, int]:
        return order.get(handler.group, len(order)), handler.function.__code__.co_firstlineno

    opcodes = sorted(OPCODES.values(), key=lambda each: place(each.handler))
    natives = sorted(NATIVES.values(), key=lambda each: place(each.function))
    OPCODES.clear()
    NATIVES.clear()
    OPCODES.update((each.name, replace(each, number=i)) for i, each in enumerate(opcodes))
    NATIVES.update((each.name, replace(each, number=i)) for i, each in enumerate(natives))


dispatch = Switch(
    "dispatch", ("arena", "int64", "int64", "int64", "int64", "int64", "int64"), "int64",
    lambda: [(opcode.number, opcode.handler) for opcode in OPCODES.values()], total=True,
)
"""dispatch(h, opcode, pc, fp, a, b, c)"""

call_native = Switch(
    "call_native", ("arena", "int64", "int64", "int64"), "int64",
    lambda: [(entry.number, entry.function) for entry in NATIVES.values()],
)
"""call_native(h, number, fp, argc)"""
