"""Recording samples of a run: starting the kernel's sampler, draining its records, and what they mean."""
from __future__ import annotations

from _thread import allocate_lock, start_new_thread
from array import array
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from tsrun.heap.counters import (
    P_ARMED, P_GAP, P_HOST, P_LIBRARY, P_LOST, P_PERIOD, P_RANDOM, P_SAMPLE, P_SAMPLES, P_SAVED, P_STOP,
)
from tsrun.heap.layout import S_CODE_TOP, S_FUEL, S_FUEL_START

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tsrun.realm import Realm

BY_FUEL, BY_TIME = 1, 2
AT_FUEL, AT_POINT, IN_NATIVE, IN_COLLECTOR, IN_HOST = range(5)
HEADER = 4
"""As in vm/sample, which only a build of the kernel imports."""
FOREVER = 1 << 40
"""Fuel that lasts until the other thread takes it away."""
FUEL_NS = 1000
ENOUGH = 1 << 16
"""Words of records from which on they are drained, when the kernel comes up for air."""

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
    lost: int = 0
    """Samples for which there was no room."""
    order: array[int] = field(default_factory=lambda: array("q"))
    """Number of the stack (in the order of `counts`) and nanoseconds of each sample, in the order of time. By fuel, a
    unit is a microsecond here."""


class Sampler:
    """Takes samples of what a realm runs while it is entered as a context."""

    def __init__(self, realm: Realm, *, by: int = BY_TIME, interval: float = 0.001) -> None:
        self._realm = realm
        self.recording = Recording(by, interval)
        view = realm.engine.memory.view
        self._state, self._profile, self._samples = realm.engine.state, view("profile"), view("samples")
        self._drained: list[bytes] = []
        self._done = allocate_lock()
        """Held while the other thread runs."""

    def __enter__(self) -> Self:
        recording, profile, state = self.recording, self._profile, self._state
        period = int(recording.interval) if recording.by == BY_FUEL else FOREVER
        profile[P_LIBRARY] = state[S_CODE_TOP]
        for word in (P_SAMPLES, P_LOST, P_HOST, P_ARMED, P_SAVED, P_STOP, P_RANDOM):
            profile[word] = 0
        profile[P_PERIOD] = profile[P_GAP] = period
        state[S_FUEL] = state[S_FUEL_START] = period
        profile[P_SAMPLE] = recording.by
        if recording.by == BY_TIME:
            self._done.acquire()
            start_new_thread(self._watch, ())
        return self

    def __exit__(self, *_: object) -> None:
        profile = self._profile
        profile[P_STOP] = 1
        if self.recording.by == BY_TIME:
            self._done.acquire()
            self._done.release()
        saved = profile[P_SAVED]
        view = self._realm.engine.memory.view
        view("code")[:saved] = view("code_backup")[:saved]
        profile[P_ARMED] = profile[P_SAMPLE] = 0
        self.drain(ENOUGH)
        self.recording.lost = profile[P_LOST]
        for chunk in self._drained:
            self._take(memoryview(chunk).cast("q").tolist())
        self._drained.clear()

    def _watch(self) -> None:
        try:
            self._realm.engine.watch(self.recording.interval)
        finally:
            self._done.release()

    def drain(self, margin: int = 0) -> None:
        """Take what the kernel recorded, if it is much; to be called whenever the kernel comes up for air."""
        used = self._profile[P_SAMPLES]
        if used + margin >= ENOUGH:
            self._drained.append(bytes(self._samples[:used]))
            self._profile[P_SAMPLES] = 0

    def _take(self, words: list[int]) -> None:
        recording = self.recording
        numbers = {stack: number for number, stack in enumerate(recording.counts)}
        for at in starts(words):
            stack = (words[at + 1], *words[at + HEADER : at + words[at]])
            count, took = words[at + 2], words[at + 3]
            recording.counts[stack] += count
            recording.nanoseconds[stack] += took
            recording.samples += 1
            recording.order.append(numbers.setdefault(stack, len(numbers)))
            recording.order.append(took if recording.by == BY_TIME else count * FUEL_NS)


def starts(words: list[int]) -> Iterator[int]:
    """Where records begin."""
    at = 0
    while at < len(words):
        yield at
        at += words[at]
