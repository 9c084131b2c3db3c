"""Map and Set on the ordered hash tables of heap/tables.

The cell's `link` is a K_TABLE cell whose block (`offset`) is the table; the elements of the object itself stay free for
properties. Keys are compared by their bits: -0 becomes 0, NaN has one form, strings are interned on their way in.
Iterators remember entry numbers; where a table is rebuilt and loses its deleted entries, `renumber` corrects them.
"""
from __future__ import annotations

from tsrun.heap.allocate import new_cell, new_kind, new_payload, reserve
from tsrun.heap.arena import kernel
from tsrun.heap.convert import KEY_NEEDS_ROOM
from tsrun.heap.errors import worked
from tsrun.heap.layout import (
    F_ITERATED, HOLE, ID, K_ITERATOR, K_MAP, K_SET, K_TABLE, KIND, NAN, P_MAP, P_SET, S_CELL_TOP, STRING, T_OBJECT,
    T_STRING, TAG, UNDEFINED, X_COLLECT, X_SLOW,
)
from tsrun.heap.machine import bits_float, trunc_sat
from tsrun.heap.shapes import root_shape_of
from tsrun.heap.strings import flatten, intern_string
from tsrun.heap.tables import (
    entry_at, new_table, table_add, table_capacity_after, table_clear, table_copy, table_find, table_init,
    table_is_full, table_remove, table_words,
)
from tsrun.heap.values import boxed_int
from tsrun.library.arguments import answer, answer_bool, answer_int, answer_object, argument
from tsrun.vm.tables import native

FIRST_CAPACITY = 8
RENUMBER_SHIFT = 8


@kernel(inline=True)
def table_of(h, cell):
    """The table of a Map or Set."""
    return h.offset[h.link[cell]]


@kernel(inline=True)
def receiver(h, fp, kind):
    """The cell of `this` if it is of that kind, else -1."""
    value = h.regs[fp + 1]
    return value & ID if value >> 48 == T_OBJECT and h.meta[value & ID] & KIND == kind else -1


@kernel
def collection_key(h, value):
    """The form of a value in which it is a key; KEY_NEEDS_ROOM: collect first."""
    if value < TAG:
        x = bits_float(value)
        if x == 0.0:
            return 0
        return value if x == x else NAN
    if value >> 48 == T_STRING:
        string = value & ID
        if flatten(h, string) == 0:
            return KEY_NEEDS_ROOM
        return STRING | intern_string(h, string)
    return value


@kernel(inline=True)
def key_room(h, key):
    """1 if `collection_key` wants room (its answer is no value then: values below zero are other numbers)."""
    return 1 if key == KEY_NEEDS_ROOM else 0


@kernel
def new_collection(h, kind, proto, capacity):
    """An empty Map or Set. -1: collect first."""
    if reserve(h, 2, table_words(h, capacity) + 1) == 0:
        return -1
    cell = new_kind(h, kind, root_shape_of(h, proto), 0)
    holder = new_cell(h, K_TABLE)
    payload = new_payload(h, holder, table_words(h, capacity))
    h.offset[holder] = payload
    table_init(h, payload, capacity)
    h.link[cell] = holder
    return cell


@kernel
def rebuild(h, cell, capacity):
    """Move a collection's entries to a new table without the deleted ones. 0: collect first.

    Renumbering looks at every cell: a collection that iterators were made over gets a table that lasts accordingly.
    """
    if h.meta[cell] & F_ITERATED:
        while capacity < h.state[S_CELL_TOP] >> RENUMBER_SHIFT:
            capacity *= 2
    if reserve(h, 0, table_words(h, capacity) + 1) == 0:
        return 0
    holder = h.link[cell]
    old = h.offset[holder]
    table = new_table(h, holder, capacity)
    table_copy(h, old, table)
    if h.meta[cell] & F_ITERATED and h.slots[old] != h.slots[old + 1]:
        renumber(h, cell, old)
    h.offset[holder] = table
    return 1


@kernel
def renumber(h, cell, old):
    """Give the iterators over a collection the entry numbers they have without the deleted entries of `old`."""
    for iterator in range(1, h.state[S_CELL_TOP]):
        if h.meta[iterator] & KIND == K_ITERATOR and h.link[iterator] == cell:
            position = h.aux[iterator]
            kept = 0
            if worked(h, position):
                return 0
            for i in range(position):
                if h.slots[entry_at(h, old, i)] != HOLE:
                    kept += 1
            h.aux[iterator] = kept
    return 0


@kernel
def add_entry(h, cell, key, value):
    """Add an entry whose key is not there. 0: collect first."""
    table = table_of(h, cell)
    if table_is_full(h, table):
        if rebuild(h, cell, table_capacity_after(h, table)) == 0:
            return 0
        table = table_of(h, cell)
    table_add(h, table, key, value, 0)
    return 1


@native("$newMap", 1)
def make_map(h, fp, argc):
    """$newMap(prototype)"""
    cell = new_collection(h, K_MAP, h.regs[fp + 2] & ID, FIRST_CAPACITY)
    return X_COLLECT if cell < 0 else answer_object(h, fp, cell)


@native("$newSet", 1)
def make_set(h, fp, argc):
    """$newSet(prototype)"""
    cell = new_collection(h, K_SET, h.regs[fp + 2] & ID, FIRST_CAPACITY)
    return X_COLLECT if cell < 0 else answer_object(h, fp, cell)


@native("$newTable", 0)
def make_table(h, fp, argc):
    """$newTable(): a Map for the prelude's own use."""
    cell = new_collection(h, K_MAP, P_MAP, FIRST_CAPACITY)
    return X_COLLECT if cell < 0 else answer_object(h, fp, cell)


@kernel
def put(h, cell, value_key, value):
    """Set an entry: 1 it was added, 0 it was there (and has the value now), -1 collect first."""
    key = collection_key(h, value_key)
    if key_room(h, key):
        return -1
    table = table_of(h, cell)
    entry = table_find(h, table, key)
    if entry >= 0:
        h.slots[entry_at(h, table, entry) + 1] = value
        return 0
    return 1 if add_entry(h, cell, key, value) else -1


@native("$tableAdd", 2)
def table_add_value(h, fp, argc):
    """$tableAdd(table, key): false if the key is there already."""
    added = put(h, h.regs[fp + 2] & ID, h.regs[fp + 3], UNDEFINED)
    return X_COLLECT if added < 0 else answer_bool(h, fp, added)


@native("$tableSet", 3)
def table_set_value(h, fp, argc):
    """$tableSet(table, key, value)"""
    added = put(h, h.regs[fp + 2] & ID, h.regs[fp + 3], h.regs[fp + 4])
    return X_COLLECT if added < 0 else answer(h, fp, UNDEFINED)


@kernel
def find(h, cell, value):
    """Index of an entry's first word in slots; -1 if it is absent, -2 collect first."""
    key = collection_key(h, value)
    if key_room(h, key):
        return -2
    table = table_of(h, cell)
    entry = table_find(h, table, key)
    return entry_at(h, table, entry) if entry >= 0 else -1


@native("$tableGet", 2)
def table_get_value(h, fp, argc):
    """$tableGet(table, key): undefined if it is absent."""
    at = find(h, h.regs[fp + 2] & ID, h.regs[fp + 3])
    if at == -2:
        return X_COLLECT
    return answer(h, fp, h.slots[at + 1] if at >= 0 else UNDEFINED)


@native("$tableHas", 2)
def table_has_value(h, fp, argc):
    """$tableHas(table, key)"""
    at = find(h, h.regs[fp + 2] & ID, h.regs[fp + 3])
    return X_COLLECT if at == -2 else answer_bool(h, fp, 1 if at >= 0 else 0)


@native("$tableDelete", 2)
def table_delete_value(h, fp, argc):
    """$tableDelete(table, key): whether it was there."""
    gone = remove(h, h.regs[fp + 2] & ID, h.regs[fp + 3])
    return X_COLLECT if gone < 0 else answer_bool(h, fp, gone)


@native("$tableSize", 1)
def table_size(h, fp, argc):
    """$tableSize(table)"""
    return answer_int(h, fp, h.slots[table_of(h, h.regs[fp + 2] & ID) + 1])


@native("$tableNext", 2)
def table_next(h, fp, argc):
    """$tableNext(iterator, half): the key (0) or value (1) an iterator of the prelude's stands before; see `cursor`."""
    cell = h.regs[fp + 2] & ID
    collection = h.link[cell]
    table = table_of(h, collection)
    at = entry_at(h, table, h.aux[cell] - 1) + trunc_sat(bits_float(h.regs[fp + 3]))
    return answer(h, fp, h.slots[at])


@kernel
def advance(h, cell):
    """Move an iterator cell past the next live entry: 1, or 0 when there is none."""
    table = table_of(h, h.link[cell])
    position = h.aux[cell]
    used = h.slots[table]
    while position < used:
        position += 1
        if h.slots[entry_at(h, table, position - 1)] != HOLE:
            h.aux[cell] = position
            return 1
        if worked(h, 1):
            break
    h.aux[cell] = position
    return 0


@native("$advance", 1)
def advance_cursor(h, fp, argc):
    """$advance(cursor): go on to the next entry; false when there is none. $tableNext reads the entry."""
    return answer_bool(h, fp, advance(h, h.regs[fp + 2] & ID))


@native("$cursor", 1)
def cursor(h, fp, argc):
    """$cursor(table): an iterator cell over a Map or Set, for loops of the prelude that user code may disturb."""
    collection = h.regs[fp + 2] & ID
    if reserve(h, 1, 1) == 0:
        return X_COLLECT
    cell = new_kind(h, K_ITERATOR, root_shape_of(h, P_MAP if h.meta[collection] & KIND == K_MAP else P_SET), 0)
    h.link[cell] = collection
    h.meta[collection] = h.meta[collection] | F_ITERATED
    return answer_object(h, fp, cell)


@native("Map.prototype.get", 1)
def map_get(h, fp, argc):
    """Map.prototype.get (section 24.1.3.6)."""
    cell = receiver(h, fp, K_MAP)
    if cell < 0:
        return X_SLOW
    at = find(h, cell, argument(h, fp, argc, 0))
    if at == -2:
        return X_COLLECT
    return answer(h, fp, h.slots[at + 1] if at >= 0 else UNDEFINED)


@native("Map.prototype.has", 1)
def map_has(h, fp, argc):
    """Map.prototype.has (section 24.1.3.7)."""
    return answer_has(h, fp, argc, K_MAP)


@native("Set.prototype.has", 1)
def set_has(h, fp, argc):
    """Set.prototype.has (section 24.2.4.8)."""
    return answer_has(h, fp, argc, K_SET)


@kernel
def answer_has(h, fp, argc, kind):
    """Whether the receiver, a collection of that kind, has the key."""
    cell = receiver(h, fp, kind)
    if cell < 0:
        return X_SLOW
    at = find(h, cell, argument(h, fp, argc, 0))
    return X_COLLECT if at == -2 else answer_bool(h, fp, 1 if at >= 0 else 0)


@native("Map.prototype.set", 2)
def map_set(h, fp, argc):
    """Map.prototype.set (section 24.1.3.9)."""
    cell = receiver(h, fp, K_MAP)
    if cell < 0:
        return X_SLOW
    if put(h, cell, argument(h, fp, argc, 0), argument(h, fp, argc, 1)) < 0:
        return X_COLLECT
    return answer(h, fp, h.regs[fp + 1])


@native("Set.prototype.add", 1)
def set_add(h, fp, argc):
    """Set.prototype.add (section 24.2.4.1)."""
    cell = receiver(h, fp, K_SET)
    if cell < 0:
        return X_SLOW
    if put(h, cell, argument(h, fp, argc, 0), UNDEFINED) < 0:
        return X_COLLECT
    return answer(h, fp, h.regs[fp + 1])


@kernel
def remove(h, cell, value):
    """Delete an entry: 1 it was there, 0 it wasn't, -1 collect first."""
    key = collection_key(h, value)
    if key_room(h, key):
        return -1
    table = table_of(h, cell)
    entry = table_find(h, table, key)
    if entry < 0:
        return 0
    table_remove(h, table, entry)
    return 1


@kernel
def answer_delete(h, fp, argc, kind):
    """Delete a key of the receiver, a collection of that kind; a table that is mostly empty is made smaller."""
    cell = receiver(h, fp, kind)
    if cell < 0:
        return X_SLOW
    table = table_of(h, cell)
    capacity = h.slots[table + 3]
    if capacity > 64 and h.slots[table + 1] * 8 < capacity and h.slots[table] * 2 > capacity:
        if h.meta[cell] & F_ITERATED == 0 and rebuild(h, cell, capacity >> 2) == 0:
            return X_COLLECT
    gone = remove(h, cell, argument(h, fp, argc, 0))
    return X_COLLECT if gone < 0 else answer_bool(h, fp, gone)


@native("Map.prototype.delete", 1)
def map_delete(h, fp, argc):
    """Map.prototype.delete (section 24.1.3.3)."""
    return answer_delete(h, fp, argc, K_MAP)


@native("Set.prototype.delete", 1)
def set_delete(h, fp, argc):
    """Set.prototype.delete (section 24.2.4.4)."""
    return answer_delete(h, fp, argc, K_SET)


@kernel
def answer_clear(h, fp, kind):
    """Empty the receiver, a collection of that kind: with a new small table if no iterator can be under way."""
    cell = receiver(h, fp, kind)
    if cell < 0:
        return X_SLOW
    holder = h.link[cell]
    if h.meta[cell] & F_ITERATED:
        table_clear(h, h.offset[holder])
        return answer(h, fp, UNDEFINED)
    if reserve(h, 0, table_words(h, FIRST_CAPACITY) + 1) == 0:
        return X_COLLECT
    table = new_payload(h, holder, table_words(h, FIRST_CAPACITY))
    table_init(h, table, FIRST_CAPACITY)
    h.offset[holder] = table
    return answer(h, fp, UNDEFINED)


@native("Map.prototype.clear", 0)
def map_clear(h, fp, argc):
    """Map.prototype.clear (section 24.1.3.1)."""
    return answer_clear(h, fp, K_MAP)


@native("Set.prototype.clear", 0)
def set_clear(h, fp, argc):
    """Set.prototype.clear (section 24.2.4.2)."""
    return answer_clear(h, fp, K_SET)


@kernel
def answer_size(h, fp, kind):
    """Number of entries of the receiver, a collection of that kind."""
    cell = receiver(h, fp, kind)
    return X_SLOW if cell < 0 else answer(h, fp, boxed_int(h, h.slots[table_of(h, cell) + 1]))


@native("get Map.prototype.size", 0)
def map_size(h, fp, argc):
    """The getter Map.prototype.size (section 24.1.3.10)."""
    return answer_size(h, fp, K_MAP)


@native("get Set.prototype.size", 0)
def set_size(h, fp, argc):
    """The getter Set.prototype.size (section 24.2.4.14)."""
    return answer_size(h, fp, K_SET)
