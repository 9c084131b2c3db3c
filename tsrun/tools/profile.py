"""What a recording means: stacks of named frames, and the tables by function and by line."""
from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tsrun.tools.places import LIBRARY, Function, Place, Places
from tsrun.tools.predecessors import Predecessors
from tsrun.tools.text import printable
from tsrun.vm.kernel_modules import load_kernel_modules
from tsrun.vm.tables import NATIVES
from tsrun.tools.sampler import AT_POINT, BY_TIME, IN_COLLECTOR, IN_HOST, IN_NATIVE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tsrun.realm import Realm
    from tsrun.tools.sampler import Recording, Stack

BOUNDARY, CUT = -1, -2
"""In place of a pc in a record, as in vm/sample."""
NATIVE, COLLECTOR, HOST = "[builtin]", "[collector]", "[host]"
"""What stands for the file of frames that no source has."""
COLLECTION = Function("(garbage collector)", COLLECTOR, 0, 0, library=True)
CALLED_BACK = Function("(host calls back)", HOST, 0, 0, library=True)
LEFT_OUT = Function("(frames left out)", "", 0, 0, library=True)


@dataclass(frozen=True, slots=True)
class Frame:
    """A function in a stack, and the line it has come to (0: it has none)."""

    function: Function
    line: int

    @property
    def is_script(self) -> bool:
        """Whether it is the script's own."""
        return not self.function.library


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: weight of what was there itself, and with all that it called."""

    name: str
    file: str
    line: int
    own: int
    total: int


class Profile:
    """Weights of stacks, from the outermost frame to the innermost."""

    def __init__(self, realm: Realm, recording: Recording) -> None:
        self.recording = recording
        self.by_time = recording.by == BY_TIME
        self.unit = "ms" if self.by_time else "fuel"
        self._names = Names(realm)
        weights = recording.nanoseconds if self.by_time else recording.counts
        self.stacks: list[tuple[tuple[Frame, ...], int]] = []
        self._frames: dict[Stack, tuple[Frame, ...]] = {}
        for stack in recording.nanoseconds:
            frames = self._frames[stack] = self._names.frames(stack)
            if weights[stack]:
                self.stacks.append((frames, weights[stack]))

    @cached_property
    def total(self) -> int:
        """The whole: nanoseconds, or units of fuel."""
        return sum(weight for _, weight in self.stacks)

    def amount(self, weight: int) -> str:
        """A weight for people."""
        return f"{weight / 1e6:,.1f}" if self.by_time else f"{weight:,}"

    def share(self, weight: int) -> float:
        return weight / self.total if self.total else 0.0

    def in_order(self) -> Iterable[tuple[tuple[Frame, ...], int]]:
        """Each sample's stack and weight, in the order of time."""
        stacks, order = list(self._frames.values()), self.recording.order
        for at in range(0, len(order), 2):
            yield stacks[order[at]], order[at + 1]

    def by_function(self) -> list[Row]:
        """Most expensive first, by their own weight."""
        own: Counter[Function] = Counter()
        total: Counter[Function] = Counter()
        for frames, weight in self.stacks:
            own[frames[-1].function] += weight
            for function in {frame.function for frame in frames}:
                total[function] += weight
        rows = [Row(each.name, each.file, each.line, own[each], total[each]) for each in total]
        return sorted(rows, key=lambda row: (-row.own, -row.total, row.name))

    def by_line(self) -> list[Row]:
        """Lines of the script; what library, collector and host do belongs to the line that made them do it.

        Everything without such a line is in one row of its own, so the rows' own weights add up to the whole.
        """
        own: Counter[tuple[str, int]] = Counter()
        total: Counter[tuple[str, int]] = Counter()
        names: dict[tuple[str, int], str] = {}
        for frames, weight in self.stacks:
            lines = [(frame.function.file, frame.line) for frame in frames if frame.is_script]
            for frame in frames:
                if frame.is_script:
                    names[frame.function.file, frame.line] = frame.function.name
            innermost = lines[-1] if lines else ("", 0)
            own[innermost] += weight
            for line in {*lines, innermost}:
                total[line] += weight
        rows = [Row(names.get(place, "(outside the script)"), *place, own[place], total[place]) for place in total]
        return sorted(rows, key=lambda row: (-row.own, -row.total, row.file, row.line))


class Names:
    """From records to frames."""

    def __init__(self, realm: Realm) -> None:
        self._realm = realm
        self._places = Places(realm)
        self._before = Predecessors(realm, self._places)
        self._special: dict[tuple[int, int], Function] = {}

    def frames(self, stack: Stack) -> tuple[Frame, ...]:
        """The frames of a record, outermost first; never none."""
        kind, leaf = stack[0] & 0xFF, stack[0] >> 8
        pcs = list(stack[1:])
        if kind == AT_POINT and pcs[0] >= 0:
            pcs[0] = self._before.of(pcs[0])
        found = [frame for frame in map(self._frame, pcs) if frame is not None]
        found.reverse()
        if kind == IN_COLLECTOR:
            found.append(Frame(COLLECTION, 0))
        elif kind in {IN_NATIVE, IN_HOST}:
            found.append(Frame(self._leaf(kind, leaf), 0))
        return tuple(found) or (Frame(CALLED_BACK, 0),)

    def _frame(self, pc: int) -> Frame | None:
        if pc < 0:
            return Frame(CALLED_BACK if pc == BOUNDARY else LEFT_OUT, 0) if pc in {BOUNDARY, CUT} else None
        place: Place | None = self._places.place(pc)
        return None if place is None else Frame(place.function, place.line)

    def _leaf(self, kind: int, number: int) -> Function:
        known = self._special.get((kind, number))
        if known is None:
            if kind == IN_NATIVE:
                known = Function(native_name(number), NATIVE, 0, 0, library=True)
            else:
                known = Function(host_name(self._realm, number), HOST, 0, 0, library=True)
            self._special[kind, number] = known
        return known


def native_name(number: int) -> str:
    """What the builtin with that number is called."""
    load_kernel_modules()
    names = [each.name for each in NATIVES.values()]
    return names[number] if number < len(names) else "(builtin)"


def host_name(realm: Realm, number: int) -> str:
    """What the host function with that number is called."""
    from tsrun.library.console.console import METHODS

    if number < len(METHODS):
        return f"console.{METHODS[number]}"
    return realm.host_function_name(number) or "(host function)"


def short_file(file: str) -> str:
    """A file as seen from the working directory, if that is shorter, for people."""
    if not file or file.startswith("["):
        return file
    relative = os.path.relpath(file)
    return printable(relative if len(relative) < len(file) else file)


__all__ = ["COLLECTOR", "HOST", "LIBRARY", "NATIVE", "Frame", "Profile", "Row", "short_file"]
