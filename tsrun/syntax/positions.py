"""From byte offsets to lines and columns, and the picture of a place in the source."""
from __future__ import annotations

import re
from bisect import bisect_right

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tsrun.syntax.errors import SourceError

# ECMAScript's line terminators, in UTF-8.
_LINE_END = re.compile(rb"\r\n|\n|\r|\xe2\x80[\xa8\xa9]")
_TAB_WIDTH = 4
_LONGEST_LINE = 160
"""Longer lines are shown as the part around the place."""


def utf16_length(text: str) -> int:
    return len(text) + sum(1 for character in text if character > "\uffff")


def decoded(source: bytes) -> str:
    """The text of a part of a source. What evaluated code is made of may have lone surrogates."""
    try:
        return source.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return source.decode("utf-8", "replace")


class Positions:
    """The lines of a source; made once a source, and only when a position is asked for."""

    def __init__(self, source: bytes) -> None:
        self.source = source
        self.line_starts = [0, *(match.end() for match in _LINE_END.finditer(source))]

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line from 1, and column from 1 in UTF-16 units, of a byte."""
        offset = max(0, min(offset, len(self.source)))
        line = bisect_right(self.line_starts, offset) - 1
        start = self.line_starts[line]
        if line == 0 and self.source.startswith(b"\xef\xbb\xbf"):
            start = min(3, offset)
        return line + 1, utf16_length(decoded(self.source[start:offset])) + 1

    def line_text(self, line: int) -> str:
        """The text of a line (from 1) without its end."""
        start = self.line_starts[line - 1]
        end = self.line_starts[line] if line < len(self.line_starts) else len(self.source)
        text = decoded(self.source[start:end]).encode("utf-8", "replace").decode("utf-8")
        return text.removeprefix("\ufeff").rstrip("\r\n\u2028\u2029")

    def picture(self, start: int, end: int) -> str:
        """The line of `start`, and below it carets from there to `end` or the line's end."""
        line, column = self.line_column(start)
        text = self.line_text(line)
        # From UTF-16 units to characters, which is what a terminal shows.
        at, units = 0, 0
        while at < len(text) and units < column - 1:
            units += 2 if text[at] > "\uffff" else 1
            at += 1
        width = max(1, len(decoded(self.source[start:end]).splitlines()[0]) if end > start else 1)
        width = max(1, min(width, len(text) - at))
        if len(text) > _LONGEST_LINE:
            first = max(0, at - _LONGEST_LINE // 2)
            text, at = text[first : first + _LONGEST_LINE], at - first
            width = max(1, min(width, len(text) - at))
        before = text[:at].replace("\t", " " * _TAB_WIDTH)
        marks = " " * len(before) + "^" * width
        return f"{text.replace(chr(9), ' ' * _TAB_WIDTH)}\n{marks}"


def describe(error: SourceError, source: bytes, file: str) -> str:
    """`file:line:column`, the line with carets, and the message: what a user is shown."""
    positions = Positions(source)
    line, column = positions.line_column(error.start)
    return f"{file}:{line}:{column}\n{positions.picture(error.start, error.end)}\n\nSyntaxError: {error.message}"
