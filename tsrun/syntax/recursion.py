"""Passes over deeply nested sources: parsing and compiling recurse once or more for each level.

Python's recursion limit is one for all threads, and a thread whose stack is an ordinary one must not go as deep as a
raised limit lets it: Python would abort. So while the limit is raised exactly one pass is under way, in a thread of its
own with a large stack. It raises the limit when all passes in ordinary threads have come to their end, new ones wait
until it is over, and it puts the limit back itself, whoever has stopped waiting for it.
"""
from __future__ import annotations

import os
import sys
import threading
from time import sleep

from tsrun.overtime import under_way

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar
    from collections.abc import Callable
    from types import FrameType

    from tsrun.overtime import Work

    Result = TypeVar("Result")

DEEPEST_RECURSION = 120_000
"""Python frames that a pass over a deeply nested tree may use."""
STACK_SIZES = (512 << 20, 64 << 20)
"""Native stacks to try for that: making an object, or calling a function of C's that calls back, takes some of it."""
MOST_STACK = 4 << 10
"""Bytes of native stack for each frame, amply."""
MOMENT = 0.001
"""Seconds between two looks at whether it is one's turn."""


class _Turn:
    """Whose turn it is: the thread of the deep pass that is under way, 0 if there is none."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.starting = threading.Lock()
        """Held while the stack size of new threads is another."""
        self.thread = 0
        self.normal = self.raised = 0
        """Recursion limits: before the deep pass, and during it."""

    def end(self) -> None:
        """The limit is as it was; unless somebody has set another meanwhile."""
        if self.raised and sys.getrecursionlimit() == self.raised:
            sys.setrecursionlimit(self.normal)
        self.raised = self.thread = 0

    def after_fork(self) -> None:
        """In a child the threads of others are gone, wherever they were."""
        self.end()
        self.lock, self.starting = threading.Lock(), threading.Lock()


_turn = _Turn()
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_turn.after_fork)


def with_deep_recursion(run: Callable[[], Result]) -> Result:
    """`run()`; if it recurses too deeply for Python's limit, `run()` again in a thread with a large stack.

    Raises RecursionError if that is not enough.
    """
    if _turn.thread == threading.get_ident():
        return run()
    try:
        while not (outcome := _ordinary(run)):
            if not _turn.raised and _is_at_work(sys._getframe()):  # noqa: SLF001 likewise
                return run()  # within another one (in a signal's handler, say), for which the deep pass waits
            sleep(MOMENT)
        return outcome[0]
    except RecursionError:
        pass
    found: Result = _Deep(run).result()
    return found


def _ordinary(run: Callable[[], Result]) -> tuple[Result] | None:
    """`run()` in this thread as it is; None if a deep pass is under way.

    That this function is on a thread's stack is what tells a deep pass to wait (`_others_at_work`): so it is, from
    before the question whether there is one.
    """
    return None if _turn.lock.locked() else (run(),)


def _others_at_work(*but: int) -> bool:
    """Whether a pass is under way in an ordinary thread, those given apart."""
    frames = sys._current_frames()  # noqa: SLF001 it is documented, for uses such as this
    return any(_is_at_work(top) for thread, top in frames.items() if thread not in but)


def _is_at_work(top: FrameType) -> bool:
    """Whether an ordinary pass is under way on a stack."""
    frame: FrameType | None = top
    while frame is not None:
        if frame.f_code is _ordinary.__code__:
            return True
        frame = frame.f_back
    return False


def _give_back() -> None:
    _turn.end()
    _turn.lock.release()


class _Deep:
    """A pass in a thread with a large stack."""

    def __init__(self, run: Callable[[], Any]) -> None:
        self._run = run
        self._outcome: list[Any] = []
        self._failure: list[BaseException] = []
        self._starter = threading.get_ident()
        self._limit = 0

    def result(self) -> Any:
        """What `run` returned, or raises what it raised."""
        work = under_way()
        work.hold()
        thread = self._start(work)
        if thread is not None:
            try:
                thread.join()
            except BaseException:
                work.stop()
                raise
        work.go_on()
        if thread is None:
            raise RecursionError
        if self._failure:
            raise self._failure[0]
        return self._outcome[0]

    def _start(self, work: Work) -> threading.Thread | None:
        """A thread with the largest stack that is to be had; None if there is none."""
        with _turn.starting:
            before = threading.stack_size()
            for size in STACK_SIZES:
                self._limit = min(DEEPEST_RECURSION, size // MOST_STACK)
                thread = threading.Thread(target=self._deep, args=(work,), daemon=True)
                try:
                    threading.stack_size(size)
                    thread.start()
                except (RuntimeError, MemoryError):  # no such stack
                    continue
                finally:
                    threading.stack_size(before)
                return thread
        return None

    def _deep(self, work: Work) -> None:
        """What the thread does. Nobody can stop it but within `run`."""
        try:
            if self._take_turn(work):
                try:
                    self._work(work)
                finally:
                    _give_back()
            else:
                work.go_on()  # raises
        except BaseException as error:  # noqa: BLE001 raised again where it is waited for
            work.hold()
            self._failure.append(error)

    def _take_turn(self, work: Work) -> bool:
        """Wait until no other pass is under way, then raise the limit; false if the work is stopped meanwhile."""
        while not _turn.lock.acquire(timeout=MOMENT):
            if work.is_due:
                return False
        _turn.thread = threading.get_ident()
        while _others_at_work(_turn.thread, self._starter):
            if work.is_due:
                _give_back()
                return False
            sleep(MOMENT)
        _turn.normal = sys.getrecursionlimit()
        _turn.raised = max(_turn.normal, self._limit)
        sys.setrecursionlimit(_turn.raised)
        return True

    def _work(self, work: Work) -> None:
        try:
            try:
                work.go_on()
                self._outcome.append(self._run())
            finally:
                work.hold()
        except BaseException as error:  # noqa: BLE001 likewise
            work.hold()
            self._failure.append(error)
