"""A flame graph as one SVG file that needs nothing else: search, zoom, reset, colours by file."""
from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr
from zlib import crc32

from tsrun.tools.flamegraph_script import SCRIPT
from tsrun.tools.text import printable
from tsrun.tools.frames import COLLECTOR, HOST, NATIVE
from tsrun.tools.places import LIBRARY
from tsrun.tools.profile import short_file

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tsrun.tools.places import Function
    from tsrun.tools.profile import Profile

WIDTH, MARGIN, ROW, HEAD, FOOT, LEGEND_ROW = 1200, 12, 23, 92, 40, 24
CHARACTER = 8.5
"""Width of a character of the frames' type, in pixels."""
LEAST_SHARE = 1 / 20_000
"""Narrower frames are left out."""
MOST_FRAMES = 20_000
"""So are the narrowest beyond that."""
FILE_COLOURS = ("#7cc4ee", "#f2b84b", "#6cc9ab", "#dda3c3", "#8fb0dd", "#cfca72", "#c9a98b", "#9fd8d8")
"""From a set that colour-blind readers can tell apart, light enough for black type. When they are used up, the next
files get them with stripes, and the rest are one group.
"""
OTHER_FILES, OTHERS = "#f7efe2", "other files"
SPECIAL = {LIBRARY: "#cfcfcf", NATIVE: "#b0b0b0", COLLECTOR: "#ee8257", HOST: "#f4e868", "": "#e6e6e6"}
MEANINGS = {LIBRARY: "library", NATIVE: "builtin", COLLECTOR: "collector", HOST: "host"}


@dataclass(slots=True)
class Node:
    """A function under one particular chain of callers."""

    function: Function
    own: int = 0
    total: int = 0
    children: dict[Function, Node] = field(default_factory=dict)


def tree_of(stacks: Iterable[tuple[list[Function], int]], root: Function) -> Node:
    """Merge stacks of functions with their weights under a root."""
    top = Node(root)
    for functions, weight in stacks:
        node = top
        node.total += weight
        for function in functions:
            child = node.children.get(function)
            if child is None:
                child = node.children[function] = Node(function)
            node = child
            node.total += weight
        node.own += weight
    return top


@dataclass(frozen=True, slots=True)
class Box:
    """A frame of the picture: from `x`, as wide as its share of the whole."""

    node: Node
    depth: int
    x: float
    width: float


def boxes_of(top: Node) -> list[Box]:
    """Where each frame goes, in parts of the whole; larger children first."""
    boxes: list[Box] = []
    waiting = [(top, 0, 0.0)]
    whole = max(top.total, 1)
    while waiting:
        node, depth, x = waiting.pop()
        share = node.total / whole
        if share < LEAST_SHARE and node is not top:
            continue
        boxes.append(Box(node, depth, x, share))
        for child in sorted(node.children.values(), key=lambda each: (-each.total, each.function.name)):
            waiting.append((child, depth + 1, x))
            x += child.total / whole
    return boxes


class Colours:
    """By file: those with most weight get the palette's first colours."""

    def __init__(self, boxes: list[Box]) -> None:
        weights: dict[str, int] = {}
        for box in boxes[1:]:
            file = box.node.function.file
            weights[file] = weights.get(file, 0) + box.node.own
        ranked = sorted((file for file in weights if file not in SPECIAL), key=lambda file: (-weights[file], file))
        self.files = {file: self._fill(i) for i, file in enumerate(ranked)}
        self.special = [file for file in SPECIAL if file in weights and file]

    @staticmethod
    def _fill(number: int) -> str:
        """What the frames of a file are filled with."""
        if number < len(FILE_COLOURS):
            return FILE_COLOURS[number]
        return f"url(#stripes{number - len(FILE_COLOURS)})" if number < 2 * len(FILE_COLOURS) else OTHER_FILES

    def of(self, function: Function) -> str:
        """Fill of a frame: its file's, a plain colour a little lighter or darker by its name."""
        colour = self.files.get(function.file) or SPECIAL.get(function.file, SPECIAL[""])
        if colour.startswith("url"):
            return colour
        shift = crc32(function.name.encode("utf-8", "replace")) % 25 - 12
        parts = (min(255, max(0, int(colour[i : i + 2], 16) + shift)) for i in (1, 3, 5))
        return "#" + "".join(f"{part:02x}" for part in parts)

    def stripes(self) -> str:
        """The definitions of the fills with stripes, if there are any."""
        patterns = "".join(
            f'<pattern id="stripes{i}" width="7" height="7" patternUnits="userSpaceOnUse" '
            f'patternTransform="rotate(45)"><rect width="7" height="7" fill="{colour}"/>'
            '<rect width="2.5" height="7" fill="#ffffff" fill-opacity="0.75"/></pattern>'
            for i, colour in enumerate(FILE_COLOURS) if i + len(FILE_COLOURS) < len(self.files))
        return f"<defs>{patterns}</defs>" if patterns else ""

    def legend(self) -> list[tuple[str, str]]:
        """Colour and meaning, for the head of the picture."""
        shown = [(SPECIAL[file], MEANINGS[file]) for file in self.special]
        files = [(colour, printable(os.path.basename(file))) for file, colour in self.files.items()]
        kept = files[: 2 * len(FILE_COLOURS)]
        return shown + kept + ([(OTHER_FILES, OTHERS)] if len(files) > len(kept) else [])


def fitted(text: str, width: float) -> str:
    """As much of a text as fits into that many pixels; nothing if that is next to nothing."""
    most = int((width - 6) / CHARACTER)
    if most < 3:
        return ""
    return text if len(text) <= most else text[: most - 1] + "\u2026"


def legend_width(label: str) -> float:
    """Pixels that an entry of the legend takes, with its colour and the space behind it."""
    return 38 + 8.8 * len(label)


def legend_rows(entries: list[tuple[str, str]]) -> list[list[tuple[str, str]]]:
    """The legend's entries, long names cut, in as many rows as they need; one at least."""
    rows: list[list[tuple[str, str]]] = [[]]
    x = float(MARGIN)
    for colour, name in entries:
        label = name if len(name) < 30 else "\u2026" + name[-28:]
        if x + legend_width(label) > WIDTH - MARGIN and rows[-1]:
            rows.append([])
            x = float(MARGIN)
        rows[-1].append((colour, label))
        x += legend_width(label)
    return rows


def where(function: Function) -> str:
    """File and line of a function."""
    return f"{short_file(function.file)}:{function.line}" if function.line else function.file


class Writer:
    """Lays out one picture. `amount` makes text of a weight."""

    def __init__(self, title: str, top: Node, profile: Profile) -> None:
        self._title, self._profile = title, profile
        self._boxes = boxes_of(top)
        self._colours = Colours(self._boxes)
        self._depth = max(box.depth for box in self._boxes) + 1
        self._legend_rows = legend_rows(self._colours.legend())
        self._top = HEAD + (len(self._legend_rows) - 1) * LEGEND_ROW
        self._height = self._top + self._depth * ROW + FOOT

    def text(self) -> str:
        """The whole file."""
        return "\n".join([
            '<?xml version="1.0" encoding="UTF-8" standalone="no"?>',
            (f'<svg xmlns="http://www.w3.org/2000/svg" version="1.1" viewBox="0 0 {WIDTH} {self._height}" '
            f'width="{WIDTH}" height="{self._height}" data-margin="{MARGIN}" data-character="{CHARACTER}">'),
            STYLE, self._colours.stripes(),
            f'<rect width="{WIDTH}" height="{self._height}" fill="#ffffff"/>',
            f'<text x="{WIDTH / 2}" y="28" class="title">{escape(printable(self._title))}</text>',
            *self._buttons(), *self._legend(),
            '<g id="frames">', *map(self._frame, self._boxes), "</g>",
            f'<text id="details" x="{MARGIN}" y="{self._height - 13}"> </text>',
            f'<text id="matched" x="{WIDTH - MARGIN}" y="{self._height - 13}" text-anchor="end"> </text>',
            f"<script><![CDATA[{SCRIPT}]]></script>", "</svg>", "",
        ])

    def _buttons(self) -> list[str]:
        return [
            (f'<g id="reset" class="button" style="visibility:hidden"><title>Back to the whole (Esc)</title>'
            f'<rect x="{MARGIN}" y="10" width="100" height="26" rx="4"/>'
            f'<text x="{MARGIN + 50}" y="28">Reset</text></g>'),
            (f'<g id="search" class="button"><title>Mark frames by name or file (Ctrl-F or /)</title>'
            f'<rect x="{WIDTH - MARGIN - 100}" y="10" width="100" height="26" rx="4"/>'
            f'<text x="{WIDTH - MARGIN - 50}" y="28">Search</text></g>'),
        ]

    def _legend(self) -> list[str]:
        parts = []
        for row, entries in enumerate(self._legend_rows):
            x = float(MARGIN)
            for colour, label in entries:
                y = 54 + row * LEGEND_ROW
                parts.append(
                    f'<rect x="{x:.0f}" y="{y}" width="16" height="16" fill="{colour}" stroke="#777777"/>'
                    f'<text x="{x + 21:.0f}" y="{y + 13}" class="legend">{escape(label)}</text>')
                x += legend_width(label)
        return parts

    def _frame(self, box: Box) -> str:
        function, profile = box.node.function, self._profile
        x = MARGIN + box.x * (WIDTH - 2 * MARGIN)
        width = box.width * (WIDTH - 2 * MARGIN)
        y = self._top + (self._depth - 1 - box.depth) * ROW
        place = where(function)
        total, own = box.node.total, box.node.own
        details = (f"{function.name}  {place}  {profile.amount(total)} {profile.unit}, {profile.share(total):.2%}"
                   f"; itself {profile.amount(own)} {profile.unit}, {profile.share(own):.2%}")
        return (
            f'<g class="f" data-x="{box.x:.7f}" data-w="{box.width:.7f}" data-d="{box.depth}" '
            f"data-n={quoteattr(function.name)} data-p={quoteattr(place)}><title>{escape(details)}</title>"
            f'<rect x="{x:.2f}" y="{y}" width="{max(width - 0.5, 0.3):.2f}" height="{ROW - 1}" '
            f'fill="{self._colours.of(function)}" rx="1.5"/>'
            f'<text x="{x + 3:.2f}" y="{y + 16}">{escape(fitted(function.name, width))}</text></g>')


STYLE = """<style>
text { font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: 14px; fill: #111111; }
.title { font-size: 19px; text-anchor: middle; font-family: "DejaVu Sans", Arial, sans-serif; }
.legend { font-size: 15px; font-family: "DejaVu Sans", Arial, sans-serif; }
#details, #matched { font-size: 14px; }
.button { cursor: pointer; }
.button rect { fill: #eeeeee; stroke: #777777; }
.button text { text-anchor: middle; font-size: 15px; font-family: "DejaVu Sans", Arial, sans-serif; }
.f { cursor: pointer; }
.f text { pointer-events: none; }
.f:hover rect { stroke: #000000; stroke-width: 1.2; }
.outer rect { opacity: 0.45; }
.hit rect { fill: #c01a7a !important; }
.hit text { fill: #ffffff; }
</style>"""


def flamegraph(profile: Profile, title: str) -> str:
    """The flame graph of a profile, by function, as the text of an SVG file."""
    from tsrun.tools.places import Function

    tree, functions, nodes = profile.by_chain()
    own = [0] * len(tree)
    for node, weight in zip(nodes, profile.own, strict=True):
        own[node] += weight
    totals = tree.totals(own)
    made = {0: Node(Function("all", "", 0, 0, library=True), own[0], totals[0])}
    least = LEAST_SHARE * totals[0]
    if len(totals) > MOST_FRAMES:
        least = max(least, sorted(totals, reverse=True)[MOST_FRAMES] + 1)
    for node in range(1, len(tree)):
        if totals[node] and totals[node] >= least:
            function = functions[tree.what[node]]
            made[node] = made[tree.parents[node]].children[function] = Node(function, own[node], totals[node])
    return Writer(title, made[0], profile).text()
