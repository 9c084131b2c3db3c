"""Property access by name: inline caches and what is behind them.

A site has four entries (site_shape, site_slot, site_holder) and one epoch. An entry whose shape is the receiver's says:

- slot >= 0: an own data property in that slot;
- slot < 0, reading: the data property in slot ~slot of the prototype `holder`; holder 0: absent;
- slot < 0, writing: the property is added in slot ~slot and the shape becomes `holder`.

Entries of the second and third form hold while the site's epoch is the prototype epoch: every change of the layout of
an object that is a prototype begins a new one. Primitives have pseudo-shapes below zero, their tags. Only this module
and literals.py touch the caches.
"""
from __future__ import annotations

from tsrun.heap.allocate import capacity_of, reserve
from tsrun.heap.arena import kernel
from tsrun.heap.counters import (
    CACHE_ACCESSOR, CACHE_DICTIONARY, CACHE_EPOCH, CACHE_FIRST, CACHE_FULL, CACHE_ODD, CACHE_OTHER, CACHE_SHAPE,
    note_here,
)
from tsrun.heap.errors import throw_kind, worked
from tsrun.heap.layout import (
    A_ACCESSOR, A_CONFIGURABLE, A_DEFAULT, A_ENUMERABLE, A_WRITABLE, E_ALREADY_DECLARED, E_EXTENDS_VALUE,
    E_IMPORT_UNINITIALISED, E_NOT_DEFINED, E_NOT_EXTENSIBLE, E_NO_SETTER, E_READ_NULLISH, E_READ_ONLY, E_REDEFINE,
    E_WRITE_NULLISH, FALSE, F_CONSTRUCTOR, F_DICTIONARY, F_EXTENSIBLE_OFF, F_IS_PROTO, F_LAZY, GLOBAL_OBJECT, HOLE, ID,
    KIND, K_ARRAY, K_NAMESPACE, K_PROXY, NULL, N_LENGTH, N_PROTOTYPE, OBJECT, P_BIGINT, P_BOOLEAN, P_NUMBER, P_STRING,
    P_SYMBOL, R_PROXY_GET, R_PROXY_GLOBAL, R_PROXY_SET, R_SET_VALUE, S_FOUND, S_IC_MISSES, S_PROTO_EPOCH, TAG, TRUE,
    T_BIGINT, T_CELL, T_OBJECT, T_RAW, T_SPECIAL, T_STRING, T_SYMBOL, UNDEFINED, UNINIT, X_COLLECT,
)
from tsrun.heap.objects import (
    add_property, add_room, change_attributes, grow_slots, own_place, place_value, prototype_of,
)
from tsrun.heap.values import boxed_int, boxed_key, is_nullish
from tsrun.vm.array_length import set_array_length
from tsrun.vm.frames import M_DISCARD, M_TARGET
from tsrun.vm.functions import materialize
from tsrun.vm.lexicals import get_lexical, lexical_at, set_lexical
from tsrun.vm.slow import call_function, call_root, call_root_four
from tsrun.vm.tables import op

ENTRIES = 4


@op("dst", "src", "site")
def get_property(h, pc, fp, a, b, c):
    """r[a] = r[b].key of site c."""
    value = h.regs[fp + b]
    if value >> 48 == T_OBJECT:
        cell = value & ID
        if h.shape[cell] == h.site_shape[c * ENTRIES]:
            slot = h.site_slot[c * ENTRIES]
            if slot >= 0:
                h.regs[fp + a] = h.slots[h.offset[cell] + slot]
                return pc
    return get_slow(h, pc, fp, fp + a, value, c)


@op("base", "src", "site")
def get_method(h, pc, fp, a, b, c):
    """r[a] = r[b].key of site c, r[a+1] = r[b]: ready to be called."""
    value = h.regs[fp + b]
    h.regs[fp + a + 1] = value
    if value >> 48 == T_OBJECT:
        cell = value & ID
        if h.shape[cell] == h.site_shape[c * ENTRIES] and h.site_epoch[c] == h.state[S_PROTO_EPOCH]:
            slot = h.site_slot[c * ENTRIES]
            if slot < 0 and h.site_holder[c * ENTRIES] != 0:
                h.regs[fp + a] = h.slots[h.offset[h.site_holder[c * ENTRIES]] + ~slot]
                return pc
    return get_slow(h, pc, fp, fp + a, value, c)


@op("dst", "src", "site")
def get_length(h, pc, fp, a, b, c):
    """r[a] = r[b].length; site c."""
    value = h.regs[fp + b]
    if (value >> 48 == T_OBJECT and h.meta[value & ID] & KIND == K_ARRAY) or value >> 48 == T_STRING:
        h.fregs[fp + a] = float(h.length[value & ID])
        return pc
    return get_slow(h, pc, fp, fp + a, value, c)


@kernel
def primitive_prototype(h, value):
    """Prototype of a primitive: a cell id; 0 for undefined and null."""
    if value < TAG:
        return P_NUMBER
    tag = value >> 48
    if tag == T_STRING:
        return P_STRING
    if tag == T_SYMBOL:
        return P_SYMBOL
    if tag == T_BIGINT:
        return P_BIGINT
    return 0 if is_nullish(h, value) else P_BOOLEAN


@kernel(inline=True)
def cache_shape(h, value):
    """What a site compares: the shape of an object, below zero for a primitive; 0 for what is not cached."""
    if value >> 48 == T_OBJECT:
        cell = value & ID
        return 0 if h.meta[cell] & (F_DICTIONARY | F_LAZY) else h.shape[cell]
    if value < TAG:
        return -100
    # Booleans have the tag of undefined and null, which have no properties at all.
    return 0 if is_nullish(h, value) else T_SPECIAL - (value >> 48) - 1


@kernel(cold=True)
def get_slow(h, pc, fp, target, value, site):
    """Read the site's property of a value into register `target`: the other entries, then the chain."""
    shape = cache_shape(h, value)
    if shape != 0:
        epoch = 1 if h.site_epoch[site] == h.state[S_PROTO_EPOCH] else 0
        for i in range(site * ENTRIES, site * ENTRIES + ENTRIES):
            if h.site_shape[i] == shape:
                slot = h.site_slot[i]
                found = UNDEFINED
                if slot >= 0:
                    found = h.slots[h.offset[value & ID] + slot]
                elif epoch == 0:
                    break
                elif h.site_holder[i] != 0:
                    found = h.slots[h.offset[h.site_holder[i]] + ~slot]
                    if found >> 48 == T_CELL:
                        return call_getter(h, pc, fp, target, found & ID, value)
                if h.counting[0] and i > site * ENTRIES:
                    note_here(h, CACHE_OTHER)
                h.regs[target] = found
                return pc
    start = value & ID
    key = h.site_key[site]
    if value >> 48 != T_OBJECT:
        start = primitive_prototype(h, value)
        if start == 0:
            return throw_kind(h, E_READ_NULLISH, value, boxed_key(h, key))
    return get_named(h, pc, fp, target, start, value, key, site)


@kernel
def call_getter(h, pc, fp, target, pair, receiver):
    """Call the getter of an accessor that a site knows, for register `target`."""
    if h.counting[0]:
        note_here(h, CACHE_ACCESSOR)
    getter = h.slots[h.offset[pair]]
    if getter == UNDEFINED:
        h.regs[target] = UNDEFINED
        return pc
    return call_function(h, pc, fp, getter, receiver, UNDEFINED, 0, M_TARGET, target, UNDEFINED)


@kernel
def get_named(h, pc, fp, target, start, receiver, key, site):
    """[[Get]] of a named key: from the object `start` on, for a receiver; into register `target`; site -1: no cache."""
    if key == N_LENGTH and receiver >> 48 == T_STRING:
        h.regs[target] = boxed_int(h, h.length[receiver & ID])
        return pc
    holder = start
    place = -1
    while holder != 0:
        meta = h.meta[holder]
        if meta & F_LAZY and materialize(h, holder) == 0:
            return X_COLLECT
        if meta & KIND == K_ARRAY and key == N_LENGTH:
            h.regs[target] = boxed_int(h, h.length[holder])
            return pc
        if meta & KIND == K_PROXY:
            return call_root(h, pc, fp, R_PROXY_GET, OBJECT | holder, boxed_key(h, key), receiver, M_TARGET, target, 0)
        place = own_place(h, holder, key)
        if place >= 0:
            break
        holder = prototype_of(h, holder) if worked(h, 1) == 0 else 0
    if site >= 0:
        remember_get(h, site, receiver, start, holder, place)
    if holder == 0:
        h.regs[target] = UNDEFINED
        return pc
    found = place_value(h, holder, place)
    if place & A_ACCESSOR:
        getter = h.slots[h.offset[found & ID]]
        if getter == UNDEFINED:
            h.regs[target] = UNDEFINED
            return pc
        return call_function(h, pc, fp, getter, receiver, UNDEFINED, 0, M_TARGET, target, UNDEFINED)
    if h.meta[holder] & KIND == K_NAMESPACE:
        found = binding_value(h, found)
        if found == UNINIT:
            return throw_kind(h, E_IMPORT_UNINITIALISED, boxed_key(h, key), UNDEFINED)
    h.regs[target] = found
    return pc


@kernel
def binding_value(h, reference):
    """The variable that a namespace's property stands for (RAW environment id << 16 | slot); others as they are."""
    if reference >> 48 != T_RAW:
        return reference
    return h.slots[h.offset[reference >> 16 & 0xFFFFFFFF] + (reference & 0xFFFF)]


@op("dst", "src")
def heritage_prototype(h, pc, fp, a, b, c):
    """r[a] = `prototype` of the superclass r[b], which must be a constructor or null."""
    value = h.regs[fp + b]
    if value == NULL:
        h.regs[fp + a] = NULL
        return pc
    if value >> 48 != T_OBJECT or h.meta[value & ID] & F_CONSTRUCTOR == 0:
        return throw_kind(h, E_EXTENDS_VALUE, value, UNDEFINED)
    return get_named(h, pc, fp, fp + a, value & ID, value, N_PROTOTYPE, -1)


@op("dst", "base", "site")
def super_named(h, pc, fp, a, b, c):
    """r[a] = super.key of site c, with the home object r[b] and `this` r[b+1]. The cache is about the prototype."""
    start = prototype_of(h, h.regs[fp + b] & ID)
    if start != 0 and h.shape[start] == h.site_shape[c * ENTRIES]:
        slot = h.site_slot[c * ENTRIES]
        if slot >= 0:
            h.regs[fp + a] = h.slots[h.offset[start] + slot]
            return pc
        holder = h.site_holder[c * ENTRIES]
        if holder != 0 and h.site_epoch[c] == h.state[S_PROTO_EPOCH]:
            h.regs[fp + a] = h.slots[h.offset[holder] + ~slot]
            return pc
    return super_slow(h, pc, fp, fp + a, start, h.regs[fp + b + 1], c)


@kernel
def super_slow(h, pc, fp, target, start, receiver, site):
    """Read a property of super, and remember where it is if that is plain."""
    key = h.site_key[site]
    if start == 0:
        return throw_kind(h, E_READ_NULLISH, UNDEFINED, boxed_key(h, key))
    holder = start
    place = -1
    while holder != 0 and place < 0:
        meta = h.meta[holder]
        if meta & F_LAZY or meta & KIND == K_PROXY or meta & KIND == K_ARRAY or worked(h, 1):
            break
        place = own_place(h, holder, key)
        if place < 0:
            holder = prototype_of(h, holder)
    if place >= 0:
        remember_get(h, site, OBJECT | start, start, holder, place)
    return get_named(h, pc, fp, target, start, receiver, key, -1)


@kernel
def remember_get(h, site, receiver, start, holder, place):
    """Enter what a read found into the site's cache."""
    h.state[S_IC_MISSES] = h.state[S_IC_MISSES] + 1
    shape = cache_shape(h, receiver)
    if h.counting[0]:
        note_miss(h, site, shape, 1 if place >= 0 and place & A_ACCESSOR else 0)
    if shape == 0 or (place >= 0 and h.meta[holder] & KIND == K_NAMESPACE):
        return 0
    if place >= 0 and place & A_ACCESSOR:
        if holder != start or shape < 0:
            enter_from(h, site, shape, ~(place >> 8), holder, 1)
        return 0
    if shape > 0 and holder == start:
        enter(h, site, shape, place >> 8, 0)
    elif holder == 0:
        enter(h, site, shape, -1, 0)
    else:
        enter(h, site, shape, ~(place >> 8), holder)
    return 0


@kernel
def note_miss(h, site, shape, accessor) -> None:
    """Count a miss by its kind, before the cache is changed."""
    if shape == 0:
        return note_here(h, CACHE_DICTIONARY)
    if accessor:
        return note_here(h, CACHE_ACCESSOR)
    used = 0
    for i in range(site * ENTRIES, site * ENTRIES + ENTRIES):
        if h.site_shape[i] == shape:
            return note_here(h, CACHE_EPOCH if h.site_slot[i] < 0 else CACHE_ODD)
        if h.site_shape[i] != 0:
            used += 1
    if used == 0:
        return note_here(h, CACHE_FIRST)
    return note_here(h, CACHE_FULL if used == ENTRIES else CACHE_SHAPE)


@kernel
def enter(h, site, shape, slot, holder) -> None:
    """Write an entry; those that a new epoch has ended go first."""
    enter_from(h, site, shape, slot, holder, 0)


@kernel
def enter_from(h, site, shape, slot, holder, first) -> None:
    """`enter`, in entries from `first` on: accessors stay out of the first, whose value is taken as it is."""
    base = site * ENTRIES
    if h.site_epoch[site] != h.state[S_PROTO_EPOCH]:
        h.site_epoch[site] = h.state[S_PROTO_EPOCH]
        for i in range(base, base + ENTRIES):
            if h.site_slot[i] < 0:
                h.site_shape[i] = 0
                h.site_slot[i] = 0
    at = -1
    for i in range(first, ENTRIES):
        if h.site_shape[base + i] == shape or h.site_shape[base + i] == 0:
            at = base + i
            break
    if at < 0:
        at = base + (h.site_next[site] & 3)
        if at < base + first:
            at = base + first
        h.site_next[site] = h.site_next[site] + 1
    h.site_shape[at] = shape
    h.site_slot[at] = slot
    h.site_holder[at] = holder


@op("src", "src", "site")
def set_property(h, pc, fp, a, b, c):
    """r[a].key of site c = r[b]."""
    value = h.regs[fp + a]
    if value >> 48 == T_OBJECT:
        cell = value & ID
        if h.shape[cell] == h.site_shape[c * ENTRIES]:
            slot = h.site_slot[c * ENTRIES]
            if slot >= 0:
                h.slots[h.offset[cell] + slot] = h.regs[fp + b]
                return pc
            payload = h.offset[cell]
            if payload != 0 and h.slots[payload - 1] >> 32 > ~slot and h.site_epoch[c] == h.state[S_PROTO_EPOCH]:
                if h.meta[cell] & (F_EXTENSIBLE_OFF | F_IS_PROTO) == 0:
                    h.slots[payload + ~slot] = h.regs[fp + b]
                    h.shape[cell] = h.site_holder[c * ENTRIES]
                    return pc
    return set_slow(h, pc, fp, value, h.regs[fp + b], c)


@kernel(cold=True)
def set_slow(h, pc, fp, obj, value, site):
    """Write the site's property: the other entries, then the chain (strict: a failure throws)."""
    key = h.site_key[site]
    if obj >> 48 != T_OBJECT:
        if is_nullish(h, obj):
            return throw_kind(h, E_WRITE_NULLISH, obj, boxed_key(h, key))
        return call_root(h, pc, fp, R_SET_VALUE, obj, boxed_key(h, key), value, M_DISCARD, 0, 0)
    cell = obj & ID
    shape = cache_shape(h, obj)
    if shape != 0:
        for i in range(site * ENTRIES, site * ENTRIES + ENTRIES):
            if h.site_shape[i] == shape:
                slot = h.site_slot[i]
                if slot < 0:
                    ended = h.site_epoch[site] != h.state[S_PROTO_EPOCH]
                    if ended or h.meta[cell] & (F_EXTENSIBLE_OFF | F_IS_PROTO):
                        break
                    slot = ~slot
                    if capacity_of(h, h.offset[cell]) <= slot:
                        if reserve(h, 0, add_room(h, cell)) == 0:
                            return X_COLLECT
                        grow_slots(h, cell, slot)
                    h.shape[cell] = h.site_holder[i]
                if h.counting[0] and i > site * ENTRIES:
                    note_here(h, CACHE_OTHER)
                h.slots[h.offset[cell] + slot] = value
                return pc
    return set_named(h, pc, fp, cell, obj, key, value, site)


@kernel
def set_named(h, pc, fp, cell, receiver, key, value, site):
    """[[Set]] of a named key on an ordinary object that is its own receiver; site -1: no cache."""
    if h.meta[cell] & F_LAZY and materialize(h, cell) == 0:
        return X_COLLECT
    if h.meta[cell] & KIND == K_ARRAY and key == N_LENGTH:
        return set_array_length(h, pc, fp, cell, value)
    holder = cell
    place = -1
    while holder != 0:
        if h.meta[holder] & F_LAZY and materialize(h, holder) == 0:
            return X_COLLECT
        if h.meta[holder] & KIND == K_PROXY:
            return call_root_four(
                h, pc, fp, R_PROXY_SET, OBJECT | holder, boxed_key(h, key), value, receiver, M_DISCARD, 0)
        place = own_place(h, holder, key)
        if place >= 0 or h.meta[holder] & KIND == K_NAMESPACE:
            break
        if h.meta[holder] & KIND == K_ARRAY and key == N_LENGTH:
            return call_root(h, pc, fp, R_SET_VALUE, receiver, boxed_key(h, key), value, M_DISCARD, 0, 0)
        holder = prototype_of(h, holder)
    if holder != 0:
        if h.meta[holder] & KIND == K_NAMESPACE:
            return throw_kind(h, E_NOT_EXTENSIBLE if place < 0 else E_READ_ONLY, boxed_key(h, key), receiver)
        if h.counting[0] and site >= 0 and (place & A_ACCESSOR or holder == cell):
            note_miss(h, site, cache_shape(h, receiver), place & A_ACCESSOR)
        if place & A_ACCESSOR:
            setter = h.slots[h.offset[place_value(h, holder, place) & ID] + 1]
            if setter == UNDEFINED:
                return throw_kind(h, E_NO_SETTER, boxed_key(h, key), OBJECT | holder)
            return call_function(h, pc, fp, setter, receiver, value, 1, M_DISCARD, 0, UNDEFINED)
        if place & A_WRITABLE == 0:
            return throw_kind(h, E_READ_ONLY, boxed_key(h, key), receiver)
        if holder == cell:
            h.slots[h.offset[cell] + (place >> 8)] = value
            if site >= 0 and cache_shape(h, receiver) != 0:
                enter(h, site, h.shape[cell], place >> 8, 0)
            return pc
    if h.meta[cell] & F_EXTENSIBLE_OFF:
        return throw_kind(h, E_NOT_EXTENSIBLE, boxed_key(h, key), receiver)
    return add_named(h, pc, cell, key, value, site)


@kernel
def add_named(h, pc, cell, key, value, site):
    """Add a property that is not there, and remember the transition."""
    if reserve(h, 0, add_room(h, cell)) == 0:
        return X_COLLECT
    before = h.shape[cell]
    if h.counting[0] and site >= 0:
        note_miss(h, site, cache_shape(h, OBJECT | cell), 0)
    place = add_property(h, cell, key, value, A_DEFAULT)
    if site >= 0 and h.meta[cell] & (F_DICTIONARY | F_IS_PROTO) == 0:
        h.state[S_IC_MISSES] = h.state[S_IC_MISSES] + 1
        enter(h, site, before, ~(place >> 8), h.shape[cell])
    return pc


@kernel
def find_global(h, key):
    """Place of a global variable on the global object's chain, its holder in state FOUND; -1 absent, -2 ask a proxy."""
    holder = GLOBAL_OBJECT
    while holder != 0:
        if h.meta[holder] & KIND == K_PROXY:
            return -2
        place = own_place(h, holder, key)
        if place >= 0:
            h.state[S_FOUND] = holder
            return place
        holder = prototype_of(h, holder)
    return -1


@kernel
def get_global_slow(h, pc, fp, a, c, missing):
    """Read a global variable; `missing`: what an absent one gives, or UNINIT to throw."""
    key = h.site_key[c]
    at = lexical_at(h, key)
    if at != 0:
        return get_lexical(h, pc, fp, a, at)
    place = find_global(h, key)
    if place < -1:
        asked = FALSE if missing == UNINIT else TRUE
        return call_root(
            h, pc, fp, R_PROXY_GLOBAL, OBJECT | GLOBAL_OBJECT, boxed_key(h, key), asked, M_TARGET, fp + a, 0)
    if place < 0:
        if missing == UNINIT:
            return throw_kind(h, E_NOT_DEFINED, boxed_key(h, key), UNDEFINED)
        h.regs[fp + a] = missing
        return pc
    holder = h.state[S_FOUND]
    if place & A_ACCESSOR == 0 and holder == GLOBAL_OBJECT:
        h.site_epoch[c] = h.state[S_PROTO_EPOCH]
        h.site_slot[c * ENTRIES] = place >> 8
        h.site_shape[c * ENTRIES] = -1
    return get_named(h, pc, fp, fp + a, holder, OBJECT | GLOBAL_OBJECT, key, -1)


@op("dst", "", "site")
def get_global(h, pc, fp, a, b, c):
    """r[a] = the global variable of site c; a ReferenceError if there is none."""
    if h.site_epoch[c] == h.state[S_PROTO_EPOCH] and h.site_shape[c * ENTRIES] == -1:
        h.regs[fp + a] = h.slots[h.offset[GLOBAL_OBJECT] + h.site_slot[c * ENTRIES]]
        return pc
    return get_global_slow(h, pc, fp, a, c, UNINIT)


@op("dst", "", "site")
def typeof_global(h, pc, fp, a, b, c):
    """r[a] = the global variable of site c, undefined if there is none (the operand of typeof)."""
    return get_global_slow(h, pc, fp, a, c, UNDEFINED)


@op("src", "", "site")
def set_global(h, pc, fp, a, b, c):
    """The global variable of site c = r[a]; a ReferenceError if there is none."""
    key = h.site_key[c]
    at = lexical_at(h, key)
    if at != 0:
        return set_lexical(h, pc, at, h.regs[fp + a])
    place = find_global(h, key)
    if place < -1:
        return call_root_four(
            h, pc, fp, R_PROXY_GLOBAL, OBJECT | GLOBAL_OBJECT, boxed_key(h, key), HOLE, h.regs[fp + a], M_DISCARD, 0)
    if place < 0:
        return throw_kind(h, E_NOT_DEFINED, boxed_key(h, key), UNDEFINED)
    return set_named(h, pc, fp, GLOBAL_OBJECT, OBJECT | GLOBAL_OBJECT, key, h.regs[fp + a], -1)


GLOBAL_FUNCTION, GLOBAL_VAR, MAY_FUNCTION, MAY_VAR, MAY_LEXICAL, DELETABLE_FUNCTION, DELETABLE_VAR = range(7)
"""What define_global does: make a function's or a var's property; before that, ask whether it may be made, or whether
a let, const or class may have the name (section 16.1.7). What an indirect eval declares can be deleted."""


@op("src", "kind", "site")
def define_global(h, pc, fp, a, b, c):
    """Create the script-level function (b = 0, value r[a]) or var (1: if it is not there) of site c; 2, 3, 4: throw if
    the script's function, var or let can't be declared; 5, 6: as 0 and 1, deletable.
    """
    key = h.site_key[c]
    place = own_place(h, GLOBAL_OBJECT, key)
    if MAY_FUNCTION <= b <= MAY_LEXICAL:
        return may_declare(h, pc, place, key, b)
    attributes = A_WRITABLE | A_ENUMERABLE | (A_CONFIGURABLE if b >= DELETABLE_FUNCTION else 0)
    if place < 0:
        if reserve(h, 0, add_room(h, GLOBAL_OBJECT)) == 0:
            return X_COLLECT
        add_property(h, GLOBAL_OBJECT, key, h.regs[fp + a], attributes)
    elif b == GLOBAL_FUNCTION or b == DELETABLE_FUNCTION:
        if place & A_CONFIGURABLE:
            change_attributes(h, GLOBAL_OBJECT, key, attributes)
        h.slots[h.offset[GLOBAL_OBJECT] + (own_place(h, GLOBAL_OBJECT, key) >> 8)] = h.regs[fp + a]
    return pc


@kernel
def may_declare(h, pc, place, key, what):
    """HasLexicalDeclaration, CanDeclareGlobalFunction and the like: throws where it may not."""
    if lexical_at(h, key) != 0:
        return throw_kind(h, E_ALREADY_DECLARED, boxed_key(h, key), UNDEFINED)
    if what == MAY_LEXICAL:
        if place >= 0 and place & A_CONFIGURABLE == 0:
            return throw_kind(h, E_ALREADY_DECLARED, boxed_key(h, key), UNDEFINED)
        return pc
    if place < 0:
        if h.meta[GLOBAL_OBJECT] & F_EXTENSIBLE_OFF:
            return throw_kind(h, E_NOT_EXTENSIBLE, boxed_key(h, key), OBJECT | GLOBAL_OBJECT)
        return pc
    plain = place & (A_ACCESSOR | A_WRITABLE | A_ENUMERABLE) == A_WRITABLE | A_ENUMERABLE
    if what == MAY_FUNCTION and place & A_CONFIGURABLE == 0 and plain == 0:
        return throw_kind(h, E_REDEFINE, boxed_key(h, key), UNDEFINED)
    return pc
