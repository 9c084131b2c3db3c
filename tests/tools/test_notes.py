"""What a counting kernel notes: allocations and events by place, and the site of each live cell."""

from __future__ import annotations

import pytest

from tsrun.errors import KernelError
from tsrun.heap import counters
from tsrun.heap.layout import F_SPARSE, K_ARRAY, KIND, S_ALLOCATED_CELLS, S_CELL_NEXT, S_CELL_TOP, S_RUN_START
from tsrun.realm import Realm
from tsrun.tools.notes import Notes

SOURCE = b"""\
const out: object[] = [];
function make(n: number) {
  for (let i = 0; i < n; i++) {
    out.push({ x: i });
  }
}
make(100);
const mapped = [1, 2, 3].map(x => [x]);
let text = "";
for (let i = 0; i < 50; i++) text += "some text";
const table: any = {};
table[text] = 1, table.after = 1;
delete table[text];
console.log(mapped.length, out.length);
"""


@pytest.fixture(scope="module")
def run():
    printed = []
    realm = Realm(profile="dev", sink=lambda _level, text: printed.append(text))
    notes = Notes(realm)
    realm.run_module(SOURCE, "/notes.ts", "/notes.ts")
    assert printed == ["3 100"]
    return realm, notes


def test_allocations_are_those_of_the_statistics(run):
    realm, notes = run
    state = realm.engine.state
    under_way = state[S_CELL_NEXT] - state[S_RUN_START]
    cells = sum(each.cells for each in notes.allocations())
    assert cells == state[S_ALLOCATED_CELLS] + under_way


def test_allocations_have_function_and_line(run):
    _, notes = run
    objects = [each for each in notes.allocations() if each.kind == "object" and each.cells == 100]
    assert len(objects) == 1
    place = objects[0].place
    assert (place.file, place.line, place.function.name) == ("/notes.ts", 4, "make")
    assert objects[0].bytes == 100 * (32 + 2 * 8)


def test_what_the_library_allocates_is_the_line_s_that_called_it(run):
    _, notes = run
    arrays = [each for each in notes.allocations() if each.kind == "array" and each.place]
    # The literal, what map returns, and three that the callback makes.
    assert sum(each.cells for each in arrays if each.place.line == 8) == 5
    assert not any(each.place.function.library for each in notes.allocations() if each.place)


def test_live_cells_know_their_site(run):
    realm, notes = run
    heap = realm.heap
    lines = set()
    for cell in range(1, realm.engine.state[S_CELL_TOP]):
        place = notes.site_of(cell)
        if place is not None and heap.meta[cell] & (KIND | F_SPARSE) == K_ARRAY:
            lines.add(place.line)
    assert {1, 8} <= lines


def test_events_by_place(run):
    _, notes = run
    events = {(each.what, each.place.line): each for each in notes.all() if each.place}
    assert events[counters.ROPE, 10].count > 40
    assert events[counters.FLATTENED, 12].amount == 450
    assert events[counters.INTERNED, 12].count == 1
    assert events[counters.DICTIONARY, 13].count == 1
    assert notes.lost == 0


def test_kinds_of_cache_misses():
    source = b"""\
function read(o: any) { return o.x; }
const objects: any[] = [{ x: 1 }, { a: 1, x: 2 }, { b: 1, x: 2 }, { c: 1, x: 2 }, { d: 1, x: 2 }, { e: 1, x: 3 }];
for (const o of objects) read(o);
read(objects[5]); read(objects[5]);
read({ get x() { return 1; } });
const dictionary: any = { x: 1, y: 2 }; delete dictionary.x; dictionary.x = 1;
read(dictionary);
"""
    realm = Realm(profile="dev", sink=lambda _level, _text: None)
    notes = Notes(realm)
    realm.run_module(source, "/misses.ts", "/misses.ts")
    events = {each.what: each.count for each in notes.all() if each.place and each.place.line == 1}
    assert events[counters.CACHE_FIRST] == 1
    assert events[counters.CACHE_SHAPE] == 3
    assert events[counters.CACHE_FULL] == 2
    assert events[counters.CACHE_OTHER] == 2
    assert events[counters.CACHE_ACCESSOR] == 1
    assert events[counters.CACHE_DICTIONARY] == 1


def test_a_kernel_that_does_not_count_is_refused():
    class Fake:
        class kernel:  # noqa: N801 (an attribute of a realm)
            profile = "release"

    with pytest.raises(KernelError, match="--kernel profiling"):
        Notes(Fake())
