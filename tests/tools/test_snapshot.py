"""Heap snapshots: that they are whole, add up, and call things by their names."""

from __future__ import annotations

import contextlib
import io
import json
import os
from pathlib import Path

import numpy as np
import pytest

from other_readers import by_chromium, by_node, node_modules
from tsrun.errors import TimeLimitError
from tsrun.heap.layout import S_BYTE_TOP, S_LIVE_CELLS, S_SLOT_TOP
from tsrun.realm import Realm
from tsrun.tools.heap.recording import Recording
from tsrun.tools.heap.snapshot import EDGE_TYPES, NODE_FIELDS, NODE_TYPES, snapshot

EXAMPLES = Path(__file__).parents[2] / "examples" / "memory-management"
KINDS = """
class Point { x = 1; constructor(public y: string) {} }
const sym = Symbol("mark");
const held: any = {
  point: new Point("why"), list: [1, , "two"], map: new Map<any, any>([["k", { inMap: 1 }], [7, { seven: 1 }]]),
  set: new Set([{ inSet: 1 }]), get computed() { return 1; }, [sym]: { bySymbol: 1 }, error: new Error("broken"),
  rope: "", boxed: Object("text"), bound: Math.max.bind(null, 1), args: (function () { return arguments; })(),
  iterator: [1][Symbol.iterator](), sparse: [] as any[],
};
held.sparse[4000000] = { far: 1 };
for (let i = 0; i < 40; i++) held.rope += "piece " + i + held.list[2];
for (let i = 0; i < 100; i++) held["many" + i] = { i };
for (let i = 0; i < 90; i++) delete held["many" + i];
const key = { key: 1 };
const weak = new WeakMap<any, any>([[key, { byKey: 1 }]]), ref = new WeakRef(key), gone = new WeakRef({ gone: 1 });
const promise = new Promise<any>(resolve => { held.resolve = resolve; });
promise.then(() => ({ later: 1 }));
const settled = Promise.resolve({ settled: 1 });
class Private { #x = { hidden: 1 }; get x() { return this.#x; } }
held.secret = new Private();
function* counting() { const own = { mine: 1 }; yield own; yield 2; }
const generator = counting();
generator.next();
const mirror = new Proxy({ seen: {} }, {}), several = (async function* () { yield 1; })();
const registry = new FinalizationRegistry(() => {});
registry.register(key, { note: 1 });
function outer(first: any) {
  const second = { captured: first };
  return function inner() { return [first, second]; };
}
const counters: any[] = [];
for (let i = 0; i < 3; i++) counters.push(() => ({ i }));
const made = outer({ argument: 1 });
export { held, made, counters, weak, ref, gone, promise, settled, generator, registry, key, mirror, several };
"""


def line_of(text):
    """The line, from 0, as the format counts."""
    return next(number for number, line in enumerate(KINDS.split("\n")) if text in line)


@pytest.fixture(autouse=True)
def no_stress(monkeypatch):
    monkeypatch.delenv("TSRUN_GC_STRESS", raising=False)


class Read:
    """A snapshot as a reader of the format sees it."""

    def __init__(self, source, name="/script.ts", **options):
        self.realm = Realm(sink=lambda *_: None, **options)
        self.realm.completion = False
        recording = Recording(self.realm)
        with contextlib.suppress(TimeLimitError):
            self.realm.run_module(source.encode(), name, name)
        recording.finish()
        self.made = snapshot(recording)
        file = io.StringIO()
        self.made.write(file)
        self.file = json.loads(file.getvalue())
        self.strings = self.file["strings"]
        self.nodes = np.array(self.file["nodes"]).reshape(-1, len(NODE_FIELDS))
        self.edges = np.array(self.file["edges"]).reshape(-1, 3)
        self.ends = np.cumsum(self.nodes[:, 4])

    def name(self, node):
        return self.strings[self.nodes[node, 1]]

    def type(self, node):
        return NODE_TYPES[self.nodes[node, 0]]

    def out(self, node):
        """Edges of a node: name or index -> (type, node)."""
        rows = self.edges[self.ends[node] - self.nodes[node, 4] : self.ends[node]]
        return {
            label if EDGE_TYPES[kind] in {"element", "hidden"} else self.strings[label]:
                (EDGE_TYPES[kind], target // len(NODE_FIELDS))
            for kind, label, target in rows.tolist()
        }  # fmt: skip

    def follow(self, node, *path):
        for step in path:
            node = self.out(node)[step][1]
        return node

    def module(self):
        return self.follow(0, "module script.ts")


@pytest.fixture(scope="module")
def read():
    return Read(KINDS)


def test_counts_and_sizes_add_up(read):
    heap = read.file["snapshot"]
    assert heap["node_count"] == len(read.nodes)
    assert heap["edge_count"] == len(read.edges) == read.ends[-1]
    cells = read.nodes[:, 0] != NODE_TYPES.index("synthetic")
    assert cells.sum() == read.realm.engine.state[S_LIVE_CELLS]
    state = read.realm.engine.state
    assert read.nodes[:, 3].sum() == 32 * state[S_LIVE_CELLS] + 8 * (state[S_SLOT_TOP] + state[S_BYTE_TOP])
    assert len(set(read.nodes[:, 2].tolist())) == len(read.nodes)
    assert (read.edges[:, 2] % len(NODE_FIELDS) == 0).all()
    assert read.edges[:, 2].max() < len(NODE_FIELDS) * len(read.nodes)


def unreached(read):
    """Names of nodes that no path from the root leads to."""
    reached = np.zeros(len(read.nodes), bool)
    waiting = [0]
    reached[0] = True
    targets = read.edges[:, 2] // len(NODE_FIELDS)
    while waiting:
        node = waiting.pop()
        for target in targets[read.ends[node] - read.nodes[node, 4] : read.ends[node]].tolist():
            if not reached[target]:
                reached[target] = True
                waiting.append(target)
    return [read.name(node) for node in np.flatnonzero(~reached)]


def test_every_live_cell_is_reached_from_the_root(read):
    assert unreached(read) == []
    others = next(node for node in range(10) if read.name(node) == "(other roots)")
    assert [read.name(target) for _, target in read.out(others).values()] == []


def test_a_script_that_was_cut_short_has_its_stack():
    read = Read(
        "function f(own: any) { const ring: any = { own }; ring.self = ring; for (;;) ring.count = 1; }"
        "Promise.resolve(1).then(() => 1); f({ argument: 1 });",
        timeout=0.3,
    )
    assert unreached(read) == []
    stack = next(node for node in range(10) if read.name(node) == "(stack)")
    assert read.out(stack)["ring"][0] == "context"
    assert {"own", "self"} <= read.out(read.follow(stack, "ring")).keys()
    assert read.follow(stack, "own") == read.follow(stack, "ring", "own")


def test_variables_in_registers_and_of_functions_that_wait_have_their_names():
    read = Read(
        "async function main(list: object[]) { const first = { a: 1 }, gone = [{}]; gone.pop();"
        "{ const inner = { b: 1 }; await new Promise(done => setTimeout(done, 60000)); inner.b = first.a; } }"
        "const alone = [1]; main(alone); alone.pop();"
    )
    assert unreached(read) == []
    stack = next(node for node in range(10) if read.name(node) == "(stack)")
    assert set(read.out(stack)) == {"main", "alone"}
    waiting = next(node for node in range(len(read.nodes)) if read.name(node) == "coroutine")
    found = {name: kind for name, (kind, _) in read.out(waiting).items()}
    assert {name for name, kind in found.items() if kind == "context"} == {"list", "first", "gone", "inner"}
    assert found["owner"] == found["function"] == "internal"
    assert read.follow(waiting, "list") == read.follow(stack, "alone")


def test_properties_elements_and_entries_have_their_names(read):
    held = read.follow(read.module(), "held")
    assert read.type(held) == "object"
    point = read.follow(held, "point")
    assert (read.name(point), read.name(read.follow(point, "y"))) == ("Point", "why")
    assert read.type(read.follow(point, "y")) == "string"
    assert read.out(held)["point"][0] == "property"
    listed = read.out(read.follow(held, "list"))
    assert (listed[2][0], read.name(listed[2][1])) == ("element", "two")
    table = read.follow(held, "map", "table")
    assert "inMap" not in read.out(table)
    assert read.name(read.follow(held, "map")) == "Map"
    assert read.type(table) == "array"
    assert read.out(read.follow(held, "sparse"))[4_000_000][0] == "element"
    assert read.out(read.follow(held, "mark"))["__proto__"][0] == "property"
    assert "many95" in read.out(held)
    assert "many5" not in read.out(held)
    assert "getter" in read.out(read.follow(held, "computed"))
    assert read.name(read.follow(held, "error")) == "Error"


def test_kinds_without_a_constructor_have_the_name_of_their_kind(read):
    module = read.module()
    names = {name: read.name(read.follow(module, name)) for name in ("mirror", "generator", "several", "weak", "ref")}
    assert names == {"mirror": "Proxy", "generator": "Generator", "several": "Generator", "weak": "WeakMap",
                     "ref": "WeakRef"}  # fmt: skip
    mirror = read.out(read.follow(module, "mirror"))
    assert (mirror["target"][0], mirror["handler"][0]) == ("internal", "internal")
    assert "seen" in read.out(mirror["target"][1])
    held = read.follow(module, "held")
    assert [read.name(read.follow(held, name)) for name in ("args", "iterator", "boxed")] == [
        "Arguments", "Iterator", "String"]  # fmt: skip


def test_variables_have_their_names(read):
    made = read.follow(read.module(), "made")
    assert (read.type(made), read.name(made)) == ("closure", "inner")
    scope = read.follow(made, "context")
    assert read.name(scope) == "system / Context"
    found = read.out(scope)
    assert (found["first"][0], found["second"][0]) == ("context", "context")
    assert read.follow(scope, "second", "captured") == found["first"][1]
    assert read.follow(scope, "previous") == read.module()


def test_places_of_allocation(read):
    if os.environ["TSRUN_KERNEL"] == "release":
        assert len(read.file["trace_function_infos"]) == 6
        return
    infos = np.array(read.file["trace_function_infos"]).reshape(-1, 6)
    second = read.follow(read.module(), "made", "context", "second")
    tree = read.file["trace_tree"][4]
    places = {tree[i]: infos[tree[i + 1]] for i in range(0, len(tree), 5)}
    place = places[read.nodes[second, 5]]
    assert [read.strings[place[i]] for i in (1, 2)] == ["outer", "/script.ts"]
    assert place[4] == line_of("const second") + 1
    counted = np.bincount(read.nodes[:, 5])
    assert {tree[i]: tree[i + 2] for i in range(0, len(tree), 5)} == {i: counted[i] for i in range(2, len(counted))}
    locations = {row[0]: row[1:] for row in np.array(read.file["locations"]).reshape(-1, 4).tolist()}
    inner = read.follow(read.module(), "made")
    assert locations[inner * len(NODE_FIELDS)][1] == line_of("return function inner")  # where the function is defined


def test_the_leak_is_there_by_name():
    path = EXAMPLES / "leak.ts"
    read = Read(path.read_text(encoding="utf-8"), str(path))
    table = read.follow(0, "module leak.ts", "cache", "table")
    entries = read.out(table)
    assert sum(isinstance(name, str) and name.startswith("user-") for name in entries) == 20_000
    assert read.name(read.follow(table, "user-5", "visits")) == "Array"


READER = """
const { getFullHeapFromFile } = require("@memlab/heap-analysis");
getFullHeapFromFile(process.argv[2]).then(heap => {
  let count = 0, size = 0, largest = null;
  heap.nodes.forEach(node => {
    count++;
    size += node.self_size;
    if (node.name === "Map" && (largest === null || node.retainedSize > largest.retainedSize)) largest = node;
  });
  const [by] = largest.referrers.map(edge => edge.name_or_index);
  console.log("RESULT" + JSON.stringify({ count, size, retained: largest.retainedSize, by }));
});
"""


def leak_file(folder):
    """The leak's snapshot as a file."""
    path = EXAMPLES / "leak.ts"
    read = Read(path.read_text(encoding="utf-8"), str(path))
    with (folder / "leak.heapsnapshot").open("w", encoding="utf-8") as file:
        read.made.write(file)
    return read, str(folder / "leak.heapsnapshot")


def test_memlab_reads_it(tmp_path):
    """Another program's reader agrees on sizes, and finds who holds what."""
    folder = node_modules("@memlab/heap-analysis")
    read, path = leak_file(tmp_path)
    found = by_node(["-e", READER, "reader", path], folder)
    assert (found["count"], found["size"]) == (len(read.nodes), int(read.nodes[:, 3].sum()))
    assert found["by"] == "cache"
    assert found["retained"] > 0.9 * found["size"]


def test_chromium_reads_it(tmp_path):
    """So does the model behind the Memory panel, in a browser without a window."""
    read, path = leak_file(tmp_path)
    found = by_chromium(path)
    assert found["nodeCount"] == len(read.nodes)
    assert found["total"] == int(read.nodes[:, 3].sum())
    largest = max((row for row in found["classes"] if row["name"] == "Map"), key=lambda row: row["retained"])
    assert largest["retained"] > 0.9 * found["total"]
    if os.environ["TSRUN_KERNEL"] != "release":
        assert {(trace["name"], trace["line"], trace["count"]) for trace in found["traces"]} >= {
            ("profileOf", 15, 20_000)
        }
