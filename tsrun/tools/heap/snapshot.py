"""The heap as a file that Chrome's DevTools and other readers of `.heapsnapshot` open.

A node per live cell, besides a few synthetic ones: the root, what the VM holds on to, and the payload that belongs to
no cell, so that the sizes add up to the heap. The id of a cell's node is twice its number plus one.
"""
from __future__ import annotations

import json
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any

import numpy as np

from tsrun.heap.layout import (
    FIRST_FREE_CELL, GLOBAL_OBJECT, ID, K_FUNCTION, S_CONST_TOP, S_HANDLE_TOP, S_LITERAL_TOP, S_SITE_TOP, T_CELL,
    T_STRING,
)
from tsrun.tools.heap.graph import Edges, Graph
from tsrun.tools.heap.names import Names, module_label
from tsrun.tools.heap.scopes import Scopes
from tsrun.tools.places import Places

if TYPE_CHECKING:
    from tsrun.realm import Realm
    from tsrun.tools.heap.recording import Recording
    from tsrun.tools.heap.columns import Ints

NODE_TYPES = (
    "hidden", "array", "string", "object", "code", "closure", "regexp", "number", "native", "synthetic",
    "concatenated string", "sliced string", "symbol", "bigint", "object shape",
)
EDGE_TYPES = ("context", "element", "property", "internal", "hidden", "shortcut", "weak")
SYNTHETIC = NODE_TYPES.index("synthetic")
CONTEXT, ELEMENT, PROPERTY, INTERNAL, HIDDEN, SHORTCUT, WEAK = range(7)
NODE_FIELDS = ("type", "name", "id", "self_size", "edge_count", "trace_node_id", "detachedness")
META = {
    "node_fields": NODE_FIELDS,
    "node_types": [NODE_TYPES, "string", "number", "number", "number", "number", "number"],
    "edge_fields": ["type", "name_or_index", "to_node"],
    "edge_types": [EDGE_TYPES, "string_or_number", "node"],
    "trace_function_info_fields": ["function_id", "name", "script_name", "script_id", "line", "column"],
    "trace_node_fields": ["id", "function_info_index", "count", "size", "children"],
    "sample_fields": ["timestamp_us", "last_assigned_id"],
    "location_fields": ["object_index", "script_id", "line", "column"],
}
ROOT, VM, CODE, SHAPES, HOST, STACK, OTHER, UNUSED = range(8)
SYNTHETIC_NAMES = (
    "", "(VM)", "(code and constants)", "(shapes)", "(held by the host)", "(stack)", "(other roots)",
    "(unused payload)",
)
FIRST_CELL_NODE = len(SYNTHETIC_NAMES)


@dataclass
class Snapshot:
    """The columns of a snapshot."""

    nodes: Ints
    """A row per node, by NODE_FIELDS."""
    edges: Ints
    functions: list[list[int]]
    """Places of allocation, as the format's function infos."""
    trace: list[Any]
    locations: Ints
    strings: list[str]

    def write(self, file: IO[str]) -> None:
        """The file's text."""
        head = {"meta": META, "node_count": len(self.nodes), "edge_count": len(self.edges),
                "trace_function_count": len(self.functions)}
        file.write('{"snapshot":' + json.dumps(head))
        _write_numbers(file, "nodes", self.nodes)
        _write_numbers(file, "edges", self.edges)
        file.write(',\n"trace_function_infos":' + json.dumps([word for row in self.functions for word in row]))
        file.write(',\n"trace_tree":' + json.dumps(self.trace) + ',\n"samples":[]')
        _write_numbers(file, "locations", self.locations)
        file.write(',\n"strings":[' + ",\n".join(map(json.dumps, self.strings)) + "]}\n")


def _write_numbers(file: IO[str], name: str, table: Ints) -> None:
    file.write(f',\n"{name}":[')
    for i in range(0, len(table), 1 << 15):
        rows = table[i : i + (1 << 15)].ravel().tolist()
        file.write(("," if i else "") + str(rows)[1:-1].replace(" ", ""))
    file.write("]")


def write_snapshot(recording: Recording, path: str) -> None:
    """Write the heap as it was when a recording was finished."""
    made = snapshot(recording)
    with open(path, "w", encoding="utf-8") as file:
        made.write(file)


def snapshot(recording: Recording) -> Snapshot:
    """The heap as it was when a recording was finished."""
    realm = recording.realm
    graph = Graph(realm.engine)
    scopes = Scopes(realm)
    names = Names(realm, graph, scopes.of_environments(graph), scopes.names)
    node_of = np.zeros(len(graph.alive), np.int64)
    node_of[graph.cells] = FIRST_CELL_NODE + np.arange(len(graph.cells))
    places = _Allocations(realm, graph, names)
    edges = _all_edges(recording, graph, names, node_of)
    nodes = np.zeros((FIRST_CELL_NODE + len(graph.cells), len(NODE_FIELDS)), np.int64)
    nodes[:FIRST_CELL_NODE, 0] = SYNTHETIC
    nodes[:FIRST_CELL_NODE, 1] = [names.text(name) for name in SYNTHETIC_NAMES]
    nodes[:FIRST_CELL_NODE, 2] = np.maximum(2 * np.arange(FIRST_CELL_NODE), 1)
    nodes[UNUSED, 3] = graph.columns.heap_bytes() - int(graph.sizes.sum())
    nodes[FIRST_CELL_NODE:, 0] = names.types
    nodes[FIRST_CELL_NODE:, 1] = names.nodes
    nodes[FIRST_CELL_NODE:, 2] = 2 * graph.cells + 1
    nodes[FIRST_CELL_NODE:, 3] = graph.sizes
    nodes[:, 4] = np.bincount(edges[:, 0], minlength=len(nodes))
    nodes[FIRST_CELL_NODE:, 5] = places.trace_nodes
    targets = np.stack([edges[:, 1], edges[:, 2], edges[:, 3] * len(NODE_FIELDS)], 1)
    return Snapshot(nodes, targets, places.functions, places.tree, places.locations, names.strings)


def _all_edges(recording: Recording, graph: Graph, names: Names, node_of: Ints) -> Ints:
    """Rows of source node, type, name or index, target node; by source."""
    found = graph.edges()
    kind, label = names.edges(found)
    rows = np.stack([node_of[found.source], kind, label, node_of[found.target]], 1)
    roots = _roots(recording, graph, found, names, node_of)
    rows = np.concatenate([np.array(roots, np.int64).reshape(-1, 4), rows])
    return rows[np.argsort(rows[:, 0], kind="stable")]


def _roots(
    recording: Recording, graph: Graph, found: Edges, names: Names, node_of: Ints
) -> list[tuple[int, int, int, int]]:
    """Edges of the synthetic nodes."""
    realm, engine = recording.realm, recording.engine
    rows = [(ROOT, ELEMENT, node, node) for node in range(1, FIRST_CELL_NODE)]
    rows.append((ROOT, SHORTCUT, names.text("globalThis"), int(node_of[GLOBAL_OBJECT])))
    for module in realm.modules:
        cell = engine.kept(module.handle) & ID
        label = names.text(module_label(module.name))
        if graph.alive[cell]:
            rows.append((ROOT, SHORTCUT, label, int(node_of[cell])))
    local = [each.value & ID for each in recording.locals]
    rows += [(STACK, CONTEXT, names.text(each.name), int(node_of[each.value & ID])) for each in recording.locals]
    stack = np.array(recording.stack + recording.jobs, np.int64)
    groups = {
        VM: np.concatenate([np.arange(1, FIRST_FREE_CELL), _cells(engine.memory.numpy("roots")[:4096])]),
        CODE: _code(realm), SHAPES: graph.shape_references(),
        STACK: np.setdiff1d(_cells(stack), local),
        HOST: _cells(engine.memory.numpy("handles")[: engine.state[S_HANDLE_TOP]]),
    }
    reached = np.zeros(len(graph.alive), bool)
    reached[found.target] = reached[local] = True
    for group, found_cells in groups.items():
        cells = np.unique(found_cells[(found_cells > 0) & (found_cells < len(graph.alive))])
        cells = cells[graph.alive[cells]]
        reached[cells] = True
        rows += [(group, HIDDEN, i, node) for i, node in enumerate(node_of[cells].tolist())]
    permanent = np.flatnonzero(graph.columns.permanent() & graph.alive & ~reached)  # of the realm, and of no use now
    rows += [(VM, HIDDEN, FIRST_FREE_CELL + i, node) for i, node in enumerate(node_of[permanent].tolist())]
    reached[permanent] = True
    rest = node_of[graph.cells[~reached[graph.cells]]]
    return rows + [(OTHER, HIDDEN, i, node) for i, node in enumerate(rest.tolist())]


def _cells(values: Ints) -> Ints:
    """The cells that values refer to."""
    tags = values >> 48
    return values[(tags >= T_STRING) & (tags <= T_CELL)] & ID


def _code(realm: Realm) -> Ints:
    """What loaded code refers to: constants, keys of sites, objects of literals."""
    engine = realm.engine
    numpy, state = engine.memory.numpy, engine.state
    literals = numpy("literal")[: 4 * state[S_LITERAL_TOP]].reshape(-1, 4)
    return np.concatenate([
        _cells(numpy("consts")[: state[S_CONST_TOP]]), numpy("site_key")[: state[S_SITE_TOP]].astype(np.int64),
        literals[literals[:, 0] != 0, 3].astype(np.int64)])


class _Allocations:
    """Where cells were allocated, as the format has it: functions (lines from 1), a tree of one level, and places in
    the source (lines from 0).
    """

    def __init__(self, realm: Realm, graph: Graph, names: Names) -> None:
        self.functions = [[0, names.text("(root)"), names.text(""), 0, 0, 0]]
        self._names = names
        self._scripts: dict[str, int] = {}
        places = Places(realm)
        sites = graph.columns.site[graph.cells].astype(np.int64)
        found, inverse = np.unique(sites, return_inverse=True)
        counts = np.bincount(inverse, minlength=len(found))
        sizes = np.bincount(inverse, graph.sizes, len(found)).astype(np.int64)
        trace, spots = np.zeros(len(found), np.int64), np.full((len(found), 3), -1, np.int64)
        children: list[Any] = []
        for i, site in enumerate(found.tolist()):
            place = places.place(site - 1) if site else None
            if place is None:
                continue
            script = self._script(place.file)
            self.functions.append([
                len(self.functions), names.text(place.function.name), names.text(place.file), script,
                place.line, place.column])
            trace[i] = len(self.functions)
            spots[i] = script, place.line - 1, place.column - 1
            children += [int(trace[i]), len(self.functions) - 1, int(counts[i]), int(sizes[i]), []]
        self.tree: list[Any] = [1, 0, 0, 0, children]
        self.trace_nodes = trace[inverse]
        spots = spots[inverse]
        functions = np.flatnonzero(graph.kinds == K_FUNCTION)
        for template in np.unique(graph.columns.aux[graph.cells[functions]][names.scripted(functions)]).tolist():
            function = places.function(template)
            of_it = functions[(graph.columns.aux[graph.cells[functions]] == template) & names.scripted(functions)]
            spots[of_it] = self._script(function.file), function.line - 1, function.column - 1
        known = np.flatnonzero(spots[:, 0] >= 0)
        self.locations = np.concatenate([(FIRST_CELL_NODE + known)[:, None] * len(NODE_FIELDS), spots[known]], 1)

    def _script(self, file: str) -> int:
        return self._scripts.setdefault(file, len(self._scripts) + 1)
