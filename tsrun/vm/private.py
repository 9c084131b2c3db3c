"""Private names of classes: properties under symbols that nothing can list, found by inline caches like any other.

A private name is a symbol with F_PRIVATE. A class that is evaluated at most once has its names among the constants of
the unit, and they are the keys of its sites from the start. Any other class makes new ones at each evaluation: an
instruction before the access gives the site its key. Private methods and accessors are variables of the class; an
object that may use them carries a *brand*, one more private name. Prototypes are never looked at, so an entry of a
site is just shape and slot, or for additions the shape that follows.
"""
from __future__ import annotations

from tsrun.heap.allocate import capacity_of, new_cell, reserve
from tsrun.heap.arena import kernel
from tsrun.heap.errors import throw_kind
from tsrun.heap.layout import (
    A_WRITABLE, E_BRAND, E_BRAND_STATIC, E_BRAND_TWICE, E_IN_NOT_OBJECT, E_PRIVATE_READ, E_PRIVATE_TWICE,
    E_PRIVATE_WRITE, E_READ_NULLISH, E_WRITE_NULLISH, F_DICTIONARY, F_IS_PROTO, F_LAZY, F_PRIVATE, ID, K_SYMBOL,
    S_IC_MISSES, SYMBOL, T_OBJECT, UNDEFINED, X_COLLECT,
)
from tsrun.heap.objects import add_property, add_room, own_place, place_value
from tsrun.heap.values import boxed_bool, is_nullish
from tsrun.vm.functions import materialize, outer_environment, symbol_description
from tsrun.vm.properties import ENTRIES, cache_shape, enter
from tsrun.vm.tables import op


@kernel
def new_private_name(h, description):
    """A private name (1 cell reserved); the description is a string's cell."""
    cell = new_cell(h, K_SYMBOL | F_PRIVATE)
    h.shape[cell] = 0
    h.offset[cell] = 0
    h.elems[cell] = 0
    h.length[cell] = 0
    h.aux[cell] = 0
    h.link[cell] = description
    return cell


@op("dst", "", "name")
def private_name(h, pc, fp, a, b, c):
    """r[a] = a new private name; c is its text."""
    if reserve(h, 1, 0) == 0:
        return X_COLLECT
    h.regs[fp + a] = SYMBOL | new_private_name(h, h.consts[c] & ID)
    return pc


@kernel(inline=True)
def use_key(h, site, key) -> None:
    """The site's key is this private name from now on; what was cached for another one goes."""
    if h.site_key[site] != key:
        h.site_key[site] = key
        for i in range(site * ENTRIES, site * ENTRIES + ENTRIES):
            h.site_shape[i] = 0
            h.site_slot[i] = 0


@op("src", "", "site")
def use_private(h, pc, fp, a, b, c):
    """The instruction behind this one is about the private name r[a]: it becomes the key of site c."""
    use_key(h, c, h.regs[fp + a] & ID)
    return pc


@op("hops", "slot", "site")
def use_private_captured(h, pc, fp, a, b, c):
    """As use_private, with variable b of the environment a hops out from the callee's outer one."""
    use_key(h, c, h.slots[outer_environment(h, fp, a) + b] & ID)
    return pc


@kernel
def private_text(h, site):
    """The text of the site's private name, for messages."""
    return symbol_description(h, h.site_key[site])


@kernel
def private_place(h, obj, site):
    """Place of the site's private name in an object, remembered; or -1."""
    cell = obj & ID
    place = own_place(h, cell, h.site_key[site])
    if place >= 0 and cache_shape(h, obj) > 0:
        h.state[S_IC_MISSES] = h.state[S_IC_MISSES] + 1
        enter(h, site, h.shape[cell], place >> 8, 0)
    return place


@op("dst", "src", "site")
def get_private(h, pc, fp, a, b, c):
    """r[a] = the private field of r[b] that site c names."""
    value = h.regs[fp + b]
    if value >> 48 == T_OBJECT:
        cell = value & ID
        if h.shape[cell] == h.site_shape[c * ENTRIES]:
            h.regs[fp + a] = h.slots[h.offset[cell] + h.site_slot[c * ENTRIES]]
            return pc
        for i in range(c * ENTRIES + 1, c * ENTRIES + ENTRIES):
            if h.shape[cell] == h.site_shape[i]:
                h.regs[fp + a] = h.slots[h.offset[cell] + h.site_slot[i]]
                return pc
        place = private_place(h, value, c)
        if place >= 0:
            h.regs[fp + a] = place_value(h, cell, place)
            return pc
    kind = E_READ_NULLISH if is_nullish(h, value) else E_PRIVATE_READ
    return throw_kind(h, kind, value, private_text(h, c))


@op("src", "src", "site")
def set_private(h, pc, fp, a, b, c):
    """The private field of r[a] that site c names = r[b]."""
    value = h.regs[fp + a]
    if value >> 48 == T_OBJECT:
        cell = value & ID
        if h.shape[cell] == h.site_shape[c * ENTRIES]:
            h.slots[h.offset[cell] + h.site_slot[c * ENTRIES]] = h.regs[fp + b]
            return pc
        for i in range(c * ENTRIES + 1, c * ENTRIES + ENTRIES):
            if h.shape[cell] == h.site_shape[i]:
                h.slots[h.offset[cell] + h.site_slot[i]] = h.regs[fp + b]
                return pc
        place = private_place(h, value, c)
        if place >= 0:
            h.slots[h.offset[cell] + (place >> 8)] = h.regs[fp + b]
            return pc
    kind = E_WRITE_NULLISH if is_nullish(h, value) else E_PRIVATE_WRITE
    return throw_kind(h, kind, value, private_text(h, c))


@op("src", "src", "site")
def add_private(h, pc, fp, a, b, c):
    """Give r[a] the private field of site c with the value r[b]; an error if it has it."""
    return add_hidden(h, pc, h.regs[fp + a], h.regs[fp + b], c, E_PRIVATE_TWICE)


@op("src", "", "site")
def add_brand(h, pc, fp, a, b, c):
    """Give r[a] the brand of site c, the right to a class's private methods; an error if it has it."""
    return add_hidden(h, pc, h.regs[fp + a], UNDEFINED, c, E_BRAND_TWICE)


@kernel(inline=True)
def add_hidden(h, pc, obj, value, site, twice):
    """Add a private property: by the transition that the site knows, else by looking."""
    cell = obj & ID
    if h.shape[cell] == h.site_shape[site * ENTRIES] and add_at(h, cell, value, site * ENTRIES):
        return pc
    return add_hidden_slow(h, pc, obj, value, site, twice)


@kernel(inline=True)
def add_at(h, cell, value, entry):
    """Add by the transition of an entry whose shape is the object's; 0: there is no room for it."""
    payload = h.offset[cell]
    slot = ~h.site_slot[entry]
    if payload == 0 or capacity_of(h, payload) <= slot or h.meta[cell] & F_IS_PROTO:
        return 0
    h.slots[payload + slot] = value
    h.shape[cell] = h.site_holder[entry]
    return 1


@kernel
def add_hidden_slow(h, pc, obj, value, site, twice):
    """Add a private property that is not there, and remember the transition."""
    cell = obj & ID
    for i in range(site * ENTRIES + 1, site * ENTRIES + ENTRIES):
        if h.shape[cell] == h.site_shape[i] and add_at(h, cell, value, i):
            return pc
    key = h.site_key[site]
    if h.meta[cell] & F_LAZY and materialize(h, cell) == 0:
        return X_COLLECT
    if own_place(h, cell, key) >= 0:
        return throw_kind(h, twice, private_text(h, site), UNDEFINED)
    if reserve(h, 0, add_room(h, cell)) == 0:
        return X_COLLECT
    before = h.shape[cell]
    place = add_property(h, cell, key, value, A_WRITABLE)
    if h.meta[cell] & (F_DICTIONARY | F_IS_PROTO) == 0:
        h.state[S_IC_MISSES] = h.state[S_IC_MISSES] + 1
        enter(h, site, before, ~(place >> 8), h.shape[cell])
    return pc


@op("dst", "src", "site")
def has_private(h, pc, fp, a, b, c):
    """r[a] = whether r[b], which must be an object, has the private name of site c."""
    value = h.regs[fp + b]
    if value >> 48 != T_OBJECT:
        return throw_kind(h, E_IN_NOT_OBJECT, private_text(h, c), value)
    h.regs[fp + a] = boxed_bool(h, carries(h, value, c))
    return pc


@kernel(inline=True)
def carries(h, obj, site):
    """1 if an object has the private name of the site."""
    shape = h.shape[obj & ID]
    for i in range(site * ENTRIES, site * ENTRIES + ENTRIES):
        if shape == h.site_shape[i]:
            return 1
    return 1 if private_place(h, obj, site) >= 0 else 0


@op("src", "kind", "site")
def check_brand(h, pc, fp, a, b, c):
    """Throw unless r[a] has the brand of site c; b = 1: it is the brand of static methods, which one object has."""
    value = h.regs[fp + a]
    if value >> 48 == T_OBJECT:
        if h.shape[value & ID] == h.site_shape[c * ENTRIES] or carries(h, value, c):
            return pc
    elif b == 0 and is_nullish(h, value):
        return throw_kind(h, E_READ_NULLISH, value, private_text(h, c))
    return throw_kind(h, E_BRAND_STATIC if b else E_BRAND, private_text(h, c), UNDEFINED)
