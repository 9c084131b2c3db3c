"""Object and array literals, class members, and the own properties they define."""
from __future__ import annotations

from tsrun.heap.allocate import capacity_of, fits, make_fit, new_array, new_cell, new_object, new_payload, reserve
from tsrun.heap.arena import kernel
from tsrun.heap.convert import key_of
from tsrun.heap.errors import throw_plain
from tsrun.heap.layout import (
    A_ACCESSOR, A_CONFIGURABLE, A_DEFAULT, A_ENUMERABLE, A_WRITABLE, CELL, E_STACK_OVERFLOW, F_DICTIONARY,
    F_EXTENSIBLE_OFF, F_IS_PROTO, F_LAZY, F_SPARSE, HOLE, ID, INDEX_KEY, K_ACCESSOR, K_ARRAY, K_OBJECT, K_PROXY, KIND,
    NULL, OBJECT, R_DEFINE_PROPERTY, R_OBJECT_REST, R_OBJECT_SPREAD, R_TEMPLATE_OBJECT, S_PROTO_EPOCH, S_REGS_LIMIT,
    SH_ARRAY, SH_OBJECT, T_OBJECT, UNDEFINED, X_COLLECT,
)
from tsrun.heap.machine import copy
from tsrun.heap.objects import (
    add_element, add_property, add_room, change_attributes, element_room, own_element_place, own_place, place_value,
    remove_element, set_prototype_of, sparse_room,
)
from tsrun.heap.shapes import add_transition, shape_key_at, touch_proto
from tsrun.heap.values import boxed_int, boxed_key
from tsrun.vm.calls import push_frame
from tsrun.vm.frames import M_DISCARD, M_TARGET, TEMPLATE, frame_info, window_top
from tsrun.vm.functions import materialize
from tsrun.vm.properties import ENTRIES, add_named, cache_shape
from tsrun.vm.slow import MARGIN, call_root, root_to
from tsrun.vm.tables import op

LITERAL = 4
L_KIND, L_FIRST, L_COUNT, L_SHAPE = range(4)


@op("dst", "count")
def op_new_object(h, pc, fp, a, b, c):
    """r[a] = {} with room for b properties."""
    if reserve(h, 1, b + 1) == 0:
        return X_COLLECT
    h.regs[fp + a] = OBJECT | new_object(h, SH_OBJECT, b)
    return pc


@op("dst", "base", "literal")
def object_literal(h, pc, fp, a, b, c):
    """r[a] = an object with the keys of literal c and the values r[b] ..."""
    count = h.literal[c * LITERAL + L_COUNT]
    shape = h.literal[c * LITERAL + L_SHAPE]
    if shape == 0:
        return literal_shape(h, pc, c)
    if fits(h, 1, count + 1) == 0:
        return make_fit(h, pc, 1, count + 1)
    cell = new_cell(h, K_OBJECT)
    payload = new_payload(h, cell, count)
    h.shape[cell] = shape
    h.offset[cell] = payload
    h.elems[cell] = 0
    h.length[cell] = 0
    for i in range(count):
        h.slots[payload + i] = h.regs[fp + b + i]
    h.regs[fp + a] = OBJECT | cell
    return pc


@kernel(cold=True)
def literal_shape(h, pc, literal):
    """Make the shape of an object literal, at its first evaluation: the instruction is to run again."""
    shape = SH_OBJECT
    first = h.literal[literal * LITERAL + L_FIRST]
    for i in range(h.literal[literal * LITERAL + L_COUNT]):
        shape = add_transition(h, shape, h.consts[h.literal_key[first + i]] & ID, A_DEFAULT)
    h.literal[literal * LITERAL + L_SHAPE] = shape
    return pc - 1


@op("dst", "base", "count")
def op_new_array(h, pc, fp, a, b, c):
    """r[a] = [r[b], ... c elements]."""
    if reserve(h, 1, c + 1) == 0:
        return X_COLLECT
    cell = new_array(h, SH_ARRAY, c)
    h.length[cell] = c
    payload = h.elems[cell]
    for i in range(c):
        h.slots[payload + i] = h.regs[fp + b + i]
    h.regs[fp + a] = OBJECT | cell
    return pc


@op("src", "src")
def array_append(h, pc, fp, a, b, c):
    """Append r[b] to the array r[a], which is being built."""
    return append(h, pc, h.regs[fp + a] & ID, h.regs[fp + b])


@op("src")
def array_hole(h, pc, fp, a, b, c):
    """Append a hole to the array r[a], which is being built."""
    return append(h, pc, h.regs[fp + a] & ID, HOLE)


@kernel
def append(h, pc, array, value):
    """Append to a dense array."""
    length = h.length[array]
    if length < capacity_of(h, h.elems[array]):
        h.slots[h.elems[array] + length] = value
        h.length[array] = length + 1
        return pc
    if reserve(h, 0, element_room(h, array, length)) == 0:
        return X_COLLECT
    add_element(h, array, length, value, A_DEFAULT)
    return pc


@kernel
def plain_copy(h, source):
    """1 if copying an object's own enumerable properties can run no user code."""
    meta = h.meta[source]
    if meta & KIND != K_OBJECT or meta & (F_DICTIONARY | F_SPARSE) or h.elems[source] != 0:
        return 0
    shape = h.shape[source]
    while h.shape_count[shape] > 0:
        if h.shape_attributes[shape] != A_DEFAULT:
            return 0
        shape = h.shape_parent[shape]
    return 1


@op("src", "src")
def object_spread(h, pc, fp, a, b, c):
    """Copy the own enumerable properties of r[b] to the object r[a] (CopyDataProperties)."""
    source = h.regs[fp + b]
    if source >> 48 != T_OBJECT or plain_copy(h, source & ID) == 0:
        return call_root(h, pc, fp, R_OBJECT_SPREAD, h.regs[fp + a], source, UNDEFINED, M_DISCARD, 0, 0)
    cell = h.regs[fp + a] & ID
    origin = source & ID
    shape = h.shape[origin]
    count = h.shape_count[shape]
    if h.shape[cell] == SH_OBJECT and h.meta[cell] & (F_DICTIONARY | F_EXTENSIBLE_OFF) == 0 and plain_root(h, shape):
        if capacity_of(h, h.offset[cell]) < count:
            if reserve(h, 0, count + 1) == 0:
                return X_COLLECT
            h.offset[cell] = new_payload(h, cell, count)
        if count > 0:
            copy(h.slots, h.offset[cell], h.offset[origin], count)
        h.shape[cell] = shape
        return pc
    return call_root(h, pc, fp, R_OBJECT_SPREAD, h.regs[fp + a], source, UNDEFINED, M_DISCARD, 0, 0)


@kernel
def plain_root(h, shape):
    """1 if the shape's prototype is Object.prototype."""
    return 1 if h.shape_proto[shape] == h.shape_proto[SH_OBJECT] else 0


@op("dst", "base", "count")
def object_rest(h, pc, fp, a, b, c):
    """r[a] = the own enumerable properties of r[b] without the keys r[b+1] ... (c of them)."""
    source = h.regs[fp + b]
    if reserve(h, 2, c + 66) == 0:
        return X_COLLECT
    if source >> 48 == T_OBJECT and plain_copy(h, source & ID) and h.shape_count[h.shape[source & ID]] <= 64:
        h.regs[fp + a] = OBJECT | copy_without(h, fp, source & ID, b, c)
        return pc
    cell = new_array(h, SH_ARRAY, c)
    h.length[cell] = c
    for i in range(c):
        h.slots[h.elems[cell] + i] = h.regs[fp + b + 1 + i]
    return root_to(h, pc, fp, R_OBJECT_REST, source, OBJECT | cell, a)


@kernel
def copy_without(h, fp, source, b, c):
    """A plain copy of an object with shape, without the keys r[b+1] ... (room is reserved)."""
    shape = h.shape[source]
    count = h.shape_count[shape]
    cell = new_object(h, SH_OBJECT, count)
    used = 0
    result = SH_OBJECT
    for slot in range(count):
        key = h.shape_key[shape_key_at(h, shape, slot)]
        wanted = 1
        boxed = boxed_key(h, key)
        for i in range(c):
            if h.regs[fp + b + 1 + i] == boxed:
                wanted = 0
        if wanted:
            result = add_transition(h, result, key, A_DEFAULT)
            h.slots[h.offset[cell] + used] = h.slots[h.offset[source] + slot]
            used += 1
    h.shape[cell] = result
    return cell


@op("src", "src")
def set_proto(h, pc, fp, a, b, c):
    """The __proto__: r[b] of an object literal r[a]: only objects and null count."""
    value = h.regs[fp + b]
    if value >> 48 == T_OBJECT:
        set_prototype_of(h, h.regs[fp + a] & ID, value & ID)
    elif value == NULL:
        set_prototype_of(h, h.regs[fp + a] & ID, 0)
    return pc


@op("src", "src", "site")
def define_field(h, pc, fp, a, b, c):
    """Create the own property of site c on r[a] with the value r[b] (CreateDataPropertyOrThrow)."""
    obj = h.regs[fp + a]
    cell = obj & ID
    key = h.site_key[c]
    shape = cache_shape(h, obj)
    plain = h.meta[cell] & (F_EXTENSIBLE_OFF | F_IS_PROTO) == 0
    if shape > 0 and shape == h.site_shape[c * ENTRIES] and plain:
        slot = h.site_slot[c * ENTRIES]
        payload = h.offset[cell]
        if slot < 0 and capacity_of(h, payload) > ~slot and h.site_epoch[c] == h.state[S_PROTO_EPOCH]:
            h.slots[payload + ~slot] = h.regs[fp + b]
            h.shape[cell] = h.site_holder[c * ENTRIES]
            return pc
    if h.meta[cell] & F_LAZY and materialize(h, cell) == 0:
        return X_COLLECT
    if own_place(h, cell, key) < 0 and adds_plainly(h, cell):
        return add_named(h, pc, cell, key, h.regs[fp + b], c)
    return define_slow(h, pc, fp, obj, boxed_key(h, key), h.regs[fp + b], A_DEFAULT)


@kernel
def adds_plainly(h, cell):
    """1 if a property that is not there can just be added."""
    meta = h.meta[cell]
    return 0 if meta & F_EXTENSIBLE_OFF or meta & KIND == K_ARRAY or meta & KIND == K_PROXY else 1


@kernel
def define_slow(h, pc, fp, obj, key, value, attributes):
    """The prelude's define_property(object, key, value, attributes), which throws where it fails."""
    top = window_top(h, fp)
    if top + MARGIN > h.state[S_REGS_LIMIT]:
        return throw_plain(h, E_STACK_OVERFLOW)
    function = h.roots[R_DEFINE_PROPERTY]
    h.regs[top] = function
    h.regs[top + 1] = UNDEFINED
    h.regs[top + 2] = obj
    h.regs[top + 3] = key
    h.regs[top + 4] = value
    h.regs[top + 5] = boxed_int(h, attributes)
    info = frame_info(h, M_DISCARD, 4, 0)
    return push_frame(h, pc, fp, top, 4, info, 0, h.aux[function & ID] * TEMPLATE)


@op("src", "src", "src")
def define_own(h, pc, fp, a, b, c):
    """Create the own property r[b] of r[a] with the value r[c] (CreateDataPropertyOrThrow)."""
    return define_value(h, pc, fp, h.regs[fp + a], h.regs[fp + b], h.regs[fp + c], A_DEFAULT)


@op("src", "src", "src")
def define_method(h, pc, fp, a, b, c):
    """Define the method r[c & 65535] as r[b] of r[a]; enumerable with bit 16 of c."""
    attributes = A_WRITABLE | A_CONFIGURABLE | (A_ENUMERABLE if c >> 16 else 0)
    return define_value(h, pc, fp, h.regs[fp + a], h.regs[fp + b], h.regs[fp + (c & 0xFFFF)], attributes)


@kernel
def define_value(h, pc, fp, obj, key, value, attributes):
    """Define an own data property, replacing what is there if that is configurable."""
    cell = obj & ID
    name = key_of(h, key)
    if name == -2:
        return X_COLLECT
    if name < 0 or (h.meta[cell] & F_LAZY and materialize(h, cell) == 0):
        return X_COLLECT
    if name >= INDEX_KEY:
        return define_element(h, pc, fp, obj, name - INDEX_KEY, value, attributes)
    place = own_place(h, cell, name)
    if place < 0 and adds_plainly(h, cell):
        if reserve(h, 0, add_room(h, cell)) == 0:
            return X_COLLECT
        add_property(h, cell, name, value, attributes)
        return pc
    if place >= 0 and place & A_CONFIGURABLE:
        if place & 0xFF != attributes:
            change_attributes(h, cell, name, attributes)
            place = own_place(h, cell, name)
        touch_proto(h, cell)
        h.slots[h.offset[cell] + (place >> 8)] = value
        return pc
    return define_slow(h, pc, fp, obj, key, value, attributes)


@kernel
def define_element(h, pc, fp, obj, index, value, attributes):
    """Define an own element on an object that is being built."""
    cell = obj & ID
    place = own_element_place(h, cell, index)
    if place >= 0:
        if place & A_CONFIGURABLE == 0:
            return define_slow(h, pc, fp, obj, boxed_int(h, index), value, attributes)
        if place & 0xFF == attributes:
            h.slots[place >> 8] = value
            return pc
    elif h.meta[cell] & F_EXTENSIBLE_OFF or h.meta[cell] & KIND == K_PROXY:
        return define_slow(h, pc, fp, obj, boxed_int(h, index), value, attributes)
    room = element_room(h, cell, index)
    if place >= 0 or attributes != A_DEFAULT:
        room = 2 * (room + sparse_room(h, cell))
    if reserve(h, 0, room) == 0:
        return X_COLLECT
    if place >= 0:
        remove_element(h, cell, index)
    add_element(h, cell, index, value, attributes)
    return pc


@op("src", "src", "src")
def define_getter(h, pc, fp, a, b, c):
    """Define the getter r[c & 65535] of property r[b] of r[a]; enumerable with bit 16 of c."""
    return define_accessor(h, pc, fp, h.regs[fp + a], h.regs[fp + b], h.regs[fp + (c & 0xFFFF)], 0, c >> 16)


@op("src", "src", "src")
def define_setter(h, pc, fp, a, b, c):
    """Define the setter r[c & 65535] of property r[b] of r[a]; enumerable with bit 16 of c."""
    return define_accessor(h, pc, fp, h.regs[fp + a], h.regs[fp + b], h.regs[fp + (c & 0xFFFF)], 1, c >> 16)


@kernel
def define_accessor(h, pc, fp, obj, key, function, which, enumerable):
    """Define one half of an accessor property (0 getter, 1 setter), keeping the other half."""
    cell = obj & ID
    name = key_of(h, key)
    if name < 0 or (h.meta[cell] & F_LAZY and materialize(h, cell) == 0):
        return X_COLLECT
    room = 4 + add_room(h, cell)
    if name >= INDEX_KEY:
        room = 4 + 2 * (element_room(h, cell, name - INDEX_KEY) + sparse_room(h, cell))
    if reserve(h, 1, room) == 0:
        return X_COLLECT
    attributes = A_ACCESSOR | A_CONFIGURABLE | (A_ENUMERABLE if enumerable else 0)
    other = UNDEFINED
    place = own_element_place(h, cell, name - INDEX_KEY) if name >= INDEX_KEY else own_place(h, cell, name)
    if place >= 0 and place & A_ACCESSOR:
        old = h.slots[place >> 8] if name >= INDEX_KEY else place_value(h, cell, place)
        other = h.slots[h.offset[old & ID] + 1 - which]
    if place >= 0 and place & A_CONFIGURABLE == 0:
        return define_slow(h, pc, fp, obj, key, function, attributes)
    pair = new_cell(h, K_ACCESSOR)
    payload = new_payload(h, pair, 2)
    h.offset[pair] = payload
    h.slots[payload + which] = function
    h.slots[payload + 1 - which] = other
    if name >= INDEX_KEY:
        if place >= 0:
            remove_element(h, cell, name - INDEX_KEY)
        add_element(h, cell, name - INDEX_KEY, CELL | pair, attributes)
    elif place < 0:
        add_property(h, cell, name, CELL | pair, attributes)
    else:
        change_attributes(h, cell, name, attributes)
        h.slots[h.offset[cell] + (own_place(h, cell, name) >> 8)] = CELL | pair
    return pc


@op("dst", "", "literal")
def template_object(h, pc, fp, a, b, c):
    """r[a] = the frozen strings array of the tagged template c, one for the site: the prelude makes it once."""
    made = h.literal[c * LITERAL + L_SHAPE]
    if made != 0:
        h.regs[fp + a] = OBJECT | made
        return pc
    count = h.literal[c * LITERAL + L_COUNT]
    half = count >> 1
    if reserve(h, 2, count + 4) == 0:
        return X_COLLECT
    first = h.literal[c * LITERAL + L_FIRST]
    cooked = new_array(h, SH_ARRAY, half)
    raw = new_array(h, SH_ARRAY, half)
    h.length[cooked] = half
    h.length[raw] = half
    for i in range(half):
        h.slots[h.elems[cooked] + i] = h.consts[h.literal_key[first + i]]
        h.slots[h.elems[raw] + i] = h.consts[h.literal_key[first + half + i]]
    h.literal[c * LITERAL + L_SHAPE] = cooked
    return call_root(h, pc, fp, R_TEMPLATE_OBJECT, OBJECT | cooked, OBJECT | raw, UNDEFINED, M_TARGET, fp + a, 0)

