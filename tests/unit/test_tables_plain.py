"""The hash tables as plain Python: what deleting, moving and compacting entries leaves is what a dict says."""

from __future__ import annotations

import random
from types import SimpleNamespace

import pytest

from tsrun.heap.layout import HOLE, OBJECT, TRUE, UNDEFINED
from tsrun.heap.tables import (
    entry_at,
    table_add,
    table_compact,
    table_find,
    table_init,
    table_is_full,
    table_rekey,
    table_remove,
    table_words,
)

CAPACITY = 64


@pytest.fixture
def heap():
    h = SimpleNamespace(slots=[0] * (table_words(None, CAPACITY) + 1))
    table_init(h, 1, CAPACITY)
    return h


def content(h):
    entries = [entry_at(h, 1, i) for i in range(h.slots[1])]
    return {h.slots[at]: h.slots[at + 1] for at in entries if h.slots[at] != HOLE}


@pytest.mark.parametrize("seed", range(5))
def test_entries_come_and_go(heap, seed):
    choose = random.Random(seed)
    wanted: dict[int, int] = {}
    for step in range(2000):
        key = OBJECT | choose.randrange(1, 60)
        entry = table_find(heap, 1, key)
        assert (entry >= 0) == (key in wanted)
        if entry >= 0:
            assert heap.slots[entry_at(heap, 1, entry) + 1] == wanted[key]
        if choose.randrange(10) == 0 or table_is_full(heap, 1):
            table_compact(heap, 1)
            assert heap.slots[1] == heap.slots[2] == len(wanted)
        elif entry >= 0:
            table_remove(heap, 1, entry)
            del wanted[key]
        elif len(wanted) < CAPACITY:
            table_add(heap, 1, key, step, 0)
            wanted[key] = step
        assert content(heap) == wanted
        assert heap.slots[2] == len(wanted)


def test_entries_under_one_key(heap):
    """As a finalization registry marks the entries whose targets died."""
    for cell in range(1, 20):
        table_add(heap, 1, OBJECT | cell, cell, 0)
    for cell in range(1, 20, 2):
        table_rekey(heap, 1, table_find(heap, 1, OBJECT | cell), TRUE)
    table_compact(heap, 1)
    found = set()
    while (entry := table_find(heap, 1, TRUE)) >= 0:
        found.add(heap.slots[entry_at(heap, 1, entry) + 1])
        table_remove(heap, 1, entry)
    assert found == set(range(1, 20, 2))
    assert content(heap) == {OBJECT | cell: cell for cell in range(2, 20, 2)}
    table_compact(heap, 1)
    assert heap.slots[entry_at(heap, 1, heap.slots[1])] == UNDEFINED
