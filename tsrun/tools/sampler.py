"""Recording samples of a run: starting the kernel's sampler, draining its records, and what they mean."""
from __future__ import annotations

from _thread import allocate_lock, start_new_thread
from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from tsrun.heap.counters import (
    P_ARMED, P_GAP, P_HOST, P_LAST, P_LIBRARY, P_LOST, P_PAUSED, P_PERIOD, P_RANDOM, P_SAMPLE, P_SAMPLES, P_SAVED,
    P_STACK, P_STOP, P_TAKEN,
)
from tsrun.heap.layout import S_CODE_TOP, S_FUEL, S_FUEL_START
from tsrun.tools.calltree import CallTree
from tsrun.tools.frames import AT_FUEL, AT_POINT, CALLED_BACK, LEFT_OUT, Frames

if TYPE_CHECKING:
    from tsrun.realm import Realm
    from tsrun.tools.frames import Frame

BY_FUEL, BY_TIME = 1, 2
HEADER = 5
"""As in vm/sample, which only a build of the kernel imports."""
FOREVER = 1 << 40
"""Fuel that lasts until the other thread takes it away."""
FUEL_NS = 1000
ENOUGH = 1 << 14
"""Words of records from which on they are drained, when the kernel comes up for air."""
MOST_NODES = 1 << 18
"""When there are so many, of stacks that are new only what is known, from outside on, and the innermost frame are kept:
a recursion that never takes the same way twice must not use up the memory."""


@dataclass(slots=True)
class Recording:
    """What a run left. A stack is a node of a tree, so what differs in nothing but time takes memory once."""

    by: int
    interval: float
    """Seconds, or units of fuel."""
    frames: list[Frame]
    calls: CallTree = field(default_factory=CallTree)
    """Of numbers of frames."""
    own: list[int] = field(default_factory=lambda: [0])
    """By node: nanoseconds, or units of fuel, of the samples whose innermost frame it is."""
    samples: int = 0
    lost: int = 0
    """Samples for which there was no room."""
    order: array[int] = field(default_factory=lambda: array("q"))
    """Node and nanoseconds of each sample, in the order of time, if that is wanted. By fuel, a unit is a microsecond
    here."""


class Sampler:
    """Takes samples of what a realm runs while it is entered as a context."""

    def __init__(self, realm: Realm, *, by: int = BY_TIME, interval: float = 0.001, in_order: bool = True) -> None:
        self._realm = realm
        self._frames = Frames(realm)
        self.recording = Recording(by, interval, self._frames.every)
        self._in_order = in_order
        view = realm.engine.memory.view
        self._state, self._profile, self._samples = realm.engine.state, view("profile"), view("samples")
        self._path, self._stack = [0], list[int]()
        """The last record from its outermost frame on: nodes, the root first, and words."""
        self._taken = 0
        """Words of the kernel's buffer that are in the tree already."""
        self._cuts = set[int]()
        """Nodes that stand for frames for which there was no room in the tree."""
        self._library = 0
        self._done = allocate_lock()
        """Held while the other thread runs."""

    def __enter__(self) -> Self:
        recording, profile, state = self.recording, self._profile, self._state
        period = int(recording.interval) if recording.by == BY_FUEL else FOREVER
        self._library, profile[P_LIBRARY] = profile[P_LIBRARY], state[S_CODE_TOP]  # code stays where it is
        for word in (P_SAMPLES, P_LOST, P_HOST, P_ARMED, P_SAVED, P_STOP, P_RANDOM, P_LAST, P_PAUSED, P_STACK, P_TAKEN):
            profile[word] = 0
        self._taken = 0
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
        profile[P_LIBRARY] = self._library

    def _watch(self) -> None:
        try:
            self._realm.engine.watch(self.recording.interval)
        finally:
            self._done.release()

    def drain(self, margin: int = 0) -> None:
        """Take what the kernel recorded, if it is much; to be called whenever the kernel comes up for air."""
        used = self._profile[P_SAMPLES]
        if used + margin >= ENOUGH:
            self._frames.look()
            self._take(self._samples[:used].tolist())
            self._profile[P_SAMPLES] = self._taken = 0

    def _take(self, words: list[int]) -> None:
        recording, path, stack, frames = self.recording, self._path, self._stack, self._frames
        child, of_word = recording.calls.child, frames.of_word.get
        by_time, own, order = recording.by == BY_TIME, recording.own, recording.order
        # Ctrl-C may come in the middle: the next time goes on with the record that this one had not finished.
        while self._taken < len(words):
            at = self._taken
            length, kind, count, took, shared = words[at : at + HEADER]
            new = words[at + HEADER : at + length]
            del path[shared + 1 :]
            stack[shared:] = new
            node = path[-1]
            if len(recording.calls) < MOST_NODES:
                for word in new:
                    known = of_word(word)
                    for frame in frames.learn(word) if known is None else known:
                        node = child(node, frame)
                    path.append(node)
            else:
                node = self._follow(new)
            if kind == AT_POINT:
                node = path[-2]
                for frame in frames.of_point(stack[-1]):
                    node = child(node, frame)
            else:
                if node in self._cuts:
                    for frame in of_word(stack[-1]) or ():
                        node = child(node, frame)
                if kind != AT_FUEL:
                    node = child(node, frames.of_leaf(kind))
            node = node or child(0, frames.number(CALLED_BACK, 0))
            if len(own) < len(recording.calls):
                own += [0] * (len(recording.calls) - len(own))
            own[node] += took if by_time else count
            self._taken = at + length
            recording.samples += 1
            if self._in_order:
                order.append(node)
                order.append(took if by_time else count * FUEL_NS)

    def _follow(self, words: list[int]) -> int:
        """As long as its nodes are there, lengthen the path; what comes then is left out. The last node."""
        calls, frames, path = self.recording.calls, self._frames, self._path
        node = path[-1]
        for word in words:
            known = frames.of_word.get(word)
            for frame in frames.learn(word) if known is None else known:
                if node in self._cuts:
                    break
                found = calls.known(node, frame)
                if found is None:
                    found = calls.child(node, frames.number(LEFT_OUT, 0))
                    self._cuts.add(found)
                node = found
            path.append(node)
        return node
