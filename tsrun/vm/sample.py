"""Samples of where a script is, taken inside the kernel while a profiler asks for them.

By fuel, a sample is taken each time the fuel is used up, and the fuel is as much as the gap to the next sample. By
time, a second thread (`watch`) *arms* the function that runs: it overwrites its code with `sample_point` instructions.
Whatever comes first, the next instruction or the end of a native, takes the sample and puts the code back. So nothing
is tested per instruction, and there is no skid.

A record of `samples` is: its length in words, kind | leaf << 8, what it counts for, its nanoseconds, how many frames,
from the outermost on, are those of the record before, then the other frames, outermost first. So a record is about as
long as what was called and returned since the last one, however deep the stack. Collections and host functions leave
records of their own with their exact times, and however a run ends, what is left of its time is a record: the
nanoseconds of all add up to the time the kernel ran for, which is processor time that other processes don't disturb.
"""
from __future__ import annotations

from tsrun.heap.arena import constant, kernel, region
from tsrun.heap.counters import (
    P_ARMED, P_ARMED_END, P_GAP, P_HOST, P_LAST, P_LOST, P_PAUSED, P_PERIOD, P_RANDOM, P_SAMPLE, P_SAMPLES, P_SAVED,
    P_SLICE, P_STACK, P_STOP, P_TAKEN, P_WAITING,
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
HEADER = 5
MOST_FRAMES, OUTER_FRAMES, INNER_FRAMES = 512, 384, 64
"""Of a stack of more frames than MOST, those in the middle are left out: the outermost OUTER remain, and the innermost
from a multiple of INNER on, at least as many, so that the stacks of neighbouring samples begin alike."""
CUT = -1
"""In place of the frames that were left out. A frame is (pc + 1) << 1, with bit 0 where a host function called back."""
SAMPLE_WORDS = 1 << 18
MARGIN = SAMPLE_WORDS // 2
SLICE_NS = 10_000_000
FIRST_NS, FIRST_SAMPLES = 500_000, 8
"""By time, the interval at the beginning, and samples after which it is doubled until it is the wanted one: a script
that is over soon is seen, too."""
CELLS_PER_FUEL = 4
"""By fuel, a collection counts as one for so many cells that it found alive."""

PATIENCE = 3
"""Intervals for which a function stays armed."""
MOST_ARMED = 1 << 16
"""Instructions that are armed of a longer function: its first ones, as many."""

region("samples", "int64", unit="word", meaning="records of samples, see vm/sample")
region("sample_stack", "int64", unit="frame", meaning="frames of the last record of samples, from the outermost")
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
    before = h.profile[P_STACK]
    frames = h.state[S_DEPTH] // FRAME
    if frames == 0:
        frames = 1
    shared = 0
    position = 0
    i = 1
    while i <= frames:
        after = i + 1
        if i == OUTER_FRAMES + 1 and frames > MOST_FRAMES:
            word = CUT
            after = (frames - INNER_FRAMES) & -INNER_FRAMES
        elif i == frames:
            word = (pc + 1) << 1
        else:
            word = h.frames[i * FRAME] << 1 | (1 if h.frames[i * FRAME + 2] & 0xFF == M_HALT else 0)
        if shared == position and position < before and h.sample_stack[position] == word:
            shared += 1
        else:
            h.sample_stack[position] = word
            h.samples[end] = word
            end += 1
        position += 1
        i = after
    h.profile[P_STACK] = position
    h.samples[at] = end - at
    h.samples[at + 1] = kind
    h.samples[at + 2] = count
    h.samples[at + 3] = ns
    h.samples[at + 4] = shared
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
def elapsed(h, now):
    """Nanoseconds from the last sample until `now`, which is the last one then. Never below 0: what was charged too
    much is made up.
    """
    last = h.profile[P_LAST]
    if now <= last:
        return 0
    h.profile[P_LAST] = now
    return now - last


@kernel
def take(h, pc, kind) -> None:
    """Take a sample for the time, or the fuel, since the last one."""
    h.profile[P_TAKEN] = h.profile[P_TAKEN] + 1
    record(h, pc, kind, h.profile[P_GAP] if h.profile[P_SAMPLE] == BY_FUEL else 1, elapsed(h, time_now(h)))


@kernel
def settle(h, pc, now) -> None:
    """Record the time until `now`, and the fuel used, that no sample has counted yet: the calls under way change."""
    used = 0
    if h.profile[P_SAMPLE] == BY_FUEL and h.state[S_FUEL] < h.profile[P_GAP]:
        used = h.profile[P_GAP] - h.state[S_FUEL]
        h.profile[P_GAP] = h.state[S_FUEL]
    record(h, pc, AT_FUEL, used, elapsed(h, now))


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
        h.profile[P_GAP] = 0
        h.profile[P_PAUSED] = time_now(h)
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
    host = h.profile[P_HOST]
    most = time_now(h) - (host if host > 0 else h.profile[P_LAST])
    if took > most:
        took = most if most > 0 else 0
    pc = h.profile[P_WAITING] if host > 0 else h.state[S_PC]
    record(h, pc, IN_COLLECTOR, h.state[S_LIVE_CELLS] // CELLS_PER_FUEL, took)
    h.profile[P_LAST] = h.profile[P_LAST] + took
    if host > 0:
        h.profile[P_HOST] = host + took


@kernel
def save_code(h) -> None:
    """Copy the code that was loaded since the last time: from then on it may be armed."""
    saved = h.profile[P_SAVED]
    if saved < h.state[S_CODE_TOP]:
        copy_between(h.code_backup, saved, h.code, saved, h.state[S_CODE_TOP] - saved)
        h.profile[P_SAVED] = h.state[S_CODE_TOP]


@kernel
def sampled_call(h, pc) -> None:
    """A host function is called by the instruction at `pc`: from now on it is timed."""
    h.profile[P_HOST] = time_now(h)
    h.profile[P_WAITING] = pc


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
def sampled_left(h) -> None:
    """The host function under way calls back, or will not return: its time, and before that the time of its callers."""
    pc = h.state[S_PC] - 1
    if h.profile[P_HOST] > 0:
        settle(h, pc, h.profile[P_HOST])
    sampled_host(h, pc)


@kernel
def sampled_entry(h) -> None:
    """Python calls a function: at the beginning, or from a host function that now waits."""
    save_code(h)
    if h.state[S_DEPTH] > 0 and h.state[S_HOST_FUNCTION] >= 0:
        sampled_left(h)
    h.profile[P_LAST] = time_now(h)
    h.profile[P_SLICE] = h.profile[P_LAST]


@kernel
def sampled_end(h, pc, depth) -> None:
    """What Python called ends at `pc`, under frames up to `depth`: by a return or an exception, which have taken those
    from the stack by now, or by a limit.
    """
    left = h.state[S_DEPTH]
    h.state[S_DEPTH] = depth
    settle(h, pc, time_now(h))
    h.state[S_DEPTH] = left


@kernel
def sampled_begin(h, depth) -> None:
    """There was no fuel left for the call that Python makes, and it has got a unit."""
    h.state[S_FUEL] = 0
    sampled_end(h, -1, depth)
    h.state[S_FUEL] = 1
    h.profile[P_GAP] = 1


@kernel
def sampled_pause(h, pc) -> None:
    """Python looks in. It may end the run then: a limit of time or Ctrl-C comes without a sample."""
    if deadline_passed(h):
        settle(h, pc, time_now(h))
    h.profile[P_PAUSED] = time_now(h)


@kernel
def sampled_resume(h) -> None:
    """Python has looked in. Its time was not the script's."""
    if h.profile[P_PAUSED] > 0:
        h.profile[P_LAST] = h.profile[P_LAST] + time_now(h) - h.profile[P_PAUSED]
        h.profile[P_PAUSED] = 0
    h.state[S_FUEL] = next_period(h)


@kernel
def time_between(h, interval):
    """Nanoseconds from one sample to the next where it is to be `interval` in the end."""
    doubled = h.profile[P_TAKEN] // FIRST_SAMPLES
    time = FIRST_NS << doubled if doubled < 32 else interval
    return time if time < interval else interval


@kernel
def watch(h, interval):
    """What the second thread does: once per interval (in ns), until STOP, ask for a sample."""
    waited = 0
    while h.profile[P_STOP] == 0:
        sleep_ns(time_between(h, interval))
        # Before the first call nothing runs yet. While Python is at work for the script, that is timed exactly.
        if h.profile[P_LAST] > 0 and h.profile[P_HOST] == 0 and h.profile[P_STOP] == 0:
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
