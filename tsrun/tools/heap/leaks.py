"""What reaches what at the end of a run, and the leak report.

The collector's marking is run again from chosen roots (heap/reach). What lives although neither the VM's own tables nor
the script's globals reach it is a leak: of tsrun, not of the script, so there should never be one. What a script leaks
is what its variables hold on to (`held`).
"""
from __future__ import annotations

from array import array
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tsrun.heap.layout import (
    CELL, FIRST_OBJECT_KIND, KIND, KIND_NAMES, OBJECT, REACH_ON, REACH_TABLES, S_IMPORT_TOP, STRING, T_STRING,
)
from tsrun.tools.heap.columns import Columns
from tsrun.tools.text import printable
from tsrun.vm.driver import REACH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tsrun.heap.reader import Heap
    from tsrun.tools.heap.columns import Ints
    from tsrun.tools.heap.recording import Recording

EXAMPLES = 5


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
        self._recording = recording
        self.realm, self.engine = recording.realm, recording.engine
        self.columns = Columns(self.engine)
        self._words = (self.columns.top >> 6) + 1
        self._bits = self.columns.mark_bits[: self._words].copy()
        self.live = self.columns.marked()
        self._permanent = self.columns.permanent() & self.live
        self.sizes = np.zeros(self.columns.top, np.int64)
        cells = np.flatnonzero(self.live)
        self.sizes[cells] = self.columns.sizes(cells)

    def mask(self, values: Sequence[int]) -> Ints:
        """Which cells these values reach, together with the VM's own tables. The realm's own cells are always there,
        reached or not, and hold on to what they refer to.
        """
        with self.marking():
            self.mark(values, REACH_TABLES)
            missing = np.flatnonzero(self._permanent & ~self.columns.marked())
            if len(missing):
                self.mark([*values, *(CELL | int(cell) for cell in missing)], REACH_TABLES)
            return self.columns.marked()

    @contextmanager
    def marking(self) -> Iterator[Ints]:
        """The words of `mark_bits`, which are afterwards as they were before."""
        bits = self.columns.mark_bits[: self._words]
        try:
            yield bits
        finally:
            bits[:] = self._bits

    def mark(self, values: Sequence[int], how: int) -> None:
        """Mark what values reach, within `marking`; `how` as in heap/layout."""
        inbox = self.engine.memory.view("inbox")
        room = len(inbox) - 1
        for start in range(0, max(len(values), 1), room):
            part = values[start : start + room]
            inbox[0] = len(part)
            inbox[1 : 1 + len(part)] = memoryview(array("q", part))
            self.engine.command(REACH, how)
            how = REACH_ON

    def globals(self, *, calls: bool = True) -> list[int]:
        """What the script's modules hold, how they ended, what was handed to Python's code, and jobs that wait; with
        `calls` also what the calls under way hold, if the run was cut short, or what the last body held.
        """
        realm, engine = self.realm, self.engine
        values = [engine.kept(module.handle) for module in realm.modules]
        values += [engine.kept(module.namespace) for module in realm.modules if module.namespace]
        ends = [(module.result, module.promise, module.error) for module in realm.modules]
        values += [engine.kept(handle) for handles in ends for handle in handles if handle is not None]
        values += engine.lent()
        names = engine.memory.view("import_name")
        values += [STRING | names[i] for i in range(engine.state[S_IMPORT_TOP]) if names[i]]
        values += self._recording.jobs
        if calls:
            values += self._recording.stack
            values += [each.value for each in self._recording.locals]
        return values


def leaks(reach: Reach) -> Leaks:
    """Which live cells are reached by what."""
    library = reach.mask([])
    script = reach.mask(reach.globals())
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
