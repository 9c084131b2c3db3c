"""Natives for the prelude alone: questions about values, raw own properties, slots. None of them runs user code."""
from __future__ import annotations

from tsrun.heap.allocate import new_array, new_object, reserve
from tsrun.heap.arena import kernel
from tsrun.heap.convert import key_of, to_number_primitive, to_string_primitive, to_string_room
from tsrun.heap.errors import throw_kind, throw_plain, worked
from tsrun.heap.layout import (
    A_ACCESSOR, A_CONFIGURABLE, A_WRITABLE, DONE, E_BIGINT_MIX, E_IMPORT_UNINITIALISED, E_SYMBOL_TO_NUMBER,
    E_SYMBOL_TO_STRING, F_BOUND, F_CONSTRUCTOR, F_EXTENSIBLE_OFF, F_LENGTH_READONLY, F_SPARSE, HOLE, ID,
    INDEX_KEY, K_ARRAY, K_BOXED, K_ERROR, K_FUNCTION, K_NAMESPACE, K_OBJECT, KIND, N_PROTOTYPE, NULL, OBJECT,
    P_OBJECT, R_HAS_PROPERTY, R_PROTO_FROM, R_PROXY_ATTRIBUTES, R_PROXY_DATA, R_PROXY_DEFINE, R_PROXY_DELETE,
    R_PROXY_EXTENSIBLE, R_PROXY_GETTER, R_PROXY_KEYS, R_PROXY_PROTOTYPE, R_PROXY_SETTER, SH_ARRAY, STRING,
    SYM_BOUND, SYM_PRIMITIVE, SYM_SLOT0, T_CELL, T_OBJECT, T_STRING, T_SYMBOL, UNDEFINED, UNINIT, X_COLLECT, X_ROOT,
)
from tsrun.heap.machine import bits_float, fill, trunc_, trunc_sat
from tsrun.heap.objects import can_add, make_sparse, own_place, place_value, prototype_of, set_prototype_of, sparse_room
from tsrun.heap.shapes import root_shape_of, touch_proto
from tsrun.heap.tables import entry_at, table_remove
from tsrun.heap.values import (
    array_index, boxed_int, boxed_number, boxed_object, is_array, is_callable, is_object, is_proxy,
)
from tsrun.library.arguments import answer, answer_bool, answer_int, answer_object
from tsrun.library.own import (
    define_own, delete_own, has_property, new_accessor, own_keys, own_slot, own_value, settle, string_slot,
    string_value_at,
)
from tsrun.library.registration import prototype_named, range_hash
from tsrun.vm.array_length import MAX_FILLED, resize_dense
from tsrun.vm.functions import get_hidden, new_function, set_hidden, symbol_description
from tsrun.vm.properties import binding_value, primitive_prototype
from tsrun.vm.tables import native


@native("$isObject", 1)
def is_object_value(h, fp, argc):
    """$isObject(value)"""
    return answer_bool(h, fp, is_object(h, h.regs[fp + 2]))


@native("$isCallable", 1)
def is_callable_value(h, fp, argc):
    """$isCallable(value)"""
    return answer_bool(h, fp, is_callable(h, h.regs[fp + 2]))


@native("$isConstructor", 1)
def is_constructor_value(h, fp, argc):
    """$isConstructor(value)"""
    value = h.regs[fp + 2]
    found = is_callable(h, value) and h.meta[value & ID] & F_CONSTRUCTOR
    return answer_bool(h, fp, 1 if found else 0)


@native("$isArray", 1)
def is_array_value(h, fp, argc):
    """$isArray(value)"""
    return answer_bool(h, fp, is_array(h, h.regs[fp + 2]))


@kernel(inline=True)
def is_kind(h, value, kind):
    """1 for an object of that kind."""
    return 1 if value >> 48 == T_OBJECT and h.meta[value & ID] & KIND == kind else 0


@native("$isError", 1)
def is_error_value(h, fp, argc):
    """$isError(value)"""
    return answer_bool(h, fp, is_kind(h, h.regs[fp + 2], K_ERROR))


@native("$isKind", 2)
def is_kind_value(h, fp, argc):
    """$isKind(value, kind): an object of that kind (K_ constants)."""
    return answer_bool(h, fp, is_kind(h, h.regs[fp + 2], trunc_sat(bits_float(h.regs[fp + 3]))))


@native("$kind", 1)
def kind_value(h, fp, argc):
    """$kind(object): its kind (K_ constants)."""
    return answer_int(h, fp, h.meta[h.regs[fp + 2] & ID] & KIND)


@native("$isHole", 1)
def is_hole(h, fp, argc):
    """$isHole(value): the value that stands for nothing."""
    return answer_bool(h, fp, 1 if h.regs[fp + 2] == HOLE else 0)


@native("$isDone", 1)
def is_done(h, fp, argc):
    """$isDone(value): the value that ends an iteration."""
    return answer_bool(h, fp, 1 if h.regs[fp + 2] == DONE else 0)


@native("$hole", 0)
def hole(h, fp, argc):
    """$hole()"""
    return answer(h, fp, HOLE)


@native("$done", 0)
def done(h, fp, argc):
    """$done()"""
    return answer(h, fp, DONE)


@native("$isIndex", 1)
def is_index(h, fp, argc):
    """$isIndex(value): an array index or the number after the last one."""
    value = h.regs[fp + 2]
    index = array_index(h, value)
    return answer_bool(h, fp, 1 if index >= 0 or value == boxed_int(h, 4294967295) else 0)


# Conversions


@native("$description", 1)
def description(h, fp, argc):
    """$description(symbol): a string or undefined."""
    return answer(h, fp, symbol_description(h, h.regs[fp + 2] & ID))


@native("$primitivePrototype", 1)
def prototype_of_primitive(h, fp, argc):
    """$primitivePrototype(value): where a primitive's properties come from; null for undefined and null."""
    proto = primitive_prototype(h, h.regs[fp + 2])
    return answer(h, fp, OBJECT | proto if proto != 0 else NULL)


@native("$primitiveToString", 1)
def primitive_to_string(h, fp, argc):
    """$primitiveToString(value): ToString of a primitive; a symbol throws."""
    value = h.regs[fp + 2]
    if to_string_room(h, value) == 0:
        return X_COLLECT
    string = to_string_primitive(h, value)
    if string < 0:
        return throw_plain(h, E_SYMBOL_TO_STRING)
    return answer(h, fp, STRING | string)


@native("$primitiveToNumber", 1)
def primitive_to_number(h, fp, argc):
    """$primitiveToNumber(value): ToNumber of a primitive; a symbol throws, a bigint too."""
    value = h.regs[fp + 2]
    number = to_number_primitive(h, value)
    if number == UNINIT:
        return X_COLLECT
    if number == HOLE:
        return throw_plain(h, E_SYMBOL_TO_NUMBER if value >> 48 == T_SYMBOL else E_BIGINT_MIX)
    return answer(h, fp, number)


@native("$truncate", 1)
def truncate(h, fp, argc):
    """$truncate(number): towards zero, 0 for NaN, never -0."""
    x = bits_float(h.regs[fp + 2])
    return answer(h, fp, boxed_number(h, trunc_(x) + 0.0) if x == x else boxed_int(h, 0))


# Own properties. A key is a string, a symbol or a number.


@native("$ownAttributes", 2)
def own_attributes(h, fp, argc):
    """$ownAttributes(object or string, key): the own property's attributes, -1 if there is none."""
    if is_proxy(h, h.regs[fp + 2]):
        return X_ROOT - R_PROXY_ATTRIBUTES
    key = key_of(h, h.regs[fp + 3])
    if key < 0:
        return X_COLLECT
    value = h.regs[fp + 2]
    if value >> 48 == T_STRING:
        slot = string_slot(h, value & ID, key)
    elif settle(h, value & ID) == 0:
        return X_COLLECT
    else:
        slot = own_slot(h, value & ID, key)
        if slot >= 0 and h.meta[value & ID] & KIND == K_NAMESPACE and binding_value(h, h.slots[slot >> 8]) == UNINIT:
            return throw_kind(h, E_IMPORT_UNINITIALISED, h.regs[fp + 3], UNDEFINED)
    return answer_int(h, fp, slot & 0xFF if slot >= 0 else -1)


@kernel
def raw_own(h, value, key):
    """What an own property's word holds; HOLE if there is none, UNINIT: collect first."""
    if value >> 48 == T_STRING:
        return HOLE if string_slot(h, value & ID, key) < 0 else string_value_at(h, value & ID, key)
    obj = value & ID
    if settle(h, obj) == 0:
        return UNINIT
    slot = own_slot(h, obj, key)
    return own_value(h, obj, key, slot) if slot >= 0 else HOLE


@native("$ownData", 2)
def own_data(h, fp, argc):
    """$ownData(object or string, key): value of an own data property; undefined for anything else."""
    if is_proxy(h, h.regs[fp + 2]):
        return X_ROOT - R_PROXY_DATA
    key = key_of(h, h.regs[fp + 3])
    if key < 0:
        return X_COLLECT
    value = raw_own(h, h.regs[fp + 2], key)
    if value == UNINIT:
        return X_COLLECT
    if value == HOLE or value >> 48 == T_CELL:
        return answer(h, fp, UNDEFINED)
    return answer(h, fp, binding_value(h, value))


@native("$writePlain", 3)
def write_plain(h, fp, argc):
    """$writePlain(object, key, value): write an own data property that may be written, of an ordinary object under a
    name; false, with nothing done, for anything else.
    """
    obj = h.regs[fp + 2] & ID
    if h.meta[obj] & KIND != K_OBJECT or h.regs[fp + 3] >> 48 != T_STRING:
        return answer_bool(h, fp, 0)
    key = key_of(h, h.regs[fp + 3])
    if key < 0:
        return X_COLLECT
    if key & INDEX_KEY:
        return answer_bool(h, fp, 0)
    place = own_place(h, obj, key)
    if place < 0 or place & (A_ACCESSOR | A_WRITABLE) != A_WRITABLE:
        return answer_bool(h, fp, 0)
    h.slots[h.offset[obj] + (place >> 8)] = h.regs[fp + 4]
    return answer_bool(h, fp, 1)


@kernel
def answer_accessor(h, fp, half):
    """Deliver the getter (0) or setter (1) of an own accessor property; undefined for anything else."""
    key = key_of(h, h.regs[fp + 3])
    if key < 0:
        return X_COLLECT
    value = raw_own(h, h.regs[fp + 2], key)
    if value == UNINIT:
        return X_COLLECT
    return answer(h, fp, h.slots[h.offset[value & ID] + half] if value >> 48 == T_CELL else UNDEFINED)


@native("$ownGetter", 2)
def own_getter(h, fp, argc):
    """$ownGetter(object, key)"""
    if is_proxy(h, h.regs[fp + 2]):
        return X_ROOT - R_PROXY_GETTER
    return answer_accessor(h, fp, 0)


@native("$ownSetter", 2)
def own_setter(h, fp, argc):
    """$ownSetter(object, key)"""
    if is_proxy(h, h.regs[fp + 2]):
        return X_ROOT - R_PROXY_SETTER
    return answer_accessor(h, fp, 1)


@native("$ownKeys", 1)
def own_keys_of(h, fp, argc):
    """$ownKeys(object): an array of all own keys in the order of the specification."""
    if is_proxy(h, h.regs[fp + 2]):
        return X_ROOT - R_PROXY_KEYS
    obj = h.regs[fp + 2] & ID
    if settle(h, obj) == 0:
        return X_COLLECT
    keys = own_keys(h, obj)
    return X_COLLECT if keys < 0 else answer_object(h, fp, keys)


@native("$has", 2)
def has(h, fp, argc):
    """$has(object, key): own or inherited."""
    key = key_of(h, h.regs[fp + 3])
    if key < 0:
        return X_COLLECT
    found = has_property(h, h.regs[fp + 2] & ID, key)
    if found == -2:
        return X_ROOT - R_HAS_PROPERTY
    return X_COLLECT if found < 0 else answer_bool(h, fp, found)


@native("$canAdd", 2)
def can_add_key(h, fp, argc):
    """$canAdd(object, key): whether a property that is not there may be added."""
    key = key_of(h, h.regs[fp + 3])
    if key < 0:
        return X_COLLECT
    return answer_bool(h, fp, can_add(h, h.regs[fp + 2] & ID, key - INDEX_KEY if key >= INDEX_KEY else -1))


@native("$defineData", 4)
def define_data(h, fp, argc):
    """$defineData(object, key, value, attributes): make or replace, without any check."""
    if is_proxy(h, h.regs[fp + 2]):
        return X_ROOT - R_PROXY_DEFINE
    key = key_of(h, h.regs[fp + 3])
    obj = h.regs[fp + 2] & ID
    if key < 0 or settle(h, obj) == 0:
        return X_COLLECT
    attributes = trunc_sat(bits_float(h.regs[fp + 5]))
    if define_own(h, obj, key, h.regs[fp + 4], attributes) == 0:
        return X_COLLECT
    return answer(h, fp, UNDEFINED)


@native("$defineAccessor", 5)
def define_accessor(h, fp, argc):
    """$defineAccessor(object, key, getter, setter, attributes): make or replace, without any check."""
    key = key_of(h, h.regs[fp + 3])
    obj = h.regs[fp + 2] & ID
    if key < 0 or settle(h, obj) == 0:
        return X_COLLECT
    attributes = trunc_sat(bits_float(h.regs[fp + 6])) | A_ACCESSOR
    # The pair comes last, so that nothing is left over when there is no room for the property.
    if define_own(h, obj, key, UNDEFINED, attributes & ~A_ACCESSOR | A_CONFIGURABLE) == 0 or reserve(h, 1, 3) == 0:
        return X_COLLECT
    pair = new_accessor(h, h.regs[fp + 4], h.regs[fp + 5])
    if define_own(h, obj, key, pair, attributes) == 0:
        return X_COLLECT
    return answer(h, fp, UNDEFINED)


@native("$deleteOwn", 2)
def delete_own_key(h, fp, argc):
    """$deleteOwn(object, key): false if the property can't be deleted."""
    if is_proxy(h, h.regs[fp + 2]):
        return X_ROOT - R_PROXY_DELETE
    key = key_of(h, h.regs[fp + 3])
    obj = h.regs[fp + 2] & ID
    if key < 0 or settle(h, obj) == 0:
        return X_COLLECT
    gone = delete_own(h, obj, key)
    return X_COLLECT if gone < 0 else answer_bool(h, fp, gone)


@native("$sameKey", 2)
def same_key(h, fp, argc):
    """$sameKey(a, b): the same property key."""
    a = key_of(h, h.regs[fp + 2])
    b = key_of(h, h.regs[fp + 3])
    if a < 0 or b < 0:
        return X_COLLECT
    return answer_bool(h, fp, 1 if a == b else 0)


# Objects


@native("$getPrototype", 1)
def get_prototype(h, fp, argc):
    """$getPrototype(object): an object or null."""
    if is_proxy(h, h.regs[fp + 2]):
        return X_ROOT - R_PROXY_PROTOTYPE
    proto = prototype_of(h, h.regs[fp + 2] & ID)
    return answer(h, fp, OBJECT | proto if proto != 0 else NULL)


@native("$setPrototype", 2)
def set_prototype(h, fp, argc):
    """$setPrototype(object, prototype or null), without any check."""
    obj = h.regs[fp + 2] & ID
    proto = h.regs[fp + 3]
    if settle(h, obj) == 0:
        return X_COLLECT
    set_prototype_of(h, obj, proto & ID if proto != NULL else 0)
    return answer(h, fp, UNDEFINED)


@native("$preventExtensions", 1)
def prevent_extensions(h, fp, argc):
    """$preventExtensions(object): an array's elements become sparse, so that stores look at each one's attributes."""
    obj = h.regs[fp + 2] & ID
    if settle(h, obj) == 0:
        return X_COLLECT
    if h.meta[obj] & F_SPARSE == 0 and h.elems[obj] != 0:
        if reserve(h, 0, sparse_room(h, obj)) == 0:
            return X_COLLECT
        make_sparse(h, obj)
    touch_proto(h, obj)
    h.meta[obj] = h.meta[obj] | F_EXTENSIBLE_OFF
    return answer(h, fp, UNDEFINED)


@native("$isExtensible", 1)
def is_extensible(h, fp, argc):
    """$isExtensible(object)"""
    if is_proxy(h, h.regs[fp + 2]):
        return X_ROOT - R_PROXY_EXTENSIBLE
    return answer_bool(h, fp, 0 if h.meta[h.regs[fp + 2] & ID] & F_EXTENSIBLE_OFF else 1)


@native("$newObject", 1)
def make_object(h, fp, argc):
    """$newObject(prototype or null)"""
    proto = h.regs[fp + 2]
    if reserve(h, 1, 3) == 0:
        return X_COLLECT
    return answer_object(h, fp, new_object(h, root_shape_of(h, proto & ID if proto != NULL else 0), 2))


@native("$protoFrom", 2)
def proto_from(h, fp, argc):
    """$protoFrom(newTarget, name): the constructor's `prototype` if that is an object, else the intrinsic one."""
    holder = h.regs[fp + 2] & ID if h.regs[fp + 2] >> 48 == T_OBJECT else 0
    proto = UNDEFINED
    if holder != 0:
        if settle(h, holder) == 0:
            return X_COLLECT
        slot = own_slot(h, holder, N_PROTOTYPE)
        if slot < 0 or slot & A_ACCESSOR:
            return X_ROOT - R_PROTO_FROM
        proto = h.slots[slot >> 8]
    return answer(h, fp, proto if proto >> 48 == T_OBJECT else named_intrinsic(h, h.regs[fp + 3]))


@kernel
def named_intrinsic(h, name):
    """The prototype object of that name."""
    string = name & ID
    return OBJECT | prototype_named(h, range_hash(h, string, 0, h.length[string]))


@native("$slot", 2)
def slot_value(h, fp, argc):
    """$slot(object, n): hidden slot n (0..3); undefined if it was never set."""
    return answer(h, fp, get_hidden(h, h.regs[fp + 2] & ID, SYM_SLOT0 + trunc_sat(bits_float(h.regs[fp + 3]))))


@native("$setSlot", 3)
def set_slot(h, fp, argc):
    """$setSlot(object, n, value)"""
    done_ = set_hidden(h, h.regs[fp + 2] & ID, SYM_SLOT0 + trunc_sat(bits_float(h.regs[fp + 3])), h.regs[fp + 4])
    return answer(h, fp, UNDEFINED) if done_ else X_COLLECT


@native("$hasSlot", 2)
def has_slot(h, fp, argc):
    """$hasSlot(object, n): whether hidden slot n was ever set."""
    place = own_place(h, h.regs[fp + 2] & ID, SYM_SLOT0 + trunc_sat(bits_float(h.regs[fp + 3])))
    return answer_bool(h, fp, 1 if place >= 0 else 0)


@native("$boundTarget", 1)
def bound_target(h, fp, argc):
    """$boundTarget(value): the function that a bound function calls; undefined for anything else."""
    value = h.regs[fp + 2]
    if is_kind(h, value, K_FUNCTION) == 0 or h.meta[value & ID] & F_BOUND == 0:
        return answer(h, fp, UNDEFINED)
    parts = place_value(h, value & ID, own_place(h, value & ID, SYM_BOUND)) & ID
    return answer(h, fp, h.slots[h.elems[parts]])


# Arrays


@kernel
def array_of_length(h, length, shape):
    """A new array of holes; sparse if it is very long. -1: collect first."""
    if length > MAX_FILLED:
        if reserve(h, 1, 1 << 7) == 0:
            return -1
        cell = new_array(h, shape, 0)
        make_sparse(h, cell)
        h.length[cell] = length
        return cell
    if reserve(h, 1, length + 1) == 0:
        return -1
    cell = new_array(h, shape, length)
    h.length[cell] = length
    if length > 0:
        fill(h.slots, h.elems[cell], length, HOLE)
    return cell


@native("$newArray", 1)
def make_array(h, fp, argc):
    """$newArray(length, prototype?): an array of holes."""
    shape = SH_ARRAY
    if argc > 1:
        shape = root_shape_of(h, h.regs[fp + 3] & ID)
    cell = array_of_length(h, trunc_sat(bits_float(h.regs[fp + 2])), shape)
    return X_COLLECT if cell < 0 else answer_object(h, fp, cell)


@native("$emptyArray", 1)
def empty_array(h, fp, argc):
    """$emptyArray(capacity): an array of length 0 with room for so many elements, if they are not too many."""
    capacity = trunc_sat(bits_float(h.regs[fp + 2]))
    if capacity > MAX_FILLED:
        capacity = 0
    if reserve(h, 1, capacity + 1) == 0:
        return X_COLLECT
    return answer_object(h, fp, new_array(h, SH_ARRAY, capacity))


@native("$arrayLength", 1)
def array_length(h, fp, argc):
    """$arrayLength(array)"""
    return answer_int(h, fp, h.length[h.regs[fp + 2] & ID])


@kernel
def shorten_sparse(h, array, length):
    """Remove sparse elements from `length` on, down to one that can't be removed; the length the array gets."""
    table = h.elems[array]
    for i in range(h.slots[table]):
        at = entry_at(h, table, i)
        if h.slots[at] != HOLE and (h.slots[at + 2] >> 32) & A_CONFIGURABLE == 0:
            index = array_index(h, h.slots[at])
            if index >= length:
                length = index + 1
        if worked(h, 2):
            return length
    for i in range(h.slots[table]):
        at = entry_at(h, table, i)
        if h.slots[at] != HOLE and array_index(h, h.slots[at]) >= length:
            table_remove(h, table, i)
        if worked(h, 8):
            break
    return length


@native("$setArrayLength", 2)
def set_array_length(h, fp, argc):
    """$setArrayLength(array, length): false if an element that can't be deleted was in the way."""
    array = h.regs[fp + 2] & ID
    length = trunc_sat(bits_float(h.regs[fp + 3]))
    if h.meta[array] & F_SPARSE:
        shortened = shorten_sparse(h, array, length) if length < h.length[array] else length
        h.length[array] = shortened
        return answer_bool(h, fp, 1 if shortened == length else 0)
    return answer_bool(h, fp, 1) if resize_dense(h, array, length) else X_COLLECT


@native("$lengthReadonly", 1)
def length_readonly(h, fp, argc):
    """$lengthReadonly(array): make `length` not writable."""
    array = h.regs[fp + 2] & ID
    if h.meta[array] & KIND == K_ARRAY:
        h.meta[array] = h.meta[array] | F_LENGTH_READONLY
    return answer(h, fp, UNDEFINED)


@native("$sameAsObjectPrototype", 1)
def same_as_object_prototype(h, fp, argc):
    """$sameAsObjectPrototype(value): whether it is %Object.prototype%, whose prototype never changes."""
    return answer_bool(h, fp, 1 if h.regs[fp + 2] == boxed_object(h, P_OBJECT) else 0)


@native("$primitiveOf", 1)
def primitive_of(h, fp, argc):
    """$primitiveOf(object): the primitive that a wrapper object stands for; undefined for other objects."""
    obj = h.regs[fp + 2] & ID
    return answer(h, fp, get_hidden(h, obj, SYM_PRIMITIVE) if h.meta[obj] & KIND == K_BOXED else UNDEFINED)


@native("$closeOver", 2)
def close_over(h, fp, argc):
    """$closeOver(function, environment): the same code in another environment, undefined for none."""
    if reserve(h, 1, 0) == 0:
        return X_COLLECT
    environment = h.regs[fp + 3]
    outer = 0 if environment == UNDEFINED else environment & ID
    return answer_object(h, fp, new_function(h, h.aux[h.regs[fp + 2] & ID], outer))
