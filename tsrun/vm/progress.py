"""How far the compilation of the kernel is: a bar on a terminal, a few plain lines elsewhere."""
from __future__ import annotations

import sys
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType
    from typing import Any


class Report:
    """Called with what is being done, how many are done and how many there are; a context manager."""

    def __init__(self, title: str, *, quiet: bool = False) -> None:
        self.title, self.quiet = title, quiet
        self.start = time.monotonic()
        self._bar: Any = None
        self._task: Any = None
        self._doing = ""
        self._said = 0.0

    def __enter__(self) -> Report:  # noqa: PYI034 (typing.Self would be imported for nothing)
        if not self.quiet and sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

            columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
            self._bar = Progress(*columns, console=Console(stderr=True), transient=True)
            self._bar.start()
            self._task = self._bar.add_task(self.title, total=None)
        else:
            self._say(f"{self.title} (once; it is kept in the cache)")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()
        if kind is None:
            self._say(f"{self.title}: done in {time.monotonic() - self.start:.0f} s")

    def _say(self, text: str) -> None:
        if not self.quiet:
            print(f"tsrun: {text}", file=sys.stderr, flush=True)

    def __call__(self, doing: str, done: int, total: int) -> None:
        if self._bar is not None:
            self._bar.update(self._task, description=f"{self.title}: {doing}", completed=done, total=total)
            return
        now = time.monotonic()
        if doing.split(None, 1)[0] == self._doing and now - self._said < 5.0:
            return
        self._doing, self._said = doing.split(None, 1)[0], now
        self._say(f"{self.title}: {doing}" + (f", {done} of {total}" if total > 1 else ""))
