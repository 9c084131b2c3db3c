"""Who holds what at the end of a run: the leak report, and what each variable keeps alive.

The collector's marking is run again from chosen roots (heap/reach). What lives although neither the VM's own tables nor
the script's globals reach it is a leak: of tsrun, not of the script, so there should never be one. What a script leaks
is what its variables hold on to; for each of them, its value is taken away and what is not reached then is counted.
"""
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tsrun.heap.layout import (
    CELL, FIRST_OBJECT_KIND, GLOBAL_OBJECT, ID, KIND, KIND_NAMES, OBJECT, S_IMPORT_TOP, STRING, T_CELL, T_OBJECT,
    T_STRING, UNDEFINED, UNINIT,
)
from tsrun.tools.heap.columns import Columns
from tsrun.tools.text import printable
from tsrun.vm.driver import REACH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tsrun.heap.reader import Heap
    from tsrun.realm import Realm
    from tsrun.tools.heap.columns import Ints
    from tsrun.tools.heap.recording import Recording

MOST_VARIABLES = 200
EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable of the script's outermost scopes: where it is, and the slot that holds its value."""

    owner: str
    name: str
    slot: int


@dataclass(frozen=True, slots=True)
class Held:
    """What only one variable keeps alive."""

    variable: Variable
    kind: str
    cells: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Leaks:
    """Live cells by what reaches them. `leaked` are the numbers of those that nothing of the script's does."""

    live: int
    library: int
    """The realm's own, and the constants of the script's code."""
    script: int
    """What the script's modules and globals hold besides, and how many bytes that is."""
    script_bytes: int
    leaked: list[int]
    examples: list[str]


class Reach:
    """Asks what values reach. The heap must have been collected, and nothing be allocated since."""

    def __init__(self, recording: Recording) -> None:
        self.realm, self.engine = recording.realm, recording.engine
        self._stack = recording.stack
        self.columns = Columns(self.engine)
        self._words = (self.columns.top >> 6) + 1
        self._bits = self.columns.mark_bits[: self._words].copy()
        self.live = self.columns.marked()
        self._permanent = self.columns.permanent() & self.live
        self.sizes = np.zeros(self.columns.top, np.int64)
        cells = np.flatnonzero(self.live)
        self.sizes[cells] = self.columns.sizes(cells)

    def mask(self, values: Sequence[int], *, tables: bool) -> Ints:
        """Which cells these values reach, together with the VM's own tables if they are to count. The realm's own
        cells are always there, reached or not, and hold on to what they refer to.
        """
        found = self._reached(values, tables=tables)
        missing = np.flatnonzero(self._permanent & ~found)
        if not len(missing):
            return found
        return self._reached([*values, *(CELL | int(cell) for cell in missing)], tables=tables)

    def _reached(self, values: Sequence[int], *, tables: bool) -> Ints:
        inbox = self.engine.memory.view("inbox")
        inbox[0] = len(values)
        for i, value in enumerate(values, 1):
            inbox[i] = value
        try:
            self.engine.command(REACH, int(tables))
            return self.columns.marked()
        finally:
            self.columns.mark_bits[: self._words] = self._bits

    def globals(self) -> list[int]:
        """What the script's modules hold, how they ended, what was handed to Python's code, and what is under way if
        the run was cut short.
        """
        realm, engine = self.realm, self.engine
        values = [engine.kept(module.handle) for module in realm.modules]
        values += [engine.kept(module.namespace) for module in realm.modules if module.namespace]
        ends = [(module.result, module.promise, module.error) for module in realm.modules]
        values += [engine.kept(handle) for handles in ends for handle in handles if handle is not None]
        values += engine.lent()
        names = engine.memory.view("import_name")
        values += [STRING | names[i] for i in range(engine.state[S_IMPORT_TOP]) if names[i]]
        return values + self._stack


def leaks(reach: Reach) -> Leaks:
    """Which live cells are reached by what."""
    library = reach.mask([], tables=True)
    script = reach.mask(reach.globals(), tables=True)
    leaked = np.flatnonzero(reach.live & ~script)
    heap = reach.engine.heap
    examples = [describe(heap, int(cell)) for cell in leaked[:EXAMPLES]]
    own = reach.live & script & ~library
    return Leaks(
        int(reach.live.sum()), int((reach.live & library).sum()), int(own.sum()), int(reach.sizes[own].sum()),
        leaked.tolist(), examples)


def describe(heap: Heap, cell: int) -> str:
    """A cell in a few words."""
    kind = heap.meta[cell] & KIND
    if KIND_NAMES[kind] == "string":
        text = heap.string(cell)
        return f"string {text[:40]!r}"
    if kind < FIRST_OBJECT_KIND:
        return KIND_NAMES[kind]
    names = [printable(heap.string(key)) for key, _, _ in heap.named(OBJECT | cell) if key >> 48 == T_STRING][:4]
    return f"{KIND_NAMES[kind]} {{ {', '.join(names)} }}" if names else KIND_NAMES[kind]


def variables(realm: Realm, before: frozenset[int]) -> list[Variable]:
    """Captured and exported variables of modules, and properties that the script gave the global object.

    `before` are the keys that the global object had when the script began.
    """
    heap, found = realm.heap, []
    for module in realm.modules:
        start = heap.offset[realm.engine.kept(module.handle) & ID]
        for slot, name in enumerate(module.variables.get(-1, [[]])[0], 1):
            found.append(Variable(module.name, name, start + slot))
    found += _globals(heap, before)
    return [each for each in found if heap.slots[each.slot] >> 48 in {T_OBJECT, T_STRING, T_CELL}]


def _globals(heap: Heap, before: frozenset[int]) -> list[Variable]:
    """New properties of the global object and the slots of their values."""
    start = heap.offset[GLOBAL_OBJECT]
    if not start:
        return []
    size = heap.slots[start - 1] >> 32
    values = {key: value for key, value, _ in heap.named(OBJECT | GLOBAL_OBJECT) if key not in before}
    found = []
    for at in range(start, start + size):
        key = next((key for key, value in values.items() if value == heap.slots[at] and value >> 48 >= T_STRING), None)
        if key is not None and key >> 48 == T_STRING:
            found.append(Variable("globalThis", printable(heap.string(key)), at))
            del values[key]
    return found


def global_keys(heap: Heap) -> frozenset[int]:
    """Keys of the global object's properties."""
    return frozenset(key for key, _, _ in heap.named(OBJECT | GLOBAL_OBJECT))


def held(reach: Reach, candidates: Sequence[Variable]) -> list[Held]:
    """What would be free if a variable had no value, the largest first."""
    heap = reach.engine.heap
    roots = reach.globals()
    result = []
    for variable in candidates[:MOST_VARIABLES]:
        value = heap.slots[variable.slot]
        if value in {UNDEFINED, UNINIT}:
            continue
        heap.slots[variable.slot] = UNDEFINED
        try:
            kept = reach.mask(roots, tables=True)
        finally:
            heap.slots[variable.slot] = value
        alone = reach.live & ~kept
        kind = KIND_NAMES[heap.meta[value & ID] & KIND]
        result.append(Held(variable, kind, int(alone.sum()), int(reach.sizes[alone].sum())))
    return sorted((each for each in result if each.cells), key=lambda each: -each.bytes)
