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

from tsrun.tools.calltree import CallTree
from tsrun.tools.frames import COLLECTION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tsrun.tools.profile import Profile

RENAMED = {COLLECTION.name: "(collector)"}
"""V8's collector samples have no callers: speedscope puts what has that name on top of whatever ran before."""


class _Nodes:
    """The call tree as that format has it: numbered nodes, hits by node and by line."""

    def __init__(self, profile: Profile) -> None:
        self._scripts: dict[str, str] = {}
        self._frames, self._calls = profile.frames, profile.calls
        tree, functions, self._known = profile.by_chain()
        self.nodes = [self._new(1, "(root)", "", 0, 0)]
        for number in range(1, len(tree)):
            each = functions[tree.what[number]]
            self.nodes.append(self._new(number + 1, each.name, each.file, each.line, each.column))
            self.nodes[tree.parents[number]]["children"].append(number + 1)
        self._ticks: list[Counter[int]] = [Counter() for _ in self.nodes]

    def _new(self, number: int, name: str, file: str, line: int, column: int) -> dict[str, Any]:
        script = self._scripts.setdefault(file, str(len(self._scripts)))
        url = Path(file).as_uri() if os.path.isabs(file) else file
        return {
            "id": number,
            "callFrame": {"functionName": RENAMED.get(name, name), "scriptId": script, "url": url,
                          "lineNumber": line - 1, "columnNumber": column - 1},
            "hitCount": 0, "children": [],
        }

    def hit(self, node: int, microseconds: int) -> int:
        """Count a sample of a stack, the node of the profile's tree; the id of the node here."""
        at = self._known[node]
        self.nodes[at]["hitCount"] += microseconds
        line = self._frames[self._calls.what[node]].line
        if line and microseconds:
            self._ticks[at][line] += microseconds
        return at + 1

    def finished(self) -> list[dict[str, Any]]:
        for node, ticks in zip(self.nodes, self._ticks, strict=True):
            if ticks:
                node["positionTicks"] = [{"line": line, "ticks": count} for line, count in sorted(ticks.items())]
            if not node["children"]:
                del node["children"]
        return self.nodes


def cpuprofile(profile: Profile) -> str:
    """The text of a .cpuprofile. A sample there lasts until the next one; here each has a time of its own."""
    nodes, order = _Nodes(profile), profile.recording.order
    samples, deltas = [], []
    at = stamp = 0  # nanoseconds, and microseconds of the last sample
    for i in range(0, len(order), 2):
        deltas.append(at // 1000 - stamp)
        stamp = at // 1000
        at += order[i + 1]
        samples.append(nodes.hit(order[i], at // 1000 - stamp))
    samples.append(1)
    deltas.append(at // 1000 - stamp)
    return json.dumps({
        "nodes": nodes.finished(), "startTime": 0, "endTime": at // 1000, "samples": samples, "timeDeltas": deltas,
    })


def collapsed(profile: Profile) -> Iterator[str]:
    """A line per stack: frames from the outermost, joined by semicolons, then microseconds or units of fuel.

    Line by line, callers before callees: of deep recursion the whole may be more than memory holds.
    """
    numbers: dict[str, int] = {}
    labels = [numbers.setdefault(each.function.label.replace(";", ","), len(numbers)) for each in profile.frames]
    tree, nodes = CallTree(), [0]
    for node in range(1, len(profile.calls)):
        nodes.append(tree.child(nodes[profile.calls.parents[node]], labels[profile.calls.what[node]]))
    weights = [0] * len(tree)
    for node, weight in zip(nodes, profile.own, strict=True):
        weights[node] += weight
    texts, children, path = list(numbers), tree.children(), list[str]()
    waiting = [0]
    while waiting:
        node = waiting.pop()
        if node < 0:
            path.pop()
            continue
        weight = round(weights[node] / 1000) if profile.by_time else weights[node]
        if node:
            path.append(texts[tree.what[node]])
            waiting.append(-1)
        if weight:
            yield f"{';'.join(path)} {weight}\n"
        waiting += sorted(children[node], key=lambda each: texts[tree.what[each]], reverse=True)
