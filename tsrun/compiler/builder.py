"""Writing one function: its instructions, registers, labels and exception handlers.

Registers are given out like a stack. r0 is the callee, r1 `this`, the parameters follow; above them whatever is alive:
locals from their declaration to the end of their scope, and temporaries of the expression at hand on top. A register
that belongs to a local is in `locals`, so that an expression can tell a place that others read from one of its own.
"""
from __future__ import annotations

from typing import Any, TYPE_CHECKING

from tsrun.compiler.opcodes import O
from tsrun.syntax.errors import SourceError

if TYPE_CHECKING:
    from tsrun.compiler.bindings import Binding, Scope

NONE = 0xFFFF
"""Register operand: none, or the callee's own outer environment."""
MAX_REGISTERS = 65_000
MAX_OPERAND = 1 << 23
_ENDS = frozenset({
    O.ret, O.ret_undefined, O.ret_derived, O.throw, O.jump, O.finish_generator, O.async_leave, O.async_reject,
    O.async_generator_end,
})
_C_MASK = 0xFFFFFF
_FUSED = {
    O.jump_if_less: O.count_jump_if_less, O.jump_if_less_equal: O.count_jump_if_less_equal,
    O.jump_if_less_int: O.count_jump_if_less_int, O.jump_if_less_equal_int: O.count_jump_if_less_equal_int,
}
"""Comparisons at the end of a counting loop, and the instruction that also counts."""
_OF_REGISTERS = frozenset({O.count_jump_if_less, O.count_jump_if_less_equal})


class Label:
    """A place that jumps go to, before or after it is known."""

    __slots__ = ("at", "jumps")

    def __init__(self) -> None:
        self.at = -1
        self.jumps: list[int] = []


class Region:
    """A stretch of code whose exceptions go to one handler. It may have holes, for code that leaves it."""

    __slots__ = ("aborts", "around", "open_at", "register", "stretches", "target")

    def __init__(self, start: int, register: int, around: Region | None) -> None:
        self.open_at = start
        self.register = register
        self.around = around
        self.aborts: tuple[int, int] | None = None
        """Where the handlers of regions inside stand that close iterators (`abort_later`)."""
        self.target = Label()
        self.stretches: list[tuple[int, int]] = []

    def suspend(self, at: int) -> None:
        if at > self.open_at:
            self.stretches.append((self.open_at, at))

    def resume(self, at: int) -> None:
        self.open_at = at


class FunctionCode:
    """The code of one function while it is being written."""

    __slots__ = (
        "aborts", "async_", "awaits", "code", "completion", "conditional", "control", "derived", "env_depth",
        "env_register", "generator", "highest", "labels", "last_bound", "locals", "names", "naming", "node", "open",
        "outer_depth", "parent", "positions", "preloaded", "regions", "resources", "scope", "template", "top",
    )

    def __init__(self, template: int, parent: FunctionCode | None, scope: Scope | None, node: Any) -> None:
        self.template = template
        self.parent = parent
        self.scope = scope
        self.node = node
        self.code: list[int] = []
        self.positions: list[int] = []
        self.open: list[Region] = []
        self.regions: list[Region] = []
        """Those that are closed: inner ones before those around them."""
        self.aborts: list[tuple[Region, int, int]] = []
        self.top = 2
        self.highest = 2
        self.locals: dict[int, Binding | None] = {0: None, 1: None}
        self.names: list[tuple[int, str, int, int]] = []
        """Registers that were variables: register, name, first instruction, and the one behind the last."""
        self.naming: dict[int, tuple[str, int]] = {}
        """Registers that are variables: name, and since which instruction."""
        self.env_register = NONE
        """The innermost environment made in this function; NONE while it is the callee's."""
        self.outer_depth: int = parent.env_depth if parent is not None else 0
        self.env_depth: int = self.outer_depth
        self.control: list[Any] = []
        """What a jump out of a statement has to get past (`control`), outermost first."""
        self.last_bound = -1
        """The highest place that a jump may go to, so far."""
        self.conditional = 0
        """How many `if` and `switch` statements are around the statement at hand."""
        self.derived = False
        """Whether this is the constructor of a derived class."""
        self.generator = False
        self.async_ = False
        self.awaits = False
        """Whether there is an `await` so far."""
        self.completion = -1
        """The register of the completion value; -1 where nobody asks for it."""
        self.resources: list[int] = []
        """Registers of the states that keep the resources of `using` declarations, innermost last."""
        self.labels: list[str] = []
        """Labels that stand directly before the statement at hand."""
        self.preloaded: tuple[Any, int] | None = None
        """A literal that a loop's test compares with, and the register it was loaded into before the loop."""

    # ---- registers

    def temporary(self, at: int) -> int:
        """A new register on top; `at` is the place to blame if there are too many."""
        register = self.top
        self.top = register + 1
        if register >= self.highest:
            self.highest = register + 1
            if register > MAX_REGISTERS:
                raise SourceError("Too many variables and temporaries in one function", at, at)
        return register

    def name(self, register: int, binding: Binding) -> None:
        """The register is that variable from here on."""
        self.release(register)
        self.locals[register] = binding
        self.naming[register] = binding.name, len(self.code)

    def release(self, register: int) -> None:
        """The register is no variable's any more."""
        self.locals.pop(register, None)
        known = self.naming.pop(register, None)
        if known is not None and known[1] < len(self.code):
            self.names.append((register, *known, len(self.code)))

    @property
    def suspends(self) -> bool:
        """Whether r0 is a coroutine once the function was left and came back."""
        return self.generator or self.async_

    # ---- code

    def emit(self, op: int, a: int = 0, b: int = 0, c: int = 0, *, at: int) -> None:
        self.code.append(op | a << 8 | b << 24 | (c & _C_MASK) << 40)
        self.positions.append(at)

    def jump(self, op: int, label: Label, a: int = 0, b: int = 0, *, at: int) -> None:
        """An instruction whose c is the distance to `label`; b may be a small negative number."""
        index = len(self.code)
        distance = 0
        if label.at >= 0:
            distance = label.at - index - 1
        else:
            label.jumps.append(index)
        self.code.append(op | a << 8 | (b & 0xFFFF) << 24 | (distance & _C_MASK) << 40)
        self.positions.append(at)

    def fuse_count(self, at: int, entry: int) -> None:
        """Put the instruction that counts and compares in one before a loop's increment (at `at`) and its comparison.

        The two stay behind it for values that are no numbers; the jump into the loop (at `entry`) still leads to the
        comparison.
        """
        code = self.code
        if len(code) != at + 2:
            return
        fused = _FUSED.get(code[at + 1] & 0xFF)
        register = code[at] >> 8 & 0xFFFF
        counts = code[at] & 0xFF == O.inc and code[at] >> 24 & 0xFFFF == register
        if fused in _OF_REGISTERS and code[at + 1] >> 24 & 0xFFFF == register:
            return                          # compares the counter with itself
        if fused is None or not counts or code[at + 1] >> 8 & 0xFFFF != register or code[entry] & 0xFF != O.jump:
            return
        target = (code[at + 1] >> 40) - ((code[at + 1] >> 40 & 0x800000) << 1) + at + 2
        operand = code[at + 1] & 0xFFFF << 24
        code.insert(at, fused | register << 8 | operand | (target - at - 1 & _C_MASK) << 40)
        self.positions.insert(at, self.positions[at + 1])
        code[at + 2] = code[at + 2] & (1 << 40) - 1 | (target - at - 3 & _C_MASK) << 40
        code[entry] = code[entry] & (1 << 40) - 1 | (at + 2 - entry - 1 & _C_MASK) << 40

    def fuse_environment(self, environment: int, register: int) -> bool:
        """Let the instruction just written, if it makes this environment, give its first variable its value, too."""
        at = len(self.code) - 1
        if at < 0 or self.last_bound == at + 1 or register >= 1 << 15:
            return False
        word = self.code[at]
        count = word >> 40
        if word & 0xFF != O.new_env or word >> 8 & 0xFFFF != environment or not 0 < count <= 0xFF:
            return False
        self.code[at] = O.new_env_with | word & 0xFFFFFFFF << 8 | (count | register << 8) << 40
        return True

    def bind(self, label: Label) -> None:
        """`label` is here."""
        here = label.at = self.last_bound = len(self.code)
        code = self.code
        for index in label.jumps:
            code[index] |= ((here - index - 1) & _C_MASK) << 40
        label.jumps = []

    def ended(self) -> bool:
        """Whether the code written last never goes on to what is written next."""
        return bool(self.code) and self.code[-1] & 0xFF in _ENDS and self.last_bound < len(self.code)

    def move(self, to: int, register: int, at: int) -> None:
        if to != register:
            self.emit(O.move, to, register, at=at)

    # ---- exceptions

    def open_region(self, register: int) -> Region:
        """Exceptions from here on go to a handler yet to come, which finds them in `register`."""
        region = Region(len(self.code), register, self.open[-1] if self.open else None)
        self.open.append(region)
        return region

    def close_region(self, region: Region) -> None:
        """The end of what `region` protects; inner regions close first."""
        region.suspend(len(self.code))
        last = self.open.pop()
        assert last is region
        self.regions.append(region)

    def abort_later(self, region: Region, base: int, at: int) -> None:
        """A handler that closes the iterator in r[base] and throws on, for a region just closed. It is written at the
        function's end: inner ones before those around them, so what a region protects of them is one stretch.
        """
        self.aborts.append((region, base, at))

    def finish(self) -> list[tuple[int, int, int, int]]:
        """The handlers, innermost first."""
        own: dict[Region, tuple[int, int]] = {}
        for region, base, at in self.aborts:
            start = len(self.code)
            self.bind(region.target)
            self.emit(O.iterator_abort, base, at=at)
            self.emit(O.throw, region.register, at=at)
            own[region] = start, len(self.code)
        for region in self.regions if own else ():
            inside = [each for each in (region.aborts, own.get(region)) if each is not None]
            if region.aborts is not None:
                region.stretches.append(region.aborts)
            around = region.around
            if inside and around is not None:
                inside += [around.aborts] if around.aborts is not None else []
                around.aborts = min(inside)[0], max(inside)[1]
        for register in list(self.naming):
            self.release(register)
        return [(start, end, region.target.at, region.register)
                for region in self.regions for start, end in region.stretches]
