"""Samples of where a script is, taken inside the kernel while a profiler asks for them.

By fuel, a sample is taken each time the fuel is used up, and the fuel is as much as the gap to the next sample. By
time, a thread of Python *arms* the function that runs: it overwrites its code with `sample_point` instructions, and
takes the fuel away. Whatever the kernel comes to first, the next instruction, the end of a native or a jump or call in
another function, takes the sample and puts the code back. So nothing is tested per instruction, and there is no skid.

A record of `samples` is: its length in words, kind | leaf << 8, what it counts for, its nanoseconds, then pcs from the
innermost frame outwards. Collections and host functions leave records of their own with their exact times, so the
nanoseconds of all records add up to the time of the run: processor time, which other processes don't disturb.
"""
from __future__ import annotations

from tsrun.heap.arena import kernel, region
from tsrun.heap.counters import (
    P_ARMED, P_ARMED_END, P_GAP, P_HOST, P_LAST, P_LOST, P_PERIOD, P_RANDOM, P_SAMPLE, P_SAMPLES, P_SLICE,
)
from tsrun.heap.errors import deadline_passed
from tsrun.heap.layout import S_DEPTH, S_FUEL, S_HOST_FUNCTION, S_LIVE_CELLS, S_PC, X_FUEL
from tsrun.heap.machine import cpu_ns, copy_between
from tsrun.vm.frames import FRAME, M_HALT
from tsrun.vm.tables import op

BY_FUEL, BY_TIME = 1, 2
"""Values of P_SAMPLE."""
AT_FUEL, AT_POINT, IN_NATIVE, IN_COLLECTOR, IN_HOST = range(5)
"""Kinds of records: at the jump or call that found no fuel; before the instruction that was armed; in a native, whose
number is the leaf; in the collector; in the host function whose number is the leaf."""
HEADER = 4
MOST_FRAMES = 400
"""Frames of a sample; those further out are left out."""
BOUNDARY, CUT = -1, -2
"""In place of a pc: a host function that called back; frames that were left out."""
SAMPLE_WORDS = 1 << 18
MARGIN = SAMPLE_WORDS // 2
SLICE_NS = 10_000_000
CELLS_PER_FUEL = 4
"""By fuel, a collection counts as one for so many cells that it found alive."""

region("samples", "int64", unit="word", meaning="records of samples, see vm/sample")
region("code_backup", "int64", unit="instruction", meaning="what instructions were before they were armed")


@kernel
def record(h, pc, kind, count, ns) -> None:
    """Write a record of the calls under way, the innermost instruction being `pc`."""
    at = h.profile[P_SAMPLES]
    if at + HEADER + MOST_FRAMES + 4 > SAMPLE_WORDS:
        h.profile[P_LOST] = h.profile[P_LOST] + 1
        return
    end = at + HEADER
    h.samples[end] = pc
    end += 1
    depth = h.state[S_DEPTH] - FRAME
    most = at + HEADER + MOST_FRAMES
    while depth > 0:
        if end >= most:
            h.samples[end] = CUT
            end += 1
            break
        place = h.frames[depth]
        if h.frames[depth + 2] & 0xFF == M_HALT and place > 0:
            h.samples[end] = BOUNDARY
            end += 1
        if place > 0:
            h.samples[end] = place - 1
            end += 1
        depth -= FRAME
    h.samples[at] = end - at
    h.samples[at + 1] = kind
    h.samples[at + 2] = count
    h.samples[at + 3] = ns
    h.profile[P_SAMPLES] = end


@kernel
def next_period(h):
    """Fuel until the next sample: around the period, so that a loop can't keep step with it."""
    period = h.profile[P_PERIOD]
    if h.profile[P_SAMPLE] == BY_FUEL:
        seed = (h.profile[P_RANDOM] * 1103515245 + 12345) & 0x7FFFFFFF
        h.profile[P_RANDOM] = seed
        period = (period >> 1) + (seed >> 8) % period + 1
    h.profile[P_GAP] = period
    return period


@kernel
def disarm(h) -> None:
    """Put the code that was armed back."""
    start = h.profile[P_ARMED]
    if start > 0:
        copy_between(h.code, start, h.code_backup, start, h.profile[P_ARMED_END] - start)
        h.profile[P_ARMED] = 0


@kernel
def take(h, pc, kind) -> None:
    """Take a sample for the time, or the fuel, since the last one."""
    now = cpu_ns()
    record(h, pc, kind, h.profile[P_GAP] if h.profile[P_SAMPLE] == BY_FUEL else 1, now - h.profile[P_LAST])
    h.profile[P_LAST] = now
    disarm(h)


@kernel
def tick(h, pc):
    """No fuel at `pc` while samples are taken: take one. The pc to go on at, or X_FUEL if Python should look in."""
    take(h, pc, AT_FUEL)
    late = h.profile[P_LAST] - h.profile[P_SLICE] > SLICE_NS
    if late or h.profile[P_SAMPLES] > MARGIN or deadline_passed(h):
        h.profile[P_SLICE] = h.profile[P_LAST]
        h.state[S_FUEL] = 0
        return X_FUEL
    h.state[S_FUEL] = next_period(h)
    return pc


@op()
def sample_point(h, pc, fp, a, b, c):
    """Written over the code of a function by a profiler: takes a sample, and the instruction is what it was."""
    pc -= 1
    if h.profile[P_ARMED] > 0:
        take(h, pc, AT_POINT)
        # The fuel was taken away as well. Once in a while Python wants to look in: at the next jump or call.
        late = h.profile[P_LAST] - h.profile[P_SLICE] > SLICE_NS or h.profile[P_SAMPLES] > MARGIN
        if not late and h.state[S_FUEL] < 0:
            h.state[S_FUEL] = next_period(h)
    # The thread may still have been writing when the code was put back.
    h.code[pc] = h.code_backup[pc]
    return pc


@kernel
def native_tick(h, pc, number) -> None:
    """The fuel was taken away while a native was at work."""
    if h.profile[P_SAMPLE] == BY_TIME:
        take(h, pc - 1, IN_NATIVE | number << 8)
        if h.profile[P_LAST] - h.profile[P_SLICE] <= SLICE_NS:
            h.state[S_FUEL] = next_period(h)


@kernel
def sampled_collection(h, start) -> None:
    """A collection that began at `start` is over."""
    took = cpu_ns() - start
    record(h, h.state[S_PC], IN_COLLECTOR, h.state[S_LIVE_CELLS] // CELLS_PER_FUEL, took)
    h.profile[P_LAST] = h.profile[P_LAST] + took


@kernel
def sampled_host(h, pc) -> None:
    """A host function, called by the instruction at `pc`, is over or calls back."""
    now = cpu_ns()
    start = h.profile[P_HOST]
    if start == 0:
        start = h.profile[P_LAST]
    record(h, pc, IN_HOST | h.state[S_HOST_FUNCTION] << 8, 1, now - start)
    h.profile[P_LAST] = h.profile[P_LAST] + now - start
    h.profile[P_HOST] = 0


@kernel
def sampled_entry(h) -> None:
    """Python calls a function: at the beginning, or from a host function that now waits."""
    if h.state[S_DEPTH] > 0 and h.state[S_HOST_FUNCTION] >= 0:
        pc = h.state[S_PC] - 1
        if h.profile[P_HOST] > 0:
            # The calls under way can't be told apart from those to come later: their time until now first.
            record(h, pc, AT_FUEL, 0, h.profile[P_HOST] - h.profile[P_LAST])
            h.profile[P_LAST] = h.profile[P_HOST]
        sampled_host(h, pc)
    h.profile[P_LAST] = cpu_ns()
    h.profile[P_SLICE] = h.profile[P_LAST]


@kernel
def sampled_end(h, pc) -> None:
    """The function that Python called returns at `pc`: what is left of its time."""
    now = cpu_ns()
    used = 0
    if h.profile[P_SAMPLE] == BY_FUEL and h.state[S_FUEL] < h.profile[P_GAP]:
        used = h.profile[P_GAP] - h.state[S_FUEL]
        h.profile[P_GAP] = h.state[S_FUEL]
    record(h, pc, AT_FUEL, used, now - h.profile[P_LAST])
    h.profile[P_LAST] = now
