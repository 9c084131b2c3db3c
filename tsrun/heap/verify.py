"""The heap verifier: every invariant that can be tested by looking. For the checked build and for tests."""
from __future__ import annotations

from tsrun.heap.arena import kernel
from tsrun.heap.layout import (
    FIRST_OBJECT_KIND, F_DICTIONARY, F_ROPE, F_SPARSE, F_WEAK, ID, KIND, K_ACCESSOR, K_BIGINT, K_COROUTINE, K_ENV,
    K_FINALIZER, K_FUNCTION, K_GENERATOR, K_ITERATOR, K_MAP, K_PROMISE, K_PROXY, K_REACTION, K_SET, K_STRING,
    K_SYMBOL, K_TABLE, K_WEAK_MAP, K_WEAK_REF, LAST_KIND, S_BYTE_TOP, S_CELL_TOP, S_CONST_TOP, S_JOB_HEAD, S_JOB_TAIL,
    S_LIMIT_KIND, S_LOAD_RESULT, S_SHAPE_TOP, S_SLOT_TOP, T_BIGINT, T_CELL, T_OBJECT, T_STRING, T_SYMBOL, X_FAULT,
)
from tsrun.heap.shapes import SF_LIVE

(
    OK, BAD_REFERENCE, BAD_TAG, BAD_SHAPE, BAD_PAYLOAD, BAD_OWNER, BAD_LENGTH, BAD_ROPE, BAD_LINK, BAD_SLOTS, BAD_CONST,
    BAD_BLOCKS, BAD_JOB,
) = range(13)
FINDINGS = (
    "sound", "a reference to a free cell", "a reference with the wrong tag", "a shape that does not live",
    "a payload outside its region", "a payload of another owner", "more elements than the block holds",
    "a rope with a part that is no string", "a link to a free cell", "more properties than the block holds",
    "a constant that refers to a free cell", "blocks that do not follow each other",
    "a job that refers to a free cell",
)
"""What `verify` may find, by number."""
COROUTINE_HEADER = 4
"""Words of a coroutine's payload before its registers (vm/coroutines)."""


@kernel
def bad_value(h, value):
    """0 if a value is sound, else what is wrong."""
    tag = value >> 48
    if tag < T_STRING or tag > T_CELL:
        return OK
    cell = value & ID
    if cell == 0 and tag == T_CELL:
        return OK  # the environment outside the outermost one
    if cell == 0 or cell >= h.state[S_CELL_TOP]:
        return BAD_REFERENCE
    kind = h.meta[cell] & KIND
    if kind == 0 or kind > LAST_KIND:
        return BAD_REFERENCE
    if (tag == T_STRING and kind != K_STRING) or (tag == T_SYMBOL and kind != K_SYMBOL):
        return BAD_TAG
    if (tag == T_OBJECT and kind < FIRST_OBJECT_KIND) or (tag == T_BIGINT and kind != K_BIGINT):
        return BAD_TAG
    if tag == T_CELL and kind != K_ENV and kind != K_ACCESSOR and kind != K_TABLE:
        return OK if kind == K_COROUTINE or kind == K_REACTION else BAD_TAG
    return OK


@kernel
def bad_block(h, cell, payload, used):
    """0 if a block of slots is sound and its first `used` words are."""
    if payload < 2 or payload > h.state[S_SLOT_TOP]:
        return BAD_PAYLOAD
    header = h.slots[payload - 1]
    if header & ID != cell:
        return BAD_OWNER
    capacity = header >> 32
    if used > capacity or payload + capacity > h.state[S_SLOT_TOP]:
        return BAD_LENGTH
    for i in range(payload, payload + used):
        found = bad_value(h, h.slots[i])
        if found:
            return found
    return OK


@kernel
def bad_link(h, cell):
    """0 if a cell number is that of a cell in use, or 0."""
    if cell == 0:
        return OK
    if cell < 0 or cell >= h.state[S_CELL_TOP] or h.meta[cell] == 0:
        return BAD_LINK
    return OK


@kernel
def bad_weak(h, link, kind):
    """0 if what a weak object links to is sound: the target of a reference, or a table."""
    found = bad_link(h, link)
    if found or kind == K_WEAK_REF:
        return found
    payload = h.offset[link]
    return bad_block(h, link, payload, h.slots[payload - 1] >> 32)


@kernel
def bad_object(h, cell, meta):
    """0 if an object is sound."""
    shape = h.shape[cell]
    if shape < 1 or shape >= h.state[S_SHAPE_TOP] or h.shape_flags[shape] & SF_LIVE == 0:
        return BAD_SHAPE
    found = bad_link(h, h.shape_proto[shape])
    if found:
        return found
    payload = h.offset[cell]
    count = h.shape_count[shape]
    if payload != 0:
        used = h.slots[payload - 1] >> 32 if meta & F_DICTIONARY else count
        found = bad_block(h, cell, payload, used)
        if found:
            return found
    elif count > 0:
        return BAD_SLOTS
    payload = h.elems[cell]
    if payload != 0:
        used = h.slots[payload - 1] >> 32 if meta & F_SPARSE else h.length[cell]
        found = bad_block(h, cell, payload, used)
        if found:
            return found
    kind = meta & KIND
    if kind == K_FUNCTION or kind == K_MAP or kind == K_SET or kind == K_ITERATOR or kind == K_GENERATOR:
        return bad_link(h, h.link[cell])
    if K_WEAK_MAP <= kind <= K_FINALIZER:
        return bad_weak(h, h.link[cell], kind)
    if kind == K_PROMISE:
        return bad_block(h, cell, h.link[cell], 2)
    if kind == K_PROXY and h.link[cell] != 0:
        found = bad_link(h, h.link[cell])
        return found if found else bad_link(h, h.aux[cell])
    return OK


@kernel
def bad_coroutine(h, cell):
    """0 if a coroutine is sound. Its registers are as they were, some never written: they are not looked into."""
    found = bad_link(h, h.link[cell])
    payload = h.offset[cell]
    if found or payload == 0:
        return found
    found = bad_block(h, cell, payload, COROUTINE_HEADER)
    if found:
        return found
    return BAD_LENGTH if h.length[cell] > h.slots[payload - 1] >> 32 else OK


@kernel
def bad_cell(h, cell):
    """0 if a cell is sound, else what is wrong with it."""
    meta = h.meta[cell]
    kind = meta & KIND
    if kind > LAST_KIND:
        return BAD_TAG
    if kind >= FIRST_OBJECT_KIND:
        return bad_object(h, cell, meta)
    if kind == K_STRING:
        if meta & F_ROPE:
            left = h.link[cell]
            right = h.aux[cell]
            if bad_link(h, left) or bad_link(h, right) or left == 0 or right == 0:
                return BAD_ROPE
            if h.meta[left] & KIND != K_STRING or h.meta[right] & KIND != K_STRING:
                return BAD_ROPE
            return OK if h.length[left] + h.length[right] == h.length[cell] else BAD_LENGTH
        payload = h.offset[cell]
        if payload < 2 or payload > h.state[S_BYTE_TOP]:
            return BAD_PAYLOAD
        return OK if h.words8[payload - 1] & ID == cell else BAD_OWNER
    if kind == K_SYMBOL:
        return bad_link(h, h.link[cell])
    if kind == K_COROUTINE:
        return bad_coroutine(h, cell)
    payload = h.offset[cell]
    if kind == K_BIGINT:
        return bad_block(h, cell, payload, 0) if payload else OK
    if kind == K_TABLE and meta & F_WEAK:
        # Looked into from its owner, and swept with it. A register that was not written yet may still name a table
        # whose owner is gone, and keep it for a while: nobody reads that.
        return bad_block(h, cell, payload, 0)
    return bad_block(h, cell, payload, h.slots[payload - 1] >> 32)


@kernel
def bad_blocks(h):
    """0 if the blocks of both payload regions follow each other up to the tops."""
    at = 1
    while at < h.state[S_SLOT_TOP]:
        at += (h.slots[at] >> 32) + 1
    if at != h.state[S_SLOT_TOP]:
        return BAD_BLOCKS
    at = 1
    while at < h.state[S_BYTE_TOP]:
        at += (h.words8[at] >> 32) + 1
    return OK if at == h.state[S_BYTE_TOP] else BAD_BLOCKS


@kernel
def verify(h):
    """0 if the heap is sound. Else X_FAULT, what is wrong (FINDINGS) in state LIMIT_KIND, the cell in LOAD_RESULT."""
    found = bad_blocks(h)
    cell = 1
    while found == 0 and cell < h.state[S_CELL_TOP]:
        if h.meta[cell] != 0:
            found = bad_cell(h, cell)
        cell += 1
    at = 0
    while found == 0 and at < h.state[S_CONST_TOP]:
        if bad_value(h, h.consts[at]):
            found = BAD_CONST
        at += 1
    at = h.state[S_JOB_HEAD]
    while found == 0 and at < h.state[S_JOB_TAIL]:
        if bad_value(h, h.jobs[at]):
            found = BAD_JOB
        at += 1
    if found == 0:
        return 0
    h.state[S_LIMIT_KIND] = found
    h.state[S_LOAD_RESULT] = cell - 1
    return X_FAULT
