"""Proxies: the cell. What a proxy does stands in the prelude, which the VM asks wherever it meets one."""
from __future__ import annotations

from tsrun.heap.allocate import new_cell, new_payload, reserve
from tsrun.heap.layout import (
    F_CALLABLE, F_CONSTRUCTOR, F_DICTIONARY, ID, K_PROXY, KIND, N_PROTOTYPE, NULL, OBJECT, UNDEFINED, X_COLLECT,
)
from tsrun.heap.objects import change_room, own_place, remove_property
from tsrun.heap.shapes import dictionary_shape_of
from tsrun.heap.tables import table_init, table_words
from tsrun.heap.values import is_callable, is_proxy
from tsrun.library.arguments import answer, answer_bool, answer_object
from tsrun.vm.functions import materialize
from tsrun.vm.tables import native

PRIVATE_NAMES = 4
"""Entries of a proxy's own table, which holds nothing but private names."""


@native("$newProxy", 2)
def new_proxy(h, fp, argc):
    """$newProxy(target, handler): both are objects."""
    target = h.regs[fp + 2]
    words = table_words(h, PRIVATE_NAMES)
    if reserve(h, 1, words + 1) == 0:
        return X_COLLECT
    meta = K_PROXY | F_DICTIONARY
    if is_callable(h, target):
        meta |= F_CALLABLE | h.meta[target & ID] & F_CONSTRUCTOR
    cell = new_cell(h, meta)
    h.shape[cell] = dictionary_shape_of(h, 0)
    h.elems[cell] = 0
    h.length[cell] = 0
    h.link[cell] = target & ID
    h.aux[cell] = h.regs[fp + 3] & ID
    table = new_payload(h, cell, words)
    table_init(h, table, PRIVATE_NAMES)
    h.offset[cell] = table
    return answer_object(h, fp, cell)


@native("$isProxy", 1)
def is_proxy_value(h, fp, argc):
    """$isProxy(value)"""
    return answer_bool(h, fp, is_proxy(h, h.regs[fp + 2]))


@native("$proxyTarget", 1)
def proxy_target(h, fp, argc):
    """$proxyTarget(proxy): null once it is revoked."""
    cell = h.link[h.regs[fp + 2] & ID]
    return answer(h, fp, OBJECT | cell if cell != 0 else NULL)


@native("$proxyHandler", 1)
def proxy_handler(h, fp, argc):
    """$proxyHandler(proxy): null once it is revoked."""
    cell = h.aux[h.regs[fp + 2] & ID]
    return answer(h, fp, OBJECT | cell if cell != 0 else NULL)


@native("$revoke", 1)
def revoke(h, fp, argc):
    """$revoke(proxy)"""
    cell = h.regs[fp + 2] & ID
    h.link[cell] = 0
    h.aux[cell] = 0
    return answer(h, fp, UNDEFINED)


@native("$behindProxies", 1)
def behind_proxies(h, fp, argc):
    """$behindProxies(object): the object that is no proxy; null if one on the way is revoked."""
    cell = h.regs[fp + 2] & ID
    while cell != 0 and h.meta[cell] & KIND == K_PROXY:
        cell = h.link[cell]
    return answer(h, fp, OBJECT | cell if cell != 0 else NULL)


@native("$dropPrototype", 1)
def drop_prototype(h, fp, argc):
    """$dropPrototype(f): take the property `prototype` from a constructor that has none."""
    function = h.regs[fp + 2] & ID
    if materialize(h, function) == 0 or reserve(h, 0, change_room(h, function)) == 0:
        return X_COLLECT
    if own_place(h, function, N_PROTOTYPE) >= 0:
        remove_property(h, function, N_PROTOTYPE)
    return answer(h, fp, UNDEFINED)
