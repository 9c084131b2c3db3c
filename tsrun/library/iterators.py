"""Iterators over arrays, Map, Set and strings: K_ITERATOR cells with the object in `link` and the position in `aux`.

The meta word says what is delivered (ITER_KEYS...) and, above that, which of four kinds of iterator it is (its brand).
`step` is one step of any of them; `next` wraps it in a result object, and loops of the prelude call it directly.
"""
from __future__ import annotations

from tsrun.heap.allocate import new_array, new_kind, reserve, reserve_all
from tsrun.heap.arena import constant, kernel
from tsrun.heap.errors import worked
from tsrun.heap.layout import (
    DONE, F_ITERATED, F_NATIVE, F_SPARSE, FALSE, FIRST_CHAR, HOLE, ID, ITER_ENTRIES, ITER_KEYS,
    ITER_KIND_MASK, ITER_KIND_SHIFT, ITER_VALUES, K_ARRAY, K_FUNCTION, K_ITERATOR, K_MAP, K_SET, KIND,
    NULL, OBJECT, P_ARRAY_ITERATOR, P_MAP_ITERATOR, P_SET_ITERATOR, P_STRING_ITERATOR, SH_ARRAY, STRING,
    T_OBJECT, T_STRING, TRUE, UNDEFINED, UNINIT, X_COLLECT, X_LIMIT, X_SLOW,
)
from tsrun.heap.machine import bits_float, trunc_sat
from tsrun.heap.shapes import root_shape_of
from tsrun.heap.strings import flatten, new_string, unit_at
from tsrun.heap.tables import entry_at
from tsrun.heap.values import boxed_int
from tsrun.library.arguments import answer, answer_bool, answer_int, answer_object
from tsrun.library.array import make_room
from tsrun.library.map_set import advance, receiver, table_of
from tsrun.library.own import chain_has_elements
from tsrun.vm.native_calls import X_STEP
from tsrun.vm.coroutines import generator_to_step, result_object
from tsrun.vm.tables import NATIVES, native

BRAND_SHIFT = 18
BRAND_ARRAY, BRAND_MAP, BRAND_SET, BRAND_STRING = range(4)
_BRANDS = ("ArrayIterator", "MapIterator", "SetIterator", "StringIterator")

_NEXT = tuple(f"{brand}.prototype.next" for brand in _BRANDS)
constant("native_step", "int8", lambda: [_NEXT.index(name) if name in _NEXT else -1 for name in NATIVES])


@kernel
def new_iterator(h, target, kind, brand):
    """An iterator over a cell (1 cell reserved)."""
    proto = P_ARRAY_ITERATOR
    if brand == BRAND_MAP:
        proto = P_MAP_ITERATOR
    elif brand == BRAND_SET:
        proto = P_SET_ITERATOR
    elif brand == BRAND_STRING:
        proto = P_STRING_ITERATOR
    cell = new_kind(h, K_ITERATOR | kind << ITER_KIND_SHIFT | brand << BRAND_SHIFT, root_shape_of(h, proto), 0)
    h.link[cell] = target
    return cell


@kernel
def answer_iterator(h, fp, target, kind, brand):
    """Deliver a new iterator over a cell."""
    if reserve(h, 1, 0) == 0:
        return X_COLLECT
    return answer_object(h, fp, new_iterator(h, target, kind, brand))


@kernel
def answer_array_iterator(h, fp, kind):
    """Deliver an iterator over `this`, any object."""
    value = h.regs[fp + 1]
    return answer_iterator(h, fp, value & ID, kind, BRAND_ARRAY) if value >> 48 == T_OBJECT else X_SLOW


@native("Array.prototype.values", 0)
def array_values(h, fp, argc):
    """Array.prototype.values (section 23.1.3.38)."""
    return answer_array_iterator(h, fp, ITER_VALUES)


@native("Array.prototype.keys", 0)
def array_keys(h, fp, argc):
    """Array.prototype.keys (section 23.1.3.19)."""
    return answer_array_iterator(h, fp, ITER_KEYS)


@native("Array.prototype.entries", 0)
def array_entries(h, fp, argc):
    """Array.prototype.entries (section 23.1.3.5)."""
    return answer_array_iterator(h, fp, ITER_ENTRIES)


@kernel
def answer_collection_iterator(h, fp, kind, collection, brand):
    """Deliver an iterator over `this`, a Map or Set."""
    cell = receiver(h, fp, collection)
    if cell < 0:
        return X_SLOW
    h.meta[cell] = h.meta[cell] | F_ITERATED
    return answer_iterator(h, fp, cell, kind, brand)


@native("Map.prototype.entries", 0)
def map_entries(h, fp, argc):
    """Map.prototype.entries (section 24.1.3.4)."""
    return answer_collection_iterator(h, fp, ITER_ENTRIES, K_MAP, BRAND_MAP)


@native("Map.prototype.keys", 0)
def map_keys(h, fp, argc):
    """Map.prototype.keys (section 24.1.3.8)."""
    return answer_collection_iterator(h, fp, ITER_KEYS, K_MAP, BRAND_MAP)


@native("Map.prototype.values", 0)
def map_values(h, fp, argc):
    """Map.prototype.values (section 24.1.3.11)."""
    return answer_collection_iterator(h, fp, ITER_VALUES, K_MAP, BRAND_MAP)


@native("Set.prototype.values", 0)
def set_values(h, fp, argc):
    """Set.prototype.values (section 24.2.4.17)."""
    return answer_collection_iterator(h, fp, ITER_KEYS, K_SET, BRAND_SET)


@native("Set.prototype.entries", 0)
def set_entries(h, fp, argc):
    """Set.prototype.entries (section 24.2.4.6)."""
    return answer_collection_iterator(h, fp, ITER_ENTRIES, K_SET, BRAND_SET)


@native("String.prototype[Symbol.iterator]", 0)
def string_iterator(h, fp, argc):
    """String.prototype[Symbol.iterator] (section 22.1.3.36) of strings."""
    value = h.regs[fp + 1]
    if value >> 48 != T_STRING:
        return X_SLOW
    return answer_iterator(h, fp, value & ID, ITER_VALUES, BRAND_STRING)


@kernel
def pair_array(h, first, second):
    """The array [first, second] (reserve 1 cell, 3 words)."""
    pair = new_array(h, SH_ARRAY, 2)
    h.length[pair] = 2
    h.slots[h.elems[pair]] = first
    h.slots[h.elems[pair] + 1] = second
    return OBJECT | pair


@kernel
def array_step(h, cell, kind):
    """A step over an array; HOLE for what is no array, or an element that is not simply there."""
    array = h.link[cell]
    if h.meta[array] & KIND != K_ARRAY:
        return HOLE
    position = h.aux[cell]
    if position >= h.length[array]:
        h.link[cell] = 0
        return DONE
    value = UNDEFINED
    if kind != ITER_KEYS:
        if h.meta[array] & F_SPARSE:
            return HOLE
        value = h.slots[h.elems[array] + position]
        if value == HOLE:
            if chain_has_elements(h, array):
                return HOLE
            value = UNDEFINED
    if kind == ITER_KEYS:
        value = boxed_int(h, position)
    elif kind == ITER_ENTRIES:
        value = pair_array(h, boxed_int(h, position), value)
    h.aux[cell] = position + 1
    return value


@kernel
def collection_step(h, cell, kind):
    """A step over a Map or Set."""
    if advance(h, cell) == 0:
        h.link[cell] = 0
        return DONE
    collection = h.link[cell]
    at = entry_at(h, table_of(h, collection), h.aux[cell] - 1)
    key = h.slots[at]
    if kind == ITER_KEYS:
        return key
    value = key if h.meta[collection] & KIND == K_SET else h.slots[at + 1]
    return pair_array(h, key, value) if kind == ITER_ENTRIES else value


@kernel
def string_step(h, cell):
    """A step over a string, by code points (2 cells and 2 words of string payload reserved); UNINIT: collect first."""
    string = h.link[cell]
    position = h.aux[cell]
    length = h.length[string]
    if position >= length:
        h.link[cell] = 0
        return DONE
    if flatten(h, string) == 0 or reserve_all(h, 1, 0, 2) == 0:
        return UNINIT
    unit = unit_at(h, string, position)
    if unit < 256:
        h.aux[cell] = position + 1
        return STRING | FIRST_CHAR + unit
    count = 1
    if unit & 0xFC00 == 0xD800 and position + 1 < length and unit_at(h, string, position + 1) & 0xFC00 == 0xDC00:
        count = 2
    result = new_string(h, count, 1)
    for i in range(count):
        h.chars16[h.offset[result] * 4 + i] = unit_at(h, string, position + i)
    h.aux[cell] = position + count
    return STRING | result


@kernel
def step(h, cell, brand):
    """The next value of an iterator; DONE, HOLE: the prelude's, UNINIT: collect first. Reserves all that is needed."""
    if h.link[cell] == 0:
        return DONE
    if reserve_all(h, 3, 8, 4) == 0:
        return UNINIT
    kind = h.meta[cell] >> ITER_KIND_SHIFT & ITER_KIND_MASK
    if brand == BRAND_ARRAY:
        return array_step(h, cell, kind)
    if brand == BRAND_STRING:
        return string_step(h, cell)
    return collection_step(h, cell, kind)


@kernel
def branded(h, value, brand):
    """The cell of an iterator of that brand; -1 for anything else."""
    if value >> 48 != T_OBJECT:
        return -1
    cell = value & ID
    if h.meta[cell] & KIND != K_ITERATOR or h.meta[cell] >> BRAND_SHIFT & 3 != brand:
        return -1
    return cell


@kernel
def answer_next(h, fp, brand):
    """next() of the iterators of a brand."""
    cell = branded(h, h.regs[fp + 1], brand)
    if cell < 0:
        return X_SLOW
    if reserve_all(h, 4, 12, 4) == 0:
        return X_COLLECT
    value = step(h, cell, brand)
    if value == HOLE:
        return X_SLOW
    if value == UNINIT:
        return X_COLLECT
    if value == DONE:
        return answer(h, fp, result_object(h, UNDEFINED, TRUE))
    return answer(h, fp, result_object(h, value, FALSE))


@native("ArrayIterator.prototype.next", 0)
def array_iterator_next(h, fp, argc):
    """%ArrayIteratorPrototype%.next (section 23.1.5.2.1)."""
    return answer_next(h, fp, BRAND_ARRAY)


@native("MapIterator.prototype.next", 0)
def map_iterator_next(h, fp, argc):
    """%MapIteratorPrototype%.next (section 24.1.5.2.1)."""
    return answer_next(h, fp, BRAND_MAP)


@native("SetIterator.prototype.next", 0)
def set_iterator_next(h, fp, argc):
    """%SetIteratorPrototype%.next (section 24.2.6.2.1)."""
    return answer_next(h, fp, BRAND_SET)


@native("StringIterator.prototype.next", 0)
def string_iterator_next(h, fp, argc):
    """%StringIteratorPrototype%.next (section 22.1.5.1.1)."""
    return answer_next(h, fp, BRAND_STRING)


@native("$fastStep", 2)
def fast_step(h, fp, argc):
    """$fastStep(iterator, next): the value that calling `next` would give, DONE, or a hole if it must be called."""
    method = h.regs[fp + 3]
    if generator_to_step(h, h.regs[fp + 2], method) != 0:
        return X_STEP
    if method >> 48 != T_OBJECT or h.meta[method & ID] & (KIND | F_NATIVE) != K_FUNCTION | F_NATIVE:
        return answer(h, fp, HOLE)
    brand = h.native_step[h.aux[method & ID]]
    cell = branded(h, h.regs[fp + 2], brand) if brand >= 0 else -1
    if cell < 0:
        return answer(h, fp, HOLE)
    value = step(h, cell, brand)
    return X_COLLECT if value == UNINIT else answer(h, fp, value)


@native("$drain", 3)
def drain(h, fp, argc):
    """$drain(array, iterator, next): append what is left; false, perhaps after some, if `next` must be called.

    A collection in between does no harm: what was appended is appended, and the iterator has moved.
    """
    method = h.regs[fp + 4]
    if method >> 48 != T_OBJECT or h.meta[method & ID] & (KIND | F_NATIVE) != K_FUNCTION | F_NATIVE:
        return answer_bool(h, fp, 0)
    brand = h.native_step[h.aux[method & ID]]
    cell = branded(h, h.regs[fp + 3], brand) if brand >= 0 else -1
    if cell < 0:
        return answer_bool(h, fp, 0)
    array = h.regs[fp + 2] & ID
    while True:
        length = h.length[array]
        if worked(h, 8):
            return X_LIMIT
        if make_room(h, array, length + 1) == 0:
            return X_COLLECT
        value = step(h, cell, brand)
        if value == UNINIT:
            return X_COLLECT
        if value == DONE or value == HOLE:
            return answer_bool(h, fp, 1 if value == DONE else 0)
        h.slots[h.elems[array] + length] = value
        h.length[array] = length + 1


# For the prelude's slow versions


@native("$newIterator", 3)
def make_iterator(h, fp, argc):
    """$newIterator(object or string, kind, brand)"""
    kind = trunc_sat(bits_float(h.regs[fp + 3]))
    return answer_iterator(h, fp, h.regs[fp + 2] & ID, kind, trunc_sat(bits_float(h.regs[fp + 4])))


@native("$iteratorTarget", 2)
def iterator_target(h, fp, argc):
    """$iteratorTarget(value, brand): what such an iterator goes over; null when it is over, undefined: none such."""
    cell = branded(h, h.regs[fp + 2], trunc_sat(bits_float(h.regs[fp + 3])))
    if cell < 0:
        return answer(h, fp, UNDEFINED)
    return answer(h, fp, OBJECT | h.link[cell] if h.link[cell] != 0 else NULL)


@native("$iteratorPosition", 1)
def iterator_position(h, fp, argc):
    """$iteratorPosition(iterator)"""
    return answer_int(h, fp, h.aux[h.regs[fp + 2] & ID])


@native("$iteratorKind", 1)
def iterator_kind(h, fp, argc):
    """$iteratorKind(iterator): 0 keys, 1 values, 2 entries."""
    return answer_int(h, fp, h.meta[h.regs[fp + 2] & ID] >> ITER_KIND_SHIFT & ITER_KIND_MASK)


@native("$setIteratorPosition", 2)
def set_iterator_position(h, fp, argc):
    """$setIteratorPosition(iterator, position): -1 ends it."""
    cell = h.regs[fp + 2] & ID
    position = trunc_sat(bits_float(h.regs[fp + 3]))
    if position < 0:
        h.link[cell] = 0
    else:
        h.aux[cell] = position
    return answer(h, fp, UNDEFINED)
