"""The memory of a VM: one mapping of address space that holds every region.

It begins with the header (see heap/arena), then come the near regions at the offsets that are compiled into the kernel,
then the far ones, each with as much address space as the memory limit lets it need at most. Pages that were never
written cost nothing. numpy is not needed to run; `numpy(name)` gives a region as an array to whoever looks.
"""
from __future__ import annotations

import mmap
from ctypes import addressof, c_char

from tsrun.heap.arena import HEADER_BASES, HEADER_LENGTHS, HEADER_WORDS, ITEM_SIZES, PAGE
from tsrun.heap.extents import CELL_BYTES, FIXED, IN_USE, PER_CELL, PER_WORD, SOURCE, source_length

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

RegionRow = tuple[str, str, int, int, int, str]
"""Name, element type, number, near length (0: far), offset (-1: far), owner ("" if it owns its memory)."""

FORMATS = {"int8": "b", "uint8": "B", "int16": "h", "uint16": "H", "int32": "i", "uint32": "I", "int64": "q",
           "float64": "d"}
DEFAULT_LIMIT = 4 << 30
LEAST_LIMIT = 16 << 20
_NORESERVE = getattr(mmap, "MAP_NORESERVE", 0x4000)


def region_table(near_size: int | None = None) -> tuple[int, list[RegionRow]]:
    """Size of the near part and a row per region that is declared at this moment."""
    from tsrun.heap import arena

    every = arena.REGIONS.values()
    rows = [(each.name, each.dtype, each.number, each.near, each.offset, each.same_as) for each in every]
    return arena.near_size() if near_size is None else near_size, rows


def _far_length(name: str, limit: int) -> int:
    """Elements that a far region can at most need under a limit of bytes."""
    if name in FIXED:
        return FIXED[name]
    if name in PER_CELL:
        return int((limit // CELL_BYTES + 4096) * PER_CELL[name]) + 64
    if name in PER_WORD:
        return int((limit // 8 + 4096) * PER_WORD[name]) + 64
    if name in SOURCE:
        return source_length(limit)
    raise KeyError(f"heap/extents does not say how large region {name} can become")


class Memory:
    """The regions of one VM. `limit` is the memory limit in bytes that they were laid out for."""

    __slots__ = ("_rows", "_views", "base", "limit", "map", "offsets")

    def __init__(self, near_size: int, rows: Iterable[RegionRow], limit: int = DEFAULT_LIMIT) -> None:
        self._rows = {row[0]: row for row in rows}
        self._views: dict[str, memoryview] = {}
        limit = max(limit, LEAST_LIMIT)
        while True:
            offsets, lengths, size = self._place(near_size, limit)
            try:
                self.map = mmap.mmap(-1, size, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | _NORESERVE)
                break
            except OSError:
                # Address space is scarce (ulimit -v) or must be backed (strict overcommit): reserve less.
                if limit <= LEAST_LIMIT:
                    raise MemoryError(f"the system refuses {size >> 20} MB of address space") from None
                limit = max(limit // 2, LEAST_LIMIT)
        self.limit = limit
        self.base = addressof(c_char.from_buffer(self.map))
        self.offsets = offsets
        header = memoryview(self.map)[: HEADER_WORDS * 8].cast("q")
        for name, row in self._rows.items():
            header[HEADER_BASES + row[2]] = self.base + offsets[name]
            header[HEADER_LENGTHS + row[2]] = lengths[name]
        self._views["header"] = header

    def _place(self, near_size: int, limit: int) -> tuple[dict[str, int], dict[str, int], int]:
        offsets: dict[str, int] = {}
        lengths: dict[str, int] = {}
        end = -(-near_size // PAGE) * PAGE
        for name, dtype, _, near, offset, owner in self._rows.values():
            size = ITEM_SIZES[dtype]
            if owner:
                offsets[name] = offsets[owner]
                lengths[name] = lengths[owner] * ITEM_SIZES[self._rows[owner][1]] // size
            elif near:
                offsets[name], lengths[name] = offset, near
            else:
                offsets[name], lengths[name] = end, _far_length(name, limit)
                end += -(-(lengths[name] * size) // PAGE) * PAGE
        return offsets, lengths, end

    def view(self, name: str) -> memoryview:
        """A region (or "header") as a memoryview of its elements."""
        found = self._views.get(name)
        if found is None:
            row = self._rows[name]
            start = self.offsets[name]
            size = self.length(name) * ITEM_SIZES[row[1]]
            place = memoryview(self.map)[start : start + size]
            found = self._views[name] = place.cast(FORMATS[row[1]])  # type: ignore[call-overload]
        return found

    def length(self, name: str) -> int:
        """Reserved length of a region in elements."""
        return self._views["header"][HEADER_LENGTHS + self._rows[name][2]]

    def numpy(self, name: str) -> Any:
        """A region as a numpy array over the same memory, for tools."""
        import numpy as np

        return np.frombuffer(self.view(name), dtype=self._rows[name][1])

    def _used(self, state: memoryview) -> list[tuple[str, int]]:
        """Bytes in use at the start of each region, in the order of an image."""
        used = []
        for name, (word, factor, addend) in IN_USE.items():
            if name in self._rows:
                elements = (state[word] if word >= 0 else 0) * factor + addend
                used.append((name, int(-(-elements // 1)) * ITEM_SIZES[self._rows[name][1]]))
        return used

    def save(self) -> tuple[list[tuple[str, int]], bytes]:
        """What is in use: the places (region, bytes) and the content, one after the other."""
        used = self._used(self.view("state"))
        whole = memoryview(self.map)
        parts = [whole[self.offsets[name] : self.offsets[name] + size] for name, size in used]
        return used, b"".join(parts)

    def restore(self, used: list[tuple[str, int]], content: memoryview) -> None:
        """Put a saved content back into its places."""
        whole = memoryview(self.map)
        at = 0
        for name, size in used:
            start = self.offsets[name]
            whole[start : start + size] = content[at : at + size]
            at += size

    def resident(self) -> dict[str, int]:
        """Bytes that each region reserved, for information."""
        return {name: self.length(name) * ITEM_SIZES[row[1]] for name, row in self._rows.items() if not row[5]}
