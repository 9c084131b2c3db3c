"""Samples of where a script is, taken inside the kernel while a profiler asks for them.

By fuel, a sample is taken each time the fuel is used up, and the fuel is as much as the gap to the next sample. By
time, a second thread (`watch`) *arms* the function that runs: it overwrites its code with `sample_point` instructions.
Whatever comes first, the next instruction or the end of a native, takes the sample and puts the code back. So nothing
is tested per instruction, and there is no skid.

A record of `samples` is: its length in words, kind | leaf << 8, what it counts for, its nanoseconds, then pcs from the
innermost frame outwards. Collections and host functions leave records of their own with their exact times, so the
nanoseconds of all records add up to the time of the run: processor time, which other processes don't disturb.
"""
from __future__ import annotations

from tsrun.heap.arena import constant, kernel, region
from tsrun.heap.counters import (
    P_ARMED, P_ARMED_END, P_GAP, P_HOST, P_LAST, P_LOST, P_PERIOD, P_RANDOM, P_SAMPLE, P_SAMPLES, P_SLICE,
    P_SAVED, P_STOP,
)
from tsrun.heap.errors import deadline_passed
from tsrun.heap.layout import (
    ID, K_COROUTINE, K_FUNCTION, KIND, S_CELL_TOP, S_CODE_TOP, S_COLLECT_NS, S_DEPTH, S_FP, S_FUEL, S_HOST_FUNCTION,
    S_LIVE_CELLS, S_PC, S_TEMPLATE_TOP, X_FUEL,
)
from tsrun.heap.machine import clock_ns, copy_between, cpu_ns, sleep_ns
from tsrun.vm.frames import FRAME, M_HALT, T_CODE, T_END, TEMPLATE
from tsrun.vm.tables import OPCODES, op

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

PATIENCE = 3
"""Intervals for which a function stays armed."""
MOST_ARMED = 1 << 16
"""Instructions that are armed of a longer function: its first ones, as many."""

region("samples", "int64", unit="word", meaning="records of samples, see vm/sample")
region("code_backup", "int64", unit="instruction", meaning="what instructions were before they were armed")
constant("sample_opcode", "int64", lambda: [OPCODES["sample_point"].number])


@kernel
def time_now(h):
    """Processor time where samples are by time: a system call, but what other processes do doesn't count."""
    return cpu_ns() if h.profile[P_SAMPLE] == BY_TIME else clock_ns()


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
        h.profile[P_ARMED] = 0
        copy_between(h.code, start, h.code_backup, start, h.profile[P_ARMED_END] - start)


@kernel
def elapsed(h):
    """Nanoseconds since the last sample; now is the last one. Never below 0: what was charged too much is made up."""
    now = time_now(h)
    last = h.profile[P_LAST]
    if now <= last:
        return 0
    h.profile[P_LAST] = now
    return now - last


@kernel
def take(h, pc, kind) -> None:
    """Take a sample for the time, or the fuel, since the last one."""
    record(h, pc, kind, h.profile[P_GAP] if h.profile[P_SAMPLE] == BY_FUEL else 1, elapsed(h))


@kernel
def is_late(h):
    """1 if it is time for Python to look in: for Ctrl-C, output, and the records."""
    return 1 if h.profile[P_LAST] - h.profile[P_SLICE] > SLICE_NS or h.profile[P_SAMPLES] > MARGIN else 0


@kernel
def tick(h, pc):
    """No fuel at `pc` while it is taken for samples: the pc to go on at, or X_FUEL if Python should look in."""
    take(h, pc, AT_FUEL)
    if is_late(h) or deadline_passed(h):
        h.profile[P_SLICE] = h.profile[P_LAST]
        h.state[S_FUEL] = 0
        return X_FUEL
    h.state[S_FUEL] = next_period(h)
    return pc


@op()
def sample_point(h, pc, fp, a, b, c):
    """Written over the code of a function by a profiler: takes a sample, and the instruction is what it was."""
    pc -= 1
    late = 0
    if h.profile[P_ARMED] > 0:
        take(h, pc, AT_POINT)
        disarm(h)
        late = is_late(h)
    # The other thread may still have been writing when the code was put back.
    h.code[pc] = h.code_backup[pc]
    if late:
        h.profile[P_SLICE] = h.profile[P_LAST]
        return X_FUEL
    return pc


@kernel
def native_tick(h, pc, number) -> None:
    """The function that called a native was armed while that was at work."""
    take(h, pc - 1, IN_NATIVE | number << 8)
    if is_late(h) == 0:  # else the next instruction sees to it
        disarm(h)


@kernel
def sampled_collection(h, before) -> None:
    """A collection is over; `before` is what all had taken until then.

    It is timed by the clock, so what another process had meanwhile is in it: but no more than there was processor time.
    """
    took = h.state[S_COLLECT_NS] - before
    most = time_now(h) - h.profile[P_LAST]
    if took > most:
        took = most if most > 0 else 0
    record(h, h.state[S_PC], IN_COLLECTOR, h.state[S_LIVE_CELLS] // CELLS_PER_FUEL, took)
    h.profile[P_LAST] = h.profile[P_LAST] + took


@kernel
def save_code(h) -> None:
    """Copy the code that was loaded since the last time: from then on it may be armed."""
    saved = h.profile[P_SAVED]
    if saved < h.state[S_CODE_TOP]:
        copy_between(h.code_backup, saved, h.code, saved, h.state[S_CODE_TOP] - saved)
        h.profile[P_SAVED] = h.state[S_CODE_TOP]


@kernel
def sampled_host(h, pc) -> None:
    """A host function, called by the instruction at `pc`, is over or calls back."""
    save_code(h)
    now = time_now(h)
    start = h.profile[P_HOST]
    if start == 0:
        start = h.profile[P_LAST]
    record(h, pc, IN_HOST | h.state[S_HOST_FUNCTION] << 8, 1, now - start)
    h.profile[P_LAST] = h.profile[P_LAST] + now - start
    h.profile[P_HOST] = 0


@kernel
def sampled_entry(h) -> None:
    """Python calls a function: at the beginning, or from a host function that now waits."""
    save_code(h)
    if h.state[S_DEPTH] > 0 and h.state[S_HOST_FUNCTION] >= 0:
        pc = h.state[S_PC] - 1
        if h.profile[P_HOST] > 0:
            # The calls under way can't be told apart from those to come later: their time until now first.
            record(h, pc, AT_FUEL, 0, h.profile[P_HOST] - h.profile[P_LAST])
            h.profile[P_LAST] = h.profile[P_HOST]
        sampled_host(h, pc)
    h.profile[P_LAST] = time_now(h)
    h.profile[P_SLICE] = h.profile[P_LAST]


@kernel
def sampled_end(h, pc) -> None:
    """The function that Python called returns at `pc`: what is left of its time."""
    used = 0
    if h.profile[P_SAMPLE] == BY_FUEL and h.state[S_FUEL] < h.profile[P_GAP]:
        used = h.profile[P_GAP] - h.state[S_FUEL]
        h.profile[P_GAP] = h.state[S_FUEL]
    record(h, pc, AT_FUEL, used, elapsed(h))


@kernel
def watch(h, interval):
    """What the second thread does: once per interval (in ns), until STOP, ask for a sample."""
    waited = 0
    while h.profile[P_STOP] == 0:
        sleep_ns(interval)
        # While Python is at work for the script, that is timed exactly.
        if h.profile[P_HOST] == 0 and h.profile[P_STOP] == 0:
            waited = waited + 1 if h.profile[P_ARMED] else 0
            if waited >= PATIENCE:
                # The function that was armed was left for good, or a native takes long: the one that runs now, then.
                disarm(h)
                waited = 0
            if h.profile[P_ARMED] == 0:
                arm(h)
    return 0


@kernel
def arm(h) -> None:
    """Overwrite the code of the function that runs.

    What is read here may change meanwhile; then it is some other function's code that is overwritten, and the sample is
    taken when that runs again.
    """
    cell = h.regs[h.state[S_FP]] & ID
    if cell >= h.state[S_CELL_TOP]:
        return
    kind = h.meta[cell] & KIND
    template = h.aux[cell]
    if (kind != K_FUNCTION and kind != K_COROUTINE) or template <= 0 or template >= h.state[S_TEMPLATE_TOP]:
        return
    start = h.template_word[template * TEMPLATE + T_CODE]
    end = h.template_word[template * TEMPLATE + T_END]
    if start <= 0 or end <= start or end > h.profile[P_SAVED]:
        return
    if end - start > MOST_ARMED:
        end = start + MOST_ARMED
    point = h.sample_opcode[0]
    h.profile[P_ARMED_END] = end
    for i in range(start, end):
        # Only the opcode: what resumes a coroutine reads the operands of the instruction that left it.
        h.code[i] = h.code_backup[i] & ~0xFF | point
    h.profile[P_ARMED] = start
