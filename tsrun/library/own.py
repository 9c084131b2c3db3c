"""Own properties of any object, exotic ones included, as they lie in the heap; no user code runs here.

A *slot* is the index of the property's word in `slots` << 8 | attributes, or -1 for an absent property. One that has no
word (`length` of arrays, indices of String objects) has the index 0; `own_value` makes its value.
Keys are those of `heap/convert.key_of`. Callers call `settle` first, since functions make their properties late.
"""
from __future__ import annotations

from tsrun.heap.allocate import new_array, new_cell, new_payload, reserve, reserve_all
from tsrun.heap.arena import kernel
from tsrun.heap.errors import POLL, worked
from tsrun.heap.convert import NUMBER_WORDS, number_string
from tsrun.heap.layout import (
    A_CONFIGURABLE, A_DEFAULT, A_ENUMERABLE, A_WRITABLE, CELL, FIRST_CHAR, FIRST_PRIVATE_SYMBOL, F_DICTIONARY, F_LAZY,
    F_LENGTH_READONLY, F_PRIVATE, F_SPARSE, HOLE, ID, INDEX_KEY, KIND, K_ACCESSOR, K_ARRAY, K_BOXED, K_PROXY, K_SYMBOL,
    N_LENGTH, SH_ARRAY, STRING, SYM_PRIMITIVE, SYM_SLOT3, S_OVERTIME, T_STRING, T_SYMBOL, UNINIT,
)
from tsrun.heap.machine import bits_float
from tsrun.heap.objects import (
    add_element, add_property, add_room, change_attributes, change_room, element_room, make_sparse, own_element_place,
    own_place, place_value, prototype_of, remove_element, remove_property, sparse_room,
)
from tsrun.heap.shapes import touch_proto
from tsrun.heap.strings import flatten, new_string, unit_at
from tsrun.heap.tables import entry_at, table_find
from tsrun.heap.values import boxed_int, boxed_key
from tsrun.vm.functions import materialize


@kernel(inline=True)
def settle(h, obj):
    """Make the late properties of a function. 0: collect first."""
    return materialize(h, obj) if h.meta[obj] & F_LAZY else 1


@kernel
def string_of_wrapper(h, obj):
    """The string that a String object wraps: its cell, 0 for any other object."""
    if (h.meta[obj] & KIND) != K_BOXED:
        return 0
    place = own_place(h, obj, SYM_PRIMITIVE)
    if place < 0:
        return 0
    value = place_value(h, obj, place)
    return value & ID if value >> 48 == T_STRING else 0


@kernel
def string_slot(h, string, key):
    """Slot of a property of a string: its units and its length are virtual."""
    if key >= INDEX_KEY:
        return A_ENUMERABLE if key - INDEX_KEY < h.length[string] else -1
    return 0 if key == N_LENGTH else -1


@kernel
def own_slot(h, obj, key):
    """Slot of an own property, or -1."""
    meta = h.meta[obj]
    kind = meta & KIND
    if key >= INDEX_KEY:
        if kind == K_BOXED:
            string = string_of_wrapper(h, obj)
            if string != 0 and key - INDEX_KEY < h.length[string]:
                return A_ENUMERABLE
        return own_element_place(h, obj, key - INDEX_KEY)
    if key == N_LENGTH and kind == K_ARRAY:
        return 0 if meta & F_LENGTH_READONLY else A_WRITABLE
    place = own_place(h, obj, key)
    if place < 0:
        return -1
    return h.offset[obj] + (place >> 8) << 8 | place & 0xFF


@kernel
def string_value_at(h, string, key):
    """Value of a virtual property of a string; UNINIT: collect first."""
    if key == N_LENGTH:
        return boxed_int(h, h.length[string])
    if flatten(h, string) == 0:
        return UNINIT
    unit = unit_at(h, string, key - INDEX_KEY)
    if unit < 256:
        return STRING | FIRST_CHAR + unit
    if reserve_all(h, 1, 0, 2) == 0:
        return UNINIT
    one = new_string(h, 1, 1)
    h.chars16[h.offset[one] * 4] = unit
    return STRING | one


@kernel
def own_value(h, obj, key, slot):
    """What an own property's word holds (an accessor's cell too); UNINIT: collect first."""
    if slot >> 8 != 0:
        return h.slots[slot >> 8]
    if (h.meta[obj] & KIND) == K_ARRAY:
        return boxed_int(h, h.length[obj])
    return string_value_at(h, string_of_wrapper(h, obj), key)


@kernel
def define_own(h, obj, key, value, attributes):
    """Make or replace an own property without any check. 0: collect first. (Of an array's `length` attributes only.)"""
    slot = own_slot(h, obj, key)
    if slot >= 0 and slot >> 8 == 0:
        if (h.meta[obj] & KIND) == K_ARRAY and attributes & A_WRITABLE == 0:
            h.meta[obj] = h.meta[obj] | F_LENGTH_READONLY
        return 1
    if key >= INDEX_KEY:
        return define_element(h, obj, key - INDEX_KEY, value, attributes, slot)
    if slot < 0:
        if reserve(h, 0, add_room(h, obj)) == 0:
            return 0
        add_property(h, obj, key, value, attributes)
        return 1
    if slot & 0xFF != attributes:
        change_attributes(h, obj, key, attributes)
        slot = own_slot(h, obj, key)
    h.slots[slot >> 8] = value
    return 1


@kernel
def define_element(h, obj, index, value, attributes, slot):
    """define_own for an array index whose slot is known."""
    if slot < 0:
        room = element_room(h, obj, index)
        if attributes != A_DEFAULT:
            room += sparse_room(h, obj)
        if reserve(h, 0, room) == 0:
            return 0
        add_element(h, obj, index, value, attributes)
        return 1
    if slot & 0xFF == attributes:
        h.slots[slot >> 8] = value
        return 1
    if h.meta[obj] & F_SPARSE == 0:
        if reserve(h, 0, sparse_room(h, obj)) == 0:
            return 0
        make_sparse(h, obj)
    touch_proto(h, obj)
    table = h.elems[obj]
    entry = table_find(h, table, boxed_int(h, index))
    if entry < 0:  # lost on the way, as the time is up
        return 1
    at = entry_at(h, table, entry)
    h.slots[at + 1] = value
    h.slots[at + 2] = h.slots[at + 2] & 0xFFFFFFFF | attributes << 32
    return 1


@kernel
def new_accessor(h, getter, setter):
    """The value of an accessor property (reserve 1 cell, 3 words)."""
    cell = new_cell(h, K_ACCESSOR)
    payload = new_payload(h, cell, 2)
    h.offset[cell] = payload
    h.slots[payload] = getter
    h.slots[payload + 1] = setter
    return CELL | cell


@kernel
def delete_own(h, obj, key):
    """Delete an own property: 1 gone, 0 it isn't configurable, -1 collect first."""
    slot = own_slot(h, obj, key)
    if slot < 0:
        return 1
    if slot & A_CONFIGURABLE == 0:
        return 0
    if key >= INDEX_KEY:
        remove_element(h, obj, key - INDEX_KEY)
        return 1
    if reserve(h, 0, change_room(h, obj)) == 0:
        return -1
    remove_property(h, obj, key)
    return 1


@kernel
def is_hidden_key(h, key):
    """1 for the keys of internal slots and private names, which nobody may list."""
    if (h.meta[key] & KIND) != K_SYMBOL:
        return 0
    return 1 if h.meta[key] & F_PRIVATE or FIRST_PRIVATE_SYMBOL <= key <= SYM_SLOT3 else 0


@kernel
def element_count(h, obj):
    """Number of own elements. Too low when the time is up (state OVERTIME)."""
    payload = h.elems[obj]
    if payload == 0:
        return 0
    if h.meta[obj] & F_SPARSE:
        return h.slots[payload + 1]
    count = 0
    for i in range(h.length[obj]):
        if h.slots[payload + i] != HOLE:
            count += 1
        if i & POLL == POLL and worked(h, POLL):
            break
    return count


@kernel
def list_elements(h, obj, to):
    """Write the indices of own elements as numbers, ascending, to slots[to...]; how many."""
    payload = h.elems[obj]
    if payload == 0:
        return 0
    count = 0
    if h.meta[obj] & F_SPARSE:
        for i in range(h.slots[payload]):
            at = entry_at(h, payload, i)
            if h.slots[at] != HOLE:
                h.slots[to + count] = h.slots[at]
                count += 1
            if worked(h, 1):
                break
        sort_indices(h, to, count)
        return count
    for i in range(h.length[obj]):
        if h.slots[payload + i] != HOLE:
            h.slots[to + count] = boxed_int(h, i)
            count += 1
        if i & POLL == POLL and worked(h, POLL):
            break
    return count


@kernel
def sort_indices(h, start, count) -> None:
    """Sort non-negative numbers in slots in place: such doubles are ordered as their bits are (heap sort)."""
    ordered = 1
    for i in range(1, count):
        if h.slots[start + i - 1] > h.slots[start + i]:
            ordered = 0
            break
    if ordered:
        return
    for i in range(count // 2 - 1, -1, -1):
        sift_index(h, start, i, count)
        if worked(h, 16):
            return
    for end in range(count - 1, 0, -1):
        largest = h.slots[start]
        h.slots[start] = h.slots[start + end]
        h.slots[start + end] = largest
        if worked(h, 64):
            return
        sift_index(h, start, 0, end)


@kernel
def sift_index(h, start, root, count) -> None:
    """Let the word at `root` sink to its place in a heap of `count` words."""
    value = h.slots[start + root]
    while True:
        child = root * 2 + 1
        if child >= count:
            break
        if child + 1 < count and h.slots[start + child + 1] > h.slots[start + child]:
            child += 1
        if h.slots[start + child] <= value:
            break
        h.slots[start + root] = h.slots[start + child]
        root = child
    h.slots[start + root] = value


@kernel
def named_count(h, obj):
    """Number of own named properties, hidden ones included."""
    if h.meta[obj] & F_DICTIONARY:
        return h.slots[h.offset[obj] + 1]
    return h.shape_count[h.shape[obj]]


@kernel
def list_named(h, obj, to):
    """Write the own named keys as values in order of their making to slots[to...], hidden ones left out; how many."""
    if h.meta[obj] & F_DICTIONARY:
        table = h.offset[obj]
        count = 0
        for i in range(h.slots[table]):
            key = h.slots[entry_at(h, table, i)]
            if key != HOLE and is_hidden_key(h, key & ID) == 0:
                h.slots[to + count] = key
                count += 1
            if worked(h, 2):
                break
        return count
    shape = h.shape[obj]
    total = h.shape_count[shape]
    at = total
    while at > 0:
        at -= 1
        h.slots[to + at] = boxed_key(h, h.shape_key[shape])
        shape = h.shape_parent[shape]
    count = 0
    for i in range(total):
        key = h.slots[to + i]
        if is_hidden_key(h, key & ID) == 0:
            h.slots[to + count] = key
            count += 1
    return count


@kernel
def symbols_last(h, start, count) -> None:
    """Move symbols behind strings, both in order, within slots[start...] (`count` more words after it are free)."""
    strings = 0
    symbols = 0
    for i in range(count):
        key = h.slots[start + i]
        if key >> 48 == T_SYMBOL:
            h.slots[start + count + symbols] = key
            symbols += 1
        else:
            h.slots[start + strings] = key
            strings += 1
        if i & POLL == POLL and worked(h, POLL):
            break
    for i in range(symbols):
        h.slots[start + strings + i] = h.slots[start + count + i]


@kernel
def own_keys(h, obj):
    """An array of all own keys in the order of OrdinaryOwnPropertyKeys, indices as strings. -1: collect first."""
    string = string_of_wrapper(h, obj)
    units = h.length[string] if string != 0 else 0
    indices = element_count(h, obj) + units
    if h.state[S_OVERTIME]:
        return -1
    named = named_count(h, obj)
    if reserve_all(h, 1 + indices, indices + 2 * named + 3, indices * NUMBER_WORDS) == 0:
        return -1
    keys = new_array(h, SH_ARRAY, indices + 2 * named + 2)
    payload = h.elems[keys]
    for i in range(units):
        h.slots[payload + i] = boxed_int(h, i)
        if i & POLL == POLL and worked(h, POLL):
            return -1
    count = units + list_elements(h, obj, payload + units)
    for i in range(count):
        h.slots[payload + i] = STRING | number_string(h, bits_float(h.slots[payload + i]))
        if worked(h, 16):
            return -1
    if (h.meta[obj] & KIND) == K_ARRAY:
        h.slots[payload + count] = STRING | N_LENGTH
        count += 1
    found = list_named(h, obj, payload + count)
    symbols_last(h, payload + count, found)
    h.length[keys] = count + found
    return keys


@kernel
def has_property(h, obj, key):
    """HasProperty: 1, 0, -1 collect first, or -2 there is a proxy on the way."""
    while obj != 0:
        if settle(h, obj) == 0:
            return -1
        if h.meta[obj] & KIND == K_PROXY:
            return -2
        if own_slot(h, obj, key) >= 0:
            return 1
        if worked(h, 2):
            return -1
        obj = prototype_of(h, obj)
    return 0


@kernel
def chain_has_elements(h, obj):
    """1 if some prototype of the object might have a property whose key is an array index."""
    proto = prototype_of(h, obj)
    while proto != 0:
        if h.elems[proto] != 0 and (h.meta[proto] & F_SPARSE or h.length[proto] > 0):
            return 1
        if h.meta[proto] & KIND == K_PROXY:
            return 1
        string = string_of_wrapper(h, proto)
        if string != 0 and h.length[string] > 0:
            return 1
        if worked(h, 1):
            return 1
        proto = prototype_of(h, proto)
    return 0
