"""Access by computed key: elements of arrays first, then strings, then names."""
from __future__ import annotations

from tsrun.heap.allocate import reserve
from tsrun.heap.arena import kernel
from tsrun.heap.convert import key_of
from tsrun.heap.errors import throw_kind, throw_plain
from tsrun.heap.layout import (
    A_ACCESSOR, A_CONFIGURABLE, A_DEFAULT, A_WRITABLE, E_DELETE_FAILED, E_IMPORT_UNINITIALISED, E_NO_SETTER,
    E_NOT_EXTENSIBLE, E_READ_NULLISH, E_READ_ONLY, E_STACK_OVERFLOW, E_WRITE_NULLISH, F_LAZY, F_SPARSE, F_WIDE,
    FIRST_CHAR, HOLE, ID, INDEX_KEY, K_ARRAY, K_BOXED, K_NAMESPACE, K_PROXY, KIND, N_LENGTH, NULL, OBJECT,
    R_DELETE_VALUE, R_GET_VALUE, R_PROXY_GET, R_PROXY_SET, R_SET_VALUE, R_SUPER_SET, S_REGS_LIMIT, STRING,
    SYM_PRIMITIVE, T_OBJECT, T_STRING, TAG, TRUE, UNDEFINED, UNINIT, X_COLLECT,
)
from tsrun.heap.machine import bits_float, float_bits
from tsrun.heap.objects import (
    add_element, can_add, change_room, element_room, own_element_place, own_place, prototype_of, remove_element,
    remove_property,
)
from tsrun.heap.strings import flatten, new_string, reserve_string
from tsrun.heap.values import boxed_int, is_nullish
from tsrun.vm.calls import push_frame
from tsrun.vm.frames import M_DISCARD, M_TARGET, TEMPLATE, frame_info, window_top
from tsrun.vm.functions import get_hidden, materialize
from tsrun.vm.properties import binding_value, get_named, primitive_prototype, set_named
from tsrun.vm.slow import MARGIN, call_function, call_root, call_root_four, root_to
from tsrun.vm.tables import op

MAGIC = 4503599627370496.0
"""2**52: added to a whole number below it, the sum's low bits are the number."""


@kernel(inline=True)
def index_of(h, key):
    """The non-negative whole number (below 2**52) that a number value is, or a number that is not it: compare back."""
    return float_bits(bits_float(key) + MAGIC) & 0xFFFFFFFFFFFFF


@op("dst", "src", "src")
def get_index(h, pc, fp, a, b, c):
    """r[a] = r[b][r[c]]."""
    value = h.regs[fp + b]
    key = h.regs[fp + c]
    if value >> 48 == T_OBJECT and key < TAG:
        cell = value & ID
        i = index_of(h, key)
        if h.meta[cell] & (KIND | F_SPARSE) == K_ARRAY and float(i) == bits_float(key) and i < h.length[cell]:
            element = h.slots[h.elems[cell] + i]
            if element != HOLE:
                h.regs[fp + a] = element
                return pc
    return get_index_slow(h, pc, fp, fp + a, value, key)


@op("base", "src", "src")
def get_index_method(h, pc, fp, a, b, c):
    """r[a] = r[b][r[c]], r[a+1] = r[b]: ready to be called."""
    value = h.regs[fp + b]
    key = h.regs[fp + c]
    h.regs[fp + a + 1] = value
    return get_index_slow(h, pc, fp, fp + a, value, key)


@kernel
def get_index_slow(h, pc, fp, target, value, key):
    """Read by any key into register `target`."""
    if is_nullish(h, value):
        return throw_kind(h, E_READ_NULLISH, value, key)
    name = key_of(h, key)
    if name == -2:
        return X_COLLECT
    if name < 0:
        return call_root(h, pc, fp, R_GET_VALUE, value, key, UNDEFINED, M_TARGET, target, 0)
    if name < INDEX_KEY:
        start = value & ID if value >> 48 == T_OBJECT else primitive_prototype(h, value)
        return get_named(h, pc, fp, target, start, value, name, -1)
    return get_element(h, pc, fp, target, value, value, name - INDEX_KEY)


@kernel
def get_element(h, pc, fp, target, start, receiver, index):
    """[[Get]] of an array index, from the value `start` on."""
    holder = start & ID
    if start >> 48 == T_STRING:
        character = character_at(h, holder, index)
        if character == 0:
            return X_COLLECT
        if character > 0:
            h.regs[target] = STRING | character
            return pc
    if start >> 48 != T_OBJECT:
        holder = primitive_prototype(h, start)
    while holder != 0:
        if h.meta[holder] & KIND == K_PROXY:
            return call_root(
                h, pc, fp, R_PROXY_GET, OBJECT | holder, boxed_int(h, index), receiver, M_TARGET, target, 0)
        place = own_element_place(h, holder, index)
        if place >= 0:
            found = h.slots[place >> 8]
            if place & A_ACCESSOR:
                getter = h.slots[h.offset[found & ID]]
                if getter == UNDEFINED:
                    h.regs[target] = UNDEFINED
                    return pc
                return call_function(h, pc, fp, getter, receiver, UNDEFINED, 0, M_TARGET, target, UNDEFINED)
            found = binding_value(h, found)
            if found == UNINIT:
                return throw_kind(h, E_IMPORT_UNINITIALISED, boxed_int(h, index), UNDEFINED)
            h.regs[target] = found
            return pc
        if h.meta[holder] & KIND == K_BOXED:
            primitive = get_hidden(h, holder, SYM_PRIMITIVE)
            if primitive >> 48 == T_STRING and index < h.length[primitive & ID]:
                character = character_at(h, primitive & ID, index)
                if character == 0:
                    return X_COLLECT
                h.regs[target] = STRING | character
                return pc
        holder = prototype_of(h, holder)
    h.regs[target] = UNDEFINED
    return pc


@kernel
def character_at(h, string, index):
    """Cell of the one-unit string at an index; -1 outside; 0: room is wanted."""
    if index >= h.length[string]:
        return -1
    if flatten(h, string) == 0:
        return 0
    if h.meta[string] & F_WIDE == 0:
        return FIRST_CHAR + h.chars8[h.offset[string] * 8 + index]
    unit = h.chars16[h.offset[string] * 4 + index]
    if unit < 256:
        return FIRST_CHAR + unit
    if reserve_string(h, 1, 1) == 0:
        return 0
    cell = new_string(h, 1, 1)
    h.chars16[h.offset[cell] * 4] = unit
    return cell


@op("src", "src", "src")
def set_index(h, pc, fp, a, b, c):
    """r[a][r[b]] = r[c]."""
    obj = h.regs[fp + a]
    key = h.regs[fp + b]
    if obj >> 48 == T_OBJECT and key < TAG:
        cell = obj & ID
        i = index_of(h, key)
        if h.meta[cell] & (KIND | F_SPARSE) == K_ARRAY and float(i) == bits_float(key) and i < h.length[cell]:
            at = h.elems[cell] + i
            if h.slots[at] != HOLE:
                h.slots[at] = h.regs[fp + c]
                return pc
    return set_index_slow(h, pc, fp, obj, key, h.regs[fp + c])


@kernel
def set_index_slow(h, pc, fp, obj, key, value):
    """Write by any key."""
    if is_nullish(h, obj):
        return throw_kind(h, E_WRITE_NULLISH, obj, key)
    name = key_of(h, key)
    if name == -2:
        return X_COLLECT
    if name < 0 or obj >> 48 != T_OBJECT:
        return call_root(h, pc, fp, R_SET_VALUE, obj, key, value, M_DISCARD, 0, 0)
    if name < INDEX_KEY:
        return set_named(h, pc, fp, obj & ID, obj, name, value, -1)
    return set_element(h, pc, fp, obj & ID, name - INDEX_KEY, value)


@kernel
def set_element(h, pc, fp, cell, index, value):
    """[[Set]] of an array index on an object that is its own receiver (strict)."""
    obj = OBJECT | cell
    holder = cell
    while holder != 0:
        if h.meta[holder] & KIND == K_PROXY:
            return call_root_four(
                h, pc, fp, R_PROXY_SET, OBJECT | holder, boxed_int(h, index), value, obj, M_DISCARD, 0)
        place = own_element_place(h, holder, index)
        if place >= 0:
            if place & A_ACCESSOR:
                setter = h.slots[h.offset[h.slots[place >> 8] & ID] + 1]
                if setter == UNDEFINED:
                    return throw_kind(h, E_NO_SETTER, boxed_int(h, index), OBJECT | holder)
                return call_function(h, pc, fp, setter, obj, value, 1, M_DISCARD, 0, UNDEFINED)
            if place & A_WRITABLE == 0 or h.meta[holder] & KIND == K_NAMESPACE:
                return throw_kind(h, E_READ_ONLY, boxed_int(h, index), obj)
            if holder == cell:
                h.slots[place >> 8] = value
                return pc
            break
        kind = h.meta[holder] & KIND
        if kind == K_BOXED or kind == K_NAMESPACE:
            primitive = get_hidden(h, holder, SYM_PRIMITIVE)
            if kind == K_NAMESPACE:
                return throw_kind(h, E_NOT_EXTENSIBLE, boxed_int(h, index), obj)
            if primitive >> 48 == T_STRING and index < h.length[primitive & ID]:
                return throw_kind(h, E_READ_ONLY, boxed_int(h, index), obj)
        holder = prototype_of(h, holder)
    if can_add(h, cell, index) == 0:
        return throw_kind(h, E_NOT_EXTENSIBLE, boxed_int(h, index), obj)
    if reserve(h, 0, element_room(h, cell, index)) == 0:
        return X_COLLECT
    add_element(h, cell, index, value, A_DEFAULT)
    return pc


@op("dst", "src", "const")
def delete_property(h, pc, fp, a, b, c):
    """r[a] = delete r[b].c."""
    return delete_any(h, pc, fp, a, h.regs[fp + b], h.consts[c])


@op("dst", "src", "src")
def delete_index(h, pc, fp, a, b, c):
    """r[a] = delete r[b][r[c]]."""
    return delete_any(h, pc, fp, a, h.regs[fp + b], h.regs[fp + c])


@kernel
def delete_any(h, pc, fp, a, obj, key):
    """delete, in strict code: throws where it fails."""
    if is_nullish(h, obj):
        return throw_kind(h, E_READ_NULLISH, obj, key)
    name = key_of(h, key)
    if name == -2:
        return X_COLLECT
    cell = obj & ID if obj >> 48 == T_OBJECT else 0
    kind = h.meta[cell] & KIND
    if name < 0 or cell == 0 or kind == K_BOXED or kind == K_NAMESPACE or kind == K_PROXY:
        return root_to(h, pc, fp, R_DELETE_VALUE, obj, key, a)
    if h.meta[cell] & F_LAZY and materialize(h, cell) == 0:
        return X_COLLECT
    if name >= INDEX_KEY:
        place = own_element_place(h, cell, name - INDEX_KEY)
    else:
        place = own_place(h, cell, name)
        if h.meta[cell] & KIND == K_ARRAY and name == N_LENGTH:
            return throw_kind(h, E_DELETE_FAILED, key, obj)
    if place >= 0:
        if place & A_CONFIGURABLE == 0:
            return throw_kind(h, E_DELETE_FAILED, key, obj)
        if name >= INDEX_KEY:
            remove_element(h, cell, name - INDEX_KEY)
        else:
            if reserve(h, 0, change_room(h, cell)) == 0:
                return X_COLLECT
            remove_property(h, cell, name)
    h.regs[fp + a] = TRUE
    return pc


@kernel(inline=True)
def super_start(h, home, flags):
    """Where a lookup begins: the prototype of the home object, or what it was when the reference was evaluated."""
    if flags >> 16:
        return 0 if home == NULL else home & ID
    return prototype_of(h, home & ID)


@op("dst", "src")
def super_base(h, pc, fp, a, b, c):
    """r[a] = the prototype of the home object r[b]: where super[key] begins, whatever converting the key does."""
    start = prototype_of(h, h.regs[fp + b] & ID)
    h.regs[fp + a] = OBJECT | start if start != 0 else NULL
    return pc


@op("dst", "base", "src")
def super_get(h, pc, fp, a, b, c):
    """r[a] = super[r[c & 65535]] with the home object r[b], or with bit 16 of c its prototype, and `this` r[b+1]."""
    key = h.regs[fp + (c & 0xFFFF)]
    name = key_of(h, key)
    if name == -2:
        return X_COLLECT
    start = super_start(h, h.regs[fp + b], c)
    receiver = h.regs[fp + b + 1]
    if name < 0 or start == 0:
        return throw_kind(h, E_READ_NULLISH, UNDEFINED, key)
    if name >= INDEX_KEY:
        return get_element(h, pc, fp, fp + a, OBJECT | start, receiver, name - INDEX_KEY)
    return get_named(h, pc, fp, fp + a, start, receiver, name, -1)


@op("base", "src", "src")
def super_set(h, pc, fp, a, b, c):
    """super[r[b]] = r[c & 65535], with r[a], bit 16 of c and `this` in r[a+1] as in super_get (by the prelude)."""
    start = super_start(h, h.regs[fp + a], c)
    function = h.roots[R_SUPER_SET]
    top = window_top(h, fp)
    if top + MARGIN > h.state[S_REGS_LIMIT]:
        return throw_plain(h, E_STACK_OVERFLOW)
    h.regs[top] = function
    h.regs[top + 1] = h.regs[fp + a + 1]
    h.regs[top + 2] = OBJECT | start if start != 0 else NULL
    h.regs[top + 3] = h.regs[fp + b]
    h.regs[top + 4] = h.regs[fp + (c & 0xFFFF)]
    info = frame_info(h, M_DISCARD, 3, 0)
    return push_frame(h, pc, fp, top, 3, info, 0, h.aux[function & ID] * TEMPLATE)

