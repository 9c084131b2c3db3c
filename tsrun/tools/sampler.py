"""Recording samples of a run: arming the kernel, draining its records, and what they mean."""
from __future__ import annotations

import contextlib
from array import array
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from tsrun.heap.counters import P_ARMED, P_ARMED_END, P_GAP, P_HOST, P_LIBRARY, P_PERIOD, P_SAMPLE, P_SAMPLES
from tsrun.heap.layout import (
    ID, K_COROUTINE, K_FUNCTION, KIND, S_CELL_TOP, S_CODE_TOP, S_FP, S_FUEL, S_FUEL_START, S_TEMPLATE_TOP,
)
from tsrun.heap.reader import TEMPLATE_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tsrun.realm import Realm

BY_FUEL, BY_TIME = 1, 2
AT_FUEL, AT_POINT, IN_NATIVE, IN_COLLECTOR, IN_HOST = range(5)
HEADER = 4
"""As in vm/sample, which only a build of the kernel imports."""
FOREVER = 1 << 40
"""Fuel that lasts until the thread takes it away."""
MOST_ARMED = 1 << 14
"""Instructions of the longest function that is armed; in a longer one samples are taken at jumps and calls."""

Stack = tuple[int, ...]
"""Kind | leaf << 8, then pcs from the innermost frame outwards."""


@dataclass(slots=True)
class Recording:
    """What a run left: for each stack, what its samples count for and their nanoseconds."""

    by: int
    interval: float
    """Seconds, or units of fuel."""
    counts: Counter[Stack] = field(default_factory=Counter)
    nanoseconds: Counter[Stack] = field(default_factory=Counter)
    samples: int = 0
    order: array[int] = field(default_factory=lambda: array("q"))
    """Number of the stack (in the order of `counts`) and nanoseconds of each sample, in the order of time."""


class Sampler:
    """Takes samples of what a realm runs while it is entered as a context."""

    def __init__(self, realm: Realm, *, by: int = BY_TIME, interval: float = 0.001) -> None:
        self._realm = realm
        self.recording = Recording(by, interval)
        view = realm.engine.memory.view
        self._state, self._profile, self._samples = realm.engine.state, view("profile"), view("samples")
        self._code, self._backup = view("code"), view("code_backup")
        self._registers, self._aux, self._meta = view("regs"), view("aux"), view("meta")
        self._templates = view("template_word")
        self._numbers: dict[Stack, int] = {}
        self._kept: set[int] = set()
        names = [name for name, _ in realm.kernel.opcodes]
        self._points = memoryview(array("q", [names.index("sample_point")]) * MOST_ARMED)

    def __enter__(self) -> Self:
        from _thread import allocate_lock, start_new_thread

        recording, profile, state = self.recording, self._profile, self._state
        period = int(recording.interval) if recording.by == BY_FUEL else FOREVER
        profile[P_LIBRARY] = state[S_CODE_TOP]
        profile[P_SAMPLES] = profile[P_HOST] = profile[P_ARMED] = 0
        profile[P_PERIOD] = profile[P_GAP] = period
        state[S_FUEL] = state[S_FUEL_START] = period
        profile[P_SAMPLE] = recording.by
        self._over, self._done = allocate_lock(), allocate_lock()
        if recording.by == BY_TIME:
            self._over.acquire()
            self._done.acquire()
            start_new_thread(self._watch, ())
        return self

    def __exit__(self, *_: object) -> None:
        if self.recording.by == BY_TIME:
            self._over.release()
            self._done.acquire()
        self._profile[P_SAMPLE] = 0
        self._disarm()
        self.drain()

    def _watch(self) -> None:
        """The thread: once per interval, ask for a sample."""
        wait, interval = self._over.acquire, self.recording.interval
        try:
            while not wait(timeout=interval):
                self._ask()
        finally:
            self._done.release()

    def _ask(self) -> None:
        if self._profile[P_HOST]:
            return  # Python is at work for the script; that is timed exactly
        if not self._profile[P_ARMED]:
            self._arm()
        self._state[S_FUEL] = -1

    def _arm(self) -> None:
        """Overwrite the code of the function that runs.

        What is read here may change meanwhile; then it is some other function's code that is overwritten, and put back
        with the next sample.
        """
        state = self._state
        try:
            cell = self._registers[state[S_FP]] & ID
            template = self._aux[cell]
        except IndexError:
            return
        if not 0 < template < state[S_TEMPLATE_TOP] or cell >= state[S_CELL_TOP]:
            return
        if self._meta[cell] & KIND not in {K_FUNCTION, K_COROUTINE}:
            return
        start, end = self._templates[template * TEMPLATE_WORDS], self._templates[template * TEMPLATE_WORDS + 1]
        if not 0 < start < end <= state[S_CODE_TOP] or end - start > MOST_ARMED:
            return
        if template not in self._kept:  # only once: later there might be points left that were armed too late
            self._backup[start:end] = self._code[start:end]
            self._kept.add(template)
        self._profile[P_ARMED_END] = end
        self._profile[P_ARMED] = start
        self._code[start:end] = self._points[: end - start]

    def _disarm(self) -> None:
        for template in self._kept:
            start, end = self._templates[template * TEMPLATE_WORDS], self._templates[template * TEMPLATE_WORDS + 1]
            self._code[start:end] = self._backup[start:end]
        self._profile[P_ARMED] = 0

    def drain(self) -> None:
        """Take what the kernel recorded; to be called whenever it comes up for air."""
        words = self._samples[: self._profile[P_SAMPLES]].tolist()
        self._profile[P_SAMPLES] = 0
        recording, numbers = self.recording, self._numbers
        for at in starts(words):
            stack = (words[at + 1], *words[at + HEADER : at + words[at]])
            count, took = words[at + 2], words[at + 3]
            recording.counts[stack] += count
            recording.nanoseconds[stack] += took
            recording.samples += 1
            recording.order.append(numbers.setdefault(stack, len(numbers)))
            recording.order.append(took)


def starts(words: list[int]) -> Iterator[int]:
    """Where records begin."""
    at = 0
    while at < len(words):
        yield at
        at += words[at]


@contextlib.contextmanager
def no_sampler() -> Iterator[None]:
    """In place of a sampler where none is wanted."""
    yield
