"""What a recording means: the tables by function and by line."""
from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tsrun.tools.calltree import CallTree
from tsrun.tools.sampler import BY_TIME
from tsrun.tools.text import printable

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence
    from typing import TypeVar

    from tsrun.tools.frames import Frame
    from tsrun.tools.places import Function
    from tsrun.tools.sampler import Recording

    Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: weight of what was there itself, and with all that it called."""

    name: str
    file: str
    line: int
    own: int
    total: int


class Profile:
    """Weights of stacks, as a tree of frames."""

    def __init__(self, recording: Recording) -> None:
        self.recording = recording
        self.by_time = recording.by == BY_TIME
        self.unit = "ms" if self.by_time else "fuel"
        self.calls = recording.calls
        """Of numbers of frames."""
        self.frames = recording.frames
        self.own = recording.own
        """Weight by node."""

    @cached_property
    def total(self) -> int:
        """The whole: nanoseconds, or units of fuel."""
        return sum(self.own)

    def amount(self, weight: int) -> str:
        """A weight for people."""
        return f"{weight / 1e6:,.1f}" if self.by_time else f"{weight:,}"

    def share(self, weight: int) -> float:
        return weight / self.total if self.total else 0.0

    def stacks(self) -> Iterator[tuple[list[Frame], int]]:
        """Each stack from the outermost frame to the innermost, and its weight."""
        for node, weight in enumerate(self.own):
            if weight:
                yield [self.frames[each] for each in self.calls.path(node)], weight

    def by_function(self) -> list[Row]:
        """Most expensive first, by their own weight."""
        own, total = self._weights([self.frames[each].function for each in self.calls.what[1:]])
        rows = [Row(each.name, each.file, each.line, own[each], total[each]) for each in total]
        return sorted(rows, key=lambda row: (-row.own, -row.total, row.name))

    def by_line(self) -> list[Row]:
        """Lines of the script; what library, collector and host do belongs to the line that made them do it.

        Everything without such a line is in one row of its own, so the rows' own weights add up to the whole.
        """
        places = [(each.function.file, each.line) if each.is_script else None for each in self.frames]
        own, total = self._weights([places[each] for each in self.calls.what[1:]])
        names = {place: each.function.name for place, each in zip(places, self.frames, strict=True)}
        rows = [Row(names[place] or "", *place, own[place], total[place]) for place in total]
        outside = self.total - sum(own.values())
        if outside:
            rows.append(Row("(outside the script)", "", 0, outside, outside))
        return sorted(rows, key=lambda row: (-row.own, -row.total, row.file, row.line))

    def _weights(self, of_nodes: Sequence[Key | None]) -> tuple[Counter[Key], Counter[Key]]:
        """Weights by keys of the nodes behind the root: their own, and with all that was called, recursion once.

        What a node without a key has of its own belongs to the nearest one further out that has one.
        """
        own: Counter[Key] = Counter()
        total: Counter[Key] = Counter()
        keys = [None, *of_nodes]
        nearest = list(keys)
        for node, parent in enumerate(self.calls.parents):
            key = nearest[node] if nearest[node] is not None else nearest[parent]
            nearest[node] = key
            if key is not None:
                own[key] += self.own[node]
        totals = self.calls.totals(self.own)
        for node in self.calls.outermost(keys):
            key = keys[node]
            if key is not None and totals[node]:
                total[key] += totals[node]
        return own, total

    def by_chain(self) -> tuple[CallTree, list[Function], list[int]]:
        """The tree of functions, whatever their lines: indices of a list of them; and its nodes by those of `calls`."""
        numbers: dict[Function, int] = {}
        function = [numbers.setdefault(frame.function, len(numbers)) for frame in self.frames]
        tree, nodes = CallTree(), [0]
        for node in range(1, len(self.calls)):
            nodes.append(tree.child(nodes[self.calls.parents[node]], function[self.calls.what[node]]))
        return tree, list(numbers), nodes


def short_file(file: str) -> str:
    """A file as seen from the working directory, if that is shorter, for people."""
    if not file or file.startswith("["):
        return file
    relative = os.path.relpath(file)
    return printable(relative if len(relative) < len(file) else file)


__all__ = ["Profile", "Row", "short_file"]
