"""What the front end raises."""
from __future__ import annotations


class SourceError(Exception):
    """An error at a range of bytes of the source. The host turns it into the SyntaxError that users see."""

    def __init__(self, message: str, start: int, end: int) -> None:
        super().__init__(message)
        self.message = message
        self.start = start
        self.end = end
