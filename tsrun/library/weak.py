"""WeakMap, WeakSet, WeakRef, FinalizationRegistry: tables as those of Map and Set, but the collector may drop keys."""
from __future__ import annotations

from tsrun.heap.allocate import new_cell, new_kind, new_payload, reserve
from tsrun.heap.arena import kernel
from tsrun.heap.layout import (
    F_REGISTERED, F_WEAK, ID, K_SYMBOL, K_TABLE, K_WEAK_MAP, K_WEAK_REF, K_WEAK_SET, KIND, OBJECT, R_KEPT,
    S_FINALIZE_FIRST, SYMBOL, T_OBJECT, T_SYMBOL, TRUE, UNDEFINED, X_COLLECT, X_SLOW,
)
from tsrun.heap.machine import bits_float, trunc_sat
from tsrun.heap.shapes import root_shape_of
from tsrun.heap.tables import entry_at, table_find, table_init, table_remove, table_words
from tsrun.library.arguments import answer, answer_bool, answer_object, argument
from tsrun.library.map_set import FIRST_CAPACITY, answer_delete, find, put, receiver, table_of
from tsrun.vm.tables import native


@kernel
def can_be_weak(h, value):
    """CanBeHeldWeakly (section 9.13): 1 for objects, and for symbols that are not in the registry."""
    if value >> 48 == T_SYMBOL:
        return 0 if h.meta[value & ID] & F_REGISTERED else 1
    return 1 if value >> 48 == T_OBJECT else 0


@native("$canBeWeak", 1)
def can_be_weak_value(h, fp, argc):
    """$canBeWeak(value)"""
    return answer_bool(h, fp, can_be_weak(h, h.regs[fp + 2]))


@native("$registered", 1)
def registered_symbol(h, fp, argc):
    """$registered(symbol): the symbol, which is in the registry of Symbol.for from now on."""
    symbol = h.regs[fp + 2] & ID
    h.meta[symbol] = h.meta[symbol] | F_REGISTERED
    return answer(h, fp, h.regs[fp + 2])


@native("$newWeak", 2)
def make_weak(h, fp, argc):
    """$newWeak(prototype, kind): an empty weak map, weak set or finalization registry."""
    words = table_words(h, FIRST_CAPACITY)
    if reserve(h, 2, words + 1) == 0:
        return X_COLLECT
    kind = trunc_sat(bits_float(h.regs[fp + 3]))
    cell = new_kind(h, kind, root_shape_of(h, h.regs[fp + 2] & ID), 0)
    holder = new_cell(h, K_TABLE | F_WEAK)
    h.link[holder] = 0
    h.length[holder] = 0
    payload = new_payload(h, holder, words)
    h.offset[holder] = payload
    table_init(h, payload, FIRST_CAPACITY)
    h.link[cell] = holder
    return answer_object(h, fp, cell)


@native("$weakGet", 2)
def weak_get(h, fp, argc):
    """$weakGet(map, key): undefined if it is absent."""
    at = find(h, h.regs[fp + 2] & ID, h.regs[fp + 3])
    return answer(h, fp, h.slots[at + 1] if at >= 0 else UNDEFINED)


@native("$weakSet", 3)
def weak_set(h, fp, argc):
    """$weakSet(map, key, value): the key can be held weakly."""
    added = put(h, h.regs[fp + 2] & ID, h.regs[fp + 3], h.regs[fp + 4])
    return X_COLLECT if added < 0 else answer(h, fp, UNDEFINED)


@kernel
def weak_has(h, fp, argc, kind):
    """Whether the receiver, a weak collection of that kind, has the key."""
    cell = receiver(h, fp, kind)
    if cell < 0:
        return X_SLOW
    key = argument(h, fp, argc, 0)
    return answer_bool(h, fp, 1 if can_be_weak(h, key) and find(h, cell, key) >= 0 else 0)


@kernel
def weak_delete(h, fp, argc, kind):
    """Delete a key of the receiver, a weak collection of that kind."""
    if receiver(h, fp, kind) < 0:
        return X_SLOW
    if can_be_weak(h, argument(h, fp, argc, 0)) == 0:
        return answer_bool(h, fp, 0)
    return answer_delete(h, fp, argc, kind)


@native("WeakMap.prototype.get", 1)
def weak_map_get(h, fp, argc):
    """WeakMap.prototype.get (section 24.3.3.3)."""
    cell = receiver(h, fp, K_WEAK_MAP)
    if cell < 0:
        return X_SLOW
    key = argument(h, fp, argc, 0)
    at = find(h, cell, key) if can_be_weak(h, key) else -1
    return answer(h, fp, h.slots[at + 1] if at >= 0 else UNDEFINED)


@native("WeakMap.prototype.set", 2)
def weak_map_set(h, fp, argc):
    """WeakMap.prototype.set (section 24.3.3.5) of a key that can be held weakly."""
    cell = receiver(h, fp, K_WEAK_MAP)
    if cell < 0 or can_be_weak(h, argument(h, fp, argc, 0)) == 0:
        return X_SLOW
    if put(h, cell, argument(h, fp, argc, 0), argument(h, fp, argc, 1)) < 0:
        return X_COLLECT
    return answer(h, fp, h.regs[fp + 1])


@native("WeakMap.prototype.has", 1)
def weak_map_has(h, fp, argc):
    """WeakMap.prototype.has (section 24.3.3.4)."""
    return weak_has(h, fp, argc, K_WEAK_MAP)


@native("WeakMap.prototype.delete", 1)
def weak_map_delete(h, fp, argc):
    """WeakMap.prototype.delete (section 24.3.3.2)."""
    return weak_delete(h, fp, argc, K_WEAK_MAP)


@native("WeakSet.prototype.add", 1)
def weak_set_add(h, fp, argc):
    """WeakSet.prototype.add (section 24.4.3.1) of a value that can be held weakly."""
    cell = receiver(h, fp, K_WEAK_SET)
    if cell < 0 or can_be_weak(h, argument(h, fp, argc, 0)) == 0:
        return X_SLOW
    return X_COLLECT if put(h, cell, h.regs[fp + 2], UNDEFINED) < 0 else answer(h, fp, h.regs[fp + 1])


@native("WeakSet.prototype.has", 1)
def weak_set_has(h, fp, argc):
    """WeakSet.prototype.has (section 24.4.3.4)."""
    return weak_has(h, fp, argc, K_WEAK_SET)


@native("WeakSet.prototype.delete", 1)
def weak_set_delete(h, fp, argc):
    """WeakSet.prototype.delete (section 24.4.3.3)."""
    return weak_delete(h, fp, argc, K_WEAK_SET)


# References


@kernel
def keep_target(h, target):
    """AddToKeptObjects (section 9.12): the target lives on until the code that runs now is done. 0: collect first."""
    return 0 if put(h, h.roots[R_KEPT] & ID, target, UNDEFINED) < 0 else 1


@native("$newWeakRef", 2)
def make_weak_ref(h, fp, argc):
    """$newWeakRef(prototype, target)"""
    target = h.regs[fp + 3]
    if keep_target(h, target) == 0 or reserve(h, 1, 1) == 0:
        return X_COLLECT
    cell = new_kind(h, K_WEAK_REF, root_shape_of(h, h.regs[fp + 2] & ID), 0)
    h.link[cell] = target & ID
    return answer_object(h, fp, cell)


@native("WeakRef.prototype.deref", 0)
def weak_ref_deref(h, fp, argc):
    """WeakRef.prototype.deref (section 26.1.3.2)."""
    cell = receiver(h, fp, K_WEAK_REF)
    if cell < 0:
        return X_SLOW
    found = h.link[cell]
    if found == 0:
        return answer(h, fp, UNDEFINED)
    target = (SYMBOL if h.meta[found] & KIND == K_SYMBOL else OBJECT) | found
    return answer(h, fp, target) if keep_target(h, target) else X_COLLECT


# Registries


@native("$takeDead", 1)
def take_dead(h, fp, argc):
    """$takeDead(registry): the value of an entry whose key died, which is no more in the table; undefined for none."""
    table = table_of(h, h.regs[fp + 2] & ID)
    entry = table_find(h, table, TRUE)
    if entry < 0:
        return answer(h, fp, UNDEFINED)
    value = h.slots[entry_at(h, table, entry) + 1]
    table_remove(h, table, entry)
    return answer(h, fp, value)


@native("$nextFinalizer", 0)
def next_finalizer(h, fp, argc):
    """$nextFinalizer(): the first registry with an entry whose key died; undefined if there is none."""
    while h.state[S_FINALIZE_FIRST] != 0:
        registry = h.state[S_FINALIZE_FIRST]
        holder = h.link[registry & ID]
        if table_find(h, h.offset[holder], TRUE) >= 0:
            return answer(h, fp, registry)
        after = h.link[holder]
        h.length[holder] = 0
        h.link[holder] = 0
        h.state[S_FINALIZE_FIRST] = OBJECT | after if after else 0
    return answer(h, fp, UNDEFINED)
