"""What the nodes and edges of a snapshot are called: names as numbers of one table of strings."""
from __future__ import annotations

import os
from typing import TYPE_CHECKING

import numpy as np

from tsrun.heap.layout import (
    FIRST_OBJECT_KIND, F_BOUND, F_HOST, F_LAZY, F_NATIVE, F_PRIVATE, F_ROPE, F_WIDE, KIND_NAMES, K_ACCESSOR, K_ARRAY,
    K_BIGINT, K_COROUTINE, K_ENV, K_FINALIZER, K_FUNCTION, K_GENERATOR, K_ITERATOR, K_MAP, K_SET, K_STRING, K_SYMBOL,
    K_TABLE, K_WEAK_MAP, K_WEAK_SET, N_CONSTRUCTOR, OBJECT, STRING, SYMBOL, T_OBJECT,
)
from tsrun.heap.reader import TEMPLATE_NAME, TEMPLATE_WORDS
from tsrun.tools.heap import graph as what
from tsrun.tools.heap.variables import C_REGISTERS, variables_at

if TYPE_CHECKING:
    from tsrun.realm import Realm
    from tsrun.tools.heap.columns import Ints
    from tsrun.tools.heap.graph import Edges, Graph

LONGEST = 1024
"""Characters of a string's name."""
TYPES = {K_STRING: 2, K_SYMBOL: 12, K_BIGINT: 13, K_FUNCTION: 5, K_TABLE: 1, K_ACCESSOR: 0}
"""Types of nodes by kind, as numbers of the format; others are objects (3)."""
OBJECT_TYPE, ROPE_TYPE = 3, 10
FIXED_NAMES = {
    K_ENV: "system / Context", K_TABLE: "(hash table)", K_ACCESSOR: "system / AccessorPair", K_ARRAY: "Array",
    K_BIGINT: "bigint",
}
BY_KIND = {
    "proxy": "Proxy", "generator": "Generator", "namespace": "Module", "arguments": "Arguments",
    "iterator": "Iterator",
}
"""Names of objects of kinds whose prototypes have no constructor that says anything."""
EDGE_NAMES = {
    what.PROTO: ("__proto__", 2), what.LEFT: ("first", 3), what.RIGHT: ("second", 3),
    what.DESCRIPTION: ("description", 3), what.GETTER: ("getter", 3), what.SETTER: ("setter", 3),
    what.PARENT: ("previous", 0), what.TARGET: ("target", 3), what.HANDLER: ("handler", 3),
}
"""Edges with one name: it and the type, as a number of the format."""


COROUTINE_WORDS = ("", "function", "owner", "requests")
"""What the first words of a coroutine's payload are (vm/coroutines)."""
LINK_NAMES = {K_FUNCTION: "context", K_MAP: "table", K_SET: "table", K_ITERATOR: "iterated",
              K_GENERATOR: "coroutine", K_COROUTINE: "context", K_WEAK_MAP: "table", K_WEAK_SET: "table",
              K_FINALIZER: "table"}
"""What the link of a kind of cell is called."""


class Names:
    """The table of strings, and the columns that refer to it."""

    def __init__(self, realm: Realm, graph: Graph, scope: Ints, variables: list[list[str]]) -> None:
        self.realm, self.heap, self.graph = realm, realm.heap, graph
        self.strings: list[str] = []
        self._number: dict[str, int] = {}
        self._scope, self._variables = scope, variables
        self._of_cell = np.full(len(graph.alive), -1, np.int64)
        """By cell, the name that it has as a node; a string's is its text."""
        self.text("")
        self.types = np.full(len(graph.cells), OBJECT_TYPE, np.int64)
        self._cells()
        self.nodes = self._of_cell[graph.cells]

    def text(self, text: str) -> int:
        """The number of a string."""
        found = self._number.get(text)
        if found is None:
            found = self._number[text] = len(self.strings)
            self.strings.append(text)
        return found

    # Nodes

    def _cells(self) -> None:
        graph, columns = self.graph, self.graph.columns
        meta = columns.meta[graph.cells]
        for kind, number in TYPES.items():
            self.types[graph.kinds == kind] = number
        for kind in np.unique(graph.kinds).tolist():
            name = FIXED_NAMES.get(kind, KIND_NAMES[kind])
            self._of_cell[graph.cells[graph.kinds == kind]] = self.text(name)
        ropes = (graph.kinds == K_STRING) & (meta & F_ROPE != 0)
        self.types[ropes] = ROPE_TYPE
        self._of_cell[graph.cells[ropes]] = self.text("(concatenated string)")
        flat = (graph.kinds == K_STRING) & ~ropes
        for wide in (False, True):
            self._strings(graph.cells[flat & ((meta & F_WIDE != 0) == wide)], wide=wide)
        heap, text, of_cell = self.heap, self.text, self._of_cell
        for cell in graph.cells[graph.kinds == K_SYMBOL].tolist():
            of_cell[cell] = text(heap.symbol_description(SYMBOL | cell) or "")
        self._objects()
        self._functions()

    def _strings(self, cells: Ints, *, wide: bool) -> None:
        """Flat strings are called what they say. Their units are gathered and decoded all at once."""
        columns = self.graph.columns
        lengths = np.minimum(columns.length[cells].astype(np.int64), LONGEST)
        ends = np.cumsum(lengths)
        starts = columns.offset[cells].astype(np.int64) * (4 if wide else 8)
        units = self.realm.engine.memory.numpy("chars16" if wide else "chars8")
        places = np.arange(int(ends[-1]) if len(ends) else 0) + np.repeat(starts - ends + lengths, lengths)
        whole = units[places].tobytes()
        text, size = self.text, 2 if wide else 1
        encoding = "utf-16-le" if wide else "latin-1"
        bounds = zip((size * (ends - lengths)).tolist(), (size * ends).tolist(), strict=True)
        self._of_cell[cells] = [text(whole[start:end].decode(encoding, "surrogatepass")) for start, end in bounds]

    def _objects(self) -> None:
        """Objects are called after their constructor."""
        graph = self.graph
        objects = graph.cells[(graph.kinds >= FIRST_OBJECT_KIND) & (graph.kinds != K_FUNCTION)]
        proto = graph.shape_proto[graph.columns.shape[objects]]
        for each in np.unique(proto).tolist():
            name = self._constructor(each)
            if name:
                self._of_cell[objects[proto == each]] = self.text(name)
        plain = self.text("Object")
        for number, kind in enumerate(KIND_NAMES):
            if kind in BY_KIND:
                cells = graph.cells[graph.kinds == number]
                self._of_cell[cells[self._of_cell[cells] == plain]] = self.text(BY_KIND[kind])

    def _constructor(self, proto: int) -> str:
        if not proto:
            return "Object"
        found = self.heap.own(OBJECT | proto, STRING | N_CONSTRUCTOR)
        if found is None or found[0] >> 48 != T_OBJECT:
            return "Object"
        return self.heap.function_name(found[0]) if self.heap.kind(found[0]) == K_FUNCTION else "Object"

    def scripted(self, functions: Ints) -> Ints:
        """Which of these functions (places in `cells`) were made from a template."""
        meta = self.graph.columns.meta[self.graph.cells[functions]]
        return meta & (F_NATIVE | F_BOUND | F_HOST) == 0

    def _functions(self) -> None:
        graph, columns = self.graph, self.graph.columns
        cells = graph.cells[graph.kinds == K_FUNCTION]
        lazy = columns.meta[cells] & (F_LAZY | F_NATIVE) == F_LAZY
        words, constants = self.realm.engine.memory.view("template_word"), self.realm.engine.memory.view("consts")
        templates = columns.aux[cells]
        for template in np.unique(templates[lazy]).tolist():
            name = self.heap.string(constants[words[template * TEMPLATE_WORDS + TEMPLATE_NAME]])
            self._of_cell[cells[lazy & (templates == template)]] = self.text(name)
        for cell in cells[~lazy].tolist():
            self._of_cell[cell] = self.text(self.heap.function_name(OBJECT | cell))

    # Edges

    def edges(self, edges: Edges) -> tuple[Ints, Ints]:
        """The type of each edge, and its name's number or its index."""
        kind = np.full(len(edges.what), 4, np.int64)
        label = np.maximum(edges.label, 0)
        for each, (name, type_) in EDGE_NAMES.items():
            chosen = edges.what == each
            kind[chosen], label[chosen] = type_, self.text(name)
        for each, name in LINK_NAMES.items():
            chosen = (edges.what == what.LINK) & (edges.label == each)
            kind[chosen], label[chosen] = 3, self.text(name)
        kind[edges.what == what.ELEMENT] = 1
        kind[edges.what == what.WEAK], label[edges.what == what.WEAK] = 6, self.text("weak")
        self._keys(edges, kind, label)
        self._slots(edges, kind, label)
        return kind, label

    def _keys(self, edges: Edges, kind: Ints, label: Ints) -> None:
        """Properties and entries are called after their key. Private symbols make internal edges."""
        chosen = np.isin(edges.what, (what.NAMED, what.ENTRY))
        key = np.maximum(edges.label[chosen], 0)
        meta = self.graph.columns.meta[key]
        private = (meta & 0xFF == K_SYMBOL) & (meta & F_PRIVATE != 0)
        name = self._of_cell[key]
        kind[chosen] = np.where(private | (name < 0), 3, 2)
        label[chosen] = np.where(name < 0, self.text("value"), name)

    def _slots(self, edges: Edges, kind: Ints, label: Ints) -> None:
        """Variables by name, internal words by number."""
        chosen = edges.what == what.INTERNAL
        numbers = np.unique(edges.label[chosen]).tolist()
        table = np.zeros(max([*numbers, 0]) + 1, np.int64)
        for number in numbers:
            table[number] = self.text(f"slot {number}")
        kind[chosen], label[chosen] = 3, table[edges.label[chosen]]
        self._registers(edges, kind, label)
        chosen = edges.what == what.VARIABLE
        pairs = self._scope[edges.source[chosen]] << 16 | np.minimum(edges.label[chosen], 0xFFFF)
        found, inverse = np.unique(pairs, return_inverse=True)
        named = np.array([self._variable(pair >> 16, pair & 0xFFFF) for pair in found.tolist()], np.int64)
        kind[chosen] = 0
        if len(found):
            label[chosen] = named[inverse]

    def _registers(self, edges: Edges, kind: Ints, label: Ints) -> None:
        """Variables in the registers that a coroutine keeps, where it waits, and its other words."""
        columns = self.graph.columns
        chosen = np.flatnonzero((edges.what == what.INTERNAL) & (columns.kinds(edges.source) == K_COROUTINE))
        cells = edges.source[chosen]
        code = columns.aux[cells].astype(np.int64) << 32 | columns.slots[columns.offset[cells]] & 0xFFFFFFFF
        word = edges.label[chosen]
        for each in np.unique(code).tolist():
            names = dict(enumerate(COROUTINE_WORDS))
            registers = variables_at(self.realm, each >> 32, (each & 0xFFFFFFFF) - 1)
            names.update((C_REGISTERS + register - 1, name) for name, register in registers)
            here = code == each
            for number in np.unique(word[here]).tolist():
                if number in names:
                    rows = chosen[here & (word == number)]
                    kind[rows], label[rows] = 0 if number >= C_REGISTERS else 3, self.text(names[number])

    def _variable(self, scope: int, slot: int) -> int:
        names = self._variables[scope]
        return self.text(names[slot - 1] if 0 < slot <= len(names) else f"slot {slot}")


def module_label(path: str) -> str:
    """How a module's environment is called."""
    return f"module {os.path.basename(path)}"
