"""Object builtins on plain objects: own properties in shapes or dictionaries, no getters. The rest is the prelude's."""
from __future__ import annotations

from tsrun.heap.allocate import new_array, reserve, reserve_all
from tsrun.heap.arena import kernel
from tsrun.heap.errors import worked
from tsrun.heap.convert import NUMBER_WORDS, key_of, number_string
from tsrun.heap.layout import (
    A_ACCESSOR, A_DEFAULT, A_ENUMERABLE, F_DICTIONARY, F_EXTENSIBLE_OFF, F_IS_PROTO, F_SPARSE, HOLE, ID, KIND,
    K_ARGUMENTS, K_ARRAY, K_BOXED, K_ERROR, K_FUNCTION, K_NAMESPACE, K_OBJECT, K_PROXY, NULL, OBJECT,
    SH_ARRAY, STRING, S_OVERTIME, TAG, T_OBJECT, T_STRING, UNDEFINED, X_COLLECT, X_SLOW,
)
from tsrun.heap.machine import bits_float, trunc_sat
from tsrun.heap.objects import add_property, add_room, own_place, prototype_of
from tsrun.heap.shapes import add_transition, root_shape_of, shape_key_at, touch_proto
from tsrun.heap.tables import entry_at
from tsrun.heap.values import boxed_int, is_proxy
from tsrun.library.arguments import answer, answer_bool, answer_object, argument
from tsrun.library.own import (
    element_count, has_property, is_hidden_key, list_elements, list_named, named_count, own_slot, settle,
)
from tsrun.vm.tables import native

KEYS, VALUES, ENTRIES = range(3)
MOST_FIXED = 64
"""Properties up to which an object is frozen by giving it another shape."""


@kernel
def is_listable(h, obj):
    """1 if the own enumerable properties can be listed in the kernel: no virtual indices, no module namespace."""
    kind = h.meta[obj] & KIND
    return 0 if kind == K_BOXED or kind == K_NAMESPACE or kind == K_PROXY else 1


@kernel
def has_getter(h, obj):
    """1 if some own enumerable property is an accessor."""
    if h.meta[obj] & F_SPARSE and table_has_getter(h, h.elems[obj]):
        return 1
    if h.meta[obj] & F_DICTIONARY:
        return table_has_getter(h, h.offset[obj])
    shape = h.shape[obj]
    while h.shape_count[shape] > 0:
        if h.shape_attributes[shape] & A_ACCESSOR:
            return 1
        shape = h.shape_parent[shape]
    return 0


@kernel
def table_has_getter(h, table):
    """1 if some entry of a table of properties is an accessor."""
    for i in range(h.slots[table]):
        at = entry_at(h, table, i)
        if h.slots[at] != HOLE and (h.slots[at + 2] >> 32) & A_ACCESSOR:
            return 1
        if worked(h, 2):
            return 1
    return 0


@kernel
def list_enumerable(h, obj, to):
    """Write the own enumerable string keys (indices as numbers) to slots[to...], with room for all keys; how many."""
    count = list_elements(h, obj, to)
    if h.meta[obj] & F_SPARSE:
        kept = 0
        for i in range(count):
            key = h.slots[to + i]
            if own_slot(h, obj, key_of(h, key)) & A_ENUMERABLE:
                h.slots[to + kept] = key
                kept += 1
            if worked(h, 16):
                break
        count = kept
    found = list_named(h, obj, to + count)
    kept = count
    for i in range(found):
        key = h.slots[to + count + i]
        if key >> 48 == T_STRING and own_place(h, obj, key & ID) & A_ENUMERABLE:
            h.slots[to + kept] = key
            kept += 1
        if worked(h, 16):
            break
    return kept


@kernel
def key_text(h, key):
    """A listed key as a string value (room for a number's text is reserved)."""
    return key if key >= TAG else STRING | number_string(h, bits_float(key))


@kernel
def listed(h, obj, what):
    """An array of an object's own enumerable keys, values or entries: its cell; -1: collect first."""
    indices = element_count(h, obj)
    if h.state[S_OVERTIME]:
        return -1
    count = indices + named_count(h, obj)
    cells = 1 + (0 if what == VALUES else indices) + (count if what == ENTRIES else 0)
    words = count + 1 + (3 * count if what == ENTRIES else 0)
    if reserve_all(h, cells, words, 0 if what == VALUES else indices * NUMBER_WORDS) == 0:
        return -1
    result = new_array(h, SH_ARRAY, count)
    at = h.elems[result]
    count = list_enumerable(h, obj, at)
    for i in range(count):
        if worked(h, 16):
            return -1
        key = h.slots[at + i]
        if what == KEYS:
            h.slots[at + i] = key_text(h, key)
            continue
        value = h.slots[own_slot(h, obj, key_of(h, key)) >> 8]
        if what == ENTRIES:
            pair = new_array(h, SH_ARRAY, 2)
            h.length[pair] = 2
            h.slots[h.elems[pair]] = key_text(h, key)
            h.slots[h.elems[pair] + 1] = value
            value = OBJECT | pair
        h.slots[at + i] = value
    h.length[result] = count
    return result


@kernel
def answer_listed(h, fp, argc, what):
    """Object.keys, values and entries of an object without getters."""
    value = argument(h, fp, argc, 0)
    if value >> 48 != T_OBJECT or is_listable(h, value & ID) == 0:
        return X_SLOW
    obj = value & ID
    if settle(h, obj) == 0:
        return X_COLLECT
    if what != KEYS and has_getter(h, obj):
        return X_SLOW
    result = listed(h, obj, what)
    return X_COLLECT if result < 0 else answer_object(h, fp, result)


@native("Object.keys", 1)
def object_keys(h, fp, argc):
    """Object.keys (section 20.1.2.19)."""
    return answer_listed(h, fp, argc, KEYS)


@native("Object.values", 1)
def object_values(h, fp, argc):
    """Object.values (section 20.1.2.24)."""
    return answer_listed(h, fp, argc, VALUES)


@native("Object.entries", 1)
def object_entries(h, fp, argc):
    """Object.entries (section 20.1.2.5)."""
    return answer_listed(h, fp, argc, ENTRIES)


@kernel
def answer_has_own(h, fp, value, key_value):
    """Whether an object has an own property; what needs conversions is the prelude's."""
    if value >> 48 != T_OBJECT or key_value >> 48 == T_OBJECT or is_proxy(h, value):
        return X_SLOW
    if h.meta[value & ID] & KIND == K_NAMESPACE:
        return X_SLOW
    key = key_of(h, key_value)
    if key < 0:
        return X_SLOW if key == -1 else X_COLLECT
    if settle(h, value & ID) == 0:
        return X_COLLECT
    return answer_bool(h, fp, 1 if own_slot(h, value & ID, key) >= 0 else 0)


@native("Object.hasOwn", 2)
def object_has_own(h, fp, argc):
    """Object.hasOwn (section 20.1.2.14)."""
    return answer_has_own(h, fp, argument(h, fp, argc, 0), argument(h, fp, argc, 1))


@native("Object.prototype.hasOwnProperty", 1)
def object_has_own_property(h, fp, argc):
    """Object.prototype.hasOwnProperty (section 20.1.3.2)."""
    return answer_has_own(h, fp, h.regs[fp + 1], argument(h, fp, argc, 0))


@kernel
def copies_plainly(h, target, source):
    """1 if the properties of `source` can be assigned in the kernel: all data, nothing in the way in `target`."""
    if h.meta[source] & (KIND | F_DICTIONARY) != K_OBJECT or h.elems[source] != 0 or source == target:
        return 0
    if h.meta[target] & (KIND | F_EXTENSIBLE_OFF | F_IS_PROTO) != K_OBJECT:
        return 0
    shape = h.shape[source]
    while h.shape_count[shape] > 0:
        if h.shape_attributes[shape] != A_DEFAULT or is_hidden_key(h, h.shape_key[shape]):
            return 0
        place = own_place(h, target, h.shape_key[shape])
        if place >= 0:
            if place & 0xFF != A_DEFAULT:
                return 0
        elif has_property(h, prototype_of(h, target), h.shape_key[shape]) != 0:
            return 0
        shape = h.shape_parent[shape]
    return 1


@native("$assignPlain", 2)
def assign_plain(h, fp, argc):
    """$assignPlain(target, source): Object.assign of one plain source; false, with nothing done, if code might run."""
    target = h.regs[fp + 2] & ID
    source = h.regs[fp + 3]
    if source >> 48 != T_OBJECT or copies_plainly(h, target, source & ID) == 0:
        return answer_bool(h, fp, 0)
    # One property at a time: what was assigned already is found and written again after a collection.
    cell = source & ID
    count = h.shape_count[h.shape[cell]]
    shape = h.shape[cell]
    for i in range(count):
        key = h.shape_key[shape_key_at(h, shape, i)]
        value = h.slots[h.offset[cell] + i]
        place = own_place(h, target, key)
        if place >= 0:
            h.slots[h.offset[target] + (place >> 8)] = value
            continue
        if reserve(h, 0, add_room(h, target)) == 0:
            return X_COLLECT
        add_property(h, target, key, value, A_DEFAULT)
    return answer_bool(h, fp, 1)


@kernel
def tag_word(h, value):
    """Number of the builtin tag of Object.prototype.toString for an object (an index of the prelude's list)."""
    kind = h.meta[value & ID] & KIND
    if kind == K_ARRAY:
        return 1
    if kind == K_FUNCTION:
        return 2
    if kind == K_ERROR:
        return 3
    return 4 if kind == K_ARGUMENTS else 0


@native("$builtinTag", 1)
def builtin_tag(h, fp, argc):
    """$builtinTag(object): 0 Object, 1 Array, 2 Function, 3 Error, 4 Arguments."""
    return answer(h, fp, boxed_int(h, tag_word(h, h.regs[fp + 2])))


@native("Object.getPrototypeOf", 1)
def object_get_prototype_of(h, fp, argc):
    """Object.getPrototypeOf (section 20.1.2.12) of objects."""
    value = argument(h, fp, argc, 0)
    if value >> 48 != T_OBJECT or is_proxy(h, value):
        return X_SLOW
    proto = prototype_of(h, value & ID)
    return answer(h, fp, OBJECT | proto if proto != 0 else NULL)


@kernel
def shows_nothing(h, obj):
    """1 if an object on the way of a for-in has no enumerable property."""
    if h.meta[obj] & F_DICTIONARY or h.elems[obj] != 0 or is_listable(h, obj) == 0:
        return 0
    shape = h.shape[obj]
    while h.shape_count[shape] > 0:
        if h.shape_attributes[shape] & A_ENUMERABLE:
            return 0
        shape = h.shape_parent[shape]
    return 1


@native("$forInKeys", 1)
def for_in_keys(h, fp, argc):
    """$forInKeys(object): the keys of a for-in if the object has them all itself; else undefined."""
    obj = h.regs[fp + 2] & ID
    if is_listable(h, obj) == 0:
        return answer(h, fp, UNDEFINED)
    if settle(h, obj) == 0:
        return X_COLLECT
    proto = prototype_of(h, obj)
    while proto != 0:
        if settle(h, proto) == 0:
            return X_COLLECT
        if worked(h, 4) or shows_nothing(h, proto) == 0:
            return answer(h, fp, UNDEFINED)
        proto = prototype_of(h, proto)
    keys = listed(h, obj, KEYS)
    return X_COLLECT if keys < 0 else answer_object(h, fp, keys)


@native("$fixPlain", 2)
def fix_plain(h, fp, argc):
    """$fixPlain(object, kept): prevent extensions and leave data properties only the kept attributes, of those a plain
    object has; false, with nothing done, for other objects.
    """
    obj = h.regs[fp + 2] & ID
    kept = trunc_sat(bits_float(h.regs[fp + 3]))
    shape = h.shape[obj]
    if h.meta[obj] & (KIND | F_DICTIONARY) != K_OBJECT or h.elems[obj] != 0 or h.shape_count[shape] > MOST_FIXED:
        return answer_bool(h, fp, 0)
    fixed = root_shape_of(h, prototype_of(h, obj))
    for slot in range(h.shape_count[shape]):
        step = shape_key_at(h, shape, slot)
        attributes = h.shape_attributes[step]
        if is_hidden_key(h, h.shape_key[step]) == 0:
            attributes &= A_ACCESSOR | A_ENUMERABLE if attributes & A_ACCESSOR else kept
        fixed = add_transition(h, fixed, h.shape_key[step], attributes)
    touch_proto(h, obj)
    h.shape[obj] = fixed
    h.meta[obj] = h.meta[obj] | F_EXTENSIBLE_OFF
    return answer_bool(h, fp, 1)
