"""The variables of a script that hold a cell when its run ends, and where each of them is.

Those of modules and the properties of the global object are slots of cells. Where a run was cut short there are the
locals of the calls under way, too: in registers, which the compiler has named for each stretch of code, or in slots of
environments. Functions that wait for a promise have their registers in a coroutine.
"""
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from tsrun.heap.layout import (
    CELL, CO_AWAITING, CO_STATE, CO_SUSPENDED, F_HOST, F_NATIVE, GLOBAL_OBJECT, ID, KIND, K_COROUTINE, K_ENV,
    K_FUNCTION, OBJECT, S_CELL_TOP, S_DEPTH, S_FP, S_PC, S_THROW_PC, T_CELL, T_OBJECT, T_STRING,
)
from tsrun.heap.reader import TEMPLATE_WORDS
from tsrun.tools.heap.columns import FRAME
from tsrun.tools.heap.graph import Graph
from tsrun.tools.heap.scopes import Scopes
from tsrun.tools.places import TOP_LEVEL, Places
from tsrun.tools.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tsrun.heap.reader import Heap
    from tsrun.realm import Realm
    from tsrun.tools.heap.recording import Recording

C_REGISTERS = 4
"""As in vm/coroutines: where the registers from r1 begin in a coroutine's payload, whose first word is the pc."""
BODY_WINDOW, BODY_CALLS = 1, 2 * FRAME
"""Where the window of a body that Python called begins, and the first frame that it pushes itself."""
GLOBAL = "globalThis"
MOST_COROUTINES, MOST_WINDOWS = 1000, 200


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable, the cell that it holds as a value, and where that stands."""

    name: str
    owner: str
    """Path of the file, or globalThis."""
    value: int
    slot: int = -1
    """Its place among the slots; -1: it is in a register."""
    container: int = 0
    """The cell whose slot it is; 0 where that is there anyway."""
    function: str = ""
    """Name of the function whose local it is; none for those of modules."""


class Local(NamedTuple):
    """A named register."""

    template: int
    name: str
    value: int


class Window(NamedTuple):
    """The registers of a call under way, r0 first, and the instruction that it has come to."""

    template: int
    pc: int
    registers: list[int]


def is_cell(value: int) -> bool:
    return T_STRING <= value >> 48 <= T_CELL


# Registers


def windows(realm: Realm) -> Iterator[Window]:
    """The calls under way, outermost first; of very many the outermost and the innermost."""
    engine = realm.engine
    view, top = engine.memory.view, engine.state[S_DEPTH]
    registers, frames, words = view("regs"), view("frames"), view("template_word")
    depths = list(range(FRAME, top + 1, FRAME))
    if len(depths) > 2 * MOST_WINDOWS:
        depths[MOST_WINDOWS:-MOST_WINDOWS] = []
    for depth in depths:
        pc, fp = (engine.state[S_PC], engine.state[S_FP]) if depth == top else (frames[depth], frames[depth + 1])
        template = _template_of(realm.heap, registers[fp])
        yield Window(template, pc - 1, registers[fp : fp + words[template * TEMPLATE_WORDS + 3]].tolist())


def _template_of(heap: Heap, callee: int) -> int:
    """The template whose code a window belongs to; 0 for none."""
    cell = callee & ID
    if callee >> 48 not in {T_OBJECT, T_CELL} or heap.meta[cell] & KIND not in {K_FUNCTION, K_COROUTINE}:
        return 0
    return 0 if heap.meta[cell] & (F_NATIVE | F_HOST) and heap.meta[cell] & KIND == K_FUNCTION else heap.aux[cell]


def variables_at(realm: Realm, template: int, pc: int) -> list[tuple[str, int]]:
    """The registers that are variables at an instruction of a template: name and number."""
    at = pc - realm.engine.memory.view("template_word")[template * TEMPLATE_WORDS]
    return [(name, register) for register, name, start, end in realm.registers.get(template, ()) if start <= at < end]


def named(realm: Realm, window: Window) -> Iterator[tuple[str, int]]:
    """The registers of a window that are variables where it has come to, and hold a cell: name and number."""
    for name, register in variables_at(realm, window.template, window.pc):
        if register < len(window.registers) and is_cell(window.registers[register]):
            yield name, register


def locals_of(realm: Realm, calls: Sequence[Window]) -> list[Local]:
    """The named registers of some calls."""
    return [Local(window.template, name, window.registers[register])
            for window in calls for name, register in named(realm, window)]


def locals_of_body(realm: Realm, template: int, *, thrown: bool) -> list[Local]:
    """Those of the body of a module or script that Python called and that has just come to its end, or thrown.

    Its frame is gone, but nothing ran since that would have written over its registers.
    """
    engine = realm.engine
    words, known = engine.memory.view("template_word"), realm.registers.get(template, [])
    if not known or engine.state[S_DEPTH]:
        return []
    start, end, size = (words[template * TEMPLATE_WORDS + word] for word in (0, 1, 3))
    registers = engine.memory.view("regs")[BODY_WINDOW : BODY_WINDOW + size].tolist()
    return locals_of(realm, [Window(template, _thrower(realm, start, end) if thrown else end - 1, registers)])


def _thrower(realm: Realm, start: int, end: int) -> int:
    """The instruction of a body that threw, or called what did."""
    engine = realm.engine
    candidates = engine.state[S_THROW_PC], engine.memory.view("frames")[BODY_CALLS] - 1
    return next((pc for pc in candidates if start <= pc < end), -1)


# Variables


class Variables:
    """Finds the variables of a run that a recording has finished."""

    def __init__(self, recording: Recording, before: frozenset[int]) -> None:
        self._recording, self._before = recording, before
        self._realm = recording.realm
        self._heap = self._realm.heap
        self._places: Places | None = None

    def all(self) -> list[Variable]:
        """Captured and exported variables of modules, properties that the script gave the global object, and locals.

        `before` are the keys that the global object had when the script began.
        """
        found = [*self._of_modules(), *self._of_globals(), *self._registers()]
        if self._recording.calls:
            found += self._environments()
        found += self._coroutines()
        return [each for each in found if is_cell(each.value)]

    def _slot(self, name: str, owner: str, slot: int, container: int = 0, function: str = "") -> Variable:
        return Variable(printable(name), owner, self._heap.slots[slot], slot, container, function)

    def _of_modules(self) -> Iterator[Variable]:
        for module in self._realm.modules:
            start = self._heap.offset[self._realm.engine.kept(module.handle) & ID]
            for slot, name in enumerate(module.variables.get(-1, [[]])[0], 1):
                yield self._slot(name, module.name, start + slot)

    def _of_globals(self) -> Iterator[Variable]:
        """New properties of the global object and the slots of their values."""
        heap = self._heap
        start = heap.offset[GLOBAL_OBJECT]
        if not start:
            return
        size = heap.slots[start - 1] >> 32
        values = {key: value for key, value, _ in heap.named(OBJECT | GLOBAL_OBJECT) if key not in self._before}
        for at in range(start, start + size):
            value = heap.slots[at]
            key = next((key for key, each in values.items() if each == value and is_cell(value)), None)
            if key is not None and key >> 48 == T_STRING:
                yield self._slot(heap.string(key), GLOBAL, at)
                del values[key]

    def _function(self, template: int) -> tuple[str, str]:
        """File and name of a function; no name for the body of a file."""
        if self._places is None:
            self._places = Places(self._realm)
        found = self._places.function(template)
        return found.file, "" if found.name == TOP_LEVEL else found.name

    def _registers(self) -> Iterator[Variable]:
        for template, name, value in self._recording.locals:
            file, function = self._function(template)
            yield Variable(printable(name), file, value, function=function)

    def _environments(self) -> Iterator[Variable]:
        """Captured variables of the calls under way."""
        realm, heap = self._realm, self._heap
        scopes = Scopes(realm)
        scope_of = scopes.of_environments(Graph(realm.engine))
        known = {realm.engine.kept(module.handle) & ID for module in realm.modules}
        for window in self._recording.calls:
            for value in window.registers:
                cell = value & ID
                if value >> 48 != T_CELL or heap.meta[cell] & KIND != K_ENV or cell in known:
                    continue
                known.add(cell)
                file, function = self._function(window.template)
                for slot, name in enumerate(scopes.names[scope_of[cell]], 1):
                    yield self._slot(name, file, heap.offset[cell] + slot, function=function)

    def _coroutines(self) -> Iterator[Variable]:
        """Locals of functions that wait for a promise."""
        heap = self._heap
        meta = self._realm.engine.memory.numpy("meta")[: self._realm.engine.state[S_CELL_TOP]]
        waiting = (meta & KIND == K_COROUTINE) & (meta & CO_STATE == CO_SUSPENDED) & (meta & CO_AWAITING != 0)
        for cell in np.flatnonzero(waiting)[:MOST_COROUTINES].tolist():
            start, template = heap.offset[cell], heap.aux[cell]
            if not start or template not in self._realm.registers:
                continue
            kept = heap.slots[start + C_REGISTERS : start + heap.length[cell]].tolist()
            window = Window(template, (heap.slots[start] & 0xFFFFFFFF) - 1, [CELL | cell, *kept])
            file, function = self._function(template)
            for name, register in named(self._realm, window):
                yield self._slot(name, file, start + C_REGISTERS + register - 1, cell, function)


def global_keys(heap: Heap) -> frozenset[int]:
    """Keys of the global object's properties."""
    return frozenset(key for key, _, _ in heap.named(OBJECT | GLOBAL_OBJECT))
