"""The declarative record of the global environment (section 9.1.1.4): let, const and class of scripts that other code
of the realm can see. A table from the name to the script's environment; the attributes are the slot there.
"""
from __future__ import annotations

from tsrun.heap.allocate import new_cell, new_payload, reserve
from tsrun.heap.arena import kernel
from tsrun.heap.errors import throw_kind
from tsrun.heap.layout import (
    CELL, E_CONST_ASSIGN, E_UNINITIALISED, ID, K_TABLE, R_LEXICALS, S_PROTO_EPOCH, UNDEFINED, UNINIT, X_COLLECT,
)
from tsrun.heap.tables import (
    entry_at, table_add, table_capacity_after, table_copy, table_find, table_init, table_is_full, table_words,
)
from tsrun.heap.values import boxed_key
from tsrun.vm.tables import op

CONSTANT = 1 << 15
"""Beside a slot: of a const."""
FIRST_CAPACITY = 8


@kernel
def lexical_at(h, key):
    """Where in slots the entry of a name is; 0 if no script declared it."""
    holder = h.roots[R_LEXICALS]
    if holder == UNDEFINED:
        return 0
    table = h.offset[holder & ID]
    entry = table_find(h, table, boxed_key(h, key))
    return entry_at(h, table, entry) if entry >= 0 else 0


@kernel
def lexical_place(h, at):
    """Index in slots of the variable of an entry."""
    return h.offset[h.slots[at + 1] & ID] + (h.slots[at + 2] >> 32 & ~CONSTANT)


@kernel
def get_lexical(h, pc, fp, a, at):
    """r[a] = the variable of an entry; throws in its dead zone."""
    value = h.slots[lexical_place(h, at)]
    if value == UNINIT:
        return throw_kind(h, E_UNINITIALISED, h.slots[at], UNDEFINED)
    h.regs[fp + a] = value
    return pc


@kernel
def set_lexical(h, pc, at, value):
    """The variable of an entry = value."""
    place = lexical_place(h, at)
    if h.slots[place] == UNINIT:
        return throw_kind(h, E_UNINITIALISED, h.slots[at], UNDEFINED)
    if h.slots[at + 2] >> 32 & CONSTANT:
        return throw_kind(h, E_CONST_ASSIGN, h.slots[at], UNDEFINED)
    h.slots[place] = value
    return pc


@op("src", "slot", "site")
def declare_lexical(h, pc, fp, a, b, c):
    """Show the variable in slot b & 32767 of the environment r[a] (a const with bit 15 of b) to all code under the name
    of site c.
    """
    holder = h.roots[R_LEXICALS]
    capacity = FIRST_CAPACITY
    if holder != UNDEFINED:
        capacity = table_capacity_after(h, h.offset[holder & ID])
    if reserve(h, 1, table_words(h, capacity) + 1) == 0:
        return X_COLLECT
    if holder == UNDEFINED:
        holder = CELL | new_cell(h, K_TABLE)
        h.offset[holder & ID] = new_payload(h, holder & ID, table_words(h, capacity))
        table_init(h, h.offset[holder & ID], capacity)
        h.roots[R_LEXICALS] = holder
    elif table_is_full(h, h.offset[holder & ID]):
        larger = new_payload(h, holder & ID, table_words(h, capacity))
        table_init(h, larger, capacity)
        table_copy(h, h.offset[holder & ID], larger)
        h.offset[holder & ID] = larger
    table_add(h, h.offset[holder & ID], boxed_key(h, h.site_key[c]), h.regs[fp + a], b)
    # Sites that remember a property of the global object have to look again.
    h.state[S_PROTO_EPOCH] = h.state[S_PROTO_EPOCH] + 1
    return pc
