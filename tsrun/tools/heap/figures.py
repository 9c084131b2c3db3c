"""What the recording says, as named columns and sums."""
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tsrun.heap.census import (
    AGES, C_ALLOCATED_BYTES, C_ALLOCATED_CELLS, C_ALLOCATED_SLOTS, C_CELLS_AFTER, C_CELLS_BEFORE, C_CPU, C_INSTRUCTIONS,
    C_KIND_BYTES_AFTER, C_KIND_BYTES_BEFORE, C_KIND_CELLS_AFTER, C_KIND_CELLS_BEFORE, C_NUMBER, C_PC, C_REASON,
    C_START, C_TOOK, KINDS,
)
from tsrun.heap.extents import CELL_BYTES
from tsrun.heap.layout import KIND_NAMES, S_MAX_MEMORY
from tsrun.tools.heap.recording import ROOM, heap_after, heap_before

if TYPE_CHECKING:
    from tsrun.tools.heap.columns import Ints
    from tsrun.tools.heap.recording import Recording

AXES = {"time": "time (ms)", "allocated": "allocated so far (MB)", "instructions": "instructions (million)"}
"""What a picture can go along, and how its axis is labelled."""


@dataclass(frozen=True)
class Figures:
    """A row per collection; the first is the empty realm, the last the end of the run."""

    number: Ints
    time: Ints
    """Milliseconds since the script began."""
    pause: Ints
    """Microseconds."""
    cpu: Ints
    """Microseconds of the processor's time, however busy the machine was."""
    room: Ints
    """Whether an instruction wanted room (else the collection was asked for)."""
    pc: Ints
    allocated_cells: Ints
    allocated: Ints
    """Bytes."""
    instructions: Ints
    before: Ints
    """Bytes of the heap before the collection and after it."""
    after: Ints
    cells_before: Ints
    cells_after: Ints
    kind_cells_before: Ints
    """By row and kind."""
    kind_bytes_before: Ints
    kind_cells: Ints
    kind_bytes: Ints
    """What survived."""
    limit: int

    def axis(self, over: str) -> Ints:
        """The coordinates along an axis of AXES."""
        if over == "time":
            return self.time
        return self.allocated / 1e6 if over == "allocated" else self.instructions / 1e6

    @property
    def unused(self) -> Ints:
        """Bytes after each collection that belong to no cell: dead payload between packed blocks."""
        return self.after - self.kind_bytes.sum(1)


def figures(recording: Recording) -> Figures:
    """The columns of a recording."""
    table = recording.table()

    def kinds(start: int) -> Ints:
        return table[:, start : start + KINDS]

    payload = table[:, C_ALLOCATED_SLOTS] + table[:, C_ALLOCATED_BYTES]
    return Figures(
        number=table[:, C_NUMBER], time=np.maximum(table[:, C_START] - recording.began, 0) / 1e6,
        pause=table[:, C_TOOK] / 1e3, cpu=table[:, C_CPU] / 1e3,
        room=table[:, C_REASON] == ROOM, pc=table[:, C_PC], allocated_cells=table[:, C_ALLOCATED_CELLS],
        allocated=CELL_BYTES * table[:, C_ALLOCATED_CELLS] + 8 * payload, instructions=table[:, C_INSTRUCTIONS],
        before=heap_before(table), after=heap_after(table), cells_before=table[:, C_CELLS_BEFORE],
        cells_after=table[:, C_CELLS_AFTER], kind_cells_before=kinds(C_KIND_CELLS_BEFORE),
        kind_bytes_before=kinds(C_KIND_BYTES_BEFORE), kind_cells=kinds(C_KIND_CELLS_AFTER),
        kind_bytes=kinds(C_KIND_BYTES_AFTER), limit=int(recording.engine.state[S_MAX_MEMORY]))


@dataclass(frozen=True, slots=True)
class Share:
    """Cells and bytes of a kind, or of a place and kind."""

    name: str
    cells: int
    bytes: int


def kind_shares(cells: Ints, sizes: Ints) -> list[Share]:
    """By kind, the largest first."""
    there = np.flatnonzero(cells[: len(KIND_NAMES)])
    shares = [Share(KIND_NAMES[kind], int(cells[kind]), int(sizes[kind])) for kind in there]
    return sorted(shares, key=lambda share: -share.bytes)


def peak_shares(recording: Recording) -> list[Share]:
    """What lived when most did, by kind."""
    row = recording.peak_live
    return kind_shares(
        row[C_KIND_CELLS_AFTER : C_KIND_CELLS_AFTER + KINDS], row[C_KIND_BYTES_AFTER : C_KIND_BYTES_AFTER + KINDS])


def growth(columns: Figures) -> tuple[float, float]:
    """Bytes that came to live during the second half of the run, and which part that is of what was allocated then."""
    half = int(np.searchsorted(columns.allocated, columns.allocated[-1] / 2))
    half = min(half, len(columns.after) - 2)
    rows = slice(half, len(columns.after) - 1 if len(columns.after) > 3 else None)
    after, allocated = columns.after[rows], columns.allocated[rows]
    if len(after) < 2 or allocated[-1] == allocated[0]:
        return 0.0, 0.0
    gained = float(after[-1] - after[0])
    return gained, gained / float(allocated[-1] - allocated[0])


def survival(recording: Recording) -> Ints:
    """By the collections survived before, which part of the cells survived the next one; NaN where there were none."""
    lived, died = recording.survival[:AGES], recording.survival[AGES:]
    with np.errstate(invalid="ignore"):
        return lived / (lived + died)
