"""Properties of objects as they lie in the heap: no user code runs here, getters and proxies are the callers' business.

Named properties of an object with a shape are words of the block at `offset`, in the order of the shape. A dictionary
(F_DICTIONARY) has a hash table there instead. A *place* is slot << 8 | attributes, with the slot counted from `offset`
in both cases, or -1 for an absent property. Elements (array indices) are at `elems`: dense words, HOLE where absent,
`length` of them in use and never more than the block holds; or with F_SPARSE a hash table from boxed indices with
attributes. The `length` of arrays is a property of the cell and not in the shape.
"""
from __future__ import annotations

from tsrun.heap.allocate import capacity_of, new_payload, reserve
from tsrun.heap.arena import kernel
from tsrun.heap.counters import DICTIONARY, GROWN, SPARSE, note
from tsrun.heap.errors import worked
from tsrun.heap.layout import (
    A_DEFAULT, F_DICTIONARY, F_EXTENSIBLE_OFF, F_LENGTH_READONLY, F_SPARSE, HOLE, K_ARRAY, KIND,
)
from tsrun.heap.machine import copy, fill
from tsrun.heap.shapes import (
    MAX_PROPERTIES, add_transition, dictionary_shape_of, lookup, replay, root_shape_of, shape_key_at, touch_proto,
)
from tsrun.heap.tables import (
    entry_at, new_table, table_add, table_capacity_after, table_copy, table_find, table_init, table_is_full,
    table_remove, table_words,
)
from tsrun.heap.values import boxed_int, boxed_key

MAX_DENSE = 1 << 26
"""Elements of the longest dense array that is made in one step."""


@kernel
def own_place(h, obj, key):
    """Place of an own named property, or -1. (Functions with F_LAZY must be materialised before.)"""
    if h.meta[obj] & F_DICTIONARY:
        table = h.offset[obj]
        entry = table_find(h, table, boxed_key(h, key))
        if entry < 0:
            return -1
        at = entry_at(h, table, entry)
        return at + 1 - table << 8 | h.slots[at + 2] >> 32
    return lookup(h, h.shape[obj], key)


@kernel(inline=True)
def place_value(h, obj, place):
    """Value at a place."""
    return h.slots[h.offset[obj] + (place >> 8)]


@kernel
def add_room(h, obj):
    """Words to reserve before `add_property` on this object."""
    if h.meta[obj] & F_DICTIONARY:
        table = h.offset[obj]
        return table_words(h, table_capacity_after(h, table)) + 1 if table_is_full(h, table) else 0
    count = h.shape_count[h.shape[obj]]
    if count >= MAX_PROPERTIES:
        return table_words(h, 2 * MAX_PROPERTIES) + 1
    capacity = capacity_of(h, h.offset[obj])
    return 0 if count < capacity else grown_capacity(h, capacity) + 1


@kernel(inline=True)
def grown_capacity(h, capacity):
    """Words of the next larger block of named properties."""
    return capacity * 2 if capacity >= 4 else capacity + 2


@kernel
def grow_slots(h, obj, count) -> None:
    """Move the named properties (count in use) to the next larger block."""
    old = h.offset[obj]
    payload = new_payload(h, obj, grown_capacity(h, capacity_of(h, old)))
    for i in range(count):
        h.slots[payload + i] = h.slots[old + i]
    h.offset[obj] = payload


@kernel
def add_property(h, obj, key, value, attributes):
    """Add a named property that is not there (after reserving add_room words). Its place."""
    touch_proto(h, obj)
    if (h.meta[obj] & F_DICTIONARY) == 0:
        shape = h.shape[obj]
        count = h.shape_count[shape]
        if count < MAX_PROPERTIES:
            if count >= capacity_of(h, h.offset[obj]):
                grow_slots(h, obj, count)
            h.shape[obj] = add_transition(h, shape, key, attributes)
            h.slots[h.offset[obj] + count] = value
            return count << 8 | attributes
        make_dictionary(h, obj, 2 * MAX_PROPERTIES)
    table = h.offset[obj]
    if table_is_full(h, table):
        capacity = table_capacity_after(h, table)
        larger = new_table(h, obj, capacity)
        table_copy(h, table, larger)
        h.offset[obj] = larger
        table = larger
    entry = table_add(h, table, boxed_key(h, key), value, attributes)
    return entry_at(h, table, entry) + 1 - table << 8 | attributes


@kernel
def dictionary_room(h, obj):
    """Words to reserve before `make_dictionary(h, obj, dictionary_capacity)`."""
    return table_words(h, dictionary_capacity(h, obj)) + 1


@kernel
def dictionary_capacity(h, obj):
    """Power of two of entries that holds the object's properties and some more."""
    capacity = 8
    while capacity <= h.shape_count[h.shape[obj]] + 1:
        capacity *= 2
    return capacity


@kernel
def make_dictionary(h, obj, capacity) -> None:
    """Turn an object with a shape into a dictionary (words reserved by the caller)."""
    if h.counting[0]:
        note(h, DICTIONARY, h.shape_count[h.shape[obj]])
    shape = h.shape[obj]
    count = h.shape_count[shape]
    old = h.offset[obj]
    table = new_payload(h, obj, table_words(h, capacity))
    table_init(h, table, capacity)
    for slot in range(count):
        step = shape_key_at(h, shape, slot)
        table_add(h, table, boxed_key(h, h.shape_key[step]), h.slots[old + slot], h.shape_attributes[step])
    h.offset[obj] = table
    h.shape[obj] = dictionary_shape_of(h, h.shape_proto[shape])
    h.meta[obj] = h.meta[obj] | F_DICTIONARY
    touch_proto(h, obj)


@kernel
def change_room(h, obj):
    """Words to reserve before `change_attributes` or `remove_property`."""
    return 0 if h.meta[obj] & F_DICTIONARY else dictionary_room(h, obj)


@kernel
def change_attributes(h, obj, key, attributes) -> None:
    """Give an own named property other attributes. (No room is needed: the shape is replayed.)"""
    touch_proto(h, obj)
    if h.meta[obj] & F_DICTIONARY:
        table = h.offset[obj]
        at = entry_at(h, table, table_find(h, table, boxed_key(h, key)))
        h.slots[at + 2] = h.slots[at + 2] & 0xFFFFFFFF | attributes << 32
    else:
        shape = h.shape[obj]
        h.shape[obj] = replay(h, shape, root_shape_of(h, h.shape_proto[shape]), key, attributes)


@kernel
def remove_property(h, obj, key):
    """Remove an own named property that is there (after reserving change_room words)."""
    touch_proto(h, obj)
    if (h.meta[obj] & F_DICTIONARY) == 0:
        shape = h.shape[obj]
        if h.shape_key[shape] == key:
            h.shape[obj] = h.shape_parent[shape]
            return 0
        make_dictionary(h, obj, dictionary_capacity(h, obj))
    table = h.offset[obj]
    table_remove(h, table, table_find(h, table, boxed_key(h, key)))
    return 0


@kernel
def set_prototype_of(h, obj, proto) -> None:
    """Give an object another prototype (a cell id, 0 for null); its properties stay."""
    touch_proto(h, obj)
    if h.meta[obj] & F_DICTIONARY:
        h.shape[obj] = dictionary_shape_of(h, proto)
    else:
        h.shape[obj] = replay(h, h.shape[obj], root_shape_of(h, proto), 0, 0)


@kernel(inline=True)
def prototype_of(h, obj):
    """Prototype: a cell id, 0 for null."""
    return h.shape_proto[h.shape[obj]]


@kernel(inline=True)
def dense_element(h, obj, index):
    """Value of a dense element, HOLE if absent or if the object has a sparse table there."""
    if index < h.length[obj] and (h.meta[obj] & F_SPARSE) == 0 and h.elems[obj] != 0:
        return h.slots[h.elems[obj] + index]
    return HOLE


@kernel
def own_element_place(h, obj, index):
    """For an own element: its word's index in slots << 8 | attributes; -1 if absent."""
    if h.meta[obj] & F_SPARSE:
        table = h.elems[obj]
        entry = table_find(h, table, boxed_int(h, index))
        if entry < 0:
            return -1
        at = entry_at(h, table, entry)
        return at + 1 << 8 | h.slots[at + 2] >> 32
    if h.elems[obj] != 0 and index < h.length[obj] and h.slots[h.elems[obj] + index] != HOLE:
        return h.elems[obj] + index << 8 | A_DEFAULT
    return -1


@kernel
def element_room(h, obj, index):
    """Words to reserve before `add_element` at this index (dense growth, or the change to a sparse table)."""
    if h.meta[obj] & F_SPARSE:
        table = h.elems[obj]
        return table_words(h, table_capacity_after(h, table)) + 1 if table_is_full(h, table) else 0
    capacity = capacity_of(h, h.elems[obj])
    if index < capacity:
        return 0
    if stays_dense(h, obj, index) == 1:
        return grown_elements(h, index) + 1
    return sparse_room(h, obj)


@kernel
def stays_dense(h, obj, index):
    """1 if storing at this index keeps the elements dense: not too far behind the end."""
    capacity = capacity_of(h, h.elems[obj])
    return 1 if index < h.length[obj] + 1024 or index < (4 * capacity if capacity < 4096 else capacity) else 0


@kernel(inline=True)
def grown_elements(h, index):
    """Words of the block for elements that is to hold this index."""
    return index + (index >> 1) + 4 if index < 1 << 20 else index + (index >> 2)


@kernel
def sparse_room(h, obj):
    """Words to reserve before `make_sparse`."""
    return table_words(h, sparse_capacity(h, obj)) + 1


@kernel
def sparse_capacity(h, obj):
    """Power of two of entries for the dense elements that are there and one more."""
    count = 2
    if h.elems[obj] != 0 and (h.meta[obj] & F_SPARSE) == 0:
        for i in range(h.length[obj]):
            if h.slots[h.elems[obj] + i] != HOLE:
                count += 1
    capacity = 8
    while capacity < count:
        capacity *= 2
    return capacity


@kernel
def make_sparse(h, obj) -> None:
    """Move dense elements to a sparse table (after reserving sparse_room words)."""
    capacity = sparse_capacity(h, obj)
    if h.counting[0]:
        note(h, SPARSE, h.length[obj])
    old = h.elems[obj]
    table = new_table(h, obj, capacity)
    if old != 0:
        for i in range(h.length[obj]):
            if h.slots[old + i] != HOLE:
                table_add(h, table, boxed_int(h, i), h.slots[old + i], A_DEFAULT)
                if worked(h, 4):
                    break
    h.elems[obj] = table
    h.meta[obj] = h.meta[obj] | F_SPARSE
    if (h.meta[obj] & KIND) != K_ARRAY:
        h.length[obj] = 0
    touch_proto(h, obj)


@kernel
def add_element(h, obj, index, value, attributes):
    """Add an element that is absent (after reserving element_room words, or sparse_room too for other attributes)."""
    touch_proto(h, obj)
    if (h.meta[obj] & F_SPARSE) == 0 and attributes == A_DEFAULT:
        capacity = capacity_of(h, h.elems[obj])
        used = h.length[obj]
        if index < capacity or stays_dense(h, obj, index) == 1:
            if index >= capacity:
                grow_elements(h, obj, grown_elements(h, index))
            payload = h.elems[obj]
            if index >= used:
                fill(h.slots, payload + used, index - used, HOLE)
                h.length[obj] = index + 1
            h.slots[payload + index] = value
            return 0
    if (h.meta[obj] & F_SPARSE) == 0:
        make_sparse(h, obj)
    table = h.elems[obj]
    if table_is_full(h, table):
        capacity = table_capacity_after(h, table)
        larger = new_table(h, obj, capacity)
        table_copy(h, table, larger)
        h.elems[obj] = larger
        table = larger
    table_add(h, table, boxed_int(h, index), value, attributes)
    if (h.meta[obj] & KIND) == K_ARRAY and index >= h.length[obj]:
        h.length[obj] = index + 1
    return 0


@kernel
def grow_elements(h, obj, capacity) -> None:
    """Move dense elements to a block of `capacity` words (capacity + 1 reserved)."""
    old = h.elems[obj]
    payload = new_payload(h, obj, capacity)
    if old != 0:
        if h.counting[0]:
            note(h, GROWN, h.length[obj])
        copy(h.slots, payload, old, h.length[obj])
    h.elems[obj] = payload


@kernel
def remove_element(h, obj, index) -> None:
    """Remove an own element that is there."""
    touch_proto(h, obj)
    if h.meta[obj] & F_SPARSE:
        table = h.elems[obj]
        table_remove(h, table, table_find(h, table, boxed_int(h, index)))
    else:
        h.slots[h.elems[obj] + index] = HOLE


@kernel
def can_add(h, obj, index):
    """1 if the object may get a new property (index: -1, or the element's index)."""
    meta = h.meta[obj]
    if meta & F_EXTENSIBLE_OFF:
        return 0
    return 0 if (meta & KIND) == K_ARRAY and meta & F_LENGTH_READONLY and index >= h.length[obj] else 1


@kernel
def reserve_property(h, obj, cells):
    """Reserve for one added named property and some cells; 0: collect."""
    return reserve(h, cells, add_room(h, obj))


