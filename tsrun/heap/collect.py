"""The collector: mark with an explicit stack, sweep cells by bitmap, slide payloads together.

It runs between two instructions only (vm/loop), so every live value is in a register window, a frame, the heap, the
handle table or one of the VM's own tables. Marking follows the kinds of cells; `mark_bits` then holds the live cells,
and what is not marked is free. Payload blocks name their owner, so sliding them down is one pass over the part of the
region that changed: below DENSE the blocks were packed before and are left alone until enough of them is garbage.
Caches of sites and the global lookup cache are weak: they are cleared when a shape dies.
"""
from __future__ import annotations

from tsrun.heap.allocate import SPARE_CELLS, find_run
from tsrun.heap.arena import kernel
from tsrun.heap.census import note_census, take_census
from tsrun.heap.compact import compact_slots, compact_text, keep_block, keep_text
from tsrun.heap.counters import (
    PH_BYTES, PH_CELLS, PH_REGISTERS, PH_ROOTS, PH_SHAPES, PH_SLOTS, PH_STRINGS, PH_TABLES, begin_phases, end_phase,
)
from tsrun.heap.extents import CELL_BYTES
from tsrun.heap.layout import (
    FIRST_FREE_CELL, FIRST_OBJECT_KIND, F_DICTIONARY, F_ROPE, F_SPARSE, F_WEAK, KIND, K_BIGINT, K_COROUTINE,
    K_FINALIZER, K_FUNCTION, K_GENERATOR, K_ITERATOR, K_MAP, K_PROMISE, K_PROXY, K_SET, K_STRING, K_SYMBOL, K_TABLE,
    K_WEAK_MAP, ROOTS, S_ALLOCATED_BYTES, S_ALLOCATED_CELLS, S_ALLOCATED_SLOTS, S_BYTES_BELOW, S_BYTE_LIMIT,
    S_BYTE_TOP, S_CELL_END, S_CELL_LIMIT, S_CELL_NEXT, S_CELL_TOP, S_CENSUS, S_CENSUS_CPU, S_CENSUS_NS, S_COLLECTIONS,
    S_COLLECT_NS, S_CONST_TOP, S_DENSE_BYTES, S_DENSE_SLOTS, S_DEPTH, S_ERROR_A, S_ERROR_B, S_ERROR_C, S_EVENT_TOP,
    S_FINALIZE_FIRST, S_FUEL, S_GC_BYTES, S_GC_CELLS, S_GC_GROWTH, S_GC_REASON, S_GC_SHARE, S_GC_SLOTS, S_JOB_PROMISE,
    S_GENERATOR_NEXT, S_GRANT_BYTES, S_GRANT_CELLS, S_GRANT_FUEL, S_GRANT_PC, S_GRANT_SLOTS, S_HALT_VALUE,
    S_HANDLE_TOP, S_IMPORT_TOP, S_INBOX_ROOTS, S_INTERN_MASK, S_ITERATOR_NEXT, S_ITERATOR_SELF, S_ITERATOR_VALUES,
    S_JOB_HEAD, S_JOB_LIMIT, S_JOB_TAIL, S_LITERAL_TOP, S_LIVE_BELOW, S_LIVE_BYTES, S_LIVE_CELLS, S_LIVE_SLOTS,
    S_LOAD_RESULT, S_MAX_MEMORY, S_NEED_BYTES, S_NEED_CELLS, S_NEED_JOBS, S_NEED_SLOTS, S_NEW_TARGET, S_PC,
    S_PEAK_BYTES, S_PEAK_CELLS, S_PEAK_SLOTS, S_PEAK_TOTAL, S_REALM_CONSTS, S_REALM_OPEN, S_REALM_SITES,
    S_REJECTED_FIRST, S_REJECTED_LAST, S_RUN_START, S_SHAPES_DIED, S_SHAPE_FREE, S_SHAPE_TOP, S_SITE_TOP, S_SLOT_LIMIT,
    S_SLOT_TOP, S_SPARE_SHAPES, S_SPENT_BYTES, S_SPENT_CELLS, S_SPENT_SLOTS, S_STRESS, S_SURVIVORS, S_TEXT_SURVIVORS,
    S_THROWN, S_TRANSITION_MASK, S_USED_CELLS,
)
from tsrun.heap.marking import is_marked, mark_cell, mark_value
from tsrun.heap.permanent import FIXED_SHAPES, begin_marks, is_closed
from tsrun.heap.machine import clock_ns, clz, cpu_ns, fill, popcount, prefetch
from tsrun.heap.shapes import LOOKUP_SIZE, NULL_ROOT, SF_LIVE, SF_MARKED, rebuild_transitions, shapes_are_left
from tsrun.heap.strings import rebuild_intern
from tsrun.heap.weak import forget_handled, forget_waiting, reach_waiting, scan_weak, sweep_weak, trace_weak

MIN_JOBS = 4096
"""Least budget of words of `jobs`."""
FAR, NEAR = 16, 8
"""Places below the top of the stack of cells to be traced at which `drain` asks for columns, and for payload."""
EVENT = 8
MAX_EVENTS = 1 << 16
ROOT_COUNT = len(ROOTS)
SITE_ENTRIES = 4


@kernel
def mark_words(h, top, start, count):
    """Mark what a range of slots refers to."""
    for i in range(start, start + count):
        top = mark_value(h, top, h.slots[i])
    return top


@kernel
def mark_shape(h, top, shape):
    """Mark a shape and those before it, with their keys and prototypes."""
    while shape != 0 and h.shape_flags[shape] & SF_MARKED == 0:
        h.shape_flags[shape] = h.shape_flags[shape] | SF_MARKED
        if h.shape_key[shape] != 0:
            top = mark_cell(h, top, h.shape_key[shape])
        if h.shape_proto[shape] != 0:
            top = mark_cell(h, top, h.shape_proto[shape])
        shape = h.shape_parent[shape]
    return top


@kernel
def trace_object(h, top, cell, meta):
    """Mark what an object refers to."""
    shape = h.shape[cell]
    top = mark_shape(h, top, shape)
    payload = h.offset[cell]
    if payload != 0:
        keep_block(h, payload)
        count = h.slots[payload - 1] >> 32 if meta & F_DICTIONARY else h.shape_count[shape]
        top = mark_words(h, top, payload, count)
    payload = h.elems[cell]
    if payload != 0:
        keep_block(h, payload)
        capacity = h.slots[payload - 1] >> 32
        count = h.length[cell]
        if meta & F_SPARSE or count > capacity:
            count = capacity
        top = mark_words(h, top, payload, count)
    kind = meta & KIND
    if kind == K_FUNCTION or kind == K_MAP or kind == K_SET or kind == K_ITERATOR or kind == K_GENERATOR:
        if h.link[cell] != 0:
            top = mark_cell(h, top, h.link[cell])
    elif kind == K_PROMISE:
        keep_block(h, h.link[cell])
        top = mark_words(h, top, h.link[cell], 2)
    elif K_WEAK_MAP <= kind <= K_FINALIZER:
        top = trace_weak(h, top, cell, kind)
    elif kind == K_PROXY and h.link[cell] != 0:
        top = mark_cell(h, top, h.link[cell])
        top = mark_cell(h, top, h.aux[cell])
    return top


@kernel
def trace_coroutine(h, top, cell):
    """Mark what a coroutine refers to: its environment, and of its payload the words in use."""
    if h.link[cell] != 0:
        top = mark_cell(h, top, h.link[cell])
    payload = h.offset[cell]
    if payload != 0:
        keep_block(h, payload)
        top = mark_words(h, top, payload, h.length[cell])
    return top


@kernel
def trace_cell(h, top, cell):
    """Mark what a cell refers to, by its kind."""
    meta = h.meta[cell]
    kind = meta & KIND
    if kind >= FIRST_OBJECT_KIND:
        return trace_object(h, top, cell, meta)
    if kind == K_STRING:
        if meta & F_ROPE:
            top = mark_cell(h, top, h.link[cell])
            return mark_cell(h, top, h.aux[cell])
        keep_text(h, h.offset[cell])
        return top
    if kind == K_SYMBOL:
        return mark_cell(h, top, h.link[cell]) if h.link[cell] != 0 else top
    payload = h.offset[cell]
    if kind == K_COROUTINE:
        return trace_coroutine(h, top, cell)
    if payload != 0:
        keep_block(h, payload)
        if kind == K_TABLE and meta & F_WEAK:
            return mark_cell(h, top, h.link[cell]) if h.link[cell] != 0 else top
        if kind != K_BIGINT:
            top = mark_words(h, top, payload, h.slots[payload - 1] >> 32)
    return top


@kernel
def drain(h, top) -> None:
    """Trace everything on the stack.

    Memory is slow, and what is on the stack is known: of a cell that will be traced soon the columns are asked for, and
    a little later its payload.
    """
    while top > 0:
        if top > FAR:
            cell = h.mark_stack[top - FAR]
            prefetch(h.meta, cell)
            prefetch(h.shape, cell)
            prefetch(h.offset, cell)
            prefetch(h.elems, cell)
            prefetch(h.slots, h.offset[h.mark_stack[top - NEAR]])
        top -= 1
        top = trace_cell(h, top, h.mark_stack[top])


@kernel
def mark_ephemerons(h) -> None:
    """Mark the values of weak maps whose keys live, until there is nothing left to find."""
    top = scan_weak(h, 0)
    while top > 0:
        while top > 0:
            top -= 1
            cell = h.mark_stack[top]
            top = reach_waiting(h, trace_cell(h, top, cell), cell)
        top = scan_weak(h, 0)
    forget_waiting(h)


@kernel
def mark_weak(h) -> None:
    """Mark what weak maps hold; forget what died in weak objects."""
    mark_ephemerons(h)
    sweep_weak(h)


@kernel
def mark_registers(h, live_top) -> None:
    """Mark from the register windows, and forget what earlier calls left above them."""
    top = 0
    for i in range(live_top):
        top = mark_value(h, top, h.regs[i])
    drain(h, top)
    top = 0
    for i in range(3, h.state[S_DEPTH], 4):
        top = mark_value(h, top, h.frames[i])
    drain(h, top)


@kernel
def mark_realm(h) -> None:
    """Mark what the permanent cells have come to refer to."""
    for i in range(h.state[S_REALM_OPEN]):
        cell = h.realm_open[i]
        if is_closed(h, cell) == 0:
            drain(h, trace_cell(h, 0, cell))


@kernel
def mark_roots(h) -> None:
    """Mark from the VM's own tables."""
    mark_realm(h)
    top = 0
    for cell in range(1, FIRST_FREE_CELL):
        top = mark_cell(h, top, cell)
    for i in range(ROOT_COUNT):
        top = mark_value(h, top, h.roots[i])
    for i in range(h.state[S_HANDLE_TOP]):
        top = mark_value(h, top, h.handles[i])
    for i in range(h.state[S_INBOX_ROOTS]):
        top = mark_value(h, top, h.inbox[i])
    for i in range(h.state[S_REALM_CONSTS], h.state[S_CONST_TOP]):
        top = mark_value(h, top, h.consts[i])
    top = mark_value(h, top, h.state[S_THROWN])
    top = mark_value(h, top, h.state[S_HALT_VALUE])
    top = mark_value(h, top, h.state[S_ERROR_A])
    top = mark_value(h, top, h.state[S_ERROR_B])
    top = mark_value(h, top, h.state[S_ERROR_C])
    top = mark_value(h, top, h.state[S_NEW_TARGET])
    top = mark_value(h, top, h.state[S_LOAD_RESULT])
    top = mark_value(h, top, h.state[S_ITERATOR_VALUES])
    top = mark_value(h, top, h.state[S_ITERATOR_NEXT])
    top = mark_value(h, top, h.state[S_REJECTED_FIRST])
    top = mark_value(h, top, h.state[S_REJECTED_LAST])
    top = mark_value(h, top, h.state[S_FINALIZE_FIRST])
    top = mark_value(h, top, h.state[S_JOB_PROMISE])
    top = mark_value(h, top, h.state[S_GENERATOR_NEXT])
    top = mark_value(h, top, h.state[S_ITERATOR_SELF])
    for shape in range(1, FIXED_SHAPES):
        top = mark_shape(h, top, shape)
    drain(h, top)
    mark_tables(h)


@kernel
def mark_tables(h) -> None:
    """Mark from sites, literals and imports. The keys of the realm's own sites are constants: none is private."""
    top = 0
    for i in range(h.state[S_REALM_SITES], h.state[S_SITE_TOP]):
        if h.site_key[i] > 0:
            top = mark_cell(h, top, h.site_key[i])
    for i in range(h.state[S_LITERAL_TOP]):
        made = h.literal[i * 4 + 3]
        if made != 0:
            top = mark_shape(h, top, made) if h.literal[i * 4] == 0 else mark_cell(h, top, made)
    for i in range(h.state[S_IMPORT_TOP]):
        if h.import_env[i] != 0:
            top = mark_cell(h, top, h.import_env[i])
    drain(h, top)
    top = 0
    for i in range(h.state[S_JOB_HEAD], h.state[S_JOB_TAIL]):
        top = mark_value(h, top, h.jobs[i])
    drain(h, top)


@kernel
def sweep_shapes(h) -> None:
    """Free the shapes that nothing uses, and clear the caches that may name them."""
    died = 0
    for shape in range(NULL_ROOT, h.state[S_SHAPE_TOP]):
        flags = h.shape_flags[shape]
        if flags & SF_MARKED:
            h.shape_flags[shape] = flags & ~SF_MARKED
        elif flags & SF_LIVE:
            died += 1
            proto = h.shape_proto[shape]
            if h.shape_parent[shape] == 0 and proto != 0 and h.root_shape[proto] == shape:
                h.root_shape[proto] = 0
            h.shape_flags[shape] = 0
            h.shape_count[shape] = 0
            h.shape_parent[shape] = h.state[S_SHAPE_FREE]
            h.state[S_SHAPE_FREE] = shape
            h.state[S_SPARE_SHAPES] = h.state[S_SPARE_SHAPES] + 1
    if died > 0:
        h.state[S_SHAPES_DIED] = h.state[S_SHAPES_DIED] + died
        rebuild_transitions(h, h.state[S_TRANSITION_MASK])
        fill(h.lookup_shape, 0, LOOKUP_SIZE, 0)
        for i in range(h.state[S_SITE_TOP] * SITE_ENTRIES):
            shape = h.site_shape[i]
            if shape > 0 and h.shape_flags[shape] == 0:
                h.site_shape[i] = 0
                h.site_slot[i] = 0
            elif shape > 0 and h.site_slot[i] < 0 and h.site_holder[i] != 0 and dead_target(h, h.site_holder[i]):
                h.site_shape[i] = 0
                h.site_slot[i] = 0


@kernel
def dead_target(h, holder):
    """1 if a cached holder, which may be a cell or the shape after a transition, may be dead as either."""
    if holder < h.state[S_SHAPE_TOP] and h.shape_flags[holder] == 0:
        return 1
    return 0 if is_marked(h, holder) else 1


@kernel
def sweep_strings(h):
    """Drop interned strings that died from their table."""
    dropped = 0
    for i in range(h.state[S_INTERN_MASK] + 1):
        cell = h.intern[i]
        if cell > 0 and is_marked(h, cell) == 0:
            h.intern[i] = -1
            dropped += 1
    return dropped


@kernel
def sweep_cells(h):
    """Free what is not marked: kind and root shape become 0. The number of live cells."""
    live = 0
    last = 0
    top = h.state[S_CELL_TOP]
    for word in range((top >> 6) + 1):
        bits = h.mark_bits[word]
        if bits == 0:
            fill(h.meta, word << 6, 64, 0)
            fill(h.root_shape, word << 6, 64, 0)
            continue
        live += popcount(bits)
        last = (word << 6) + 64 - clz(bits)
        if bits != -1:
            for i in range(64):  # without a branch: survivors among the dead are nothing to predict
                keep = -(bits >> i & 1)
                h.meta[(word << 6) + i] = h.meta[(word << 6) + i] & keep
                h.root_shape[(word << 6) + i] = h.root_shape[(word << 6) + i] & keep
    h.state[S_CELL_TOP] = last
    return live


@kernel
def settle_statistics(h):
    """Bring the counts of what was allocated and the peaks up to now."""
    next_ = h.state[S_CELL_NEXT]
    h.state[S_ALLOCATED_CELLS] = h.state[S_ALLOCATED_CELLS] + next_ - h.state[S_RUN_START]
    h.state[S_RUN_START] = next_
    cells = h.state[S_LIVE_CELLS] + h.state[S_ALLOCATED_CELLS] - h.state[S_USED_CELLS]
    slots = h.state[S_SLOT_TOP]
    bytes_ = h.state[S_BYTE_TOP]
    if cells > h.state[S_PEAK_CELLS]:
        h.state[S_PEAK_CELLS] = cells
    if slots > h.state[S_PEAK_SLOTS]:
        h.state[S_PEAK_SLOTS] = slots
    if bytes_ > h.state[S_PEAK_BYTES]:
        h.state[S_PEAK_BYTES] = bytes_
    total = cells * CELL_BYTES + (slots + bytes_) * 8
    if total > h.state[S_PEAK_TOTAL]:
        h.state[S_PEAK_TOTAL] = total
    return cells


@kernel
def collect(h, live_top) -> None:
    """Collect all garbage; registers below `live_top` are live. Limits for the next allocations are set by `grant`."""
    start = clock_ns()
    if h.state[S_CENSUS]:
        h.state[S_CENSUS_CPU] = cpu_ns()
    cells = settle_statistics(h)
    slots = h.state[S_SLOT_TOP]
    bytes_ = h.state[S_BYTE_TOP]
    h.state[S_SPENT_CELLS] = cells - h.state[S_LIVE_CELLS]
    h.state[S_SPENT_SLOTS] = slots - h.state[S_LIVE_SLOTS]
    h.state[S_SPENT_BYTES] = bytes_ - h.state[S_LIVE_BYTES]
    h.state[S_ALLOCATED_SLOTS] = h.state[S_ALLOCATED_SLOTS] + slots - h.state[S_LIVE_SLOTS]
    h.state[S_ALLOCATED_BYTES] = h.state[S_ALLOCATED_BYTES] + bytes_ - h.state[S_LIVE_BYTES]
    fill(h.mark_bits, 0, (h.state[S_CELL_TOP] >> 6) + 1, 0)
    h.state[S_LIVE_BELOW] = 0
    h.state[S_BYTES_BELOW] = 0
    begin_marks(h)
    h.state[S_SURVIVORS] = 0
    h.state[S_TEXT_SURVIVORS] = 0
    begin_phases(h, start)
    forget_handled(h)
    mark_registers(h, live_top)
    end_phase(h, PH_REGISTERS)
    mark_roots(h)
    mark_weak(h)
    end_phase(h, PH_ROOTS)
    sweep_shapes(h)
    end_phase(h, PH_SHAPES)
    dropped = sweep_strings(h)
    end_phase(h, PH_STRINGS)
    if h.state[S_CENSUS]:
        take_census(h)
        begin_phases(h, clock_ns())
    live = sweep_cells(h)
    end_phase(h, PH_CELLS)
    compact_slots(h)
    end_phase(h, PH_SLOTS)
    compact_text(h)
    end_phase(h, PH_BYTES)
    if dropped * 4 > h.state[S_INTERN_MASK]:
        rebuild_intern(h, h.state[S_INTERN_MASK])
    end_phase(h, PH_TABLES)
    h.state[S_DENSE_SLOTS] = h.state[S_SLOT_TOP]
    h.state[S_DENSE_BYTES] = h.state[S_BYTE_TOP]
    h.state[S_LIVE_CELLS] = live
    h.state[S_USED_CELLS] = h.state[S_ALLOCATED_CELLS]
    h.state[S_LIVE_SLOTS] = h.state[S_SLOT_TOP]
    h.state[S_LIVE_BYTES] = h.state[S_BYTE_TOP]
    h.state[S_CELL_NEXT] = 1
    h.state[S_RUN_START] = 1
    h.state[S_CELL_END] = 1
    took = clock_ns() - start - h.state[S_CENSUS_NS]
    h.state[S_COLLECTIONS] = h.state[S_COLLECTIONS] + 1
    h.state[S_COLLECT_NS] = h.state[S_COLLECT_NS] + took
    record(h, start, took, cells, slots, bytes_)
    if h.state[S_CENSUS]:
        note_census(h, start, took, cells, slots, bytes_)


@kernel
def record(h, start, took, cells, slots, bytes_) -> None:
    """Keep what a collection did: when, how long, why, cells, slots and bytes (before << 32 | after), pc, total."""
    event = h.state[S_EVENT_TOP]
    if event < MAX_EVENTS:
        at = event * EVENT
        h.events[at] = start
        h.events[at + 1] = took
        h.events[at + 2] = h.state[S_GC_REASON]
        h.events[at + 3] = cells << 32 | h.state[S_LIVE_CELLS]
        h.events[at + 4] = slots << 32 | h.state[S_SLOT_TOP]
        h.events[at + 5] = bytes_ << 32 | h.state[S_BYTE_TOP]
        h.events[at + 6] = h.state[S_PC]
        h.events[at + 7] = h.state[S_ALLOCATED_CELLS]
        h.state[S_EVENT_TOP] = event + 1


@kernel
def grant(h):
    """After a collection: set the limits up to which allocation may go. 0 if the memory limit forbids what is needed.

    An instruction that reserves several times is granted all of it: needs at the same pc add up. Between two runs of an
    instruction lies a jump or a call, which takes fuel: so what an earlier run of it needed does not count.
    """
    if h.state[S_GRANT_PC] != h.state[S_PC] or h.state[S_GRANT_FUEL] != h.state[S_FUEL]:
        h.state[S_GRANT_PC] = h.state[S_PC]
        h.state[S_GRANT_FUEL] = h.state[S_FUEL]
        h.state[S_GRANT_CELLS] = 0
        h.state[S_GRANT_SLOTS] = 0
        h.state[S_GRANT_BYTES] = 0
    cells = h.state[S_GRANT_CELLS] + h.state[S_NEED_CELLS]
    slots = h.state[S_GRANT_SLOTS] + h.state[S_NEED_SLOTS]
    bytes_ = h.state[S_GRANT_BYTES] + h.state[S_NEED_BYTES]
    h.state[S_GRANT_CELLS] = cells
    h.state[S_GRANT_SLOTS] = slots
    h.state[S_GRANT_BYTES] = bytes_
    live = h.state[S_LIVE_CELLS]
    top_slots = h.state[S_SLOT_TOP]
    top_bytes = h.state[S_BYTE_TOP]
    queued = h.state[S_JOB_TAIL] - h.state[S_JOB_HEAD]
    jobs = h.state[S_NEED_JOBS]
    h.state[S_NEED_JOBS] = 0
    used = live * CELL_BYTES + (top_slots + top_bytes + queued) * 8
    free = h.state[S_MAX_MEMORY] - used
    if cells > 1 << 31 or slots > 1 << 33 or bytes_ > 1 << 33:
        return 0
    free -= cells * CELL_BYTES + (slots + bytes_ + jobs) * 8
    if free < 0:
        return 0
    if h.state[S_STRESS] == 0:
        most = free // 100 * h.state[S_GC_SHARE]
        cells = budget(h, cells, least_budget(h, S_GC_CELLS, CELL_BYTES), live, most // CELL_BYTES)
        slots = budget(h, slots, least_budget(h, S_GC_SLOTS, 8), top_slots, most // 8)
        bytes_ = budget(h, bytes_, least_budget(h, S_GC_BYTES, 8), top_bytes, most // 8)
    elif free > (cells * CELL_BYTES + (slots + bytes_) * 8) * h.state[S_STRESS]:
        cells *= h.state[S_STRESS]
        slots *= h.state[S_STRESS]
        bytes_ *= h.state[S_STRESS]
    # Also where collections are forced: an instruction that asks for cells now had room for its jobs before.
    jobs = budget(h, jobs, MIN_JOBS, queued, free // 100 * h.state[S_GC_SHARE] // 8)
    least = h.state[S_CELL_TOP] + h.state[S_GRANT_CELLS]
    if least > h.state[S_MAX_MEMORY] // CELL_BYTES + SPARE_CELLS or shapes_are_left(h) == 0:
        return 0
    h.state[S_SLOT_LIMIT] = top_slots + slots
    h.state[S_BYTE_LIMIT] = top_bytes + bytes_
    h.state[S_JOB_LIMIT] = queued + jobs
    limit = live + cells
    h.state[S_CELL_LIMIT] = limit if limit > least else least
    find_run(h, h.state[S_GRANT_CELLS])
    if h.state[S_STRESS] and h.state[S_CELL_NEXT] + cells < h.state[S_CELL_END]:
        h.state[S_CELL_END] = h.state[S_CELL_NEXT] + cells
    return 1


@kernel
def least_budget(h, which, size):
    """The trigger's budget of cells, slots or text (state word `which`, units of `size` bytes).

    The trigger is shared out by what was allocated since the last collection, so that a script that goes on in the same
    way uses up all three at about the same time; a tenth each is left for one that does not.
    """
    spent = CELL_BYTES * h.state[S_SPENT_CELLS] + 8 * (h.state[S_SPENT_SLOTS] + h.state[S_SPENT_BYTES])
    trigger = CELL_BYTES * h.state[S_GC_CELLS] + 8 * (h.state[S_GC_SLOTS] + h.state[S_GC_BYTES])
    if spent * 4 < trigger:
        return h.state[which]
    part = 1000 * size * h.state[which - S_GC_CELLS + S_SPENT_CELLS] // spent
    return trigger * (1000 + 7 * part) // (10000 * size)


@kernel
def budget(h, need, least, live, most):
    """What may be allocated until the next collection: what is needed, and a part of what lives, not less than `least`,
    but at most a share of what is free besides.
    """
    amount = live * h.state[S_GC_GROWTH] // 100
    if amount < least:
        amount = least
    if amount > most:
        amount = most
    return need + amount

