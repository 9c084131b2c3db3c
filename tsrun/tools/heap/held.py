"""What each variable alone keeps alive: what would be free if it had no value.

All variables are emptied, and what is reached all the same is marked. Then what each of them reaches besides is
marked, one after the other, once from the first to the last and once from the last to the first: a cell that the same
variable came to first both times is reached by no other. Where weak maps live that does not hold, since what they hold
is reached only by two things together; there each variable is emptied by itself.

Variables with the same value count as one. What registers without a name hold (the arguments of a call, say) is not
counted: they hold it no longer than the call takes.
"""
from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tsrun.heap.layout import ID, KIND, KIND_NAMES, K_WEAK_MAP, REACH_ON, UNDEFINED
from tsrun.tools.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tsrun.tools.heap.columns import Ints
    from tsrun.tools.heap.leaks import Reach
    from tsrun.tools.heap.variables import Variable

MOST_VALUES, MOST_WITH_WEAK_MAPS = 1000, 200
"""Values of variables that are looked at; those of modules come first, then those of the outermost calls."""


@dataclass(frozen=True, slots=True)
class Held:
    """What only the variables with one value keep alive."""

    variables: tuple[Variable, ...]
    kind: str
    """Of the value."""
    cells: int
    bytes: int

    @property
    def name(self) -> str:
        """What the variables are called, each name once."""
        return ", ".join(dict.fromkeys(each.name for each in self.variables))

    @property
    def label(self) -> str:
        """Names, kind and place for people."""
        first = self.variables[0]
        place = printable(os.path.basename(first.owner))
        where = f"{printable(first.function)} {place}" if first.function else place
        return f"{self.name} ({self.kind}, {where})"


def held(reach: Reach, candidates: Sequence[Variable]) -> list[Held]:
    """What would be free if the variables with a value had none, the largest first."""
    groups: dict[int, list[Variable]] = {}
    for variable in _there(reach, candidates):
        groups.setdefault(variable.value, []).append(variable)
    weak = bool((reach.columns.kinds(np.flatnonzero(reach.live)) == K_WEAK_MAP).any())
    chosen = list(groups.items())[: MOST_WITH_WEAK_MAPS if weak else MOST_VALUES]
    owned = _one_by_one(reach, chosen) if weak else _in_two_walks(reach, chosen)
    heap = reach.engine.heap
    found = [
        Held(tuple(variables), KIND_NAMES[heap.meta[value & ID] & KIND], len(cells), int(reach.sizes[cells].sum()))
        for (value, variables), cells in zip(chosen, owned, strict=True) if len(cells)]
    return sorted(found, key=lambda each: -each.bytes)


def _there(reach: Reach, candidates: Sequence[Variable]) -> list[Variable]:
    """Without those whose place is itself kept alive by other variables only: it counts as theirs."""
    contained = {each.container for each in candidates if each.container}
    if not contained:
        return list(candidates)
    with _emptied(reach, candidates):
        marked = reach.mask(reach.globals(calls=False))
    return [each for each in candidates if not each.container or marked[each.container]]


@contextmanager
def _emptied(reach: Reach, variables: Sequence[Variable]) -> Iterator[None]:
    """The slots of these variables are undefined meanwhile."""
    slots = reach.engine.heap.slots
    chosen = [each for each in variables if each.slot >= 0]
    for each in chosen:
        slots[each.slot] = UNDEFINED
    try:
        yield
    finally:
        for each in chosen:
            slots[each.slot] = each.value


def _in_two_walks(reach: Reach, chosen: Sequence[tuple[int, Sequence[Variable]]]) -> list[Ints]:
    """For each value, the cells that only it reaches."""
    with _emptied(reach, [each for _, variables in chosen for each in variables]):
        base = np.packbits(reach.mask(reach.globals(calls=False)), bitorder="little")
        values = [value for value, _ in chosen]
        forwards = _walk(reach, base, list(enumerate(values)))
        backwards = _walk(reach, base, list(enumerate(values))[::-1])
    own = np.where((forwards == backwards) & reach.live, forwards, -1)
    cells = np.flatnonzero(own >= 0)
    cells = cells[np.argsort(own[cells], kind="stable")]
    ends = np.searchsorted(own[cells], np.arange(len(chosen)), side="right")
    return np.split(cells, ends[:-1]) if len(chosen) else []


def _walk(reach: Reach, base: Ints, values: Sequence[tuple[int, int]]) -> Ints:
    """By cell, the number of the value that came to it first; -1 for those that none did, or that `base` has."""
    first = np.full(len(reach.live), -1, np.int64)
    with reach.marking() as words:
        words.view(np.uint8)[: len(base)] = base
        words.view(np.uint8)[len(base) :] = 0
        before = words.copy()
        for number, value in values:
            reach.mark([value], REACH_ON)
            changed = np.flatnonzero(words != before)
            new = np.unpackbits((words[changed] & ~before[changed]).view(np.uint8), bitorder="little")
            cells = (changed[:, None] * 64 + np.arange(64)).ravel()[new.astype(bool)]
            first[cells[cells < len(first)]] = number
            before[changed] = words[changed]
    return first


def _one_by_one(reach: Reach, chosen: Sequence[tuple[int, Sequence[Variable]]]) -> list[Ints]:
    """The same, each value being taken away by itself."""
    others = reach.globals(calls=False)
    registers = {value for value, variables in chosen if any(each.slot < 0 for each in variables)}
    whole = reach.mask([*others, *registers])
    found = []
    for value, variables in chosen:
        with _emptied(reach, variables):
            kept = reach.mask([*others, *(registers - {value})])
        found.append(np.flatnonzero(reach.live & whole & ~kept))
    return found
