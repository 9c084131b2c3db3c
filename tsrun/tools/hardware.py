"""The processor's counters for what one thread does, by Linux' perf_event_open."""
from __future__ import annotations

import errno
import os
import struct
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Self

SYSCALLS = {"x86_64": 298, "aarch64": 241, "riscv64": 241, "ppc64le": 319, "s390x": 331}
"""Number of perf_event_open by machine."""
HARDWARE, HARDWARE_CACHE = 0, 3
L1D_READ_MISS, DTLB_READ_MISS = 0 | 0 << 8 | 1 << 16, 3 | 0 << 8 | 1 << 16
EVENTS = (
    ("instructions", HARDWARE, 1), ("cycles", HARDWARE, 0), ("branches", HARDWARE, 4), ("branch misses", HARDWARE, 5),
    ("cache references", HARDWARE, 2), ("cache misses", HARDWARE, 3),
    ("L1 data read misses", HARDWARE_CACHE, L1D_READ_MISS), ("data TLB read misses", HARDWARE_CACHE, DTLB_READ_MISS),
)
"""Name, type and number of what is counted."""
ATTRIBUTES = 112
"""Size of the structure of attributes, as of Linux 4.1."""
DISABLED, EXCLUDE_KERNEL, EXCLUDE_HYPERVISOR = 1 << 0, 1 << 5, 1 << 6
TIMES = 1 | 2
"""Read format: with the time that the counter was enabled, and that it really ran."""
ENABLE, DISABLE = 0x2400, 0x2401


@dataclass(frozen=True, slots=True)
class Count:
    """A counter's result; `share`: the part of the time in which it really counted (several take turns)."""

    name: str
    value: int
    share: float


def open_counter(kind: int, number: int) -> int:
    """A counter of the calling thread outside the system, not running yet. Raises OSError."""
    import ctypes

    machine = os.uname().machine
    if not sys.platform.startswith("linux") or machine not in SYSCALLS:
        raise OSError(0, f"not known on {sys.platform} {machine}")
    flags = DISABLED | EXCLUDE_KERNEL | EXCLUDE_HYPERVISOR
    attributes = struct.pack("=IIQQQQQ", kind, ATTRIBUTES, number, 0, 0, TIMES, flags).ljust(ATTRIBUTES, b"\0")
    library = ctypes.CDLL(None, use_errno=True)
    handle = int(library.syscall(SYSCALLS[machine], attributes, 0, -1, -1, 0))
    if handle < 0:
        error = ctypes.get_errno()
        raise OSError(error, os.strerror(error))
    return handle


def reason(error: OSError) -> str:
    """Why a counter can't be had, for people."""
    if error.errno in {errno.ENOENT, errno.ENODEV, errno.EOPNOTSUPP}:
        return "it has none, as most virtual machines"
    if error.errno in {errno.EACCES, errno.EPERM}:
        return "not allowed; /proc/sys/kernel/perf_event_paranoid must be 2 or less"
    return error.strerror or str(error)


class Counters:
    """Counts while it is entered as a context."""

    def __init__(self) -> None:
        self._handles: list[tuple[str, int]] = []
        self.missing: dict[str, str] = {}
        """Why a counter can't be had, by name."""
        self.counts: list[Count] = []
        for name, kind, number in EVENTS:
            try:
                self._handles.append((name, open_counter(kind, number)))
            except OSError as error:
                self.missing[name] = reason(error)

    @property
    def available(self) -> bool:
        """Whether the machine has any of them."""
        return bool(self._handles)

    def _all(self, request: int) -> None:
        from fcntl import ioctl

        for _, handle in self._handles:
            ioctl(handle, request, 0)

    def __enter__(self) -> Self:
        self._all(ENABLE)
        return self

    def __exit__(self, *_: object) -> None:
        self._all(DISABLE)
        for name, handle in self._handles:
            self.counts.append(counted(name, os.read(handle, 24)))
            os.close(handle)
        self._handles.clear()


def counted(name: str, data: bytes) -> Count:
    """What was read from a counter, for the whole time: one that ran for a part of it is taken as typical."""
    value, enabled, ran = struct.unpack("=QQQ", data)
    if not ran:
        return Count(name, 0, 0.0)
    return Count(name, round(value * enabled / ran), ran / enabled)
