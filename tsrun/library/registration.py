"""Making the realm: function objects for natives, and what the prelude says about its own functions.

The names of natives are read from a table in the kernel. `$createNatives` makes a function for each and keeps it under
its full name in the *registry*, an internal object; `$installNatives` defines them where their names say, when the
prelude has made the holders. A path is a global name, then names or well-known symbols: "Math.PI", "Map.prototype.get",
"Set.prototype[Symbol.iterator]". Prototypes that no global leads to are written so too: "ArrayIterator.prototype.next".
"""
from __future__ import annotations

from tsrun.heap.allocate import new_cell, new_object, reserve, reserve_all
from tsrun.heap.arena import constant, kernel
from tsrun.heap.errors import throw_kind, throw_plain
from tsrun.heap.layout import (
    A_ACCESSOR, A_CONFIGURABLE, A_HIDDEN, E_NOT_DEFINED, E_TYPE_ERROR, F_DICTIONARY, F_NATIVE, FIRST_PROTOTYPE,
    FIRST_SYMBOL, GLOBAL_OBJECT, ID, K_FUNCTION, N_CONSTRUCTOR, N_LENGTH, N_NAME, N_NEXT, N_PROTOTYPE, OBJECT, P_ARRAY,
    P_ARRAY_ITERATOR, P_FUNCTION, P_GENERATOR, P_ITERATOR, PROTOTYPES, R_ARRAY_CONSTRUCTOR, R_REGISTRY,
    R_SPECIES_GETTER, ROOTS, S_GENERATOR_NEXT, S_ITERATOR_NEXT, S_ITERATOR_SELF, S_ITERATOR_VALUES, SH_FUNCTION,
    SH_OBJECT, STRING, SYM_ITERATOR, SYM_SPECIES, SYM_TO_STRING_TAG, SYMBOL, SYMBOLS, T_OBJECT, T_STRING, UNDEFINED,
    X_COLLECT,
)
from tsrun.heap.objects import add_property, make_dictionary, own_place, place_value
from tsrun.heap.shapes import shape_key_at
from tsrun.heap.strings import flatten, intern_string, new_string, unit_at
from tsrun.heap.tables import entry_at
from tsrun.heap.values import boxed_int
from tsrun.library.arguments import answer, argument
from tsrun.library.own import define_own, new_accessor, own_slot, settle
from tsrun.vm.functions import materialize
from tsrun.vm.tables import NATIVES, native


def text_hash(text: str) -> int:
    """The hash that the kernel's `range_hash` gives a text."""
    value = 5381 + len(text)
    for character in text:
        value = (value * 33 + ord(character)) & 0xFFFFFFFF
    return (value ^ value >> 15) * 0x2C1B3C6D & 0x7FFFFFFF


def _starts() -> list[int]:
    starts = [0]
    for name in NATIVES:
        starts.append(starts[-1] + len(name))
    return starts


constant("native_text", "uint8", lambda: "".join(NATIVES).encode())
constant("native_start", "int32", _starts)
constant("native_length", "int32", lambda: [each.length for each in NATIVES.values()])
constant("native_count", "int32", lambda: [len(NATIVES)])
constant("prototype_hash", "int64", [text_hash(name) for name in PROTOTYPES])
constant("symbol_hash", "int64", [text_hash(name) for name in SYMBOLS])
constant("root_hash", "int64", [text_hash(name) for name in ROOTS])
constant("native_nothing", "int32", lambda: [NATIVES["$nothing"].number])
PROTOTYPE_COUNT, SYMBOL_COUNT, ROOT_COUNT = len(PROTOTYPES), len(SYMBOLS), len(ROOTS)
PROTOTYPE_TEXT_HASH = text_hash("prototype")
DOT, OPEN, CLOSE, SPACE, DOLLAR, LETTER_G = 46, 91, 93, 32, 36, 103
ROOM = 1 << 14
"""Words that defining a few dozen properties on one object may take."""


@kernel
def range_hash(h, string, start, end):
    """Hash of some units of a flat string, the same as that of a string of these units."""
    value = 5381 + end - start
    for i in range(start, end):
        value = (value * 33 + unit_at(h, string, i)) & 0xFFFFFFFF
    return (value ^ value >> 15) * 0x2C1B3C6D & 0x7FFFFFFF


@kernel
def prototype_named(h, hash_):
    """The prototype object of that name's hash, or 0."""
    for i in range(PROTOTYPE_COUNT):
        if h.prototype_hash[i] == hash_:
            return FIRST_PROTOTYPE + i
    return 0


@kernel
def symbol_named(h, hash_):
    """The well-known symbol of that name's hash, or 0."""
    for i in range(SYMBOL_COUNT):
        if h.symbol_hash[i] == hash_:
            return FIRST_SYMBOL + i
    return 0


@kernel
def part_key(h, path, start, end):
    """The key that units of a path spell ("name" or "[Symbol.name]"): a cell; room for a string has been reserved."""
    if unit_at(h, path, start) == OPEN:
        return symbol_named(h, range_hash(h, path, start + 1, end - 1))
    part = new_string(h, end - start, 0)
    for i in range(end - start):
        h.chars8[h.offset[part] * 8 + i] = unit_at(h, path, start + i)
    return intern_string(h, part)


@kernel
def last_part(h, path):
    """Index in a path where the last name begins, its bracket included."""
    i = h.length[path] - 1
    if unit_at(h, path, i) == CLOSE:
        while unit_at(h, path, i) != OPEN:
            i -= 1
        return i
    while i >= 0 and unit_at(h, path, i) != DOT:
        i -= 1
    return i + 1


@kernel
def first_unit_of_name(h, path):
    """Index where a path begins behind "get " or "set "."""
    if h.length[path] > 4 and unit_at(h, path, 3) == SPACE:
        return 4
    return 0


@kernel
def resolve(h, path, end):
    """The object that the first `end` units of a path lead to; 0 if there is none. (16 strings' room is reserved.)"""
    start = first_unit_of_name(h, path)
    holder = GLOBAL_OBJECT
    first = 1
    while start < end:
        stop = start
        while stop < end and unit_at(h, path, stop) != DOT and unit_at(h, path, stop) != OPEN:
            stop += 1
        proto = prototype_named(h, range_hash(h, path, start, stop)) if first else 0
        after = stop + 10
        if proto != 0 and after <= end and range_hash(h, path, stop + 1, after) == PROTOTYPE_TEXT_HASH:
            holder = proto
            stop = after
        else:
            slot = own_slot(h, holder, part_key(h, path, start, stop))
            if slot < 0 or h.slots[slot >> 8] >> 48 != T_OBJECT:
                return 0
            holder = h.slots[slot >> 8] & ID
        first = 0
        start = stop + 1
    return holder


@kernel
def holder_end(h, path):
    """Number of units of a path without its last part."""
    last = last_part(h, path)
    return last if last == 0 or unit_at(h, path, last) == OPEN else last - 1


@kernel
def native_string(h, start, end):
    """The interned string of units of the table of names."""
    string = new_string(h, end - start, 0)
    for i in range(end - start):
        h.chars8[h.offset[string] * 8 + i] = h.native_text[start + i]
    return intern_string(h, string)


@kernel
def native_own_name(h, start, end):
    """The `name` of a native: the last part of its path, with "get " or "set " before it if the path has that."""
    at = end - 1
    if h.native_text[at] == CLOSE:
        while h.native_text[at] != OPEN:
            at -= 1
    else:
        while at > start and h.native_text[at - 1] != DOT:
            at -= 1
    if end - start > 4 and h.native_text[start + 3] == SPACE and at > start + 3:
        string = new_string(h, 4 + end - at, 0)
        for i in range(4):
            h.chars8[h.offset[string] * 8 + i] = h.native_text[start + i]
        for i in range(end - at):
            h.chars8[h.offset[string] * 8 + 4 + i] = h.native_text[at + i]
        return intern_string(h, string)
    return native_string(h, at, end)


@kernel
def new_native(h, number):
    """The function object of a native (2 cells and 40 words reserved, and room for its name)."""
    cell = new_cell(h, K_FUNCTION | F_NATIVE)
    h.shape[cell] = SH_FUNCTION
    h.offset[cell] = 0
    h.elems[cell] = 0
    h.length[cell] = 0
    h.link[cell] = 0
    h.aux[cell] = number
    name = native_own_name(h, h.native_start[number], h.native_start[number + 1])
    add_property(h, cell, N_LENGTH, boxed_int(h, h.native_length[number]), A_CONFIGURABLE)
    add_property(h, cell, N_NAME, STRING | name, A_CONFIGURABLE)
    return cell


@native("$nothing", 0)
def nothing(h, fp, argc):
    """What Function.prototype does when it is called."""
    return answer(h, fp, UNDEFINED)


@native("$createNatives", 0)
def create_natives(h, fp, argc):
    """$createNatives(): the registry of function objects, one for each native that scripts can reach."""
    count = h.native_count[0]
    if reserve_all(h, count * 3 + 1, count * 40 + ROOM, count * 24) == 0:
        return X_COLLECT
    capacity = 8
    while capacity <= count:
        capacity *= 2
    h.meta[P_FUNCTION] = h.meta[P_FUNCTION] | F_NATIVE
    h.aux[P_FUNCTION] = h.native_nothing[0]
    registry = new_object(h, SH_OBJECT, 0)
    make_dictionary(h, registry, capacity)
    h.roots[R_REGISTRY] = OBJECT | registry
    for number in range(count):
        start = h.native_start[number]
        if h.native_text[start] != DOLLAR:
            name = native_string(h, start, h.native_start[number + 1])
            add_property(h, registry, name, OBJECT | new_native(h, number), A_HIDDEN)
    return answer(h, fp, UNDEFINED)


@kernel
def define_at(h, holder, path, value):
    """Define a function on its holder, as an accessor if the path begins with "get " or "set "."""
    key = part_key(h, path, last_part(h, path), h.length[path])
    if first_unit_of_name(h, path) == 0:
        define_own(h, holder, key, value, A_HIDDEN)
        return 0
    getter = UNDEFINED
    setter = UNDEFINED
    slot = own_slot(h, holder, key)
    if slot >= 0 and slot & A_ACCESSOR:
        pair = h.offset[h.slots[slot >> 8] & ID]
        getter = h.slots[pair]
        setter = h.slots[pair + 1]
    if unit_at(h, path, 0) == LETTER_G:
        getter = value
    else:
        setter = value
    define_own(h, holder, key, new_accessor(h, getter, setter), A_CONFIGURABLE | A_ACCESSOR)
    return 0


@native("$installNatives", 0)
def install_natives(h, fp, argc):
    """$installNatives(): define every native of the registry where its name says; a missing holder is an error."""
    registry = h.roots[R_REGISTRY] & ID
    table = h.offset[registry]
    count = h.slots[table]
    if reserve_all(h, count * 10, count * 40 + 16 * ROOM, count * 32) == 0:
        return X_COLLECT
    for i in range(count):
        at = entry_at(h, table, i)
        path = h.slots[at] & ID
        holder = resolve(h, path, holder_end(h, path))
        if holder == 0 or settle(h, holder) == 0:
            return throw_kind(h, E_NOT_DEFINED, STRING | path, UNDEFINED)
        define_at(h, holder, path, h.slots[at + 1])
    values = own_place(h, P_ARRAY, SYM_ITERATOR)
    step = own_place(h, P_ARRAY_ITERATOR, N_NEXT)
    constructor = own_place(h, P_ARRAY, N_CONSTRUCTOR)
    h.state[S_ITERATOR_VALUES] = place_value(h, P_ARRAY, values)
    h.state[S_ITERATOR_NEXT] = place_value(h, P_ARRAY_ITERATOR, step)
    h.state[S_GENERATOR_NEXT] = place_value(h, P_GENERATOR, own_place(h, P_GENERATOR, N_NEXT))
    h.state[S_ITERATOR_SELF] = place_value(h, P_ITERATOR, own_place(h, P_ITERATOR, SYM_ITERATOR))
    h.roots[R_ARRAY_CONSTRUCTOR] = place_value(h, P_ARRAY, constructor)
    array = h.roots[R_ARRAY_CONSTRUCTOR] & ID
    h.roots[R_SPECIES_GETTER] = place_value(h, array, own_place(h, array, SYM_SPECIES))
    h.roots[R_REGISTRY] = UNDEFINED
    return answer(h, fp, UNDEFINED)


@kernel
def registered(h, path):
    """The native with that full name: boxed, or undefined."""
    if h.roots[R_REGISTRY] >> 48 != T_OBJECT:
        return UNDEFINED
    registry = h.roots[R_REGISTRY] & ID
    place = own_place(h, registry, path)
    return place_value(h, registry, place) if place >= 0 else UNDEFINED


@native("$builtin", 1)
def builtin(h, fp, argc):
    """$builtin(path): the function object of a native, before the natives are installed."""
    found = registered(h, h.regs[fp + 2] & ID)
    if found == UNDEFINED:
        return throw_kind(h, E_NOT_DEFINED, h.regs[fp + 2], UNDEFINED)
    return answer(h, fp, found)


@native("$methods", 2)
def methods(h, fp, argc):
    """$methods(path, object): copy the object's methods and accessors to the object at the path, not enumerable."""
    path = h.regs[fp + 2] & ID
    source = h.regs[fp + 3] & ID
    if flatten(h, path) == 0 or reserve_all(h, 32, 4 * ROOM, 256) == 0:
        return X_COLLECT
    holder = resolve(h, path, h.length[path])
    if holder == 0:
        return throw_kind(h, E_NOT_DEFINED, h.regs[fp + 2], UNDEFINED)
    if settle(h, holder) == 0:
        return X_COLLECT
    shape = h.shape[source]
    for slot in range(h.shape_count[shape]):
        step = shape_key_at(h, shape, slot)
        attributes = h.shape_attributes[step]
        attributes = A_CONFIGURABLE | A_ACCESSOR if attributes & A_ACCESSOR else A_HIDDEN
        define_own(h, holder, h.shape_key[step], h.slots[h.offset[source] + slot], attributes)
    return answer(h, fp, UNDEFINED)


@native("$slow", 1)
def slow(h, fp, argc):
    """$slow(object): the object's methods are the complete versions of the natives they are named after."""
    source = h.regs[fp + 2] & ID
    shape = h.shape[source]
    if h.meta[source] & F_DICTIONARY:
        return throw_plain(h, E_TYPE_ERROR)
    for slot in range(h.shape_count[shape]):
        path = h.shape_key[shape_key_at(h, shape, slot)]
        found = registered(h, path)
        if found == UNDEFINED:
            return throw_kind(h, E_NOT_DEFINED, STRING | path, UNDEFINED)
        h.link[found & ID] = h.slots[h.offset[source] + slot] & ID
    return answer(h, fp, UNDEFINED)


@native("$constructor", 3)
def constructor(h, fp, argc):
    """$constructor(name, f, length): make f the global constructor of that name, of the prototype that is there."""
    name = h.regs[fp + 2] & ID
    function = h.regs[fp + 3] & ID
    if reserve_all(h, 8, ROOM, 64) == 0 or materialize(h, function) == 0 or flatten(h, name) == 0:
        return X_COLLECT
    if reserve(h, 2, ROOM) == 0:
        return X_COLLECT
    name = intern_string(h, name)
    define_own(h, function, N_LENGTH, h.regs[fp + 4], A_CONFIGURABLE)
    define_own(h, function, N_NAME, STRING | name, A_CONFIGURABLE)
    proto = prototype_named(h, range_hash(h, name, 0, h.length[name]))
    if proto != 0:
        define_own(h, function, N_PROTOTYPE, OBJECT | proto, 0)
        define_own(h, proto, N_CONSTRUCTOR, OBJECT | function, A_HIDDEN)
    define_own(h, GLOBAL_OBJECT, name, OBJECT | function, A_HIDDEN)
    return answer(h, fp, OBJECT | function)


@native("$namespace", 1)
def namespace(h, fp, argc):
    """$namespace(name): a new global object, to hold functions, tagged with its name."""
    if reserve_all(h, 4, ROOM, 64) == 0 or flatten(h, h.regs[fp + 2] & ID) == 0:
        return X_COLLECT
    name = intern_string(h, h.regs[fp + 2] & ID)
    made = new_object(h, SH_OBJECT, 8)
    define_own(h, made, SYM_TO_STRING_TAG, STRING | name, A_CONFIGURABLE)
    define_own(h, GLOBAL_OBJECT, name, OBJECT | made, A_HIDDEN)
    return answer(h, fp, OBJECT | made)


@kernel
def define_path(h, fp, value, attributes):
    """Define the property at the path in the first argument."""
    path = h.regs[fp + 2] & ID
    if flatten(h, path) == 0 or reserve_all(h, 32, ROOM, 256) == 0:
        return X_COLLECT
    holder = resolve(h, path, holder_end(h, path))
    if holder == 0:
        return throw_kind(h, E_NOT_DEFINED, h.regs[fp + 2], UNDEFINED)
    if settle(h, holder) == 0:
        return X_COLLECT
    if reserve_all(h, 32, ROOM, 256) == 0:
        return X_COLLECT
    key = part_key(h, path, last_part(h, path), h.length[path])
    define_own(h, holder, key, value, A_CONFIGURABLE if key == SYM_TO_STRING_TAG else attributes)
    return answer(h, fp, UNDEFINED)


@native("$constant", 2)
def define_constant(h, fp, argc):
    """$constant(path, value): a property that can't be changed; Symbol.toStringTag can be configured."""
    return define_path(h, fp, h.regs[fp + 3], 0)


@native("$global", 2)
def define_global(h, fp, argc):
    """$global(path, value): a property as functions have it, writable and not enumerable."""
    return define_path(h, fp, h.regs[fp + 3], A_HIDDEN)


@native("$alias", 2)
def alias(h, fp, argc):
    """$alias(path, other): the value at the other path, a native perhaps, under a second path."""
    other = h.regs[fp + 3] & ID
    if flatten(h, other) == 0 or reserve_all(h, 32, ROOM, 256) == 0:
        return X_COLLECT
    value = registered(h, intern_string(h, other))
    if value == UNDEFINED:
        holder = resolve(h, other, holder_end(h, other))
        if holder == 0:
            return throw_kind(h, E_NOT_DEFINED, h.regs[fp + 3], UNDEFINED)
        slot = own_slot(h, holder, part_key(h, other, last_part(h, other), h.length[other]))
        if slot < 0:
            return throw_kind(h, E_NOT_DEFINED, h.regs[fp + 3], UNDEFINED)
        value = h.slots[slot >> 8]
    return define_path(h, fp, value, A_HIDDEN)


@native("$root", 2)
def root(h, fp, argc):
    """$root(name, f): the function that the VM calls for what its own fast paths don't do (names in layout.ROOTS)."""
    name = h.regs[fp + 2] & ID
    if flatten(h, name) == 0:
        return X_COLLECT
    hash_ = range_hash(h, name, 0, h.length[name])
    for i in range(ROOT_COUNT):
        if h.root_hash[i] == hash_:
            h.roots[i] = h.regs[fp + 3]
            return answer(h, fp, UNDEFINED)
    return throw_kind(h, E_NOT_DEFINED, h.regs[fp + 2], UNDEFINED)


@native("$intrinsic", 1)
def intrinsic(h, fp, argc):
    """$intrinsic(name): the prototype object with that name in layout.PROTOTYPES."""
    name = h.regs[fp + 2] & ID
    proto = prototype_named(h, range_hash(h, name, 0, h.length[name]))
    return answer(h, fp, OBJECT | proto) if proto != 0 else throw_kind(h, E_NOT_DEFINED, h.regs[fp + 2], UNDEFINED)


@native("$symbol", 1)
def symbol(h, fp, argc):
    """$symbol(name): the well-known symbol with that name in layout.SYMBOLS."""
    name = argument(h, fp, argc, 0)
    if name >> 48 != T_STRING:
        return throw_kind(h, E_NOT_DEFINED, name, UNDEFINED)
    found = symbol_named(h, range_hash(h, name & ID, 0, h.length[name & ID]))
    if found == 0:
        return throw_kind(h, E_NOT_DEFINED, name, UNDEFINED)
    return answer(h, fp, SYMBOL | found)

