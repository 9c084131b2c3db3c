"""Hash tables that keep insertion order: dictionaries of properties, Map and Set.

A table is a block of words in `slots` (any payload), `t` being the index of its first word:

    t+0 entries used (with deleted ones), t+1 entries alive, t+2 buckets - 1, t+3 capacity in entries,
    then the buckets (entry number + 1, 0 empty), then entries of three words: key, value,
    next entry + 1 | attributes << 32.

Bookkeeping words are small integers, which the collector reads as harmless doubles. A deleted entry has the key HOLE
and stays until the table is rebuilt, so iterators that remember an entry number stay right. Keys are compared by their
bits: names and strings are interned before, -0 is made 0, NaN has one form.
"""
from __future__ import annotations

from tsrun.heap.allocate import new_payload
from tsrun.heap.arena import kernel
from tsrun.heap.errors import CHUNK, worked
from tsrun.heap.layout import HOLE, ID, S_SLOT_TOP, TAG, UNDEFINED
from tsrun.heap.machine import bits_float, fill, lshr, trunc_sat

HEADER = 4
ENTRY = 3
SMALLEST = 8
"""Entries of a table that is not to hold what it was made for, as the time is up."""


@kernel(inline=True)
def table_words(h, capacity):
    """Words of a table for a power of two of entries."""
    return HEADER + capacity * 2 + capacity * ENTRY


@kernel
def table_init(h, t, capacity) -> None:
    """An empty table in a block of table_words(capacity) words."""
    h.slots[t] = 0
    h.slots[t + 1] = 0
    h.slots[t + 2] = capacity * 2 - 1
    h.slots[t + 3] = capacity
    fill(h.slots, t + HEADER, capacity * 2, 0)
    fill(h.slots, t + HEADER + capacity * 2, capacity * ENTRY, UNDEFINED)


@kernel
def new_table(h, owner, capacity):
    """An empty table in a new block of its owner (table_words(capacity) + 1 words reserved); its index.

    The memory of a huge one takes a while to come by. If the time is up meanwhile, the table becomes a tiny one, and
    what moves entries to it loses them: no script will see that.
    """
    t = new_payload(h, owner, table_words(h, capacity))
    if filled_in_time(h, t + HEADER, capacity * 2, 0) == 0 or \
            filled_in_time(h, t + HEADER + capacity * 2, capacity * ENTRY, UNDEFINED) == 0:
        # Nothing lies behind the block.
        words = table_words(h, SMALLEST)
        h.slots[t - 1] = owner | words << 32
        h.state[S_SLOT_TOP] = t + words
        table_init(h, t, SMALLEST)
        return t
    h.slots[t] = 0
    h.slots[t + 1] = 0
    h.slots[t + 2] = capacity * 2 - 1
    h.slots[t + 3] = capacity
    return t


@kernel
def filled_in_time(h, start, count, value):
    """Fill words, if there are many in parts; 0 when the time is up before the end."""
    while count > CHUNK:
        fill(h.slots, start, CHUNK, value)
        start += CHUNK
        count -= CHUNK
        if worked(h, CHUNK):
            return 0
    fill(h.slots, start, count, value)
    return 1


@kernel(inline=True)
def _bucket(h, t, key):
    """Index of a key's bucket. Whole numbers (or cells) in a row have buckets in a row, which spares cache misses."""
    mixed = key & 0xFFFFFFFF
    if key < TAG:
        mixed = trunc_sat(bits_float(key))
        if float(mixed) != bits_float(key):
            mixed = (key ^ lshr(key, 32)) * 0x9E3779B1
            mixed ^= mixed >> 15
    return t + HEADER + ((mixed ^ mixed >> 10 ^ mixed >> 20) & h.slots[t + 2])


@kernel(inline=True)
def entry_at(h, t, entry):
    """Index of an entry's first word."""
    return t + HEADER + h.slots[t + 2] + 1 + entry * ENTRY


@kernel
def table_find(h, t, key):
    """Number of the entry with this key, or -1."""
    link = h.slots[_bucket(h, t, key)]
    while link != 0:
        at = entry_at(h, t, link - 1)
        if h.slots[at] == key:
            return link - 1
        link = h.slots[at + 2] & 0xFFFFFFFF
    return -1


@kernel(inline=True)
def table_is_full(h, t):
    """1 if an insertion needs a larger (or cleaned) table first."""
    return 1 if h.slots[t] >= h.slots[t + 3] else 0


@kernel
def table_add(h, t, key, value, attributes):
    """Append an entry whose key is not there; the table is not full. Its number."""
    entry = h.slots[t]
    h.slots[t] = entry + 1
    h.slots[t + 1] = h.slots[t + 1] + 1
    bucket = _bucket(h, t, key)
    at = entry_at(h, t, entry)
    h.slots[at] = key
    h.slots[at + 1] = value
    h.slots[at + 2] = h.slots[bucket] | attributes << 32
    h.slots[bucket] = entry + 1
    return entry


@kernel
def table_rekey(h, t, entry, key) -> None:
    """Give an entry another key; there may be others with it."""
    at = entry_at(h, t, entry)
    value = h.slots[at + 1]
    table_remove(h, t, entry)
    bucket = _bucket(h, t, key)
    h.slots[at] = key
    h.slots[at + 1] = value
    h.slots[at + 2] = h.slots[bucket]
    h.slots[bucket] = entry + 1
    h.slots[t + 1] = h.slots[t + 1] + 1


@kernel
def table_remove(h, t, entry) -> None:
    """Delete an entry: it leaves its chain and keeps its place."""
    at = entry_at(h, t, entry)
    bucket = _bucket(h, t, h.slots[at])
    after = h.slots[at + 2] & 0xFFFFFFFF
    link = h.slots[bucket]
    if link == entry + 1:
        h.slots[bucket] = after
    else:
        while True:
            before = entry_at(h, t, link - 1)
            link = h.slots[before + 2] & 0xFFFFFFFF
            if link == entry + 1:
                h.slots[before + 2] = (h.slots[before + 2] >> 32) << 32 | after
                break
    h.slots[at] = HOLE
    h.slots[at + 1] = UNDEFINED
    h.slots[t + 1] = h.slots[t + 1] - 1


@kernel
def table_compact(h, t) -> None:
    """Close the gaps that deleted entries left, in place: entries get new numbers."""
    for i in range(h.slots[t + 2] + 1):
        h.slots[t + HEADER + i] = 0
    used = h.slots[t]
    count = 0
    for i in range(used):
        at = entry_at(h, t, i)
        key = h.slots[at]
        if key != HOLE:
            value = h.slots[at + 1]
            attributes = h.slots[at + 2] >> 32
            bucket = _bucket(h, t, key)
            to = entry_at(h, t, count)
            count += 1
            h.slots[to] = key
            h.slots[to + 1] = value
            h.slots[to + 2] = h.slots[bucket] | attributes << 32
            h.slots[bucket] = count
    for i in range(count, used):
        at = entry_at(h, t, i)
        h.slots[at] = UNDEFINED
        h.slots[at + 1] = UNDEFINED
    h.slots[t] = count


@kernel
def table_shrink(h, t, capacity) -> None:
    """Give a table without gaps a smaller capacity, in place; what its block loses becomes a block of nobody's."""
    words = table_words(h, capacity)
    header = h.slots[t - 1]
    before = t + HEADER + h.slots[t + 2] + 1
    after = t + HEADER + capacity * 2
    used = h.slots[t]
    fill(h.slots, t + HEADER, capacity * 2, 0)
    h.slots[t + 2] = capacity * 2 - 1
    h.slots[t + 3] = capacity
    for i in range(used):
        key = h.slots[before + i * ENTRY]
        value = h.slots[before + i * ENTRY + 1]
        attributes = h.slots[before + i * ENTRY + 2] >> 32
        bucket = _bucket(h, t, key)
        at = after + i * ENTRY
        h.slots[at] = key
        h.slots[at + 1] = value
        h.slots[at + 2] = h.slots[bucket] | attributes << 32
        h.slots[bucket] = i + 1
    fill(h.slots, after + used * ENTRY, (capacity - used) * ENTRY, UNDEFINED)
    h.slots[t - 1] = header & ID | words << 32
    h.slots[t + words] = (header >> 32) - words - 1 << 32


@kernel
def table_capacity_after(h, t):
    """Capacity for the table that replaces a full one: doubled unless half of it is deleted entries."""
    capacity = h.slots[t + 3]
    return capacity if h.slots[t + 1] * 2 <= capacity else capacity * 2


@kernel
def table_copy(h, source, target) -> None:
    """Append all live entries of one table to another, which has room. Some are lost when the time is up."""
    for i in range(h.slots[source]):
        at = entry_at(h, source, i)
        if h.slots[at] != HOLE:
            table_add(h, target, h.slots[at], h.slots[at + 1], h.slots[at + 2] >> 32)
        if worked(h, 4):
            return


@kernel
def table_clear(h, t) -> None:
    """Delete all entries, which keep their places for iterators; the chains become empty."""
    for i in range(h.slots[t + 2] + 1):
        h.slots[t + HEADER + i] = 0
    for i in range(h.slots[t]):
        at = entry_at(h, t, i)
        h.slots[at] = HOLE
        h.slots[at + 1] = UNDEFINED
        h.slots[at + 2] = 0
        if worked(h, 2):
            break
    h.slots[t + 1] = 0
