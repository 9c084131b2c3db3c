"""Carrying out one point: some timed runs, and one that is counted. This is what an executor's workers do."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import numpy as np

from profiling.churn.points import from_row
from profiling.churn.script import script
from tsrun.errors import LimitError
from tsrun.heap.census import AGES, C_ALLOCATED_BYTES, C_ALLOCATED_SLOTS, C_CELL_TOP, C_CPU, C_LIVED, ROW
from tsrun.heap.layout import S_CENSUS, S_CENSUS_TOP, S_COLLECTIONS, S_EVENT_TOP, S_OBSERVE, STATE
from tsrun.realm import Realm
from tsrun.stats import Stats

if TYPE_CHECKING:
    from profiling.churn.points import Point
    from tsrun.vm.kernel import Kernel

Result = dict[str, Any]
EVENT, TOOK = 8, 1
"""Words of a collection's row, and the one that says how long it took."""
EXTRA = 4
"""Columns of `extra`, of each collection of the counted run: cell top, slots and string words allocated so far, and
nanoseconds of the processor."""
SCALARS = (
    "wall_s", "cpu_s", "collect_s", "collections", "allocated_cells", "allocated_bytes", "peak_bytes", "peak_cells",
    "live_bytes", "live_cells",
)


class _Clock(Stats):
    """When the script began: when its code was loaded."""

    def __init__(self) -> None:
        super().__init__()
        self.wall = self.cpu = 0.0

    def phase(self, name: str) -> None:
        super().phase(name)
        if name == "load":
            self.wall, self.cpu = time.perf_counter(), time.thread_time()


class _Counter:
    """Takes the rows of the census out as they come."""

    def __init__(self, realm: Realm) -> None:
        self.state = realm.engine.state
        self.census = realm.engine.memory.numpy("census")
        self.survival = np.zeros(2 * AGES, np.int64)
        self.extra: list[np.ndarray[Any, Any]] = []
        self.state[S_CENSUS] = self.state[S_OBSERVE] = 1
        realm.engine.on_collection = self.look

    def look(self) -> None:
        count = self.state[S_CENSUS_TOP]
        rows = self.census[: count * ROW].reshape(count, ROW)
        self.survival += rows[:, C_LIVED : C_LIVED + 2 * AGES].sum(0)
        self.extra.append(rows[:, [C_CELL_TOP, C_ALLOCATED_SLOTS, C_ALLOCATED_BYTES, C_CPU]].copy())
        self.state[S_CENSUS_TOP] = 0


def _realm(point: Point) -> Realm:
    realm = Realm(
        profile=point.kernel, max_memory=point.max_memory, collector=point.policy, sink=lambda *_: None, stats=_Clock())
    realm.completion = False
    return realm


def _execute(realm: Realm, point: Point) -> str:
    """Run the script; how it failed, or ""."""
    name = f"/churn/{point.payload}-{point.survival}.ts"
    try:
        realm.run_module(script(point).encode(), name, name)
    except LimitError as error:
        return str(error)
    return ""


class _Timed:
    """One timed run: its collections, its times, what it allocated."""

    def __init__(self, point: Point) -> None:
        realm = _realm(point)
        self.failed = _execute(realm, point)
        clock = realm.stats
        assert isinstance(clock, _Clock)
        self.wall, self.cpu = time.perf_counter() - clock.wall, time.thread_time() - clock.cpu
        state = realm.engine.state
        count = state[S_EVENT_TOP]
        self.events = realm.engine.memory.numpy("events")[: EVENT * count].reshape(count, EVENT).copy()
        self.collections = state[S_COLLECTIONS]
        with suppress(LimitError):  # so that what lives is known, and the counts are up to date
            realm.engine.collect()
        word = {name: int(state[place]) for name, place in STATE.items()}
        self.scalars = {
            "allocated_cells": word["allocated_cells"],
            "allocated_bytes": 32 * word["allocated_cells"] + 8 * (word["allocated_slots"] + word["allocated_bytes"]),
            "peak_bytes": word["peak_total"], "peak_cells": word["peak_cells"], "live_cells": word["live_cells"],
            "live_bytes": 32 * word["live_cells"] + 8 * (word["live_slots"] + word["live_bytes"]),
        }


def build_of(kernel: Kernel) -> str:
    """What tells one build of a kernel from another: results of two don't belong together."""
    return os.path.basename(kernel.folder)


def run_point(row: dict[str, Any]) -> Result:
    """The columns of a point: scalars, a row of eight words for each collection, survival by age.

    The runs of a point do the same, collection by collection: so of the times of each collection the least counts, that
    of the processor in the counted run among them, which is what the rest of the machine disturbs least.
    """
    point = from_row(row)
    runs = [_Timed(point) for _ in range(point.repeats)]
    same = [run for run in runs if len(run.events) == len(runs[0].events)]
    events = runs[0].events
    events[:, TOOK] = np.min([run.events[:, TOOK] for run in same], axis=0)
    counted = _realm(point)
    counter = _Counter(counted)
    _execute(counted, point)
    counter.look()
    extra = np.concatenate(counter.extra)[: len(events)]
    events[: len(extra), TOOK] = np.minimum(events[: len(extra), TOOK], extra[:, EXTRA - 1])
    return {
        "key": point.key, "point": point.row(), "build": build_of(counted.kernel), "failed": runs[0].failed,
        "wall_s": min(run.wall for run in runs),
        "cpu_s": min(run.cpu for run in runs), "collect_s": float(events[:, TOOK].sum()) / 1e9,
        "collections": runs[0].collections, **runs[0].scalars, "events": events,
        "extra": extra, "survival": counter.survival,
    }
