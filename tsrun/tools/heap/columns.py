"""The heap's columns as numpy arrays: which cells live, and how large they are."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from tsrun.heap.extents import CELL_BYTES
from tsrun.heap.layout import (
    FIRST_OBJECT_KIND, F_ROPE, ID, KIND, K_PROMISE, K_STRING, K_SYMBOL, S_BYTE_TOP, S_CELL_TOP, S_DEPTH, S_JOB_HEAD,
    S_JOB_TAIL, S_LIVE_CELLS, S_REALM_TOP, S_SLOT_TOP, T_CELL, T_STRING,
)

if TYPE_CHECKING:
    from tsrun.vm.driver import Engine

    Ints = Any
    """An array of numpy's. Its type parameters would say nothing: the regions decide what is in it."""

FRAME = 4


class Columns:
    """Views of the regions of one engine. What they show changes with the heap."""

    def __init__(self, engine: Engine) -> None:
        numpy = engine.memory.numpy
        self.engine = engine
        self.state = engine.state
        self.meta, self.shape, self.offset = numpy("meta"), numpy("shape"), numpy("offset")
        self.elems, self.length, self.link, self.aux = numpy("elems"), numpy("length"), numpy("link"), numpy("aux")
        self.slots, self.words8, self.mark_bits = numpy("slots"), numpy("words8"), numpy("mark_bits")
        self.age, self.site = numpy("age"), numpy("cell_site")

    @property
    def top(self) -> int:
        return int(self.state[S_CELL_TOP])

    def marked(self) -> Ints:
        """Whether each cell below the top was found alive by the last collection."""
        words = self.mark_bits[: (self.top >> 6) + 1]
        bits = np.unpackbits(words.view(np.uint8), bitorder="little")
        return bits[: self.top].astype(bool)

    def permanent(self) -> Ints:
        """Whether each cell below the top is one of the realm's, which live for ever."""
        found = np.zeros(self.top, bool)
        known = np.unpackbits(self.engine.memory.numpy("realm_bits").view(np.uint8), bitorder="little")
        known = known[: min(self.top, self.state[S_REALM_TOP])]
        found[: len(known)] = known
        return found

    def live(self) -> Ints:
        """The numbers of the cells that the last collection found alive."""
        return np.flatnonzero(self.marked())

    def kinds(self, cells: Ints) -> Ints:
        return self.meta[cells] & KIND

    def _block(self, cells: Ints, payload: Ints) -> Ints:
        """Bytes of each cell's block of slots, the header included; 0 where it has none."""
        header = self.slots[np.maximum(payload, 1) - 1]
        owned = (payload > 0) & (header & ID == cells)
        return np.where(owned, ((header >> 32) + 1) << 3, 0)

    def sizes(self, cells: Ints) -> Ints:
        """Bytes of each cell, columns and payload, as the census counts them."""
        kinds = self.kinds(cells)
        offset = self.offset[cells]
        sizes = np.full(len(cells), CELL_BYTES, np.int64)
        strings = kinds == K_STRING
        flat = strings & (self.meta[cells] & F_ROPE == 0) & (offset > 0)
        sizes[flat] += ((self.words8[offset[flat] - 1] >> 32) + 1) << 3
        blocks = ~strings & (kinds != K_SYMBOL)
        sizes[blocks] += self._block(cells[blocks], offset[blocks])
        objects = kinds >= FIRST_OBJECT_KIND
        sizes[objects] += self._block(cells[objects], self.elems[cells[objects]])
        promises = kinds == K_PROMISE
        sizes[promises] += self._block(cells[promises], self.link[cells[promises]])
        return sizes

    def heap_bytes(self) -> int:
        """All that the heap takes after a collection: live cells, and payload with what it leaves unused."""
        state = self.state
        return CELL_BYTES * int(state[S_LIVE_CELLS]) + 8 * (int(state[S_SLOT_TOP]) + int(state[S_BYTE_TOP]))

    def jobs(self) -> list[int]:
        """Cells in the queue of jobs, in which there are some when a run was cut short."""
        return self._cells(self.engine.memory.numpy("jobs")[self.state[S_JOB_HEAD] : self.state[S_JOB_TAIL]])

    def stack(self) -> list[int]:
        """Cells in registers and frames, of which there are some when a run was cut short."""
        memory, depth = self.engine.memory, int(self.state[S_DEPTH])
        if not depth:
            return []
        registers = memory.numpy("regs")
        used = np.flatnonzero(registers)
        return self._cells(np.concatenate([
            registers[: int(used[-1]) + 1 if len(used) else 0], memory.numpy("frames")[3:depth:FRAME]]))

    def _cells(self, values: Ints) -> list[int]:
        tags = values >> 48
        values = values[(tags >= T_STRING) & (tags <= T_CELL)]
        found: list[int] = values[values & ID < self.top].tolist()
        return found
