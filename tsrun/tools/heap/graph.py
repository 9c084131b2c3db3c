"""The live heap as a graph: a node per cell, an edge per reference, with names. Everything is columns of numpy.

The edges follow the same rules as the collector (heap/collect): blocks of slots, links by kind, shapes.
"""
from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from tsrun.heap.layout import (
    FIRST_OBJECT_KIND, F_DICTIONARY, F_ROPE, F_SPARSE, F_WEAK, HOLE, ID, KIND, K_ACCESSOR, K_ARRAY, K_BIGINT,
    K_COROUTINE, K_ENV, K_FINALIZER, K_FUNCTION, K_GENERATOR, K_ITERATOR, K_MAP, K_PROMISE, K_PROXY, K_SET, K_STRING,
    K_SYMBOL, K_TABLE, K_WEAK_MAP, K_WEAK_REF, K_WEAK_SET, S_SHAPE_TOP, TAG, T_CELL, T_STRING,
)
from tsrun.heap.shapes import SF_LIVE
from tsrun.tools.heap.columns import Columns

if TYPE_CHECKING:
    from tsrun.tools.heap.columns import Ints
    from tsrun.vm.driver import Engine

LINKED = (
    K_FUNCTION, K_MAP, K_SET, K_ITERATOR, K_GENERATOR, K_COROUTINE, K_WEAK_MAP, K_WEAK_SET, K_FINALIZER,
)
"""Kinds of cells whose link is a cell that they hold on to."""
TABLE_HEADER, TABLE_ENTRY = 4, 3
(
    NAMED, VARIABLE, ELEMENT, INTERNAL, PROTO, LINK, LEFT, RIGHT, DESCRIPTION, GETTER, SETTER, ENTRY, ENTRY_KEY, PARENT,
    HIDDEN, WEAK, TARGET, HANDLER,
) = range(18)
"""What an edge is. `label` then is: NAMED and ENTRY the cell of the key (or -1), VARIABLE the slot of an environment,
ELEMENT the index, INTERNAL the number of a word, else nothing."""


class Edges(NamedTuple):
    """Columns of edges: number of the cell that refers, what the edge is, its label, the cell referred to."""

    source: Ints
    what: Ints
    label: Ints
    target: Ints


class Graph:
    """The nodes and edges of an engine's heap after a collection."""

    def __init__(self, engine: Engine) -> None:
        self.columns = columns = Columns(engine)
        self.alive = columns.marked()
        self.cells = np.flatnonzero(self.alive)
        self.kinds = columns.kinds(self.cells)
        self.sizes = columns.sizes(self.cells)
        view = engine.memory.numpy
        self.shape_parent, self.shape_key = view("shape_parent"), view("shape_key")
        self.shape_count, self.shape_proto = view("shape_count"), view("shape_proto")
        self.shape_flags = view("shape_flags")
        self.fslots = view("fslots")
        self._shapes = int(engine.state[S_SHAPE_TOP])

    def edges(self) -> Edges:
        """All edges, those of one cell next to each other."""
        parts = [*self._links(), *self._blocks()]
        source, what, label, target = (np.concatenate(each) for each in zip(*parts, strict=True))
        there = (target > 0) & (target < len(self.alive))
        there[there] = self.alive[target[there]]
        order = np.argsort(source[there], kind="stable")
        return Edges(*(each[there][order] for each in (source, what, label, target)))

    # Columns of cells

    def _of(self, chosen: Ints, what: int, target: Ints) -> Edges:
        """Edges from a column of cells; the label is the kind of the cell that refers."""
        cells = self.cells[chosen]
        return Edges(cells, np.full(len(cells), what), self.kinds[chosen], target[cells].astype(np.int64))

    def _links(self) -> list[Edges]:
        columns, kinds = self.columns, self.kinds
        meta = columns.meta[self.cells]
        ropes = (kinds == K_STRING) & (meta & F_ROPE != 0)
        objects = kinds >= FIRST_OBJECT_KIND
        protos = self.cells[objects]
        proto = self.shape_proto[columns.shape[protos]].astype(np.int64)
        return [
            self._of(ropes, LEFT, columns.link), self._of(ropes, RIGHT, columns.aux),
            self._of(kinds == K_SYMBOL, DESCRIPTION, columns.link),
            self._of(np.isin(kinds, LINKED), LINK, columns.link),
            self._of(kinds == K_WEAK_REF, WEAK, columns.link),
            self._of(kinds == K_PROXY, TARGET, columns.link), self._of(kinds == K_PROXY, HANDLER, columns.aux),
            Edges(protos, np.full(len(protos), PROTO), np.full(len(protos), -1), proto),
        ]

    # Blocks of slots

    def _words(self, cells: Ints, payload: Ints, counts: Ints | None = None) -> tuple[Ints, Ints, Ints]:
        """Of the blocks of some cells: whose, which word of the block, and where in slots."""
        header = self.columns.slots[np.maximum(payload, 1) - 1]
        owned = (payload > 0) & (header & ID == cells)
        capacity = np.where(owned, header >> 32, 0)
        count = capacity if counts is None else np.minimum(counts, capacity)
        ends = np.cumsum(count)
        total = int(ends[-1]) if len(ends) else 0
        word = np.arange(total) - np.repeat(ends - count, count)
        return np.repeat(cells, count), word, np.repeat(payload.astype(np.int64), count) + word

    def _references(self, owner: Ints, word: Ints, at: Ints) -> tuple[Ints, Ints, Ints, Ints]:
        """Those words that refer to cells, and to which."""
        values = self.columns.slots[at]
        tags = values >> 48
        chosen = (tags >= T_STRING) & (tags <= T_CELL)
        return owner[chosen], word[chosen], at[chosen], values[chosen] & ID

    def _blocks(self) -> list[Edges]:
        columns, kinds, cells = self.columns, self.kinds, self.cells
        meta = columns.meta[cells]
        objects = kinds >= FIRST_OBJECT_KIND
        dictionary = objects & (meta & F_DICTIONARY != 0)
        sparse = objects & (meta & F_SPARSE != 0)
        return [
            self._named(cells[objects & ~dictionary]),
            self._table(cells[dictionary], columns.offset),
            self._elements(cells[(kinds == K_ARRAY) & ~sparse], ELEMENT, columns.length),
            self._elements(cells[objects & (kinds != K_ARRAY) & ~sparse], INTERNAL, columns.length),
            self._table(cells[sparse], columns.elems),
            self._table(cells[kinds == K_TABLE], columns.offset),
            self._environments(cells[kinds == K_ENV]),
            self._accessors(cells[kinds == K_ACCESSOR]),
            self._words_in_use(cells[kinds == K_COROUTINE], columns.offset),
            self._words_in_use(cells[kinds == K_PROMISE], columns.link),
            self._others(cells[(kinds < FIRST_OBJECT_KIND) & ~np.isin(kinds, (
                K_STRING, K_SYMBOL, K_BIGINT, K_ENV, K_ACCESSOR, K_TABLE, K_COROUTINE))]),
        ]

    def _named(self, cells: Ints) -> Edges:
        """Properties by the object's shape."""
        shape = self.columns.shape[cells]
        words = self._words(cells, self.columns.offset[cells], self.shape_count[shape].astype(np.int64))
        owner, word, _, target = self._references(*words)
        return Edges(owner, np.full(len(owner), NAMED), self._keys(self.columns.shape[owner], word), target)

    def _keys(self, shape: Ints, slot: Ints) -> Ints:
        """The key that a shape has for each slot: that of the ancestor which has one property more than the slot."""
        current = shape.astype(np.int64)
        ahead = np.arange(len(current))
        while len(ahead):
            ahead = ahead[self.shape_count[current[ahead]] > slot[ahead] + 1]
            current[ahead] = self.shape_parent[current[ahead]]
        return self.shape_key[current].astype(np.int64)

    def _elements(self, cells: Ints, what: int, length: Ints) -> Edges:
        owner, word, _, target = self._references(
            *self._words(cells, self.columns.elems[cells], length[cells].astype(np.int64)))
        return Edges(owner, np.full(len(owner), what), word, target)

    def _words_in_use(self, cells: Ints, payload: Ints) -> Edges:
        """A coroutine's registers, of which `length` are in use; what a promise knows."""
        count = np.where(self.columns.kinds(cells) == K_COROUTINE, self.columns.length[cells].astype(np.int64), 2)
        owner, word, _, target = self._references(*self._words(cells, payload[cells], count))
        return Edges(owner, np.full(len(owner), INTERNAL), word, target)

    def _environments(self, cells: Ints) -> Edges:
        owner, word, _, target = self._references(*self._words(cells, self.columns.offset[cells]))
        return Edges(owner, np.where(word == 0, PARENT, VARIABLE), word, target)

    def _accessors(self, cells: Ints) -> Edges:
        owner, word, _, target = self._references(*self._words(cells, self.columns.offset[cells]))
        return Edges(owner, np.where(word == 0, GETTER, SETTER), np.full(len(owner), -1), target)

    def _others(self, cells: Ints) -> Edges:
        owner, word, _, target = self._references(*self._words(cells, self.columns.offset[cells]))
        return Edges(owner, np.full(len(owner), INTERNAL), word, target)

    def _table(self, cells: Ints, payloads: Ints) -> Edges:
        """Entries of hash tables (heap/tables): the value under its key, and the key itself."""
        slots = self.columns.slots
        payload = payloads[cells].astype(np.int64)
        owner, word, at, target = self._references(*self._words(cells, payloads[cells]))
        start = np.zeros(len(self.alive), np.int64)
        start[cells] = payload
        first = TABLE_HEADER + slots[start[owner] + 2] + 1
        place = word - first
        part = place % TABLE_ENTRY
        key = slots[np.where(part == 1, at - 1, at)]
        what = np.where((place >= 0) & (part == 1), ENTRY, np.where((place >= 0) & (part == 0), ENTRY_KEY, HIDDEN))
        number = np.where(place >= 0, place // TABLE_ENTRY, 0)
        label = np.where(key >= TAG, np.where(key == HOLE, -1, key & ID), -1)
        # A number is its own name: the index of an element that is not dense.
        weak = self.columns.meta[owner] & (F_WEAK | KIND) == F_WEAK | K_TABLE
        what = np.where(weak, np.where(what == ENTRY, HIDDEN, WEAK), what)
        numeric = (what == ENTRY) & (key < TAG)
        index = np.where(numeric, self._index(at - 1, number), number)
        what = np.where(numeric, ELEMENT, what)
        label = np.where((what == ELEMENT) | (what == ENTRY_KEY) | (what == HIDDEN) | (what == WEAK), index, label)
        return Edges(owner, what, label, target)

    def _index(self, at: Ints, otherwise: Ints) -> Ints:
        numbers = self.fslots[at]
        whole = np.isfinite(numbers) & (numbers >= 0) & (numbers < 1 << 31)
        return np.where(whole, np.where(whole, numbers, 0).astype(np.int64), otherwise)

    def shape_references(self) -> Ints:
        """Cells that live shapes refer to: keys and prototypes."""
        live = self.shape_flags[: self._shapes] & SF_LIVE != 0
        found = np.concatenate([self.shape_key[: self._shapes][live], self.shape_proto[: self._shapes][live]])
        found = np.unique(found[(found > 0) & (found < len(self.alive))]).astype(np.int64)
        return found[self.alive[found]]
