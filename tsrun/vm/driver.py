"""Around the kernel: entering it, and doing what it leaves for.

The kernel runs until it needs Python: a host function is called, the fuel is used up (the moment for time limits and
Ctrl-C), a limit is reached, an exception is uncaught, or it is done. `Engine` is one realm: its memory, its host
functions, its limits.
"""
from __future__ import annotations

from ctypes import ArgumentError
from struct import pack
from time import monotonic_ns

from tsrun.errors import KernelError, MemoryLimitError, TimeLimitError
from tsrun.heap import policy
from tsrun.heap.arena import HEADER_FAULT
from tsrun.heap.extents import CELL_BYTES, FIXED
from tsrun.heap.layout import (
    F_HOST, ID, KIND, KIND_NAMES, KINDS, RAW, TF_INTERNAL, UNDEFINED, X_FAULT, X_FUEL, X_HALT,
    X_HOST, X_LIMIT, X_OBSERVE, X_THROW, S_ALLOCATED_BYTES, S_ALLOCATED_CELLS, S_ALLOCATED_SLOTS, S_BASE_DEPTH,
    S_BYTE_LIMIT, S_BYTE_TOP, S_CALL_EXTRA, S_CALL_MODE, S_CALL_TARGET, S_CELL_END, S_CELL_NEXT,
    S_COLLECTIONS, S_COLLECT_NS, S_DEADLINE_NS, S_DEPTH, S_DEPTH_LIMIT, S_DEPTH_NOMINAL, S_EVENT_TOP, S_FP, S_FUEL,
    S_FUEL_START, S_HALT_VALUE, S_HANDLE_TOP, S_HOST_ARGC, S_HOST_FP, S_HOST_FUNCTION, S_IC_HITS, S_IC_MISSES,
    S_INSTRUCTIONS, S_LIMIT_KIND, S_LIVE_BYTES, S_LIVE_CELLS, S_LIVE_SLOTS, S_LOAD_RESULT, S_MAX_MEMORY, S_OVERTIME,
    S_PC, S_PEAK_BYTES, S_PEAK_CELLS, S_PEAK_SLOTS, S_PEAK_TOTAL, S_REALM_SITES, S_SITE_TOP,
    S_SLOT_LIMIT, S_SLOT_TOP, S_STRESS, S_TEMPLATE_TOP, S_THROWN, S_USED_CELLS, S_VERIFY, S_THROW_PC,
)
from tsrun.heap.reader import TEMPLATE_FLAGS, TEMPLATE_WORDS, Heap
from tsrun.vm.memory import DEFAULT_LIMIT, Memory

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import TypeVar

    from _thread import LockType

    from tsrun.vm.kernel import Kernel

    Columns = tuple[list[int], list[int], list[int], list[int]]
    T = TypeVar("T")
    HostFunction = Callable[[Sequence[int]], int]
    """Arguments to result, all values. Raises ScriptError to throw."""

(
    RUN, LOAD_UNIT, COLLECT, VERIFY, CALL, STRING_COMMAND, NEW_OBJECT, NEW_ARRAY, DEFINE, MAKE_ENV, CLOSURE, LEX, GET,
    THROW,
) = range(1, 15)
HOST_FUNCTION_COMMAND, NAMESPACE, GENESIS = 15, 16, 17
REACH, WATCH, CALIBRATE, SEAL, LEFT, COUNT_KINDS = range(64, 70)
FRAME, MODE_HALT = 4, 10
H_PLACED = 14
"""As in vm/load."""
MOST_DEPTH = 250_000
MOST_UNITS = 536870888
"""As in heap/strings."""
TOKEN_COLUMNS = ("tok_kind", "tok_start", "tok_end", "tok_flags")
MOST_FRAMES = 10
SLICE_NS = 10_000_000
COUNTERS = (
    S_COLLECTIONS, S_COLLECT_NS, S_EVENT_TOP, S_INSTRUCTIONS, S_IC_HITS, S_IC_MISSES, S_ALLOCATED_CELLS,
    S_ALLOCATED_SLOTS, S_ALLOCATED_BYTES, S_USED_CELLS,
)
INTERRUPTED = (
    S_PC, S_FP, S_DEPTH, S_BASE_DEPTH, S_HOST_FP, S_HOST_ARGC, S_HOST_FUNCTION, S_CALL_MODE, S_CALL_TARGET,
    S_CALL_EXTRA,
)
"""Words of the state that belong to a call under way."""
FIRST_FUEL = 1 << 20
FEW_BEATS = (1 << 8) - 1
FEW_BYTES = 1000
MOST_FUEL = 1 << 26
MOST_STRESS = 1 << 30


def _setting(environment: Mapping[str, str], name: str, most: int) -> int:
    """A number from 0 to `most` that the environment sets; 0 without. Raises KernelError for anything else."""
    text = environment.get(name) or "0"
    if not (text.isascii() and text.isdecimal()) or int(text) > most:
        raise KernelError(f"{name}: {text!r} is not a number from 0 to {most}")
    return int(text)


class ScriptError(Exception):
    """A value that a script threw, on its way through Python."""

    def __init__(self, value: int) -> None:
        super().__init__(value)
        self.value = value


class Engine:
    """One realm in one memory."""

    def __init__(
        self, kernel: Kernel, *, max_memory: int | None = None, max_depth: int | None = None,
        timeout: float | None = None, collector: Mapping[str, float] | None = None,
    ) -> None:
        self.kernel = kernel
        self.memory = Memory(kernel.near_size, kernel.rows, max_memory or DEFAULT_LIMIT)
        self.heap = Heap(self.memory)
        self.state = self.heap.state
        self.functions: list[HostFunction] = []
        """Host functions by number."""
        self.on_slice: Callable[[], object] | None = None
        """Called each time the kernel comes up for air."""
        self.on_collection: Callable[[], object] = int
        """Called after each collection that an instruction caused, while state OBSERVE is set."""
        self.on_cut: Callable[[], object] = int
        """Called when a limit or an interruption ends a call, while its frames are still there."""
        self._enter = kernel.enter
        self._base = self.memory.base
        self._limits = (max_memory, max_depth, timeout)
        self._policy = policy.checked(collector or {})
        self._deadline = 0
        self._watched = False
        self._slice_start = 0
        self._free: list[int] = []
        self._references: dict[Callable[[], object], int] = {}
        self._gone: list[Callable[[], object]] = []
        self._beats = 0
        self._waiting_pc = 0
        self._host_calls = 1
        self.in_python = 0
        """Which call of a host function is under way; 0 for none."""
        self.heap.pulse = self.pulse

    def begin(self) -> None:
        """Make the cells that every realm begins with, in empty memory."""
        self.command(GENESIS)
        # What makes the realm is not the script's: it is limited only after that.
        limits, self._limits = self._limits, (None, None, None)
        self.set_limits()
        self._limits = limits

    def end_of_start(self) -> None:
        """What was needed to make the realm is garbage now, and no part of the figures."""
        self.collect()
        self.command(SEAL)
        state = self.state
        for word in COUNTERS:
            state[word] = 0
        self.memory.view("opcode_count")[:] = memoryview(bytes(8 * 256)).cast("q")
        state[S_PEAK_CELLS], state[S_PEAK_SLOTS] = state[S_LIVE_CELLS], state[S_LIVE_SLOTS]
        state[S_PEAK_BYTES] = state[S_LIVE_BYTES]
        state[S_REALM_SITES] = state[S_SITE_TOP]
        state[S_PEAK_TOTAL] = 32 * state[S_LIVE_CELLS] + 8 * (state[S_LIVE_SLOTS] + state[S_LIVE_BYTES])

    def seed(self) -> None:
        """Give Math.random a beginning of its own."""
        from os import urandom

        state = self.memory.view("random_state")
        state[0] = int.from_bytes(urandom(8), "little", signed=True) or 1
        state[1] = int.from_bytes(urandom(8), "little", signed=True)

    # Running

    def set_limits(self) -> None:
        """Put the limits into the state; again after an image was restored."""
        import os

        max_memory, max_depth, timeout = self._limits
        self.limit_time(timeout)
        state = self.state
        state[S_MAX_MEMORY] = min(max_memory or DEFAULT_LIMIT, self.memory.limit)
        policy.apply(state, self._policy)
        if max_depth is not None:
            state[S_DEPTH_LIMIT] = state[S_DEPTH_NOMINAL] = FRAME * min(max_depth, MOST_DEPTH)
        environment = os.environ
        if "TSRUN_VERIFY" in environment or "TSRUN_GC_STRESS" in environment:
            state[S_VERIFY] = _setting(environment, "TSRUN_VERIFY", 1)
            state[S_STRESS] = _setting(environment, "TSRUN_GC_STRESS", MOST_STRESS)
            if state[S_STRESS]:  # What an image grants would last for the whole of a short script.
                state[S_CELL_END] = state[S_CELL_NEXT]
                state[S_SLOT_LIMIT], state[S_BYTE_LIMIT] = state[S_SLOT_TOP], state[S_BYTE_TOP]

    def limit_time(self, seconds: float | None) -> None:
        """From now on there are so many seconds left; None: no limit."""
        state = self.state
        self._limits = (*self._limits[:2], seconds)
        self._deadline = monotonic_ns() + int(seconds * 1e9) if seconds else 0
        state[S_DEADLINE_NS] = self._deadline
        fuel = FIRST_FUEL if not seconds else max(1000, min(FIRST_FUEL, int(seconds * 1e7)))
        state[S_FUEL] = state[S_FUEL_START] = fuel
        state[S_OVERTIME] = 0

    def begin_time(self) -> None:
        """The time limit is counted from now."""
        if self._deadline:
            self.limit_time(self._limits[2])

    def command(self, command: int, argument: int = 0) -> int:
        """Have the kernel do something, and see to what it leaves for; the exit code. Raises what ended it."""
        if self._deadline and command == CALL and not self._watched:
            return self._with_watch(command)
        enter, base, state = self._enter, self._base, self.state
        self._slice_start = monotonic_ns()
        try:
            code = enter(base, command, argument)
        except ArgumentError:  # what ctypes makes of a RecursionError
            raise RecursionError from None
        while True:
            if state[S_OVERTIME]:
                state[S_OVERTIME] = 0
                if code == X_HOST:
                    self._leave_host()
                raise self._limit()
            if code >= 0 or code == X_HALT:
                return code
            if code == X_HOST:
                code = enter(base, *self._host())
            elif code == X_FUEL:
                self._slice()
                code = enter(base, RUN, 0)
            elif code == X_OBSERVE:
                self.on_collection()
                code = enter(base, RUN, 0)
            elif code == X_THROW:
                raise ScriptError(state[S_THROWN])
            elif code == X_LIMIT:
                raise self._limit()
            elif code == X_FAULT:
                raise self._fault()
            else:
                raise KernelError(f"the kernel left with code {code}")

    def _with_watch(self, command: int) -> int:
        """`command` while a thread watches the clock.

        How long the fuel lasts is only a guess: the same loop may come to carry a builtin over ever more elements.
        """
        from _thread import allocate_lock, start_new_thread

        over = allocate_lock()
        over.acquire()

        def watch() -> None:
            left = (self._deadline - monotonic_ns()) / 1e9
            if not over.acquire(timeout=max(0.0, left)):
                self.take_fuel(over)
            over.release()

        start_new_thread(watch, ())
        self._watched = True
        try:
            return self.command(command)
        finally:
            self._watched = False
            over.release()

    def in_time(self, run: Callable[[], T], size: int) -> T:
        """Have Python run something that does not look at the clock, no longer than the time limit allows.

        size: bytes of the source that it is about. What is about a few does not take long, compared with the watch.
        """
        if not self._deadline or size < FEW_BYTES:
            return run()
        from tsrun.overtime import in_time

        return in_time(self._deadline, run, self._time_limit)

    def pulse(self) -> None:
        """Python is at work for the script, and may be for long: raises when the time is up."""
        self._beats += 1
        if self._beats & FEW_BEATS == 0 and self._deadline and monotonic_ns() >= self._deadline:
            raise self._limit()

    def take_fuel(self, over: LockType) -> None:
        """From another thread: have the kernel leave at the next jump or call, until the lock is free.

        It counts the fuel down meanwhile, so what is written here may be lost: it is written again.
        """
        self.state[S_FUEL] = 0
        while not over.acquire(timeout=0.001):
            self.state[S_FUEL] = 0

    def watch(self, interval: float) -> None:
        """In another thread: ask for a sample once per interval (seconds), until vm/sample's STOP is set."""
        self._enter(self._base, WATCH, int(interval * 1e9))

    def calibrate(self) -> None:
        """Have the kernel note its two clocks (heap/counters)."""
        self.command(CALIBRATE)

    def interrupt(self, over: LockType) -> None:
        """From another thread: stop the kernel, at a jump or call or where a builtin looks at the deadline."""
        self.state[S_DEADLINE_NS] = 1
        self.take_fuel(over)

    def _slice(self) -> None:
        """The fuel is used up: look at the clock, and see to it that it lasts about as long as a slice should."""
        now = monotonic_ns()
        if self._deadline and now >= self._deadline:
            raise self._time_limit()
        state = self.state
        took = now - self._slice_start
        fuel = state[S_FUEL_START]
        if took < SLICE_NS // 4 and fuel < MOST_FUEL:
            fuel *= 2
        elif took > 2 * SLICE_NS and fuel > 1000:
            fuel //= 2
        if self._deadline and took > 0:
            fuel = max(1000, min(fuel, int(fuel * (self._deadline - now) / took)))
        state[S_FUEL] = state[S_FUEL_START] = fuel
        self._slice_start = now
        if self.on_slice:
            self.on_slice()

    def _host(self) -> tuple[int, int]:
        """Carry out a host function; the command to go on with."""
        state = self.state
        at, count = state[S_HOST_FP], state[S_HOST_ARGC]
        registers = self.memory.view("regs")
        arguments = registers[at + 2 : at + 2 + count].tolist()
        # What the function asks of the kernel meanwhile must not be seen by the one that waits.
        saved = [state[word] for word in INTERRUPTED]
        before, self._waiting_pc = self._waiting_pc, state[S_PC]
        outer, self.in_python = self.in_python, self._host_calls
        self._host_calls += 1
        try:
            try:
                result = self.functions[state[S_HOST_FUNCTION]](arguments)
            finally:
                self._waiting_pc = before
                self.in_python = outer
                for word, value in zip(INTERRUPTED, saved, strict=True):
                    state[word] = value
        except ScriptError as error:
            state[S_THROWN] = error.value
            return THROW, 0
        except RecursionError:
            # Python and the script called each other too often.
            return THROW, 1
        except BaseException:
            self._leave_host()
            raise
        registers[at] = result
        return RUN, 0

    def _leave_host(self) -> None:
        """Whatever ends the run, a profiler is to know how long the host function under way has taken."""
        try:
            self._enter(self._base, LEFT, 0)
        except ArgumentError:  # what ctypes makes of a RecursionError
            pass

    def call(self, function: int, this: int = UNDEFINED, arguments: Sequence[int] = ()) -> int:
        """Call a function of the script, also from within a host function."""
        state = self.state
        saved = [state[word] for word in INTERRUPTED]
        state[S_PC] = self._waiting_pc  # where the function that waits called Python, for stacks
        inbox = self._inbox(8 * len(arguments) + 24)
        inbox[0], inbox[1], inbox[2] = function, this, len(arguments)
        for i, argument in enumerate(arguments):
            inbox[3 + i] = argument
        try:
            self.command(CALL)
        except ScriptError:
            raise
        except BaseException:
            self.on_cut()
            raise
        finally:
            for word, value in zip(INTERRUPTED, saved, strict=True):
                state[word] = value
        return state[S_HALT_VALUE]

    def root(self, place: int) -> int:
        """A function of the prelude that the VM knows."""
        return self.memory.view("roots")[place]

    def wait(self, seconds: float) -> None:
        """Do nothing for a while, but not beyond the time limit."""
        from time import sleep

        if self._deadline:
            left = (self._deadline - monotonic_ns()) / 1e9
            if left < seconds:
                sleep(max(0.0, left))
                raise self._time_limit()
        sleep(seconds)

    def _time_limit(self) -> TimeLimitError:
        return TimeLimitError(f"the time limit of {self._limits[2]} s was reached")

    def _limit(self) -> BaseException:
        state = self.state
        if self._deadline and monotonic_ns() >= self._deadline:
            return self._time_limit()
        if state[S_DEADLINE_NS] != self._deadline:
            return KeyboardInterrupt()
        from tsrun.vm.limits import memory_limit

        return memory_limit(self)

    def _fault(self) -> KernelError:
        from ctypes import string_at

        header = self.memory.view("header")
        if header[HEADER_FAULT] == 0:
            from tsrun.heap.verify import FINDINGS

            cell = self.state[S_LOAD_RESULT]
            return KernelError(
                f"the heap is not sound at instruction {self.state[S_PC]}: {FINDINGS[self.state[S_LIMIT_KIND]]}, "
                f"at cell {cell} ({KIND_NAMES[self.heap.meta[cell] & KIND]}, meta {self.heap.meta[cell]:#x})")
        region, index, name = (header[HEADER_FAULT + i] for i in (1, 2, 3))
        names = {row[2]: row[0] for row in self.kernel.rows}
        return KernelError(
            f"{string_at(name).decode() if name else 'the kernel'}: index {index} is outside region "
            f"{names.get(region, region)} (at instruction {self.state[S_PC]}, kind {self.state[S_LIMIT_KIND]})")

    def usage(self) -> tuple[int, dict[str, int]]:
        """Bytes of the heap, and of what kinds of cells."""
        if self._enter(self._base, COUNT_KINDS, 0) != 0:
            raise self._fault()
        counts = self.memory.view("inbox")[: 2 * KINDS].tolist()
        kinds = {name: size for name, size in zip(KIND_NAMES, counts[KINDS:], strict=False) if size}
        payload = self.state[S_SLOT_TOP] + self.state[S_BYTE_TOP]
        return CELL_BYTES * sum(counts[:KINDS]) + 8 * payload, kinds

    # Where a script is

    def place(self, pc: int) -> tuple[str, int, int, bool] | None:
        """File, line and column of an instruction, and whether it is the library's."""
        words = self.memory.view("template_word")
        for template in range(1, self.state[S_TEMPLATE_TOP]):
            at = template * TEMPLATE_WORDS
            if words[at] <= pc < words[at + 1]:
                position = self.memory.view("position")[pc]
                file = self.memory.view("consts")[self.memory.view("template_unit")[2 * template]]
                internal = bool(words[at + TEMPLATE_FLAGS] & TF_INTERNAL)
                return self.heap.string(file), position >> 32, position & 0xFFFFFFFF, internal
        return None

    def thrown_at(self) -> tuple[str | None, int | None, int | None]:
        """Where the exception that ended the last command was thrown, if that was in the script's own code."""
        found = self.place(self.state[S_THROW_PC])
        return (None, None, None) if found is None or found[3] else found[:3]

    def frames(self) -> list[str]:
        """The calls under way, innermost first, as lines of a stack have them; the library's own left out."""
        state, frames, registers = self.state, self.memory.view("frames"), self.memory.view("regs")
        depth, fp, pc = state[S_DEPTH], state[S_FP], state[S_PC] - 1
        lines: list[str] = []
        while depth >= FRAME and len(lines) < MOST_FRAMES:
            found = self.place(pc)
            if found is not None and not found[3]:
                name = self.heap.function_name(self.heap.function_of(registers[fp]))
                where = ":".join(map(str, found[:3]))
                lines.append(f"{name} ({where})" if name else where)
            depth -= FRAME
            pc, fp = frames[depth] - 1, frames[depth + 1]
            if frames[depth + 2] & 0xFF == MODE_HALT:
                break
        return lines

    # Values that Python makes or keeps

    def keep(self, value: int) -> int:
        """Hold on to a value through collections; a handle to give back."""
        if self._free:
            handle = self._free.pop()
        else:
            handle = self.state[S_HANDLE_TOP]
            if handle >= FIXED["handles"]:
                raise MemoryLimitError(f"Python holds {handle:,} values of the script, which is as many as it can")
            self.state[S_HANDLE_TOP] = handle + 1
        self.memory.view("handles")[handle] = value
        return handle

    def keep_for(self, owner: object, value: int) -> int:
        """Hold on to a value as long as an object of Python's lives; the handle.

        When it dies, C code alone notes that: it may die where Python has no room for another call.
        """
        from _weakref import ref

        self._drop_gone()
        handle = self.keep(value)
        reference = ref(owner, self._gone.append)
        self._references[reference] = handle
        return handle

    def _drop_gone(self) -> None:
        """Give back the handles of objects that have died."""
        while self._gone:
            self.drop(self._references.pop(self._gone.pop()))

    def drop(self, handle: int) -> None:
        """Give back a handle."""
        self.memory.view("handles")[handle] = UNDEFINED
        self._free.append(handle)

    def lent(self) -> list[int]:
        """The values that objects of Python's hold on to."""
        self._drop_gone()
        return [self.kept(handle) for handle in self._references.values()]

    def owners(self) -> list[object]:
        """The objects of Python's that hold on to values, so that whoever looks at the heap can keep them alive."""
        return [owner for owner in [reference() for reference in self._references] if owner is not None]

    def kept(self, handle: int) -> int:
        return self.memory.view("handles")[handle]

    def _inbox(self, size: int) -> memoryview:
        """Where the kernel finds what Python hands to it, with room for so many bytes."""
        inbox = self.memory.view("inbox")
        if size > 8 * len(inbox):
            from tsrun.vm.limits import size_text

            limit = size_text(self.state[S_MAX_MEMORY])
            raise MemoryLimitError(
                f"the memory limit of {limit} was reached: {size_text(size)} are to be handed over",
                heap_size=self.usage()[0])
        return inbox

    def string(self, text: str) -> int:
        """A string value, not held on to."""
        try:
            data, wide = text.encode("latin-1"), 0
        except UnicodeEncodeError:
            data, wide = text.encode("utf-16-le", "surrogatepass"), 1
        if len(data) >> wide > MOST_UNITS:
            from tsrun.vm.limits import size_text

            raise MemoryLimitError(f"a string of {size_text(len(data))} is too long for a script")
        inbox = self._inbox(len(data) + 16)
        inbox[0], inbox[1] = len(data) >> wide, wide
        self.memory.view("inbox8")[16 : 16 + len(data)] = data
        self.command(STRING_COMMAND)
        return self.state[S_LOAD_RESULT]

    def object(self) -> int:
        """A new ordinary object."""
        self.command(NEW_OBJECT)
        return self.state[S_LOAD_RESULT]

    def array(self, values: Sequence[int]) -> int:
        """A new array of these values."""
        inbox = self._inbox(8 * len(values) + 8)
        inbox[0] = len(values)
        inbox[1 : 1 + len(values)] = memoryview(pack(f"{len(values)}q", *values)).cast("q")
        self.command(NEW_ARRAY)
        return self.state[S_LOAD_RESULT]

    def define(self, target: int, key: int, value: int, attributes: int = 7) -> None:
        """Define an own data property."""
        inbox = self.memory.view("inbox")
        inbox[0], inbox[1], inbox[2], inbox[3] = target, key, value, attributes
        self.command(DEFINE)

    def load_unit(self, unit: bytes, place: Sequence[int] | None = None) -> int:
        """Load a unit; the number of its first template. place: where its tables begin, if not behind all others."""
        inbox = self._inbox(len(unit))
        self.memory.view("inbox8")[: len(unit)] = unit
        if place is not None:
            inbox[H_PLACED] = 1
            for i, start in enumerate(place):
                self.memory.view("unit_base")[i] = start
        self.command(LOAD_UNIT)
        return self.state[S_LOAD_RESULT]

    def environment(self, slots: int) -> int:
        """A new environment cell with that many slots, the parent's included."""
        self.memory.view("inbox")[0] = slots - 1
        self.command(MAKE_ENV)
        return self.state[S_LOAD_RESULT] & ID

    def closure(self, template: int, environment: int) -> int:
        """A function of a template in an environment (0: none)."""
        inbox = self.memory.view("inbox")
        inbox[0], inbox[1] = template, environment
        self.command(CLOSURE)
        return self.state[S_LOAD_RESULT]

    def host(self, number: int, name: str) -> int:
        """A function object that leaves the kernel for a host function."""
        handle = self.keep(self.string(name))
        inbox = self.memory.view("inbox")
        inbox[0], inbox[1] = number, self.kept(handle)
        self.command(HOST_FUNCTION_COMMAND)
        self.drop(handle)
        return self.state[S_LOAD_RESULT]

    def host_number(self, value: int) -> int | None:
        """The number of the host function behind a function object, if there is one."""
        cell = value & ID
        return self.heap.aux[cell] if self.heap.meta[cell] & F_HOST else None

    def namespace(self, names: Sequence[str], references: Sequence[tuple[int, int]]) -> int:
        """A module namespace object: each name stands for the slot of an environment."""
        handles = [self.keep(self.string(name)) for name in names]
        tag = self.string("Module")
        inbox = self._inbox(16 * len(names) + 16)
        inbox[0], inbox[1 + 2 * len(names)] = len(names), tag
        for i, (handle, (environment, slot)) in enumerate(zip(handles, references, strict=True)):
            inbox[1 + 2 * i] = self.kept(handle)
            inbox[2 + 2 * i] = RAW | environment << 16 | slot
        self.command(NAMESPACE)
        for handle in handles:
            self.drop(handle)
        return self.state[S_LOAD_RESULT]

    def lex(self, source: bytes, first: int, position: int, mode: int) -> Columns:
        """Token columns from token `first` on (syntax/columns): kinds, starts, ends, flags."""
        view = self.memory.view
        if first == 0:
            size = len(source)
            if size + 16 > self.memory.length("src"):
                from tsrun.vm.limits import size_text

                raise MemoryLimitError(
                    f"a source of {size_text(size)} is too large for the memory limit", heap_size=size)
            view("src")[: size + 8] = source + bytes(8)
        inbox = view("inbox")
        inbox[0], inbox[1], inbox[2], inbox[3] = len(source), first, position, mode
        self.command(LEX)
        end = self.state[S_LOAD_RESULT]
        kinds, starts, ends, flags = (view(name)[first:end].tolist() for name in TOKEN_COLUMNS)
        return kinds, starts, ends, flags

    def collect(self) -> None:
        """A full collection."""
        self._drop_gone()
        self.command(COLLECT)
