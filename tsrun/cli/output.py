"""Standard output and standard error of the command line.

What a script prints is gathered and written in large pieces: before anything goes to standard error, at the end, and
each time the kernel comes up for air. On a terminal every message is written at once.
"""
from __future__ import annotations

import os

ENOUGH = 1 << 16
OUT, ERR = 1, 2
ERROR_LEVELS = ("error", "warn", "trace")


class Output:
    """Both streams. Raises BrokenPipeError when the reader of one is gone."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._size = 0
        try:
            self._most = 0 if os.isatty(OUT) else ENOUGH
        except OSError:
            self._most = ENOUGH

    def line(self, text: str) -> None:
        """A line on standard output."""
        self._parts.append(text)
        self._size += len(text) + 1
        if self._size > self._most:
            self.flush()

    def error(self, text: str) -> None:
        """A line on standard error, after what was printed before."""
        self.flush()
        write(ERR, text + "\n")

    def message(self, level: str, text: str) -> None:
        """A message of the console."""
        if level in ERROR_LEVELS:
            self.error(text)
        else:
            self.line(text)

    def flush(self) -> None:
        """Write what was gathered."""
        if self._parts:
            text = "\n".join(self._parts) + "\n"
            self._parts.clear()
            self._size = 0
            write(OUT, text)

    def flush_quietly(self) -> None:
        """Write what was gathered, if someone still reads."""
        try:
            self.flush()
        except OSError:
            self._parts.clear()


def encoded(text: str) -> bytes:
    """UTF-8; lone surrogates become U+FFFD, as everywhere on the web."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode()


def write(handle: int, text: str) -> None:
    """Write all of a text."""
    data = memoryview(encoded(text))
    while data:
        try:
            data = data[os.write(handle, data):]
        except BlockingIOError:  # the other end set the pipe to non-blocking
            import select

            select.select([], [handle], [])
