"""What the heap did during a run: a row of counts for each collection, pictures of the cells now and then.

The collector counts (heap/census); this takes its rows out after each collection. Of more collections than fit, every
second row is dropped, again and again; sums and extremes are kept for all of them.
"""
from __future__ import annotations

from contextlib import suppress
from time import monotonic_ns
from typing import TYPE_CHECKING, Any

import numpy as np

from tsrun.errors import MemoryLimitError
from tsrun.heap.census import (
    AGES, C_ALLOCATED_CELLS, C_BYTES_AFTER, C_BYTES_BEFORE, C_CELLS_AFTER, C_CELLS_BEFORE, C_KIND_BYTES_AFTER,
    C_KIND_BYTES_BEFORE, C_KIND_CELLS_AFTER, C_KIND_CELLS_BEFORE, C_LIVED, C_REASON, C_SLOTS_AFTER, C_SLOTS_BEFORE,
    C_START, C_TOOK, ROW,
)
from tsrun.heap.extents import CELL_BYTES
from tsrun.heap.layout import (
    KINDS, S_CENSUS, S_CENSUS_LOST, S_CENSUS_TOP, S_COLLECTIONS, S_DEPTH, S_ERROR_A, S_ERROR_B, S_ERROR_C, S_HALT_VALUE,
    S_LOAD_RESULT, S_NEW_TARGET, S_OBSERVE, S_THROWN, UNDEFINED,
)
from tsrun.stats import Stats
from tsrun.tools.heap.columns import Columns
from tsrun.tools.heap.variables import locals_of, locals_of_body, windows
from tsrun.tools.notes import COUNTING, Notes
from tsrun.tools.places import Places

if TYPE_CHECKING:
    from tsrun.realm import Realm
    from tsrun.tools.heap.columns import Ints
    from tsrun.tools.heap.variables import Local, Window

MOST_ROWS = 1 << 14
MOST_PIXELS = 1 << 17
MOST_PAUSES = 1 << 20
ROOM = 0
"""Reason of a collection: an instruction wanted room."""
HANDED_OVER = (S_LOAD_RESULT, S_HALT_VALUE, S_THROWN, S_ERROR_A, S_ERROR_B, S_ERROR_C, S_NEW_TARGET)
"""Words with values that the kernel handed to Python last; nobody wants them at the end of a run."""
PEAK_STEP = 1.02
"""A new peak of what lives is looked at closely if it is higher than the last one by this factor."""


class Frame:
    """The cell space after one collection. A pixel stands for `step` cells (a power of two): kind and age of one that
    is in use, which part of them is in use, and which part died in this collection.
    """

    def __init__(self, number: int, row: Ints, columns: Columns, *, last: bool = False) -> None:
        self.number, self.row, self.last = number, row, last
        cells = columns.top
        self.cells = cells
        self.step = 1 << max(0, (cells - 1) // MOST_PIXELS).bit_length()
        pixels = -(-cells // self.step)
        kinds = np.zeros(pixels * self.step, np.uint8)
        kinds[:cells] = columns.meta[:cells] & 0xFF
        ages = np.zeros(pixels * self.step, np.uint8)
        ages[:cells] = columns.age[:cells]
        kinds[:cells][~columns.marked()] = 0
        grid, age_grid = kinds.reshape(pixels, self.step), ages.reshape(pixels, self.step)
        # Any of a pixel's cells, so that kinds show in proportion; the highest kind where that one is free.
        rows = np.arange(pixels)
        pick = (rows * 40503 >> 4) % self.step
        picked = grid[rows, pick]
        self.kind = np.where(picked > 0, picked, grid.max(1))
        self.used = (grid != 0).mean(1)
        self.died = ((grid == 0) & (age_grid == 255)).mean(1)
        self.age = np.where(grid != 0, age_grid, 0).max(1)


class Sites:
    """What lived at one moment, by the place where it was allocated."""

    def __init__(self, columns: Columns) -> None:
        cells = columns.live()
        keys = columns.site[cells].astype(np.int64) * KINDS + columns.kinds(cells)
        counts = np.bincount(keys)
        self.keys = np.flatnonzero(counts)
        """(pc + 1) * KINDS + kind, ascending."""
        self.counts = counts[self.keys]
        self.sizes = np.bincount(keys, columns.sizes(cells))[self.keys].astype(np.int64)


class _Start(Stats):
    """Notes when the script begins: when its code was loaded."""

    def __init__(self, recording: Recording) -> None:
        super().__init__()
        self._recording = recording

    def phase(self, name: str) -> None:
        super().phase(name)
        if name == "load":
            self._recording.began = monotonic_ns()
            self._recording.started = True


class Recording:
    """Records the heap of a realm from now on. `frames` is how many pictures of the cells are wanted, 0 for none."""

    def __init__(self, realm: Realm, frames: int = 0) -> None:
        self.realm, self.engine = realm, realm.engine
        self.columns = Columns(realm.engine)
        self.rows: list[Ints] = []
        self.taken = 0
        """Rows taken out so far, those included that were dropped since."""
        self.stride = 1
        self.took: list[int] = []
        """Nanoseconds of the pauses; of very many, of every second or fourth and so on."""
        self.pauses = self.paused = self.longest = 0
        """How many pauses, and nanoseconds of all and of the longest."""
        self._pause_stride = 1
        self.made_cells = np.zeros(KINDS, np.int64)
        self.made_bytes = np.zeros(KINDS, np.int64)
        self.survival = np.zeros(2 * AGES, np.int64)
        """Cells that survived, by age, and cells that did not."""
        self.peak: Ints = np.zeros(ROW, np.int64)
        """The row with the largest heap, and that with most alive."""
        self.peak_live: Ints = self.peak
        self.peak_sites: Sites | None = None
        self._peak_seen = 0
        self.frames: list[Frame] = []
        self._frames_wanted = frames
        self._frame_stride = 1
        self.lost = 0
        self.finished = False
        self._last: Ints = self.peak
        self.began = monotonic_ns()
        """When the script began, by the collector's clock."""
        self.started = False
        """Whether it did."""
        realm.stats = _Start(self)
        self.notes = Notes(realm) if realm.kernel.profile in COUNTING else None
        self._places: Places | None = None
        self._census = self.engine.memory.numpy("census")
        state = self.engine.state
        state[S_CENSUS] = 1
        self.engine.collect()
        self._take()
        self.empty = self._last
        """The row of the empty realm."""
        state[S_OBSERVE] = 1
        self.engine.on_collection = self._look
        self.engine.on_cut = self.finish
        self.stack: list[int] = []
        """What registers and frames held in the end, if a limit or an interruption was the end."""
        self.jobs: list[int] = []
        """What jobs that wait hold, likewise."""
        self.calls: list[Window] = []
        """The calls that were under way then."""
        self.locals: list[Local] = []
        """Variables in registers: of the calls under way, likewise; else those that the bodies of the modules or of
        the script left, as long as no collection came after their end."""
        self._owners: list[object] = []
        """Python's objects that held on to values at the end: while they live it stays as it was."""
        self._bodies_end = 0
        """How many collections there had been when `locals` was written."""
        realm.on_body = self._body_is_over

    def _take(self) -> None:
        """Take the census's rows out."""
        state = self.engine.state
        count = state[S_CENSUS_TOP]
        for i in range(count):
            self._note(self._census[i * ROW : (i + 1) * ROW].copy())
        state[S_CENSUS_TOP] = 0
        self.lost += state[S_CENSUS_LOST]
        state[S_CENSUS_LOST] = 0

    def _note(self, row: Ints) -> None:
        last = self._last
        if self.taken:
            kinds = slice(C_KIND_CELLS_BEFORE, C_KIND_CELLS_BEFORE + KINDS)
            after = slice(C_KIND_CELLS_AFTER, C_KIND_CELLS_AFTER + KINDS)
            self.made_cells += row[kinds] - last[after]
            kinds = slice(C_KIND_BYTES_BEFORE, C_KIND_BYTES_BEFORE + KINDS)
            after = slice(C_KIND_BYTES_AFTER, C_KIND_BYTES_AFTER + KINDS)
            self.made_bytes += row[kinds] - last[after]
            self.survival += row[C_LIVED : C_LIVED + 2 * AGES]
            if row[C_REASON] == ROOM:
                self._pause(int(row[C_TOOK]))
        if heap_before(row) > heap_before(self.peak):
            self.peak = row
        if heap_after(row) > heap_after(self.peak_live):
            self.peak_live = row
        if self.taken % self.stride == 0:
            self.rows.append(row)
            if len(self.rows) >= MOST_ROWS:
                del self.rows[1::2]
                self.stride *= 2
        self.taken += 1
        self._last = row

    def _pause(self, took: int) -> None:
        if self.pauses % self._pause_stride == 0:
            self.took.append(took)
            if len(self.took) >= MOST_PAUSES:
                del self.took[1::2]
                self._pause_stride *= 2
        self.pauses += 1
        self.paused += took
        self.longest = max(self.longest, took)

    def _look(self) -> None:
        """After a collection, before the script goes on."""
        self._take()
        row = self._last
        live = heap_after(row)
        if live > PEAK_STEP * self._peak_seen:
            self._peak_seen = live
            self.peak_sites = Sites(self.columns)
        wanted = self._frames_wanted
        if wanted and (self.taken - 2) % self._frame_stride == 0:
            self.frames.append(Frame(self.taken - 1, row, self.columns))
            if len(self.frames) >= 2 * wanted:
                del self.frames[1::2]
                self._frame_stride *= 2

    def _body_is_over(self, template: int, thrown: bool) -> None:
        """Note what the body of a module or script has in registers."""
        if self.finished:
            return
        if self._bodies_end != self.engine.state[S_COLLECTIONS]:
            self.locals.clear()
        self._bodies_end = self.engine.state[S_COLLECTIONS]
        self.locals += locals_of_body(self.realm, template, thrown=thrown)

    def finish(self) -> None:
        """A last collection; nothing is recorded after it."""
        state = self.engine.state
        if self.finished:
            return
        self.finished = True
        self._owners = self.engine.owners()
        state[S_OBSERVE] = 0
        handles = []
        if state[S_DEPTH]:
            self.calls = list(windows(self.realm))
            self.locals = locals_of(self.realm, self.calls)
        else:
            for word in HANDED_OVER:
                state[word] = UNDEFINED
            if self._bodies_end != state[S_COLLECTIONS]:
                self.locals.clear()
            handles = [self.engine.keep(each.value) for each in self.locals]
        with suppress(MemoryLimitError):  # the collection itself takes place
            self.engine.collect()
        for handle in handles:
            self.engine.drop(handle)
        self.stack, self.jobs = self.columns.stack(), self.columns.jobs()
        wanted = self._frames_wanted
        self._frames_wanted = 0
        self._look()
        state[S_CENSUS] = 0
        if wanted:
            keep = np.linspace(0, len(self.frames) - 1, min(wanted - 1, len(self.frames))).round().astype(int)
            self.frames = [self.frames[i] for i in dict.fromkeys(keep.tolist())]
            self.frames.append(Frame(self.taken - 1, self._last, self.columns, last=True))

    @property
    def places(self) -> Places:
        """The code that is loaded now."""
        if self._places is None:
            self._places = Places(self.realm)
        return self._places

    def table(self) -> Ints:
        """All rows that were kept, the empty realm's first and the last one last."""
        rows = self.rows if self.rows[-1] is self._last else [*self.rows, self._last]
        for peak in (self.peak, self.peak_live):
            if peak[C_ALLOCATED_CELLS] and not any(peak is row for row in rows):
                rows = [*rows, peak]
        table: Ints = np.stack(rows)
        return table[np.argsort(table[:, C_START], kind="stable")]

    @property
    def last(self) -> Ints:
        return self._last


def heap_before(row: Ints) -> Any:
    """Bytes of the heap before a collection: of one row, or of each row of a table."""
    return CELL_BYTES * row[..., C_CELLS_BEFORE] + 8 * (row[..., C_SLOTS_BEFORE] + row[..., C_BYTES_BEFORE])


def heap_after(row: Ints) -> Any:
    """Bytes of the heap after it."""
    return CELL_BYTES * row[..., C_CELLS_AFTER] + 8 * (row[..., C_SLOTS_AFTER] + row[..., C_BYTES_AFTER])
