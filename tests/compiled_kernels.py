"""Kernels compiled for a test: those asked for and all that they call, as a library over a small arena of its own.

Loading the product's kernel would test the same functions, but they have no entry from outside. Here each kernel asked
for is called by its Python name with Python numbers, and the regions are ctypes arrays over the arena's memory.
"""

from __future__ import annotations

import ctypes
import functools
import hashlib
import mmap
import os
import pathlib
import struct
import tempfile
from collections.abc import Iterable
from types import ModuleType
from typing import Any

from tsrun.heap import arena, layout  # noqa: F401 (layout declares the regions)
from tsrun.heap.arena import Kernel
from tsrun.syntax import regions  # noqa: F401 (declares the regions of the lexer)
from tsrun.vm.build.link import PROFILES, group_objects, kernel_ir, link_shared

STORE = pathlib.Path(tempfile.gettempdir()) / f"tsrun-test-kernels-{os.getuid()}"
FAR_ELEMENTS = 1 << 20
FAR_REGIONS = [each for each in arena.REGIONS.values() if each.offset < 0 and not each.same_as]
C_TYPES: dict[str, Any] = {
    "int8": ctypes.c_int8, "uint8": ctypes.c_uint8, "int16": ctypes.c_int16, "uint16": ctypes.c_uint16,
    "int32": ctypes.c_int32, "uint32": ctypes.c_uint32, "int64": ctypes.c_int64, "float64": ctypes.c_double,
    "none": None, "arena": ctypes.c_int64,
}  # fmt: skip


def _callees(kernels: Iterable[Kernel]) -> dict[str, Kernel]:
    """The kernels and all that they call, by symbol."""
    found: dict[str, Kernel] = {}
    waiting = list(kernels)
    while waiting:
        each = waiting.pop()
        if each.symbol not in found:
            found[each.symbol] = each
            scope = each.function.__globals__
            waiting += [scope[name] for name in each.function.__code__.co_names if isinstance(scope.get(name), Kernel)]
    return dict(sorted(found.items()))


def _progress(_doing: str, _done: int, _total: int) -> None:
    pass


class Compiled:
    """`compiled.name(...)` calls the kernel of that name, without the arena; `compiled.region` is that memory."""

    def __init__(self, *kernels: Kernel, profile: str | None = None) -> None:
        chosen = PROFILES[profile or os.environ.get("TSRUN_KERNEL", "dev")]
        every = _callees(kernels)
        texts = kernel_ir(every.values(), chosen.checked, STORE, _progress)
        objects = group_objects(texts, every, chosen, STORE, _progress)
        library = STORE / (hashlib.sha256("".join(map(str, objects)).encode()).hexdigest() + ".so")
        if not library.exists():
            handle, part = tempfile.mkstemp(dir=STORE, suffix=".so")
            os.close(handle)
            link_shared(objects, pathlib.Path(part))
            pathlib.Path(part).replace(library)
        self._library = ctypes.CDLL(str(library))
        self._memory = mmap.mmap(-1, arena.near_size() + 8 * FAR_ELEMENTS * len(FAR_REGIONS))
        self._base = ctypes.addressof(ctypes.c_char.from_buffer(self._memory))
        self._header = (ctypes.c_int64 * arena.HEADER_WORDS).from_address(self._base)
        self._place_regions()
        for each in every.values():
            setattr(self, each.name, self._entry(each))

    def _place_regions(self) -> None:
        places = {each.name: arena.near_size() + 8 * FAR_ELEMENTS * i for i, each in enumerate(FAR_REGIONS)}
        for each in arena.REGIONS.values():
            offset = each.offset if each.offset >= 0 else places[each.owner]
            length = each.near or 8 * FAR_ELEMENTS // each.item_size
            self._header[arena.HEADER_BASES + each.number] = self._base + offset
            self._header[arena.HEADER_LENGTHS + each.number] = length
            setattr(self, each.name, (C_TYPES[each.dtype] * length).from_address(self._base + offset))

    def _entry(self, target: Kernel) -> Any:
        function = self._library[target.symbol]
        function.restype = C_TYPES[target.result]
        function.argtypes = [C_TYPES[parameter] for parameter in target.parameters]
        if "arena" not in target.parameters:
            return function
        return lambda *args: function(self._base, *args)

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(f"no kernel or region {name}")

    @property
    def faults(self) -> int:
        """Number of bad indices so far (in the checked build)."""
        return self._header[arena.HEADER_FAULT]

    def text(self, length: int) -> str:
        """The text that a kernel left in `scratch`."""
        return bytes(self.scratch[:length]).decode("latin-1")

    def put(self, text: str, at: int = 64) -> tuple[int, int, int]:
        """Store a text as a payload; returns wide, start, end: what kernels that read text begin with."""
        units = units_of(text)
        wide = 1 if max(units, default=0) > 0xFF else 0
        (self.chars16 if wide else self.chars8)[at : at + len(units)] = units
        return wide, at, at + len(units)

    def payload(self, wide: int, start: int, end: int) -> str:
        """The text of a payload."""
        units = (self.chars16 if wide else self.chars8)[start:end]
        return b"".join(unit.to_bytes(2, "little") for unit in units).decode("utf-16-le", "surrogatepass")


@functools.cache
def kernels_of(*modules: ModuleType) -> Compiled:
    """All kernels that these modules define, compiled."""
    return Compiled(*(each for module in modules for each in vars(module).values() if isinstance(each, Kernel)))


def units_of(text: str) -> list[int]:
    data = text.encode("utf-16-le", "surrogatepass")
    return [int.from_bytes(data[i : i + 2], "little") for i in range(0, len(data), 2)]


def bits_of(value: float) -> int:
    """The bits of a double as int64, one NaN for all: what "the same number" is compared by."""
    return int(struct.unpack("<q", struct.pack("<d", value))[0]) if value == value else 0x7FF8 << 48  # noqa: PLR0124


def double_of(bits: int) -> float:
    return float(struct.unpack("<d", struct.pack("<Q", bits & (2**64 - 1)))[0])
