"""Function objects: closures, their lazily made properties, environments, classes."""
from __future__ import annotations

from tsrun.heap.allocate import fits, make_fit, new_payload, new_array, new_cell, new_environment, new_object, reserve
from tsrun.heap.arena import kernel
from tsrun.heap.convert import to_string_primitive, to_string_room
from tsrun.heap.errors import throw_kind
from tsrun.heap.layout import (
    A_CONFIGURABLE, A_HIDDEN, A_WRITABLE, CELL, E_DESTRUCTURE_NULLISH, E_EXTENDS_PROTOTYPE, E_IMPORT_UNINITIALISED,
    E_UNINITIALISED, F_CLASS, F_CONSTRUCTOR, F_DERIVED, F_LAZY, F_NATIVE, F_WIDE, HOLE, ID, K_ARGUMENTS, K_FUNCTION,
    N_CONSTRUCTOR, N_EMPTY, N_GET, N_LENGTH, N_NAME, N_PROTOTYPE, N_SET, NONE, NULL, OBJECT, P_ARGUMENTS, P_FUNCTION,
    P_GENERATOR, P_OBJECT, SH_ARRAY, SH_FUNCTION, SH_GENERATOR_FUNCTION, SH_OBJECT, SYM_FIELDS, SYM_HOME, STRING,
    T_OBJECT, T_STRING, T_SYMBOL, TF_ARROW, TF_ASYNC, TF_CLASS, TF_DERIVED, TF_GENERATOR, TF_METHOD, UNDEFINED, UNINIT,
    X_COLLECT, SYMBOL, P_ASYNC_GENERATOR, SH_ASYNC_FUNCTION, SH_ASYNC_GENERATOR_FUNCTION,
)
from tsrun.heap.objects import (
    add_property, add_room, own_place, place_value, set_prototype_of,
)
from tsrun.heap.shapes import root_shape_of
from tsrun.heap.strings import copy_units, flatten, new_string, reserve_string
from tsrun.heap.values import boxed_int, is_nullish
from tsrun.vm.coroutines import function_of
from tsrun.vm.frames import T_FLAGS, T_LENGTH, T_NAME, TEMPLATE, current_argc
from tsrun.vm.tables import op


@kernel
def function_meta(h, flags):
    """Meta word of a closure of a template with these flags."""
    meta = K_FUNCTION | F_LAZY
    if flags & (TF_ARROW | TF_METHOD | TF_GENERATOR | TF_ASYNC) == 0:
        meta |= F_CONSTRUCTOR
    if flags & TF_CLASS:
        meta |= F_CLASS | F_CONSTRUCTOR
    if flags & TF_DERIVED:
        meta |= F_DERIVED
    return meta


@kernel
def flags_word(h, flags):
    """Word T_FLAGS of a template with these flags: what its closures need is worked out once."""
    return flags | shape_of_function(h, flags) << 16 | function_meta(h, flags) << 32


@kernel
def shape_of_function(h, flags):
    """Shape of a closure of a template with these flags: its prototype is by kind of function."""
    if flags & (TF_GENERATOR | TF_ASYNC) == 0:
        return SH_FUNCTION
    if flags & TF_GENERATOR == 0:
        return SH_ASYNC_FUNCTION
    return SH_ASYNC_GENERATOR_FUNCTION if flags & TF_ASYNC else SH_GENERATOR_FUNCTION


@op("dst", "src", "template")
def closure(h, pc, fp, a, b, c):
    """r[a] = a function of template c whose outer environment is r[b] (none: the callee's)."""
    if fits(h, 1, 0) == 0:
        return make_fit(h, pc, 1, 0)
    environment = h.link[h.regs[fp] & ID] if b == NONE else h.regs[fp + b] & ID
    h.regs[fp + a] = OBJECT | new_function(h, c, environment)
    return pc


@kernel(inline=True)
def new_function(h, template, environment):
    """A function (1 cell reserved)."""
    flags = h.template_word[template * TEMPLATE + T_FLAGS]
    cell = new_cell(h, flags >> 32)
    h.shape[cell] = flags >> 16 & 0xFFFF
    h.offset[cell] = 0
    h.elems[cell] = 0
    h.length[cell] = 0
    h.link[cell] = environment
    h.aux[cell] = template
    return cell


@kernel
def materialize(h, function):
    """Make the own properties length, name and prototype of a function that was lazy. 0: collect first."""
    if h.meta[function] & F_LAZY == 0:
        return 1
    constructor = h.meta[function] & F_CONSTRUCTOR
    if reserve(h, 1, add_room(h, function) + 24) == 0:
        return 0
    meta = h.meta[function] & ~F_LAZY
    h.meta[function] = meta
    if meta & F_NATIVE == 0:
        template = h.aux[function] * TEMPLATE
        add_property(h, function, N_LENGTH, boxed_int(h, h.template_word[template + T_LENGTH]), A_CONFIGURABLE)
        add_property(h, function, N_NAME, h.consts[h.template_word[template + T_NAME]], A_CONFIGURABLE)
        if constructor and meta & F_CLASS == 0:
            proto = new_object(h, SH_OBJECT, 1)
            add_property(h, proto, N_CONSTRUCTOR, OBJECT | function, A_HIDDEN)
            add_property(h, function, N_PROTOTYPE, OBJECT | proto, A_WRITABLE)
        elif h.template_word[template + T_FLAGS] & TF_GENERATOR:
            kind = P_ASYNC_GENERATOR if h.template_word[template + T_FLAGS] & TF_ASYNC else P_GENERATOR
            proto = new_object(h, root_shape_of(h, kind), 0)
            add_property(h, function, N_PROTOTYPE, OBJECT | proto, A_WRITABLE)
    return 1


@op("src", "src", "kind")
def set_function_name(h, pc, fp, a, b, c):
    """Name the function r[a] after the property key r[b]: c 0 as it is, 1 with "get ", 2 with "set "."""
    function = h.regs[fp + a] & ID
    if h.meta[function] & F_LAZY and materialize(h, function) == 0:
        return X_COLLECT
    name = function_name_text(h, h.regs[fp + b], c)
    if name == UNINIT or reserve(h, 0, add_room(h, function)) == 0:
        return X_COLLECT
    place = own_place(h, function, N_NAME)
    if place >= 0:
        h.slots[h.offset[function] + (place >> 8)] = name
    else:
        add_property(h, function, N_NAME, name, A_CONFIGURABLE)
    return pc


@kernel
def function_name_text(h, key, prefix):
    """Name of a function for a property key (section 10.2.9): a string value, or UNINIT when room is wanted."""
    text = key
    if key >> 48 == T_SYMBOL:
        description = symbol_description(h, key & ID)
        if description == UNDEFINED:
            text = STRING | N_EMPTY
        else:
            text = description
            if flatten(h, text & ID) == 0:
                return UNINIT
            length = h.length[text & ID]
            wide = 1 if h.meta[text & ID] & F_WIDE else 0
            if reserve_string(h, length + 2, wide) == 0:
                return UNINIT
            cell = new_string(h, length + 2, wide)
            copy_units(h, cell, 1, wide, text & ID, 0, length)
            set_unit(h, cell, wide, 0, 91)
            set_unit(h, cell, wide, length + 1, 93)
            text = STRING | cell
    elif key >> 48 != T_STRING:
        if to_string_room(h, key) == 0:
            return UNINIT
        text = STRING | to_string_primitive(h, key)
    if prefix == 0:
        return text
    if flatten(h, text & ID) == 0:
        return UNINIT
    length = h.length[text & ID]
    wide = 1 if h.meta[text & ID] & F_WIDE else 0
    if reserve_string(h, length + 4, wide) == 0:
        return UNINIT
    cell = new_string(h, length + 4, wide)
    copy_units(h, cell, 4, wide, text & ID, 0, length)
    copy_units(h, cell, 0, wide, N_GET if prefix == 1 else N_SET, 0, 3)
    set_unit(h, cell, wide, 3, 32)
    return STRING | cell


@kernel
def set_unit(h, string, wide, index, unit) -> None:
    """Write a unit of a string that is being made."""
    if wide:
        h.chars16[h.offset[string] * 4 + index] = unit
    else:
        h.chars8[h.offset[string] * 8 + index] = unit


@kernel
def symbol_description(h, symbol):
    """Description of a symbol: a string value or undefined. (Kept in `link`: the string's cell, 0 none.)"""
    return STRING | h.link[symbol] if h.link[symbol] != 0 else UNDEFINED


@op("base")
def make_class(h, pc, fp, a, b, c):
    """Wire the class constructor r[a] to its heritage r[a+1] (hole: none), whose `prototype` is r[a+2]; r[a+1] becomes
    the prototype (section 15.7.14).
    """
    function = h.regs[fp + a] & ID
    heritage = h.regs[fp + a + 1]
    parent = P_FUNCTION
    proto_parent = P_OBJECT
    if heritage == NULL:
        proto_parent = 0
    elif heritage != HOLE:
        parent = heritage & ID
        value = h.regs[fp + a + 2]
        if value == NULL:
            proto_parent = 0
        elif value >> 48 == T_OBJECT:
            proto_parent = value & ID
        else:
            return throw_kind(h, E_EXTENDS_PROTOTYPE, value, UNDEFINED)
    if reserve(h, 1, 64) == 0 or materialize(h, function) == 0:
        return X_COLLECT
    proto = new_object(h, root_shape_of(h, proto_parent), 4)
    if parent != P_FUNCTION:
        set_prototype_of(h, function, parent)
    add_property(h, function, N_PROTOTYPE, OBJECT | proto, 0)
    add_property(h, proto, N_CONSTRUCTOR, OBJECT | function, A_HIDDEN)
    h.regs[fp + a + 1] = OBJECT | proto
    return pc


@kernel
def set_hidden(h, obj, symbol, value):
    """Set an internal slot kept under a private symbol. 0: collect first."""
    if h.meta[obj] & F_LAZY and materialize(h, obj) == 0:
        return 0
    place = own_place(h, obj, symbol)
    if place >= 0:
        h.slots[h.offset[obj] + (place >> 8)] = value
        return 1
    if reserve(h, 0, add_room(h, obj)) == 0:
        return 0
    add_property(h, obj, symbol, value, A_WRITABLE)
    return 1


@kernel
def get_hidden(h, obj, symbol):
    """An internal slot kept under a private symbol, undefined if it isn't there."""
    place = own_place(h, obj, symbol)
    return place_value(h, obj, place) if place >= 0 else UNDEFINED


@op("src", "src")
def set_home(h, pc, fp, a, b, c):
    """Give the method r[a] the home object r[b], where `super` starts."""
    return pc if set_hidden(h, h.regs[fp + a] & ID, SYM_HOME, h.regs[fp + b]) else X_COLLECT


@op("dst", "src")
def get_home(h, pc, fp, a, b, c):
    """r[a] = home object of the function r[b]."""
    h.regs[fp + a] = get_hidden(h, function_of(h, h.regs[fp + b]) & ID, SYM_HOME)
    return pc


@op("src", "src")
def set_fields(h, pc, fp, a, b, c):
    """Give the constructor r[a] the function r[b] that initialises instance fields."""
    return pc if set_hidden(h, h.regs[fp + a] & ID, SYM_FIELDS, h.regs[fp + b]) else X_COLLECT


@op("dst", "src")
def get_fields(h, pc, fp, a, b, c):
    """r[a] = field initialiser of the constructor r[b], or undefined."""
    h.regs[fp + a] = get_hidden(h, h.regs[fp + b] & ID, SYM_FIELDS)
    return pc


@op("dst", "src", "count")
def new_env(h, pc, fp, a, b, c):
    """r[a] = an environment of c variables, in their dead zone, inside r[b] (none: the callee's outer one)."""
    if fits(h, 1, c + 2) == 0:
        return make_fit(h, pc, 1, c + 2)
    parent = CELL | h.link[h.regs[fp] & ID] if b == NONE else h.regs[fp + b]
    cell = new_environment(h, parent, c + 1)
    payload = h.offset[cell]
    for i in range(1, c + 1):
        h.slots[payload + i] = UNINIT
    h.regs[fp + a] = CELL | cell
    return pc


@op("dst", "src", "variables")
def new_env_with(h, pc, fp, a, b, c):
    """r[a] = an environment inside r[b], as new_env makes it, whose first variable is r[c >> 8], of c & 255."""
    count = c & 0xFF
    if fits(h, 1, count + 2) == 0:
        return make_fit(h, pc, 1, count + 2)
    parent = CELL | h.link[h.regs[fp] & ID] if b == NONE else h.regs[fp + b]
    cell = new_environment(h, parent, count + 1)
    payload = h.offset[cell]
    h.slots[payload + 1] = h.regs[fp + (c >> 8)]
    for i in range(2, count + 1):
        h.slots[payload + i] = UNINIT
    h.regs[fp + a] = CELL | cell
    return pc


@op("dst", "src")
def copy_env(h, pc, fp, a, b, c):
    """r[a] = a copy of the environment r[b], for the next iteration."""
    source = h.offset[h.regs[fp + b] & ID]
    count = h.slots[source - 1] >> 32
    if reserve(h, 1, count + 1) == 0:
        return X_COLLECT
    cell = new_environment(h, h.slots[source], count)
    payload = h.offset[cell]
    for i in range(1, count):
        h.slots[payload + i] = h.slots[source + i]
    h.regs[fp + a] = CELL | cell
    return pc


@op("dst", "src", "slot")
def get_env(h, pc, fp, a, b, c):
    """r[a] = variable c of the environment r[b]; 0 is its parent."""
    h.regs[fp + a] = h.slots[h.offset[h.regs[fp + b] & ID] + c]
    return pc


@op("src", "src", "slot")
def set_env(h, pc, fp, a, b, c):
    """Variable c of the environment r[a] = r[b]."""
    h.slots[h.offset[h.regs[fp + a] & ID] + c] = h.regs[fp + b]
    return pc


@kernel(inline=True)
def outer_environment(h, fp, hops):
    """Payload of the environment `hops` out from the callee's outer one."""
    payload = h.offset[h.link[h.regs[fp] & ID]]
    while hops > 0:
        payload = h.offset[h.slots[payload] & ID]
        hops -= 1
    return payload


@op("dst", "hops", "slot")
def get_captured(h, pc, fp, a, b, c):
    """r[a] = variable c of the environment b hops out from the callee's outer one."""
    h.regs[fp + a] = h.slots[outer_environment(h, fp, b) + c]
    return pc


@op("src", "hops", "slot")
def set_captured(h, pc, fp, a, b, c):
    """Variable c of the environment b hops out from the callee's outer one = r[a]."""
    h.slots[outer_environment(h, fp, b) + c] = h.regs[fp + a]
    return pc


@op("dst", "", "import")
def get_import(h, pc, fp, a, b, c):
    """r[a] = the binding that import c stands for; throws in its dead zone."""
    value = h.slots[h.offset[h.import_env[c]] + h.import_slot[c]]
    if value == UNINIT:
        return throw_kind(h, E_IMPORT_UNINITIALISED, STRING | h.import_name[c], UNDEFINED)
    h.regs[fp + a] = value
    return pc


@op("src", "", "name")
def check_initialized(h, pc, fp, a, b, c):
    """Throw if r[a], the variable named c, is in its dead zone."""
    return throw_kind(h, E_UNINITIALISED, h.consts[c], UNDEFINED) if h.regs[fp + a] == UNINIT else pc


@op("kind", "", "name")
def throw_error(h, pc, fp, a, b, c):
    """Throw the error of kind a with the name c."""
    return throw_kind(h, a, h.consts[c], UNDEFINED)


@op("src", "", "name")
def check_coercible(h, pc, fp, a, b, c):
    """Throw if r[a], which is to be destructured, is undefined or null; c is its source text."""
    value = h.regs[fp + a]
    return throw_kind(h, E_DESTRUCTURE_NULLISH, value, h.consts[c]) if is_nullish(h, value) else pc


@op("dst", "count")
def rest(h, pc, fp, a, b, c):
    """r[a] = an array of the arguments from number b."""
    count = current_argc(h) - b
    if count < 0:
        count = 0
    if reserve(h, 1, count + 1) == 0:
        return X_COLLECT
    cell = new_array(h, SH_ARRAY, count)
    h.length[cell] = count
    payload = h.elems[cell]
    for i in range(count):
        h.slots[payload + i] = h.regs[fp + 2 + b + i]
    h.regs[fp + a] = OBJECT | cell
    return pc


@op("dst")
def arguments(h, pc, fp, a, b, c):
    """r[a] = the arguments object (unmapped: strict code)."""
    count = current_argc(h)
    if reserve(h, 1, count + 12) == 0:
        return X_COLLECT
    cell = new_array(h, h.shape[P_ARGUMENTS], count)
    h.meta[cell] = K_ARGUMENTS
    h.length[cell] = count
    payload = h.elems[cell]
    for i in range(count):
        h.slots[payload + i] = h.regs[fp + 2 + i]
    own = new_payload(h, cell, 4)
    h.offset[cell] = own
    for i in range(1, h.shape_count[h.shape[P_ARGUMENTS]]):
        h.slots[own + i] = h.slots[h.offset[P_ARGUMENTS] + i]
    h.slots[own] = boxed_int(h, count)
    h.regs[fp + a] = OBJECT | cell
    return pc


@op("dst", "", "kind")
def well_known(h, pc, fp, a, b, c):
    """r[a] = the well-known symbol c."""
    h.regs[fp + a] = SYMBOL | c
    return pc
