"""Flame graphs of collapsed stacks, by the writer that `tsrun profile --flamegraph` uses."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pathlib

    from tsrun.tools.places import Function

    from profiling.sampling import Stacks

LEAST_SHARE = 1 / 500


@dataclass(frozen=True, slots=True)
class Weights:
    """What the writer asks about the weights of frames."""

    total: int
    unit: str

    def amount(self, weight: int) -> str:
        return f"{weight / 1000:,.1f}" if self.unit == "ms" else f"{weight:,}"

    def share(self, weight: int) -> float:
        return weight / max(1, self.total)


def function_of(frame: str) -> Function:
    """A frame's name and file: `parser/types.py:Types.union`, or `tsrun::syntax::lexer::lex_tokens` of a kernel."""
    from tsrun.tools.places import Function

    if "::" in frame:
        file, _, name = frame.rpartition("::")
        file = file.removeprefix("tsrun::").replace("::", "/") + ".py"
    else:
        file, _, name = frame.rpartition(":")
        if file:  # the class says nothing that the file and its colour don't
            name = name.rpartition(".")[2]
    return Function(name, file, 0, 0, library=False)


def pruned(stacks: Stacks, least: float = LEAST_SHARE) -> Stacks:
    """The stacks without frames that would be too narrow to see; their weight goes to their callers."""
    totals: Stacks = Counter()
    for stack, weight in stacks.items():
        for depth in range(1, len(stack) + 1):
            totals[stack[:depth]] += weight
    bound = least * stacks.total()
    result: Stacks = Counter()
    for stack, weight in stacks.items():
        depth = len(stack)
        while depth > 1 and totals[stack[:depth]] < bound:
            depth -= 1
        result[stack[:depth]] += weight
    return result


def write_flamegraph(
    stacks: Stacks, path: pathlib.Path, title: str, unit: str, least: float = LEAST_SHARE
) -> None:
    """Write an SVG of the frames that are wide enough to see. unit: "ms", of weights in microseconds, or "samples"."""
    from tsrun.tools.flamegraph import Writer, tree_of
    from tsrun.tools.places import Function

    known: dict[str, Function] = {}
    rows = []
    for stack, weight in pruned(stacks, least).items():
        for frame in stack:
            if frame not in known:
                known[frame] = function_of(frame)
        rows.append(([known[frame] for frame in stack], weight))
    top = tree_of(rows, Function("all", "", 0, 0, library=True))
    path.write_text(Writer(title, top, Weights(stacks.total(), unit)).text(), encoding="utf-8")
