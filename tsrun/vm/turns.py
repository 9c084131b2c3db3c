"""One thread at a time in a realm: the kernel runs without Python's lock, and two in one memory would ruin it."""
from __future__ import annotations

from _thread import RLock

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tsrun.vm.driver import Engine

LOOK = 0.1
"""Seconds between two looks at what the thread that has the turn does."""
PATIENCE = 20
"""Looks that may find it in the same call of a Python function."""


class Turn:
    """A context for a thread that works in a realm; it may enter again."""

    __slots__ = ("_engine", "_lock")

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lock = RLock()

    def __enter__(self) -> None:
        """Wait for the others.

        Raises RuntimeError if one has called Python and stays there: maybe it waits for this thread, and both would
        wait for ever.
        """
        if self._lock.acquire(blocking=False):
            return
        before = looks = 0
        while not self._lock.acquire(timeout=LOOK):
            now = self._engine.in_python
            looks = looks + 1 if now == before != 0 else 0
            before = now
            if looks >= PATIENCE:
                raise RuntimeError(
                    "another thread runs this script and is in a Python function that the script called: "
                    "until that returns, no function of the script can be called here")

    def __exit__(self, *_: object) -> None:
        self._lock.release()
