"""The numbers of a recording for other programs: CSV and numpy's npz."""
from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

import numpy as np

from tsrun.heap.layout import KIND_NAMES
from tsrun.tools.heap.figures import figures, survival

if TYPE_CHECKING:
    from tsrun.tools.heap.columns import Ints
    from tsrun.tools.heap.figures import Figures
    from tsrun.tools.heap.recording import Recording

REASONS = ("asked", "room")


def columns_by_name(columns: Figures) -> dict[str, Ints]:
    """What stands in a row, with units in the names."""
    return {
        "collection": columns.number, "time_ms": columns.time, "pause_us": columns.pause,
        "pause_cpu_us": columns.cpu,
        "wanted_room": columns.room.astype(np.int64), "pc": columns.pc, "allocated_cells": columns.allocated_cells,
        "allocated_bytes": columns.allocated, "instructions": columns.instructions, "bytes_before": columns.before,
        "bytes_after": columns.after, "cells_before": columns.cells_before, "cells_after": columns.cells_after,
        "unused_bytes_after": columns.unused,
    }


def write_csv(recording: Recording, path: str) -> None:
    """A row per collection: the columns, the place of the instruction, then what survived by kind."""
    columns = figures(recording)
    named = columns_by_name(columns)
    kinds = np.flatnonzero(columns.kind_cells.any(0))
    places = recording.places
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        header = [*named, "place"]
        header += [f"{KIND_NAMES[kind]}_{what}" for kind in kinds for what in ("cells", "bytes")]
        writer.writerow(header)
        by_kind = np.stack([columns.kind_cells[:, kinds], columns.kind_bytes[:, kinds]], 2).reshape(len(columns.pc), -1)
        lists = [values.tolist() for values in named.values()]
        for i, row in enumerate(zip(*lists, strict=True)):
            place = places.place(int(columns.pc[i]))
            writer.writerow([*(_short(value) for value in row), str(place or ""), *by_kind[i].tolist()])


def _short(value: float) -> float | str:
    return f"{value:.3f}" if isinstance(value, float) else value


def write_npz(recording: Recording, path: str) -> None:
    """All columns, the tables by kind, survival by age and every pause."""
    columns = figures(recording)
    arrays: dict[str, Any] = dict(columns_by_name(columns))
    kinds = len(KIND_NAMES)
    arrays |= {
        "kinds": np.array(KIND_NAMES), "kind_cells_before": columns.kind_cells_before[:, :kinds],
        "kind_bytes_before": columns.kind_bytes_before[:, :kinds], "kind_cells_after": columns.kind_cells[:, :kinds],
        "kind_bytes_after": columns.kind_bytes[:, :kinds], "made_cells": recording.made_cells[:kinds],
        "made_bytes": recording.made_bytes[:kinds], "survival_by_age": survival(recording),
        "survived_by_age": recording.survival, "pauses_ns": np.array(recording.took, np.int64),
        "limit_bytes": np.int64(columns.limit),
    }
    with open(path, "wb") as file:
        np.savez_compressed(file, **arrays)
