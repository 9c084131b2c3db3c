"""From an instruction's pc to the function, file and line it belongs to."""
from __future__ import annotations

import os
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tsrun.heap.layout import S_TEMPLATE_TOP, TF_INTERNAL
from tsrun.heap.reader import TEMPLATE_FLAGS, TEMPLATE_NAME, TEMPLATE_WORDS
from tsrun.tools.text import printable

if TYPE_CHECKING:
    from tsrun.realm import Realm

LIBRARY = "[library]"
"""What stands for the file of the library's functions."""
PRELUDE = "prelude"
"""Name of the file that the library's TypeScript is compiled as."""
TOP_LEVEL = "(top level)"
LINE_END = re.compile("\r\n|[\n\r\u2028\u2029]")
TEMPLATE_SOURCE, TEMPLATE_SOURCE_END = 9, 10
"""Words of a template: where the function begins and ends in the source text, in UTF-16 units."""


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the script or of the library, as its source has it once."""

    name: str
    file: str
    line: int
    column: int
    library: bool
    start: int = field(default=0, compare=False)
    """Its first instruction."""

    @property
    def label(self) -> str:
        """Name and place for people."""
        if self.library:
            return f"{self.name} {self.file}".rstrip()
        return f"{self.name} {printable(os.path.basename(self.file))}:{self.line}"


@dataclass(frozen=True, slots=True)
class Place:
    """An instruction's place in the source."""

    function: Function
    line: int
    column: int

    @property
    def file(self) -> str:
        return self.function.file

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


def line_starts(text: str) -> tuple[list[int], int]:
    """Where the lines of a source text begin, and its length, in UTF-16 units."""
    starts, at, unit = [0], 0, 0
    for end in [*(found.end() for found in LINE_END.finditer(text)), len(text)]:
        unit += len(text[at:end].encode("utf-16-le", "surrogatepass")) // 2
        at = end
        starts.append(unit)
    return starts[:-1], unit


class Places:
    """All code that was loaded when this was made."""

    def __init__(self, realm: Realm) -> None:
        engine = realm.engine
        view = engine.memory.view
        self._positions = view("position")
        words, units, constants = view("template_word"), view("template_unit"), view("consts")
        rows = []
        for template in range(1, engine.state[S_TEMPLATE_TOP]):
            at = template * TEMPLATE_WORDS
            if words[at] < words[at + 1]:
                rows.append((words[at], words[at + 1], template))
        rows.sort()
        self._starts = [row[0] for row in rows]
        self._rows = rows
        self._functions: dict[int, Function] = {}
        self._known: dict[int, Place | None] = {}
        self._lines: dict[int, tuple[list[int], int]] = {}
        """By the constant that is a source text: where its lines begin, and its length."""
        self._words, self._units, self._constants, self._heap = words, units, constants, engine.heap

    def function(self, template: int) -> Function:
        """The function made from a template."""
        found = self._functions.get(template)
        if found is None:
            at = template * TEMPLATE_WORDS
            name = printable(self._heap.string(self._constants[self._words[at + TEMPLATE_NAME]]))
            file = self._heap.string(self._constants[self._units[2 * template]])
            internal = bool(self._words[at + TEMPLATE_FLAGS] & TF_INTERNAL)
            library = internal and file == PRELUDE
            line, column, whole = self._beginning(template)
            name = name or (TOP_LEVEL if whole or (internal and not library) else "(anonymous)")
            found = self._functions[template] = Function(
                name, LIBRARY if library else file, line, column, library, self._words[at])
        return found

    def _beginning(self, template: int) -> tuple[int, int, bool]:
        """Line and column where a function's text begins, and whether that is the whole of its source."""
        at = template * TEMPLATE_WORDS
        constant = self._units[2 * template + 1]
        start, end = self._words[at + TEMPLATE_SOURCE], self._words[at + TEMPLATE_SOURCE_END]
        if not constant:
            # The library has no text. What runs first need not stand first: a loop begins with its condition.
            position = min(filter(None, self._positions[self._words[at] : self._words[at + 1]].tolist()), default=0)
            return position >> 32, position & 0xFFFFFFFF, False
        lines = self._lines.get(constant)
        if lines is None:
            lines = self._lines[constant] = line_starts(self._heap.string(self._constants[constant]))
        starts, length = lines
        line = bisect_right(starts, start)
        return line, start - starts[line - 1] + 1, start == 0 and end >= length

    def template_at(self, pc: int) -> int:
        """The template whose code the instruction belongs to; 0 for none."""
        index = bisect_right(self._starts, pc) - 1
        if index < 0 or pc >= self._rows[index][1]:
            return 0
        return self._rows[index][2]

    def place(self, pc: int) -> Place | None:
        """Where an instruction stands; None for what is no instruction."""
        if pc in self._known:
            return self._known[pc]
        template = self.template_at(pc)
        found = None
        if template:
            position = self._positions[pc]
            found = Place(self.function(template), position >> 32, position & 0xFFFFFFFF)
        self._known[pc] = found
        return found
