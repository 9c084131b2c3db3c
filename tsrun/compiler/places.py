"""From byte offsets to lines and columns, and to UTF-16 offsets, for many places at once."""
from __future__ import annotations


from tsrun.syntax.positions import Positions, decoded, utf16_length
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_BOM = b"\xef\xbb\xbf"


def line_columns(source: bytes, offsets: Iterable[int], positions: Positions | None) -> dict[int, int]:
    """Line << 32 | column (both from 1, columns in UTF-16 units) for each offset, in one sweep."""
    starts = (positions or Positions(source)).line_starts
    ascii_only = source.isascii()
    found: dict[int, int] = {}
    line, count = 0, len(starts)
    at, column = (3 if source.startswith(_BOM) else 0), 1
    for offset in sorted(set(offsets)):
        while line + 1 < count and starts[line + 1] <= offset:
            line += 1
            at, column = starts[line], 1
        if offset > at:
            column += offset - at if ascii_only else utf16_length(decoded(source[at:offset]))
            at = offset
        found[offset] = (line + 1) << 32 | column
    return found


def utf16_offsets(source: bytes, offsets: Iterable[int]) -> dict[int, int]:
    """Where byte offsets are in the source as a UTF-16 string (without a byte order mark)."""
    found: dict[int, int] = {}
    ascii_only = source.isascii()
    at, units = (3 if source.startswith(_BOM) else 0), 0
    for offset in sorted(set(offsets)):
        if offset > at:
            units += offset - at if ascii_only else utf16_length(decoded(source[at:offset]))
            at = offset
        found[offset] = units
    return found
