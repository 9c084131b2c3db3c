"""A profile in the formats of other tools: Chrome DevTools' .cpuprofile, and collapsed stacks.

Readers of a .cpuprofile take the times of nodes and lines from hits and ticks, as if a sample took as long as any
other. Here samples have weights (a collection has just the time it took), so hits and ticks are microseconds: nodes
then have the times that samples and timeDeltas tell.
"""
from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tsrun.tools.profile import COLLECTION

if TYPE_CHECKING:
    from tsrun.tools.places import Function
    from tsrun.tools.profile import Frame, Profile

RENAMED = {COLLECTION.name: "(collector)"}
"""V8's collector samples have no callers: speedscope puts what has that name on top of whatever ran before."""


class _Nodes:
    """The call tree as that format has it: numbered nodes, hits by node and by line."""

    def __init__(self) -> None:
        self.nodes: list[dict[str, Any]] = []
        self._children: list[dict[Function, int]] = []
        self._ticks: list[Counter[int]] = []
        self._scripts: dict[str, str] = {}
        self.root = self._new("(root)", "", 0, 0)
        self._known: dict[tuple[Frame, ...], int] = {}

    def _new(self, name: str, file: str, line: int, column: int) -> int:
        script = self._scripts.setdefault(file, str(len(self._scripts)))
        url = Path(file).as_uri() if os.path.isabs(file) else file
        self.nodes.append({
            "id": len(self.nodes) + 1,
            "callFrame": {"functionName": RENAMED.get(name, name), "scriptId": script, "url": url,
                          "lineNumber": line - 1, "columnNumber": column - 1},
            "hitCount": 0, "children": [],
        })
        self._children.append({})
        self._ticks.append(Counter())
        return len(self.nodes)

    def of(self, frames: tuple[Frame, ...]) -> int:
        """The node of a stack."""
        known = self._known.get(frames)
        if known is not None:
            return known
        at = self.root
        for frame in frames:
            function = frame.function
            child = self._children[at - 1].get(function)
            if child is None:
                child = self._new(function.name, function.file, function.line, function.column)
                self._children[at - 1][function] = child
                self.nodes[at - 1]["children"].append(child)
            at = child
        self._known[frames] = at
        return at

    def hit(self, frames: tuple[Frame, ...], microseconds: int) -> int:
        """Count a sample of a stack; its node."""
        at = self.of(frames)
        self.nodes[at - 1]["hitCount"] += microseconds
        if frames[-1].line and microseconds:
            self._ticks[at - 1][frames[-1].line] += microseconds
        return at

    def finished(self) -> list[dict[str, Any]]:
        for node, ticks in zip(self.nodes, self._ticks, strict=True):
            if ticks:
                node["positionTicks"] = [{"line": line, "ticks": count} for line, count in sorted(ticks.items())]
            if not node["children"]:
                del node["children"]
        return self.nodes


def cpuprofile(profile: Profile) -> str:
    """The text of a .cpuprofile. A sample there lasts until the next one; here each has a time of its own."""
    nodes = _Nodes()
    samples, deltas = [], []
    at = stamp = 0  # nanoseconds, and microseconds of the last sample
    for frames, nanoseconds in profile.in_order():
        deltas.append(at // 1000 - stamp)
        stamp = at // 1000
        at += nanoseconds
        samples.append(nodes.hit(frames, at // 1000 - stamp))
    samples.append(nodes.root)
    deltas.append(at // 1000 - stamp)
    return json.dumps({
        "nodes": nodes.finished(), "startTime": 0, "endTime": at // 1000, "samples": samples, "timeDeltas": deltas,
    })


def collapsed(profile: Profile) -> str:
    """A line per stack: frames from the outermost, joined by semicolons, then microseconds or units of fuel."""
    lines: Counter[str] = Counter()
    for frames, weight in profile.stacks:
        lines[";".join(frame.function.label.replace(";", ",") for frame in frames)] += weight
    if profile.by_time:
        lines = Counter({line: round(weight / 1000) for line, weight in lines.items()})
    return "".join(f"{line} {weight}\n" for line, weight in sorted(lines.items()) if weight)
