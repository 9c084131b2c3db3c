"""A time limit for what runs in Python: the front end, which comes by no place where the kernel looks at the clock.

A thread waits for the moment and raises an exception in the thread that works, between two of its instructions. So
parser and compiler need not ask for the time.
"""
from __future__ import annotations

import gc
from _thread import allocate_lock, get_ident, start_new_thread
from ctypes import c_ulong, py_object, pythonapi
from time import monotonic_ns

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    Result = TypeVar("Result")


AGAIN = 0.5
"""Seconds after which the exception is raised again: in a destructor or a callback of a weak reference it is lost."""


class OvertimeError(BaseException):
    """The time is up. No handler of errors is to catch it."""


class Work:
    """Something that can be stopped, whichever thread is at it.

    It can be held up: then the exception waits until a thread goes on with it, and arrives nowhere else.
    """

    def __init__(self) -> None:
        self._worker = get_ident()
        self._decision = allocate_lock()
        self._held = self._due = False
        self._raised = False

    def stop(self) -> None:
        """Have OvertimeError raised in the thread that works."""
        with self._decision:
            if self._held:
                self._due = True
            else:
                self._raised = True
                _raise_in(self._worker, OvertimeError)

    @property
    def is_due(self) -> bool:
        """Whether it was stopped while it is held up."""
        return self._due

    def hold(self) -> None:
        """From the thread that works: nothing arrives here from now on. What was under way may still do so in here."""
        with self._decision:
            self._held = True
            if self._raised:
                _raise_in(self._worker, None)
                self._due = True

    def go_on(self) -> None:
        """The thread that calls this is the one that works from now on. Raises OvertimeError if it was stopped."""
        with self._decision:
            self._worker = get_ident()
            self._held = False
            due, self._due = self._due, False
            self._raised |= due
        if due:
            raise OvertimeError


_under_way: dict[int, Work] = {}
"""By thread, what it works at within a time limit."""


def under_way() -> Work:
    """What this thread works at; something new outside of `in_time`."""
    return _under_way.get(get_ident()) or Work()


def in_time(deadline: int, run: Callable[[], Result], error: Callable[[], Exception]) -> Result:
    """`run()`, up to a moment of the monotonic clock in ns. Raises `error()` then."""
    over = allocate_lock()
    over.acquire()
    collects = gc.isenabled()

    def watch() -> None:
        wait = max(0.0, (deadline - monotonic_ns()) / 1e9)
        while not over.acquire(timeout=wait):
            work.stop()
            wait = AGAIN

    work = _under_way[get_ident()] = Work()
    try:
        start_new_thread(watch, ())
        try:
            return run()
        finally:
            work.hold()
    except OvertimeError:
        work.hold()
    finally:
        over.release()
        del _under_way[get_ident()]
    if collects:
        gc.enable()  # the exception may have come just before somebody else did this
    raise error()


def _raise_in(thread: int, exception: type[BaseException] | None) -> None:
    """Raise an exception in a thread when it next runs Python; None takes back one that is still to be raised."""
    given = None if exception is None else py_object(exception)
    pythonapi.PyThreadState_SetAsyncExc(c_ulong(thread), given)
