"""Results as columns, and the model of what a collection costs."""

from __future__ import annotations

import dataclasses
import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from profiling.churn.points import Point, from_row
from profiling.churn.run import TOOK

if TYPE_CHECKING:
    from collections.abc import Iterable

    from profiling.churn.run import Result

LOW = 0xFFFFFFFF
REASON, CELLS, SLOTS, BYTES, ALLOCATED = 2, 3, 4, 5, 7
ROOM = 0
ENOUGH = 300
"""Cells of an age from which on something is said of how they survive."""


@dataclass(frozen=True)
class Collections:
    """Columns of some points' collections: what they took (us), and what was there before and after."""

    took: Any
    cells_before: Any
    cells_after: Any
    slots_before: Any
    slots_after: Any
    top: Any
    """First cell number that was never used."""

    def where(self, chosen: Any) -> Collections:
        """Some of them."""
        return Collections(*(getattr(self, each.name)[chosen] for each in dataclasses.fields(self)))

    @property
    def before(self) -> Any:
        """Bytes of cells and slots."""
        return 32 * self.cells_before + 8 * self.slots_before

    @property
    def after(self) -> Any:
        return 32 * self.cells_after + 8 * self.slots_after


def point_of(result: Result) -> Point:
    return from_row(result["point"])


def merged(results: Iterable[Result]) -> list[Result]:
    """One result for each point, of those of all rounds: the least time of each collection, and of whole runs."""
    rounds: dict[str, list[Result]] = {}
    for result in results:
        rounds.setdefault(dataclasses.replace(point_of(result), round=0).key, []).append(result)
    found = []
    for same in rounds.values():
        first = dict(same[0])
        alike = [each["events"][:, TOOK] for each in same if len(each["events"]) == len(first["events"])]
        first["events"] = first["events"].copy()
        first["events"][:, TOOK] = np.min(alike, axis=0)
        first |= {name: min(each[name] for each in same) for name in ("wall_s", "cpu_s")}
        first["collect_s"] = float(first["events"][:, TOOK].sum()) / 1e9
        first["rounds"] = len(same)
        found.append(first)
    return found


def chosen(results: Iterable[Result], sweep: str, **where: Any) -> list[Result]:
    """Results of a sweep whose points have these values."""
    found = []
    for result in results:
        point = point_of(result)
        if point.sweep == sweep and all(getattr(point, name) == value for name, value in where.items()):
            found.append(result)
    return found


def ordered(results: Iterable[Result], name: str) -> list[Result]:
    """By a value of the policy."""
    return sorted(results, key=lambda result: result["point"]["policy"][name])


def collections(results: Iterable[Result], *, steady: bool = False) -> Collections:
    """Collections that wanted room; with `steady`, of the second half of each run."""
    parts, tops = [], []
    for result in results:
        rows = result["events"][:, REASON] == ROOM
        rows[len(result["extra"]) :] = False
        if steady:
            rows[: len(rows) // 2] = False
        parts.append(result["events"][rows])
        tops.append(result["extra"][rows[: len(result["extra"])]][:, 0])
    events = np.concatenate(parts) if parts else np.zeros((0, 8), np.int64)
    top = np.concatenate(tops) if tops else np.zeros(0, np.int64)
    return Collections(
        took=events[:, TOOK] / 1e3, cells_before=events[:, CELLS] >> 32, cells_after=events[:, CELLS] & LOW,
        slots_before=events[:, SLOTS] >> 32, slots_after=events[:, SLOTS] & LOW, top=top)


@dataclass(frozen=True)
class Model:
    """Microseconds of a collection = base + cell * live cells + word * live words + freed * freed cells.

    The library's own cells and words, which live in each collection and are hardly looked at, are left out.
    """

    base: float
    cell: float
    word: float
    freed: float
    error: float
    """Median of the relative error."""
    determination: float
    """Part of the variance (of the logarithm) that the model explains."""
    count: int
    """Collections that it was fitted to."""
    library: tuple[int, int]
    """Cells and words that are the library's."""

    def predict(self, found: Collections) -> Any:
        """Microseconds of each."""
        return _terms(found, self.library) @ np.array([self.base, self.cell, self.word, self.freed])


def _terms(found: Collections, library: tuple[int, int]) -> Any:
    """What the coefficients of a model stand before: a row for each collection."""
    live, words = found.cells_after - library[0], found.slots_after - library[1]
    return np.stack([np.ones(len(live)), live, words, found.cells_before - found.cells_after], 1).astype(float)


def of_the_library(found: Collections) -> tuple[int, int]:
    """Cells and words that are the library's: what the collection left that left least."""
    return (int(found.cells_after.min()), int(found.slots_after.min())) if len(found.took) else (0, 0)


def fit(found: Collections, library: tuple[int, int] = (0, 0)) -> Model:
    """Least squares of the relative error, without negative coefficients."""
    coefficients = _not_negative(_terms(found, library) / found.took[:, None], np.ones(len(found.took)))
    model = Model(*coefficients.tolist(), 0.0, 0.0, 0, library)
    predicted = model.predict(found)
    error = float(np.median(np.abs(predicted / found.took - 1)))
    residual = np.log(found.took) - np.log(predicted)
    determination = 1 - float(residual.var() / np.log(found.took).var())
    return Model(*coefficients.tolist(), error, determination, len(found.took), library)


CLASSES = (0.0, 1e6, 4e6, 16e6, np.inf)
"""Bytes of the heap before a collection at which another model begins: what caches hold decides what a word costs."""


def models(found: Collections) -> list[tuple[float, float, Model]]:
    """A model for each class of heap sizes that there are enough collections of: from, to, model."""
    result = []
    library = of_the_library(found)
    for low, high in itertools.pairwise(CLASSES):
        part = found.where((found.before >= low) & (found.before < high))
        if len(part.took) >= 20 and np.ptp(part.took) > 0:
            result.append((low, high, fit(part, library)))
    return result


def _not_negative(matrix: Any, target: Any) -> Any:
    """Least squares; columns whose coefficient would be negative are left out, the worst first."""
    active = list(range(matrix.shape[1]))
    while True:
        solution = np.linalg.lstsq(matrix[:, active], target, rcond=None)[0]
        if not len(solution) or solution.min() >= 0:
            break
        del active[int(np.argmin(solution))]
    found = np.zeros(matrix.shape[1])
    found[active] = solution
    return found


def exponent(x: Any, y: Any) -> float:
    """The slope on logarithmic scales: 1 is linear."""
    return float(np.polyfit(np.log(x), np.log(y), 1)[0])


def share(result: Result) -> float:
    """Which part of the processor's time the collector took."""
    return float(result["collect_s"] / result["cpu_s"]) if result["cpu_s"] else 0.0


def throughput(result: Result) -> float:
    """Megabytes allocated per second of processor time."""
    return float(result["allocated_bytes"] / 1e6 / result["cpu_s"]) if result["cpu_s"] else 0.0


def survival_by_age(results: Iterable[Result], realm: Any) -> Any:
    """Part of the cells of each age that survived one more collection, the realm's own cells taken off."""
    total = np.sum([result["survival"] for result in results], axis=0)
    lived, died = total[: len(total) // 2], total[len(total) // 2 :]
    lived = np.maximum(lived - realm, 0)
    with np.errstate(invalid="ignore"):
        return np.where(lived + died >= ENOUGH, lived / (lived + died), np.nan)
