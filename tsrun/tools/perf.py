"""Naming the kernel's functions for Linux' perf, and running a script under it.

The profiling kernel keeps its functions and, as a shared object, their symbols: perf finds both by itself. Code that
llvmlite loaded is in no file that perf knows; for that a map is written to where perf looks for one.
"""
from __future__ import annotations

import contextlib
import os
import select
import shutil
import struct
import subprocess
import sys
import tempfile
from typing import TYPE_CHECKING

from tsrun.errors import KernelError
from tsrun.vm import cache, kernel as kernels

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tsrun.vm.kernel import Kernel

FUNCTION = 2
"""ELF's type of a symbol that is a function."""
SYMBOL_TABLE = 2
"""ELF's type of a section that is a table of symbols."""
FREQUENCY = 999
SHOWN = 25
PATIENCE = 5
"""Seconds that perf may take to answer."""
CONTROL = "TSRUN_PERF_CONTROL"
"""Environment variable with the two pipes by which the script's process tells perf when to sample."""


def functions_of(data: bytes) -> Iterator[tuple[str, int, int]]:
    """Name, place in its section and size of each function in a 64-bit ELF object file."""
    if data[:5] != b"\x7fELF\x02":
        return
    table, = struct.unpack_from("<Q", data, 40)
    size, count = struct.unpack_from("<HH", data, 58)
    sections = [struct.unpack_from("<IIQQQQIIQQ", data, table + i * size) for i in range(count)]
    for section in sections:
        if section[1] != SYMBOL_TABLE:
            continue
        names = sections[section[6]][4]
        for at in range(section[4], section[4] + section[5], 24):
            name, info, _, where, value, length = struct.unpack_from("<IBBHQQ", data, at)
            if info & 15 == FUNCTION and where and length:
                start = names + name
                yield data[start : data.index(b"\0", start)].decode(), value, length


def write_map(kernel: Kernel) -> str | None:
    """Where the kernel is not a file that perf can read symbols from: write the map; its path."""
    if kernel.file.endswith(kernels.SHARED):
        return None
    functions = list(functions_of(cache.read_bytes(kernel.file)))
    entry = next((value for name, value, _ in functions if name == kernels.ENTRY), None)
    if entry is None:
        raise KernelError("the kernel's functions have no names that perf could be told")
    base = kernel.entry_address() - entry
    path = f"/tmp/perf-{os.getpid()}.map"  # noqa: S108 (this is where perf looks)
    lines = [f"{base + value:x} {length:x} {name}\n" for name, value, length in functions]
    cache.write_whole(path, "".join(sorted(lines)).encode())
    return path


def perf_program() -> str | None:
    """The path of perf, if it is there and works."""
    path = shutil.which("perf")
    if path is None:
        return None
    done = subprocess.run([path, "--version"], capture_output=True, check=False)  # noqa: S603 (the system's own perf)
    return path if done.returncode == 0 else None


def _event(perf: str) -> str:
    """The processor's cycles where it counts them, else the system's clock."""
    done = subprocess.run(  # noqa: S603 (the system's own perf)
        [perf, "stat", "-x,", "-e", "cycles:u", "--", "true"], capture_output=True, text=True, check=False)
    return "cpu-clock:u" if done.returncode or "not supported" in done.stderr else "cycles:u"


def record(perf: str, target: str, arguments: Sequence[str]) -> tuple[int, str]:
    """Run `tsrun profile --perf ARGUMENTS` under perf; its exit status and the event that was sampled.

    Samples are taken while the script runs, not while Python starts.
    """
    event = _event(perf)
    with tempfile.TemporaryDirectory() as folder:
        pipes = [os.path.join(folder, name) for name in ("control", "answer")]
        for pipe in pipes:
            os.mkfifo(pipe)
        handles = [os.open(pipe, os.O_RDWR) for pipe in pipes]  # while both are open nobody waits for the other side
        command = [perf, "record", "-q", "-F", str(FREQUENCY), "-e", event, "--call-graph", "dwarf,8192", "-D", "-1",
                   "--control", f"fifo:{','.join(pipes)}", "-o", target,
                   "--", sys.executable, "-m", "tsrun", "profile", "--perf", *arguments]
        try:
            done = subprocess.run(command, check=False, env={**os.environ, CONTROL: ",".join(pipes)})  # noqa: S603
        finally:
            for handle in handles:
                os.close(handle)
    return done.returncode, event


@contextlib.contextmanager
def sampled() -> Iterator[None]:
    """Where perf was started by `record`: have it take samples from here to the end of the context."""
    pipes = os.environ.get(CONTROL, "").split(",")
    if len(pipes) != 2:
        yield
        return
    _tell(pipes, b"enable\n")
    try:
        yield
    finally:
        _tell(pipes, b"disable\n")


def _tell(pipes: Sequence[str], word: bytes) -> None:
    """Give perf an order, and wait for its answer."""
    handles = [os.open(pipe, os.O_RDWR) for pipe in pipes]
    try:
        os.write(handles[0], word)
        if select.select([handles[1]], [], [], PATIENCE)[0]:
            os.read(handles[1], 64)
    finally:
        for handle in handles:
            os.close(handle)


def report(perf: str, target: str) -> str:
    """What `perf report` says of a recording: functions by their own samples."""
    command = [perf, "report", "-i", target, "--stdio", "--no-children", "-g", "none", "--percent-limit", "0.5",
               "--sort", "symbol,dso"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 (the system's own perf)
    lines = [line.rstrip(" -") for line in done.stdout.splitlines() if line.strip() and not line.startswith("#")]
    return "\n".join(lines[:SHOWN])
