"""What the counting kernels (profiling and dev) note about a run: events by the place in the script that caused them.

`notes` is a hash table from (place, what) to a number of events and an amount, 4 words an entry. A place is the pc of
the innermost instruction of the script's own, so what the library does is noted where the script called it. Nothing of
this is in the release kernel: every use stands behind `if h.counting[0]`, which is a constant of the build.
"""
from __future__ import annotations

from tsrun.heap import arena
from tsrun.heap.arena import constant, kernel, region
from tsrun.heap.layout import KIND, S_DEPTH
from tsrun.heap.machine import clock_ns, ticks

PROFILE_WORDS = 64
(
    P_NOW, P_LIBRARY, P_NOTES, P_NOTES_LOST, P_TIMED_LEFT, P_RANDOM, P_PHASE_START,
    P_SAMPLE, P_PERIOD, P_GAP, P_SAMPLES, P_LOST, P_LAST, P_HOST, P_SLICE, P_ARMED, P_ARMED_END,
    P_STOP, P_SAVED, P_TICKS, P_CLOCK, P_TICKS_COST, P_STACK, P_TAKEN, P_PAUSED, P_WAITING,
) = range(26)
"""Words of `profile`: the instruction under way (pc + 1; 0: none), first pc that is not the library's, entries in use
in `notes`, events that found no entry; instructions until the next one that is timed, state of the random gaps between
them; when the collector's phase began. Of vm/sample: what samples are taken by (0: none), how often, the gap to the
next one; words in use in `samples`, samples lost; when the last one was taken, when the host function under way was
called (0: none), when Python looked in last; the code that is armed; 1:
the thread that arms is to end; instructions that `code_backup` has. What `calibrate` finds:
both clocks now, and what reading the faster one takes. Of vm/sample again: frames in use in `sample_stack`; samples
taken so far, other records left out; since when Python has been looking in (0: it isn't); the instruction that called
the host function under way. Words from P_PHASES on: nanoseconds by phase."""
P_PHASES = 32
PHASES = (
    "marking from registers", "marking from roots", "sweeping shapes", "sweeping strings", "sweeping cells",
    "sliding slots", "sliding strings", "rebuilding tables",
)
PH_REGISTERS, PH_ROOTS, PH_SHAPES, PH_STRINGS, PH_CELLS, PH_SLOTS, PH_BYTES, PH_TABLES = range(8)

NOTE = 4
MOST_NOTES = 1 << 17
"""Entries of `notes`; a power of two."""

# What is noted. Below NOTED_EVENTS: allocation of cells of that kind, the amount being bytes with their payloads.
NOTED_EVENTS = 64
(
    CACHE_OTHER, CACHE_FIRST, CACHE_SHAPE, CACHE_FULL, CACHE_EPOCH, CACHE_DICTIONARY, CACHE_ACCESSOR, CACHE_ODD,
    NEW_SHAPE, DICTIONARY, SPARSE, FLATTENED, COPIED, ROPE, INTERNED, INTERN_FOUND, GROWN,
) = range(NOTED_EVENTS, NOTED_EVENTS + 17)
"""CACHE_: an access by name that was not a hit of the first entry. OTHER: a hit of another entry; FIRST: the site was
empty; SHAPE: not seen there before; FULL: not seen, and an entry had to go; EPOCH: some prototype changed; DICTIONARY:
of an object without a shape; ACCESSOR: a getter or setter; ODD: what is never cached. NEW_SHAPE: a shape was made.
DICTIONARY, SPARSE: an object's names or elements went into a hash table. FLATTENED, COPIED: units of ropes made flat,
of short strings joined; ROPE: a rope was made. INTERNED, INTERN_FOUND: a string became a key, or was looked up as one.
GROWN: elements of arrays moved to larger blocks, in words."""

region("profile", "int64", unit="word", meaning="state of the profilers, by P_ constants", near=PROFILE_WORDS)
region("opcode_ticks", "int64", unit="opcode", meaning="ticks of the instructions that were timed", near=256)
region("opcode_timed", "int64", unit="opcode", meaning="instructions that were timed", near=256)
region("pc_count", "int64", unit="instruction", meaning="times each instruction was carried out, in counting kernels")
region("notes", "int64", unit="4 an entry", meaning="events by place: (pc + 1) << 8 | what, number, amount, unused")
region("cell_site", "int32", unit="cell", meaning="counting kernels: where the cell was allocated, pc + 1; 0 unknown")
constant("counting", "int32", lambda: [int(arena.COUNTING)])


@kernel
def calibrate(h) -> None:
    """Note both clocks, and the least time between two readings of the faster one."""
    least = 1 << 40
    for _ in range(100):
        start = ticks()
        took = ticks() - start
        if took < least:
            least = took
    h.profile[P_TICKS_COST] = least
    h.profile[P_TICKS] = ticks()
    h.profile[P_CLOCK] = clock_ns()


@kernel
def script_place(h):
    """The place (pc + 1) of the innermost instruction under way that is the script's own; 0 if there is none."""
    place = h.profile[P_NOW]
    library = h.profile[P_LIBRARY]
    depth = h.state[S_DEPTH]
    while place <= library and depth >= 4:
        depth -= 4
        place = h.frames[depth]
    return place if place > library else 0


@kernel
def note_at(h, place, what, count, amount) -> None:
    """Add to the entry of a place (pc + 1) and an event."""
    key = place << 8 | what
    at = (key * 0x9E3779B1 >> 9) & (MOST_NOTES - 1)
    while True:
        found = h.notes[at * NOTE]
        if found == key:
            break
        if found == 0:
            used = h.profile[P_NOTES]
            if used >= MOST_NOTES - MOST_NOTES // 8:
                h.profile[P_NOTES_LOST] = h.profile[P_NOTES_LOST] + count
                return
            h.profile[P_NOTES] = used + 1
            h.notes[at * NOTE] = key
            break
        at = (at + 1) & (MOST_NOTES - 1)
    h.notes[at * NOTE + 1] = h.notes[at * NOTE + 1] + count
    h.notes[at * NOTE + 2] = h.notes[at * NOTE + 2] + amount


@kernel
def note(h, what, amount) -> None:
    """One event of the script's innermost instruction."""
    note_at(h, script_place(h), what, 1, amount)


@kernel
def note_here(h, what) -> None:
    """One event of the instruction under way, be it the library's."""
    note_at(h, h.profile[P_NOW], what, 1, 0)


@kernel
def note_cell(h, cell) -> None:
    """A cell was allocated."""
    place = script_place(h)
    h.cell_site[cell] = place
    note_at(h, place, h.meta[cell] & KIND, 1, 32)


@kernel
def note_payload(h, owner, words) -> None:
    """Words of payload were allocated for a cell."""
    note_at(h, script_place(h), h.meta[owner] & KIND, 0, 8 * words)


@kernel(inline=True)
def begin_phases(h, now) -> None:
    """A collection begins."""
    if h.counting[0]:
        h.profile[P_PHASE_START] = now


@kernel(inline=True)
def end_phase(h, phase) -> None:
    """A phase of the collector is over; the next begins."""
    if h.counting[0]:
        time_phase(h, phase)


@kernel
def time_phase(h, phase) -> None:
    """Add the time since the last phase ended."""
    now = clock_ns()
    h.profile[P_PHASES + phase] = h.profile[P_PHASES + phase] + now - h.profile[P_PHASE_START]
    h.profile[P_PHASE_START] = now
